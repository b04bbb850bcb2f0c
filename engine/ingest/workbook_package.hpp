#pragma once
// An archive as the parts of a workbook, within limits.
#include "engine/ingest/archive.hpp"
#include "engine/ingest/standard_table.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest {

struct Relationship {
  std::string id;
  std::string type;   ///< the last word of its address: "worksheet", "sharedStrings"
  std::string target; ///< the part, without a slash in front
  bool external = false;
};

class WorkbookPackage {
public:
  WorkbookPackage(std::unique_ptr<Archive> archive, std::size_t archive_bytes, IngestLimits const& limits);

  [[nodiscard]] bool has(std::string_view part) const;
  /// The bytes of a part, ready to become a tree: `too_large` also when the tree would be.
  [[nodiscard]] Archive::Member read(std::string_view part);
  /// The relationships of a part ("" for the package itself); empty when it has none or they are damaged.
  [[nodiscard]] std::vector<Relationship> relationships(std::string_view part);
  /// Bytes that may still be expanded.
  [[nodiscard]] std::uint64_t budget() const { return budget_; }

private:
  [[nodiscard]] std::string stored_name(std::string_view part) const;

  std::unique_ptr<Archive> archive_;
  std::vector<std::string> names_;
  IngestLimits limits_;
  std::uint64_t budget_;
};

} // namespace jixiao::ingest
