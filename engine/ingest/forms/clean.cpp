#include "engine/ingest/forms/clean.hpp"

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
