#include "engine/ingest/forms/narrow_tables.hpp"

#include "engine/ingest/forms/header_line.hpp"
#include "engine/ingest/forms/narrow_rows.hpp"
#include "engine/ingest/forms/titles.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t fewest_heads = 3;
constexpr std::size_t most_texts_between_labels = 8;
constexpr std::size_t longest_block = 120;

Line line_of(std::vector<Token> const& tokens, std::size_t begin, std::size_t end, std::uint32_t part) {
  Line line;
  line.part = part;
  line.number = tokens[begin].cell.line;
  line.grid = Grid::order;
  line.narrow = true;
  for (std::size_t i = begin; i < end; ++i) {
    line.cells.push_back(tokens[i].cell);
    line.cells.back().column = static_cast<std::uint32_t>(i - begin);
  }
  return line;
}

/// One run of lines of one cell.
class Run {
public:
  Run(Lines const& lines, std::size_t begin, std::size_t end, Words const& words)
      : lines_(lines), words_(words), part_(lines[begin].part),
        tokens_(narrow_tokens(lines, begin, end, words)) {}

  void unfold(Lines& to) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      std::size_t const end = end_of_heads(at);
      if (end - at < fewest_heads) {
        continue;
      }
      Lines const header{line_of(tokens_, at, end, part_)};
      auto const read = read_header(header, 0, words_);
      if (!read) {
        at = end - 1;
        continue;
      }
      std::size_t const top = top_of_block(at, done);
      copy(done, top, to);
      put_block(top, at, to);
      to.push_back(header.front());
      done = unfold_rows(tokens_, end, *read, words_, part_, to);
      at = done == 0 ? 0 : done - 1;
    }
    copy(done, tokens_.size(), to);
  }

private:
  std::size_t end_of_heads(std::size_t at) const {
    std::size_t end = at;
    while (end < tokens_.size() && tokens_[end].head && (end == at || tokens_[end].gap < wide_gap)) {
      ++end;
    }
    return end;
  }

  bool is_title(std::size_t at) const {
    return table_title(tokens_[at].cell.text, words_.forms()).has_value();
  }

  /// The first token of what stands above the header at `header`, not before `least`.
  std::size_t top_of_block(std::size_t header, std::size_t least) const {
    std::size_t top = header, texts = 0;
    bool const tabbed = tokens_[header].tabbed;
    for (std::size_t at = header; at-- > least;) {
      if (tabbed && !tokens_[at].tabbed) {
        break;
      }
      if (is_title(at)) {
        bool const nameless = table_title(tokens_[at].cell.text, words_.forms())->name.empty();
        return nameless && at > least && tokens_[at].gap < wide_gap ? at - 1 : at;
      }
      texts = tokens_[at].label ? 0 : texts + 1;
      top = tokens_[at].label ? at : top;
      if (texts > most_texts_between_labels || header - at > longest_block) {
        break;
      }
    }
    // A value whose label was lost.
    return top != header && top > least && tabbed && tokens_[top - 1].tabbed ? top - 1 : top;
  }

  void copy(std::size_t begin, std::size_t end, Lines& to) const {
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t line = tokens_[i].first; line <= tokens_[i].last; ++line) {
        to.push_back(lines_[line]);
      }
    }
  }

  void put_block(std::size_t begin, std::size_t end, Lines& to) const {
    std::size_t first = begin;
    for (std::size_t i = begin; i < end; ++i) {
      bool const last = i + 1 == end;
      bool const gap =
          !last && (tokens_[i + 1].gap >= wide_gap || (tokens_[i].tabbed && tokens_[i + 1].gap > 1));
      if (last || gap || is_title(i)) {
        to.push_back(line_of(tokens_, first, i + 1, part_));
        first = i + 1;
      }
    }
  }

  Lines const& lines_;
  Words const& words_;
  std::uint32_t part_;
  std::vector<Token> tokens_;
};

bool is_narrow(Line const& line) {
  return line.grid == Grid::tabs && line.cells.size() == 1;
}

} // namespace

Lines unfold_narrow_tables(Lines lines, Words const& words) {
  Lines result;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = at;
    while (end < lines.size() && is_narrow(lines[end]) && lines[end].part == lines[at].part) {
      ++end;
    }
    if (end == at) {
      result.push_back(std::move(lines[at++]));
    } else {
      Run(lines, at, end, words).unfold(result);
      at = end;
    }
  }
  return result;
}

} // namespace jixiao::ingest::forms
