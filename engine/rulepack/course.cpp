#include "engine/rulepack/course.hpp"

#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/verdict_of.hpp"

#include <optional>
#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using model::Truth;

namespace {

/// The step behind all tests of truths and words that `at` leads through.
Step settled(Step at, Decision const& decision, Facts const& facts) {
  while (at < step_machine) {
    Test const& test = decision.tests[at];
    Truth truth = Truth::unknown;
    if (test.kind == Test::Kind::truth) {
      truth = facts.truths[test.field];
    } else if (test.kind == Test::Kind::word) {
      truth = facts.words[test.field] == test.other ? Truth::yes : Truth::no;
    } else {
      return at;
    }
    at = truth == Truth::unknown ? step_machine : truth == Truth::yes ? test.yes : test.no;
  }
  return at;
}

/// `decision` without its tests of truths and words, which `facts` answer.
Decision over_numbers(Decision const& decision, Facts const& facts) {
  Decision result;
  result.entry = settled(decision.entry, decision, facts);
  if (result.entry < step_machine) {
    result.tests = decision.tests;
    result.figures = decision.figures;
    for (Test& test : result.tests) {
      test.yes = settled(test.yes, decision, facts);
      test.no = settled(test.no, decision, facts);
    }
  }
  return result;
}

Choice choice_of(EvidenceClass const& evidence, Rule const& rule, Decision when) {
  Choice choice;
  choice.when = std::move(when);
  Program const& program = *rule.share;
  if (program.fixed) {
    static Facts const none; // a fixed share asks for nothing
    Evaluated share = clamped_share(program, none);
    choice.verdict = verdict_with(evidence, {std::move(share.value), rule.id, share.enclosure});
    choice.share = Choice::Share::fixed;
  } else if (std::optional<Quotient> const quotient = quotient_of(program)) {
    choice.verdict = verdict_with(evidence, {number::Interval::point(0), rule.id, false});
    choice.share = Choice::Share::quotient;
    choice.above = quotient->above;
    choice.below = quotient->below;
  }
  return choice;
}

/// Whether the class gives the same share whatever the facts are.
bool has_fixed_share(EvidenceClass const& evidence) {
  return evidence.share == EvidenceClass::Share::none
         || (evidence.share == EvidenceClass::Share::fixed && evidence.fixed->fixed);
}

/// The rules that may hold, up to the first that does for certain.
void add_rules(EvidenceClass const& evidence, RulePack const& pack, Facts const& facts,
               std::vector<Choice>& choices) {
  for (Rule const& rule : pack.score) {
    Decision when = over_numbers(rule.when->decision, facts);
    Step const entry = when.entry;
    if (entry == step_no) {
      continue;
    }
    choices.push_back(choice_of(evidence, rule, std::move(when)));
    if (entry == step_yes || entry == step_machine) {
      return;
    }
  }
}

} // namespace

Course make_course(RulePack const& pack, Facts const& facts) {
  Course course;
  for (EvidenceClass const& evidence : pack.evidence) {
    Step const entry = settled(evidence.when->decision.entry, evidence.when->decision, facts);
    if (entry == step_no) {
      continue;
    }
    if (entry == step_yes && evidence.share == EvidenceClass::Share::rules) {
      add_rules(evidence, pack, facts, course.choices);
    } else if (entry == step_yes && has_fixed_share(evidence)) {
      Choice choice;
      choice.when.entry = step_yes;
      choice.share = Choice::Share::fixed;
      choice.verdict = verdict_of(evidence, pack, facts);
      course.choices.push_back(std::move(choice));
    }
    break; // anything else takes the whole way
  }
  for (Rule const& check : pack.checks) {
    Decision when = over_numbers(check.when->decision, facts);
    if (when.entry != step_no) {
      course.checks.push_back({&check, std::move(when)});
    }
  }
  return course;
}

} // namespace jixiao::rulepack
