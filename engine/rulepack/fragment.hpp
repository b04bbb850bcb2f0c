#pragma once
// A piece of a program while it is being compiled: the code of one node of the tree, and what the check of
// types needs to know about it.
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/units_of_formula.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::rulepack {

struct Fragment {
  enum class Type : std::uint8_t {
    broken,   ///< an error has been reported: nothing that holds it is reported again
    truth,    ///< yes, no or unknown
    number,   ///< one number
    interval, ///< a set of numbers written as [a, b]
    field,    ///< a field that holds a word
    name,     ///< a name that is no field: perhaps a word
  };
  Type type = Type::broken;
  std::uint8_t word_field = 0;           ///< Type::field
  FormulaUnits units;                    ///< number, interval
  std::optional<number::Rational> value; ///< a number known while compiling; its code is not written yet
  std::vector<Instruction> code;
  std::vector<Division> divisions; ///< relative to `code`
  std::vector<Branch> branches;    ///< relative to `code`
  std::vector<Operand> operands;   ///< relative to `code`
  std::uint32_t numbers = 0;       ///< most numbers on the stack at a time
  std::uint32_t truths = 0;
  std::uint32_t choices = 0;
  std::array<std::uint8_t, model::number_field_count> mentions{};

  [[nodiscard]] bool is_number() const { return type == Type::number || type == Type::interval; }

  void put(Code instruction, std::uint8_t field = 0, std::int16_t argument = 0) {
    code.push_back({instruction, field, argument});
  }

  /// Writes `next` behind this code. `numbers_below` and `truths_below` lie on the stacks while it runs.
  void append(Fragment&& next, std::uint32_t numbers_below, std::uint32_t truths_below) {
    auto const base = static_cast<std::uint32_t>(code.size());
    code.insert(code.end(), next.code.begin(), next.code.end());
    for (Division division : next.divisions) {
      division.instruction += base;
      divisions.push_back(division);
    }
    for (Branch branch : next.branches) {
      branch.instruction += base;
      branches.push_back(branch);
    }
    for (Operand operand : next.operands) {
      operand.instruction += base;
      operands.push_back(operand);
    }
    numbers = std::max(numbers, next.numbers + numbers_below);
    truths = std::max(truths, next.truths + truths_below);
    choices = std::max(choices, next.choices);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      mentions[i] = static_cast<std::uint8_t>(std::min(250, mentions[i] + next.mentions[i]));
    }
  }
};

} // namespace jixiao::rulepack
