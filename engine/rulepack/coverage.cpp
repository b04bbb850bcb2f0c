#include "engine/rulepack/coverage.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/set_domain.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::rulepack {

using model::Facts;
using model::NumberField;
using model::Truth;

/// Looks on while an expression is run over intervals, where every number is the whole of what is known.
class Coverage::Watch {
public:
  Watch() = default;
  Watch(Program const& program, Counts& counts) : program_(&program), counts_(&counts) {}

  void choice(std::uint32_t instruction, Truth condition) {
    for (std::size_t i = 0; i < program_->branches.size(); ++i) {
      if (program_->branches[i].instruction == instruction) {
        counts_->branches[i].add(condition);
      }
    }
  }

  void operand(std::uint32_t instruction, Truth truth) {
    for (std::size_t i = 0; i < program_->operands.size(); ++i) {
      if (program_->operands[i].instruction == instruction) {
        counts_->operands[i].add(truth);
      }
    }
  }

  /// Pieces: at or beyond the first point, between two points (the worse one included), behind the last.
  void interpolation(std::uint32_t instruction, number::Interval const& value,
                     std::array<number::Interval const*, most_points> const& points, std::size_t count) {
    std::vector<std::uint64_t>& pieces = counts_->pieces[instruction];
    pieces.resize(count + 1);
    bool const known = value.is_point()
                       && std::all_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(count),
                                      [](auto const* point) { return point->is_point(); });
    if (!known) {
      return;
    }
    bool const falls = *points[count - 1]->low.value < *points[0]->low.value;
    std::size_t piece = 0;
    while (piece < count) {
      number::Rational const& point = *points[piece]->low.value;
      if (falls ? *value.low.value >= point : *value.low.value <= point) {
        break;
      }
      ++piece;
    }
    ++pieces[piece];
  }

private:
  Program const* program_ = nullptr;
  Counts* counts_ = nullptr;
};

namespace {

/// Two checks may issue one code: their limits tell whose finding it is.
bool is_of(Rule const& check, diagnostic::Diagnostic const& finding) {
  return finding.code == check.finding && finding.arguments.size() > 4
         && finding.arguments[4] == limit_shown(check);
}

} // namespace

Coverage::Coverage(RulePack const& pack) : pack_(pack) {}

void Coverage::run(ProgramPtr const& program, Facts const& facts) {
  if (!program) {
    return;
  }
  Counts& counts = programs_[program.get()];
  counts.branches.resize(program->branches.size());
  counts.operands.resize(program->operands.size());
  if (program->branches.empty() && program->operands.empty() && program->scales.empty()) {
    return;
  }
  Machine<SetDomain, Watch> machine(*program, facts, SetDomain{}, Watch(*program, counts));
  [[maybe_unused]] Ending const ending = machine.run();
  assert(ending == Ending::done);
}

void Coverage::run_list(std::vector<Rule> const& rules, std::string_view decided, Facts const& facts) {
  for (Rule const& rule : rules) {
    run(rule.when, facts);
    if (rule.id.data() == decided.data()) {
      ++counts_[&rule];
      run(rule.share, facts);
      return;
    }
  }
}

void Coverage::add_light(std::vector<Rule> const& rules, Facts facts, std::uint32_t month) {
  facts.number(NumberField::elapsed) =
      number::Interval::point(number::Rational::fraction(static_cast<std::int64_t>(month), 12));
  for (Rule const& rule : rules) {
    run(rule.when, facts);
    Truth const truth = evaluate_truth(*rule.when, facts);
    if (truth == Truth::yes) {
      ++counts_[&rule];
    }
    if (truth != Truth::no) {
      return;
    }
  }
}

void Coverage::add_row(model::ScoredIndicator const& row, bool department_form) {
  if (row.judgement) {
    for (Tier const& tier : pack_.tiers) {
      counts_[&tier] += tier.id == row.judgement->tier ? 1U : 0U;
    }
  }
  std::size_t const parts = std::min(row.verdicts.size(), row.indicator.comparisons.size());
  for (std::size_t part = 0; part < parts; ++part) {
    model::Verdict const& verdict = row.verdicts[part];
    Facts const& facts = row.indicator.comparisons[part].facts;
    for (EvidenceClass const& each : pack_.evidence) {
      run(each.when, facts);
      if (each.id.data() == verdict.evidence.data()) {
        ++counts_[&each];
        run(each.fixed, facts);
        if (each.share == EvidenceClass::Share::at_ends) {
          run_list(pack_.score, verdict.rule, missing_side(facts));
        } else if (each.share == EvidenceClass::Share::rules) {
          run_list(pack_.score, verdict.rule, facts);
        }
        break;
      }
    }
    if (department_form) {
      if (!verdict.rule.empty()) {
        run_list(rules_with(pack_, verdict.rule), verdict.rule, facts);
      }
      continue;
    }
    auto const level = static_cast<model::LevelVerdict>(facts.word(model::WordField::level));
    for (Tier const& tier : pack_.tiers) {
      counts_[&tier] += tier.id == model::name(level) ? 1U : 0U;
    }
    for (Rule const& check : pack_.checks) {
      run(check.when, facts);
      bool const found = std::any_of(row.findings.begin(), row.findings.end(),
                                     [&](auto const& finding) { return is_of(check, finding); });
      counts_[&check] += found && evaluate_truth(*check.when, facts) == Truth::yes ? 1U : 0U;
    }
  }
}

void Coverage::add(model::ProjectEvaluation const& evaluation) {
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    add_row(row, evaluation.project.department_form);
    if (evaluation.month != 0 && !row.indicator.comparisons.empty() && !evaluation.project.department_form) {
      add_light(pack_.monitoring.indicators, row.indicator.comparisons.front().facts, evaluation.month);
    }
  }
  for (Rule const& cap : pack_.caps) {
    run(cap.when, evaluation.facts);
    // One that holds beside a lower total caps nothing: no test would miss it.
    bool const lowers =
        std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [&](auto const& finding) {
          return finding.code == "total_capped" && finding.arguments.front() == cap.id;
        });
    if (lowers) {
      ++counts_[&cap];
      run(cap.share, evaluation.facts);
    }
  }
  if (evaluation.execution.rate) {
    if (!evaluation.execution.rule.empty()) {
      run_list(pack_.execution, evaluation.execution.rule, evaluation.facts);
    }
    if (evaluation.month != 0) {
      add_light(pack_.monitoring.execution, evaluation.facts, evaluation.month);
    }
  }
  for (Grade const& grade : pack_.grades) {
    bool const only = evaluation.grades.size() == 1 && evaluation.grades.front() == grade.id;
    counts_[&grade] += only ? 1U : 0U;
  }
}

std::uint64_t Coverage::count_of(void const* entry) const {
  auto const found = counts_.find(entry);
  return found == counts_.end() ? 0 : found->second;
}

} // namespace jixiao::rulepack
