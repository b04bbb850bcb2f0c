#include "grammar/row.hpp"

#include "grammar/text.hpp"

namespace jixiao::grammar {

std::vector<RowField> split_row(std::string_view line) {
  std::vector<RowField> fields;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at != line.size() && line[at] != '|' && line[at] != '\t') {
      continue;
    }
    std::string_view const whole = line.substr(begin, at - begin);
    std::string_view const text = trim(whole);
    // A blank field has an empty span where the field ends.
    auto const start = static_cast<std::uint32_t>(text.data() - line.data());
    fields.push_back({std::string(text), {start, start + static_cast<std::uint32_t>(text.size())}});
    begin = at + 1;
  }
  return fields;
}

} // namespace jixiao::grammar
