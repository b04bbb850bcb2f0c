#include "engine/rulepack/course.hpp"
#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/judge.hpp"

#include <bit>
#include <cstring>
#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using model::Truth;
using model::Verdict;
using number::Rational;

namespace {

/// More forget all: a table has a few dozen.
constexpr std::size_t most_courses = 512;
constexpr int slot_bits = 10;
constexpr std::size_t slot_count = std::size_t{1} << slot_bits;
static_assert(slot_count == 2 * most_courses);

/// Where a list of a power of two places begins to look for the id at `id`.
std::size_t home_of(char const* id, std::size_t places) {
  return (reinterpret_cast<std::uintptr_t>(id) >> 3U) & (places - 1); // NOLINT: an address as a number
}

/// What a class says of an answer, beside its share.
void take_class(Verdict const& from, Verdict& verdict) {
  verdict.evidence = from.evidence;
  verdict.rule = from.rule;
  verdict.status = from.status;
  verdict.column = from.column;
  verdict.accepts = from.accepts;
  verdict.enclosure = from.enclosure;
}

/// False when the numbers are none to divide.
bool divide(Choice const& choice, Facts const& facts, Verdict& verdict) {
  Rational const* const above = point_of(facts, choice.above);
  Rational const* const below = point_of(facts, choice.below);
  if (above == nullptr || below == nullptr || below->is_zero()) {
    return false;
  }
  Rational const none = 0;
  Rational const all = 1;
  take_class(choice.verdict, verdict);
  if (above->sign() >= 0 && below->sign() > 0) { // what is more than all needs no division
    verdict.share.set_point(*above < *below ? *above / *below : all);
    return true;
  }
  Rational const share = *above / *below;
  verdict.share.set_point(share.sign() < 0 ? none : share > all ? all : share);
  return true;
}

/// False when only the whole way through the pack can say.
bool decide_by(Course const& course, Facts const& facts, Verdict& verdict) {
  for (Choice const& choice : course.choices) {
    switch (decide(choice.when, facts)) {
    case Truth::no: break;
    case Truth::unknown: return false;
    case Truth::yes:
      switch (choice.share) {
      case Choice::Share::fixed: verdict = choice.verdict; return true;
      case Choice::Share::quotient: return divide(choice, facts, verdict);
      case Choice::Share::general: return false;
      }
    }
  }
  return false;
}

} // namespace

Judge::Judge(RulePack const& pack)
    : pack_(pack), rules_(std::bit_ceil(4 * pack.score.size() + 1)), slots_(slot_count) {
  for (Rule const& rule : pack.score) {
    place(rule);
  }
}

void Judge::place(Rule const& rule) {
  std::size_t at = home_of(rule.id.data(), rules_.size());
  while (rules_[at] != nullptr) {
    at = (at + 1) % rules_.size();
  }
  rules_[at] = &rule;
}

Judge::~Judge() = default;

inline Judge::Key Judge::key_of(Facts const& facts) {
  // A byte each; the truths that have no part of their own lie beside the words, whose numbers are small.
  constexpr std::size_t own_part = 24;
  constexpr int beside_words = 5;
  constexpr std::size_t rest = sizeof facts.truths - own_part;
  static_assert(sizeof facts.words == sizeof(std::uint64_t) && rest <= sizeof(std::uint64_t));
  static_assert(model::most_words <= 1U << beside_words);
  Key key;
  std::memcpy(key.parts, facts.truths.data(), own_part);
  std::memcpy(&key.parts[3], facts.words.data(), sizeof facts.words);
  std::uint64_t others = 0;
  std::memcpy(&others, facts.truths.data() + own_part, rest);
  key.parts[3] |= others << beside_words;
  return key;
}

/// `left == right`, without a loop.
inline bool Judge::same(Key const& left, Key const& right) {
  return ((left.parts[0] ^ right.parts[0]) | (left.parts[1] ^ right.parts[1])
          | (left.parts[2] ^ right.parts[2]) | (left.parts[3] ^ right.parts[3]))
         == 0;
}

[[gnu::always_inline]] inline Judge::Slot& Judge::slot_of(Key const& key) {
  std::uint64_t const hash = key.parts[0] * 0x9E3779B97F4A7C15U ^ key.parts[1] * 0xC2B2AE3D27D4EB4FU
                             ^ key.parts[2] * 0xD6E8FEB86659FD93U ^ key.parts[3] * 0x9FB21C651E98DF25U;
  // Of a product only the highest bits depend on all bits of the factor.
  for (std::size_t at = hash >> (64 - slot_bits);; at = (at + 1) % slot_count) {
    if (slots_[at].course == nullptr || same(slots_[at].key, key)) {
      return slots_[at];
    }
  }
}

Course const& Judge::course_of(Facts const& facts) {
  Key const key = key_of(facts);
  Slot const& slot = slot_of(key);
  return slot.course != nullptr ? *slot.course : remember(key, facts);
}

[[gnu::cold]] Course const& Judge::remember(Key const& key, Facts const& facts) {
  if (used_ == most_courses) {
    for (Slot& each : slots_) {
      each.course.reset();
    }
    used_ = 0;
  }
  Slot& slot = slot_of(key);
  ++used_;
  slot.key = key;
  slot.course = std::make_unique<Course>(make_course(pack_, facts));
  return *slot.course;
}

void Judge::judge(Facts const& facts, Verdict& verdict) {
  if (!decide_by(course_of(facts), facts, verdict)) {
    verdict = rulepack::judge(pack_, facts);
  }
}

std::span<Rule const* const> Judge::failed_checks(Facts const& facts) {
  failed_.clear();
  for (Check const& check : course_of(facts).checks) {
    Truth const decided = decide(check.when, facts);
    if (decided == Truth::yes
        || (decided == Truth::unknown && run_condition(*check.rule->when, facts) == Truth::yes)) {
      failed_.push_back(check.rule);
    }
  }
  return failed_;
}

/// Verdicts point at the ids of their pack, so that the place says which rule it is; the text is for verdicts
/// of another copy of the pack.
Rule const* Judge::rule(std::string_view id) const {
  for (std::size_t at = home_of(id.data(), rules_.size()); rules_[at] != nullptr;
       at = (at + 1) % rules_.size()) {
    if (rules_[at]->id.data() == id.data()) {
      return rules_[at];
    }
  }
  for (Rule const& each : pack_.score) {
    if (each.id == id) {
      return &each;
    }
  }
  return nullptr;
}

} // namespace jixiao::rulepack
