#include "engine/lowering/inputs.hpp"

#include "engine/lowering/list_cell.hpp"
#include "grammar/text.hpp"

#include <array>

namespace jixiao::lowering {
namespace {

/// Where the name ends and the figure begins; npos when there is no sign between them.
struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};

Cut find_cut(std::string_view text) {
  constexpr std::array<std::string_view, 4> signs{"=", ":", "\xEF\xBC\x9D", "\xEF\xBC\x9A"};
  Cut first;
  for (std::string_view const sign : signs) {
    std::size_t const at = text.find(sign);
    if (at < first.at) {
      first = {at, sign.size()};
    }
  }
  return first;
}

bool read_part(std::string_view text, Memory& memory, std::vector<model::NamedFigure>& figures) {
  Cut const cut = find_cut(text);
  if (cut.at == std::string_view::npos) {
    return false;
  }
  model::NamedFigure figure;
  figure.name = std::string(grammar::trim(text.substr(0, cut.at)));
  Cell const& cell = memory.actual(grammar::trim(text.substr(cut.at + cut.length))).cell;
  Part const& part = cell.whole;
  bool const plain = part.kind == model::CellKind::quantity && part.value && !part.relation
                     && !(part.reading != nullptr && part.reading->approximate);
  if (figure.name.empty() || !plain) {
    return false;
  }
  figure.value = *part.value * numerator_factor(part.measure);
  figure.dimension = dimension(part.measure);
  figure.bare = part.measure.bare();
  figures.push_back(std::move(figure));
  return true;
}

} // namespace

bool read_inputs(std::string_view text, Memory& memory, std::vector<model::NamedFigure>& figures,
                 std::string_view& unreadable) {
  bool readable = true;
  for (std::string_view const part : split_list(text)) {
    if (!read_part(part, memory, figures) && readable) {
      readable = false;
      unreadable = part;
    }
  }
  return readable;
}

} // namespace jixiao::lowering
