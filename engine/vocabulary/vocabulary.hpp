#pragma once
// Words of the field as data: rules/units.yaml, rules/lexicon.yaml, rules/taxonomy.yaml.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/facts.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/model/unit.hpp"
#include "grammar/lexicon.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::vocabulary {

/// Result of comparing two counts with different classifiers.
enum class ClassifierMatch : std::uint8_t { same, differs, refused };

/// Level 2 of the taxonomy.
struct Level2 {
  std::string id;                              ///< "quantity", "beneficiary_satisfaction", ...
  model::Level1 level1 = model::Level1::other; ///< the level it belongs to, used when level 1 is carried down
};

/// What the words of an actual value make of its number. Lists in lexicon.yaml (`claims`).
enum class Claim : std::uint8_t {
  plain,    ///< nothing
  achieved, ///< says that it was done (actually, reached)
  planned,  ///< states a plan, a duty, a forecast or another year
  denied,   ///< says that it was not done, or names what is missing
};

/// What foreign words may stand beside: a number, the statement that nothing happened, or that it is done.
enum class Beside : std::uint8_t { number, nothing, done };

/// What the words of an indicator's name suggest. Lists in lexicon.yaml (`name_hints`).
struct NameHints {
  bool deadline = false;         ///< date words: a bare number is a month, the answer is a date
  bool lower_is_better = false;  ///< fault, complaint, response time, ...
  bool money_is_gain = false;    ///< income, saving, investment attracted: more money is better
  bool entitlement = false;      ///< what each person or thing is to get: neither less nor more is right
  bool paid_out = false;         ///< grants and aid that are to be paid: more is better, unless it is a cost
  bool not_paid_out = false;     ///< ... what is left of them, held back, paid wrongly, or paid each
  bool open_money = false;       ///< an amount that may be a ceiling as well as a goal
  bool money = false;            ///< cost, fee, expenditure: 10,000 without a noun is money
  bool deviation = false;        ///< a rate of deviation: read as its absolute value
  bool satisfaction = false;     ///< a bare number or `points` is a score of 100
  bool ordinal = false;          ///< classes where a smaller number may be better
  bool percentage = false;       ///< rate, ratio: a bare number is a percentage
  bool higher_is_better = false; ///< accuracy, timeliness, satisfaction: an upper bound contradicts the name
  bool whole = false;            ///< a share of all there is: never more than 100 %
  bool no_effect = false;        ///< of a level's description: says that nothing improved or was avoided
};

/// Immutable after loading; const access from several threads is safe.
class Vocabulary {
public:
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  [[nodiscard]] grammar::Lexicon const& lexicon() const;

  /// The unit with this id; nullptr when there is none.
  [[nodiscard]] model::Unit const* unit(std::string_view id) const;
  [[nodiscard]] ClassifierMatch match_classifiers(std::string_view left, std::string_view right) const;
  /// The unit that `unit_id` means beside an indicator of this name: `point` is `minute` beside a response
  /// time. `unit_id` itself when the name decides nothing.
  [[nodiscard]] std::string_view unit_beside(std::string_view unit_id, std::string_view indicator_name) const;
  /// Whether there are names beside which `unit_id` means another unit.
  [[nodiscard]] bool depends_on_name(std::string_view unit_id) const;

  /// Level 1 by any of its names, blanks ignored; `other` when unknown.
  [[nodiscard]] model::Level1 level1(std::string_view text) const;
  /// Level 2 by any of its names; no value when unknown.
  [[nodiscard]] std::optional<Level2> level2(std::string_view text) const;
  /// Direction by any of its names; `none` when unknown or empty.
  [[nodiscard]] model::Direction direction(std::string_view text) const;
  /// True for the words of a relation column that say "qualitative".
  [[nodiscard]] bool is_qualitative_mark(std::string_view text) const;
  /// Denials count wherever they stand; plans and other years unless the text says what actually was.
  [[nodiscard]] Claim claim(std::string_view actual) const;
  /// Of the words beside a number (without blanks and punctuation, as `own`): those that say neither that
  /// something was done nor what the row's name and target say (`own`). They may make the number one of
  /// something else. `year` is the budget year, 0 when not known. Empty when all are the row's own.
  [[nodiscard]] std::string foreign_words(std::string_view words, std::string_view own, std::int32_t year,
                                          Beside beside) const;
  /// `words` without the verb of "raised to", which `text` says in full: where a thing stands now. `change`
  /// becomes that verb where the row asks how far it was raised.
  [[nodiscard]] std::string without_reached(std::string_view words, std::string_view text,
                                            std::string_view own, std::string& change) const;
  /// Whether `said` denies a word of `target`, or says what `target` denies: "not stable" beside "stable",
  /// "accidents" beside "no accidents". `name` tells which words are the row's own; `level` is a level word
  /// of `said` that may hold a negation itself, empty without one.
  [[nodiscard]] bool contradicts(std::string_view said, std::string_view target, std::string_view name,
                                 std::string_view level) const;
  [[nodiscard]] NameHints hints(std::string_view indicator_name) const;

  /// Column of the standard table by any of its header names, without the unit in brackets; no value when
  /// unknown.
  [[nodiscard]] std::optional<model::Column> column(std::string_view header) const;
  /// Whether `text` is the label of a line of sums: true for a subtotal, false for a total; no value when it
  /// is none.
  [[nodiscard]] std::optional<bool> sum_label(std::string_view text) const;
  /// The longest of these labels, in bytes without blanks.
  [[nodiscard]] std::size_t longest_sum_label() const;
  /// The header name of `column` as the standard table prints it.
  [[nodiscard]] std::string_view column_name(model::Column column) const;
  /// Every header name of `column`, as the data write them; those of fused targets are names of the target.
  [[nodiscard]] std::vector<std::string> const& column_words(model::Column column) const;
  /// Those of them that mean relation, value and unit in one cell.
  [[nodiscard]] std::vector<std::string> const& fused_target_words() const;
  /// True when this header name means relation, value and unit in one cell.
  [[nodiscard]] bool is_fused_target(std::string_view header) const;

  /// Rank of a level word on the common scales, best first (0 is met, 1 partly met, 2 not met); no value when
  /// the word is no level of a known scale.
  [[nodiscard]] std::optional<std::uint8_t> level_rank(std::string_view level) const;
  /// Steps of `level` below the best of its scale, 0 for the best itself; the smallest when it stands on
  /// several. Compares levels of different scales where their ranks are too coarse.
  [[nodiscard]] std::optional<std::uint32_t> level_step(std::string_view level) const;
  /// Steps of the finest scale that `level` stands on; 0 when it stands on none.
  [[nodiscard]] std::uint32_t scale_steps(std::string_view level) const;
  /// How the level `actual` stands to the level `target` on a common scale that holds both, finer than their
  /// ranks (good / fair are both partly met, yet fair does not answer good); no value when no scale does.
  [[nodiscard]] std::optional<model::LevelVerdict> compare_levels(std::string_view target,
                                                                  std::string_view actual) const;

private:
  friend struct VocabularyBuilder;
  Vocabulary();
  /// A negation before a word of the target.
  [[nodiscard]] bool denies_word(std::string_view clause, std::string_view asked, std::string_view own,
                                 std::string_view level) const;
  /// What the target says is not to be.
  [[nodiscard]] bool says_denied(std::string_view clause, std::string_view asked, std::string_view own) const;
  struct Data;
  std::unique_ptr<Data const> data_;
};

/// One rules file: its tree and the source that its places point at.
struct RuleFile {
  configuration::Node tree;
  diagnostic::SourceId source = 0;
};

/// Builds the vocabulary from the three files. Unknown keys, wrong types, unknown dimensions and words
/// defined twice are errors with file, line and column; no value then.
[[nodiscard]] diagnostic::Outcome<Vocabulary> load_vocabulary(RuleFile const& units, RuleFile const& lexicon,
                                                              RuleFile const& taxonomy);

} // namespace jixiao::vocabulary
