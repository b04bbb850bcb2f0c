#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;
using model::Level1;
using number::Rational;

namespace {

struct LevelKey {
  std::string_view key;
  Level1 level;
};
/// Levels that a pack gives points to; the execution score has a key of its own.
constexpr LevelKey level_keys[] = {{"output", Level1::output},
                                   {"benefit", Level1::benefit},
                                   {"satisfaction", Level1::satisfaction},
                                   {"cost", Level1::cost}};

std::optional<Level1> read_level(Node const& node, Path const& path, PackText const& file) {
  auto const word = read_word(node, path, {"output", "benefit", "satisfaction", "cost"}, file);
  return word ? std::optional(level_keys[*word].level) : std::nullopt;
}

using Levels = std::map<Level1, Rational>;

/// No value when a number could not be read: a sum without it would only be a second message.
std::optional<Levels> read_levels(Fields const& fields) {
  Levels levels;
  bool complete = true;
  for (LevelKey const& key : level_keys) {
    if (Node const* const node = fields.find(key.key)) {
      if (auto points = read_number(*node, inside(fields.path(), key.key), 0, 100, fields.file())) {
        levels.emplace(key.level, std::move(*points));
      } else {
        complete = false;
      }
    }
  }
  return complete ? std::optional(std::move(levels)) : std::nullopt;
}

Rational sum_of(Levels const& levels) {
  Rational sum;
  for (auto const& [level, points] : levels) {
    sum += points;
  }
  return sum;
}

void read_counts_as(Fields const& weights, Weights& value) {
  Node const* const node = weights.find("counts_as");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(weights.path(), "counts_as");
  Fields const fields(*node, path, {"output", "benefit", "satisfaction", "cost"}, weights.file());
  for (LevelKey const& key : level_keys) {
    Node const* const target = fields.find(key.key);
    if (target == nullptr) {
      continue;
    }
    auto const level = read_level(*target, inside(path, key.key), weights.file());
    if (!level) {
      continue;
    }
    // A level with points of its own needs no other, and one without points has none to lend.
    if (value.levels.count(key.level) != 0 || value.levels.count(*level) == 0) {
      weights.file().report(findings::pack_counts_as, *target,
                            {std::string(key.key), std::string(target->text())});
      continue;
    }
    value.counts_as[key.level] = *level;
  }
}

void read_without(Fields const& weights, Weights& value) {
  Node const* const node = weights.find("without");
  Path const path = inside(weights.path(), "without");
  if (node == nullptr || !is_list(*node, path, bands_limit, weights.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"absent", "output", "benefit", "satisfaction", "cost"}, weights.file());
    if (!fields.ok()) {
      continue;
    }
    WeightsWithout without;
    auto levels = read_levels(fields);
    Node const* const absent = fields.need("absent");
    Path const absent_path = inside(at, "absent");
    if (!levels || absent == nullptr || !is_list(*absent, absent_path, bands_limit, weights.file())) {
      continue;
    }
    without.levels = std::move(*levels);
    std::size_t absent_index = 0;
    for (Node const& word : absent->elements()) {
      if (auto const level = read_level(word, Path{"", &absent_path, ++absent_index}, weights.file())) {
        without.absent.push_back(*level);
        // Points for a level that is not there would never be given out.
        if (without.levels.count(*level) != 0 || value.levels.count(*level) == 0) {
          weights.file().report(findings::pack_counts_as, word, {std::string(word.text()), at.text()});
        }
      }
    }
    std::sort(without.absent.begin(), without.absent.end());
    if (Rational const sum = value.execution + sum_of(without.levels); sum != Rational(100)) {
      weights.file().report(findings::pack_weights_sum, element, {sum.plain_text(), at.text()});
    }
    value.without.push_back(std::move(without));
  }
}

void read_points(Fields const& fields, Weights& value) {
  auto levels = read_levels(fields);
  Node const* const node = fields.need("execution");
  auto execution = node != nullptr
                       ? read_number(*node, inside(fields.path(), "execution"), 0, 100, fields.file())
                       : std::nullopt;
  if (!levels || !execution) {
    return;
  }
  value.execution = std::move(*execution);
  value.levels = std::move(*levels);
  value.counts_as.clear();
  value.without.clear();
  if (Rational const sum = value.execution + sum_of(value.levels); sum != Rational(100)) {
    fields.file().report(findings::pack_weights_sum, fields.node(), {sum.plain_text(), fields.path().text()});
  }
  // Written as 0, a level has no points: it is left out, so that counts_as can lend it some.
  for (auto at = value.levels.begin(); at != value.levels.end();) {
    at = at->second.is_zero() ? value.levels.erase(at) : std::next(at);
  }
  read_counts_as(fields, value);
  read_without(fields, value);
}

void read_accepted_sums(Fields const& weights, Weights& value) {
  Node const* const node = weights.find("accepted_sums");
  Path const path = inside(weights.path(), "accepted_sums");
  if (node == nullptr || !is_list(*node, path, bands_limit, weights.file())) {
    return;
  }
  value.accepted_sums.clear();
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    if (auto sum = read_number(element, Path{"", &path, ++index}, 1, 1000, weights.file())) {
      value.accepted_sums.push_back(std::move(*sum));
    }
  }
}

} // namespace

void read_weights(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("weights");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "weights");
  Fields const weights(*node, path,
                       {"execution", "output", "benefit", "satisfaction", "cost", "counts_as", "without",
                        "accepted_sums", "when_missing", "when_level_absent"},
                       top.file());
  if (!weights.ok()) {
    return;
  }
  // The points of the levels are one decision: a pack that gives some of them gives them all.
  bool const gives_points =
      std::any_of(node->entries().begin(), node->entries().end(), [](Node::Entry const& entry) {
        return entry.key != "accepted_sums" && entry.key != "when_missing"
               && entry.key != "when_level_absent";
      });
  if (gives_points) {
    read_points(weights, pack.weights);
  }
  read_accepted_sums(weights, pack.weights);
  read_word_into(pack.weights.when_missing, weights, "when_missing", {"split_equally", "open"});
  read_word_into(pack.weights.when_level_absent, weights, "when_level_absent", {"in_proportion", "lost"});
}

void read_rounding(Fields const& top, RulePack& pack) {
  if (Node const* const node = top.find("rounding")) {
    Path const path = inside(top.path(), "rounding");
    Fields const rounding(*node, path, {"places", "mode", "at"}, top.file());
    if (Node const* const places = rounding.find("places")) {
      Path const at = inside(path, "places");
      if (auto const value = read_number(*places, at, 0, 6, top.file())) {
        std::int32_t count = 0;
        while (count < 6 && Rational(count) < *value) {
          ++count;
        }
        if (*value == Rational(count)) {
          pack.rounding.places = count;
        } else {
          top.file().report(findings::pack_out_of_range, *places,
                            {at.text(), std::string(places->text()), "0, 1, 2, 3, 4, 5, 6"});
        }
      }
    }
    read_word_into(pack.rounding.mode, rounding, "mode",
                   {"half_up", "half_even", "down", "up", "floor", "ceiling", "never"});
    read_word_into(pack.rounding.at, rounding, "at", {"indicator", "level", "total"});
  }
  if (Node const* const node = top.find("digit_slip_ratio")) {
    if (auto ratio = read_number(*node, inside(top.path(), "digit_slip_ratio"), 2, 1'000'000, top.file())) {
      pack.digit_slip_ratio = std::move(*ratio);
    }
  }
}

void read_limits(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("limits");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "limits");
  Fields const limits(*node, path, {"low_execution", "single_row", "absurd_execution", "scant_execution"},
                      top.file());
  auto const read_into = [&](Rational& value, std::string_view key, std::int64_t most) {
    if (Node const* const number = limits.find(key)) {
      if (auto read = read_number(*number, inside(path, key), 0, most, top.file())) {
        value = std::move(*read);
      }
    }
  };
  read_into(pack.limits.low_execution, "low_execution", 1);
  read_into(pack.limits.single_row, "single_row", 100);
  read_into(pack.limits.absurd_execution, "absurd_execution", 1000000);
  read_into(pack.limits.scant_execution, "scant_execution", 1);
}

} // namespace jixiao::rulepack
