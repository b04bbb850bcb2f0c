#include "grammar/detail/word_table.hpp"

#include <algorithm>
#include <map>

namespace jixiao::grammar::detail {

namespace {

using Dictionary = std::map<std::string_view, Entry>;

void add_relation(Dictionary& words, RelationWord const& word) {
  Entry& entry = words[word.text];
  if (word.after) {
    // "20-odd" stands right behind the digits, inside the number; "or so" behind the whole.
    bool const odd = word.approximate && word.relation != Relation::about;
    entry.roles |= odd ? role_odd : role_after;
    entry.after = word.relation;
    entry.after_approximate = word.approximate;
  } else {
    entry.roles |= word.needs_closer ? role_opener : role_before;
    entry.before = word.relation;
    entry.before_approximate = word.approximate;
  }
}

void add_numeral(Dictionary& words, NumeralWord const& word) {
  Entry& entry = words[word.text];
  entry.roles |= word.multiplier ? role_multiplier : role_digit;
  entry.digit = word.digit;
  entry.exponent = word.multiplier ? word.exponent : entry.exponent;
}

/// "each day" is the denominator of a rate when "day" is a unit: all such pairs that the unit list holds.
void link_rates(Dictionary& words, std::vector<UnitWord> const& units) {
  for (UnitWord const& unit : units) {
    std::string_view const text = unit.text;
    for (std::size_t length = 1; length < text.size(); ++length) {
      auto const each = words.find(text.substr(0, length));
      auto const rest = words.find(text.substr(length));
      if (each != words.end() && (each->second.roles & role(WordClass::each)) != 0 && rest != words.end()
          && (rest->second.roles & role_unit) != 0) {
        Entry& entry = words[text];
        entry.roles |= role_per;
        entry.per_unit = rest->second.unit;
        each->second.roles |= role_every;
      }
    }
  }
}

} // namespace

WordTable::WordTable(Lexicon const& lexicon) : units_(lexicon.units) {
  Dictionary words;
  for (RelationWord const& word : lexicon.relations) {
    add_relation(words, word);
  }
  for (NumeralWord const& word : lexicon.numerals) {
    add_numeral(words, word);
  }
  for (std::size_t i = 0; i < lexicon.units.size(); ++i) {
    Entry& entry = words[lexicon.units[i].text];
    if ((entry.roles & role_unit) == 0) { // the first meaning of an ambiguous unit stands
      entry.roles |= role_unit;
      entry.unit = static_cast<std::uint32_t>(i);
    }
  }
  for (ClassWord const& word : lexicon.words) {
    words[word.text].roles |= role(word.word_class);
  }
  link_rates(words, lexicon.units);
  words.erase(std::string_view{});

  std::vector<std::string_view> texts;
  std::vector<std::uint16_t> ends;
  entries_.resize(1);
  for (auto const& [text, entry] : words) {
    texts.push_back(text);
    ends.push_back(static_cast<std::uint16_t>(entries_.size()));
    entries_.push_back(entry);
  }
  flatten(texts, ends);
}

// The words are sorted, so that all words of a node stand together: breadth first over such runs.
void WordTable::flatten(std::vector<std::string_view> const& words,
                        std::vector<std::uint16_t> const& entries) {
  struct Run {
    std::size_t begin, end, depth;
    std::uint32_t node;
  };
  nodes_.resize(1); // node 0 means "none"
  std::vector<Run> runs;
  auto const split = [&](std::size_t begin, std::size_t end, std::size_t depth, auto&& use) {
    while (begin != end) {
      auto const label = static_cast<std::uint8_t>(words[begin][depth]);
      std::size_t next = begin;
      while (next != end && static_cast<std::uint8_t>(words[next][depth]) == label) {
        ++next;
      }
      auto const node = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      runs.push_back({begin, next, depth + 1, node});
      use(label, node);
      begin = next;
    }
  };
  split(0, words.size(), 0, [&](std::uint8_t label, std::uint32_t node) { roots_[label] = node; });
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Run run = runs[i];
    if (words[run.begin].size() == run.depth) {
      nodes_[run.node].entry = entries[run.begin++];
    }
    nodes_[run.node].first_edge = static_cast<std::uint32_t>(labels_.size());
    split(run.begin, run.end, run.depth, [&](std::uint8_t label, std::uint32_t node) {
      labels_.push_back(label);
      targets_.push_back(node);
    });
    nodes_[run.node].edges = static_cast<std::uint16_t>(labels_.size() - nodes_[run.node].first_edge);
  }
}

UnitWord const& WordTable::first_with_id(std::string_view id) const {
  return *std::find_if(units_.begin(), units_.end(), [&](UnitWord const& unit) { return unit.id == id; });
}

Hit WordTable::longest(Cursor at, Cursor end, Roles roles) const {
  Hit hit;
  if (at == end) {
    return hit;
  }
  std::uint32_t node = roots_[byte_at(at)];
  for (Cursor next = at + 1; node != 0; ++next) {
    Node const& here = nodes_[node];
    if (here.entry != 0 && (entries_[here.entry].roles & roles) != 0) {
      hit = {&entries_[here.entry], at, next};
    }
    if (next == end) {
      break;
    }
    std::uint8_t const* const first = labels_.data() + here.first_edge;
    std::uint8_t const* const last = first + here.edges;
    std::uint8_t const* const edge = std::lower_bound(first, last, byte_at(next));
    node = edge != last && *edge == byte_at(next) ? targets_[here.first_edge + (edge - first)] : 0;
  }
  return hit;
}

} // namespace jixiao::grammar::detail
