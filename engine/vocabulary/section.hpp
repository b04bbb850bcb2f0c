#pragma once
// Reads the nodes of a rules file and says what is wrong with them. Private to this folder.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/vocabulary/word_key.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

using configuration::Node;

/// Words seen so far in one list of words, with the line of each. Some 2,000 words are checked whenever the
/// program starts, so this is a flat table and no node for each word.
class SeenWords {
public:
  /// The line where `text` was seen before; no value, and remembers it, when it is new.
  [[nodiscard]] std::optional<std::uint32_t> add(std::string_view text, std::uint32_t line);

private:
  struct Seen {
    std::string text;
    std::uint32_t line = 0;
  };
  void grow();

  std::vector<Seen> words_;
  std::vector<std::uint32_t> slots_; ///< index into words_ plus 1; a power of two of them
};

/// One file being read. Every function that returns a pointer or `false` has said why.
class Section {
public:
  Section(diagnostic::SourceId source, diagnostic::Diagnostics& findings)
      : source_(source), findings_(findings) {}

  /// Entries of `node` when it is a map; none, and a finding, otherwise. `where` names it in the finding.
  [[nodiscard]] std::span<Node::Entry const> map(Node const& node, std::string_view where);
  /// The same for a map with a fixed set of keys; others are findings.
  [[nodiscard]] bool map_of(Node const& node, std::string_view where,
                            std::initializer_list<std::string_view> keys);
  [[nodiscard]] std::span<Node const> list(Node const& node, std::string_view where);
  /// The text of a scalar that is not blank.
  [[nodiscard]] std::optional<std::string_view> word(Node const& node, std::string_view where);
  /// The value of `key`; a finding at `node` when it is missing.
  [[nodiscard]] Node const* required(Node const& node, std::string_view key, std::string_view where);

  /// Calls `use(word)` for each word of the list `node` that `seen` does not hold yet; repeated words are
  /// findings.
  template <class Use>
  void each_new_word(Node const& node, std::string_view where, SeenWords& seen, Use use) {
    for (Node const& element : list(node, where)) {
      if (std::optional<std::string_view> const text = word(element, where)) {
        if (first_time(*text, element.line(), element.column(), seen)) {
          use(*text);
        }
      }
    }
  }

  /// False, and a finding, when `text` was seen before.
  [[nodiscard]] bool first_time(std::string_view text, std::uint32_t line, std::uint32_t column,
                                SeenWords& seen);

  /// Position of `text` in `names`; a finding that lists them otherwise. `what` says what the names are.
  [[nodiscard]] std::optional<std::size_t> name(std::string_view text, std::uint32_t line,
                                                std::uint32_t column, std::string_view what,
                                                std::span<std::string_view const> names);

  void refuse(Node const& node, diagnostic::Code const& code, std::vector<std::string> arguments);
  void refuse(std::uint32_t line, std::uint32_t column, diagnostic::Code const& code,
              std::vector<std::string> arguments);

private:
  diagnostic::SourceId source_;
  diagnostic::Diagnostics& findings_;
};

} // namespace jixiao::vocabulary
