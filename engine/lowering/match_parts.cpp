#include "engine/lowering/match_parts.hpp"

#include "engine/lowering/beside_answer.hpp"
#include "engine/lowering/likeness.hpp"
#include "engine/vocabulary/remark.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace jixiao::lowering {

using model::CellKind;

namespace {

bool is_taken_back(Part const& part) {
  return part.claim == vocabulary::Claim::planned || part.claim == vocabulary::Claim::denied;
}

/// Where several numbers are asked, one of those in front answers none that is asked by itself, nor does one
/// without a word answer what is asked of those in front.
bool shares_fit(Asked const& asked, Part const& part, RowWords const& words) {
  bool const asks_share = vocabulary::begins_of_which(words.vocabulary, asked.reading->subject);
  bool const is_share = vocabulary::begins_of_which(words.vocabulary, part.reading->subject);
  return asks_share ? !part.reading->subject.empty() : !is_share;
}

/// The answer has the form that is asked, and its words are those of the row.
bool forms_fit(Asked const& asked, Part const& part, RowWords const& words) {
  if (part.reading->condition || (part.begins_change && asked.from)) {
    return false;
  }
  if (asked.is_number()) {
    return part.has_number() && units_fit(asked.measure, part.measure, words.vocabulary)
           && !is_taken_back(part) && words.foreign(part).empty();
  }
  if (asked.is_time()) {
    return part.is_time() && !is_taken_back(part) && words.foreign(part).empty();
  }
  if (asked.reading->no_event) {
    return part.reading->no_event;
  }
  return part.kind == asked.kind;
}

/// How well a part of the right form fits: words, unit, and place in the cell, in this order.
std::uint32_t fitness(Asked const& asked, std::size_t asked_at, Part const& part, std::size_t part_at) {
  std::string const& label = asked.label;
  std::string const& subject = part.reading->subject.empty() ? part.reading->text : part.reading->subject;
  auto const wanted = character_pairs(label);
  auto const given = character_pairs(subject);
  // Both ways: "response time of queries" is nearer to itself than to "response time".
  std::uint32_t const words = (share_found(wanted, given) + share_found(given, wanted)) / 2;
  std::uint32_t const unit =
      part.measure.unit != nullptr && part.measure.unit == asked.measure.unit ? 100 : 0;
  std::uint32_t const event = part.reading->no_event && asked.reading->no_event ? 200 : 0;
  std::uint32_t const done = part.has_number() && part.claim == vocabulary::Claim::achieved ? 100 : 0;
  std::size_t const distance = asked_at > part_at ? asked_at - part_at : part_at - asked_at;
  return words + unit + event + done + 64 - static_cast<std::uint32_t>(std::min<std::size_t>(distance, 63));
}

/// Gives each part of the answer to one thing asked, best pairs first.
class Pairing {
public:
  Pairing(Target const& target, Cell const& actual, RowWords const& words)
      : target_(target), actual_(actual), words_(words), answers_(target.asked.size()),
        used_(actual.parts.size()) {
    for (std::size_t i = 0; i < target.asked.size(); ++i) {
      for (std::size_t j = 0; j < actual.parts.size(); ++j) {
        if (forms_fit(target.asked[i], actual.parts[j], words)
            && (target.asked.size() == 1 || shares_fit(target.asked[i], actual.parts[j], words))) {
          pairs_.push_back({fitness(target.asked[i], i, actual.parts[j], j), i, j});
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
    } else if (answers_.size() == 1) {
      settle_rivals(answers_.front());
    }
    look_around();
    return std::move(answers_);
  }

private:
  struct Pair {
    std::uint32_t fitness;
    std::size_t asked, part;
  };

  /// Of several numbers that could be the one asked, the only one that is called a total is it.
  void settle_rivals(Answer& answer) {
    Part const* total = nullptr;
    std::size_t totals = 0;
    for (Pair const& pair : pairs_) {
      Part const& part = actual_.parts[pair.part];
      totals += part.reading->total ? 1 : 0;
      total = part.reading->total ? &part : total;
    }
    if (!target_.asked.front().is_number()) {
      totals = 0;
    }
    std::size_t const numbers = static_cast<std::size_t>(
        std::count_if(actual_.parts.begin(), actual_.parts.end(), [&](Part const& part) {
          return part.has_number()
                 && units_fit(target_.asked.front().measure, part.measure, words_.vocabulary);
        }));
    answer.chosen = answer.chosen || numbers > 1;
    bool const others_named = std::any_of(pairs_.begin(), pairs_.end(), [&](Pair const& pair) {
      Part const& part = actual_.parts[pair.part];
      return !part.reading->total && !part.reading->subject.empty();
    });
    if (totals == 1 && !others_named) {
      answer.part = total;
      return;
    }
    for (Pair const& pair : pairs_) {
      Part const& part = actual_.parts[pair.part];
      if (!says_the_same(part, *answer.part)) {
        answer.rival = &part;
        return;
      }
    }
  }

  static bool says_the_same(Part const& left, Part const& right) {
    return left.value == right.value && left.ends == right.ends && left.measure == right.measure
           && left.days == right.days && left.relation == right.relation;
  }

  /// "2 projects, 1 not finished": what is denied may be part of what is said.
  void look_around() {
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      Answer& answer = answers_[i];
      if (answer.part == nullptr || answer.whole) {
        continue;
      }
      bool const alone = answers_.size() == 1 && !target_.compound;
      std::vector<Part const*> others;
      for (std::size_t j = 0; j < actual_.parts.size(); ++j) {
        if (&actual_.parts[j] != answer.part && (alone || !used_[j] || is_denied(actual_.parts[j]))) {
          others.push_back(&actual_.parts[j]);
        }
      }
      Surroundings found = find_surroundings(target_.asked[i], *answer.part, others, alone, words_);
      answer.denied = answer.denied || found.denied;
      answer.rival = answer.rival == nullptr ? found.number : answer.rival;
      answer.beside = found.words;
      answer.foreign = std::move(found.foreign);
    }
  }

  static bool is_denied(Part const& part) { return part.claim == vocabulary::Claim::denied; }

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

  Target const& target_;
  Cell const& actual_;
  RowWords const& words_;
  std::vector<Answer> answers_;
  std::vector<bool> used_;
  std::vector<Pair> pairs_;
};

/// How many things are asked in this very unit.
std::ptrdiff_t asked_in(Target const& target, Measure const& measure) {
  return std::count_if(target.asked.begin(), target.asked.end(),
                       [&](Asked const& asked) { return asked.measure.unit == measure.unit; });
}

/// An answer of one piece: words answer everything, a number or date the one thing it fits best.
std::vector<Answer> share_out(Target const& target, Part const& whole, RowWords const& words) {
  std::vector<Answer> result(target.asked.size());
  bool const prose = !whole.has_number() && !whole.is_time();
  if (prose || result.size() == 1) {
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
  std::size_t fitting = 0;
  for (std::size_t i = 0; i < target.asked.size(); ++i) {
    if (forms_fit(target.asked[i], whole, words) && shares_fit(target.asked[i], whole, words)) {
      ++fitting;
      std::uint32_t const fit = fitness(target.asked[i], i, whole, 0);
      if (!best || fit > best_fitness) {
        best = i;
        best_fitness = fit;
      }
    }
  }
  bool const says_which = !whole.has_number() || !whole.reading->subject.empty()
                          || (!whole.measure.bare() && asked_in(target, whole.measure) == 1);
  if (best && (fitting == 1 || says_which)) { // a number alone may be of any part, or their sum
    result[*best].part = &whole;
  }
  return result;
}

} // namespace

std::vector<Answer> match_parts(Target const& target, Cell const& actual, RowWords const& words) {
  bool const compound = actual.whole.kind == CellKind::compound && !actual.parts.empty();
  std::vector<Answer> result =
      compound ? Pairing(target, actual, words).run() : share_out(target, actual.whole, words);
  for (Answer& answer : result) {
    answer.of_several = compound;
    answer.chosen = answer.chosen || (target.compound && answer.part != nullptr && answer.part->has_number());
  }
  return result;
}

bool asks_by_dates(Target const& target) {
  std::size_t dates = 0;
  std::size_t numbers = 0;
  Asked const* first = nullptr;
  for (Asked const& asked : target.asked) {
    dates += asked.is_time() ? 1 : 0;
    first = first == nullptr && asked.is_number() ? &asked : first;
    bool const same = asked.is_number() && asked.measure == first->measure
                      && asked.reading->subject == first->reading->subject;
    numbers += same ? 1 : 0;
  }
  return dates > 1 && numbers > 1;
}

} // namespace jixiao::lowering
