#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>

namespace jixiao::pipeline {

/// Does the tasks 0 to `count` - 1 with `threads` threads, this one among them. `make_worker` is called once
/// in each thread; what it gives does one task at a time. Tasks must not depend on each other's order.
void work_off(std::size_t count, std::uint32_t threads,
              std::function<std::function<void(std::size_t)>()> const& make_worker);

} // namespace jixiao::pipeline
