#pragma once
// One loader for each rules file. Private to this folder. They fill `words` as far as they can and append
// what is wrong to `findings`.
#include "engine/vocabulary/words.hpp"

namespace jixiao::vocabulary {

void load_units(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings);
/// The sections of lexicon.yaml that the cell grammar reads with: relations, numerals, words.
void load_grammar_words(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings);
/// Its other sections: columns, fused targets, directions, qualitative marks, levels, name hints.
void load_table_words(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings);
/// Its number_doubts, where it has any; then, when the units are read, what follows from both.
void load_number_doubts(configuration::Node const& root, diagnostic::SourceId source, Words& words,
                        diagnostic::Diagnostics& findings);
void find_least_ratio(Words& words);
void load_taxonomy(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings);

} // namespace jixiao::vocabulary
