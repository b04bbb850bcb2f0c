#pragma once
#include "engine/rulepack/rule_pack.hpp"

#include <functional>

namespace jixiao::rulepack {

/// A pack file found by its id.
struct PackFile {
  configuration::Node tree;
  diagnostic::SourceId source = 0;
  std::string text; ///< for the digest
};

/// Finds the file of a pack that another one extends. The pipeline decides where packs live; no paths here.
using PackFinder = std::function<diagnostic::Outcome<PackFile>(std::string_view id)>;

/// Loads `file` with everything it extends, checks and compiles it. Refused with file, line, column, what is
/// wrong and what was expected: unknown or missing keys, wrong types, unknown fields and words, expressions
/// that do not parse or type, possible division by zero, inheritance cycles, a score list whose last rule
/// does not always match, limits.
[[nodiscard]] diagnostic::Outcome<RulePack> load_pack(PackFile const& file, PackFinder const& find);

} // namespace jixiao::rulepack
