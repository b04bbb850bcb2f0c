// What a finished coverage lists, and why nothing reaches what it does not.
#include "engine/rulepack/coverage.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/reach.hpp"

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

/// Why no test reaches a rule of a list: others stand before it, it can never hold, or a row is missing.
void explain(Covered& entry, Reach const& reach) {
  if (entry.count != 0) {
    return;
  }
  if (!reach.reachable && reach.hidden.empty()) {
    entry.reason = "uncovered_never_holds";
  } else if (!reach.reachable) {
    entry.reason = "uncovered_hidden";
    entry.arguments = {joined(reach.hidden)};
  } else {
    entry.reason = reach.example.empty() ? "uncovered_no_test" : "uncovered_no_test_with";
    entry.arguments = {reach.example};
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

std::string text_at(Program const& program, grammar::ByteSpan span) {
  return program.text.substr(span.begin, span.size());
}

} // namespace

void Coverage::add_branches(ProgramPtr const& program, Covered const& of, std::vector<Covered>& out) const {
  if (!program || (program->branches.empty() && program->scales.empty())) {
    return;
  }
  auto const found = programs_.find(program.get());
  auto const add = [&](std::string part, std::uint64_t count) {
    Covered entry;
    entry.kind = Covered::Kind::branch;
    entry.id = of.id;
    entry.from_pack = of.from_pack;
    entry.place = program->where;
    entry.part = std::move(part);
    entry.count = count;
    if (count == 0) {
      entry.reason = of.count == 0 ? "uncovered_rule_not_reached" : "uncovered_no_test_with";
      entry.arguments = {of.count == 0 ? of.id : entry.part};
    }
    out.push_back(std::move(entry));
  };
  for (std::size_t i = 0; i < program->branches.size(); ++i) {
    Branch const& branch = program->branches[i];
    std::string const text = text_at(*program, branch.yes);
    bool const counted = found != programs_.end() && i < found->second.yes.size();
    add((branch.is_band ? "band " : "if ") + text, counted ? found->second.yes[i] : 0);
    if (branch.is_last) {
      add("else of " + text, counted ? found->second.no[i] : 0);
    }
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
      add(piece == 0 ? "first point of interpolate"
          : piece == instruction.field
              ? "else of interpolate"
              : "interpolate, points " + std::to_string(piece) + " to " + std::to_string(piece + 1),
          count);
    }
  }
}

void Coverage::add_rules(Covered::Kind kind, std::vector<Rule> const& rules, bool of_execution,
                         std::vector<Covered>& out) const {
  if (rules.empty()) {
    return;
  }
  std::vector<Reach> const reach = reach_of(rules, of_execution);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_off(rules[i])) {
      continue;
    }
    Covered entry = entry_of(kind, rules[i], count_of(&rules[i]));
    explain(entry, reach[i]);
    out.push_back(entry);
    add_branches(rules[i].when, entry, out);
    add_branches(rules[i].share, entry, out);
  }
}

void Coverage::add_each(Covered::Kind kind, std::vector<Rule> const& rules, bool of_execution,
                        std::vector<Covered>& out) const {
  for (Rule const& rule : rules) {
    if (is_off(rule)) {
      continue;
    }
    Covered entry = entry_of(kind, rule, count_of(&rule));
    explain(entry, reach_of({rule}, of_execution).front());
    out.push_back(entry);
    add_branches(rule.when, entry, out);
    add_branches(rule.share, entry, out);
  }
}

void Coverage::add_evidence(std::vector<Covered>& out) const {
  std::vector<Rule> rules;
  for (EvidenceClass const& each : pack_.evidence) {
    Rule& rule = rules.emplace_back();
    rule.id = each.id;
    rule.when_text = each.when_text;
    rule.when = each.when;
    rule.from_pack = each.from_pack;
    rule.place = each.place;
  }
  std::vector<Reach> const reach = reach_of(rules, false);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    Covered entry = entry_of(Covered::Kind::evidence, rules[i], count_of(&pack_.evidence[i]));
    explain(entry, reach[i]);
    out.push_back(entry);
    add_branches(rules[i].when, entry, out);
    add_branches(pack_.evidence[i].fixed, entry, out);
  }
}

std::vector<Covered> Coverage::finish() const {
  std::vector<Covered> out;
  add_evidence(out);
  add_rules(Covered::Kind::score, pack_.score, false, out);
  add_rules(Covered::Kind::execution, pack_.execution, true, out);
  add_each(Covered::Kind::check, pack_.checks, false, out);
  add_each(Covered::Kind::cap, pack_.caps, true, out);
  for (Item const& item : pack_.form.items) {
    add_rules(Covered::Kind::item, item.rules, false, out);
  }
  add_rules(Covered::Kind::light, pack_.monitoring.indicators, false, out);
  add_rules(Covered::Kind::light, pack_.monitoring.execution, false, out);
  auto const add = [&](Covered::Kind kind, std::string const& id, std::string const& from,
                       std::uint64_t count, std::string missing) {
    Covered entry;
    entry.kind = kind;
    entry.id = id;
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
  for (Grade const& grade : pack_.grades) {
    add(Covered::Kind::grade, grade.id, pack_.grades_from, count_of(&grade),
        "total >= " + grade.from.plain_text());
  }
  return out;
}

} // namespace jixiao::rulepack
