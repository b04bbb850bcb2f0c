// What a pack says in figures and rests on nothing.
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {
namespace {

bool has_digit(std::string const& text) {
  return std::any_of(text.begin(), text.end(), [](char each) { return each >= '0' && each <= '9'; });
}

/// A rule that leaves all points open gives no figure; a name such as target_1 is taken for one.
bool has_figure(Rule const& rule) {
  return has_digit(rule.when_text) || (!rule.share_text.empty() && rule.share_text != "[0, 1]");
}

class Citations {
public:
  Citations(RulePack const& pack, PackText const& file) : pack_(pack), file_(file) {}

  void look(std::string_view section, std::vector<Rule> const& rules) {
    for (Rule const& rule : rules) {
      if (has_figure(rule)) {
        look(section, rule.id, rule.cite, rule.from_pack, rule.place);
      }
    }
  }

  void look(std::vector<EvidenceClass> const& classes) {
    for (EvidenceClass const& each : classes) {
      if (has_digit(each.when_text)
          || (each.share == EvidenceClass::Share::fixed && each.share_text != "[0, 1]")) {
        look("evidence", each.id, each.cite, each.from_pack, each.place);
      }
    }
  }

private:
  /// Of the pack itself: what is inherited is remarked where it is written.
  void look(std::string_view section, std::string const& id, std::string const& cite, std::string const& from,
            diagnostic::Place const& place) {
    if (from == pack_.id && cite.empty() && basis_of(pack_, section, from) == nullptr) {
      file_.out.push_back(diagnostic::make(findings::rule_without_basis, place, {id, std::string(section)}));
    }
  }

  RulePack const& pack_;
  PackText const& file_;
};

} // namespace

void check_citations(RulePack const& pack, configuration::Node const& top, PackText const& file) {
  Citations citations(pack, file);
  citations.look("execution", pack.execution);
  citations.look("score", pack.score);
  citations.look("checks", pack.checks);
  citations.look("caps", pack.caps);
  citations.look("monitoring", pack.monitoring.indicators);
  citations.look("monitoring", pack.monitoring.execution);
  for (Item const& item : pack.form.items) {
    citations.look("department", item.rules);
  }
  citations.look(pack.evidence);
  for (char const* const section : {"limits", "rounding", "digit_slip_ratio"}) {
    configuration::Node const* const node = top.find(section);
    if (node != nullptr && pack.basis.count(section) == 0) {
      file.report(findings::pack_without_basis, *node, {section});
    }
  }
}

} // namespace jixiao::rulepack
