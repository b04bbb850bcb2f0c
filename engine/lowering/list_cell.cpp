#include "engine/lowering/list_cell.hpp"

#include "grammar/text.hpp"

namespace jixiao::lowering {
namespace {

/// Length of the separator at the beginning of `text`; 0 when there is none.
std::size_t separator(std::string_view text) {
  for (std::string_view const sign :
       {std::string_view(";"), std::string_view("\xEF\xBC\x9B"), std::string_view("\xE3\x80\x81")}) {
    if (text.substr(0, sign.size()) == sign) {
      return sign.size();
    }
  }
  return 0;
}

} // namespace

std::vector<std::string_view> split_list(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const length = separator(text.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    parts.push_back(grammar::trim(text.substr(begin, at - begin)));
    at += length;
    begin = at;
  }
  std::string_view const last = grammar::trim(text.substr(begin));
  if (!last.empty() || parts.empty()) {
    parts.push_back(last);
  }
  return parts;
}

} // namespace jixiao::lowering
