#pragma once
#include "engine/configuration/embedded.hpp"
#include "engine/vocabulary/vocabulary.hpp"

namespace jixiao::test {

/// The three compiled-in files as the program loads them.
inline diagnostic::Outcome<vocabulary::Vocabulary> load_embedded() {
  using configuration::embedded_tree;
  return vocabulary::load_vocabulary({embedded_tree("units.yaml").value(), 1},
                                     {embedded_tree("lexicon.yaml").value(), 2},
                                     {embedded_tree("taxonomy.yaml").value(), 3});
}

inline vocabulary::Vocabulary const& embedded_vocabulary() {
  static vocabulary::Vocabulary const words = std::move(load_embedded().value.value());
  return words;
}

} // namespace jixiao::test
