// What a finished coverage lists, and why nothing reaches what it does not.
#include "engine/rulepack/coverage.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/reach.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::rulepack {

std::string_view name(Covered::Kind kind) {
  switch (kind) {
  case Covered::Kind::evidence: return "evidence";
  case Covered::Kind::score: return "score";
  case Covered::Kind::execution: return "execution";
  case Covered::Kind::check: return "check";
  case Covered::Kind::cap: return "cap";
  case Covered::Kind::item: return "item";
  case Covered::Kind::light: return "light";
  case Covered::Kind::branch: return "branch";
  case Covered::Kind::operand: return "operand";
  case Covered::Kind::tier: return "tier";
  case Covered::Kind::grade: return "grade";
  }
  return {};
}

namespace {

std::string joined(std::vector<std::string> const& texts) {
  std::string text;
  for (std::string const& each : texts) {
    text += (text.empty() ? "" : ", ") + each;
  }
  return text;
}

/// A case that the checker found lies in cells that are too coarse for a rate: "execution_rate < 0" for a
/// condition that begins at 0.5. The condition itself says it, where it stands alone or asks only rates.
std::string asked_for(Rule const& rule, Reach const& reach, bool as_written) {
  return as_written && rule.when_text != "true" ? rule.when_text : reach.example;
}

/// The totals that earn a grade: from its bound to that of the next better one.
std::string totals_of(std::vector<Grade> const& grades, std::size_t at) {
  std::string const from = grades[at].from.plain_text();
  bool const is_best = at == 0;
  if (is_best) {
    return "total >= " + from;
  }
  std::string const below = "total < " + grades[at - 1].from.plain_text();
  return at + 1 == grades.size() ? below : from + " <= " + below;
}

/// Why no test reaches a rule of a list: others stand before it, it can never hold, or a row is missing.
void explain(Covered& entry, Reach const& reach, std::string missing) {
  if (entry.count != 0) {
    return;
  }
  if (!reach.reachable && reach.hidden.empty()) {
    entry.reason = "uncovered_never_holds";
  } else if (!reach.reachable) {
    entry.reason = "uncovered_hidden";
    entry.arguments = {joined(reach.hidden)};
  } else {
    entry.reason = missing.empty() ? "uncovered_no_test" : "uncovered_no_test_with";
    entry.arguments = {std::move(missing)};
  }
}

Covered entry_of(Covered::Kind kind, Rule const& rule, std::uint64_t count) {
  Covered entry;
  entry.kind = kind;
  entry.id = rule.id;
  entry.from_pack = rule.from_pack;
  entry.place = rule.place;
  entry.count = count;
  return entry;
}

/// A rule that a pack has switched off is not there to be reached.
bool is_off(Rule const& rule) {
  return rule.when_text == "false";
}

/// Only sides of operands are explained away: a branch that nothing reaches is to be removed.
bool is_of(Unreached const& said, Covered const& entry) {
  return entry.kind == Covered::Kind::operand && said.of == entry.of && said.part == entry.part;
}

/// Classes of evidence stand before the rules of score, and some keep their rows from them.
std::vector<Gate> gates_of(RulePack const& pack) {
  std::vector<Gate> gates;
  for (EvidenceClass const& each : pack.evidence) {
    gates.push_back({each.when, each.share == EvidenceClass::Share::rules
                                    || each.share == EvidenceClass::Share::at_ends});
  }
  return gates;
}

/// How kinds of cells and positions go together shows in the classes of evidence; the walk does not know it.
void doubt(std::vector<OperandReach>& operands) {
  for (OperandReach& each : operands) {
    each.surely_holds = each.surely_fails = false;
  }
}

std::string text_at(Program const& program, grammar::ByteSpan span) {
  return program.text.substr(span.begin, span.size());
}

} // namespace

void Coverage::add_parts(ProgramPtr const& program, Covered const& of, std::string const& key,
                         std::vector<OperandReach> const* reach, std::vector<Covered>& out) const {
  if (!program) {
    return;
  }
  auto const found = programs_.find(program.get());
  auto const add = [&](Covered::Kind kind, std::string part, std::uint64_t count) -> Covered& {
    Covered& entry = out.emplace_back();
    entry.kind = kind;
    entry.id = of.id;
    entry.of = of.of + key;
    entry.from_pack = of.from_pack;
    entry.place = program->where;
    entry.part = std::move(part);
    entry.count = count;
    if (count == 0) {
      entry.reason = of.count == 0 ? "uncovered_rule_not_reached" : "uncovered_no_test_with";
      entry.arguments = {of.count == 0 ? of.id : entry.part};
    }
    return entry;
  };
  for (std::size_t i = 0; i < program->branches.size(); ++i) {
    Branch const& branch = program->branches[i];
    std::string const text = text_at(*program, branch.yes);
    Sides const sides = found != programs_.end() ? found->second.branches[i] : Sides{};
    add(Covered::Kind::branch, (branch.is_band ? "band " : "if ") + text, sides.yes);
    if (branch.is_last) {
      add(Covered::Kind::branch, "else of " + text, sides.no);
    }
  }
  auto const add_operand = [&](std::string part, std::uint64_t count, std::string const* example,
                               bool surely) {
    Covered& entry = add(Covered::Kind::operand, std::move(part), count);
    if (count == 0 && example != nullptr && surely) {
      entry.possible = *example;
    }
    if (count == 0 && of.count != 0 && example != nullptr) {
      bool const is_rate = of.kind == Covered::Kind::cap || of.kind == Covered::Kind::execution;
      entry.reason = example->empty() ? "uncovered_operand_cannot" : "uncovered_no_test_with";
      // Cells of a rate are too coarse to show one; the part itself says what is missing.
      entry.arguments = {!example->empty() && is_rate ? entry.part : *example};
    }
  };
  for (std::size_t i = 0; i < program->operands.size(); ++i) {
    std::string const text = text_at(*program, program->operands[i].span);
    Sides const sides = found != programs_.end() ? found->second.operands[i] : Sides{};
    add_operand("holds: " + text, sides.yes, reach != nullptr ? &(*reach)[i].holds : nullptr,
                reach != nullptr && (*reach)[i].surely_holds);
    add_operand("fails: " + text, sides.no, reach != nullptr ? &(*reach)[i].fails : nullptr,
                reach != nullptr && (*reach)[i].surely_fails);
  }
  for (std::uint32_t at = 0; at < program->code.size(); ++at) {
    Instruction const& instruction = program->code[at];
    if (instruction.code != Code::interpolate) {
      continue;
    }
    for (std::size_t piece = 0; piece <= instruction.field; ++piece) {
      std::uint64_t count = 0;
      if (found != programs_.end()) {
        auto const pieces = found->second.pieces.find(at);
        count = pieces != found->second.pieces.end() ? pieces->second[piece] : 0;
      }
      add(Covered::Kind::branch,
          piece == 0 ? "first point of interpolate"
          : piece == instruction.field
              ? "else of interpolate"
              : "interpolate, points " + std::to_string(piece) + " to " + std::to_string(piece + 1),
          count);
    }
  }
}

void Coverage::add_list(List const& list, std::vector<Rule> const& rules, Counted const& counted,
                        std::vector<Covered>& out) const {
  std::vector<Reach> const reach = reach_of(rules, list.of_execution);
  bool const behind_evidence = list.kind == Covered::Kind::score;
  auto operands =
      operands_of(rules, list.of_execution, behind_evidence ? gates_of(pack_) : std::vector<Gate>());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_off(rules[i])) {
      continue;
    }
    Covered entry = entry_of(list.kind, rules[i], count_of(counted(i)));
    entry.of = list.name + "." + entry.id;
    bool const as_written = list.of_execution || rules.size() == 1;
    explain(entry, reach[i], asked_for(rules[i], reach[i], as_written));
    if (entry.kind == Covered::Kind::cap && entry.reason == "uncovered_no_test_with") {
      entry.reason = "uncovered_cap_lowers_nothing";
    }
    out.push_back(entry);
    if (operands && list.kind == Covered::Kind::evidence) {
      doubt((*operands)[i]);
    }
    add_parts(rules[i].when, entry, ".when", operands ? &(*operands)[i] : nullptr, out);
    add_parts(rules[i].share, entry, ".share", nullptr, out);
  }
}

void Coverage::add_rules(List const& list, std::vector<Rule> const& rules, std::vector<Covered>& out) const {
  if (!rules.empty()) {
    add_list(
        list, rules, [&](std::size_t i) { return &rules[i]; }, out);
  }
}

void Coverage::add_each(List const& list, std::vector<Rule> const& rules, std::vector<Covered>& out) const {
  for (Rule const& rule : rules) {
    add_list(
        list, {rule}, [&](std::size_t) { return &rule; }, out);
  }
}

void Coverage::add_evidence(std::vector<Covered>& out) const {
  std::vector<Rule> rules;
  for (EvidenceClass const& each : pack_.evidence) {
    Rule& rule = rules.emplace_back();
    rule.id = each.id;
    rule.when_text = each.when_text;
    rule.when = each.when;
    rule.share = each.fixed;
    rule.from_pack = each.from_pack;
    rule.place = each.place;
  }
  add_list(
      {Covered::Kind::evidence, "evidence"}, rules, [&](std::size_t i) { return &pack_.evidence[i]; }, out);
}

std::vector<Covered> Coverage::finish() const {
  std::vector<Covered> out;
  add_evidence(out);
  add_rules({Covered::Kind::score, "score"}, pack_.score, out);
  add_rules({Covered::Kind::execution, "execution.rules", true}, pack_.execution, out);
  add_each({Covered::Kind::check, "checks"}, pack_.checks, out);
  add_each({Covered::Kind::cap, "caps", true}, pack_.caps, out);
  for (Item const& item : pack_.form.items) {
    add_rules({Covered::Kind::item, "department.items." + item.id + ".rules"}, item.rules, out);
  }
  add_rules({Covered::Kind::light, "monitoring.indicators"}, pack_.monitoring.indicators, out);
  add_rules({Covered::Kind::light, "monitoring.execution"}, pack_.monitoring.execution, out);
  auto const add = [&](Covered::Kind kind, std::string const& id, std::string const& from,
                       std::uint64_t count, std::string missing) {
    Covered entry;
    entry.kind = kind;
    entry.id = id;
    entry.of = (kind == Covered::Kind::tier ? "tiers." : "grades.") + id;
    entry.from_pack = from;
    entry.count = count;
    if (count == 0) {
      entry.reason = "uncovered_no_test_with";
      entry.arguments = {std::move(missing)};
    }
    out.push_back(std::move(entry));
  };
  for (Tier const& tier : pack_.tiers) {
    add(Covered::Kind::tier, tier.id, pack_.tiers_from, count_of(&tier), "level = " + tier.id);
  }
  for (std::size_t i = 0; i < pack_.grades.size(); ++i) {
    Grade const& grade = pack_.grades[i];
    add(Covered::Kind::grade, grade.id, pack_.grades_from, count_of(&grade), totals_of(pack_.grades, i));
  }
  for (Covered& entry : out) {
    auto const said = std::find_if(pack_.unreached.begin(), pack_.unreached.end(),
                                   [&](Unreached const& each) { return is_of(each, entry); });
    if (said != pack_.unreached.end() && !entry.reached() && entry.possible.empty()) {
      entry.explained = said->reason;
    }
  }
  return out;
}

std::vector<StaleUnreached> stale_unreached(RulePack const& pack, std::vector<Covered> const& covered) {
  std::vector<StaleUnreached> stale;
  for (Unreached const& each : pack.unreached) {
    auto const found = std::find_if(covered.begin(), covered.end(), [&](Covered const& entry) {
      return is_of(each, entry) && entry.from_pack == pack.id;
    });
    if (found == covered.end() || found->explained.empty()) {
      bool const is_there = found != covered.end();
      stale.push_back({each, is_there && found->reached(), is_there ? found->possible : std::string()});
    }
  }
  return stale;
}

} // namespace jixiao::rulepack
