#pragma once
// Reads bytes as a document and checks what must hold of every document.
#include "engine/ingest/documents/read_document.hpp"
#include "grammar/text.hpp"

#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::test {

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline ingest::IngestLimits small_limits() {
  ingest::IngestLimits limits;
  limits.cells = 2000;
  limits.columns = 40;
  limits.cell_bytes = 200;
  limits.sheets = 3;
  limits.expanded_bytes = 1 << 20;
  return limits;
}

inline void check(model::DocumentLine const& line, ingest::IngestLimits const& limits) {
  require(line.number != 0 && !line.cells.empty());
  std::uint32_t column = 0;
  for (model::DocumentCell const& cell : line.cells) {
    require(grammar::is_utf8(cell.text) && cell.text.size() <= limits.cell_bytes);
    require(cell.columns != 0 && cell.rows != 0);
    require(cell.column < limits.columns && cell.columns <= limits.columns - cell.column);
    require(!cell.text.empty() || cell.columns > 1 || cell.rows > 1);
    require(cell.column >= column);
    column = cell.column;
  }
}

inline void check(diagnostic::Outcome<model::Document> const& outcome, diagnostic::SourceTable const& sources,
                  ingest::IngestLimits const& limits) {
  require(outcome.value || diagnostic::worst(outcome.diagnostics) == diagnostic::Severity::error);
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    require(each.where.source != 0 && each.where.source < sources.size());
    for (std::string const& argument : each.arguments) {
      require(grammar::is_utf8(argument));
    }
  }
  if (!outcome.value) {
    return;
  }
  std::size_t cells = 0;
  require(!outcome.value->parts.empty());
  for (model::DocumentPart const& part : outcome.value->parts) {
    require(part.source != 0 && part.source < sources.size() && !part.lines.empty());
    for (model::DocumentLine const& line : part.lines) {
      check(line, limits);
      cells += line.cells.size();
    }
  }
  require(cells <= limits.cells);
}

/// Parts of an archive by name, without a zip around them.
class PartsArchive final : public ingest::Archive {
public:
  static std::map<std::string, std::string>& parts() {
    static std::map<std::string, std::string> all;
    return all;
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> result;
    for (auto const& each : parts()) {
      result.push_back(each.first);
    }
    return result;
  }
  Member read(std::string_view name, std::size_t limit) const override {
    auto const found = parts().find(std::string(name));
    if (found == parts().end()) {
      return {{}, Failure::missing};
    }
    return found->second.size() > limit ? Member{{}, Failure::too_large}
                                        : Member{found->second, Failure::none};
  }
};

inline std::unique_ptr<ingest::Archive> open_parts(std::string_view) {
  return std::make_unique<PartsArchive>();
}

inline void read_any_document(std::string_view bytes, ingest::documents::Openers const& openers) {
  diagnostic::SourceTable sources;
  ingest::IngestLimits const limits = small_limits();
  check(ingest::documents::read_document(bytes, "file", openers, sources, limits), sources, limits);
}

} // namespace jixiao::test
