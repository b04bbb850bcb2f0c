#pragma once
// Regions as people write them: rules/regions.yaml.
#include "engine/vocabulary/vocabulary.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::vocabulary {

/// Immutable after loading; const access from several threads is safe.
class Regions {
public:
  /// `text` with its region in full, without blanks ("Sichuan Chengdu" becomes "Sichuan Province Chengdu");
  /// empty when it is no known region and no place that is named after one.
  [[nodiscard]] std::string in_full(std::string_view text) const;

  /// The provincial region in full that `in_full` begins with; empty when `text` names none.
  [[nodiscard]] std::string province_of(std::string_view text) const;

  /// All names, full and short; those of one letter are near to everything and left out.
  [[nodiscard]] std::vector<std::string> names() const;

private:
  friend struct RegionsBuilder;
  using Name = std::pair<std::string, std::string>; ///< a name, and the full name it stands for
  /// The longest name that `key` begins with; null when there is none.
  [[nodiscard]] Name const* name_of(std::string_view key) const;
  std::vector<Name> names_;
};

/// Builds the regions. Unknown keys and names given twice are errors with file, line and column; no value
/// then.
[[nodiscard]] diagnostic::Outcome<Regions> load_regions(RuleFile const& file);

} // namespace jixiao::vocabulary
