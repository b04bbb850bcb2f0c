#include "engine/rulepack/course.hpp"
#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/judge.hpp"

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
constexpr std::size_t slot_count = 2 * most_courses; ///< a power of two

void set_share(Rational const& share, Verdict& verdict) {
  verdict.share.low.value = share;
  verdict.share.high.value = share;
}

/// False when the numbers are none to divide.
bool divide(Choice const& choice, Facts const& facts, Verdict& verdict) {
  Rational const* const above = point_of(facts, choice.above);
  Rational const* const below = point_of(facts, choice.below);
  if (above == nullptr || below == nullptr || below->is_zero()) {
    return false;
  }
  static Rational const none = 0;
  static Rational const all = 1;
  Rational const share = *above / *below;
  verdict = choice.verdict;
  set_share(share.sign() < 0 ? none : share > all ? all : share, verdict);
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

Judge::Judge(RulePack const& pack) : pack_(pack), slots_(slot_count) {
  rules_.reserve(pack.score.size());
  for (Rule const& rule : pack.score) {
    rules_.push_back({rule.id, &rule});
  }
}

Judge::~Judge() = default;

Judge::Key Judge::key_of(Facts const& facts) {
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

Judge::Slot& Judge::slot_of(Key const& key) {
  std::uint64_t hash = key.parts[0] * 0x9E3779B97F4A7C15U ^ key.parts[1] * 0xC2B2AE3D27D4EB4FU
                       ^ key.parts[2] * 0xD6E8FEB86659FD93U ^ key.parts[3] * 0x9FB21C651E98DF25U;
  hash ^= hash >> 32U;
  for (std::size_t at = hash % slot_count;; at = (at + 1) % slot_count) {
    if (slots_[at].course == nullptr || same(slots_[at].key, key)) {
      return slots_[at];
    }
  }
}

Course const& Judge::course_of(Facts const& facts) {
  Key const key = key_of(facts);
  Slot* slot = &slot_of(key);
  if (slot->course == nullptr) {
    if (used_ == most_courses) {
      for (Slot& each : slots_) {
        each.course.reset();
      }
      used_ = 0;
      slot = &slot_of(key);
    }
    ++used_;
    slot->key = key;
    slot->course = std::make_unique<Course>(make_course(pack_, facts));
  }
  return *slot->course;
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
  for (RuleId const& each : rules_) {
    if (each.id.data() == id.data()) {
      return each.rule;
    }
  }
  for (RuleId const& each : rules_) {
    if (each.id == id) {
      return each.rule;
    }
  }
  return nullptr;
}

} // namespace jixiao::rulepack
