#pragma once
// What two packs make of the same tables: whose score changes by how much, whose grade, and which rule did
// it.
#include "engine/model/evaluation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::authoring {

/// A row as one pack scored it.
struct RowScore {
  std::uint32_t row = 0; ///< 0: the execution score
  std::string name;
  bool counted = false; ///< it has points that count
  number::Interval score;
  number::Rational weight;
  std::string status;
  std::string rule;          ///< that gave the share; empty when the class of evidence gave it
  std::string evidence;      ///< empty for the execution score
  number::Rational beside{}; ///< points of the rows, where the execution score does not count beside them
};

/// A project as one pack scored it.
struct ProjectScore {
  std::string file, project, code, unit;
  std::optional<number::Interval> total; ///< on the scale of 100; none: not scored
  std::vector<std::string> grades;
  std::vector<RowScore> rows;
  std::string cap{}; ///< of the pack, that decided the total; empty for none
};

[[nodiscard]] ProjectScore score_of(model::ProjectEvaluation const& evaluation, std::string file);

struct DifferentRow {
  RowScore left, right;
};

struct DifferentProject {
  ProjectScore left, right;   ///< without their rows
  number::Rational low, high; ///< change of the ends of the total, right less left; 0 when one is missing
  number::Rational size;      ///< the larger of the two, without its sign
  bool other_grade = false;
  std::vector<DifferentRow> rows; ///< whose score or rule is another one, in the order of the table
};

struct BatchDifference {
  std::vector<DifferentProject> projects; ///< that differ: by size, then as they came
  std::uint64_t compared = 0;             ///< all
  std::uint64_t other_score = 0;          ///< whose total is another one
  std::uint64_t other_grade = 0;
};

/// Holds the projects of two runs over the same inputs against each other.
[[nodiscard]] BatchDifference compare_scores(std::vector<ProjectScore> const& left,
                                             std::vector<ProjectScore> const& right);

} // namespace jixiao::authoring
