#include "engine/pipeline/watched_pack.hpp"

#include "engine/pipeline/rules_source.hpp"
#include "engine/pipeline/text_file.hpp"

#include <utility>

namespace jixiao::pipeline {
namespace {

constexpr std::size_t rules_file_bytes = 4u << 20;

std::string content_of(std::filesystem::path const& path) {
  TextFile file = read_text_file(path, rules_file_bytes);
  return file.text ? std::move(*file.text) : std::string();
}

} // namespace

WatchedPack::WatchedPack(std::string name, std::filesystem::path rules_dir, Load load)
    : name_(std::move(name)), rules_dir_(std::move(rules_dir)), load_(std::move(load)) {
  this->load();
}

WatchedPack::Change WatchedPack::refresh() {
  if (contents() == contents_) {
    return Change::none;
  }
  load();
  return usable_ ? Change::read_again : Change::refused;
}

void WatchedPack::load() {
  contents_ = contents(); // before: what is saved while it is being read is read again the next time
  diagnostic::Outcome<rulepack::RulePack> loaded = load_();
  findings_ = std::move(loaded.diagnostics);
  usable_ = loaded.value.has_value();
  if (usable_) {
    bool const other_files = !pack_ || pack_->lineage != loaded.value->lineage;
    pack_ = std::move(loaded.value);
    contents_ = other_files ? contents() : contents_;
  }
}

/// Packs that are compiled in have no file and never change.
std::vector<std::string> WatchedPack::contents() const {
  std::vector<std::string> result;
  bool const is_path = !is_pack_id(name_);
  std::filesystem::path const file = name_;
  if (is_path) {
    result.push_back(content_of(file));
  }
  if (!pack_) {
    return result;
  }
  for (std::string const& id : pack_->lineage) {
    std::string const parent = id + ".yaml";
    if (is_path) {
      result.push_back(content_of(file.parent_path() / parent));
    }
    if (!rules_dir_.empty()) {
      result.push_back(content_of(rules_dir_ / "packs" / parent));
    }
  }
  return result;
}

} // namespace jixiao::pipeline
