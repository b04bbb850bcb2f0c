#include "engine/lowering/compare.hpp"
#include "engine/lowering/compare_numbers.hpp"

#include <cstddef>

namespace jixiao::lowering {

using model::Comparison;

void ask_for_parts(CompareContext const& context, std::vector<Answer> const& answers,
                   std::vector<Comparison>& comparisons) {
  constexpr std::size_t longest = 54; // bytes that pages show whole; of longer words the numbers alone
  std::vector<Asked> const& asked = context.target.asked;
  std::string texts, numbers;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].part == nullptr && asked[i].is_number() && !asked[i].not_due) {
      char const* const between = open.empty() ? "" : " / ";
      texts += between + asked[i].reading->text;
      numbers += between + printed_number(*asked[i].reading, context.measure_text);
      open.push_back(i);
    }
  }
  for (std::size_t i = 0; open.size() > 1 && i < open.size(); ++i) {
    comparisons[open[i]].question = {"ask_parts",
                                     {std::string(context.name), texts.size() > longest ? numbers : texts}};
  }
}

} // namespace jixiao::lowering
