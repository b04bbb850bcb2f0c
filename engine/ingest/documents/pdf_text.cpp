#include "engine/ingest/documents/pdf_text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest::documents::pdf {

namespace {

bool is_ascii_letter(char c) {
  char const lower = static_cast<char>(c | 0x20);
  return 'a' <= lower && lower <= 'z';
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// What the first word of a line takes, and a character more.
Length space_for(Word const& next) {
  Length const character = next.box.height();
  // A long Chinese word can be broken behind its second character at the latest.
  Length const needed = is_ascii(next.text.front()) && is_ascii(next.text.back())
                            ? next.box.width()
                            : std::min(next.box.width(), 2 * character);
  return needed + character;
}

/// True when the first word of the line below would have had room behind `line`, and a character more: then
/// the author broke the line.
bool had_room(Words const& line, Words const& below, Length right) {
  return line.back()->box.right + space_for(*below.front()) < right;
}

} // namespace

std::vector<Words> lines_of(Words words) {
  std::sort(words.begin(), words.end(),
            [](Word const* left, Word const* right) { return left->box.center() < right->box.center(); });
  std::vector<Words> lines;
  for (Word const* const word : words) {
    bool const same = !lines.empty()
                      && word->box.center() - lines.back().front()->box.center()
                             < std::min(word->box.height(), lines.back().front()->box.height()) / 2;
    if (!same) {
      lines.emplace_back();
    }
    lines.back().push_back(word);
  }
  for (Words& line : lines) {
    std::stable_sort(line.begin(), line.end(),
                     [](Word const* left, Word const* right) { return left->box.left < right->box.left; });
  }
  return lines;
}

std::string text_of_line(Words const& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    // Words of two fonts stand side by side without a blank.
    constexpr Length parts_of_height = 12;
    if (i != 0 && line[i]->box.left - line[i - 1]->box.right > line[i]->box.height() / parts_of_height) {
      text += ' ';
    }
    text += line[i]->text;
  }
  return text;
}

std::string text_of_cell(Words words, Length right) {
  std::vector<Words> const lines = lines_of(std::move(words));
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string const line = text_of_line(lines[i]);
    if (i != 0 && had_room(lines[i - 1], lines[i], right)) {
      text += text.empty() || line.empty() ? "" : "\n";
      text += line;
    } else {
      text = with_next_line(std::move(text), line);
    }
  }
  return text;
}

std::string with_next_line(std::string text, std::string_view line) {
  bool const words_meet =
      !text.empty() && !line.empty() && is_ascii_letter(text.back()) && is_ascii_letter(line.front());
  return std::move(text.append(words_meet ? " " : "").append(line));
}

LineRoom room_of(Words words, Length right) {
  if (words.empty()) {
    return {};
  }
  std::vector<Words> const lines = lines_of(std::move(words));
  return {right - lines.back().back()->box.right, space_for(*lines.front().front())};
}

} // namespace jixiao::ingest::documents::pdf
