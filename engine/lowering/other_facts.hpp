#pragma once
// The facts of answers that are no numbers: dates, levels, words.
#include "engine/lowering/target.hpp"
#include "engine/model/facts.hpp"

namespace jixiao::lowering {

/// A date or period held against a deadline or period. `days` are those of the answer, with their year.
void add_time_facts(DaySpan asked, DaySpan days, model::Facts& facts);

/// The days that an answer stands for: a day, or the whole month or year that it names.
[[nodiscard]] DaySpan days_of_answer(Part const& answer, std::int32_t year);

/// A level held against a level, or standing alone beside prose. True when a scale decides it. `answer` is
/// the level word, or the words by which the declared scale describes a level.
bool add_level_facts(Asked const& asked, std::string_view answer, NameMeaning const& name,
                     vocabulary::Vocabulary const& vocabulary, model::Facts& facts);

/// The levels that answer a target, best first. A name declares them; else those of the common scales that
/// hold `wanted`, the level asked for, one spelling each. Empty when neither says any.
[[nodiscard]] std::string levels_declared(NameMeaning const& name);
[[nodiscard]] std::string levels_beside(std::string const& wanted, vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
