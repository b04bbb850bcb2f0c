#pragma once
// What the operands of a condition come to while it is asked. Private to this folder.
#include "engine/rulepack/instruction.hpp"

#include <array>
#include <optional>
#include <vector>

namespace jixiao::rulepack {

/// Writes down what each operand of a condition came to; those that were skipped are left out.
struct OperandWatch {
  Program const* program = nullptr;
  std::vector<std::optional<model::Truth>>* seen = nullptr;

  void choice(std::uint32_t, model::Truth) const {}
  void operand(std::uint32_t instruction, model::Truth truth) const {
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

} // namespace jixiao::rulepack
