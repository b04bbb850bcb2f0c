// Every figure of every pack of the program rests on something, and what rests on nothing is remarked.
#include "engine/rulepack/findings.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using rulepack::Rule;
using rulepack::RulePack;

namespace {

/// What rests on nothing, or carries no mark, as "pack section id".
class Unfounded {
public:
  explicit Unfounded(RulePack const& pack) : pack_(pack) {}

  std::string find() {
    for (auto const& [key, writer] : pack_.written_by) {
      std::string const section = key.substr(0, key.find('.'));
      bool const figures = key != "monitoring.lights" && key != "monitoring.indicators"
                           && key != "monitoring.execution" && key != "execution.rules"
                           && key != "department.items";
      if (figures && !founded(basis_of(pack_, section, writer))) {
        add(section, key);
      }
    }
    rules("execution", pack_.execution);
    rules("score", pack_.score);
    rules("checks", pack_.checks);
    rules("caps", pack_.caps);
    rules("monitoring", pack_.monitoring.indicators);
    rules("monitoring", pack_.monitoring.execution);
    for (rulepack::Item const& item : pack_.form.items) {
      rules("department", item.rules);
    }
    for (rulepack::EvidenceClass const& each : pack_.evidence) {
      if (each.cite.empty() && !founded(basis_of(pack_, "evidence", each.from_pack))) {
        add("evidence", each.id);
      }
    }
    return std::move(found_);
  }

private:
  static bool founded(rulepack::Basis const* basis) {
    return basis != nullptr && !basis->cite.empty() && basis->confidence;
  }

  void rules(std::string const& section, std::vector<Rule> const& list) {
    for (Rule const& rule : list) {
      bool const own = !rule.cite.empty() && rule.confidence;
      if (!own && !founded(basis_of(pack_, section, rule.from_pack))) {
        add(section, rule.id);
      }
    }
  }

  void add(std::string const& section, std::string const& id) {
    found_ += pack_.id + " " + section + " " + id + "\n";
  }

  RulePack const& pack_;
  std::string found_;
};

std::string remarked(std::string const& text) {
  std::string said;
  for (diagnostic::Diagnostic const& each : test::Packs::on_base(text).diagnostics) {
    if (each.code == rulepack::findings::rule_without_basis.id) {
      CHECK(each.severity == diagnostic::Severity::info);
      said += each.arguments.at(1) + " " + each.arguments.at(0) + " " + std::to_string(each.where.row) + "\n";
    }
  }
  return said;
}

} // namespace

TEST_CASE("every figure of every pack has its source and its mark of confidence", "[rulepack][citations]") {
  std::size_t packs = 0;
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path("rules/packs"))) {
    std::string const id = entry.path().stem().string();
    auto const loaded = test::Packs{}.load(id);
    INFO(id);
    REQUIRE(loaded.value);
    CHECK(loaded.value->confidence);
    CHECK(Unfounded(*loaded.value).find().empty());
    for (diagnostic::Diagnostic const& each : loaded.diagnostics) {
      CHECK(each.code != rulepack::findings::rule_without_basis.id);
      CHECK(each.code != rulepack::findings::pack_without_basis.id);
    }
    ++packs;
  }
  CHECK(packs == 16);
}

TEST_CASE("a rule with a figure and without a source is remarked", "[rulepack][citations]") {
  std::string const half = "{id: half, before: met, when: \"quantity and actual < target\", share: \"0.5\"";
  CHECK(remarked("score:\n  - " + half + "}\n") == "score half 5\n");
  CHECK(remarked("score:\n  - " + half + ", cite: a clause, confidence: Q}\n").empty());
  CHECK(remarked("basis: {score: {cite: a notice, confidence: Q}}\nscore:\n  - " + half + "}\n").empty());
  // all that is left open gives no figure, unless its condition does
  std::string const open = "score:\n  - {id: open, before: met, share: \"[0, 1]\", when: ";
  CHECK(remarked(open + "\"quantity and actual < target\"}\n").empty());
  CHECK(remarked(open + "\"quantity and actual < 0.5 * target\"}\n") == "score open 5\n");
  CHECK(
      remarked("checks:\n  - {id: far, before: restates-target, when: \"quantity and actual > 2 * target\", "
               "finding: over_achievement}\n")
      == "checks far 5\n");
  CHECK(remarked("evidence:\n  - {id: zero_event, share: \"0\"}\n") == "evidence zero_event 5\n");
}

TEST_CASE("a pack speaks for the entries that it wrote, not for those of another", "[rulepack][citations]") {
  auto const loaded = test::Packs::on_base(
      "basis: {evidence: {cite: a notice, confidence: Q}}\nevidence:\n  - {id: zero_event, share: \"0\"}\n");
  REQUIRE(loaded.value);
  rulepack::Basis const* const own = basis_of(*loaded.value, "evidence", "own");
  rulepack::Basis const* const base = basis_of(*loaded.value, "evidence", "base");
  REQUIRE(own != nullptr);
  REQUIRE(base != nullptr);
  CHECK(own->cite == "a notice");
  CHECK(base->from_pack == "base");
  CHECK(basis_of(*loaded.value, "score", "base") == nullptr);
}
