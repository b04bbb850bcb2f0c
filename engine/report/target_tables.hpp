#pragma once
// Tables of targets say of every project that it has no actual values; a page says it once for each file.
#include "engine/diagnostic/source_table.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::report {

class TargetTables {
public:
  /// Takes what a project says of having no actual values out of `findings`, and remembers it.
  void take(diagnostic::Diagnostics& findings);

  /// One line for each file that has such projects, in the order of the input.
  [[nodiscard]] std::vector<std::string> lines(diagnostic::SourceTable const& sources,
                                               vocabulary::Messages const& messages,
                                               vocabulary::Language language) const;

private:
  struct Table {
    diagnostic::SourceId source = 0;
    std::uint64_t projects = 0;
  };
  std::vector<Table> tables_;
};

} // namespace jixiao::report
