#include "engine/pipeline/workers.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace jixiao::pipeline {

void work_off(std::size_t count, std::uint32_t threads,
              std::function<std::function<void(std::size_t)>()> const& make_worker) {
  std::atomic<std::size_t> next = 0;
  auto const work = [&] {
    auto const worker = make_worker();
    for (std::size_t at = next++; at < count; at = next++) {
      worker(at);
    }
  };
  std::vector<std::thread> others;
  for (std::uint32_t i = 1; i < threads; ++i) {
    others.emplace_back(work);
  }
  work();
  for (std::thread& other : others) {
    other.join();
  }
}

} // namespace jixiao::pipeline
