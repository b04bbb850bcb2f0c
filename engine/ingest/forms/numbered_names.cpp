#include "engine/ingest/forms/numbered_names.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

constexpr std::size_t most_looked_at = 200;
constexpr std::size_t fewest_numbers = 2;
constexpr std::size_t most_digits = 6;

/// "Indicator 3": the digits, and what stands around them.
struct Counted {
  std::string rest;
  unsigned long number = 0;
};

std::optional<Counted> counted(std::string_view text) {
  std::size_t const first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t const end = std::min(text.find_first_not_of("0123456789", first), text.size());
  bool const again = text.find_first_of("0123456789", end) != std::string_view::npos;
  if (again || end - first > most_digits) {
    return std::nullopt;
  }
  return Counted{std::string(text.substr(0, first)) + '#' + std::string(text.substr(end)),
                 std::stoul(std::string(text.substr(first, end - first)))};
}

/// In front of `column` a level is printed: a new one begins.
bool begins_level(Line const& line, std::uint32_t column) {
  return line.cells.front().column < column;
}

/// The cells of `column` count the rows, from the first again where a level begins, and `other` holds a text
/// beside each.
bool counts_rows(Lines const& lines, std::size_t begin, std::size_t end, std::uint32_t column,
                 std::uint32_t other) {
  std::size_t numbers = 0;
  std::optional<Counted> last;
  for (std::size_t at = begin; at < end; ++at) {
    auto const in = [&](std::uint32_t wanted) -> Cell const* {
      auto const found = std::find_if(lines[at].cells.begin(), lines[at].cells.end(), [&](Cell const& cell) {
        return cell.column == wanted && cell.columns == 1;
      });
      return found == lines[at].cells.end() ? nullptr : &*found;
    };
    Cell const* const number = in(column);
    Cell const* const name = in(other);
    if (number == nullptr) {
      continue;
    }
    auto const found = counted(number->text);
    bool const alike = found && last && found->rest == last->rest;
    bool const again = alike && found->number == 1 && begins_level(lines[at], std::min(column, other));
    bool const next = found && (!last || (alike && found->number == last->number + 1) || again);
    if (!next || name == nullptr || is_bare_number(name->text)) {
      return false;
    }
    last = found;
    ++numbers;
  }
  return numbers >= fewest_numbers;
}

} // namespace

void part_numbers_from_names(Lines const& lines, std::size_t most, RowHeader& header) {
  if (header.grid == Grid::order || header.has(RowField::serial)) {
    return;
  }
  auto const name = std::find_if(header.fields.begin(), header.fields.end(), [](FieldColumn const& field) {
    return field.field == row_field(Column::name);
  });
  if (name == header.fields.end()) {
    return;
  }
  std::uint32_t const left = name->column, right = left + 1;
  bool const blank = name + 1 == header.fields.end() || (name + 1)->column > right;
  if (name->columns > 2 || !blank) {
    return;
  }
  std::size_t const end = std::min(most, header.rows + most_looked_at);
  bool const first = counts_rows(lines, header.rows, end, left, right);
  if (!first && !counts_rows(lines, header.rows, end, right, left)) {
    return;
  }
  FieldColumn serial = *name;
  serial.field = RowField::serial;
  serial.column = first ? left : right;
  name->column = first ? right : left;
  serial.columns = name->columns = 1;
  header.fields.insert(first ? name : name + 1, std::move(serial));
  header.found.set(static_cast<std::size_t>(RowField::serial));
}

} // namespace jixiao::ingest::forms
