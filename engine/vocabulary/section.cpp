#include "engine/vocabulary/section.hpp"

#include "engine/vocabulary/findings.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

std::string joined(std::span<std::string_view const> names) {
  std::string result;
  for (std::string_view const each : names) {
    if (!result.empty()) {
      result += ", ";
    }
    result += each;
  }
  return result;
}

} // namespace

std::optional<std::uint32_t> SeenWords::add(std::string_view text, std::uint32_t line) {
  if (2 * words_.size() >= slots_.size()) {
    grow();
  }
  std::size_t const mask = slots_.size() - 1;
  std::size_t slot = WordHash{}(text)&mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (words_[slots_[slot] - 1].text == text) {
      return words_[slots_[slot] - 1].line;
    }
  }
  words_.push_back({std::string(text), line});
  slots_[slot] = static_cast<std::uint32_t>(words_.size());
  return std::nullopt;
}

void SeenWords::grow() {
  slots_.assign(slots_.empty() ? 64 : 4 * slots_.size(), 0);
  std::size_t const mask = slots_.size() - 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t slot = WordHash{}(words_[i].text) & mask;
    while (slots_[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

std::span<Node::Entry const> Section::map(Node const& node, std::string_view where) {
  if (!node.is_map()) {
    refuse(node, findings::vocabulary_not_a_map, {std::string(where)});
  }
  return node.entries();
}

bool Section::map_of(Node const& node, std::string_view where, std::initializer_list<std::string_view> keys) {
  for (Node::Entry const& entry : map(node, where)) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
      refuse(entry.line, entry.column, findings::vocabulary_unknown_key,
             {entry.key, joined({keys.begin(), keys.size()})});
    }
  }
  return node.is_map();
}

std::span<Node const> Section::list(Node const& node, std::string_view where) {
  if (!node.is_sequence()) {
    refuse(node, findings::vocabulary_not_a_list, {std::string(where)});
  }
  return node.elements();
}

std::optional<std::string_view> Section::word(Node const& node, std::string_view where) {
  if (!node.is_scalar() || grammar::trim(node.text()).empty()) {
    refuse(node, findings::vocabulary_not_a_word, {std::string(where)});
    return std::nullopt;
  }
  return node.text();
}

Node const* Section::required(Node const& node, std::string_view key, std::string_view where) {
  Node const* const value = node.find(key);
  if (value == nullptr) {
    refuse(node, findings::vocabulary_missing_key, {std::string(key), std::string(where)});
  }
  return value;
}

bool Section::first_time(std::string_view text, std::uint32_t line, std::uint32_t column, SeenWords& seen) {
  std::optional<std::uint32_t> const first = seen.add(text, line);
  if (first) {
    refuse(line, column, findings::vocabulary_duplicate_word, {std::string(text), std::to_string(*first)});
  }
  return !first;
}

std::optional<std::size_t> Section::name(std::string_view text, std::uint32_t line, std::uint32_t column,
                                         std::string_view what, std::span<std::string_view const> names) {
  auto const found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    refuse(line, column, findings::vocabulary_unknown_name,
           {std::string(text), std::string(what), joined(names)});
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names.begin());
}

void Section::refuse(Node const& node, diagnostic::Code const& code, std::vector<std::string> arguments) {
  refuse(node.line(), node.column(), code, std::move(arguments));
}

void Section::refuse(std::uint32_t line, std::uint32_t column, diagnostic::Code const& code,
                     std::vector<std::string> arguments) {
  findings_.push_back(diagnostic::make(code, {source_, line, column, 0, 0}, std::move(arguments)));
}

} // namespace jixiao::vocabulary
