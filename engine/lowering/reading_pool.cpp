#include "engine/lowering/reading_pool.hpp"

namespace jixiao::lowering {

namespace {

/// More are not kept: who holds that many keeps them all.
constexpr std::size_t most_readings = 1024;

} // namespace

std::shared_ptr<model::Reading> ReadingPool::take() {
  next_ = next_ < readings_.size() ? next_ : 0;
  if (!readings_.empty() && readings_[next_].use_count() == 1) {
    return readings_[next_++];
  }
  auto fresh = std::make_shared<model::Reading>();
  if (readings_.size() < most_readings) {
    readings_.push_back(fresh);
  }
  ++next_;
  return fresh;
}

} // namespace jixiao::lowering
