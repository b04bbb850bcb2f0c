#include "engine/authoring/mutation.hpp"

#include <algorithm>

namespace jixiao::authoring {

using configuration::Node;
using Outcome = TriedMutant::Outcome;

std::string_view name(Outcome outcome) {
  constexpr std::string_view names[] = {"killed", "survived", "explained", "same", "refused"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string_view name(StaleExplanation::Why why) {
  constexpr std::string_view names[] = {"gone", "killed", "same", "refused"};
  return names[static_cast<std::size_t>(why)];
}

std::size_t Mutation::count(Outcome outcome) const {
  return static_cast<std::size_t>(std::count_if(
      tried.begin(), tried.end(), [&](TriedMutant const& each) { return each.outcome == outcome; }));
}

std::size_t Mutation::noticeable() const {
  return tried.size() - count(Outcome::refused) - count(Outcome::same);
}

std::optional<std::size_t> Mutation::percent() const {
  std::size_t const all = noticeable();
  return all == 0 ? std::nullopt : std::optional(count(Outcome::killed) * 100 / all);
}

std::vector<Explanation> explanations_of(Node const& tree, diagnostic::SourceId source) {
  std::vector<Explanation> all;
  Node const* const list = tree.find("survivors");
  for (Node const& entry : list != nullptr ? list->elements() : std::span<Node const>()) {
    for (Node const& change : entry.find("changes")->elements()) {
      all.push_back({std::string(entry.find("of")->text()), std::string(change.text()),
                     std::string(entry.find("reason")->text()), change.place(source)});
    }
  }
  return all;
}

void explain_survivors(Mutation& mutation, std::vector<Explanation> const& explanations,
                       std::string_view filter) {
  for (Explanation const& explanation : explanations) {
    if (explanation.of.find(filter) == std::string::npos) {
      continue;
    }
    auto const tried =
        std::find_if(mutation.tried.begin(), mutation.tried.end(), [&](TriedMutant const& each) {
          return each.mutant.of == explanation.of && each.mutant.change == explanation.change;
        });
    if (tried == mutation.tried.end()) {
      mutation.stale.push_back({explanation, StaleExplanation::Why::gone});
    } else if (tried->outcome == Outcome::killed) {
      mutation.stale.push_back({explanation, StaleExplanation::Why::killed});
    } else if (tried->outcome == Outcome::refused) {
      mutation.stale.push_back({explanation, StaleExplanation::Why::refused});
    } else if (tried->outcome == Outcome::same) {
      mutation.stale.push_back({explanation, StaleExplanation::Why::same});
    } else {
      tried->outcome = Outcome::explained;
      tried->reason = explanation.reason;
    }
  }
}

} // namespace jixiao::authoring
