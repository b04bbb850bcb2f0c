// From bytes to items: mentions of numbers and dates, words that matter, marks, names in quotes.
#include "grammar/detail/analysis.hpp"
#include "grammar/detail/number.hpp"
#include "grammar/notes.hpp"

namespace jixiao::grammar::detail {

namespace {

constexpr Roles item_roles =
    roles_of(WordClass::status, WordClass::status_filler, WordClass::level, WordClass::each, WordClass::total,
             WordClass::subject, WordClass::condition, WordClass::name_marker, WordClass::negated_event,
             WordClass::event, WordClass::external, WordClass::plain, WordClass::copula, WordClass::negation,
             WordClass::hedge, WordClass::several, WordClass::ordinal, WordClass::further, WordClass::lead_in,
             WordClass::date_before);

constexpr Roles start_roles =
    role_before | role_opener | role_numeral | role_per
    | roles_of(WordClass::minus, WordClass::half, WordClass::ordinal, WordClass::date_year,
               WordClass::date_first_half, WordClass::date_second_half, WordClass::date_whole_year);

/// No sensible cell holds more numbers; beyond it memory would be spent on nothing.
constexpr std::size_t most_mentions = 1024;

bool is_name_character(Cursor at, Cursor end) {
  return at != end && (is_ascii_letter(at, end) || (*at >= '0' && *at <= '9') || *at == '_');
}

/// LED, COVID-19, V2.0: letters with what digits and signs hang on them.
Cursor skip_name(Cursor at, Cursor end) {
  while (is_name_character(at, end)
         || (at != end && (*at == '-' || *at == '.') && is_name_character(at + 1, end))) {
    ++at;
  }
  return at;
}

class Scanner {
public:
  explicit Scanner(Analysis& analysis)
      : analysis_(analysis), state_(analysis.state), at_(state_.begin), end_(state_.end),
        brackets_(match_brackets(at_, end_)) {}

  void run() {
    while (at_ != end_) {
      if (analysis_.mentions.size() > most_mentions) {
        analysis_.overflow = true;
        return;
      }
      if (take_mark()) {
        continue;
      }
      if (!take_name() && !take_words()) {
        at_ += character_length(at_);
      }
      blank_before_ = false;
    }
  }

private:
  bool take_mark() {
    MarkHit const mark = mark_at(at_, end_);
    Cursor const next = at_ + mark.length;
    switch (mark.kind) {
    case MarkKind::none: break;
    case MarkKind::sentence:
    case MarkKind::clause:
    case MarkKind::list: add({ItemKind::separator, mark.kind, at_, next}); return true;
    case MarkKind::open: return take_bracket(next);
    case MarkKind::close:
    case MarkKind::other: at_ = next; return true;
    }
    std::size_t const blank = blank_at(at_, end_);
    at_ += blank;
    blank_before_ = blank_before_ || blank != 0;
    return blank != 0;
  }

  bool take_bracket(Cursor next) {
    if (take_interval(next)) {
      return true;
    }
    while (bracket_ != brackets_.size() && brackets_[bracket_].first < at_) {
      ++bracket_;
    }
    Cursor const close = bracket_ != brackets_.size() ? brackets_[bracket_].second : nullptr;
    bool const whole =
        skip_blanks(state_.begin, end_) == at_ && close != nullptr && skip_marks(close) == end_;
    if (close == nullptr || whole) {
      at_ = next; // an open end, or brackets around the whole cell: what stands inside counts
    } else {
      add({ItemKind::opaque, MarkKind::open, at_, close});
    }
    return true;
  }

  bool take_interval(Cursor next) {
    Cursor const inside = skip_blanks(next, end_);
    bool const number = digit_at(inside, end_).length != 0 || dash_at(inside, end_) != 0;
    Mention mention;
    Cursor close = at_;
    if (!number || !read_interval(state_, close, end_, mention.quantity)) {
      return false;
    }
    mention.kind = CellKind::range;
    mention.begin = at_;
    mention.end = close;
    add_mention(std::move(mention), keep(), 0);
    return true;
  }

  [[nodiscard]] Cursor skip_marks(Cursor at) const {
    for (;;) {
      Cursor const next = skip_blanks(at, end_);
      MarkHit const mark = mark_at(next, end_);
      if (next == at && mark.kind != MarkKind::sentence && mark.kind != MarkKind::clause) {
        return at;
      }
      at = next + mark.length;
    }
  }

  bool take_name() {
    if (!is_ascii_letter(at_, end_)) {
      return false;
    }
    add({ItemKind::opaque, MarkKind::none, at_, skip_name(at_, end_)});
    return true;
  }

  bool take_words() {
    if (take_list_marker()) {
      return true;
    }
    Hit const word = state_.words.longest(at_, end_, item_roles);
    bool const starts = digit_at(at_, end_).length != 0 || starts_with_sign() || starts_with_word();
    if (starts && take_mention(word)) {
      return true;
    }
    if (starts && is_long_numeral()) {
      return skip_numeral(); // as a whole: none of its words is tried again
    }
    if (word.is(role(WordClass::several)) && take_indefinite(word)) {
      return true;
    }
    if (word.found()) {
      add({ItemKind::word, MarkKind::none, at_, word.end, word.entry->roles});
      return true;
    }
    return skip_numeral() || skip_relations();
  }

  /// Signs without a number behind them, as many as were tried together.
  bool skip_relations() {
    Cursor next = at_;
    for (int i = 0; i < most_relation_words; ++i) {
      Hit const sign = state_.words.longest(next, end_, role_before);
      if (!sign.found()) {
        break;
      }
      next = sign.end;
    }
    bool const skipped = next != at_;
    at_ = next;
    return skipped;
  }

  bool starts_with_word() const {
    Hit const start = state_.words.longest(at_, end_, start_roles);
    bool const half = start.is(role(WordClass::half)) && !start.is(start_roles & ~role(WordClass::half));
    return start.found()
           && (!half || state_.words.longest(skip_blanks(start.end, end_), end_, role_unit).found());
  }

  bool is_long_numeral() const {
    Cursor next = at_;
    for (std::size_t i = 0; i < most_numeral_words; ++i) {
      Hit const word = state_.words.longest(next, end_, role_numeral);
      if (!word.found()) {
        return false;
      }
      next = word.end;
    }
    return true;
  }

  /// A sign counts where a value may begin; elsewhere a dash is a dash.
  bool starts_with_sign() const {
    if (at_ != end_ && (code_point(at_) == 0xA5 || code_point(at_) == 0xFFE5)) {
      return true; // a currency sign
    }
    std::size_t const plus = either_width(at_, end_, '+');
    std::size_t const sign = plus != 0 ? plus : dash_at(at_, end_);
    Cursor const digits = at_ + sign;
    if (sign == 0 || (digit_at(digits, end_).length == 0 && either_width(digits, end_, '.') == 0)) {
      return false;
    }
    Cursor const text_end = analysis_.items.empty() ? state_.begin : analysis_.items.back().end;
    ItemKind const last = analysis_.items.empty() ? ItemKind::separator : analysis_.items.back().kind;
    bool const joins = last == ItemKind::mention || last == ItemKind::opaque;
    return skip_blanks(text_end, end_) == at_ && !joins;
  }

  /// `1.` or `1`+enumeration comma in front of a text: counts the sentences, not the things.
  bool take_list_marker() {
    bool const starts = analysis_.items.empty() ? skip_blanks(state_.begin, end_) == at_
                                                : begins_sentence(analysis_.items.back());
    bool const word_only = !starts && digit_at(at_, end_).length == 0 && blank_before_;
    if (!starts && !word_only) {
      return false;
    }
    Cursor next = at_;
    int digits = 0;
    for (DigitHit digit = digit_at(next, end_); digit.length != 0 && digits < 3;
         digit = digit_at(next, end_)) {
      next += digit.length;
      ++digits;
    }
    if (digits == 0) {
      Hit const word = state_.words.longest(next, end_, role_digit | role_multiplier);
      next = word.found() ? word.end : next;
      digits = word.found() ? 1 : 0;
    }
    if (digits == 0 || digits > 2) {
      return false;
    }
    MarkHit const mark = mark_at(next, end_);
    bool const marks =
        mark.kind == MarkKind::list || mark.kind == MarkKind::close || either_width(next, end_, '.') != 0;
    Cursor const after = next + mark.length;
    if (!marks || after == end_ || digit_at(after, end_).length != 0
        || mark_at(skip_blanks(after, end_), end_).kind != MarkKind::none
        || skip_blanks(after, end_) == end_) {
      return false;
    }
    add({ItemKind::marker, MarkKind::none, at_, after});
    return true;
  }

  bool begins_sentence(Item const& last) const {
    return last.kind == ItemKind::separator && last.mark != MarkKind::list
           && skip_blanks(last.end, end_) == at_;
  }

  bool take_mention(Hit const& word) {
    Mention mention;
    Cursor date_end = at_;
    Cursor quantity_end = at_;
    bool const date = read_date(state_, date_end, end_, mention.date);
    Pieces const date_pieces = date ? keep() : Pieces{};
    bool const quantity = read_quantity(state_, quantity_end, end_, mention.quantity);
    if (!date && !quantity) {
      return false;
    }
    bool const is_date = date && date_end >= quantity_end;
    mention.begin = at_;
    mention.end = is_date ? date_end : quantity_end;
    // A longer word wins (half a cell may look like a number); so does one that only looks like a number.
    if (word.found()
        && (word.end > mention.end || (word.end == mention.end && word.is(role(WordClass::plain))))) {
      return false;
    }
    Cursor const mention_end = mention.end;
    if (is_date) {
      mention.calendar = resolve(mention.date);
      mention.kind = mention.calendar.kind;
    } else if (mention.quantity.form != RangeForm::none) {
      mention.kind = CellKind::range;
    }
    add_mention(std::move(mention), is_date ? date_pieces : keep(),
                word.end == mention_end ? word.entry->roles : 0);
    return true;
  }

  /// "A few", "dozens": the number that it makes indefinite is no number.
  bool take_indefinite(Hit const& word) {
    Cursor next = word.end;
    for (Hit more = state_.words.longest(next, end_, role_numeral | role(WordClass::several)); more.found();
         more = state_.words.longest(next, end_, role_numeral | role(WordClass::several))) {
      next = more.end;
    }
    Hit const unit = state_.words.longest(next, end_, role_unit);
    if (next == word.end && !unit.found() && next != end_) {
      return false;
    }
    next = unit.found() ? unit.end : next;
    analysis_.note(notes::number_indefinite, at_, next);
    add({ItemKind::opaque, MarkKind::none, at_, next});
    return true;
  }

  /// Digits or numeral words that make no value, as a whole: none of them is tried again.
  bool skip_numeral() {
    Cursor next = at_;
    std::size_t words = 0;
    for (;;) {
      if (DigitHit const digit = digit_at(next, end_); digit.length != 0) {
        next += digit.length;
      } else if (Hit const word = state_.words.longest(next, end_, role_numeral); word.found()) {
        next = word.end;
        ++words;
      } else {
        break;
      }
    }
    if (next == at_) {
      return false;
    }
    // "Three or four times", "ten and some persons": a unit shows that a number is meant.
    Hit const some = state_.words.longest(next, end_, role(WordClass::several));
    Hit const unit = state_.words.longest(some.found() ? some.end : next, end_, role_unit);
    if (some.found() || (unit.found() && words > 1)) {
      next = unit.found() ? unit.end : some.end;
      analysis_.note(notes::number_indefinite, at_, next);
    }
    add({ItemKind::opaque, MarkKind::none, at_, next});
    return true;
  }

  struct Pieces {
    std::array<Piece, 48> list;
    std::ptrdiff_t count = 0;
  };
  /// `roles`: of the word that the mention is when it turns out to be no value.
  void add_mention(Mention mention, Pieces const& pieces, Roles roles) {
    mention.first_piece = static_cast<std::uint32_t>(analysis_.pieces.size());
    mention.piece_count = static_cast<std::uint32_t>(pieces.count);
    analysis_.pieces.insert(analysis_.pieces.end(), pieces.list.begin(), pieces.list.begin() + pieces.count);
    Item item{ItemKind::mention, MarkKind::none, at_, mention.end};
    item.roles = roles;
    item.mention = static_cast<std::uint32_t>(analysis_.mentions.size());
    analysis_.mentions.push_back(std::move(mention));
    add(item);
  }
  [[nodiscard]] Pieces keep() const {
    return {state_.pieces, static_cast<std::ptrdiff_t>(state_.piece_count)};
  }

  void add(Item const& item) {
    analysis_.items.push_back(item);
    at_ = item.end;
    state_.piece_count = 0;
  }

  Analysis& analysis_;
  State& state_;
  Cursor at_;
  Cursor end_;
  std::vector<std::pair<Cursor, Cursor>> brackets_;
  std::size_t bracket_ = 0;
  bool blank_before_ = false;
};

} // namespace

void scan(Analysis& analysis) {
  Scanner(analysis).run();
}

} // namespace jixiao::grammar::detail
