#include "engine/ingest/forms/narrow_tokens.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t most_pieces = 4;
constexpr std::uint32_t widest_inner_gap = 2; ///< inside a cell: at most one blank line
constexpr std::size_t longest_piece = 60;

bool ends_sentence(std::string_view text) {
  constexpr std::string_view marks[] = {"\xE3\x80\x82", "\xEF\xBC\x9B", ";", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
  return std::any_of(std::begin(marks), std::end(marks), [text](std::string_view mark) {
    return text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark;
  });
}

void append(Token& token, Token const& piece) {
  token.cell.text += piece.cell.text;
  token.cell.from.insert(token.cell.from.end(), piece.cell.from.begin(), piece.cell.from.end());
  token.cell.last_line = piece.cell.last_line;
  token.last = piece.last;
}

std::vector<Token> single_lines(Lines const& lines, std::size_t begin, std::size_t end) {
  std::vector<Token> tokens;
  for (std::size_t i = begin; i < end; ++i) {
    Cell const& cell = lines[i].cells.front();
    std::uint32_t const gap = tokens.empty() ? 1 : cell.line - tokens.back().cell.last_line;
    tokens.push_back({cell, i, i, gap, cell.column != 0, false, false, false});
  }
  return tokens;
}

/// Where tabs mark the cells, a line without one goes on with the cell above it.
std::vector<Token> join_tabbed(std::vector<Token> const& lines, Words const& words) {
  std::vector<Token> tokens;
  for (Token const& each : lines) {
    bool const follows = !tokens.empty() && !each.tabbed && each.gap == 1 && tokens.back().tabbed;
    if (!follows) {
      tokens.push_back(each);
      continue;
    }
    Token& above = tokens.back();
    bool const own_label = words.label(each.cell.text) && !words.label(above.cell.text + each.cell.text);
    if (own_label) {
      tokens.push_back(each); // its tab was lost
      tokens.back().tabbed = true;
    } else if (ends_sentence(above.cell.text) || words.is_value(above.cell.text)) {
      tokens.push_back(each);
    } else {
      append(above, each);
    }
  }
  return tokens;
}

bool is_known(std::string_view text, Words const& words) {
  return words.level1(text) != model::Level1::other || words.level2(text) || words.label(text)
         || words.field_head(text);
}

/// How many tokens from `at` on make a known word together; 1 when no more than one does.
std::size_t pieces_of_word(std::vector<Token> const& tokens, std::size_t at, Words const& words) {
  std::string text = tokens[at].cell.text;
  std::size_t best = 1;
  for (std::size_t pieces = 2; pieces <= most_pieces && at + pieces <= tokens.size(); ++pieces) {
    Token const& next = tokens[at + pieces - 1];
    if (next.gap > widest_inner_gap || text.size() > longest_piece || next.cell.text.size() > longest_piece) {
      break;
    }
    text += next.cell.text;
    if (is_known(text, words)) {
      best = pieces;
    }
  }
  return best;
}

} // namespace

std::vector<Token> narrow_tokens(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  std::vector<Token> const pieces = join_tabbed(single_lines(lines, begin, end), words);
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t const count = pieces_of_word(pieces, at, words);
    Token token = pieces[at];
    for (std::size_t i = 1; i < count; ++i) {
      append(token, pieces[at + i]);
    }
    grammar::RowCell const sorts = words.sorts(token.cell.text);
    token.level = sorts.is(grammar::CellSort::level1) || sorts.is(grammar::CellSort::level2);
    token.label = words.label(token.cell.text).has_value();
    token.head = words.field_head(token.cell.text).has_value();
    tokens.push_back(std::move(token));
    at += count;
  }
  return tokens;
}

} // namespace jixiao::ingest::forms
