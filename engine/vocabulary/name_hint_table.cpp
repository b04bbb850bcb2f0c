#include "engine/vocabulary/name_hint_table.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

std::size_t character_size(std::string_view text) {
  auto const byte = static_cast<unsigned char>(text.front());
  std::size_t const size = byte < 0x80u ? 1 : byte < 0xE0u ? 2 : byte < 0xF0u ? 3 : 4;
  return std::min(size, text.size());
}

std::uint32_t first_character(std::string_view text) {
  std::uint32_t bytes = 0;
  for (char const c : text.substr(0, character_size(text))) {
    bytes = (bytes << 8u) | static_cast<unsigned char>(c);
  }
  return bytes;
}

void merge(NameHints& into, NameHints const& from) {
  for (HintList const& list : hint_lists()) {
    into.*list.hint = into.*list.hint || from.*list.hint;
  }
}

/// What words add without contradicting each other.
void merge_others(NameHints& into, NameHints const& from) {
  into.deadline = into.deadline || from.deadline;
  into.money_is_gain = into.money_is_gain || from.money_is_gain;
  into.entitlement = into.entitlement || from.entitlement;
  into.not_paid_out = into.not_paid_out || from.not_paid_out;
  into.deviation = into.deviation || from.deviation;
  into.satisfaction = into.satisfaction || from.satisfaction;
  into.ordinal = into.ordinal || from.ordinal;
  into.no_effect = into.no_effect || from.no_effect;
}

} // namespace

std::span<HintList const> hint_lists() {
  static constexpr HintList lists[] = {
      {"deadline", &NameHints::deadline},
      {"lower_is_better", &NameHints::lower_is_better},
      {"money_is_gain", &NameHints::money_is_gain},
      {"entitlement", &NameHints::entitlement},
      {"money", &NameHints::money},
      {"paid_out", &NameHints::paid_out},
      {"not_paid_out", &NameHints::not_paid_out},
      {"open_money", &NameHints::open_money},
      {"deviation", &NameHints::deviation},
      {"satisfaction", &NameHints::satisfaction},
      {"ordinal", &NameHints::ordinal},
      {"percentage", &NameHints::percentage},
      {"higher_is_better", &NameHints::higher_is_better},
      {"whole", &NameHints::whole},
      {"no_effect", &NameHints::no_effect},
  };
  return lists;
}

NameHintTable::Entry& NameHintTable::entry(std::string_view word) {
  std::vector<Entry>& entries = by_first_[first_character(word)];
  auto const known =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& each) { return each.text == word; });
  if (known != entries.end()) {
    return *known;
  }
  auto const place = std::find_if(entries.begin(), entries.end(),
                                  [&](Entry const& each) { return each.text.size() < word.size(); });
  return *entries.insert(place, {std::string(word), {}, false});
}

void NameHintTable::add(std::string_view word, NameHints const& hints) {
  merge(entry(word).hints, hints);
}

void NameHintTable::hide(std::string_view word) {
  entry(word).hides = true;
}

NameHints NameHintTable::find(std::string_view name) const {
  NameHints result;
  // Where the last word of each kind ends. The head of a Chinese name stands last, so of two words that
  // disagree the one that ends later counts, and of two that end together the longer.
  std::size_t direction_end = 0;
  std::size_t money_end = 0;
  std::size_t percentage_end = 0;
  std::size_t whole_end = 0;
  std::size_t paid_end = 0;
  std::size_t open_end = 0;
  for (std::size_t at = 0; at < name.size();) {
    std::string_view const rest = name.substr(at);
    std::size_t step = character_size(rest);
    auto const candidates = by_first_.find(first_character(rest));
    if (candidates != by_first_.end()) {
      for (Entry const& entry : candidates->second) {
        if (rest.substr(0, entry.text.size()) != entry.text) {
          continue;
        }
        std::size_t const end = at + entry.text.size();
        if (entry.hints.lower_is_better || entry.hints.higher_is_better) {
          if (end > direction_end) {
            direction_end = end;
            result.lower_is_better = entry.hints.lower_is_better;
            result.higher_is_better = entry.hints.higher_is_better;
          }
        }
        money_end = entry.hints.money ? std::max(money_end, end) : money_end;
        percentage_end = entry.hints.percentage ? std::max(percentage_end, end) : percentage_end;
        paid_end = entry.hints.paid_out ? std::max(paid_end, end) : paid_end;
        open_end = entry.hints.open_money ? std::max(open_end, end) : open_end;
        whole_end = entry.hints.whole ? std::max(whole_end, end) : whole_end;
        merge_others(result, entry.hints);
        if (entry.hides) {
          step = entry.text.size();
          break;
        }
      }
    }
    at += step;
  }
  result.money = money_end > percentage_end;
  result.percentage = percentage_end > money_end;
  result.whole = whole_end != 0 && whole_end >= percentage_end; // by how much it rose is no share of all
  // What is paid out must be the head itself: what is left of a grant, or its cost, is another thing.
  bool const paid = paid_end != 0 && !result.percentage && !result.money_is_gain && !result.entitlement;
  result.not_paid_out = result.not_paid_out && paid;
  result.paid_out = paid && paid_end == name.size() && !result.not_paid_out;
  result.open_money =
      !result.paid_out && (paid || (open_end == name.size() && open_end != 0 && !result.money_is_gain));
  result.higher_is_better = result.higher_is_better && direction_end >= money_end;
  return result;
}

} // namespace jixiao::vocabulary
