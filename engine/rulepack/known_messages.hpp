#pragma once
// The messages that the program has, for packs that name one: `finding` of a rule, `findings` of a test,
// `question` of a class of evidence. Private to this folder.
#include <string>
#include <string_view>

namespace jixiao::rulepack {

[[nodiscard]] bool is_message(std::string_view id);

/// The ids that look most like `id` (at most three); when none does, all that rules can name.
[[nodiscard]] std::string messages_like(std::string_view id);

} // namespace jixiao::rulepack
