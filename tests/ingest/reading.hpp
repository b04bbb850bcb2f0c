#pragma once
// Reads a table from a string and keeps everything that came out.
#include "engine/ingest/standard_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace jixiao::test {

/// Gives `bytes` in pieces of `piece` bytes, as a pipe would.
class StringSource final : public ingest::ByteSource {
public:
  explicit StringSource(std::string bytes, std::size_t piece = 1 << 20)
      : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(std::span<char> buffer) override {
    std::size_t const count = std::min({buffer.size(), piece_, bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, count, buffer.data());
    at_ += count;
    return count;
  }

private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

struct Table {
  std::vector<model::RawProject> projects;
  diagnostic::Diagnostics findings; ///< of the input, then of each project
  bool readable = false;
  diagnostic::SourceTable sources;

  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (diagnostic::Diagnostic const& each : findings) {
      result.emplace_back(each.code);
    }
    return result;
  }
  [[nodiscard]] std::size_t count(diagnostic::Code const& code) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&code](diagnostic::Diagnostic const& each) { return each.code == code.id; }));
  }
  /// The only finding with this code.
  [[nodiscard]] diagnostic::Diagnostic const& the(diagnostic::Code const& code) const {
    INFO(code.id);
    REQUIRE(count(code) == 1);
    return *std::find_if(findings.begin(), findings.end(),
                         [&code](diagnostic::Diagnostic const& each) { return each.code == code.id; });
  }
  [[nodiscard]] std::vector<std::string> column(model::Column column) const {
    std::vector<std::string> result;
    for (model::RawProject const& project : projects) {
      for (model::RawRow const& row : project.rows) {
        result.emplace_back(row[column]);
      }
    }
    return result;
  }
};

inline Table read_table(std::string bytes, ingest::Format format, std::string const& name,
                        ingest::ArchiveOpener opener, ingest::IngestLimits const& limits = {},
                        std::size_t piece = 1 << 20) {
  Table table;
  auto const reader =
      ingest::read_standard_table(std::make_unique<StringSource>(std::move(bytes), piece), format, name,
                                  embedded_vocabulary(), opener, table.sources, limits);
  model::RawProject project; // one for all, as the program has it: what is left from the last must not show
  while (reader->next(project)) {
    table.projects.push_back(project);
  }
  table.findings = reader->findings();
  for (model::RawProject const& each : table.projects) {
    table.findings.insert(table.findings.end(), each.findings.begin(), each.findings.end());
  }
  table.readable = reader->readable();
  return table;
}

inline Table read_csv(std::string bytes, ingest::IngestLimits const& limits = {},
                      std::size_t piece = 1 << 20) {
  return read_table(std::move(bytes), ingest::Format::csv, "table.csv", nullptr, limits, piece);
}

using Texts = std::vector<std::string>;

} // namespace jixiao::test
