// --rules auto: which pack speaks for a region in a year.
#include "engine/pipeline/choose_pack.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using Why = pipeline::PackChoice::Why;

namespace {

std::string name(Why why) {
  switch (why) {
  case Why::general: return "general";
  case Why::region: return "region";
  case Why::undated: return "undated";
  case Why::no_region: return "no_region";
  case Why::not_in_force: return "not_in_force";
  case Why::several: return "several";
  case Why::unknown: return "unknown";
  }
  return {};
}

std::string listed(std::vector<std::string> const& ids) {
  std::string text;
  for (std::string const& id : ids) {
    text += (text.empty() ? "" : " ") + id;
  }
  return text;
}

rulepack::RulePack head(std::string id, std::string region, std::string from, std::string to = {}) {
  rulepack::RulePack pack;
  pack.id = std::move(id);
  pack.region = std::move(region);
  pack.effective_from = std::move(from);
  pack.effective_to = std::move(to);
  return pack;
}

} // namespace

TEST_CASE("A region and a year choose among the packs that there are", "[pipeline][choose]") {
  diagnostic::SourceTable sources;
  pipeline::RulesSource const source({}, sources);
  auto const regions = source.regions();
  REQUIRE(regions.value);
  std::vector<rulepack::RulePack> packs;
  for (std::string const& id : source.pack_ids()) {
    auto loaded = source.pack(id);
    REQUIRE(loaded.value);
    packs.push_back(std::move(*loaded.value));
  }
  for (test::CaseRow const& row : test::read_cases("tests/cases/pack_choices.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 6);
    INFO("line " << row.line << ": " << f[0] << " " << f[1]);
    pipeline::PackChoice const choice = pipeline::choose_pack(packs, *regions.value, f[0], f[1], "mof-2020");
    CHECK(name(choice.why) == f[2]);
    CHECK(choice.id == f[3]);
    CHECK(listed(choice.ids) == f[4]);
    CHECK(choice.meant == f[5]);
  }
}

TEST_CASE("Of several packs of a region the one that began last holds; equals are not chosen between",
          "[pipeline][choose]") {
  std::vector<rulepack::RulePack> const packs{
      head("old", "Utopia", "2015-01-01", "2020-12-31"), head("new", "Utopia", "2021-01-01"),
      head("undated", "Utopia", ""), head("twin-a", "Arcadia", ""), head("twin-b", "Arcadia", "")};
  diagnostic::SourceTable sources;
  auto const regions = pipeline::RulesSource({}, sources).regions();
  REQUIRE(regions.value);
  auto const chosen = [&](std::string_view region, std::string_view year) {
    return pipeline::choose_pack(packs, *regions.value, region, year, "general");
  };
  CHECK(chosen("Utopia", "2020").id == "old");
  CHECK(chosen("Utopia", "2021").id == "new");
  CHECK(listed(chosen("Utopia", "2021").ids) == "old undated");
  CHECK(chosen("Utopia", "2014").id == "undated");
  CHECK(chosen("Utopia", "").id == "new");
  pipeline::PackChoice const tie = chosen("Arcadia", "2020");
  CHECK(tie.why == Why::several);
  CHECK(tie.id.empty());
  CHECK(listed(tie.ids) == "twin-a twin-b");
  CHECK(chosen("Utopla", "2021").meant == "Utopia"); // the regions of the packs are known places, too
}

TEST_CASE("A pack holds from its first day to its last", "[pipeline][choose]") {
  rulepack::RulePack const pack = head("x", "", "2020-12-31", "2022-01-01");
  CHECK_FALSE(pipeline::holds_in(pack, "2019"));
  CHECK(pipeline::holds_in(pack, "2020"));
  CHECK(pipeline::holds_in(pack, "2022"));
  CHECK_FALSE(pipeline::holds_in(pack, "2023"));
  CHECK(pipeline::holds_in(pack, ""));
}

TEST_CASE("A pack answers for its place and what lies in it, never for what lies above",
          "[pipeline][choose]") {
  diagnostic::SourceTable sources;
  auto const regions = pipeline::RulesSource({}, sources).regions();
  REQUIRE(regions.value);
  std::string const province = "四川省", city = "云陵市", short_form = "四川";
  struct Case {
    std::string region;
    std::vector<std::string> packs; ///< their regions
    std::string chosen;             ///< number of the pack, or why there is none
    bool by_name_only = false;
  };
  for (Case const& each : {
           Case{province, {province + city}, "no_region"},
           Case{short_form, {province + city, province}, "1"},
           Case{province + city, {province, province + city}, "1"},
           Case{province + city + "高新区", {province + city, province}, "0"},
           Case{"四川 云陵", {province, province + city}, "1"},
           Case{province + "成都市", {province + city, province}, "1"},
           Case{province + city, {short_form}, "0"},
           // only one of the two says where it lies
           Case{province + city, {province, city}, "1", true},
           Case{province + city + "高新区", {city}, "0", true},
           Case{city, {province, province + city}, "1", true},
           Case{"高新区", {province + city + "高新区"}, "0", true},
           Case{city, {city}, "0"},
           Case{"湖北省" + city, {province + city}, "no_region"},
           Case{"陵市", {province + city}, "unknown"},
           Case{province, {city}, "no_region"},
           Case{"川省", {province}, "unknown"},
           // of two that nothing tells apart none is chosen
           Case{city, {province + city, "湖北省" + city}, "several"},
           Case{province, {province + "、" + "重庆市", province + city}, "0"},
       }) {
    std::vector<rulepack::RulePack> packs;
    for (std::string const& region : each.packs) {
      packs.push_back(head(std::to_string(packs.size()), region, "2020-01-01"));
    }
    INFO(each.region << " of " << listed(each.packs));
    auto const choice = pipeline::choose_pack(packs, *regions.value, each.region, "2023", "general");
    CHECK((choice.why == Why::region ? choice.id : name(choice.why)) == each.chosen);
    CHECK(choice.by_name_only == each.by_name_only);
  }
}
