// Which mentions are values, and which are parts of names, conditions and prose.
#include "grammar/detail/analysis.hpp"
#include "grammar/notes.hpp"

#include <algorithm>

namespace jixiao::grammar::detail {

namespace {

/// Enough of a long number to know it by, with an ellipsis for the rest.
std::string beginning_of(std::string_view digits) {
  constexpr std::size_t enough = 24;
  std::size_t end = std::min(digits.size(), enough);
  while (end < digits.size() && (static_cast<unsigned char>(digits[end]) & 0xC0) == 0x80) {
    --end;
  }
  return std::string(digits.substr(0, end)) + (end < digits.size() ? "\xE2\x80\xA6" : "");
}

constexpr Roles joining = roles_of(WordClass::subject, WordClass::copula, WordClass::each, WordClass::total);
constexpr std::ptrdiff_t short_text = 12; ///< bytes: four ideographs
constexpr std::ptrdiff_t far_marker = 9;  ///< a name marker of three characters works at a distance

class Judge {
public:
  Judge(Analysis& analysis, Segment const& segment)
      : analysis_(analysis), state_(analysis.state), segment_(segment) {}

  // Each question about the rest of a segment is answered once, or stops at the first character that decides
  // it: a segment of a million numbers is judged in linear time.
  void run() {
    for (std::uint32_t i = segment_.first; i < segment_.last; ++i) {
      Item const& item = analysis_.items[i];
      if (item.is(role(WordClass::name_marker)) && item.end - item.begin >= far_marker) {
        far_marker_ = i + 1;
      }
    }
    for (std::uint32_t i = segment_.first; i < segment_.last; ++i) {
      if (analysis_.items[i].kind == ItemKind::mention && !mention(i).is_date()) {
        mention(i).accepted = is_value(i);
        if (mention(i).accepted) {
          add_rate(i);
        }
        has_quantity_ = has_quantity_ || mention(i).accepted;
      }
    }
    for (std::uint32_t i = segment_.first; i < segment_.last; ++i) {
      if (analysis_.items[i].kind == ItemKind::mention && mention(i).is_date()) {
        mention(i).accepted = is_time(i);
      }
    }
    for (std::uint32_t i = segment_.first; i < segment_.last; ++i) {
      Item& item = analysis_.items[i];
      if (item.kind == ItemKind::mention && !mention(i).accepted) {
        // What is no value may still be a word ("zero accidents").
        item.kind = item.roles != 0 ? ItemKind::word : ItemKind::opaque;
      }
    }
  }

private:
  Mention& mention(std::uint32_t item) { return analysis_.mentions[analysis_.items[item].mention]; }

  /// The item that ends where item `i` begins, blanks aside; nullptr at the segment's begin or behind text.
  Item const* before(std::uint32_t i) const {
    if (i == segment_.first) {
      return nullptr;
    }
    Item const& last = analysis_.items[i - 1];
    return skip_blanks(last.end, state_.end) == analysis_.items[i].begin ? &last : nullptr;
  }
  Item const* after(std::uint32_t i) const {
    if (i + 1 >= segment_.last) {
      return nullptr;
    }
    Item const& next = analysis_.items[i + 1];
    return skip_blanks(analysis_.items[i].end, state_.end) == next.begin ? &next : nullptr;
  }
  bool at_begin(std::uint32_t i) const {
    return skip_colons(segment_.begin) == analysis_.items[i].begin
           || (i > segment_.first && analysis_.items[i - 1].kind == ItemKind::marker && before(i) != nullptr);
  }
  /// Nothing but neutral words and remarks stands between item `i` and the end of the segment.
  bool at_end(std::uint32_t i) const {
    return is_neutral(analysis_, i + 1, segment_.last, analysis_.items[i].end, segment_.end, -1);
  }
  Cursor skip_colons(Cursor at) const {
    for (;;) {
      Cursor next = skip_blanks(at, segment_.end);
      MarkHit const mark = mark_at(next, segment_.end);
      next += mark.kind == MarkKind::other || mark.kind == MarkKind::open ? mark.length : 0;
      if (next == at) {
        return at;
      }
      at = next;
    }
  }

  /// Behind a colon or a word that leads to a number.
  bool is_introduced(std::uint32_t i) const {
    Item const* word = before(i);
    if (word != nullptr && word->kind == ItemKind::opaque && word->mark == MarkKind::open) {
      word = before(i - 1); // satisfaction (%) 98
    }
    if (at_begin(i) || (word != nullptr && word->is(joining))) {
      return true;
    }
    Cursor const from = i == segment_.first ? segment_.begin : analysis_.items[i - 1].end;
    for (Cursor at = analysis_.items[i].begin; at != from;) {
      do {
        --at;
      } while (at != from && (byte_at(at) & 0xC0U) == 0x80U);
      if (blank_at(at, state_.end) == 0) {
        std::uint32_t const character = code_point(at);
        return character == ':' || character == 0xFF1A;
      }
    }
    return false;
  }

  /// Signs that make two numbers one name or a sum: 7 x 24, 18:00, 35/36, 2+4, 5 plus or minus 1.
  bool is_tied(std::uint32_t i) const {
    Item const& item = analysis_.items[i];
    Cursor const next = skip_blanks(item.end, state_.end);
    auto const ties = [&](Cursor at) {
      return times_at(at, state_.end) != 0 || dash_at(at, state_.end) != 0
             || either_width(at, state_.end, '/') != 0 || either_width(at, state_.end, ':') != 0
             || either_width(at, state_.end, '+') != 0 || (at != state_.end && code_point(at) == 0xB1);
    };
    if (is_ascii_letter(item.end, state_.end)) {
      return true;
    }
    if (ties(next)
        && digit_at(skip_blanks(next + character_length(next), state_.end), state_.end).length != 0) {
      return true;
    }
    // In front, a number, or a number with a remark in brackets: 60 (inclusive) - 80.
    if (i == segment_.first
        || (analysis_.items[i - 1].kind != ItemKind::mention
            && analysis_.items[i - 1].kind != ItemKind::opaque)) {
      return false;
    }
    Cursor const sign = skip_blanks(analysis_.items[i - 1].end, state_.end);
    return ties(sign) && skip_blanks(sign + character_length(sign), state_.end) == item.begin;
  }

  /// "Not reached 95%": the words in front take the number back.
  bool is_negated(std::uint32_t i) {
    std::uint32_t first = i;
    while (before(first) != nullptr && before(first)->is(joining | roles_of(WordClass::status))
           && !before(first)->is(role(WordClass::negated_event))) {
      --first;
    }
    Item const* const word = before(first);
    if (word == nullptr || !word->is(roles_of(WordClass::negation, WordClass::negated_event))) {
      return false;
    }
    analysis_.note(notes::number_negated, word->begin, analysis_.items[i].end);
    return true;
  }

  /// Two numbers with nothing but a blank between them.
  bool is_adjacent(std::uint32_t i) {
    auto const bare = [&](Item const* item) {
      return item != nullptr && item->kind == ItemKind::mention
             && !analysis_.mentions[item->mention].is_date();
    };
    Item const* const left = before(i);
    Item const* const right = after(i);
    bool const with_left = bare(left) && !analysis_.mentions[left->mention].quantity.first.measure.has_unit();
    bool const with_right = bare(right) && !mention(i).quantity.first.measure.has_unit();
    // 2 days 1 time: without even a blank between them the two make one statement that is no number.
    bool const glued_left = left != nullptr && bare(left) && left->end == analysis_.items[i].begin;
    bool const glued_right = right != nullptr && bare(right) && right->begin == analysis_.items[i].end;
    if (with_left || glued_left) {
      analysis_.note(notes::numbers_adjacent, left->begin, analysis_.items[i].end);
    }
    return with_left || with_right || glued_left || glued_right;
  }

  /// The number belongs to the name that a marker behind it ends.
  bool is_name(std::uint32_t i) const {
    Item const* const next = after(i);
    if (next != nullptr && next->is(role(WordClass::name_marker)) && analysis_.items[i].end == next->begin) {
      return next->end - next->begin < far_marker;
    }
    if (is_introduced(i)) {
      return false;
    }
    return far_marker_ > i + 1;
  }

  /// "Each year hold 3 meetings": the verb stands between the denominator and the number.
  void add_rate(std::uint32_t i) {
    MeasureDraft& measure = mention(i).quantity.first.measure;
    if (measure.rate.found() || measure.unit.per.found()) {
      return;
    }
    for (std::uint32_t k = i; k > segment_.first && analysis_.items[k - 1].kind != ItemKind::mention; --k) {
      Item const& item = analysis_.items[k - 1];
      if (item.is(role_per)) {
        measure.rate = state_.words.longest(item.begin, state_.end, role_per);
        return;
      }
    }
  }

  bool is_condition_near(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < segment_.last; ++k) {
      Item const& item = analysis_.items[k];
      if (item.begin - analysis_.items[i].end > short_text) {
        break;
      }
      if (item.is(role(WordClass::condition))) {
        return true;
      }
    }
    return false;
  }

  bool is_value(std::uint32_t i) {
    Mention const& value = mention(i);
    BoundDraft const& first = value.quantity.first;
    MeasureDraft const& measure = first.measure;
    Item const* const previous = before(i);
    if (is_tied(i) || is_adjacent(i)
        || (previous != nullptr && previous->is(roles_of(WordClass::ordinal, WordClass::date_before)))) {
      return false;
    }
    // Every 2 days (once): a frequency, of which neither number is a value.
    has_every_ = has_every_ || (previous != nullptr && previous->is(role_every));
    if (has_every_) {
      return false;
    }
    Item const* const next = after(i);
    bool const monthly =
        next != nullptr && next->is(role(WordClass::date_before)) && measure.unit.unit.is(role_calendar);
    if (monthly) {
      return false; // by the 10th (of every month): no day of the calendar, and no number of days
    }
    if (measure.number.beyond || value.quantity.second.measure.number.beyond) {
      Cursor const begin = measure.number.beyond ? measure.number.begin : value.begin;
      std::string_view const digits(begin, static_cast<std::size_t>(value.end - begin));
      analysis_.note(notes::number_beyond_limits, value.begin, value.end, {beginning_of(digits)});
      return false;
    }
    if (is_negated(i)) {
      return false;
    }
    bool const related = first.before.found || first.after.found || value.quantity.second.before.found
                         || value.quantity.second.after.found || measure.odd.found();
    bool const has_unit = measure.has_unit() || value.quantity.second.measure.has_unit();
    if (related || value.quantity.form == RangeForm::interval) {
      if (!has_unit) {
        note_unknown_unit(i);
      }
      return true;
    }
    if (is_name(i)) {
      return false;
    }
    if (measure.number.in_words() && measure.number.ratio == Ratio::none) {
      return is_spoken_value(i, has_unit);
    }
    if (has_unit) {
      return true;
    }
    if (!is_introduced(i)) {
      return false;
    }
    bool const no_event = measure.number.small == 0 && next != nullptr && next->is(role(WordClass::event));
    return at_end(i) || no_event || is_condition_near(i) || is_lone_unknown_unit(i);
  }

  /// Numerals in words are everywhere in prose: they are values only where a value is expected.
  bool is_spoken_value(std::uint32_t i, bool has_unit) const {
    if (at_begin(i) && at_end(i)) {
      return true;
    }
    if (!has_unit) {
      return is_introduced(i) && at_end(i);
    }
    Item const* const word = before(i);
    if (word != nullptr && word->is(joining)) {
      return true;
    }
    return is_introduced(i)
           && analysis_.mentions[analysis_.items[i].mention].quantity.first.measure.number.small != 1;
  }

  /// What no unit can begin with: a dash, a sign of arithmetic, a mark.
  bool is_sign(Cursor at) const {
    return dash_at(at, state_.end) != 0 || times_at(at, state_.end) != 0
           || either_width(at, state_.end, '+') != 0 || either_width(at, state_.end, '/') != 0
           || mark_at(at, state_.end).kind != MarkKind::none || code_point(at) == 0xB1;
  }

  /// One character behind a number that is all there is: a unit that the lexicon does not know.
  bool is_lone_unknown_unit(std::uint32_t i) {
    Item const& item = analysis_.items[i];
    bool const lone = at_begin(i) && i + 1 == segment_.last && item.end != segment_.end
                      && item.end + character_length(item.end) == segment_.end && !is_sign(item.end);
    if (lone) {
      analysis_.note(notes::unit_unknown, item.end, segment_.end);
    }
    return lone;
  }

  void note_unknown_unit(std::uint32_t i) {
    Item const& item = analysis_.items[i];
    Cursor const end = i + 1 < segment_.last ? analysis_.items[i + 1].begin : segment_.end;
    std::ptrdiff_t const text = end - item.end;
    if (text > 0 && text <= short_text && blank_at(item.end, end) == 0
        && mark_at(item.end, end).kind == MarkKind::none) {
      analysis_.note(notes::unit_unknown, item.end, end);
    }
  }

  bool is_time(std::uint32_t i) {
    Mention const& value = mention(i);
    Item const* const previous = before(i);
    if (is_tied(i) || (previous != nullptr && previous->is(role(WordClass::ordinal)))) {
      return false;
    }
    bool accepted = value.is_deadline()
                    || (!has_quantity_
                        && is_neutral(analysis_, segment_.first, segment_.last, segment_.begin, segment_.end,
                                      static_cast<std::int32_t>(analysis_.items[i].mention)));
    if (!accepted && !value.date.first.year_only()) {
      Item const* const next = after(i);
      bool const leads =
          at_begin(i) || next == nullptr || next->is(roles_of(WordClass::status, WordClass::subject));
      accepted = leads && !has_quantity_;
    }
    if (accepted && !value.calendar.valid) {
      analysis_.note(notes::date_invalid, value.begin, value.end);
      return false;
    }
    if (accepted && (value.date.first.month_assumed || value.date.second.month_assumed)) {
      analysis_.note(notes::date_month_assumed, value.begin, value.end);
    }
    if (accepted && value.calendar.includes_span) {
      analysis_.note(notes::deadline_includes_span, value.begin, value.end,
                     {std::string(value.begin, value.end), value.calendar.to});
    }
    return accepted;
  }

  Analysis& analysis_;
  State& state_;
  Segment const& segment_;
  std::uint32_t far_marker_ = 0; ///< behind the last item that is a name marker at a distance
  bool has_quantity_ = false;
  bool has_every_ = false;
};

} // namespace

void judge(Analysis& analysis, Segment const& segment) {
  Judge(analysis, segment).run();
}

} // namespace jixiao::grammar::detail
