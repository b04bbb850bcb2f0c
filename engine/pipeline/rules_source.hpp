#pragma once
// Where rules come from: a folder given on the command line, else what was compiled into the program.
#include "engine/diagnostic/source_table.hpp"
#include "engine/rulepack/load.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/regions.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::pipeline {

/// A pack file as it was found, and where the packs that it extends are looked for.
struct FoundPack {
  diagnostic::Outcome<rulepack::PackFile> file;
  rulepack::PackFinder find; ///< must not outlive the RulesSource that gave it
};

class RulesSource {
public:
  /// `directory`: overrides the compiled-in files one by one; empty for none. `sources` must outlive this
  /// object.
  RulesSource(std::filesystem::path directory, diagnostic::SourceTable& sources);

  [[nodiscard]] diagnostic::Outcome<vocabulary::Vocabulary> vocabulary() const;

  [[nodiscard]] diagnostic::Outcome<vocabulary::Forms> forms() const;

  [[nodiscard]] diagnostic::Outcome<vocabulary::Regions> regions() const;

  /// A pack by id ("mof-2020") or by path ("my/pack.yaml"). A pack that is a file finds its parents beside
  /// itself first.
  [[nodiscard]] diagnostic::Outcome<rulepack::RulePack> pack(std::string_view id_or_path) const;

  /// The file of such a pack alone, for tools that try changes of it.
  [[nodiscard]] FoundPack find(std::string_view id_or_path) const;

  /// Ids of all packs that can be named, sorted.
  [[nodiscard]] std::vector<std::string> pack_ids() const;

private:
  [[nodiscard]] diagnostic::Outcome<rulepack::PackFile> file(std::string const& name,
                                                             std::filesystem::path const& beside) const;
  /// Refused when links lead out of `folder`: packs come from strangers.
  [[nodiscard]] diagnostic::Outcome<rulepack::PackFile>
  read_inside(std::filesystem::path const& path, std::filesystem::path const& folder) const;
  [[nodiscard]] diagnostic::Outcome<rulepack::PackFile> read(std::filesystem::path const& path) const;

  std::filesystem::path directory_;
  diagnostic::SourceTable& sources_;
};

/// True for text that can be the id of a pack: lower-case letters, digits and '-'. Anything else never
/// becomes part of a path.
[[nodiscard]] bool is_pack_id(std::string_view text);

} // namespace jixiao::pipeline
