// The checker of rule lists: goes through every case that can occur, asking of a case only what the rules
// ask.
#include "engine/rulepack/case_key.hpp"
#include "engine/rulepack/cases.hpp"
#include "engine/rulepack/clamping.hpp"
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/reach.hpp"
#include "engine/rulepack/set_domain.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_set>
#include <utility>

namespace jixiao::rulepack {

using diagnostic::Diagnostics;
using model::Truth;

namespace {

constexpr std::uint32_t evaluation_limit = 50'000; // the packs of this tree need one or two thousand

/// Intervals where a word may not be settled yet.
struct CaseDomain : SetDomain {
  static constexpr bool words_may_be_open = true;
  std::uint32_t settled_words = 0;
};

/// Writes down what each operand of a condition came to; those that were skipped are left out.
struct OperandWatch {
  Program const* program = nullptr;
  std::vector<std::optional<Truth>>* seen = nullptr;

  void choice(std::uint32_t, Truth) const {}
  void operand(std::uint32_t instruction, Truth truth) const {
    for (std::size_t i = 0; i < program->operands.size(); ++i) {
      if (program->operands[i].instruction == instruction) {
        (*seen)[i] = truth;
      }
    }
  }
  template <class Value>
  void interpolation(std::uint32_t, Value const&, std::array<Value const*, most_points> const&,
                     std::size_t) const {}
};

struct Answer {
  Truth truth = Truth::unknown;
  std::optional<std::uint32_t> division; ///< instruction of one whose divisor may be 0
};

std::vector<Program const*> programs_of(std::vector<Rule> const& rules) {
  std::vector<Program const*> programs;
  for (Rule const& rule : rules) {
    programs.push_back(rule.when.get());
    if (rule.share) {
      programs.push_back(rule.share.get());
    }
  }
  return programs;
}

class Checker {
public:
  Checker(std::vector<Rule> const& rules, RuleKind kind, std::string_view author)
      : rules_(rules), author_(author), space_(programs_of(rules), kind),
        clampings_(rules.begin(), rules.end()), held_(rules.size()), examples_(rules.size()),
        divided_(rules.size()) {
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
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      bool const is_last = i + 1 == rules_.size();
      std::string const earlier = held_[i] && is_last ? std::string() : earlier_that_hold(i);
      if (rules_[i].when_text == "false") {
        continue; // switched off on purpose: an inherited rule cannot be taken away
      }
      if (!held_[i] && earlier.empty()) {
        report(findings::rules_never_hold, rules_[i].when->where, {rules_[i].id});
      } else if (!held_[i]) {
        report(findings::rules_unreachable, rules_[i].when->where, {rules_[i].id, earlier});
      } else if (!earlier.empty()) {
        report(findings::rules_overlap, rules_[i].when->where, {rules_[i].id, earlier});
      }
      report_clamped(i);
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
      for (std::size_t before = 0; all && !held_[i] && before < i; ++before) {
        Case open;
        if (both_can_hold(*rules_[before].when, *rules_[i].when, open)) {
          result[i].hidden.push_back(rules_[before].id);
        }
      }
    }
    return result;
  }

  /// Which way the operands of each condition can go; no value when there are too many cases to tell.
  std::optional<std::vector<std::vector<OperandReach>>> operands() {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      operands_.emplace_back(rules_[i].when->operands.size());
    }
    Case nothing;
    explore(0, nothing);
    return evaluations_ > evaluation_limit ? std::nullopt : std::optional(std::move(operands_));
  }

private:
  /// Goes on with every way to settle `variable`.
  template <class Next>
  void split(Case& given, Variable variable, Next next) {
    for (std::size_t choice = 0; choice < space_.choices(variable); ++choice) {
      space_.settle(given, variable, choice);
      if (space_.can_occur(given)) {
        next();
      }
    }
    space_.reopen(given, variable);
  }

  Answer ask(Program const& program, Case const& given) {
    ++evaluations_;
    Machine<CaseDomain> machine(program, given.facts, CaseDomain{{}, given.words});
    [[maybe_unused]] Ending const ending = machine.run();
    assert(ending == Ending::done);
    Answer answer;
    if (program.want == Want::truth) {
      answer.truth = machine.truth_result();
    }
    if (machine.notes().divisor_may_be_zero) {
      answer.division = machine.notes().division;
    }
    return answer;
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
      if (!held_[at]) {
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
      if (reach.holds.empty() && (seen[i] == Truth::yes || either_way)) {
        reach.holds = space_.text(given);
      }
      if (reach.fails.empty() && (seen[i] == Truth::no || either_way)) {
        reach.fails = space_.text(given);
      }
    }
    return !open;
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

  /// A number that is not there makes a formula unknown, not wrong.
  [[nodiscard]] static bool asks_what_is_absent(Program const& program, Case const& given) {
    for (std::size_t field = 0; field < model::number_field_count; ++field) {
      if (program.mentions_of[field] != 0 && !given.facts.number(static_cast<model::NumberField>(field))) {
        return true;
      }
    }
    return false;
  }

  /// Ids of the rules before `at` that hold in some case in which it holds, too, and give something else.
  std::string earlier_that_hold(std::size_t at) {
    std::string ids;
    for (std::size_t i = 0; i < at && evaluations_ <= evaluation_limit; ++i) {
      bool const of_others =
          !author_.empty() && rules_[i].from_pack != author_ && rules_[at].from_pack != author_;
      if (held_[at] && (of_others || rules_[i].share_text == rules_[at].share_text)) {
        continue;
      }
      Case nothing;
      if (both_can_hold(*rules_[i].when, *rules_[at].when, nothing)) {
        ids += (ids.empty() ? "" : ", ") + rules_[i].id;
      }
    }
    return ids;
  }

  bool both_can_hold(Program const& first, Program const& second, Case& given) {
    for (Program const* const program : {&first, &second}) {
      Answer const answer = ask(*program, given);
      if (answer.truth == Truth::no) {
        return false;
      }
      if (answer.truth == Truth::unknown) {
        auto const open = space_.open_question(*program, given);
        if (!open) {
          return false; // not decided by the cells: nothing that can be said for certain
        }
        bool found = false;
        split(given, *open, [&] { found = found || both_can_hold(first, second, given); });
        return found;
      }
    }
    return true;
  }

  void report(diagnostic::Code const& code, diagnostic::Place where, std::vector<std::string> arguments) {
    findings_.push_back(diagnostic::make(code, where, std::move(arguments)));
  }

  std::vector<Rule> const& rules_;
  std::string_view author_;
  CaseSpace space_;
  std::vector<Asked> asked_;
  std::vector<Clamping> clampings_;
  std::vector<bool> held_;                          ///< the rule may be the first that matches
  std::vector<std::string> examples_;               ///< of a case in which it is
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

std::optional<std::vector<std::vector<OperandReach>>> operands_of(std::vector<Rule> const& rules,
                                                                  bool of_execution) {
  return Checker(rules, of_execution ? RuleKind::execution : RuleKind::score, {}).operands();
}

Diagnostics check_score_rules(std::vector<Rule> const& rules, std::string_view author) {
  return check(rules, RuleKind::score, author);
}

Diagnostics check_execution_rules(std::vector<Rule> const& rules, std::string_view author) {
  return check(rules, RuleKind::execution, author);
}

} // namespace jixiao::rulepack
