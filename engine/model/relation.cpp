#include "engine/model/relation.hpp"

#include <cstdlib>

namespace jixiao::model {

using number::Rational;

bool meets(Relation relation, Rational const& actual, Rational const& target) {
  switch (relation) {
  case Relation::at_least: return actual >= target;
  case Relation::at_most: return actual <= target;
  case Relation::more_than: return actual > target;
  case Relation::less_than: return actual < target;
  case Relation::equal: return actual == target;
  case Relation::not_equal: return actual != target;
  case Relation::about: break;
  }
  std::abort(); // whoever asks has settled `about` before
}

bool is_at_limit(Relation relation, Rational const& actual, Rational const& target) {
  bool const strict = relation == Relation::more_than || relation == Relation::less_than;
  return strict && actual == target;
}

} // namespace jixiao::model
