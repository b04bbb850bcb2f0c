#pragma once
// What the tests of a pack reach: classes of evidence, rules, branches of their expressions, tiers, grades
// and lights. Counted over evaluated projects: what the engine itself decided, not a second opinion.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/reach.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "grammar/span.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

/// One thing that a test can reach.
struct Covered {
  enum class Kind : std::uint8_t {
    evidence,
    score,
    execution,
    check,
    cap,
    item,
    light,
    branch,  ///< of an expression: `part` says which
    operand, ///< of `and` and `or`, seen to hold or to fail: `part` says which
    tier,
    grade,
  } kind = Kind::score;
  std::string id;   ///< of the rule, class, tier or grade
  std::string of;   ///< where it stands in the pack: "score.met", of a part "score.met.when"
  std::string part; ///< of a branch: the condition, band or piece as written; "else ..." for the other side
  std::string from_pack;
  diagnostic::Place place;
  std::uint64_t count = 0;
  /// Why nothing reaches it, for count = 0: a message id of rules/messages/rulepack.yaml with arguments.
  std::string reason;
  std::vector<std::string> arguments;
  /// Why nothing can reach it, as `unreached:` of the pack says.
  std::string explained;
  /// A case that reaches it for certain, as the walk of `rules check` found it; empty when it found none.
  std::string possible;

  [[nodiscard]] bool reached() const { return count != 0; }
};

/// An entry of `unreached:` that does not hold: there is no such part, a test reaches it, or one could.
struct StaleUnreached {
  Unreached entry;
  bool reached = false;
  std::string possible; ///< the case in which a test would reach it
};

[[nodiscard]] std::string_view name(Covered::Kind kind); ///< "evidence", "score" ...

class Coverage {
public:
  /// `pack` must outlive this object.
  explicit Coverage(RulePack const& pack);

  /// Counts what an evaluated project has reached. The project was scored with this very pack.
  void add(model::ProjectEvaluation const& evaluation);

  /// Everything that can be reached, in the order of the pack, with its count and the reason where it is 0.
  [[nodiscard]] std::vector<Covered> finish() const;

private:
  /// A list of the pack as it is walked through.
  struct List {
    Covered::Kind kind;
    std::string name; ///< as a path inside the pack
    bool of_execution = false;
  };
  /// How often something went one way and the other.
  struct Sides {
    std::uint64_t yes = 0, no = 0;
    void add(model::Truth truth) {
      yes += truth == model::Truth::yes ? 1U : 0U;
      no += truth == model::Truth::no ? 1U : 0U;
    }
  };
  /// Counts of one expression: of each branch and operand both sides, of each interpolation its pieces.
  struct Counts {
    std::vector<Sides> branches, operands;
    std::map<std::uint32_t, std::vector<std::uint64_t>> pieces;
  };
  class Watch;

  void add_row(model::ScoredIndicator const& row, bool department_form);
  void add_light(std::vector<Rule> const& rules, model::Facts facts, std::uint32_t month);
  void run(ProgramPtr const& program, model::Facts const& facts);
  /// Runs conditions up to the rule that decided, and its share.
  void run_list(std::vector<Rule> const& rules, std::string_view decided, model::Facts const& facts);
  [[nodiscard]] std::uint64_t count_of(void const* entry) const;
  void add_parts(ProgramPtr const& program, Covered const& of, std::string const& key,
                 std::vector<OperandReach> const* reach, std::vector<Covered>& out) const;
  /// `counted`: under which address the entry of a rule was counted.
  using Counted = std::function<void const*(std::size_t)>;
  void add_list(List const& list, std::vector<Rule> const& rules, Counted const& counted,
                std::vector<Covered>& out) const;
  void add_rules(List const& list, std::vector<Rule> const& rules, std::vector<Covered>& out) const;
  void add_each(List const& list, std::vector<Rule> const& rules, std::vector<Covered>& out) const;
  void add_evidence(std::vector<Covered>& out) const;

  RulePack const& pack_;
  std::map<void const*, std::uint64_t> counts_; ///< of rules, classes, tiers, grades by their address
  std::map<Program const*, Counts> programs_;
};

/// Entries of `unreached:` that `covered` does not bear out.
[[nodiscard]] std::vector<StaleUnreached> stale_unreached(RulePack const& pack,
                                                          std::vector<Covered> const& covered);

} // namespace jixiao::rulepack
