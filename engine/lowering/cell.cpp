#include "engine/lowering/cell.hpp"

#include "engine/lowering/arithmetic.hpp"
#include "engine/lowering/findings.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Reading;
using number::Rational;

namespace {

/// Ends of a range as written: a side that the cell does not give is unbounded.
number::Interval make_ends(grammar::CellTree const& tree) {
  auto const end = [](std::optional<grammar::EndTree> const& from) {
    number::End result{std::nullopt, false};
    if (from) {
      if (auto value = Rational::parse(from->number.digits)) {
        result = {std::move(*value), from->closed};
      }
    }
    return result;
  };
  number::Interval result{end(tree.low), end(tree.high)};
  bool const turned = result.low.value && result.high.value && *result.high.value < *result.low.value;
  if (turned) {
    std::swap(result.low, result.high); // 90%-80%: both ends are said, the order is a slip of the pen
  }
  if (result.low.value && result.low.value == result.high.value) {
    result.low.closed = result.high.closed = true; // (5, 5) would hold nothing
  }
  return result;
}

number::Interval scaled(number::Interval const& ends, Rational const& factor) {
  return ends * number::Interval::point(factor);
}

/// What the tree says, without its parts.
Reading make_reading(std::string_view text, grammar::CellTree& tree) {
  Reading result;
  result.text = text;
  result.kind = tree.kind;
  result.relation = tree.relation;
  result.from = std::move(tree.from);
  result.to = std::move(tree.to);
  result.level = std::move(tree.level);
  result.subject = std::move(tree.subject);
  result.approximate = tree.approximate;
  result.each = tree.each;
  result.total = tree.total;
  result.condition = tree.condition;
  result.no_event = tree.no_event;
  result.external = tree.external;
  result.span = tree.span;
  return result;
}

/// Converts the number of `tree` and puts it into both forms.
void add_number(grammar::CellTree& tree, vocabulary::Vocabulary const& vocabulary, Reading& reading,
                Part& part) {
  if (tree.unit) {
    part.measure = make_measure(*tree.unit, vocabulary);
    reading.unit = tree.unit->text;
  }
  if (tree.number && !tree.number->digits.empty()) {
    part.value = Rational::parse(tree.number->digits);
  }
  if (part.value) {
    reading.quantity = to_quantity(*part.value, part.measure, reading.unit);
    reading.value = std::move(tree.number->digits);
  } else if (tree.low || tree.high) {
    part.ends = make_ends(tree);
    reading.ends = scaled(*part.ends, numerator_factor(part.measure));
  }
}

/// A part or a whole cell; `part.reading` is set by whoever knows where the reading will stand.
Reading convert(std::string_view text, grammar::CellTree& tree, vocabulary::Vocabulary const& vocabulary,
                Part& part) {
  Reading result = make_reading(text, tree);
  part.kind = tree.kind;
  part.relation = tree.relation;
  if (tree.kind == CellKind::quantity || tree.kind == CellKind::range) {
    add_number(tree, vocabulary, result, part);
    if (!part.has_number()) {
      part.kind = result.kind = CellKind::text; // a number beyond the limits: the note says so
    }
  } else if (part.is_time()) {
    part.days = make_span(result.from, result.to);
  }
  if (part.value) {
    part.remark = vocabulary::read_remarks(vocabulary, text, {result.value, result.unit});
    part.relation = result.relation = bounded(part.relation, part.remark.bound);
  }
  bool const number_alone = part.has_number() && result.subject.empty();
  if (!number_alone && part.kind != CellKind::level && part.kind != CellKind::compound) {
    part.claim = vocabulary.claim(text);
  }
  return result;
}

} // namespace

std::optional<model::Relation> bounded(std::optional<model::Relation> relation, vocabulary::Bound bound) {
  using model::Relation;
  if (!relation || bound == vocabulary::Bound::as_written) {
    return relation;
  }
  bool const included = bound == vocabulary::Bound::included;
  switch (*relation) {
  case Relation::at_least:
  case Relation::more_than: return included ? Relation::at_least : Relation::more_than;
  case Relation::at_most:
  case Relation::less_than: return included ? Relation::at_most : Relation::less_than;
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about: break;
  }
  return relation;
}

namespace {

/// "1.48; 2.20": decimals, or two items of a list whose numbers stand against what they count.
void mark_list_numbers(std::vector<Part>& parts) {
  auto const begins = [&](std::size_t i) {
    std::string const number = std::to_string(i + 1) + '.';
    std::string_view const text = parts[i].reading->text;
    return text.substr(0, number.size()) == number && text.size() > number.size()
           && text[number.size()] >= '0' && text[number.size()] <= '9';
  };
  std::size_t count = 0;
  while (count < parts.size() && begins(count)) {
    ++count;
  }
  if (count > 1 && count == parts.size()) {
    for (Part& part : parts) {
      part.list_number = part.value.has_value();
    }
  }
}

} // namespace

Cell make_cell(std::string_view text, grammar::CellTree&& tree, vocabulary::Vocabulary const& vocabulary) {
  Cell result;
  auto reading = std::make_shared<Reading>(convert(text, tree, vocabulary, result.whole));
  reading->tokens = std::move(tree.tokens);
  for (grammar::Note& note : tree.notes) {
    reading->findings.push_back({findings::of_grammar(note.code), note.span, std::move(note.arguments)});
  }
  result.parts.resize(tree.parts.size());
  reading->parts.reserve(tree.parts.size());
  for (std::size_t i = 0; i < tree.parts.size(); ++i) {
    grammar::ByteSpan const span = tree.parts[i].span;
    reading->parts.push_back(
        convert(text.substr(span.begin, span.size()), tree.parts[i], vocabulary, result.parts[i]));
  }
  for (std::size_t i = 0; i < result.parts.size(); ++i) {
    result.parts[i].reading = &reading->parts[i]; // the vector has its final size now
  }
  mark_list_numbers(result.parts);
  check_arithmetic(result.parts, reading->findings);
  result.whole.reading = reading.get();
  result.reading = std::move(reading);
  return result;
}

} // namespace jixiao::lowering
