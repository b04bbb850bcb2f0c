#include "engine/ingest/forms/clean.hpp"

#include "engine/ingest/forms/align.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

constexpr std::string_view tags[] = {"<p>", "</p>", "<P>", "</P>", "<br>", "<br/>", "<br />", "<BR>"};

bool remove_tags_of(std::string& text) {
  bool found = false;
  for (std::string_view const tag : tags) {
    for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag, at)) {
      text.erase(at, tag.size());
      found = true;
    }
  }
  if (found) {
    text = std::string(grammar::trim(text));
  }
  return found;
}

bool is_known(std::string_view text, Words const& words) {
  return words.field_head(text) || words.label(text) || words.level1(text) != model::Level1::other
         || words.level2(text);
}

/// The pieces of `text` between runs of blanks of at least `widest` bytes.
std::vector<std::string> pieces_between_gaps(std::string_view text, std::size_t widest) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = grammar::blank_length(text.substr(at));
    if (size >= widest) {
      pieces.emplace_back(text.substr(begin, at - begin));
      begin = at + size;
    }
    at += std::max<std::size_t>(size, 1);
  }
  pieces.emplace_back(text.substr(begin));
  return pieces;
}

/// Cells that blanks alone kept apart: all pieces are known words, or wide blanks stand beside one.
std::vector<std::string> glued_pieces(std::string const& text, Words const& words) {
  constexpr std::size_t narrow_gap = 2, wide_gap = 3;
  auto const sure = [&](std::string const& piece) {
    grammar::RowCell const sorts = words.sorts(piece);
    return is_known(piece, words) || sorts.is(grammar::CellSort::number)
           || sorts.is(grammar::CellSort::relation) || sorts.is(grammar::CellSort::direction)
           || words.is_value(piece);
  };
  std::vector<std::string> pieces = pieces_between_gaps(text, narrow_gap);
  if (pieces.size() < 2 || is_known(text, words)) {
    return {};
  }
  if (std::all_of(pieces.begin(), pieces.end(),
                  [&](std::string const& piece) { return is_known(piece, words); })) {
    return pieces;
  }
  pieces = pieces_between_gaps(text, wide_gap);
  return pieces.size() >= 2 && std::any_of(pieces.begin(), pieces.end(), sure) ? pieces
                                                                               : std::vector<std::string>();
}

} // namespace

namespace {

/// The pieces of `text` between runs of two or more blanks.
std::vector<std::string> pieces_of_line(std::string_view text) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const run = grammar::blank_length(text.substr(at));
    std::size_t blanks = 0;
    for (std::size_t i = at; i < at + run; ++i) {
      blanks += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0; // characters, not bytes
    }
    if (blanks > 1) {
      pieces.emplace_back(text.substr(begin, at - begin));
      begin = at + run;
    }
    at += std::max<std::size_t>(run, 1);
  }
  pieces.emplace_back(text.substr(begin));
  return pieces;
}

/// False when no cell of the line held several.
bool split_at_blanks(Line& line, Words const& words) {
  std::vector<Cell> cells;
  std::uint32_t free = 0; // the first column behind the cells so far
  for (Cell const& cell : line.cells) {
    std::vector<std::string> pieces = pieces_of_line(cell.text);
    if (is_known(cell.text, words)) {
      pieces = {cell.text};
    }
    std::uint32_t column = std::max(cell.column, free);
    for (std::string& piece : pieces) {
      cells.push_back(cell);
      cells.back().text = std::move(piece);
      cells.back().column = column++;
    }
    free = column;
  }
  bool const split = cells.size() != line.cells.size();
  line.cells = std::move(cells);
  return split;
}

/// Every cell stands below a head that asks for what it is.
bool stands_in_columns(Line const& line, RowHeader const& header, Words const& words) {
  std::vector<Placed> placed;
  for (Cell const& cell : line.cells) {
    Placed each;
    each.column = cell.column;
    each.sorts = words.sorts(cell.text);
    each.value = header.fused_target && words.is_value(cell.text);
    placed.push_back(each);
  }
  return in_place(placed, header).has_value();
}

/// A cell holds several values with their signs or units, or levels.
bool holds_several(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    std::vector<std::string> const pieces = pieces_of_line(cell.text);
    return std::count_if(
               pieces.begin(), pieces.end(),
               [&](std::string const& piece) { return words.is_value(piece) || is_known(piece, words); })
           > 1;
  });
}

/// Neither what was asked nor what was done has a cell.
bool lacks_values(Line const& line, RowHeader const& header) {
  return std::none_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return std::any_of(header.fields.begin(), header.fields.end(), [&](FieldColumn const& field) {
      bool const value = field.field == vocabulary::row_field(model::Column::target)
                         || field.field == vocabulary::row_field(model::Column::actual);
      return value && field.column == cell.column;
    });
  });
}

} // namespace

void split_rows_at_blanks(Lines& lines, std::size_t begin, std::size_t end, RowHeader const& header,
                          Words const& words) {
  for (std::size_t i = begin; i < end; ++i) {
    Line& line = lines[i];
    bool const apart_by_blanks = line.grid == Grid::tabs && line.width == 0 && !line.narrow;
    bool const whole = line.cells.size() == 1 && pieces_of_line(line.cells.front().text).size() == 1;
    if (!apart_by_blanks || whole || line.part != header.part) {
      break;
    }
    Line split = line;
    if (!split_at_blanks(split, words)) {
      continue;
    }
    bool const fits = stands_in_columns(split, header, words);
    bool const may_be_whole = stands_in_columns(line, header, words) && !holds_several(line, words);
    if (may_be_whole && !(fits && lacks_values(line, header))) {
      continue; // a blank inside a name
    }
    line = std::move(split);
    if (!fits) {
      line.grid = Grid::order; // nothing shows below which heads its cells stand
    }
  }
}

std::size_t remove_tags(Lines& lines) {
  std::size_t changed = 0;
  for (Line& line : lines) {
    for (Cell& cell : line.cells) {
      changed += cell.text.find('<') != std::string::npos && remove_tags_of(cell.text) ? 1 : 0;
    }
  }
  return changed;
}

void split_glued_words(Lines& lines, Words const& words) {
  for (Line& line : lines) {
    if (line.grid != Grid::tabs) {
      continue;
    }
    std::vector<Cell> cells;
    std::uint32_t free = 0; ///< the first column behind the cells so far
    for (Cell const& cell : line.cells) {
      std::vector<std::string> pieces = glued_pieces(cell.text, words);
      if (pieces.empty()) {
        pieces.push_back(cell.text);
      }
      std::uint32_t column = std::max(cell.column, free);
      for (std::string& piece : pieces) {
        cells.push_back(cell);
        cells.back().text = std::move(piece);
        cells.back().column = column;
        column += pieces.size() == 1 ? cell.columns : 1;
      }
      free = column;
    }
    line.cells = std::move(cells);
  }
}

std::size_t remove_wraps(Lines& lines, std::size_t begin, std::size_t end, Words const& words) {
  bool wrapped = false;
  for (std::size_t i = begin; i < end && !wrapped; ++i) {
    for (Cell const& cell : lines[i].cells) {
      wrapped = wrapped || (has_wrap(cell.text) && is_known(cell.text, words));
    }
  }
  std::size_t changed = 0;
  for (std::size_t i = begin; wrapped && i < end; ++i) {
    for (Cell& cell : lines[i].cells) {
      if (has_wrap(cell.text)) {
        changed += is_known(cell.text, words) ? 0 : 1;
        cell.text = without_wraps(cell.text);
      }
    }
  }
  return changed;
}

} // namespace jixiao::ingest::forms
