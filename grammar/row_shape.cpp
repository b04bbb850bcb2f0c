#include "grammar/row_shape.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/optional.hpp>
#include <boost/spirit/home/x3.hpp>

namespace jixiao::grammar {
namespace {

namespace x3 = boost::spirit::x3;

using Cursor = RowCell const*;

/// One cell that can be of this sort; gives its place.
struct SortParser : x3::parser<SortParser> {
  using attribute_type = Cursor;
  static bool const has_attribute = true;

  explicit constexpr SortParser(CellSort wanted) : sort(wanted) {}

  template <class Context, class Rule, class Attribute>
  bool parse(Cursor& at, Cursor const& end, Context const&, Rule&, Attribute& out) const {
    if (at == end || !at->is(sort)) {
      return false;
    }
    x3::traits::move_to(at, out);
    ++at;
    return true;
  }

  CellSort sort;
};

/// A row as the grammar sees it.
struct Found {
  Cursor level1 = nullptr, level2 = nullptr, name = nullptr, relation = nullptr, value = nullptr,
         unit = nullptr;
};

struct found_tag;

template <Cursor Found::*Field>
struct Keep {
  template <class Context>
  void operator()(Context& context) const {
    x3::get<found_tag>(context).get().*Field = x3::_attr(context);
  }
};

constexpr SortParser level1{CellSort::level1};
constexpr SortParser level2{CellSort::level2};
constexpr SortParser relation{CellSort::relation};
constexpr SortParser number{CellSort::number};
constexpr SortParser unit{CellSort::unit};
constexpr SortParser direction{CellSort::direction};
constexpr SortParser text{CellSort::text};
constexpr SortParser blank{CellSort::blank};

auto const gap = x3::omit[*blank];
auto const any = x3::omit[text | blank];

// A number is the value where it stands beside the sign, or where a unit shows that it is no weight; a word
// wherever it stands.
auto const word = text - unit - number - direction - relation;
auto const value =
    number[Keep<&Found::value>{}]
    | (&(x3::omit[+blank >> number] >> gap >> x3::omit[unit]) >> gap >> number[Keep<&Found::value>{}])
    | (gap >> word[Keep<&Found::value>{}]);
auto const measure = gap >> unit[Keep<&Found::unit>{}];

// A name in front of its sign, and the levels in front of the name.
auto const named = x3::omit[gap >> (text - relation) >> gap >> relation];
auto const with_both = x3::omit[level1 >> gap >> level2] >> named;
auto const with_level1 = x3::omit[level1] >> named;
auto const with_level2 = x3::omit[level2] >> named;
auto const tail_ahead = with_both | with_level1 | with_level2 | named;
auto const levels_of_name =
    (&with_both >> level1[Keep<&Found::level1>{}] >> gap >> level2[Keep<&Found::level2>{}])
    | (&with_level1 >> level1[Keep<&Found::level1>{}]) | (&with_level2 >> level2[Keep<&Found::level2>{}])
    | x3::eps;
// The columns place what follows value and unit.
auto const measured_row = *(any - tail_ahead) >> levels_of_name >> gap >> text[Keep<&Found::name>{}] >> gap
                          >> relation[Keep<&Found::relation>{}] >> -value >> -measure;

// No sign: the levels alone are known by what they are. Level 2 stands beside level 1; behind a blank cell a
// word that names a level is the indicator's own name.
auto const certain = !SortParser{CellSort::common};
auto const plain_levels =
    (&x3::omit[level1 >> level2] >> level1[Keep<&Found::level1>{}] >> level2[Keep<&Found::level2>{}])
    | (certain >> level1[Keep<&Found::level1>{}]) | (certain >> level2[Keep<&Found::level2>{}]);
auto const levels_ahead = x3::omit[level1 >> level2] | (certain >> x3::omit[level1 | level2]);
auto const plain_row = *(any - levels_ahead) >> plain_levels;

template <class Grammar>
bool matches(Grammar const& grammar, std::span<RowCell const> cells, Found& found) {
  Cursor at = cells.data();
  Cursor const end = at + cells.size();
  return x3::parse(at, end, x3::with<found_tag>(std::ref(found))[grammar]);
}

} // namespace

std::optional<RowShape> find_row(std::span<RowCell const> cells) {
  Found found;
  RowShape shape;
  shape.measured = matches(measured_row, cells, found);
  if (!shape.measured) {
    found = Found();
    if (!matches(plain_row, cells, found)) {
      return std::nullopt;
    }
  }
  auto const place = [&](Cursor cell) {
    return cell == nullptr ? std::nullopt : std::optional(static_cast<std::size_t>(cell - cells.data()));
  };
  shape.level1 = place(found.level1);
  shape.level2 = place(found.level2);
  shape.name = place(found.name);
  shape.relation = place(found.relation);
  shape.value = place(found.value);
  shape.unit = place(found.unit);
  return shape;
}

} // namespace jixiao::grammar
