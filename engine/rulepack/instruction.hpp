#pragma once
// The flat form of a compiled expression: instructions over two small stacks, one of numbers and one of
// truths. Private to this folder.
#include "engine/model/facts.hpp"
#include "engine/number/interval.hpp"
#include "engine/rulepack/decision.hpp"
#include "engine/rulepack/program.hpp"
#include "grammar/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::rulepack {

enum class Code : std::uint8_t {
  // numbers
  constant,     ///< push constants[argument]
  number_field, ///< push the number field `field`
  add,
  subtract,
  multiply,
  divide,
  negate,
  minimum,
  maximum,
  absolute,
  clamp,       ///< value, low, high
  round,       ///< to `argument` places, half up
  interval,    ///< low, high; `field` holds EndFlags
  interpolate, ///< value, `field` points, else; the results at the points are scales[argument]
  // truths
  truth_constant, ///< argument: model::Truth
  truth_field,    ///< push the truth field `field`
  word_is,        ///< the word field `field` holds the word `argument`
  word_is_not,
  equal, ///< comparisons take two numbers and push a truth
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in, ///< value, low, high; `field` holds EndFlags
  invert,
  skip_if_no,  ///< jump when the truth on top is no, and keep it
  skip_if_yes, ///< jump when the truth on top is yes, and keep it
  both,        ///< and
  either,      ///< or
  // choice between two numbers: condition, choose, then..., next_choice, else..., end_of_choice
  choose,        ///< takes the condition; no: jump behind next_choice; unknown: both sides are evaluated
  next_choice,   ///< decided: jump behind end_of_choice
  end_of_choice, ///< undecided: the hull of both sides
  // choice between two truths
  choose_truth,
  next_truth,
  end_of_truth,
};

/// `field` of Code::interval and Code::in.
enum EndFlags : std::uint8_t { low_end_closed = 1, high_end_closed = 2 };

struct Instruction {
  Code code = Code::constant;
  std::uint8_t field = 0;
  std::int16_t argument = 0; ///< constant, word, places, or distance of a jump
};

/// A division, for messages: where it stands in the text.
struct Division {
  std::uint32_t instruction = 0;
  grammar::ByteSpan span;
};

/// A choice of the code, for coverage: what stands in the text where it goes one way and the other.
struct Branch {
  std::uint32_t instruction = 0; ///< of Code::choose or choose_truth
  grammar::ByteSpan yes;         ///< condition or band that leads there
  bool is_band = false;
  bool is_last = true; ///< its other side is an `else`, not another band
};

/// An operand of `and` or `or` that is neither itself, for coverage: its truth lies on top of the stack where
/// `instruction` is run.
struct Operand {
  std::uint32_t instruction = 0; ///< that skips the other operand, or joins the two
  grammar::ByteSpan span;
};

/// A field of numbers as it stands in the text, for `with_numbers`.
struct Mention {
  enum class Formula : std::uint8_t {
    field,
    attainment,
    deviation,
    deviation_rate,
    percentage_points,
    input ///< a field whose name the pack gives
  };
  Formula formula = Formula::field;
  model::NumberField field = model::NumberField::actual; ///< for Formula::field and input
  bool alone = false;                                    ///< no operator beside it: needs no brackets
  grammar::ByteSpan span;
};

/// Most numbers, truths and open choices that a program may hold at a time; the compiler refuses more.
inline constexpr std::uint32_t number_stack = 48;
inline constexpr std::uint32_t truth_stack = 48;
inline constexpr std::uint32_t open_choices = 64;
/// Most points of one interpolation.
inline constexpr std::size_t most_points = 12;

class Program {
public:
  std::string text;
  Want want = Want::truth;
  std::vector<Instruction> code;
  Decision decision; ///< Want::truth: tried before the code
  std::vector<number::Rational> constants;
  std::vector<number::Interval> sets;                ///< the same as intervals
  std::vector<std::vector<number::Rational>> scales; ///< of interpolations: results, best first
  bool makes_intervals = false;                      ///< has Code::interval: always runs over intervals
  bool may_jump = false;                             ///< rounds, or chooses by comparing numbers
  bool compares_measures = false; ///< holds actual or target against a plain number other than 0
  std::array<std::uint8_t, model::number_field_count> mentions_of{}; ///< how often a number field is used
  bool in_points = false;        ///< uses percentage_points: sense in rows of ratios only
  std::uint32_t truths_used = 0; ///< bit for each truth field
  std::uint32_t words_used = 0;  ///< bit for each word field
  std::vector<Division> divisions;
  std::vector<Branch> branches;
  std::vector<Operand> operands;
  std::vector<Mention> mentions;
  diagnostic::Place where; ///< of the first character of the text
  /// What the program gives when it uses no field at all.
  std::optional<Evaluated> fixed;
};

} // namespace jixiao::rulepack
