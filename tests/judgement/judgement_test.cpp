#include "engine/configuration/yaml.hpp"
#include "engine/judgement/date.hpp"
#include "engine/judgement/judgement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using judgement::Judgements;
using number::Interval;
using number::Rational;

namespace {

diagnostic::Outcome<Judgements> load(std::string const& text) {
  diagnostic::Outcome<configuration::Node> const tree = configuration::parse_yaml(text, 7);
  REQUIRE(tree.value);
  return judgement::load_judgements(*tree.value, 7);
}

/// "code row:column arguments", one a line.
std::string text(diagnostic::Diagnostics const& findings) {
  std::string result;
  for (diagnostic::Diagnostic const& each : findings) {
    result += (result.empty() ? "" : "\n") + std::string(each.code) + " " + std::to_string(each.where.row)
              + ":" + std::to_string(each.where.column);
    for (std::string const& argument : each.arguments) {
      result += " " + argument;
    }
  }
  return result;
}

/// One judgement with these keys beside row and digest of row "a".
std::string entry(std::string const& keys) {
  return "judgements:\n  - {row: a, digest: d, by: zhang, on: 2024-01-15, why: seen, " + keys + "}\n";
}

rulepack::RulePack pack_with_tiers() {
  rulepack::RulePack pack;
  pack.tiers.push_back({"met", Interval::closed(Rational::fraction(4, 5), Rational(1))});
  Interval middle = Interval::closed(Rational::fraction(3, 5), Rational::fraction(4, 5));
  middle.high.closed = false;
  pack.tiers.push_back({"partly_met", middle});
  return pack;
}

model::Indicator row_with(std::string const& digest) {
  model::Indicator row;
  row.key = "a";
  row.digest = digest;
  return row;
}

} // namespace

TEST_CASE("judgements are read with everything they say", "[judgement]") {
  auto const outcome = load("judgements:\n"
                            "  - {row: a, digest: d1, tier: met, by: zhang, on: 2024-01-15, why: seen}\n"
                            "  - {row: b, digest: d2, share: \"0.9\", by: li, on: 2024-02-29, why: heard}\n"
                            "  - {row: c, digest: d3, value: 96%, by: wang, on: 2023-12-31, why: counted}\n");
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.value);
  REQUIRE(outcome.value->size() == 3);
  judgement::Judgement const& first = outcome.value->at("a");
  CHECK(first.tier == "met");
  CHECK(first.digest == "d1");
  CHECK(first.by == "zhang");
  CHECK(first.on == "2024-01-15");
  CHECK(first.why == "seen");
  CHECK(first.place.source == 7);
  CHECK(first.place.row == 2);
  CHECK(outcome.value->at("b").share == Rational::fraction(9, 10));
  CHECK(outcome.value->at("c").value == "96%");
  CHECK_FALSE(outcome.value->at("c").share);
}

TEST_CASE("an empty list of judgements is no fault", "[judgement]") {
  auto const outcome = load("judgements: []\n");
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.value);
  CHECK(outcome.value->empty());
}

TEST_CASE("JSON is read like YAML", "[judgement]") {
  auto const outcome = load(R"({"judgements": [{"row": "a", "digest": "d", "share": "1/3", "by": "x",
                                "on": "2024-01-15", "why": "y"}]})");
  CHECK(text(outcome.diagnostics).empty());
  CHECK(outcome.value->at("a").share == Rational::fraction(1, 3));
}

TEST_CASE("a mistake in a judgement is said with its place", "[judgement]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/judgements.csv")) {
    INFO("judgements.csv:" << row.line << " " << row.fields[0]);
    REQUIRE(row.fields.size() == 3);
    auto const outcome = load(entry(row.fields[1]));
    CHECK(text(outcome.diagnostics) == row.fields[2]);
    REQUIRE(outcome.value);
    CHECK(outcome.value->size() == (row.fields[2].empty() ? 1 : 0));
  }
}

TEST_CASE("everything wrong with one judgement is said at once", "[judgement]") {
  auto const outcome = load("judgements:\n  - {row: a, tier: met, share: 2, on: today, value: 5}\n");
  CHECK(text(outcome.diagnostics)
        == "judgement_missing_key 2:5 digest\n"
           "judgement_missing_key 2:5 by\n"
           "judgement_missing_key 2:5 why\n"
           "judgement_decisions 2:5 3\n"
           "judgement_share_outside 2:32 2\n"
           "judgement_date 2:39 today");
}

TEST_CASE("a judgement that is refused leaves the others standing", "[judgement]") {
  auto const outcome = load("judgements:\n"
                            "  - met\n"
                            "  - {row: b, digest: d, share: 1, by: x, on: 2024-01-15, why: y}\n");
  CHECK(text(outcome.diagnostics) == "judgement_not_a_map 2:5");
  REQUIRE(outcome.value);
  CHECK(outcome.value->count("b") == 1);
}

TEST_CASE("of two judgements on one row the first stands", "[judgement]") {
  auto const outcome = load("judgements:\n"
                            "  - {row: a, digest: d, share: 1, by: x, on: 2024-01-15, why: y}\n"
                            "  - {row: a, digest: d, share: 0, by: x, on: 2024-01-16, why: y}\n");
  CHECK(text(outcome.diagnostics) == "judgement_twice 3:5 a 2");
  CHECK(outcome.value->at("a").share == Rational(1));
}

TEST_CASE("a file that is no list of judgements is refused as a whole", "[judgement]") {
  for (std::string const input : {"[]", "text", "rows: []", "judgements: all"}) {
    INFO(input);
    auto const outcome = load(input);
    CHECK_FALSE(outcome.value);
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code == "judgements_not_a_list");
  }
  auto const outcome = load("judgements: []\nrules: mof-2020\n");
  CHECK(outcome.value);
  CHECK(text(outcome.diagnostics) == "judgement_unknown_key 2:1 rules");
}

TEST_CASE("a share or a tier resolves to its part of the points", "[judgement]") {
  rulepack::RulePack const pack = pack_with_tiers();
  auto const share = judgement::resolve(load(entry("share: \"0.9\"")).value->at("a"), row_with("d"), pack);
  REQUIRE(share.value);
  CHECK(share.value->share == Interval::point(Rational::fraction(9, 10)));
  CHECK(share.value->applied.what == "share");
  CHECK(share.value->applied.text == "0.9");
  CHECK(share.value->applied.by == "zhang");
  CHECK(share.value->applied.on == "2024-01-15");
  CHECK(share.value->applied.why == "seen");
  auto const tier = judgement::resolve(load(entry("tier: partly_met")).value->at("a"), row_with("d"), pack);
  REQUIRE(tier.value);
  CHECK(number::text(*tier.value->share) == "[0.6, 0.8)");
  CHECK(tier.value->applied.what == "tier");
  CHECK(tier.value->applied.text == "partly_met");
}

TEST_CASE("a value is handed on to be read", "[judgement]") {
  auto const value = judgement::resolve(load(entry("value: 96%")).value->at("a"), row_with("d"), {});
  REQUIRE(value.value);
  CHECK_FALSE(value.value->share);
  CHECK(value.value->value == "96%");
  CHECK(value.value->applied.what == "value");
  CHECK(value.value->applied.text == "96%");
}

TEST_CASE("a judgement is refused when its row has changed or its tier is unknown", "[judgement]") {
  rulepack::RulePack const pack = pack_with_tiers();
  auto const stale = judgement::resolve(load(entry("share: 1")).value->at("a"), row_with("other"), pack);
  CHECK_FALSE(stale.value);
  CHECK(text(stale.diagnostics) == "judgement_stale 2:5 a other");
  auto const unknown = judgement::resolve(load(entry("tier: good")).value->at("a"), row_with("d"), pack);
  CHECK_FALSE(unknown.value);
  CHECK(text(unknown.diagnostics) == "judgement_unknown_tier 2:5 good met, partly_met");
}

TEST_CASE("judgements whose row did not occur are named in the order of the file", "[judgement]") {
  auto const outcome = load("judgements:\n"
                            "  - {row: z, digest: d, share: 1, by: x, on: 2024-01-15, why: y}\n"
                            "  - {row: m, digest: d, share: 1, by: x, on: 2024-01-15, why: y}\n"
                            "  - {row: a, digest: d, share: 1, by: x, on: 2024-01-15, why: y}\n");
  CHECK(text(judgement::unknown_rows(*outcome.value, {"m"}))
        == "judgement_unknown_row 2:5 z\njudgement_unknown_row 4:5 a");
  CHECK(judgement::unknown_rows(*outcome.value, {"a", "m", "z", "other"}).empty());
}

TEST_CASE("dates are days of the calendar", "[judgement]") {
  for (char const* date : {"2024-01-15", "2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01"}) {
    INFO(date);
    CHECK(judgement::is_date(date));
  }
  for (char const* date :
       {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-15",
        "20240115", "2024/01/15", "2024-01-15T", "", "0000-01-01", "2o24-01-15"}) {
    INFO(date);
    CHECK_FALSE(judgement::is_date(date));
  }
}

TEST_CASE("a share beside a tier lies in it or is refused", "[judgement]") {
  rulepack::RulePack const pack = pack_with_tiers();
  struct Case {
    char const *keys, *finding;
  };
  for (Case const& each :
       {Case{"tier: partly_met, share: 0.6", ""}, Case{"tier: partly_met, share: 79.99%", ""},
        Case{"tier: partly_met, share: 0.8", "judgement_share_outside_tier 2:5 0.8 partly_met "},
        Case{"tier: met, share: 0.8", ""}, Case{"tier: met, share: 0.79", "judgement_share_outside_tier"},
        Case{"tier: best, share: 0.8", "judgement_unknown_tier"}}) {
    INFO(each.keys);
    auto const loaded = load(entry(each.keys));
    REQUIRE(loaded.value);
    auto const resolved = judgement::resolve(loaded.value->at("a"), row_with("d"), pack);
    CHECK(text(resolved.diagnostics).rfind(each.finding, 0) == 0);
    CHECK(resolved.diagnostics.empty() == (*each.finding == 0));
    CHECK(resolved.value.has_value() == resolved.diagnostics.empty());
    if (resolved.value) {
      CHECK(resolved.value->share->is_point());
      CHECK(resolved.value->applied.what == "share");
      CHECK_FALSE(resolved.value->applied.tier.empty());
    }
  }
}
