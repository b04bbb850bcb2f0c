#pragma once
// The combinations of facts that can occur, as the checker of rules goes through them: truths and words one
// by one, numbers as cells between the figures that the rules name. Private to this folder.
//
// Rules that compare actual and target with each other and with 0 look at nothing but the sign of the target
// and the ratio of the two. So the target is -1, 0 or 1 and the actual lies in a cell of ratios, which covers
// every case without loss. Rules that hold actual or target against a plain figure get cells for each alone.
#include "engine/model/facts.hpp"
#include "engine/rulepack/instruction.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jixiao::rulepack {

/// Something that a case can settle. `pair`: actual and target together.
struct Variable {
  enum class Kind : std::uint8_t { truth, word, number, pair } kind = Kind::truth;
  std::uint8_t field = 0;
};

/// One case, settled as far as the rules have asked.
struct Case {
  model::Facts facts;       ///< truths not settled are unknown, numbers not settled absent
  std::uint32_t truths = 0; ///< bit for each that is settled
  std::uint32_t words = 0;
  std::uint32_t numbers = 0;                                    ///< actual and target are settled together
  std::array<std::uint32_t, model::number_field_count> cells{}; ///< of numbers that are settled; pair: actual

  Case();
  [[nodiscard]] bool settled(model::TruthField field) const { return (truths >> index(field) & 1U) != 0; }
  [[nodiscard]] bool settled(model::WordField field) const { return (words >> index(field) & 1U) != 0; }
  [[nodiscard]] bool settled(model::NumberField field) const { return (numbers >> index(field) & 1U) != 0; }
  template <class Field>
  [[nodiscard]] static std::uint32_t index(Field field) {
    return static_cast<std::uint32_t>(field);
  }
};

/// Which list is checked: the engine asks for the execution score only when there is a budget above 0 and an
/// executed amount.
enum class RuleKind : std::uint8_t { score, execution };

class CaseSpace {
public:
  CaseSpace(std::span<Program const* const> programs, RuleKind kind);

  /// The first thing that `program` asks and `given` leaves open; no value when nothing is.
  [[nodiscard]] std::optional<Variable> open_question(Program const& program, Case const& given) const;
  /// The same, but never `but`.
  [[nodiscard]] std::optional<Variable> open_question_but(Program const& program, Case const& given,
                                                          Variable but) const;
  /// Everything that has an order: each number, and actual and target together.
  [[nodiscard]] std::vector<Variable> figures() const;
  /// Choices of a figure in ascending order, one list for each target of a pair; without the absent one.
  [[nodiscard]] std::vector<std::vector<std::size_t>> lines(Variable figure) const;
  /// What must be settled before an error may be reported: the relation, when the rules look at it, for it
  /// ties `met` to the order of the numbers.
  [[nodiscard]] std::optional<Variable> open_tie(Case const& given) const;
  [[nodiscard]] std::size_t choices(Variable variable) const;
  void settle(Case& given, Variable variable, std::size_t choice) const;
  void reopen(Case& given, Variable variable) const;
  /// False for what cannot occur together.
  [[nodiscard]] bool can_occur(Case const& given) const;

  /// As the language writes it: "quantity and not met and direction = positive and target = 0".
  [[nodiscard]] std::string text(Case const& given) const;

private:
  using Cell = std::optional<number::Interval>;
  struct Pair {
    Cell actual, target;
  };
  void make_pairs(std::span<Program const* const> programs);
  void make_numbers(std::span<Program const* const> programs);
  void make_words(std::span<Program const* const> programs);
  [[nodiscard]] std::string text_of_pair(Pair const& pair) const;

  RuleKind kind_;
  std::array<std::string, model::number_field_count> names_; ///< those of inputs as their pack gives them
  bool relation_matters_ = false;                            ///< some rule looks at the relation
  bool ratios_only_ = true; ///< targets are -1, 0 and 1, actuals cells of ratios
  std::vector<Pair> pairs_;
  std::array<std::vector<Cell>, model::number_field_count> numbers_;
  std::array<std::vector<std::uint8_t>, model::word_field_count> words_; ///< those named, and one other
  std::array<bool, model::word_field_count> has_other_{};
};

} // namespace jixiao::rulepack
