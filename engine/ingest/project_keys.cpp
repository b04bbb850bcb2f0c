#include "engine/ingest/project_keys.hpp"

#include "engine/ingest/carry_down.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace jixiao::ingest {

namespace {

std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93u;
  value ^= value >> 29;
  value *= 0x9FB21C651E98DF25u;
  return value ^ value >> 32;
}

/// Two hashes at once: one of them alone would find its first accident among a few billion pairs.
struct Hash {
  std::uint64_t low = 0x243F6A8885A308D3u;
  std::uint64_t high = 0x13198A2E03707344u;

  void word(std::uint64_t value) {
    low = (low ^ value) * 0x9E3779B97F4A7C15u;
    low ^= low >> 31;
    high = (std::rotl(high, 23) + value) * 0xC2B2AE3D27D4EB4Fu;
    high ^= high >> 29;
  }
  void finish() {
    low = mix(low);
    high = mix(high);
  }
  void text(std::string_view text) {
    word(text.size());
    std::uint64_t piece = 0;
    for (; text.size() >= sizeof piece; text.remove_prefix(sizeof piece)) {
      std::memcpy(&piece, text.data(), sizeof piece);
      word(piece);
    }
    if (!text.empty()) {
      piece = 0;
      std::memcpy(&piece, text.data(), text.size());
      word(piece);
    }
  }
};

} // namespace

ProjectKeys::Key ProjectKeys::key(model::RawRow const& row) const {
  Hash hash;
  hash.text(row[model::Column::supervising_department]);
  hash.text(year_identity(row));
  hash.text(unit_identity(row));
  hash.text(project_identity(row));
  hash.finish();
#if defined(__GNUC__)
  if (!entries_.empty()) {
    __builtin_prefetch(&entries_[hash.low & (entries_.size() - 1)]);
  }
#endif
  return {hash.low, hash.high};
}

std::uint32_t ProjectKeys::add(Key key, std::uint32_t row) {
  if ((used_ + 1) * 2 > entries_.size()) {
    grow();
  }
  std::size_t const last = entries_.size() - 1;
  for (std::size_t at = key.low & last;; at = (at + 1) & last) {
    Entry& entry = entries_[at];
    if (entry.row == 0) {
      entry = {key, row};
      ++used_;
      return 0;
    }
    if (entry.key.low == key.low && entry.key.high == key.high) {
      return entry.row;
    }
  }
}

void ProjectKeys::grow() {
  std::vector<Entry> const old =
      std::exchange(entries_, std::vector<Entry>(std::max<std::size_t>(64, entries_.size() * 2)));
  std::size_t const last = entries_.size() - 1;
  for (Entry const& each : old) {
    if (each.row == 0) {
      continue;
    }
    std::size_t at = each.key.low & last;
    while (entries_[at].row != 0) {
      at = (at + 1) & last;
    }
    entries_[at] = each;
  }
}

} // namespace jixiao::ingest
