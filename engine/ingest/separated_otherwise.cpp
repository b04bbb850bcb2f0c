#include "engine/ingest/separated_otherwise.hpp"

#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest {
namespace {

constexpr std::size_t longest_header = 4096; // bytes
constexpr std::size_t fewest_heads = 3;      ///< between blanks, which stand in any text

KeptRow divided(KeptRow const& row, std::string_view sign) {
  KeptRow result;
  result.number = row.number;
  std::string_view rest = row.cells.front();
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = rest.find(sign);
    result.cells.emplace_back(grammar::trim(rest.substr(0, end)));
    rest.remove_prefix(end == std::string_view::npos ? 0 : end + sign.size());
  }
  result.covers.assign(result.cells.size(), Cover::none);
  return result;
}

/// The texts between blanks, however many.
KeptRow divided_by_blanks(KeptRow const& row) {
  KeptRow result;
  result.number = row.number;
  bool inside = false;
  std::string_view rest = row.cells.front();
  while (!rest.empty()) {
    std::size_t const blank = grammar::blank_length(rest);
    if (blank == 0 && !inside) {
      result.cells.emplace_back();
    }
    inside = blank == 0;
    if (inside) {
      result.cells.back() += rest.front();
    }
    rest.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  result.covers.assign(result.cells.size(), Cover::none);
  return result;
}

} // namespace

std::optional<SeparatedOtherwise> separated_otherwise(std::vector<KeptRow> const& rows,
                                                      vocabulary::Vocabulary const& vocabulary) {
  for (KeptRow const& row : rows) {
    bool const alone = !row.cells.empty() && row.cells.front().size() <= longest_header
                       && std::all_of(row.cells.begin() + 1, row.cells.end(),
                                      [](std::string const& cell) { return cell.empty(); });
    for (std::string_view const sign : {";", "\xEF\xBC\x9B", "|"}) {
      if (!alone || row.cells.front().find(sign) == std::string::npos) {
        continue;
      }
      KeptRow const header = divided(row, sign);
      if (likeness(header, vocabulary).is_header()) {
        return SeparatedOtherwise{row.number, std::string(sign), texts_of(header)};
      }
    }
    if (alone) {
      KeptRow const header = divided_by_blanks(row);
      HeaderLikeness const like = likeness(header, vocabulary);
      if (like.columns >= fewest_heads && like.is_header()) {
        return SeparatedOtherwise{row.number, {}, texts_of(header)};
      }
    }
  }
  return std::nullopt;
}

bool is_in_one_column(std::vector<KeptRow> const& rows, vocabulary::Vocabulary const& vocabulary) {
  constexpr std::size_t fewest_heads = 2;
  std::size_t heads = 0;
  for (KeptRow const& row : rows) {
    HeaderLikeness const like = likeness(row, vocabulary);
    if (like.texts > 1) {
      return false;
    }
    heads += like.heads;
  }
  return heads >= fewest_heads;
}

} // namespace jixiao::ingest
