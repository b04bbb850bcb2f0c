#pragma once
// Findings of an input: all are counted, the first ones of each kind are kept.
#include "engine/diagnostic/diagnostic.hpp"

#include <cstdint>
#include <map>
#include <string_view>

namespace jixiao::ingest {

class FindingList {
public:
  /// So many findings of one kind are kept: a table of a million rows may have a remark on each.
  static constexpr std::uint64_t kept_of_a_kind = 1000;

  void add(diagnostic::Diagnostic finding);
  void add(diagnostic::Diagnostics findings);
  /// Says how many were left out. Nothing is added afterwards.
  void finish();
  [[nodiscard]] diagnostic::Diagnostics const& all() const { return findings_; }

private:
  diagnostic::Diagnostics findings_;
  std::map<std::string_view, std::uint64_t> counts_;
};

} // namespace jixiao::ingest
