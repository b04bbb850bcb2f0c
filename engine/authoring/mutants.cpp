#include "engine/authoring/mutants.hpp"

#include "engine/authoring/order_matters.hpp"
#include "engine/authoring/spot.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace jixiao::authoring {
namespace {

using configuration::Edit;
using configuration::Node;
using rulepack::Rule;
using rulepack::RulePack;

/// A word of a pack and what it is tried as instead.
struct Choice {
  std::string_view key, word;
  std::vector<std::string_view> others;
};

std::vector<Choice> const& choices() {
  static std::vector<Choice> const all = {
      {"mode", "half_up", {"half_even", "down"}},
      {"mode", "half_even", {"half_up", "down"}},
      {"mode", "down", {"up", "half_up"}},
      {"mode", "up", {"down", "half_up"}},
      {"mode", "floor", {"ceiling", "half_up"}},
      {"mode", "ceiling", {"floor", "half_up"}},
      {"mode", "never", {"half_up"}},
      {"at", "indicator", {"level", "total"}},
      {"at", "level", {"indicator", "total"}},
      {"at", "total", {"indicator", "level"}},
      {"when_missing", "split_equally", {"open"}},
      {"when_missing", "open", {"split_equally"}},
      {"when_level_absent", "in_proportion", {"lost"}},
      {"when_level_absent", "lost", {"in_proportion"}},
      {"denominator", "adjusted", {"initial"}},
      {"denominator", "initial", {"adjusted"}},
      {"status", "scored", {"assumed"}},
      {"status", "assumed", {"scored"}},
      {"status", "open", {"assumed"}},
      {"column", "answered", {"claimed", "unanswered"}},
      {"column", "claimed", {"answered", "unanswered"}},
      {"column", "unanswered", {"answered", "claimed"}},
      {"severity", "info", {"warning"}},
      {"severity", "warning", {"info"}},
      {"severity", "error", {"warning"}},
  };
  return all;
}

constexpr std::string_view levels[] = {"execution", "output", "benefit", "satisfaction", "cost"};

class Collector {
public:
  Collector(Node const& tree, diagnostic::SourceId source, RulePack const& pack)
      : top_{&tree, {}, {}}, source_(source), pack_(pack) {}

  std::vector<Mutant> take() {
    for (Spot const& section : top_.values()) {
      this->section(section);
    }
    number_repetitions();
    return std::move(mutants_);
  }

private:
  void section(Spot const& at) {
    if (at.name == "weights") {
      weights(at);
    } else if (at.name == "rounding") {
      steps(at.down("places"), ChangeKind::rounding);
      choice(at, "mode", ChangeKind::rounding);
      choice(at, "at", ChangeKind::rounding);
    } else if (at.name == "digit_slip_ratio") {
      steps(at, ChangeKind::limit);
    } else if (at.name == "limits") {
      for (Spot const& limit : at.values()) {
        steps(limit, ChangeKind::limit);
      }
    } else if (at.name == "execution") {
      choice(at, "denominator", ChangeKind::choice);
      rules(at.down("rules"), &pack_.execution, true, inherits_nothing());
    } else if (at.name == "score") {
      rules(at, &pack_.score, false, inherits_nothing());
    } else if (at.name == "checks" || at.name == "caps") {
      rules(at, nullptr, false, false);
    } else if (at.name == "evidence") {
      evidence(at);
    } else if (at.name == "grades") {
      grades(at);
    } else if (at.name == "tiers") {
      tiers(at);
    } else if (at.name == "department") {
      department(at);
    } else if (at.name == "monitoring") {
      monitoring(at);
    }
  }

  Mutant& add(Spot const& spot, ChangeKind kind, std::string before, std::string after) {
    Mutant& mutant = mutants_.emplace_back();
    mutant.of = spot.name;
    mutant.entry = entry_;
    mutant.kind = kind;
    mutant.change = before + " -> " + after;
    mutant.before = std::move(before);
    mutant.after = std::move(after);
    mutant.place = spot.node->place(source_);
    return mutant;
  }

  void text(Spot const& spot, ChangeKind kind, std::string after) {
    add(spot, kind, std::string(spot.text()), after)
        .edits.push_back({Edit::Kind::text, spot.path, std::move(after)});
  }

  /// A number, one more and one less in its last place.
  void steps(Spot const& spot, ChangeKind kind) {
    for (int const step : {-1, 1}) {
      std::string after = spot ? stepped(spot.text(), step) : std::string();
      if (!after.empty()) {
        text(spot, kind, std::move(after));
      }
    }
  }

  void choice(Spot const& section, std::string_view key, ChangeKind kind) {
    Spot const spot = section.down(key);
    for (Choice const& each : choices()) {
      if (spot && each.key == key && each.word == spot.text()) {
        for (std::string_view const other : each.others) {
          text(spot, kind, std::string(other));
        }
      }
    }
  }

  void expression(Spot const& rule, std::string_view key, ExpressionRole role,
                  std::optional<ChangeKind> kind = {}) {
    Spot const spot = rule.down(key);
    if (!spot) {
      return;
    }
    std::string const whole(spot.text());
    Spot const limit = rule.down("limit");
    for (TextChange const& change : expression_changes(whole, role)) {
      Mutant& mutant = add(spot, kind.value_or(change.kind), change.before, change.after);
      mutant.place.column +=
          (spot.node->quoted() ? 1U : 0U)
          + static_cast<std::uint32_t>(grammar::character_offset(whole, change.span.begin));
      std::string changed = whole;
      changed.replace(change.span.begin, change.span.size(), change.after);
      mutant.edits.push_back({Edit::Kind::text, spot.path, std::move(changed)});
      // The number that a message shows is one of the condition: the two go together.
      if (limit && change.kind == ChangeKind::number && limit.text() == change.before) {
        mutant.edits.push_back({Edit::Kind::text, limit.path, change.after});
      }
    }
  }

  /// `loaded`: the list as it results, when the first match decides.
  void rules(Spot const& list, std::vector<Rule> const* loaded, bool of_execution, bool begins_here) {
    std::vector<Spot> const elements = list.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
      entry_ = id_of(elements[i]);
      expression(elements[i], "when", ExpressionRole::condition);
      expression(elements[i], "share", ExpressionRole::share);
      light(elements[i]);
      choice(elements[i], "severity", ChangeKind::choice);
      if (loaded != nullptr) {
        order(elements, i, *loaded, begins_here, [&](Rule const& first, Rule const& second) {
          return order_matters(first, second, of_execution);
        });
      }
    }
    entry_.clear();
  }

  void evidence(Spot const& list) {
    std::vector<Spot> const elements = list.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
      entry_ = id_of(elements[i]);
      expression(elements[i], "when", ExpressionRole::condition);
      expression(elements[i], "share", ExpressionRole::share);
      Spot const share = elements[i].down("share");
      if (!share || share.text() != "at_ends") { // whose answers are open whatever is written
        choice(elements[i], "status", ChangeKind::choice);
      }
      choice(elements[i], "column", ChangeKind::choice);
      order(elements, i, pack_.evidence, inherits_nothing(),
            [](auto const& first, auto const& second) { return order_matters(first, second); });
    }
    entry_.clear();
  }

  /// In a list onto that of another pack the order of the file says nothing.
  bool inherits_nothing() const { return pack_.lineage.size() == 1; }

  static std::string id_of(Spot const& element) {
    Spot const id = element.down("id");
    return id ? std::string(id.text()) : std::string();
  }

  template <class Entry>
  static Entry const* find(std::vector<Entry> const& list, std::string_view id) {
    auto const found =
        std::find_if(list.begin(), list.end(), [&](Entry const& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
  }

  /// A rule of a list that begins here stands before the next one; a rule that was put into the list of
  /// another pack says `before` or `after`.
  template <class Entry, class Matters>
  void order(std::vector<Spot> const& elements, std::size_t at, std::vector<Entry> const& loaded,
             bool begins_here, Matters matters) {
    Spot const& spot = elements[at];
    Entry const* const own = find(loaded, entry_);
    for (std::string_view const key : {"before", "after"}) {
      Spot const neighbour = spot.down(key);
      Entry const* const other = neighbour ? find(loaded, neighbour.text()) : nullptr;
      if (own != nullptr && other != nullptr && matters(*own, *other)) {
        std::string const turned = key == "before" ? "after" : "before";
        std::string const id(neighbour.text());
        Mutant& mutant = add(spot, ChangeKind::order, std::string(key) + " " + id, turned + " " + id);
        mutant.other = id;
        mutant.edits.push_back({Edit::Kind::key, neighbour.path, turned});
      }
    }
    if (begins_here && own != nullptr && at + 1 < elements.size()) {
      Entry const* const next = find(loaded, id_of(elements[at + 1]));
      if (next != nullptr && matters(*own, *next)) {
        Mutant& mutant = add(spot, ChangeKind::order, entry_ + ", " + next->id, next->id + ", " + entry_);
        mutant.other = next->id;
        mutant.edits.push_back({Edit::Kind::forward, spot.path, {}});
      }
    }
  }

  void light(Spot const& rule) {
    Spot const spot = rule.down("light");
    if (!spot || pack_.monitoring.lights.empty()) {
      return;
    }
    auto const& lights = pack_.monitoring.lights;
    auto const own = std::find_if(lights.begin(), lights.end(),
                                  [&](rulepack::Light const& each) { return each.id == spot.text(); });
    bool const last = own == lights.end() || std::next(own) == lights.end();
    text(spot, ChangeKind::choice, last ? lights.front().id : std::next(own)->id);
  }

  /// A point moves from one to the other: the sum stays what it must be.
  void move_point(Spot const& from, Spot const& to, std::string_view from_name, std::string_view to_name) {
    std::string less = stepped(from.text(), -1);
    std::string more = stepped(to.text(), 1);
    if (less.empty() || from.text().find('.') != to.text().find('.')) {
      return;
    }
    auto const pair = [&](std::string_view first, std::string_view second) {
      return std::string(from_name).append(" ").append(first).append(", ").append(to_name).append(" ").append(
          second);
    };
    Mutant& mutant = add(from, ChangeKind::points, pair(from.text(), to.text()), pair(less, more));
    mutant.edits.push_back({Edit::Kind::text, from.path, std::move(less)});
    mutant.edits.push_back({Edit::Kind::text, to.path, std::move(more)});
  }

  void points(Spot const& map) {
    Spot previous;
    std::string_view previous_level;
    for (std::string_view const level : levels) {
      Spot const spot = map.down(level);
      if (spot && previous) {
        move_point(previous, spot, previous_level, level);
      }
      if (spot) {
        previous = spot;
        previous_level = level;
      }
    }
  }

  void weights(Spot const& at) {
    points(at);
    for (Spot const& without : at.down("without").elements()) {
      points(without);
    }
    for (Spot const& sum : at.down("accepted_sums").elements()) {
      steps(sum, ChangeKind::points);
    }
    counted_as(at.down("counts_as"));
    choice(at, "when_missing", ChangeKind::choice);
    choice(at, "when_level_absent", ChangeKind::choice);
  }

  /// A level that has no points of its own counts as another one that has.
  void counted_as(Spot const& at) {
    for (Spot const& spot : at.values()) {
      for (std::string_view const level : {"output", "benefit", "satisfaction", "cost"}) {
        auto const id = level_named(level);
        bool const other = spot.text() != level && id && pack_.weights.levels.count(*id) != 0;
        if (other) {
          text(spot, ChangeKind::choice, std::string(level));
        }
      }
    }
  }

  static std::optional<model::Level1> level_named(std::string_view word) {
    for (std::uint8_t i = 0; i < words_of_levels().size(); ++i) {
      if (words_of_levels()[i] == word) {
        return static_cast<model::Level1>(i);
      }
    }
    return std::nullopt;
  }
  static std::span<std::string_view const> words_of_levels() {
    return model::words_of(model::WordField::level1);
  }

  void grades(Spot const& at) {
    for (Spot const& grade : at.elements()) {
      Spot const from = grade.down("from") ? grade.down("from") : grade.values().front();
      entry_ = grade.name.substr(grade.name.find('.') + 1);
      if (from.text() != "0") { // the last one begins at 0, or the pack is refused
        steps(from, ChangeKind::grade);
      }
    }
    entry_.clear();
  }

  void tiers(Spot const& at) {
    for (Spot const& tier : at.elements()) {
      entry_ = id_of(tier);
      expression(tier, "share", ExpressionRole::share, ChangeKind::tier);
    }
    entry_.clear();
  }

  void department(Spot const& at) {
    std::map<std::string, Spot> last; // of each level, the item before
    for (Spot const& item : at.down("items").elements()) {
      Spot const level = item.down("level");
      Spot const points = item.down("points");
      if (level && points) {
        Spot& before = last[std::string(level.text())];
        if (before) {
          move_point(before.down("points"), points, id_of(before), id_of(item));
        }
        before = item;
      }
      std::string const id = id_of(item);
      rulepack::Item const* const loaded = find(pack_.form.items, id);
      rules(item.down("rules"), loaded != nullptr ? &loaded->rules : nullptr, false, true);
    }
  }

  void monitoring(Spot const& at) {
    std::vector<Spot> const lights = at.down("lights").elements();
    for (std::size_t i = 0; i + 1 < lights.size(); ++i) {
      std::string const one = id_of(lights[i]), other = id_of(lights[i + 1]);
      add(lights[i], ChangeKind::order, one + ", " + other, other + ", " + one)
          .edits.push_back({Edit::Kind::forward, lights[i].path, {}});
    }
    rules(at.down("indicators"), &pack_.monitoring.indicators, false, inherits_nothing());
    rules(at.down("execution"), &pack_.monitoring.execution, false, inherits_nothing());
  }

  void number_repetitions() {
    std::map<std::pair<std::string, std::string>, std::size_t> seen;
    for (Mutant& mutant : mutants_) {
      std::size_t const times = ++seen[{mutant.of, mutant.change}];
      if (times > 1) {
        mutant.change += " #" + std::to_string(times);
      }
    }
  }

  Spot top_;
  diagnostic::SourceId source_;
  RulePack const& pack_;
  std::string entry_;
  std::vector<Mutant> mutants_;
};

} // namespace

std::vector<Mutant> mutants_of(Node const& tree, diagnostic::SourceId source, RulePack const& pack) {
  return Collector(tree, source, pack).take();
}

} // namespace jixiao::authoring
