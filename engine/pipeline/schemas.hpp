#pragma once
// The JSON Schemas of docs/schema/ as they were compiled into the program (cmake/write_schemas.cmake).
#include <string_view>
#include <vector>

namespace jixiao::pipeline {

struct Schema {
  std::string_view name; ///< "evaluation", of evaluation.schema.json
  std::string_view text; ///< the whole file
};

/// All of them, by name.
[[nodiscard]] std::vector<Schema> schemas();

} // namespace jixiao::pipeline
