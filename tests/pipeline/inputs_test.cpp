#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/inputs.hpp"

#include "engine/pipeline/rules_source.hpp"
#include "engine/pipeline/text_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace jixiao;
using namespace jixiao::pipeline;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> codes(diagnostic::Diagnostics const& findings) {
  std::vector<std::string> list;
  for (diagnostic::Diagnostic const& each : findings) {
    list.emplace_back(each.code);
  }
  return list;
}

} // namespace

TEST_CASE("a folder gives its tables in the order of their paths") {
  std::string const folder = test::fresh_folder("inputs");
  fs::create_directories(folder + "/b/c");
  for (char const* name :
       {"/z.csv", "/a.XLSX", "/b/m.tsv", "/b/c/k.txt", "/notes.md", "/.hidden.csv", "/~$a.xlsx"}) {
    test::write_file(folder + name, "x");
  }
  diagnostic::SourceTable sources;
  Inputs const inputs = expand_inputs({folder}, sources);
  std::vector<std::string> names;
  for (fs::path const& path : inputs.files) {
    names.push_back(fs::relative(path, folder).generic_string());
  }
  CHECK(names == std::vector<std::string>{"a.XLSX", "b/c/k.txt", "b/m.tsv", "z.csv"});
  CHECK(codes(inputs.findings) == std::vector<std::string>(3, "file_passed_over"));
}

TEST_CASE("reports of the program itself in a folder are no tables") {
  std::string const folder = test::fresh_folder("inputs-reports");
  test::write_file(folder + "/a.txt",
                   "绩效自评核算　规则包 mof-2020（办法 财预〔2020〕10号）　jixiao 0.1.0\n\n");
  test::write_file(folder + "/b.txt", "Performance evaluation, rule pack mof-2020 (x), jixiao 1.2.0\n");
  test::write_file(folder + "/c.csv",
                   "\xEF\xBB\xBF单位代码,单位名称,项目编码,得分下限,得分上限\n1,2,3,4,5\n");
  test::write_file(folder + "/d.csv", "unit_code,unit,total_low,total_high\n1,2,3,4\n");
  test::write_file(folder + "/e.csv", "三级指标,指标值,自评得分\njixiao 0.1.0,得分下限,5\n");
  test::write_file(folder + "/f.txt", "jixiao 的说明\n");
  diagnostic::SourceTable sources;
  Inputs const inputs = expand_inputs({folder}, sources);
  CHECK(inputs.files.size() == 2);
  CHECK(codes(inputs.findings) == std::vector<std::string>(4, "own_report"));
  CHECK(expand_inputs({folder + "/a.txt"}, sources).files.size() == 1); // named, it is read
}

TEST_CASE("links to folders are not followed") {
  std::string const folder = test::fresh_folder("inputs-links"), other = test::fresh_folder("inputs-other");
  test::write_file(other + "/secret.csv", "x");
  fs::create_directory_symlink(other, folder + "/link");
  diagnostic::SourceTable sources;
  Inputs const inputs = expand_inputs({folder}, sources);
  CHECK(inputs.files.empty());
  CHECK(codes(inputs.findings) == std::vector<std::string>{"folder_without_tables"});
}

TEST_CASE("files stand as given, there or not") {
  diagnostic::SourceTable sources;
  CHECK(expand_inputs({"no/such.csv", "b.csv", "a.csv"}, sources).files.size() == 3);
}

TEST_CASE("a file that is named twice is read once, and it is said") {
  std::string const folder = test::fresh_folder("inputs-twice");
  test::write_file(folder + "/a.csv", "x");
  test::write_file(folder + "/b.csv", "x");
  fs::create_symlink(folder + "/b.csv", folder + "/c.csv");
  diagnostic::SourceTable sources;
  Inputs const inputs =
      expand_inputs({folder + "/a.csv", folder + "/./a.csv", folder, folder + "/c.csv"}, sources);
  REQUIRE(inputs.files.size() == 2);
  CHECK(inputs.files[0].filename() == "a.csv");
  CHECK(inputs.files[1].filename() == "b.csv");
  CHECK(codes(inputs.findings) == std::vector<std::string>(4, "file_named_twice"));
}

TEST_CASE("text goes where a link leads and into a pipe, and takes the place of neither") {
  std::string const folder = test::fresh_folder("text-links");
  test::write_file(folder + "/real.txt", "old");
  fs::create_symlink(folder + "/real.txt", folder + "/link.txt");
  CHECK(write_text_file(folder + "/link.txt", "new").empty());
  CHECK(fs::is_symlink(folder + "/link.txt"));
  CHECK(test::read_file(folder + "/real.txt") == "new");
  std::string const pipe = folder + "/pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read_text_file(pipe, 5).reason == "not_a_file");
  int const reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  CHECK(write_text_file(pipe, "abc").empty());
  char got[4] = {};
  CHECK(::read(reader, got, sizeof got) == 3);
  CHECK(std::string(got) == "abc");
  ::close(reader);
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("text files have a limit and a reason") {
  std::string const folder = test::fresh_folder("text-file");
  std::string const path = test::write_file(folder + "/x.yaml", "12345");
  CHECK(read_text_file(path, 5).text == "12345");
  CHECK(!read_text_file(path, 4).text);
  CHECK(!read_text_file(folder, 5).text);
  CHECK(!read_text_file(folder + "/none", 5).reason.empty());
  CHECK(write_text_file(folder + "/y.txt", "abc").empty());
  CHECK(test::read_file(folder + "/y.txt") == "abc");
  CHECK(!write_text_file(folder + "/none/y.txt", "abc").empty());
}

TEST_CASE("devices are no inputs: some of them never end") {
  CHECK(FileSource("/dev/zero").error() != 0);
  CHECK(FileSource(test::fresh_folder("device")).error() != 0);
  CHECK(FileSource(test::source_path("README.md")).error() == 0);
}

TEST_CASE("only ids become part of a path") {
  CHECK(is_pack_id("mof-2020"));
  for (char const* text : {"", "../base", "a/b", "Mof", "a.yaml", "a b"}) {
    INFO(text);
    CHECK(!is_pack_id(text));
  }
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  CHECK(codes(rules.pack("no-such-pack").diagnostics) == std::vector<std::string>{"rules_file_missing"});
  CHECK(codes(rules.pack("../no/such/pack.yaml").diagnostics)
        == std::vector<std::string>{"rules_file_unreadable"});
  std::string const folder = test::fresh_folder("packs");
  std::string const path =
      test::write_file(folder + "/escape.yaml", "pack: escape\ntitle: t\nextends: \"../../secret\"\n");
  diagnostic::Outcome<rulepack::RulePack> const escaped = rules.pack(path);
  CHECK(!escaped.value);
  CHECK(codes(escaped.diagnostics) == std::vector<std::string>{"pack_bad_id"});
}

TEST_CASE("links that lead out of the folder of packs are refused, those inside of it are not") {
  namespace fs = std::filesystem;
  std::string const outside = test::fresh_folder("packs-outside");
  std::string const folder = test::fresh_folder("packs-linked");
  fs::create_directory(folder + "/packs");
  std::string const head = "title: t\nextends: mof-2020\n";
  (void)test::write_file(outside + "/secret.yaml", "pack: secret\n" + head);
  (void)test::write_file(folder + "/packs/real.yaml", "pack: near\n" + head);
  fs::create_symlink(outside + "/secret.yaml", folder + "/packs/secret.yaml");
  fs::create_symlink("real.yaml", folder + "/packs/near.yaml");
  fs::create_symlink(outside + "/gone.yaml", folder + "/packs/hubei.yaml");
  diagnostic::SourceTable sources;
  RulesSource const rules(folder, sources);
  diagnostic::Outcome<rulepack::RulePack> const refused = rules.pack("secret");
  CHECK(!refused.value);
  REQUIRE(!refused.diagnostics.empty());
  CHECK(refused.diagnostics[0].code == "rules_file_outside");
  CHECK(refused.diagnostics[0].arguments[1] == fs::canonical(outside + "/secret.yaml").generic_string());
  CHECK(rules.pack("near").value.has_value());
  // What is compiled in does not stand in for a link that leads nowhere.
  CHECK(codes(rules.pack("hubei").diagnostics) == std::vector<std::string>{"rules_file_unreadable"});
  // The same of a parent beside the pack, and of a folder that is itself a link out.
  std::string const child =
      test::write_file(folder + "/packs/child.yaml", "pack: child\ntitle: t\nextends: secret\n");
  CHECK(codes(rules.pack(child).diagnostics).front() == "rules_file_outside");
  std::string const linked = test::fresh_folder("packs-linked-folder");
  fs::create_directory_symlink(folder + "/packs", linked + "/packs");
  CHECK(codes(RulesSource(linked, sources).pack("near").diagnostics).front() == "rules_file_outside");
  // A folder that is named through a link is the folder that was meant.
  fs::create_directory_symlink(folder, linked + "/named");
  CHECK(RulesSource(linked + "/named", sources).pack("near").value.has_value());
}

TEST_CASE("every compiled-in pack loads without a finding worse than information, and carries tests") {
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  std::vector<std::string> const ids = rules.pack_ids();
  REQUIRE(ids.size() >= 5);
  for (std::string const& id : ids) {
    INFO(id);
    diagnostic::Outcome<rulepack::RulePack> const pack = rules.pack(id);
    REQUIRE(pack.value);
    CHECK(diagnostic::worst(pack.diagnostics).value_or(diagnostic::Severity::info)
          == diagnostic::Severity::info);
    CHECK(pack.value->tests.size() >= 12);
  }
}
