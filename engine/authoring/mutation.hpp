#pragma once
// What became of the mutants of a pack.
#include "engine/authoring/mutants.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

struct TriedMutant {
  Mutant mutant;
  enum class Outcome : std::uint8_t {
    killed,    ///< a test of the pack fails: somebody would notice
    survived,  ///< all tests hold as before
    explained, ///< the same, and the pack says why
    same,      ///< nobody can notice: see decides_the_same
    refused    ///< the pack does not load with it, or with a warning that it does not have now
  } outcome = Outcome::survived;
  std::string test;            ///< of those killed: the first test that fails; its line when it has no name
  std::uint32_t test_line = 0; ///< of those killed
  std::string reason;          ///< of those explained, as the pack writes it
};

[[nodiscard]] std::string_view name(TriedMutant::Outcome outcome); ///< "killed" ...

/// An entry of `survivors:` in the pack.
struct Explanation {
  std::string of, change, reason;
  diagnostic::Place place;
};

/// An explanation of something that does not survive.
struct StaleExplanation {
  Explanation explanation;
  enum class Why : std::uint8_t {
    gone,   ///< there is no such mutant
    killed, ///< a test notices it by now
    same,   ///< it changes no decision: no explanation is needed
    refused ///< loading says so
  } why = Why::gone;
};

[[nodiscard]] std::string_view name(StaleExplanation::Why why); ///< "gone" ...

struct Mutation {
  std::string pack;
  std::vector<TriedMutant> tried; ///< in the order of the file
  std::vector<StaleExplanation> stale;
  std::vector<std::string> failing; ///< tests that fail without any change: nothing is tried then
  std::size_t todo = 0;             ///< tests that are known not to hold yet, and were left out

  [[nodiscard]] std::size_t count(TriedMutant::Outcome outcome) const;
  /// Those that a test could notice: neither refused nor the same.
  [[nodiscard]] std::size_t noticeable() const;
  /// How many of these are killed: in percent, rounded down; no value when there are none.
  [[nodiscard]] std::optional<std::size_t> percent() const;
};

/// `survivors:` of a pack file that loads.
[[nodiscard]] std::vector<Explanation> explanations_of(configuration::Node const& tree,
                                                       diagnostic::SourceId source);

/// Marks survivors that are explained and lists explanations that do not hold. With `filter` only those whose
/// `of` contains it are looked at.
void explain_survivors(Mutation& mutation, std::vector<Explanation> const& explanations,
                       std::string_view filter);

} // namespace jixiao::authoring
