// What stands between separators and inside brackets.
#include "grammar/detail/analysis.hpp"

namespace jixiao::grammar::detail {

std::vector<std::pair<Cursor, Cursor>> match_brackets(Cursor at, Cursor end) {
  std::vector<std::pair<Cursor, Cursor>> pairs;
  std::vector<std::pair<std::uint32_t, std::size_t>> open; // closing mark, index into pairs
  while (at != end) {
    MarkHit const mark = byte_at(at) < 0x80 || byte_at(at) >= 0xE2 ? mark_at(at, end) : MarkHit{};
    if (mark.kind == MarkKind::open) {
      open.emplace_back(closer_of(mark.code_point), pairs.size());
      pairs.emplace_back(at, nullptr);
    } else if (mark.kind == MarkKind::close && !open.empty() && open.back().first == mark.code_point) {
      pairs[open.back().second].second = at + mark.length;
      open.pop_back();
    }
    at += character_length(at);
  }
  return pairs;
}

std::vector<Segment> split_segments(Analysis const& analysis) {
  std::vector<Segment> segments;
  Segment segment;
  segment.begin = analysis.state.begin;
  auto const close = [&](std::uint32_t last, Cursor end, MarkKind after) {
    segment.last = last;
    segment.end = end;
    segment.after = after;
    segments.push_back(segment);
  };
  for (std::uint32_t i = 0; i < analysis.items.size(); ++i) {
    Item const& item = analysis.items[i];
    if (item.kind == ItemKind::separator) {
      close(i, item.begin, item.mark);
      segment = {i + 1, i + 1, item.end, item.end, MarkKind::none};
    }
  }
  close(static_cast<std::uint32_t>(analysis.items.size()), analysis.state.end, MarkKind::none);
  return segments;
}

bool is_neutral(Analysis const& analysis, std::uint32_t first, std::uint32_t last, Cursor begin, Cursor end,
                std::int32_t but_mention) {
  Cursor at = begin;
  auto const has_text_until = [&](Cursor stop) {
    for (; at < stop; at += character_length(at)) {
      if (blank_at(at, stop) == 0 && mark_at(at, stop).kind == MarkKind::none) {
        return true;
      }
    }
    return false;
  };
  for (std::uint32_t i = first; i < last; ++i) {
    Item const& item = analysis.items[i];
    bool neutral = item.kind == ItemKind::separator || item.kind == ItemKind::marker
                   || (item.kind == ItemKind::opaque && item.mark == MarkKind::open)
                   || item.is(neutral_roles);
    if (item.kind == ItemKind::mention) {
      neutral =
          analysis.mentions[item.mention].accepted || static_cast<std::int32_t>(item.mention) == but_mention;
    }
    if (!neutral || has_text_until(item.begin)) {
      return false;
    }
    at = item.end;
  }
  return !has_text_until(end);
}

} // namespace jixiao::grammar::detail
