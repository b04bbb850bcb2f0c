#include "engine/ingest/forms/fact_parts.hpp"

#include "engine/ingest/forms/captions.hpp"
#include "engine/ingest/forms/fact_taker.hpp"
#include "engine/ingest/forms/facts.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;

constexpr std::size_t most_texts_between = 6; ///< lines between two tables of facts

bool has_label(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return words.label(cell.text) || words.value_behind_label(cell.text);
  });
}

/// Labels in its first line and in half of all lines at least, and no header of rows.
bool is_table_of_facts(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  std::size_t labels = 0;
  for (std::size_t at = begin; at < end; ++at) {
    labels += has_label(lines[at], words) ? 1 : 0;
    if (read_header(lines, at, words)) {
      return false;
    }
  }
  return has_label(lines[begin], words) && labels * 2 >= end - begin;
}

bool any_names_project(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  for (std::size_t at = begin; at < end; ++at) {
    if (names_project(lines[at], words)) {
      return true;
    }
  }
  return false;
}

/// A heading of a block ("2. What was achieved") or a mark of a page: says nothing of its own.
bool is_heading(Line const& line, Words const& words) {
  if (line.cells.size() != 1) {
    return false;
  }
  std::string const& text = line.cells.front().text;
  auto const label = words.label(without_enumeration(text));
  bool const block =
      label && (label->label.field == LabelField::section || label->label.field == LabelField::funds_block);
  return block || words.forms().is_page_mark(text);
}

std::size_t end_of_part(Lines const& lines, std::size_t line) {
  std::size_t end = line;
  while (end < lines.size() && lines[end].part == lines[line].part) {
    ++end;
  }
  return end;
}

/// Of the parts right above that of `header`, up to the one that names the project; empty when none does, or
/// when the header's own does.
std::vector<std::size_t> facts_above(Lines const& lines, std::size_t header, std::size_t least,
                                     Words const& words) {
  std::size_t first = header;
  while (first > least && lines[first - 1].part == lines[header].part) {
    --first;
  }
  if (lines[header].grid != Grid::author || any_names_project(lines, first, header, words)) {
    return {};
  }
  std::vector<std::size_t> found; // the last one first
  for (std::size_t at = first, texts = 0; at > least && texts < most_texts_between;) {
    Line const& line = lines[at - 1];
    if (line.grid != Grid::author) {
      if (is_line_of_facts(line, words)) {
        found.push_back(at - 1);
      } else if (!is_heading(line, words)) {
        break;
      }
      --at;
      ++texts;
      continue;
    }
    std::size_t begin = at;
    while (begin > least && lines[begin - 1].part == line.part) {
      --begin;
    }
    if (!is_table_of_facts(lines, begin, at, words)) {
      break;
    }
    for (; at > begin; --at) {
      found.push_back(at - 1);
    }
    if (any_names_project(lines, begin, end_of_part(lines, begin), words)) {
      std::reverse(found.begin(), found.end());
      return found;
    }
  }
  return {};
}

/// Of the parts that begin at line `end`.
std::vector<std::size_t> facts_below(Lines const& lines, std::size_t end, Words const& words) {
  std::vector<std::size_t> found;
  bool named = false;
  for (std::size_t at = end, texts = 0; at < lines.size() && texts < most_texts_between;) {
    if (lines[at].grid != Grid::author) {
      if (!is_heading(lines[at], words)) {
        break;
      }
      ++at;
      ++texts;
      continue;
    }
    std::size_t const stop = end_of_part(lines, at);
    bool const names = any_names_project(lines, at, stop, words);
    if (!is_table_of_facts(lines, at, stop, words) || (named && names)) {
      break;
    }
    named = named || names;
    for (; at < stop; ++at) {
      found.push_back(at);
    }
  }
  return named ? found : std::vector<std::size_t>();
}

} // namespace

bool names_project(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    auto const label = words.label(cell.text);
    return label && label->label.field == LabelField::project;
  });
}

bool is_line_of_facts(Line const& line, Words const& words) {
  std::size_t facts = 0;
  for (Cell const& cell : line.cells) {
    std::size_t const own = caption_facts(cell.text, words).size();
    if (own == 0) {
      return false;
    }
    facts += own;
  }
  bool const labelled = std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return value_of_caption(cell.text, words).has_value();
  });
  return labelled || facts > 1;
}

bool holds_facts(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  bool project = false, more = false;
  for (std::size_t at = begin; at < end; ++at) {
    std::vector<Cell> const& cells = lines[at].cells;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      auto const label = words.label(cells[i].text);
      if (!label || words.label(cells[i + 1].text)) {
        continue; // a head above a column
      }
      LabelField const field = label->label.field;
      project = project || field == LabelField::project;
      more = more || is_money(field) || field == LabelField::unit || field == LabelField::goal
             || field == LabelField::agency;
    }
  }
  return project && more;
}

FactLines find_facts(Lines const& lines, RowHeader const& header, std::size_t least, bool behind,
                     Words const& words) {
  FactLines result;
  result.begin = begin_of_block(lines, header.first, least, words);
  for (std::size_t i = result.begin; i < header.first; ++i) {
    result.lines.push_back(i);
  }
  std::vector<std::size_t> const apart = behind ? facts_below(lines, end_of_part(lines, header.first), words)
                                                : facts_above(lines, header.first, least, words);
  if (apart.empty()) {
    return result;
  }
  result.lines.insert(result.lines.end(), apart.begin(), apart.end());
  std::size_t const top = std::min(result.begin, apart.front());
  result.begin = begin_of_captions(lines, top, least, words);
  for (std::size_t i = result.begin; i < top; ++i) {
    result.lines.push_back(i);
  }
  std::sort(result.lines.begin(), result.lines.end());
  result.lines.erase(std::unique(result.lines.begin(), result.lines.end()), result.lines.end());
  return result;
}

bool facts_stand_behind(Lines const& lines, std::size_t header, Words const& words) {
  if (lines[header].grid != Grid::author || any_names_project(lines, 0, header, words)) {
    return false;
  }
  for (std::size_t at = lines.size(); at-- > header + 1 && !read_header(lines, at, words);) {
    if (lines[at].grid == Grid::author && names_project(lines[at], words)) {
      return true;
    }
  }
  return false;
}

} // namespace jixiao::ingest::forms
