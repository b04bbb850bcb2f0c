// What each relation means on both sides of its limit and on it.
#include "engine/model/relation.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using model::Relation;

TEST_CASE("a relation holds below, at and above its target as it says", "[model]") {
  struct Case {
    Relation relation;
    bool below, same, above, limit;
  };
  for (Case const& each :
       {Case{Relation::at_least, false, true, true, false}, Case{Relation::at_most, true, true, false, false},
        Case{Relation::equal, false, true, false, false}, Case{Relation::more_than, false, false, true, true},
        Case{Relation::less_than, true, false, false, true},
        Case{Relation::not_equal, true, false, true, false}}) {
    INFO(model::name(each.relation));
    CHECK(model::meets(each.relation, -1, 10) == each.below);
    CHECK(model::meets(each.relation, 10, 10) == each.same);
    CHECK(model::meets(each.relation, number::Rational::fraction(31, 3), 10) == each.above);
    CHECK(model::is_at_limit(each.relation, 10, 10) == each.limit);
    CHECK_FALSE(model::is_at_limit(each.relation, 9, 10));
    CHECK_FALSE(model::is_at_limit(each.relation, 11, 10));
  }
}
