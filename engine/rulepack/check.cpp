// The checker of rule lists: goes through every case that can occur, asking of a case only what the rules
// ask.
#include "engine/rulepack/case_key.hpp"
#include "engine/rulepack/case_walk.hpp"
#include "engine/rulepack/clamping.hpp"
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/implied.hpp"
#include "engine/rulepack/operand_watch.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/reach.hpp"
#include "engine/rulepack/rule_pairs.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_set>
#include <utility>

namespace jixiao::rulepack {

using diagnostic::Diagnostics;
using model::Truth;

namespace {

class Checker {
public:
  Checker(std::vector<Rule> const& rules, RuleKind kind, std::string_view author)
      : rules_(rules), author_(author), space_(programs_of(rules), kind), pairs_(space_),
        clampings_(rules.begin(), rules.end()), held_(rules.size()), examples_(rules.size()),
        divided_(rules.size()) {
    for (Rule const& rule : rules) {
      forms_.emplace_back(rule.when->text);
    }
    asked_.resize(rules.size() + 1);
    for (std::size_t i = rules.size(); i-- > 0;) {
      asked_[i] = asked_[i + 1];
      asked_[i].add(*rules[i].when);
      if (rules[i].share) {
        asked_[i].add(*rules[i].share);
      }
    }
  }

  Diagnostics run() {
    finds_clamped_ = true;
    Case nothing;
    explore(0, nothing);
    if (evaluations_ > evaluation_limit) {
      report(findings::rules_not_all_checked, rules_.front().place, {std::to_string(evaluation_limit)});
      return std::move(findings_);
    }
    // First of all which rules nothing reaches: what is left of the pairs is for hints.
    std::vector<Taken> taken(rules_.size());
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (!held_[i] && !is_off(i)) {
        taken[i].by = taken_by(i);
        taken[i].is_known = taken[i].by.size() == 1 || !exhausted();
      }
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      if (is_off(i)) {
        continue;
      }
      if (!held_[i]) {
        report_unreached(i, taken[i]);
      } else if (std::vector<std::string> const ids = overlaps_of(i); !ids.empty()) {
        report(findings::rules_overlap, rules_[i].when->where, {rules_[i].id, joined(ids)});
      }
      report_clamped(i);
    }
    if (exhausted()) {
      report(findings::rules_pairs_not_all_checked, rules_.front().place, {std::to_string(evaluation_limit)});
    }
    return std::move(findings_);
  }

  std::vector<Reach> reach() {
    keeps_examples_ = true;
    Case nothing;
    explore(0, nothing);
    std::vector<Reach> result(rules_.size());
    bool const all = evaluations_ <= evaluation_limit;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      result[i].reachable = held_[i] || !all;
      result[i].example = examples_[i];
      if (all && !held_[i]) {
        result[i].hidden = taken_by(i);
      }
    }
    return result;
  }

  /// Which way the operands of each condition can go; no value when there are too many cases to tell.
  std::optional<std::vector<std::vector<OperandReach>>> operands(std::vector<Gate> const& gates) {
    gates_ = &gates;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      operands_.emplace_back(rules_[i].when->operands.size());
    }
    Case nothing;
    explore(0, nothing);
    return evaluations_ > evaluation_limit ? std::nullopt : std::optional(std::move(operands_));
  }

private:
  /// The rules that take a rule's cases.
  struct Taken {
    std::vector<std::string> by;
    bool is_known = false; ///< else the pairs were too many to tell
  };

  /// Switched off on purpose: an inherited rule cannot be taken away.
  [[nodiscard]] bool is_off(std::size_t at) const { return rules_[at].when_text == "false"; }

  void report_unreached(std::size_t at, Taken const& taken) {
    std::string const& id = rules_[at].id;
    diagnostic::Place const where = rules_[at].when->where;
    if (!taken.is_known) {
      report(findings::rules_never_first, where, {id});
    } else if (taken.by.empty()) {
      report(findings::rules_never_hold, where, {id});
    } else {
      report(findings::rules_unreachable, where, {id, joined(taken.by)});
    }
  }

  Answer ask(Program const& program, Case const& given) {
    ++evaluations_;
    return rulepack::ask(program, given);
  }
  template <class Next>
  void split(Case& given, Variable variable, Next next) {
    rulepack::split(space_, given, variable, next);
  }

  void explore(std::size_t at, Case& given) {
    for (; at < rules_.size(); ++at) {
      if (evaluations_ > evaluation_limit || !visited_.insert(key_of(at, asked_[at], given)).second) {
        return;
      }
      Rule const& rule = rules_[at];
      Answer const answer = ask(*rule.when, given);
      bool const operands_open = !operands_.empty() && !see_operands(at, given);
      if (answer.truth == Truth::unknown || answer.division || operands_open) {
        if (auto const open = space_.open_question(*rule.when, given)) {
          split(given, *open, [&] { explore(at, given); });
          return;
        }
        report_division(at, *rule.when, answer, given);
      }
      if (answer.truth == Truth::no) {
        continue;
      }
      // Where a number is absent that it asks, the rule is not known to hold.
      if (!held_[at] && !taken_by_form(at)
          && !(answer.truth == Truth::unknown && asks_what_is_absent(*rule.when, given))) {
        held_[at] = true;
        if (keeps_examples_) {
          examples_[at] = space_.text(given);
        }
      }
      if (rule.share && !divided_[at]) {
        check_share(at, given);
      }
      if (finds_clamped_) {
        see_clamping(at, given);
      }
      if (answer.truth == Truth::yes) {
        return;
      }
    }
    report_gap(given);
  }

  /// Keeps a case for each way that an operand goes. False when one of them is not decided.
  bool see_operands(std::size_t at, Case const& given) {
    Program const& program = *rules_[at].when;
    std::vector<std::optional<Truth>> seen(program.operands.size());
    Machine<CaseDomain, OperandWatch> machine(program, given.facts, CaseDomain{{}, given.words},
                                              OperandWatch{&program, &seen});
    [[maybe_unused]] Ending const ending = machine.run();
    assert(ending == Ending::done);
    bool const open = std::count(seen.begin(), seen.end(), Truth::unknown) != 0
                      && space_.open_question(program, given).has_value();
    for (std::size_t i = 0; i < seen.size(); ++i) {
      // Where the cells are too coarse to tell, both may be.
      bool const either_way = seen[i] == Truth::unknown && !open && !asks_what_is_absent(program, given);
      OperandReach& reach = operands_[at][i];
      auto const keep = [&](std::string& example, bool& surely, Truth way) {
        bool const is_sure = seen[i] == way && surely_comes(given);
        bool const may_be = seen[i] == way || either_way;
        if ((is_sure && !surely) || (may_be && example.empty())) {
          example = space_.text(given);
          surely = is_sure;
        }
      };
      keep(reach.holds, reach.surely_holds, Truth::yes);
      keep(reach.fails, reach.surely_fails, Truth::no);
    }
    return !open;
  }

  /// Unless a condition before the list certainly keeps the case from it.
  [[nodiscard]] bool surely_comes(Case const& given) const {
    if (given.facts.truth(model::TruthField::restated) == Truth::yes) {
      return false;
    }
    for (Gate const& gate : *gates_) {
      Truth const truth = rulepack::ask(*gate.when, given).truth;
      if (truth == Truth::yes || (truth == Truth::unknown && gate.lets_pass)) {
        return gate.lets_pass;
      }
    }
    return true;
  }

  void check_share(std::size_t at, Case& given) {
    Program const& share = *rules_[at].share;
    if (share.divisions.empty() || evaluations_ > evaluation_limit) {
      return;
    }
    Answer const answer = ask(share, given);
    if (!answer.division) {
      return;
    }
    if (auto const open = space_.open_question(share, given)) {
      split(given, *open, [&] { check_share(at, given); });
      return;
    }
    report_division(at, share, answer, given);
  }

  /// Settles what the share asks and looks at its figures.
  void see_clamping(std::size_t at, Case& given) {
    if (clampings_[at].settled()) {
      return;
    }
    if (auto const open = space_.open_question(*rules_[at].share, given)) {
      split(given, *open, [&] { see_clamping(at, given); });
      return;
    }
    clampings_[at].add(given.facts, [&](model::Facts const& facts) {
      Case exact = given;
      exact.facts = facts;
      // What the cells left open, the figures decide: an earlier rule may take them.
      return space_.can_occur(exact)
             && std::none_of(
                 rules_.begin(), rules_.begin() + static_cast<std::ptrdiff_t>(at),
                 [&](Rule const& rule) { return evaluate_truth(*rule.when, facts) == Truth::yes; });
    });
  }

  void report_clamped(std::size_t at) {
    Clamped const clamped = clampings_[at].result();
    bool const of_author = author_.empty() || rules_[at].from_pack == author_;
    if (clamped != Clamped::no && of_author) {
      report(clamped == Clamped::to_one ? findings::rules_always_full : findings::rules_always_nothing,
             rules_[at].share->where, {rules_[at].id, rules_[at].share_text});
    }
  }

  void report_division(std::size_t at, Program const& program, Answer const& answer, Case& given) {
    if (!answer.division || divided_[at] || asks_what_is_absent(program, given)) {
      return;
    }
    if (auto const tie = space_.open_tie(given)) {
      split(given, *tie, [&] { report_division(at, program, answer, given); });
      return;
    }
    divided_[at] = true;
    auto const division =
        std::find_if(program.divisions.begin(), program.divisions.end(),
                     [&](Division const& each) { return each.instruction == *answer.division; });
    assert(division != program.divisions.end());
    report(findings::rules_division_by_zero, place_in(program.where, program.text, division->span),
           {rules_[at].id, program.text.substr(division->span.begin, division->span.size()),
            space_.text(given)});
  }

  void report_gap(Case& given) {
    if (gap_reported_) {
      return;
    }
    if (auto const tie = space_.open_tie(given)) {
      split(given, *tie, [&] { report_gap(given); });
      return;
    }
    gap_reported_ = true;
    report(findings::rules_gap, rules_.back().when->where, {rules_.back().id, space_.text(given)});
  }

  [[nodiscard]] bool taken_by_form(std::size_t at) const {
    return std::any_of(forms_.begin(), forms_.begin() + static_cast<std::ptrdiff_t>(at),
                       [&](ConditionForm const& earlier) { return forms_[at].implies(earlier); });
  }

  [[nodiscard]] bool exhausted() const { return pairs_.evaluations() > evaluation_limit; }

  /// Ids of the rules before `at` that hold wherever it does: one that does so alone, else all of them.
  std::vector<std::string> taken_by(std::size_t at) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < at && !exhausted(); ++i) {
      Program const& earlier = *rules_[i].when;
      Program const& own = *rules_[at].when;
      bool const both = pairs_.both_can_hold(earlier, own);
      if (forms_[at].implies(forms_[i]) || (both && !pairs_.can_hold_without(own, earlier))) {
        return {rules_[i].id};
      }
      if (both) {
        ids.push_back(rules_[i].id);
      }
    }
    return ids;
  }

  /// Ids of the rules before `at` that take cases from it and give something else there. An earlier rule that
  /// is the more special one stands where it belongs, and what a pack puts before inherited rules is put
  /// there to take cases from them.
  std::vector<std::string> overlaps_of(std::size_t at) {
    std::vector<std::string> ids;
    bool const inherited = !author_.empty() && rules_[at].from_pack != author_;
    bool const is_last = at + 1 == rules_.size();
    for (std::size_t i = 0; i < at && !inherited && !is_last && !exhausted(); ++i) {
      Program const& earlier = *rules_[i].when;
      if (rules_[i].share_text != rules_[at].share_text && !forms_[i].implies(forms_[at])
          && pairs_.both_can_hold(earlier, *rules_[at].when)
          && pairs_.can_hold_without(earlier, *rules_[at].when)) {
        ids.push_back(rules_[i].id);
      }
    }
    return ids;
  }

  static std::string joined(std::vector<std::string> const& ids) {
    std::string text;
    for (std::string const& id : ids) {
      text += (text.empty() ? "" : ", ") + id;
    }
    return text;
  }

  void report(diagnostic::Code const& code, diagnostic::Place where, std::vector<std::string> arguments) {
    findings_.push_back(diagnostic::make(code, where, std::move(arguments)));
  }

  std::vector<Rule> const& rules_;
  std::string_view author_;
  CaseSpace space_;
  RulePairs pairs_;
  std::vector<ConditionForm> forms_;
  std::vector<Asked> asked_;
  std::vector<Clamping> clampings_;
  std::vector<bool> held_;                          ///< the rule may be the first that matches
  std::vector<std::string> examples_;               ///< of a case in which it is
  std::vector<Gate> const* gates_ = nullptr;        ///< only `operands` looks at them
  std::vector<std::vector<OperandReach>> operands_; ///< only `operands` asks for them
  std::vector<bool> divided_;                       ///< a division by zero of it has been reported
  bool finds_clamped_ = false;                      ///< only `run` asks for shares outside 0 to 1
  bool keeps_examples_ = false;                     ///< only `reach` asks for them
  bool gap_reported_ = false;
  std::uint32_t evaluations_ = 0;
  std::unordered_set<CaseKey, CaseKeyHash> visited_;
  Diagnostics findings_;
};

Diagnostics check(std::vector<Rule> const& rules, RuleKind kind, std::string_view author) {
  if (rules.empty()) {
    return {diagnostic::make(findings::rules_empty, {})};
  }
  return Checker(rules, kind, author).run();
}

} // namespace

std::vector<Reach> reach_of(std::vector<Rule> const& rules, bool of_execution) {
  return Checker(rules, of_execution ? RuleKind::execution : RuleKind::score, {}).reach();
}

std::optional<std::vector<std::vector<OperandReach>>>
operands_of(std::vector<Rule> const& rules, bool of_execution, std::vector<Gate> const& gates) {
  return Checker(rules, of_execution ? RuleKind::execution : RuleKind::score, {}).operands(gates);
}

Diagnostics check_score_rules(std::vector<Rule> const& rules, std::string_view author) {
  return check(rules, RuleKind::score, author);
}

Diagnostics check_execution_rules(std::vector<Rule> const& rules, std::string_view author) {
  return check(rules, RuleKind::execution, author);
}

} // namespace jixiao::rulepack
