// Numbers, units, quantities and ranges as trees.
#include "grammar/detail/build.hpp"
#include "grammar/detail/digit_sum.hpp"
#include "grammar/detail/number.hpp"
#include "grammar/notes.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::grammar::detail {

namespace {

ByteSpan span_in(State const& state, Cursor begin, Cursor end) {
  return {static_cast<std::uint32_t>(begin - state.begin), static_cast<std::uint32_t>(end - state.begin)};
}

UnitWord const& denominator(State const& state, Hit const& hit) {
  return state.words.unit(hit.is(role_per) ? hit.entry->per_unit : hit.entry->unit);
}

void add_denominators(State const& state, MeasureDraft const& measure, UnitTree& unit) {
  Hit const& per = measure.unit.per.found() ? measure.unit.per : measure.rate;
  if (!per.found()) {
    return;
  }
  UnitWord const& word = denominator(state, per);
  unit.text += '/';
  unit.text += word.text;
  unit.per_id = word.id;
  if (measure.unit.per2.found()) {
    unit.text += fold_width(measure.unit.sign); // one form for both widths
    unit.text += measure.unit.per2.text();
    unit.per2_id = state.words.unit(measure.unit.per2.entry->unit).id;
  }
}

UnitTree ratio_unit(State const& state, NumberDraft const& number) {
  UnitTree unit;
  unit.text = number.ratio == Ratio::percent ? "%" : "\xE2\x80\xB0";
  unit.span = span_in(state, number.ratio_begin, number.begin);
  Hit const known = state.words.longest(unit.text.data(), unit.text.data() + unit.text.size(), role_unit);
  unit.id = known.found() ? state.words.unit(known.entry->unit).id : "";
  return unit;
}

} // namespace

std::string raise_digits(std::string const& digits, std::size_t places) {
  if (places == 0 || digits.find('/') != std::string::npos) {
    return digits;
  }
  bool const negative = digits[0] == '-';
  DigitSum sum(negative ? digits.substr(1) : digits);
  sum.raise(places);
  return negative ? '-' + sum.text() : sum.text();
}

std::string lower_digits(std::string const& digits, std::size_t places) {
  if (digits.find('/') != std::string::npos) {
    return digits;
  }
  bool const negative = digits[0] == '-';
  DigitSum sum(negative ? digits.substr(1) : digits);
  sum.lower(places);
  return negative ? '-' + sum.text() : sum.text();
}

void fill_number(State const& state, MeasureDraft const& measure, NumberTree& tree) {
  NumberDraft const& number = measure.number;
  tree.span = span_in(state, number.begin, number.end);
  tree.approximate = measure.is_odd();
  tree.beyond_limits = number.beyond;
  if (number.beyond) {
    return;
  }
  tree.digits = plain_digits(state, number);
  if (number.in_words() && measure.scale.found()) {
    tree.digits = raise_digits(tree.digits, measure.scale.exponent);
  }
  if (measure.tail.half.found()) {
    DigitSum sum(tree.digits);
    sum.add(DigitSum("0.5"));
    tree.digits = sum.text();
  }
  if (number.negative && tree.digits.find_first_not_of("0.") != std::string::npos) {
    tree.digits.insert(0, 1, '-');
  }
}

NumberTree make_number(State const& state, MeasureDraft const& measure) {
  NumberTree tree;
  fill_number(state, measure, tree);
  return tree;
}

void fill_unit(State const& state, MeasureDraft const& measure, std::optional<UnitTree>& result) {
  NumberDraft const& number = measure.number;
  UnitDraft const& unit = measure.unit;
  bool const scaled = measure.scale.found() && !number.in_words();
  if (!unit.found() && !scaled && !measure.currency.found()) {
    result = number.ratio != Ratio::none ? std::optional<UnitTree>(ratio_unit(state, number)) : std::nullopt;
    return;
  }
  UnitTree& tree = result.emplace();
  Cursor begin = scaled ? measure.scale.begin : unit.unit.begin;
  Cursor end = measure.scale.end;
  if (scaled) {
    tree.text.assign(measure.scale.begin, measure.scale.end);
    tree.exponent = measure.scale.exponent;
  }
  if (unit.found()) {
    Hit const& last = measure.tail.unit.found() ? measure.tail.unit
                      : unit.compound.found()   ? unit.compound
                                                : unit.unit;
    tree.text += unit.unit.text();
    Hit known = unit.unit;
    if (last.begin != unit.unit.begin) {
      std::string const text = std::string(unit.unit.text()) + std::string(last.text());
      tree.text += last.text();
      Hit const whole = state.words.longest(text.data(), text.data() + text.size(), role_unit);
      known = whole.text().size() == text.size() ? whole : last;
    }
    tree.id = state.words.unit(known.entry->unit).id;
    end = unit.per.found() ? unit.end : last.end;
  } else if (measure.currency.found()) {
    tree.mark = true;
    tree.id = state.words.unit(measure.currency.entry->unit).id;
    tree.text += state.words.first_with_id(tree.id).text; // the sign reads as the unit's own name
    begin = scaled ? begin : measure.currency.begin;
    end = scaled ? end : measure.currency.end;
  }
  tree.span = span_in(state, begin, end);
  add_denominators(state, measure, tree);
}

std::optional<UnitTree> make_unit(State const& state, MeasureDraft const& measure) {
  std::optional<UnitTree> tree;
  fill_unit(state, measure, tree);
  return tree;
}

void fill_quantity(State const& state, BoundDraft const& bound, CellTree& tree) {
  RelationDraft relation = bound.before;
  join(relation, bound.after);
  fill_number(state, bound.measure, tree.number.emplace());
  fill_unit(state, bound.measure, tree.unit);
  bool const odd = bound.measure.is_odd();
  if (relation.found) {
    tree.relation = relation.relation;
  } else if (odd && !relation.conflict) {
    tree.relation = Relation::at_least; // 20-odd: somewhat more than 20
  }
  tree.approximate = relation.approximate || odd;
  tree.number->approximate = tree.approximate;
}

int compare_digits(std::string_view left, std::string_view right) {
  if (left.find('/') != std::string_view::npos || right.find('/') != std::string_view::npos) {
    return 0;
  }
  bool const negative = !left.empty() && left[0] == '-';
  if (negative != (!right.empty() && right[0] == '-')) {
    return negative ? -1 : 1;
  }
  if (negative) {
    return -compare_digits(left.substr(1), right.substr(1));
  }
  auto const point = [](std::string_view text) { return std::min(text.find('.'), text.size()); };
  std::string_view const a = left.substr(0, point(left));
  std::string_view const b = right.substr(0, point(right));
  if (a.size() != b.size()) {
    return a.size() < b.size() ? -1 : 1;
  }
  int const whole = a.compare(b);
  if (whole != 0) {
    return whole < 0 ? -1 : 1;
  }
  std::string_view const x = left.substr(point(left));
  std::string_view const y = right.substr(point(right));
  for (std::size_t i = 1; i < std::max(x.size(), y.size()); ++i) {
    char const one = i < x.size() ? x[i] : '0';
    char const two = i < y.size() ? y[i] : '0';
    if (one != two) {
      return one < two ? -1 : 1;
    }
  }
  return 0;
}

bool fill_range(Analysis& analysis, Mention const& mention, CellTree& tree) {
  State const& state = analysis.state;
  QuantityDraft const& quantity = mention.quantity;
  MeasureDraft const& first = quantity.first.measure;
  MeasureDraft const& second = quantity.second.measure;
  NumberTree low = make_number(state, first);
  NumberTree high = make_number(state, second);
  tree.unit = make_unit(state, second.has_unit() ? second : first);
  if (tree.unit && first.rate.found() && tree.unit->per_id.empty()) {
    UnitWord const& per = denominator(state, first.rate);
    tree.unit->text += '/' + per.text;
    tree.unit->per_id = per.id;
  }
  bool const digits = !first.number.in_words() && !second.number.in_words();
  // 500 - 10 thousand: the smaller scale word is the second's alone.
  bool const shared =
      !first.scale.found() && second.scale.found() && compare_digits(low.digits, high.digits) <= 0;
  if (digits && !shared && first.scale.exponent != second.scale.exponent && tree.unit) {
    low.digits = raise_digits(low.digits, first.scale.exponent);
    high.digits = raise_digits(high.digits, second.scale.exponent);
    MeasureDraft plain = second.unit.found() ? second : first;
    plain.scale = {};
    tree.unit = make_unit(state, plain);
  } else if (first.number.small >= 0 && first.number.small < 10 && first.number.in_words()
             && !first.scale.found() && second.number.in_words()) {
    // three to five hundred
    low.digits = raise_digits(low.digits, second.number.trailing + second.scale.exponent);
  }
  tree.approximate = quantity.first.before.approximate || quantity.second.after.approximate;
  bool const reversed = compare_digits(low.digits, high.digits) > 0;
  tree.low = EndTree{std::move(low), quantity.low_closed};
  tree.high = EndTree{std::move(high), quantity.high_closed};
  if (reversed) {
    analysis.note(notes::range_reversed, mention.begin, mention.end);
    if (quantity.form != RangeForm::joined) {
      return false;
    }
    std::swap(tree.low, tree.high);
  }
  return true;
}

} // namespace jixiao::grammar::detail
