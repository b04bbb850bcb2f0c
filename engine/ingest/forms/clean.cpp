#include "engine/ingest/forms/clean.hpp"

#include "grammar/text.hpp"

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
