#include "grammar/detail/expression_limits.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::grammar::detail {
namespace {

constexpr std::size_t longest_token = 24; // characters shown of what was found

constexpr std::string_view no_break_space = "\xC2\xA0";        // U+00A0
constexpr std::string_view ideographic_space = "\xE3\x80\x80"; // U+3000, what a Chinese keyboard types

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

ExpressionError limit_error(std::string_view text, std::size_t at) {
  std::string_view const token = token_at(text, at);
  ExpressionError error;
  error.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + token.size())};
  error.found = std::string(token);
  error.limit = true;
  return error;
}

} // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (;;) {
    std::string_view const rest = text.substr(at);
    if (!rest.empty() && is_blank(rest[0])) {
      ++at;
    } else if (rest.substr(0, 2) == no_break_space) {
      at += no_break_space.size();
    } else if (rest.substr(0, 3) == ideographic_space) {
      at += ideographic_space.size();
    } else {
      return at;
    }
  }
}

std::string_view token_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t characters = 0;
  auto const take_while = [&](auto belongs) {
    while (end < text.size() && belongs(text[end])) {
      if (!continues_character(text[end]) && ++characters > longest_token) {
        return;
      }
      ++end;
    }
  };
  if (at >= text.size()) {
    return {};
  }
  if (is_beyond_ascii(text[at])) {
    take_while(is_beyond_ascii);
  } else if (is_digit(text[at])) {
    take_while([](char c) { return is_word(c) || c == '.'; });
  } else if (is_word(text[at])) {
    take_while(is_word);
  } else {
    end = at + 1;
  }
  return text.substr(at, end - at);
}

std::optional<ExpressionError> find_breach(std::string_view text, ExpressionLimits limits) {
  if (text.size() > limits.bytes) {
    std::size_t at = limits.bytes;
    while (at > 0 && continues_character(text[at])) {
      --at;
    }
    return limit_error(text, at);
  }
  std::vector<std::uint32_t> open_levels(1); // for each open bracket: the `if`s that stand directly in it
  std::uint32_t depth = 0;                   // open brackets and the `if`s inside them
  std::uint32_t prefixes = 0;
  for (std::size_t at = skip_blanks(text, 0); at < text.size();) {
    std::string_view const token = token_at(text, at);
    bool const is_prefix = token == "not" || token == "-";
    if (token == "(" || token == "[") {
      open_levels.push_back(0);
      ++depth;
    } else if ((token == ")" || token == "]") && open_levels.size() > 1) {
      depth -= open_levels.back() + 1;
      open_levels.pop_back();
    } else if (token == "if") {
      ++open_levels.back();
      ++depth;
    }
    prefixes = is_prefix ? prefixes + 1 : 0;
    if (depth + prefixes > limits.depth) {
      return limit_error(text, at);
    }
    at = skip_blanks(text, at + std::max<std::size_t>(token.size(), 1));
  }
  return std::nullopt;
}

} // namespace jixiao::grammar::detail
