// --rules auto: which pack it takes for a place and a year, and what it says of it.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>

using namespace jixiao::test;

namespace {

std::string const header = "年度,项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n";
std::string const no_year = "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n";
std::string const row = "产出指标,数量指标,次数,≥10次,90,30次\n";

void has(std::string const& text, std::string const& what) {
  INFO(text);
  CHECK(text.find(what) != std::string::npos);
}

void lacks(std::string const& text, std::string const& what) {
  INFO(text);
  CHECK(text.find(what) == std::string::npos);
}

/// A folder with two packs of one city, one after the other.
std::string two_packs() {
  std::string const folder = fresh_folder("auto-years");
  std::filesystem::create_directory(folder + "/packs");
  std::string const rest = "title: t\nextends: mof-2020\nregion: 四川省云陵市\neffective: ";
  (void)write_file(folder + "/packs/city-old.yaml",
                   "pack: city-old\n" + rest + "{from: 2020-01-01, to: 2021-12-31}\n");
  (void)write_file(folder + "/packs/city-new.yaml", "pack: city-new\n" + rest + "{from: 2022-01-01}\n");
  return folder;
}

ProgramRun run_in_city(std::string const& folder, std::vector<std::string> more) {
  std::vector<std::string> arguments{"score",        "--rules-dir", folder, "--region",
                                     "四川省云陵市", "--lang",      "zh"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_program(arguments);
}

} // namespace

TEST_CASE("without --year the pack is chosen by the year that every project of the tables has") {
  std::string const folder = two_packs();
  std::string const old = write_file(folder + "/old.csv", header + "2021,甲," + row + "2021年度,乙," + row);
  std::string const fresh = write_file(folder + "/new.csv", header + "2023,丙," + row);
  ProgramRun const run = run_in_city(folder, {old, "--format", "json"});
  has(run.errors, "规则包：city-old");
  has(run.errors, "读到的 2 个项目都是 2021 年");
  has(run.errors, "同一地区还有：city-new");
  has(run.output, "city-old");
  lacks(run.errors, "注意");
  has(run_in_city(folder, {fresh}).errors, "规则包：city-new");
  has(run_in_city(folder, {old, "--year", "2023"}).errors, "规则包：city-new"); // what is given holds
  std::string const early = write_file(folder + "/early.csv", header + "2018,甲," + row);
  has(run_in_city(folder, {early}).errors, "规则包：mof-2020");
  has(run_in_city(folder, {early}).errors, "在表中年度不适用");
  for (char const* const command : {"check", "explain"}) {
    std::vector<std::string> arguments{command, old, "--rules-dir", folder, "--region", "云陵市"};
    if (std::string(command) == "explain") {
      arguments.insert(arguments.end(), {"--project", "甲"});
    }
    has(run_program(arguments).errors, "规则包：city-old");
  }
}

TEST_CASE("years that differ or are not there choose no pack, and it is said of how many projects") {
  std::string const folder = two_packs();
  std::string const mixed = write_file(folder + "/mixed.csv", header + ",丁," + row + "2021,甲," + row
                                                                  + "2021,乙," + row + "2023,丙," + row);
  std::string const mixed_said = run_in_city(folder, {mixed}).errors;
  has(mixed_said, "规则包：city-new");
  has(mixed_said, "没有给出年度，没有按年度挑选");
  has(mixed_said, "没有年度的 1 个项目、2021 年 2 个项目、2023 年 1 个项目");
  has(mixed_said, "自 2022-01-01 起适用，表中有不在此期间的：2021 年 2 个项目");
  std::string const none = write_file(folder + "/none.csv", no_year + "甲," + row);
  has(run_in_city(folder, {none}).errors, "表中没有年度");
  std::string const one = write_file(folder + "/one.csv", header + "2023,丙," + row);
  std::string const two = write_file(folder + "/two.csv", header + "2021,甲," + row);
  has(run_in_city(folder, {one, two}).errors, "2021 年 1 个项目、2023 年 1 个项目");
}

TEST_CASE("a pipe is read once: no pack is chosen by its years, and its rows are all there") {
  std::string const folder = two_packs();
  std::string const pipe = folder + "/pipe.csv";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(pipe) << header + "2021,甲," + row; });
  ProgramRun const run = run_in_city(folder, {pipe});
  writer.join();
  has(run.errors, pipe + " 不是普通文件，只能读一次");
  has(run.errors, "规则包：city-new");
  has(run.errors, "2021 年 1 个项目");
  has(run.output, "甲");
}

TEST_CASE("the pack of --rules auto is chosen by place, and years that it does not cover are said") {
  std::string const folder = fresh_folder("auto-region");
  std::filesystem::create_directory(folder + "/packs");
  (void)write_file(folder + "/packs/some-city.yaml",
                   "pack: some-city\ntitle: t\nextends: mof-2020\nregion: 四川省云陵市\n"
                   "effective: {from: 2022-01-01}\n");
  std::string const table =
      write_file(folder + "/t.csv", "年度,项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
                                    "2022,演示,产出指标,数量指标,次数,≥10次,90,30次\n");
  auto const said = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"score", table, "--rules-dir", folder};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments).errors;
  };
  std::string const city = said({"--region", "四川省云陵市"});
  has(city, "规则包：some-city");
  has(city, "在表中年度适用");
  has(said({"--region", "云陵市"}), "规则包：some-city");
  has(said({"--region", "云陵市"}), "省份没有核对");
  std::string const province = said({"--region", "四川省"});
  CHECK(province.find("规则包：some-city") == std::string::npos);
  CHECK(said({"--region", "四川省云陵市", "--year", "2022"}).find("没有给出年度") == std::string::npos);
}

TEST_CASE("who gives the year is not asked for it") {
  std::string const form = write_file(fresh_folder("given-year") + "/form.txt",
                                      "项目名称\t绿化养护\n"
                                      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                                      "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t60\t60\n"
                                      "效益指标\t社会效益指标\t改善\t≥90%\t95%\t40\t40\n");
  has(run_program({"score", form, "--lang", "zh"}).output, "没有找到年度");
  lacks(run_program({"score", form, "--lang", "zh", "--year", "2023"}).output, "没有找到年度");
}
