#pragma once
// Reads bytes as a table and checks what must hold of every table.
#include "engine/ingest/standard_table.hpp"
#include "grammar/text.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <algorithm>
#include <cstdlib>

namespace jixiao::test {

class AnyBytes final : public ingest::ByteSource {
public:
  AnyBytes(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  std::size_t read(std::span<char> buffer) override {
    std::size_t const count = std::min({buffer.size(), piece_, bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, count, buffer.data());
    at_ += count;
    return count;
  }

private:
  std::string bytes_;
  std::size_t piece_, at_ = 0;
};

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline void check(diagnostic::Diagnostics const& findings, diagnostic::SourceTable const& sources) {
  for (diagnostic::Diagnostic const& each : findings) {
    require(each.where.source < sources.size());
    for (std::string const& argument : each.arguments) {
      require(grammar::is_utf8(argument));
    }
  }
}

inline void read_any(std::string bytes, ingest::Format format, ingest::ArchiveOpener opener,
                     std::size_t piece) {
  ingest::IngestLimits limits;
  limits.cell_bytes = 200;
  limits.columns = 40;
  limits.rows_per_project = 20;
  limits.expanded_bytes = 1 << 20;
  diagnostic::SourceTable sources;
  auto const reader = ingest::read_standard_table(std::make_unique<AnyBytes>(std::move(bytes), piece), format,
                                                  "table", embedded_vocabulary(), opener, sources, limits);
  model::RawProject project;
  while (reader->next(project)) {
    require(project.header != nullptr && !project.rows.empty());
    require(project.rows.size() <= limits.rows_per_project);
    for (model::RawRow const& row : project.rows) {
      require(row.row != 0);
      for (std::size_t i = 0; i < model::column_count; ++i) {
        require(grammar::is_utf8(row.cells[i]));
        require(project.header->columns[i] != 0 || row.cells[i].empty());
      }
    }
    check(project.findings, sources);
  }
  check(reader->findings(), sources);
  require(!reader->readable() || project.rows.empty());
}

} // namespace jixiao::test
