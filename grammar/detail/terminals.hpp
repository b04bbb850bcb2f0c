#pragma once
// The terminals of the X3 grammars over UTF-8 bytes. All productions share one iterator type (Cursor) and one
// context (the State, reached by its tag), so that each is instantiated once.
#include "grammar/detail/number.hpp"
#include "grammar/detail/state.hpp"

#include <boost/spirit/home/x3.hpp>

namespace jixiao::grammar::detail {

namespace x3 = boost::spirit::x3;

struct state_tag;

enum class Gap : std::uint8_t { blanks, none };

/// The longest word with one of `roles`, marked as `token`. Yields the Hit.
template <Roles roles, TokenClass token, Gap gap>
struct word_parser : x3::parser<word_parser<roles, token, gap>> {
  using attribute_type = Hit;
  static bool const has_attribute = true;

  template <class Context, class RuleContext, class Attribute>
  bool parse(Cursor& first, Cursor const& last, Context const& context, RuleContext&,
             Attribute& attribute) const {
    State& state = x3::get<state_tag>(context);
    Cursor const at = gap == Gap::blanks ? skip_blanks(first, last) : first;
    Hit const hit = state.words.longest(at, last, roles);
    if (!hit.found()) {
      return false;
    }
    state.mark(token, at, hit.end);
    x3::traits::move_to(hit, attribute);
    first = hit.end;
    return true;
  }
};

template <Roles roles, TokenClass token, Gap gap = Gap::blanks>
inline constexpr word_parser<roles, token, gap> word{};

/// A terminal made of a function `bool(State&, Cursor&, Cursor, Value&)` that leaves the cursor alone when it
/// fails.
template <class Value, bool (*read)(State&, Cursor&, Cursor, Value&)>
struct reader_parser : x3::parser<reader_parser<Value, read>> {
  using attribute_type = Value;
  static bool const has_attribute = true;

  template <class Context, class RuleContext, class Attribute>
  bool parse(Cursor& first, Cursor const& last, Context const& context, RuleContext&,
             Attribute& attribute) const {
    Value value;
    if (!read(x3::get<state_tag>(context), first, last, value)) {
      return false;
    }
    x3::traits::move_to(value, attribute);
    return true;
  }
};

template <class Value, bool (*read)(State&, Cursor&, Cursor, Value&)>
inline constexpr reader_parser<Value, read> reader{};

} // namespace jixiao::grammar::detail
