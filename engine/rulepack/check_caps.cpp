// Caps hold each for itself and all that hold apply: what is wrong with one shows beside the others.
#include "engine/rulepack/case_walk.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/rule_pairs.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::rulepack {
namespace {

using diagnostic::Diagnostics;
using number::Rational;

/// The share of a cap that asks nothing.
std::optional<Rational> fixed_share(Rule const& cap) {
  number::Interval const share = evaluate_number(*cap.share, model::Facts{}).value;
  return share.is_point() ? share.low.value : std::nullopt;
}

bool is_off(Rule const& cap) {
  return cap.when_text == "false";
}

/// The cap that holds wherever this one does and leaves no more; null for none.
Rule const* stricter(std::vector<Rule> const& caps, std::size_t at, RulePairs& pairs) {
  std::optional<Rational> const own = fixed_share(caps[at]);
  for (std::size_t i = 0; own && i < caps.size(); ++i) {
    std::optional<Rational> const other = fixed_share(caps[i]);
    bool const leaves_no_more = other && (*other < *own || (*other == *own && i < at));
    if (i != at && leaves_no_more && !is_off(caps[i]) && pairs.evaluations() <= evaluation_limit
        && pairs.both_can_hold(*caps[i].when, *caps[at].when)
        && !pairs.can_hold_without(*caps[at].when, *caps[i].when)) {
      return &caps[i];
    }
  }
  return nullptr;
}

/// Between two caps lies a piece that none lowers.
void add_gaps(std::vector<Rule> caps, std::string_view author, Diagnostics& out) {
  Rule& rest = caps.emplace_back();
  rest.id = "rest";
  rest.when_text = "true";
  rest.when = *compile("true", Want::truth, {}).value;
  for (diagnostic::Diagnostic& gap : check_band_gaps(caps, author, true)) {
    gap.code = findings::rules_cap_gap.id;
    gap.arguments.erase(gap.arguments.begin() + 2); // what decides there: nothing
    out.push_back(std::move(gap));
  }
}

} // namespace

Diagnostics check_cap_effects(std::vector<Rule> const& caps, std::string_view author) {
  Diagnostics out;
  CaseSpace const space(programs_of(caps), RuleKind::execution);
  RulePairs pairs(space);
  for (std::size_t at = 0; at < caps.size(); ++at) {
    Rule const& cap = caps[at];
    if (is_off(cap) || cap.from_pack != author) {
      continue;
    }
    std::optional<Rational> const share = fixed_share(cap);
    if (share && *share >= Rational(1)) {
      out.push_back(diagnostic::make(findings::rules_cap_idle, cap.share->where, {cap.id, cap.share_text}));
    } else if (Rule const* const other = stricter(caps, at, pairs)) {
      out.push_back(diagnostic::make(findings::rules_cap_hidden, cap.when->where, {cap.id, other->id}));
    }
  }
  add_gaps(caps, author, out);
  return out;
}

} // namespace jixiao::rulepack
