#pragma once
// A pack that is read again when one of its files was saved. What cannot be read leaves the last good one in
// place.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::pipeline {

class WatchedPack {
public:
  using Load = std::function<diagnostic::Outcome<rulepack::RulePack>()>;

  /// `name`: id or path of the pack that `load` loads; `rules_dir`: overrides the compiled-in packs, empty
  /// for none. Loads at once.
  WatchedPack(std::string name, std::filesystem::path rules_dir, Load load);

  enum class Change : std::uint8_t { none, read_again, refused };
  /// Compares the content of the pack's file, and of those that it extends, with what was loaded.
  Change refresh();

  /// The last one that could be read; null when none could.
  [[nodiscard]] rulepack::RulePack const* pack() const { return pack_ ? &*pack_ : nullptr; }
  /// Of the last time it was read.
  [[nodiscard]] diagnostic::Diagnostics const& findings() const { return findings_; }
  /// Whether the files as they are now could be read.
  [[nodiscard]] bool usable() const { return usable_; }

private:
  void load();
  [[nodiscard]] std::vector<std::string> contents() const;

  std::string name_;
  std::filesystem::path rules_dir_;
  Load load_;
  std::optional<rulepack::RulePack> pack_;
  diagnostic::Diagnostics findings_;
  bool usable_ = false;
  std::vector<std::string> contents_; ///< of the files, when they were read
};

} // namespace jixiao::pipeline
