#pragma once
// Answers in words, which a large table repeats: what holding them against a row finds out is remembered.
#include "engine/lowering/memo.hpp"
#include "engine/lowering/opposite.hpp"

#include <string_view>

namespace jixiao::lowering {

class WordAnswers {
public:
  WordAnswers();

  /// As lowering::says_opposite.
  [[nodiscard]] bool says_opposite(Asked const& asked, Part const& answer, RowWords const& words);
  /// As lowering::repeats.
  [[nodiscard]] bool repeats(std::string_view answer, std::string_view name);

private:
  Memo<bool const, 6> opposites_;
  Memo<bool const, 2> suspects_; ///< what may_say_opposite says
  Memo<bool const, 2> repetitions_;
};

} // namespace jixiao::lowering
