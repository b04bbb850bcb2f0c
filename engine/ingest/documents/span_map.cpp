#include "engine/ingest/documents/span_map.hpp"

#include <iterator>

namespace jixiao::ingest::documents {

SpanMap::Span const* SpanMap::over(std::uint32_t row, std::uint32_t column) {
  for (;;) {
    auto const next = active_.upper_bound(column);
    if (next == active_.begin()) {
      return nullptr;
    }
    auto const at = std::prev(next);
    if (at->second.last_row >= row) {
      return at->second.last_column >= column ? &at->second : nullptr;
    }
    active_.erase(at);
  }
}

bool SpanMap::occupy(Span const& span) {
  bool free = over(span.row, span.column) == nullptr;
  auto at = active_.upper_bound(span.column);
  while (free && at != active_.end() && at->second.column <= span.last_column) {
    free = at->second.last_row < span.row;
    at = free ? active_.erase(at) : at;
  }
  if (free) {
    active_[span.column] = span;
  } else {
    ++overlaps_;
  }
  return free;
}

void SpanMap::end_above(std::uint32_t row) {
  for (auto at = active_.begin(); at != active_.end();) {
    at = at->second.last_row >= row ? active_.erase(at) : std::next(at);
  }
}

} // namespace jixiao::ingest::documents
