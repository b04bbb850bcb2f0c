#include "engine/authoring/yaml_text.hpp"

#include <algorithm>

namespace jixiao::authoring {

using configuration::Node;

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char const c : text) {
    switch (c) {
    case '"': result += "\\\""; break;
    case '\\': result += "\\\\"; break;
    case '\n': result += "\\n"; break;
    case '\t': result += "\\t"; break;
    case '\r': result += "\\r"; break;
    default: result += c;
    }
  }
  return result + "\"";
}

std::string scalar_text(Node const& node) {
  return node.quoted() ? quoted(node.text()) : std::string(node.text());
}

} // namespace

YamlText::YamlText(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size();) {
    starts_.push_back(at);
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
}

std::string_view YamlText::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) {
    return {};
  }
  std::size_t const from = starts_[number - 1];
  std::size_t const to = number == starts_.size() ? text_.size() : starts_[number];
  return text_.substr(from, to - from);
}

bool YamlText::is_empty(std::uint32_t number) const {
  return number != 0 && number <= starts_.size()
         && line(number).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::uint32_t YamlText::last_line(Node const& node) const {
  std::uint32_t last = node.line();
  for (Node const& element : node.elements()) {
    last = std::max(last, last_line(element));
  }
  for (Node::Entry const& entry : node.entries()) {
    last = std::max({last, entry.line, last_line(entry.value)});
  }
  return last;
}

bool YamlText::is_flat(Node const& node) const {
  if (node.is_scalar()) {
    return true;
  }
  std::size_t characters = node.column();
  std::string_view const text = line(node.line());
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    bool const begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && --characters == 0) {
      break;
    }
  }
  bool const braces = at < text.size() && (text[at] == '{' || text[at] == '[');
  return (braces && last_line(node) == node.line()) || (node.elements().empty() && node.entries().empty());
}

std::string key_text(std::string_view key) {
  bool const plain = std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
           || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
  return plain && key.front() != '-' ? std::string(key) : quoted(key);
}

std::string flat_text(Node const& node) {
  if (node.is_scalar()) {
    return scalar_text(node);
  }
  std::string result;
  for (Node const& element : node.elements()) {
    result += (result.empty() ? "" : ", ") + flat_text(element);
  }
  for (Node::Entry const& entry : node.entries()) {
    result += (result.empty() ? "" : ", ") + key_text(entry.key) + ": " + flat_text(entry.value);
  }
  return node.is_map() ? "{" + result + "}" : "[" + result + "]";
}

} // namespace jixiao::authoring
