// Readings are used again, and a pool stays as small as its rows allow.
#include "engine/lowering/reading_pool.hpp"
#include "tests/support/catch.hpp"

#include <set>

using jixiao::lowering::ReadingPool;

TEST_CASE("A reading that somebody holds is not given again", "[lowering][reading_pool]") {
  ReadingPool pool;
  std::set<jixiao::model::Reading const*> given;
  std::vector<std::shared_ptr<jixiao::model::Reading>> held;
  for (int i = 0; i < 3000; ++i) { // more than it keeps
    held.push_back(pool.take());
    CHECK(given.insert(held.back().get()).second);
  }
}

TEST_CASE("A pool does not outgrow rows that come and go", "[lowering][reading_pool]") {
  ReadingPool pool;
  std::set<jixiao::model::Reading const*> given;
  std::vector<std::shared_ptr<jixiao::model::Reading>> rows(11);
  for (std::size_t i = 0; i < 20'000; ++i) {
    std::shared_ptr<jixiao::model::Reading>& row = rows[i % rows.size()];
    row.reset();
    if (i % 17 != 0) { // some rows need none
      row = pool.take();
      given.insert(row.get());
    }
  }
  CHECK(given.size() <= 2 * rows.size());
}
