#include "engine/ingest/forms/tick_boxes.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/model/unreadable_cell.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace jixiao::ingest::forms {
namespace {

using Signs = std::vector<std::string>;

constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"[", "]"},
                                                                      {"(", ")"},
                                                                      {"\xE3\x80\x90", "\xE3\x80\x91"},
                                                                      {"\xE3\x80\x94", "\xE3\x80\x95"},
                                                                      {"\xEF\xBC\x88", "\xEF\xBC\x89"},
                                                                      {"\xEF\xBC\xBB", "\xEF\xBC\xBD"}};

struct Box {
  std::size_t begin = 0, end = 0;
  bool ticked = false;
  bool sure = false; ///< nothing but a box looks like it
};

std::string_view sign_at(std::string_view text, Signs const& signs) {
  auto const found = std::find_if(signs.begin(), signs.end(),
                                  [text](std::string const& sign) { return text.starts_with(sign); });
  return found == signs.end() ? std::string_view() : std::string_view(*found);
}

std::size_t blanks_at(std::string_view text) {
  std::size_t size = 0;
  while (std::size_t const blank = grammar::blank_length(text.substr(size))) {
    size += blank;
  }
  return size;
}

/// The box that `text` begins with, its brackets included; of size 0 when it begins with none.
Box box_at(std::string_view text, vocabulary::TickSigns const& signs) {
  for (auto const& [opening, closing] : brackets) {
    if (!text.starts_with(opening)) {
      continue;
    }
    std::size_t at = opening.size();
    at += blanks_at(text.substr(at));
    std::string_view const sign = sign_at(text.substr(at), signs.ticked);
    std::size_t const behind = at + sign.size();
    std::size_t const end = behind + blanks_at(text.substr(behind));
    bool const blank = sign.empty() && end != opening.size();
    if (text.substr(end).starts_with(closing) && (blank || !sign.empty())) {
      return {0, end + closing.size(), !sign.empty(), !sign.empty()};
    }
  }
  std::string_view const ticked = sign_at(text, signs.ticked);
  std::string_view const sign = ticked.empty() ? sign_at(text, signs.empty) : ticked;
  bool const mark = !sign.empty() && !sign_at(sign, signs.marks).empty();
  return {0, sign.size(), !ticked.empty(), !sign.empty() && !mark};
}

std::vector<Box> boxes_of(std::string_view text, vocabulary::TickSigns const& signs) {
  std::vector<Box> boxes;
  for (std::size_t at = 0; at < text.size();) {
    Box box = box_at(text.substr(at), signs);
    if (box.end == 0) {
      ++at;
      continue;
    }
    box.begin += at;
    box.end += at;
    at = box.end;
    boxes.push_back(box);
  }
  return boxes;
}

/// A text of a box without the signs that part it from the next one.
std::string text_of_box(std::string_view text) {
  constexpr std::string_view separators[] = {
      ";", ",", "/", "|", "\xEF\xBC\x9B", "\xEF\xBC\x8C", "\xE3\x80\x81", "\xE3\x80\x82"};
  text = grammar::trim(text);
  for (bool more = true; more;) {
    more = false;
    for (std::string_view const each : separators) {
      if (text.ends_with(each)) {
        text = grammar::trim(text.substr(0, text.size() - each.size()));
        more = true;
      }
    }
  }
  return std::string(text);
}

/// What stands in front of the first box says what is asked ("done:").
bool is_question(std::string_view text) {
  constexpr std::string_view wide_colon = "\xEF\xBC\x9A";
  text = grammar::trim(text);
  return text.empty() || text.ends_with(":") || text.ends_with(wide_colon);
}

/// The text of each box: all stand in front of theirs, or all behind. Empty when neither is so.
std::vector<std::string> texts_of_boxes(std::string_view text, std::vector<Box> const& boxes) {
  std::vector<std::string> texts;
  bool const in_front = is_question(text.substr(0, boxes.front().begin));
  bool const behind = grammar::trim(text.substr(boxes.back().end)).empty();
  if (in_front == behind) {
    return texts;
  }
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::size_t const begin = in_front ? boxes[i].end : i == 0 ? 0 : boxes[i - 1].end;
    std::size_t const end = !in_front               ? boxes[i].begin
                            : i + 1 == boxes.size() ? text.size()
                                                    : boxes[i + 1].begin;
    texts.push_back(text_of_box(text.substr(begin, end - begin)));
  }
  return texts;
}

/// Whether these are boxes at all: ticks and bullets stand in texts, too.
bool are_boxes(std::string_view text, std::vector<Box> const& boxes) {
  bool ticked = false, empty = false, sure = false;
  std::size_t size = 0;
  for (Box const& each : boxes) {
    ticked = ticked || each.ticked;
    empty = empty || !each.ticked;
    sure = sure || each.sure;
    size += each.end - each.begin;
  }
  return (sure || (ticked && empty)) && size < grammar::without_blanks(text).size();
}

} // namespace

std::optional<TickedText> read_boxes(std::string_view text, vocabulary::TickSigns const& signs) {
  std::vector<Box> const boxes = boxes_of(text, signs);
  if (boxes.empty() || !are_boxes(text, boxes)) {
    return std::nullopt;
  }
  TickedText result;
  std::vector<std::string> const texts = texts_of_boxes(text, boxes);
  std::size_t ticked = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ticked += boxes[i].ticked ? 1 : 0;
    if (boxes[i].ticked) {
      result.text = texts[i];
    } else {
      result.others.push_back(texts[i]);
    }
  }
  if (ticked != 1) {
    result.text.clear();
  }
  return result;
}

TickBoxReader::TickBoxReader(vocabulary::TickSigns const& signs)
    : signs_(signs), shortest_(std::numeric_limits<std::size_t>::max()) {
  for (std::vector<std::string> const* const list : {&signs.ticked, &signs.empty}) {
    for (std::string const& sign : *list) {
      first_[static_cast<unsigned char>(sign.front())] = true;
      second_[static_cast<unsigned char>(sign.size() < 2 ? '\0' : sign[1])] = true;
      shortest_ = std::min(shortest_, sign.size());
    }
  }
}

/// A cell of boxes has a text beside a sign: most cells are too short.
bool TickBoxReader::may_hold_boxes(std::string_view text) const {
  if (text.size() <= shortest_ || shortest_ < 2) {
    return shortest_ < 2;
  }
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (first_[static_cast<unsigned char>(text[at])] && second_[static_cast<unsigned char>(text[at + 1])]) {
      return true;
    }
  }
  return false;
}

void TickBoxReader::read(model::RawProject& project) const {
  for (model::RawRow& row : project.rows) {
    for (model::Column const column : {model::Column::target, model::Column::actual}) {
      auto const read = may_hold_boxes(row[column]) ? read_boxes(row[column], signs_) : std::nullopt;
      if (!read) {
        continue;
      }
      std::uint32_t const sheet_column = project.header->columns[static_cast<std::size_t>(column)];
      diagnostic::Place const place{project.header->source, row.row, sheet_column, 0, 0};
      if (read->text.empty()) {
        project.findings.push_back(
            diagnostic::make(findings::tick_undecided, place, {shortened(row[column])}));
        row.set(column, model::unreadable_cell);
        continue;
      }
      Listing others;
      for (std::string const& each : read->others) {
        others.add(each);
      }
      project.findings.push_back(
          diagnostic::make(findings::tick_read, place, {shortened(read->text), others.text()}));
      row.set(column, read->text);
    }
  }
}

} // namespace jixiao::ingest::forms
