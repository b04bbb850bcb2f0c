#include "engine/rulepack/read.hpp"

#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/known_messages.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;
using configuration::NodeKind;

namespace {

constexpr std::size_t shown_bytes = 60; ///< of a strange text in a message
constexpr std::size_t id_bytes = 64;

/// What stands at a node, short enough for a message.
std::string shown(Node const& node) {
  switch (node.kind()) {
  case NodeKind::sequence: return "[...]";
  case NodeKind::map: return "{...}";
  case NodeKind::scalar: break;
  }
  std::string_view text = node.text();
  if (text.size() <= shown_bytes) {
    return std::string(text);
  }
  // Never cut inside a character: continuation bytes of UTF-8 are 10xxxxxx.
  std::size_t end = shown_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(text.substr(0, end)) + "...";
}

std::string joined(std::initializer_list<std::string_view> words) {
  std::string text;
  for (std::string_view const word : words) {
    text += text.empty() ? "" : ", ";
    text += word;
  }
  return text;
}

/// The section a path leads to; the pack itself at the top of the file.
std::string section_name(Path const& path, PackText const& file) {
  std::string text = path.text();
  return text.empty() ? std::string(file.pack) : text;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

int number_at(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  for (char const c : text.substr(at, length)) {
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && !is_digit(text[i])) {
      return false;
    }
  }
  int const year = number_at(text, 0, 4);
  int const month = number_at(text, 5, 2);
  int const day = number_at(text, 8, 2);
  if (month < 1 || month > 12 || day < 1) {
    return false;
  }
  bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days[month - 1] + (leap && month == 2 ? 1 : 0);
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > id_bytes || !(is_small_letter(text[0]) || is_digit(text[0]))) {
    return false;
  }
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_small_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

} // namespace

void PackText::report(diagnostic::Code const& code, Node const& at,
                      std::vector<std::string> arguments) const {
  out.push_back(diagnostic::make(code, at.place(source), std::move(arguments)));
}

std::string Path::text() const {
  std::string result = parent != nullptr ? parent->text() : std::string();
  if (!key.empty()) {
    result += result.empty() ? "" : ".";
    result += key;
  }
  if (index != 0) {
    result += '[' + std::to_string(index) + ']';
  }
  return result;
}

Fields::Fields(Node const& node, Path const& path, std::initializer_list<std::string_view> keys,
               PackText const& file)
    : node_(node), path_(path), file_(file) {
  if (!node.is_map()) {
    file.report(findings::pack_expected_map, node, {section_name(path, file), shown(node)});
    return;
  }
  for (Node::Entry const& entry : node.entries()) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
      file.out.push_back(diagnostic::make(findings::pack_unknown_key,
                                          {file.source, entry.line, entry.column, 0, 0},
                                          {entry.key, section_name(path, file), joined(keys)}));
    }
  }
}

Node const* Fields::need(std::string_view key) const {
  Node const* const value = node_.find(key);
  if (value == nullptr) {
    file_.report(findings::pack_missing_key, node_, {std::string(key), section_name(path_, file_)});
  }
  return value;
}

bool is_list(Node const& node, Path const& path, std::size_t limit, PackText const& file) {
  if (!node.is_sequence()) {
    file.report(findings::pack_expected_list, node, {path.text(), shown(node)});
    return false;
  }
  if (node.elements().size() > limit) {
    file.report(findings::pack_limit, node, {path.text(), std::to_string(limit)});
    return false;
  }
  return true;
}

std::optional<std::string> read_text(Node const& node, Path const& path, PackText const& file) {
  if (!node.is_scalar()) {
    file.report(findings::pack_expected_text, node, {path.text(), shown(node)});
    return std::nullopt;
  }
  if (node.text().empty()) {
    file.report(findings::pack_empty_text, node, {path.text()});
    return std::nullopt;
  }
  return std::string(node.text());
}

std::optional<number::Rational> read_number(Node const& node, Path const& path, number::Rational const& low,
                                            number::Rational const& high, PackText const& file) {
  // A fraction such as 1/3 has no place in a table of points: it could not be printed.
  std::optional<number::Rational> value;
  if (node.is_scalar() && node.text().find('/') == std::string_view::npos) {
    value = number::Rational::parse(node.text());
  }
  if (!value) {
    file.report(findings::pack_bad_number, node, {path.text(), shown(node)});
    return std::nullopt;
  }
  if (*value < low || high < *value) {
    file.report(findings::pack_out_of_range, node,
                {path.text(), shown(node), low.plain_text() + ".." + high.plain_text()});
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> read_date(Node const& node, Path const& path, PackText const& file) {
  if (!is_date(node.text())) {
    file.report(findings::pack_bad_date, node, {path.text(), shown(node)});
    return std::nullopt;
  }
  return std::string(node.text());
}

std::optional<std::string> read_id(Node const& node, Path const& path, PackText const& file) {
  if (!is_id(node.text())) {
    file.report(findings::pack_bad_id, node, {path.text(), shown(node)});
    return std::nullopt;
  }
  return std::string(node.text());
}

std::optional<std::size_t> read_word(Node const& node, Path const& path,
                                     std::initializer_list<std::string_view> words, PackText const& file) {
  if (node.is_scalar()) {
    auto const* const found = std::find(words.begin(), words.end(), node.text());
    if (found != words.end()) {
      return static_cast<std::size_t>(found - words.begin());
    }
  }
  file.report(findings::pack_unknown_word, node, {path.text(), shown(node), joined(words)});
  return std::nullopt;
}

void read_text_into(std::string& value, Fields const& fields, std::string_view key) {
  if (Node const* const node = fields.find(key)) {
    if (auto text = read_text(*node, inside(fields.path(), key), fields.file())) {
      value = std::move(*text);
    }
  }
}

void read_date_into(std::string& value, Fields const& fields, std::string_view key) {
  if (Node const* const node = fields.find(key)) {
    if (auto text = read_date(*node, inside(fields.path(), key), fields.file())) {
      value = std::move(*text);
    }
  }
}

void read_id_into(std::string& value, Fields const& fields, std::string_view key) {
  if (Node const* const node = fields.find(key)) {
    if (auto text = read_id(*node, inside(fields.path(), key), fields.file())) {
      value = std::move(*text);
    }
  }
}

std::optional<std::string> read_message(Node const& node, Path const& path, PackText const& file) {
  auto id = read_id(node, path, file);
  if (id && !is_message(*id)) {
    file.report(findings::pack_unknown_message, node, {path.text(), *id, messages_like(*id)});
    return std::nullopt;
  }
  return id;
}

void read_message_into(std::string& value, Fields const& fields, std::string_view key) {
  if (Node const* const node = fields.find(key)) {
    if (auto id = read_message(*node, inside(fields.path(), key), fields.file())) {
      value = std::move(*id);
    }
  }
}

} // namespace jixiao::rulepack
