#include "engine/pipeline/rules_source.hpp"

#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/vocabulary/nearest.hpp"

#include <algorithm>
#include <set>

namespace jixiao::pipeline {
namespace {

using diagnostic::Outcome;
using rulepack::PackFile;

constexpr std::size_t rules_file_bytes = 4u << 20;
constexpr std::string_view pack_folder = "packs/";
constexpr std::string_view pack_ending = ".yaml";

/// Links lead from `path` to something that does not lie in `folder`. What is not there leads nowhere.
bool leads_out(std::filesystem::path const& path, std::filesystem::path const& folder) {
  std::error_code absent;
  std::filesystem::path const real = std::filesystem::canonical(path, absent);
  if (absent) {
    return false;
  }
  std::filesystem::path const home = std::filesystem::canonical(folder, absent);
  return absent || std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first != home.end();
}

/// Also a link that leads nowhere is there: the file that is compiled in must not stand in for it unsaid.
bool is_there(std::filesystem::path const& path) {
  std::error_code absent;
  return std::filesystem::exists(std::filesystem::symlink_status(path, absent));
}

/// A pack of the same id is compiled in and says something else: reports of the two must not be mixed up.
bool looks_built_in(rulepack::RulePack const& pack) {
  diagnostic::SourceTable sources;
  std::string const name = std::string(pack_folder).append(pack.id).append(pack_ending);
  if (configuration::embedded_text(name).empty()) {
    return false;
  }
  Outcome<rulepack::RulePack> const own = RulesSource({}, sources).pack(pack.id);
  return own.value && own.value->digest != pack.digest;
}

} // namespace

bool is_pack_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

RulesSource::RulesSource(std::filesystem::path directory, diagnostic::SourceTable& sources)
    : directory_(std::move(directory)), sources_(sources) {}

Outcome<PackFile> RulesSource::read(std::filesystem::path const& path) const {
  Outcome<PackFile> result;
  diagnostic::SourceId const source = sources_.add(path.generic_string());
  TextFile file = read_text_file(path, rules_file_bytes);
  if (!file.text) {
    result.diagnostics.push_back(diagnostic::make(findings::rules_file_unreadable, {source, 0, 0, 0, 0},
                                                  {path.generic_string(), file.reason}));
    return result;
  }
  Outcome<configuration::Node> tree = configuration::parse_yaml(*file.text, source);
  result.diagnostics = std::move(tree.diagnostics);
  if (tree.value) {
    result.value = PackFile{std::move(*tree.value), source, std::move(*file.text)};
  }
  return result;
}

Outcome<PackFile> RulesSource::read_inside(std::filesystem::path const& path,
                                           std::filesystem::path const& folder) const {
  if (!leads_out(path, folder)) {
    return read(path);
  }
  std::error_code ignored;
  Outcome<PackFile> refused;
  diagnostic::SourceId const source = sources_.add(path.generic_string());
  refused.diagnostics.push_back(
      diagnostic::make(findings::rules_file_outside, {source, 0, 0, 0, 0},
                       {path.generic_string(), std::filesystem::canonical(path, ignored).generic_string(),
                        folder.generic_string()}));
  return refused;
}

Outcome<PackFile> RulesSource::file(std::string const& name, std::filesystem::path const& beside) const {
  if (!beside.empty()) {
    std::filesystem::path const path = beside / std::filesystem::path(name).filename();
    if (is_there(path)) {
      return read_inside(path, beside);
    }
  }
  if (!directory_.empty() && is_there(directory_ / name)) {
    return read_inside(directory_ / name, directory_);
  }
  Outcome<PackFile> result;
  if (std::optional<configuration::Node> tree = configuration::embedded_tree(name)) {
    result.value = PackFile{std::move(*tree), sources_.add("rules/" + name),
                            std::string(configuration::embedded_text(name))};
  } else {
    result.diagnostics.push_back(diagnostic::make(findings::rules_file_missing, {}, {name}));
  }
  return result;
}

Outcome<vocabulary::Vocabulary> RulesSource::vocabulary() const {
  Outcome<vocabulary::Vocabulary> result;
  std::vector<vocabulary::RuleFile> files;
  for (char const* name : {"units.yaml", "lexicon.yaml", "taxonomy.yaml"}) {
    Outcome<PackFile> file = this->file(name, {});
    result.diagnostics.insert(result.diagnostics.end(), file.diagnostics.begin(), file.diagnostics.end());
    if (!file.value) {
      return result;
    }
    files.push_back({std::move(file.value->tree), file.value->source});
  }
  Outcome<vocabulary::Vocabulary> loaded = vocabulary::load_vocabulary(files[0], files[1], files[2]);
  result.value = std::move(loaded.value);
  result.diagnostics.insert(result.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  return result;
}

Outcome<vocabulary::Forms> RulesSource::forms() const {
  Outcome<vocabulary::Forms> result;
  Outcome<PackFile> file = this->file("forms.yaml", {});
  result.diagnostics = std::move(file.diagnostics);
  if (file.value) {
    Outcome<vocabulary::Forms> loaded =
        vocabulary::load_forms({std::move(file.value->tree), file.value->source});
    result.value = std::move(loaded.value);
    result.diagnostics.insert(result.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  }
  return result;
}

Outcome<vocabulary::Regions> RulesSource::regions() const {
  Outcome<PackFile> file = this->file("regions.yaml", {});
  Outcome<vocabulary::Regions> result;
  result.diagnostics = std::move(file.diagnostics);
  if (file.value) {
    Outcome<vocabulary::Regions> loaded =
        vocabulary::load_regions({std::move(file.value->tree), file.value->source});
    result.value = std::move(loaded.value);
    result.diagnostics.insert(result.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  }
  return result;
}

FoundPack RulesSource::find(std::string_view id_or_path) const {
  bool const is_path = !is_pack_id(id_or_path);
  std::filesystem::path const path = is_path ? std::filesystem::path(id_or_path) : std::filesystem::path();
  std::filesystem::path const beside = is_path ? (path.has_parent_path() ? path.parent_path() : ".") : "";
  FoundPack found;
  found.find = [this, beside](std::string_view id) -> Outcome<PackFile> {
    // The loader asks for ids only; a text that is none must never become part of a path all the same.
    if (!is_pack_id(id)) {
      Outcome<PackFile> refused;
      refused.diagnostics.push_back(diagnostic::make(findings::rules_file_missing, {}, {std::string(id)}));
      return refused;
    }
    return file(std::string(pack_folder).append(id).append(pack_ending), beside);
  };
  found.file = is_path ? read(path) : found.find(id_or_path);
  bool const missing = !is_path && !found.file.diagnostics.empty()
                       && found.file.diagnostics.back().code == findings::rules_file_missing.id;
  std::string const meant = missing ? vocabulary::nearest(id_or_path, pack_ids()) : std::string();
  if (!meant.empty()) {
    found.file.diagnostics.push_back(
        diagnostic::make(findings::pack_like, {}, {std::string(id_or_path), meant}));
  }
  return found;
}

Outcome<rulepack::RulePack> RulesSource::pack(std::string_view id_or_path) const {
  FoundPack found = find(id_or_path);
  Outcome<rulepack::RulePack> result;
  result.diagnostics = std::move(found.file.diagnostics);
  if (!found.file.value) {
    return result;
  }
  Outcome<rulepack::RulePack> loaded = rulepack::load_pack(*found.file.value, found.find);
  result.value = std::move(loaded.value);
  result.diagnostics.insert(result.diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  bool const may_differ = !is_pack_id(id_or_path) || !directory_.empty();
  if (result.value && may_differ && looks_built_in(*result.value)) {
    result.diagnostics.push_back(diagnostic::make(findings::pack_id_taken, {},
                                                  {result.value->id, result.value->digest.substr(0, 12)}));
  }
  return result;
}

std::vector<std::string> RulesSource::pack_ids() const {
  std::set<std::string> ids;
  for (std::string_view name : configuration::embedded_names()) {
    if (name.substr(0, pack_folder.size()) == pack_folder) {
      ids.emplace(name.substr(pack_folder.size(), name.size() - pack_folder.size() - pack_ending.size()));
    }
  }
  std::error_code failed;
  if (!directory_.empty()) {
    for (auto const& entry : std::filesystem::directory_iterator(directory_ / "packs", failed)) {
      std::string const stem = entry.path().stem().string();
      if (entry.path().extension() == pack_ending && is_pack_id(stem)) {
        ids.insert(stem);
      }
    }
  }
  return {ids.begin(), ids.end()};
}

} // namespace jixiao::pipeline
