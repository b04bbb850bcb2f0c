#include "engine/lowering/match_parts.hpp"

#include "engine/lowering/likeness.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace jixiao::lowering {

using model::CellKind;
using model::Dimension;

namespace {

/// A number can stand for the number asked: their units may be compared, or one has none.
bool units_fit(Measure const& asked, Measure const& given, vocabulary::Vocabulary const& vocabulary) {
  if (asked.unit == nullptr || given.unit == nullptr || asked.unit == given.unit) {
    return true;
  }
  Dimension const left = dimension(asked);
  Dimension const right = dimension(given);
  if (left == Dimension::count && right == Dimension::count) {
    return vocabulary.match_classifiers(asked.unit->id, given.unit->id)
           != vocabulary::ClassifierMatch::refused;
  }
  bool const score = (left == Dimension::score && right == Dimension::ratio)
                     || (left == Dimension::ratio && right == Dimension::score);
  return left == right || score;
}

/// The answer has the form that is asked.
bool forms_fit(Asked const& asked, Part const& part, vocabulary::Vocabulary const& vocabulary) {
  if (part.reading->condition) {
    return false;
  }
  if (asked.is_number()) {
    return part.has_number() && units_fit(asked.measure, part.measure, vocabulary)
           && vocabulary.claim(part.reading->text) != vocabulary::Claim::planned
           && vocabulary.claim(part.reading->text) != vocabulary::Claim::denied;
  }
  if (asked.is_time()) {
    return part.is_time();
  }
  if (asked.reading->no_event) {
    return part.reading->no_event;
  }
  return part.kind == asked.kind;
}

/// How well a part of the right form fits: words, unit, and place in the cell, in this order.
std::uint32_t fitness(Asked const& asked, std::size_t asked_at, Part const& part, std::size_t part_at,
                      vocabulary::Vocabulary const& vocabulary) {
  std::string const& label = asked.label;
  std::string const& subject = part.reading->subject.empty() ? part.reading->text : part.reading->subject;
  auto const wanted = character_pairs(label);
  auto const given = character_pairs(subject);
  // Both ways: "response time of queries" is nearer to itself than to "response time".
  std::uint32_t const words = (share_found(wanted, given) + share_found(given, wanted)) / 2;
  std::uint32_t const unit =
      part.measure.unit != nullptr && part.measure.unit == asked.measure.unit ? 100 : 0;
  std::uint32_t const event = part.reading->no_event && asked.reading->no_event ? 200 : 0;
  std::uint32_t const done =
      part.has_number() && vocabulary.claim(part.reading->text) == vocabulary::Claim::achieved ? 100 : 0;
  std::size_t const distance = asked_at > part_at ? asked_at - part_at : part_at - asked_at;
  return words + unit + event + done + 64 - static_cast<std::uint32_t>(std::min<std::size_t>(distance, 63));
}

/// Gives each part of the answer to one thing asked, best pairs first.
class Pairing {
public:
  Pairing(Target const& target, Cell const& actual, vocabulary::Vocabulary const& vocabulary)
      : actual_(actual), answers_(target.asked.size()), used_(actual.parts.size()) {
    for (std::size_t i = 0; i < target.asked.size(); ++i) {
      for (std::size_t j = 0; j < actual.parts.size(); ++j) {
        if (forms_fit(target.asked[i], actual.parts[j], vocabulary)) {
          pairs_.push_back({fitness(target.asked[i], i, actual.parts[j], j, vocabulary), i, j});
        }
      }
    }
  }

  std::vector<Answer> run() {
    std::stable_sort(pairs_.begin(), pairs_.end(),
                     [](Pair const& left, Pair const& right) { return left.fitness > right.fitness; });
    for (Pair const& pair : pairs_) {
      Answer& answer = answers_[pair.asked];
      answer.chosen = answer.chosen || answer.part != nullptr; // a second candidate
      if (answer.part == nullptr && !used_[pair.part]) {
        answer.part = &actual_.parts[pair.part];
        used_[pair.part] = true;
      }
    }
    if (answers_.size() == 1 && answers_.front().part == nullptr) {
      answers_.front() = whole_answer();
    }
    return std::move(answers_);
  }

private:
  struct Pair {
    std::uint32_t fitness;
    std::size_t asked, part;
  };

  /// Nothing of the asked form: a status word answers for all, else the cell is prose.
  [[nodiscard]] Answer whole_answer() const {
    auto const status = std::find_if(actual_.parts.begin(), actual_.parts.end(),
                                     [](Part const& part) { return part.kind == CellKind::status; });
    bool const only_words = std::none_of(actual_.parts.begin(), actual_.parts.end(),
                                         [](Part const& part) { return part.has_number(); });
    if (status != actual_.parts.end() && only_words) {
      return {&*status, false, false};
    }
    return {&actual_.whole, false, true};
  }

  Cell const& actual_;
  std::vector<Answer> answers_;
  std::vector<bool> used_;
  std::vector<Pair> pairs_;
};

/// An answer of one piece: words answer everything, a number or date the one thing it fits best.
std::vector<Answer> share_out(Target const& target, Part const& whole,
                              vocabulary::Vocabulary const& vocabulary) {
  std::vector<Answer> result(target.asked.size());
  bool const words = !whole.has_number() && !whole.is_time();
  if (words || result.size() == 1) {
    for (Answer& answer : result) {
      answer.part = whole.kind == CellKind::empty ? nullptr : &whole;
    }
    if (result.size() == 1) {
      result.front().part = &whole; // a plain "none" may mean zero
    }
    return result;
  }
  std::optional<std::size_t> best;
  std::uint32_t best_fitness = 0;
  for (std::size_t i = 0; i < target.asked.size(); ++i) {
    if (forms_fit(target.asked[i], whole, vocabulary)) {
      std::uint32_t const fit = fitness(target.asked[i], i, whole, 0, vocabulary);
      if (!best || fit > best_fitness) {
        best = i;
        best_fitness = fit;
      }
    }
  }
  if (best) {
    result[*best].part = &whole;
  }
  return result;
}

} // namespace

std::vector<Answer> match_parts(Target const& target, Cell const& actual,
                                vocabulary::Vocabulary const& vocabulary) {
  bool const compound = actual.whole.kind == CellKind::compound && !actual.parts.empty();
  std::vector<Answer> result =
      compound ? Pairing(target, actual, vocabulary).run() : share_out(target, actual.whole, vocabulary);
  for (Answer& answer : result) {
    answer.chosen = answer.chosen || (target.compound && answer.part != nullptr && answer.part->has_number());
  }
  return result;
}

} // namespace jixiao::lowering
