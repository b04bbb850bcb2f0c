#include "engine/lowering/reading_pool.hpp"

namespace jixiao::lowering {

namespace {

/// More are not kept: who holds that many keeps them all.
constexpr std::size_t most_readings = 1024;

/// Rows give their readings back in about the order in which they took them. A row or two may keep theirs
/// longer; a fresh one for each of those would let the pool outgrow the cache.
constexpr std::size_t looks = 8;

} // namespace

std::shared_ptr<model::Reading> ReadingPool::take() {
  for (std::size_t i = 0; i < looks && i < readings_.size(); ++i) {
    next_ = next_ < readings_.size() ? next_ : 0;
    std::shared_ptr<model::Reading> const& reading = readings_[next_++];
    if (reading.use_count() == 1) {
      return reading;
    }
  }
  auto fresh = std::make_shared<model::Reading>();
  if (readings_.size() < most_readings) {
    readings_.push_back(fresh);
  }
  return fresh;
}

} // namespace jixiao::lowering
