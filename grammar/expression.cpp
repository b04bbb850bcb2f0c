#include "grammar/expression.hpp"

#include "grammar/detail/expression_builder.hpp"
#include "grammar/detail/expression_limits.hpp"

#include <boost/spirit/home/x3.hpp>

#include <functional>

namespace jixiao::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using detail::ExpressionBuilder;

// ---- what is built ---------------------------------------------------------------------------------------

struct builder_tag;

template <class Context>
ExpressionBuilder& builder(Context const& context) {
  return x3::get<builder_tag>(context).get();
}
/// Inside an action: the place just after what has matched.
template <class Context>
char const* here(Context const& context) {
  return x3::_where(context).begin();
}

auto const push_number = [](auto const& context) {
  builder(context).number(x3::_attr(context).begin(), x3::_attr(context).end());
};
auto const push_name = [](auto const& context) {
  builder(context).name(x3::_attr(context).begin(), x3::_attr(context).end());
};
auto const mark_percent = [](auto const& context) { builder(context).percent(here(context)); };
auto const open_sign = [](auto const& context) { builder(context).open(here(context) - 1); };
auto const open_call = [](auto const& context) { builder(context).open_call(); };
auto const close_call = [](auto const& context) { builder(context).close_call(here(context)); };
auto const close_group = [](auto const& context) { builder(context).close_group(here(context)); };
auto const close_bands = [](auto const& context) { builder(context).close(Operator::bands, here(context)); };
auto const close_interpolation = [](auto const& context) {
  builder(context).close(Operator::interpolate, here(context));
};
auto const band_edge = [](auto const& context) { builder(context).band_edge(); };

auto binary(Operator operation) {
  return [operation](auto const& context) { builder(context).binary(operation); };
}
auto close(Operator operation) {
  return [operation](auto const& context) { builder(context).close(operation, nullptr); };
}
auto open_word(std::ptrdiff_t length) {
  return [length](auto const& context) { builder(context).open(here(context) - length); };
}
auto close_interval(bool low_closed, bool high_closed) {
  return [low_closed, high_closed](auto const& context) {
    builder(context).close_interval(Operator::interval, low_closed, high_closed, here(context));
  };
}
auto open_range(bool closed) {
  return [closed](auto const& context) { builder(context).open_range(here(context) - 1, closed); };
}
auto close_range(bool closed) {
  return [closed](auto const& context) { builder(context).close_range(closed, here(context)); };
}
auto band(Operator comparison) {
  return [comparison](auto const& context) { builder(context).band(comparison); };
}

// ---- tokens: the quoted names are what messages show ------------------------------------------------------

auto const blank = x3::ascii::space | "\xC2\xA0" | "\xE3\x80\x80"; // U+00A0, U+3000
auto const word_character = x3::char_('a', 'z') | x3::char_('A', 'Z') | x3::char_('0', '9') | x3::char_('_');

auto word(char const* text) {
  return x3::lexeme[x3::lit(text) >> !word_character];
}

auto const reserved = word("if") | word("then") | word("else") | word("and") | word("or") | word("not")
                      | word("in") | word("bands") | word("interpolate");
auto const then_word = x3::rule<struct then_id>{"then"} = word("then");
auto const else_word = x3::rule<struct else_id>{"else"} = word("else");
auto const comma = x3::rule<struct comma_id>{","} = x3::lit(',');
auto const colon = x3::rule<struct colon_id>{":"} = x3::lit(':');
auto const open_parenthesis = x3::rule<struct open_id>{"("} = x3::lit('(');
auto const end_of_text = x3::rule<struct end_id>{"operation"} = x3::eoi;

auto const digits = +x3::char_('0', '9');
auto const
    unsigned_number = x3::raw[x3::lexeme[digits >> -('.' >> digits) >> !(word_character | '.')]][push_number]
                      >> -x3::lit('%')[mark_percent];
auto const name =
    x3::raw[x3::lexeme[!reserved >> (x3::char_('a', 'z') | x3::char_('A', 'Z') | '_') >> *word_character]]
           [push_name];

// ---- the grammar, loosest binding first -------------------------------------------------------------------

x3::rule<struct value_id> const expression{"value"};
x3::rule<struct negation_id> const negation{"value"};
x3::rule<struct signed_id> const signed_value{"value"};

auto const edge_digits = x3::rule<struct edge_digits_id>{"number"} = unsigned_number;
auto const edge = x3::rule<struct edge_id>{"number"} =
    edge_digits | (x3::lit('-')[open_sign] > edge_digits)[close(Operator::negate)];
auto const edge_end = x3::rule<struct edge_end_id>{":"} = x3::lit(':')[band_edge];

auto const call_end = x3::rule<struct call_end_id>{", )"} = x3::lit(')')[close_call];
auto const call = name >> -(x3::lit('(')[open_call] > expression > *(',' > expression) > call_end);

auto const band_sense = word("from")[band(Operator::greater_equal)] | word("above")[band(Operator::greater)]
                        | word("to")[band(Operator::less_equal)] | word("below")[band(Operator::less)];
auto const one_band = band_sense > edge > edge_end > expression;
auto const first_band = x3::rule<struct first_band_id>{"from above to below"} = one_band;
auto const last_band = x3::rule<struct last_band_id>{"from above to below else"} = word("else");
auto const bands_end = x3::rule<struct bands_end_id>{")"} = x3::lit(')')[close_bands];
auto const bands = word("bands")[open_word(5)] > open_parenthesis > expression > comma > first_band
                   > *(x3::lit(',') >> one_band) > comma > last_band > colon > expression > bands_end;

auto const interpolation_end = x3::rule<struct interpolation_end_id>{")"} = x3::lit(')')[close_interpolation];
auto const last_point = x3::rule<struct last_point_id>{"else"} = word("else");
auto const interpolation = word("interpolate")[open_word(11)] > open_parenthesis > expression > comma
                           > expression > colon > expression
                           > *(x3::lit(',') >> !word("else") > expression > colon > expression) > comma
                           > last_point > colon > expression > interpolation_end;

auto const open_end = x3::rule<struct open_end_id>{") ]"} =
    x3::lit(')')[close_interval(false, false)] | x3::lit(']')[close_interval(false, true)];
auto const closed_end = x3::rule<struct closed_end_id>{") ]"} =
    x3::lit(')')[close_interval(true, false)] | x3::lit(']')[close_interval(true, true)];
auto const group_end = x3::rule<struct group_end_id>{", )"} =
    x3::lit(')')[close_group] | (',' > expression > open_end);
auto const bracket = (x3::lit('(')[open_sign] > expression > group_end)
                     | (x3::lit('[')[open_sign] > expression > comma > expression > closed_end);

auto const range_begin = x3::rule<struct range_begin_id>{"( ["} =
    x3::lit('(')[open_range(false)] | x3::lit('[')[open_range(true)];
auto const range_end = x3::rule<struct range_end_id>{") ]"} =
    x3::lit(')')[close_range(false)] | x3::lit(']')[close_range(true)];

auto const choice = (word("if")[open_word(2)] > expression > then_word > expression > else_word
                     > expression)[close(Operator::choose)];
auto const primary = unsigned_number | choice | bands | interpolation | call | bracket;

auto const signed_value_def = (x3::lit('-')[open_sign] > signed_value)[close(Operator::negate)] | primary;
auto const product = x3::rule<struct product_id>{"value"} =
    signed_value
    >> *(('*' > signed_value)[binary(Operator::multiply)] | ('/' > signed_value)[binary(Operator::divide)]);
auto const operand = x3::rule<struct operand_id>{"value"} =
    product >> *(('+' > product)[binary(Operator::add)] | ('-' > product)[binary(Operator::subtract)]);
auto const comparison = operand >> -(("<=" > operand)[binary(Operator::less_equal)]
                                     | (">=" > operand)[binary(Operator::greater_equal)]
                                     | ("!=" > operand)[binary(Operator::not_equal)]
                                     | ('<' > operand)[binary(Operator::less)]
                                     | ('>' > operand)[binary(Operator::greater)]
                                     | ('=' > operand)[binary(Operator::equal)]
                                     | (word("in") > range_begin > operand > comma > operand > range_end));
auto const negation_def = (word("not")[open_word(3)] > negation)[close(Operator::logical_not)] | comparison;
auto const conjunction = x3::rule<struct conjunction_id>{
    "value"} = negation >> *((word("and") > negation)[binary(Operator::logical_and)]);
auto const expression_def = conjunction >> *((word("or") > conjunction)[binary(Operator::logical_or)]);

BOOST_SPIRIT_DEFINE(expression, negation, signed_value)

auto const whole = x3::rule<struct whole_id>{"value"} = expression;

// ---- errors ----------------------------------------------------------------------------------------------

ExpressionError stopped(std::string_view text, std::size_t at, std::string_view label) {
  at = detail::skip_blanks(text, at);
  std::string_view const token = detail::token_at(text, at);
  ExpressionError error;
  error.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + token.size())};
  error.found = std::string(token);
  if (label == "value") {
    error.what = Expected::value;
  } else if (label == "number") {
    error.what = Expected::number;
  } else if (label == "operation") {
    error.what = Expected::operation;
  } else {
    error.what = Expected::token;
    error.expected = std::string(label);
  }
  return error;
}

} // namespace

ExpressionResult parse_expression(std::string_view text, ExpressionLimits limits) {
  ExpressionResult result;
  if (auto breach = detail::find_breach(text, limits)) {
    result.errors.push_back(std::move(*breach));
    return result;
  }
  char const* const begin = text.data();
  char const* at = begin;
  ExpressionBuilder built(begin);
  auto const parser = x3::with<builder_tag>(std::ref(built))[x3::eps > whole > end_of_text];
  try {
    if (x3::phrase_parse(at, begin + text.size(), parser, blank)) {
      result.tree = built.take();
      return result;
    }
    result.errors.push_back(stopped(text, static_cast<std::size_t>(at - begin), "value"));
  } catch (x3::expectation_failure<char const*> const& failure) {
    result.errors.push_back(
        stopped(text, static_cast<std::size_t>(failure.where() - begin), failure.which()));
  }
  return result;
}

} // namespace jixiao::grammar
