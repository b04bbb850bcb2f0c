#pragma once
// A rule pack as it results from its file and the packs it extends: checked, compiled, immutable.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/number/rounding.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

/// How far a figure can be trusted: [Q] official text, [Qc] product default, [Q2] secondary copy, [K+] [K]
/// [K?].
enum class Confidence : std::uint8_t { official, product, secondary, sure, fair, unsure };
[[nodiscard]] std::string_view name(Confidence confidence); ///< as packs write it: "Q", "K+"

/// A compiled expression. Opaque: see program.hpp.
class Program;
using ProgramPtr = std::shared_ptr<Program const>;

/// A figure of a row that the pack gives a name, so that its rules can ask for it.
struct Input {
  std::string id;
  std::vector<std::string> names; ///< as the table writes it
  enum class Kind : std::uint8_t { ratio, count, money } kind = Kind::ratio;
  model::NumberField field = model::NumberField::input_1;
  std::string from_pack;
  diagnostic::Place place;
};

/// `when` and `share` with their source text, citation and origin.
struct Rule {
  std::string id;
  std::string when_text, share_text;
  ProgramPtr when, share;
  std::string cite;    ///< document and clause; empty when the pack cites nothing for it
  std::string finding; ///< message id issued when the rule matches; empty for none
  std::string light;   ///< of monitoring: id of the light, or "none"
  diagnostic::Severity severity = diagnostic::Severity::warning; ///< of that finding
  std::string limit;        ///< number of `when` that the finding shows, such as 1.2; empty for none
  bool asks_reason = false; ///< a reason given in the row answers the finding
  std::optional<Confidence> confidence;
  std::string from_pack; ///< id of the pack that wrote it
  diagnostic::Place place;
};

/// One item of the form that a department fills in for itself, with rules of its own.
struct Item {
  std::string id;
  std::vector<std::string> names; ///< as forms print it
  std::string level;              ///< name of its DepartmentForm::Level
  number::Rational points;
  std::vector<Rule> rules; ///< first match wins
  std::string from_pack;
  diagnostic::Place place;
};

/// The form of a department: its points go by levels of its own.
struct DepartmentForm {
  struct Level {
    std::string name;
    number::Rational points;
  };
  std::vector<Level> levels;
  std::vector<Item> items;
};

/// A light of mid-year monitoring.
struct Light {
  std::string id, zh, en;
};

/// How far things are while the year goes on.
struct Monitoring {
  std::vector<Light> lights;    ///< worst first; a project has the worst of its rows
  std::vector<Rule> indicators; ///< first match wins; Rule::light
  std::vector<Rule> execution;
};

/// One row of the evidence table.
struct EvidenceClass {
  std::string id;
  std::string when_text;
  ProgramPtr when;
  enum class Share : std::uint8_t { none, rules, fixed, at_ends } share = Share::none;
  std::string share_text;
  ProgramPtr fixed; ///< for Share::fixed: an interval such as [0, 1] or 1
  model::Status status = model::Status::open;
  model::LedgerColumn column = model::LedgerColumn::unanswered;
  bool accepts = false; ///< `--assume claims-met` takes it as met
  std::string question; ///< message id of the question that settles it
  std::string cite;
  std::string from_pack;
  diagnostic::Place place;
};

enum class WhenWeightMissing : std::uint8_t { split_equally, open };
enum class WhenLevelAbsent : std::uint8_t { in_proportion, lost };
enum class RoundAt : std::uint8_t { indicator, level, total };
/// Which budget the execution rate divides by.
enum class Denominator : std::uint8_t { adjusted, initial };

/// Points of the levels in a table that lacks some of them.
struct WeightsWithout {
  std::vector<model::Level1> absent; ///< sorted
  std::map<model::Level1, number::Rational> levels;
};

/// Points of the levels, before distribution to rows.
struct Weights {
  number::Rational execution;
  std::map<model::Level1, number::Rational> levels;
  std::vector<number::Rational> accepted_sums;
  WhenWeightMissing when_missing = WhenWeightMissing::split_equally;
  /// Taken when exactly these levels of the pack have no row; otherwise when_level_absent decides.
  std::vector<WeightsWithout> without;
  WhenLevelAbsent when_level_absent = WhenLevelAbsent::in_proportion;
  /// Level whose points a level 1 takes when the pack gives that level none (cost counts as output in
  /// mof-2020).
  std::map<model::Level1, model::Level1> counts_as;
};

struct RoundingPolicy {
  std::int32_t places = 2;
  number::Rounding mode = number::Rounding::half_up;
  RoundAt at = RoundAt::indicator;
};

/// From where on something is remarked. Nothing is scored by it, and nothing that is absurd.
struct Limits {
  number::Rational low_execution = number::Rational::fraction(9, 10); ///< rate below which a reason is asked
  number::Rational single_row = 10;        ///< points above which a row should not stand alone in its level
  number::Rational absurd_execution = 100; ///< rate from which on the two amounts are of different units
  number::Rational scant_execution =
      number::Rational::fraction(1, 1000); ///< rate above 0 up to which they are

  /// Yuan beside ten thousands of yuan rather than spending: the execution stays open.
  [[nodiscard]] bool is_absurd(number::Rational const& rate) const {
    return rate >= absurd_execution || (rate.sign() > 0 && rate <= scant_execution);
  }
};

struct Grade {
  std::string id;        ///< excellent, good, fair, poor, ...
  std::string zh, en;    ///< as shown
  number::Rational from; ///< lower bound, included; the upper bound is the next better grade's
};

/// Interval of the points that a level earns, for `tier:` judgements and LevelVerdict.
struct Tier {
  std::string id; ///< met, partly_met, not_met
  number::Interval share;
};

/// What a section of a pack rests on, where nothing in it cites for itself.
struct Basis {
  std::string cite;
  std::optional<Confidence> confidence;
  std::string from_pack;
};

/// What a person has decided on a row of a test, as in a file of judgements.
struct TestJudgement {
  std::string tier, share, value; ///< as written; empty where not given
};

/// A row of a test as users write it.
struct PackTestRow {
  std::string row; ///< level1 | level2 | name | relation | target | unit | weight | direction
  std::string actual;
  std::optional<std::string> claimed; ///< self-evaluated score
  std::optional<std::string> pass_threshold;
  std::optional<std::string> targets, inputs, reason; ///< cells that few tables have
  std::optional<TestJudgement> judgement;
  /// What must come out, where it is said.
  std::optional<std::string> score, status, ledger, rule, evidence, light;
};

/// One project of a test: a whole table, with what must come out of it.
struct PackTestTable {
  std::vector<PackTestRow> rows;
  std::optional<std::string> initial, budget, executed;
  std::optional<std::string> total, grade, execution, light;
};

/// A row written as users write it, or whole tables, with what must come out.
struct PackTest : PackTestRow {
  /// The ends of `score`, each as a report shows it. A score is one number or an interval with its ends:
  /// "16.67", "[6.00, 8.00)".
  std::optional<std::string> low, high;
  std::vector<std::string> findings;           ///< that must be there; others may stand beside them
  std::vector<std::string> no_findings;        ///< that must not be there
  std::optional<std::string> severity;         ///< of each of `findings`
  std::optional<std::string> budget, executed; ///< for tests of the execution score
  std::vector<PackTestTable> tables;           ///< `rows` (one table) or `projects`
  std::optional<std::string> department_total, department_grade;
  std::uint32_t as_of = 0; ///< month of monitoring; 0: none
  std::string name;        ///< what it shows
  std::string todo;        ///< why it does not hold yet; empty for every other test
  std::string from_pack;
  diagnostic::Place place;
};

/// An entry of `unreached:`: a side of an operand that no test can reach, and why.
struct Unreached {
  std::string of, part, reason; ///< "score.met.when", "fails: quantity"
  diagnostic::Place place;
};

/// What a pack scores.
enum class Subject : std::uint8_t { project, department };

struct RulePack {
  std::string id, title;
  diagnostic::SourceId source = 0;          ///< its own file, not those of what it extends
  std::string document, issued;             ///< the legal source
  std::string effective_from, effective_to; ///< ISO dates; empty: open
  std::string region;
  Subject subject = Subject::project;
  std::optional<Confidence> confidence;
  std::vector<std::string> lineage; ///< this pack first, then what it extends, up to base
  std::string digest;               ///< of the texts of the lineage
  Weights weights;
  RoundingPolicy rounding;
  Limits limits;
  Denominator denominator = Denominator::adjusted;
  std::vector<EvidenceClass> evidence;
  std::vector<Rule> score;
  std::vector<Rule> execution; ///< `when` and `share` over execution_rate, budget, executed
  std::vector<Rule> caps;    ///< the total is at most `share` of 100 where `when` holds; all that hold apply
  std::vector<Input> inputs; ///< figures of rows that the rules call by name
  DepartmentForm form;       ///< no items: claims of such a form are added up, not computed
  Monitoring monitoring;
  std::vector<Rule> checks;            ///< findings about a scored comparison; `share` is empty
  bool asks_both_budgets = false;      ///< some rule asks initial_budget or adjusted_budget
  std::vector<Grade> grades;           ///< best first
  std::vector<Tier> tiers;             ///< best first
  std::string grades_from, tiers_from; ///< ids of the packs that wrote them
  /// By section; of lists that several packs write ("score", "evidence" ...) by section and pack:
  /// "score/base".
  std::map<std::string, Basis, std::less<>> basis;
  /// What is no list of entries: "weights", "rounding.places", "grades" ... -> id of the pack that wrote it.
  std::map<std::string, std::string, std::less<>> written_by;
  number::Rational digit_slip_ratio = 10; ///< a target this many times the budget, or more, looks like a slip
  std::vector<PackTest> tests;            ///< of this pack alone, not inherited
  std::vector<Unreached> unreached;       ///< the same
};

/// What a section rests on, or those entries of a list that `from_pack` wrote; null when nothing says it.
[[nodiscard]] Basis const* basis_of(RulePack const& pack, std::string_view section,
                                    std::string_view from_pack);

} // namespace jixiao::rulepack
