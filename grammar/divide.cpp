// A judged cell as parts: clauses that carry a value of their own, and the text between them.
#include "grammar/detail/analysis.hpp"

#include <algorithm>

namespace jixiao::grammar::detail {

namespace {

constexpr std::ptrdiff_t longest_level_subject = 72; ///< bytes: 24 ideographs
constexpr std::ptrdiff_t longest_status_object = 48; ///< bytes: 16 ideographs
constexpr std::ptrdiff_t one_character = 3;          ///< a level of one ideograph stands alone

bool is_mark_or_blank(Cursor at, Cursor end) {
  return blank_at(at, end) != 0 || mark_at(at, end).kind != MarkKind::none;
}

class Divider {
public:
  Divider(Analysis& analysis, std::vector<Segment> const& segments)
      : analysis_(analysis), items_(analysis.items), segments_(segments) {}

  std::vector<Part> run() {
    for (std::size_t first = 0; first < segments_.size();) {
      std::size_t last = first + 1; // a clause: segments joined by enumeration commas
      while (segments_[last - 1].after == MarkKind::list) {
        ++last;
      }
      add_clause(first, last);
      first = last;
    }
    join_leads();
    join_texts();
    if (parts_.empty()) {
      Part whole;
      whole.begin = analysis_.state.begin;
      whole.end = analysis_.state.end;
      parts_.push_back(whole);
    }
    if (parts_.size() == 1) {
      classify_whole(parts_.front());
    }
    return std::move(parts_);
  }

private:
  /// An enumeration is divided only when several of its members carry a value.
  void add_clause(std::size_t first, std::size_t last) {
    auto const values =
        std::count_if(segments_.begin() + static_cast<std::ptrdiff_t>(first),
                      segments_.begin() + static_cast<std::ptrdiff_t>(last),
                      [&](Segment const& segment) { return has_value(segment.first, segment.last); });
    if (values >= 2) {
      for (std::size_t i = first; i < last; ++i) {
        add_pieces(segments_[i].first, segments_[i].last, segments_[i].begin, segments_[i].end);
      }
    } else {
      add_pieces(segments_[first].first, segments_[last - 1].last, segments_[first].begin,
                 segments_[last - 1].end);
    }
  }

  bool has_value(std::uint32_t first, std::uint32_t last) const {
    return std::any_of(items_.begin() + first, items_.begin() + last,
                       [&](Item const& item) { return is_value(item); });
  }
  bool is_value(Item const& item) const {
    return item.kind == ItemKind::mention && analysis_.mentions[item.mention].accepted;
  }

  void add_pieces(std::uint32_t first, std::uint32_t last, Cursor begin, Cursor end) {
    while (begin != end && is_mark_or_blank(begin, end) && (first == last || items_[first].begin != begin)) {
      begin += character_length(begin);
    }
    if (begin == end) {
      return;
    }
    Part part;
    part.begin = begin;
    part.first = first;
    std::int32_t open = -1; // the mention that the part being built holds
    for (std::uint32_t i = first; i < last; ++i) {
      Item const& item = items_[i];
      if (open >= 0 && starts_part(i, last)) {
        close(part, i, item.begin, open);
        open = -1;
      }
      if (is_value(item)) {
        open = static_cast<std::int32_t>(item.mention);
      }
    }
    if (open >= 0) {
      close(part, last, end, open);
    } else {
      part.last = last;
      part.end = end;
      classify(part);
      add(part);
    }
  }

  /// Behind a value: a verb that leads to the next value, that value itself, or a further thing.
  bool starts_part(std::uint32_t i, std::uint32_t last) {
    Item const& item = items_[i];
    if (item.is(role(WordClass::further))) {
      return true;
    }
    if (is_value(item)) {
      return true;
    }
    if (!item.is(roles_of(WordClass::subject, WordClass::each, WordClass::total))) {
      return false;
    }
    if (next_value_ <= i) { // looked up once for each value
      next_value_ = i + 1;
      while (next_value_ != last && !is_value(items_[next_value_])) {
        ++next_value_;
      }
    }
    return next_value_ < last;
  }

  void close(Part& part, std::uint32_t last, Cursor end, std::int32_t mention) {
    part.last = last;
    part.end = end;
    part.mention = mention;
    part.kind = analysis_.mentions[static_cast<std::size_t>(mention)].kind;
    part.condition = has_condition(part);
    add(part);
    part = {};
    part.begin = end;
    part.first = last;
  }

  bool has_condition(Part const& part) const {
    return std::any_of(items_.begin() + part.first, items_.begin() + part.last,
                       [&](Item const& item) { return item.is(role(WordClass::condition)); });
  }

  void add(Part part) {
    while (part.end != part.begin) {
      Cursor last = part.end;
      do {
        --last;
      } while (last != part.begin && (byte_at(last) & 0xC0U) == 0x80U);
      MarkHit const mark = mark_at(last, part.end);
      bool const trims = mark.kind == MarkKind::sentence || mark.kind == MarkKind::clause
                         || mark.kind == MarkKind::list || blank_at(last, part.end) != 0;
      if (!trims) {
        break;
      }
      part.end = last;
    }
    if (part.end != part.begin) {
      parts_.push_back(part);
    }
  }

  // ---- parts without a number

  void classify(Part& part) const {
    if (is_status(part)) {
      part.kind = CellKind::status;
    } else if (std::int32_t const level = level_of(part); level >= 0) {
      part.kind = CellKind::level;
      part.level = level;
    }
  }

  bool is_taken_back(std::uint32_t item) const {
    return item != 0 && items_[item - 1].is(roles_of(WordClass::negation, WordClass::hedge))
           && skip_blanks(items_[item - 1].end, analysis_.state.end) == items_[item].begin;
  }

  /// The level word that ends the part.
  std::int32_t level_of(Part const& part) const {
    std::uint32_t last = part.last;
    while (last != part.first && items_[last - 1].kind == ItemKind::opaque
           && items_[last - 1].mark == MarkKind::open) {
      --last; // a remark in brackets
    }
    if (last == part.first || !items_[last - 1].is(role(WordClass::level))) {
      return -1;
    }
    Item const& word = items_[last - 1];
    bool const ends = is_neutral(analysis_, last, part.last, word.end, part.end, -1);
    bool const alone = word.begin == part.begin;
    bool const fits = word.end - word.begin > one_character ? word.begin - part.begin <= longest_level_subject
                                                            : alone || follows_mark(word.begin);
    return ends && fits && !is_taken_back(last - 1) ? static_cast<std::int32_t>(last - 1) : -1;
  }

  bool follows_mark(Cursor at) const {
    if (at == analysis_.state.begin) {
      return true;
    }
    Cursor last = at;
    do {
      --last;
    } while (last != analysis_.state.begin && (byte_at(last) & 0xC0U) == 0x80U);
    MarkKind const kind = mark_at(last, analysis_.state.end).kind;
    return kind != MarkKind::none && kind != MarkKind::list;
  }

  /// Status words and their fillers, nothing else.
  bool is_status(Part const& part) const {
    bool status = false;
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      Item const& item = items_[i];
      status = status || (item.is(role(WordClass::status)) && !is_taken_back(i));
      if (item.is(roles_of(WordClass::negation, WordClass::hedge)) && !item.is(role(WordClass::status))) {
        return false;
      }
    }
    return status && is_neutral(analysis_, part.first, part.last, part.begin, part.end, -1);
  }

  /// A cell of one clause may say what was done: "completed the basic network service".
  void classify_whole(Part& part) const {
    if (part.kind != CellKind::text || part.first == part.last) {
      return;
    }
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (items_[i].kind == ItemKind::separator && items_[i].begin < part.end) {
        return;
      }
      if (items_[i].is(
              roles_of(WordClass::negation, WordClass::hedge, WordClass::negated_event, WordClass::lead_in))
          && !items_[i].is(role(WordClass::status))) {
        return;
      }
    }
    std::uint32_t first = part.first;
    while (first != part.last && items_[first].is(role(WordClass::status_filler))
           && !items_[first].is(role(WordClass::status))) {
      ++first;
    }
    bool const leads = first != part.last && items_[first].is(role(WordClass::status))
                       && items_[first].is(role(WordClass::subject))
                       && is_neutral(analysis_, part.first, first, part.begin, items_[first].begin, -1)
                       && part.end - items_[first].end <= longest_status_object;
    std::uint32_t last = part.last;
    while (last != part.first && !items_[last - 1].is(role(WordClass::status))
           && items_[last - 1].is(neutral_roles)) {
      --last;
    }
    bool const ends = last != part.first && items_[last - 1].is(role(WordClass::status))
                      && is_neutral(analysis_, last, part.last, items_[last - 1].end, part.end, -1)
                      && items_[last - 1].begin - part.begin <= longest_status_object;
    if (leads || ends) {
      part.kind = CellKind::status;
    }
  }

  // ---- parts that belong together

  /// "After the system went online," only leads into what follows.
  void join_leads() {
    std::vector<Part> joined;
    bool leads = false; // the last of `joined` leads into the next part
    for (Part& part : parts_) {
      bool const lead = is_lead(part);
      if (leads) {
        part.begin = joined.back().begin;
        part.first = joined.back().first;
        joined.pop_back();
      }
      joined.push_back(part);
      leads = lead;
    }
    parts_ = std::move(joined);
  }

  bool is_lead(Part const& part) const {
    if (part.kind != CellKind::text || part.first == part.last) {
      return false;
    }
    if (is_neutral(analysis_, part.first, part.last, part.begin, part.end, -1)) {
      return true; // "as required,"
    }
    Roles const ends = roles_of(WordClass::lead_in, WordClass::condition);
    Item const& front = items_[part.first];
    Item const& back = items_[part.last - 1];
    return (front.is(role(WordClass::lead_in)) && front.begin == part.begin)
           || (back.is(ends) && back.end == part.end);
  }

  void join_texts() {
    std::vector<Part> joined;
    for (Part const& part : parts_) {
      bool const text = part.kind == CellKind::text;
      if (text && !joined.empty() && joined.back().kind == CellKind::text) {
        joined.back().end = part.end;
        joined.back().last = part.last;
      } else {
        joined.push_back(part);
      }
    }
    bool const values = std::any_of(joined.begin(), joined.end(), [](Part const& part) {
      return part.kind != CellKind::text && part.kind != CellKind::status;
    });
    bool const all_status = std::all_of(joined.begin(), joined.end(),
                                        [](Part const& part) { return part.kind == CellKind::status; });
    if (!values && joined.size() > 1) {
      // Nothing to compare: all of it says that it was done, or it is prose.
      joined.front().kind = all_status ? CellKind::status : CellKind::text;
      joined.front().end = joined.back().end;
      joined.front().last = joined.back().last;
      joined.resize(1);
    }
    parts_ = std::move(joined);
  }

  Analysis& analysis_;
  std::vector<Item> const& items_;
  std::vector<Segment> const& segments_;
  std::vector<Part> parts_;
  std::uint32_t next_value_ = 0;
};

} // namespace

std::vector<Part> divide(Analysis& analysis, std::vector<Segment> const& segments) {
  return Divider(analysis, segments).run();
}

} // namespace jixiao::grammar::detail
