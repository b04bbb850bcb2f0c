#pragma once
// A YAML text as a checked tree with positions. Everything that reads rules, judgements or messages reads
// this type, whether the text came from a file (parse_yaml) or was compiled into the program (embedded.hpp):
// one loader, and no YAML parsing at start-up.
#include "engine/diagnostic/diagnostic.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::configuration {

enum class NodeKind : std::uint8_t { scalar, sequence, map };

/// One node. Maps keep the order of the file. Keys are unique and not empty: the parser refused everything
/// else.
class Node {
public:
  struct Entry;

  Node() = default;

  [[nodiscard]] NodeKind kind() const { return kind_; }
  [[nodiscard]] bool is_scalar() const { return kind_ == NodeKind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind_ == NodeKind::sequence; }
  [[nodiscard]] bool is_map() const { return kind_ == NodeKind::map; }

  /// Text of a scalar exactly as written ("0.10" keeps its zero); empty for other kinds.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// True for a quoted scalar: "true" and true are told apart.
  [[nodiscard]] bool quoted() const { return quoted_; }
  /// Elements of a sequence; empty for other kinds.
  [[nodiscard]] std::span<Node const> elements() const { return elements_; }
  /// Entries of a map in file order; empty for other kinds.
  [[nodiscard]] std::span<Entry const> entries() const;
  /// The value of `key`, or nullptr.
  [[nodiscard]] Node const* find(std::string_view key) const;

  /// Where the node begins: line and column are 1-based, the column counts characters.
  [[nodiscard]] std::uint32_t line() const { return line_; }
  [[nodiscard]] std::uint32_t column() const { return column_; }
  /// The same as a Place of `source` (row = line).
  [[nodiscard]] diagnostic::Place place(diagnostic::SourceId source) const;

private:
  friend class NodeBuilder;
  NodeKind kind_ = NodeKind::scalar;
  bool quoted_ = false;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
  std::string text_;
  std::vector<Node> elements_;
  std::vector<Entry> entries_;
};

struct Node::Entry {
  std::string key;
  Node value;
  std::uint32_t line = 0;   ///< of the key
  std::uint32_t column = 0; ///< of the key, in characters
};

} // namespace jixiao::configuration
