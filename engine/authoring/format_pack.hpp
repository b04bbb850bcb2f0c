#pragma once
// The one form in which rule packs are kept: so that two authors' files differ only where the rules do.
#include "engine/configuration/node.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::authoring {

struct FormattedPack {
  std::optional<std::string> text; ///< no value where something would be lost: the text is left alone
  enum class Lost : std::uint8_t { nothing, comment, meaning } lost = Lost::nothing;
  std::uint32_t line = 0; ///< of what would be lost
};

/// `text`, whose tree is `tree`, in the canonical form:
/// - the keys of a pack in one order, from what it is to its tests; all other orders are kept;
/// - two blanks for each level; one blank behind ':' and ',' and none inside braces; quotes are double;
/// - what stood in braces on one line stays there, everything else takes lines of its own;
/// - a text over several lines becomes one quoted line;
/// - comments stay above or behind what they stood at, two blanks behind a value; one empty line at most.
/// - a comment between a key and what comes to stand behind it goes above the key.
/// The result has the same tree but for the order of the pack's keys, and every comment; it is its own
/// canonical form.
[[nodiscard]] FormattedPack format_pack(std::string_view text, configuration::Node const& tree);

} // namespace jixiao::authoring
