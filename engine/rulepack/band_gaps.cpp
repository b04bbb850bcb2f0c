// Two rules of one pack that take the low and the high end of a figure, with a piece between them that
// neither takes and that an inherited rule decides: mostly a slip in a bound.
#include "engine/rulepack/case_walk.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace jixiao::rulepack {
namespace {

using model::Truth;

class BandGaps {
public:
  BandGaps(std::vector<Rule> const& rules, RuleKind kind, std::string_view author)
      : rules_(rules), author_(author), space_(programs_of(rules), kind) {}

  diagnostic::Diagnostics run() {
    Rule const* before = nullptr;
    for (Rule const& rule : rules_) {
      if (rule.from_pack != author_ || rule.when_text == "false") {
        continue;
      }
      if (before != nullptr && before->when_text != "true" && rule.when_text != "true") {
        compare(*before, rule);
      }
      before = &rule;
    }
    return std::move(findings_);
  }

private:
  struct Gap {
    std::vector<Rule const*> deciding; ///< inherited
    std::string example;

    [[nodiscard]] bool found() const { return !deciding.empty(); }
    [[nodiscard]] std::string ids() const {
      std::string text;
      for (Rule const* const rule : deciding) {
        text += (text.empty() ? "" : ", ") + rule->id;
      }
      return text;
    }
  };

  void compare(Rule const& first, Rule const& second) {
    for (Variable const band : space_.figures()) {
      if (!asks(*first.when, band) || !asks(*second.when, band)) {
        continue;
      }
      for (std::vector<std::size_t> const& line : space_.lines(band)) {
        Case nothing;
        Gap const gap = find(first, second, band, line, nothing);
        if (gap.found()) {
          findings_.push_back(diagnostic::make(findings::rules_band_gap, second.when->where,
                                               {first.id, second.id, gap.ids(), gap.example}));
          return;
        }
      }
    }
  }

  static bool asks(Program const& program, Variable figure) { return program.mentions_of[figure.field] != 0; }

  /// Settles what the two ask beside the figure, and looks along the line of the figure.
  Gap find(Rule const& first, Rule const& second, Variable band, std::vector<std::size_t> const& line,
           Case& given) {
    if (evaluations_ > evaluation_limit) {
      return {};
    }
    for (Rule const* const rule : {&first, &second}) {
      if (auto const open = space_.open_question_but(*rule->when, given, band)) {
        Gap found;
        split(space_, given, *open,
              [&] { found = found.found() ? found : find(first, second, band, line, given); });
        return found;
      }
    }
    return along(first, second, band, line, given);
  }

  /// Which of the two takes each piece of the line; null for none.
  std::vector<Rule const*> takers(Rule const& first, Rule const& second, Variable band,
                                  std::vector<std::size_t> const& line, Case& given) {
    std::vector<Rule const*> taken;
    for (std::size_t const choice : line) {
      space_.settle(given, band, choice);
      evaluations_ += 2;
      bool const occurs = space_.can_occur(given);
      taken.push_back(occurs && ask(*first.when, given).truth != Truth::no    ? &first
                      : occurs && ask(*second.when, given).truth != Truth::no ? &second
                                                                              : nullptr);
    }
    return taken;
  }

  /// What lies exactly at the target belongs to the rule for rows that are met.
  static bool is_target(Case const& given) {
    auto const& actual = given.facts.number(model::NumberField::actual);
    auto const& target = given.facts.number(model::NumberField::target);
    return actual && target && SetDomain::equal(*actual, *target) == Truth::yes;
  }

  Gap along(Rule const& first, Rule const& second, Variable band, std::vector<std::size_t> const& line,
            Case& given) {
    std::vector<Rule const*> const taken = takers(first, second, band, line, given);
    Gap gap;
    Rule const* below = nullptr; // of the two, the one whose piece was the last
    std::size_t from = 0;
    for (std::size_t at = 0; at < taken.size() && !gap.found(); ++at) {
      if (taken[at] == nullptr) {
        continue;
      }
      for (std::size_t between = from; below != nullptr && taken[at] != below && between < at; ++between) {
        space_.settle(given, band, line[between]);
        if (!gap.found() && space_.can_occur(given) && !is_target(given)) {
          Case inside = given;
          gap.example = space_.text(given);
          add_deciding(0, inside, gap.deciding);
        }
      }
      below = taken[at];
      from = at + 1;
    }
    space_.reopen(given, band);
    return gap;
  }

  /// Adds the inherited rules that decide inside `given`.
  void add_deciding(std::size_t at, Case& given, std::vector<Rule const*>& deciding) {
    for (; at < rules_.size() && evaluations_ <= evaluation_limit; ++at) {
      ++evaluations_;
      Program const& when = *rules_[at].when;
      Truth const truth = ask(when, given).truth;
      auto const open = truth == Truth::unknown ? space_.open_question(when, given) : std::nullopt;
      if (open) {
        split(space_, given, *open, [&] { add_deciding(at, given, deciding); });
        return;
      }
      if (truth == Truth::yes) {
        bool const known = std::find(deciding.begin(), deciding.end(), &rules_[at]) != deciding.end();
        if (rules_[at].from_pack != author_ && !known) {
          deciding.push_back(&rules_[at]);
        }
        return;
      }
    }
  }

  std::vector<Rule> const& rules_;
  std::string_view author_;
  CaseSpace space_;
  std::uint32_t evaluations_ = 0;
  diagnostic::Diagnostics findings_;
};

} // namespace

diagnostic::Diagnostics check_band_gaps(std::vector<Rule> const& rules, std::string_view author,
                                        bool of_execution) {
  return BandGaps(rules, of_execution ? RuleKind::execution : RuleKind::score, author).run();
}

} // namespace jixiao::rulepack
