#pragma once
// What the events of a YAML parser make: a tree, and findings about everything that this house refuses.
// Private to this folder and free of the parser's own types.
#include "engine/configuration/node.hpp"
#include "engine/configuration/text_position.hpp"
#include "engine/configuration/yaml.hpp"

#include <optional>

namespace jixiao::configuration {

/// Thrown inside the parser to leave it at once; its finding has been recorded.
struct StopReading {};

class TreeEvents {
public:
  TreeEvents(TextPosition const& positions, diagnostic::SourceId source, YamlLimits limits)
      : positions_(positions), source_(source), limits_(limits) {}

  /// Where an event happened; both 0-based, the column in bytes.
  struct Mark {
    std::size_t line = 0;
    std::size_t column = 0;
  };

  void begin_document(Mark mark);
  void null(Mark mark);
  void scalar(Mark mark, std::string_view text, bool quoted);
  void begin(NodeKind kind, Mark mark);
  void end();
  void refuse(Mark mark, diagnostic::Code const& code, std::vector<std::string> arguments = {});

  /// The tree, when the document was complete.
  [[nodiscard]] std::optional<Node>& tree() { return tree_; }
  [[nodiscard]] diagnostic::Diagnostics& findings() { return findings_; }

private:
  struct Key {
    std::string text;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };
  struct Frame {
    NodeKind kind = NodeKind::sequence;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::vector<Node> elements;
    std::vector<Node::Entry> entries;
    std::optional<Key> key; ///< of a map: read, its value is awaited
  };

  [[nodiscard]] bool key_awaited() const;
  [[nodiscard]] std::string name_of_place() const;
  void count_node(Mark mark);
  void refuse_at(std::uint32_t line, std::uint32_t column, diagnostic::Code const& code,
                 std::vector<std::string> arguments);
  void refuse_duplicates(std::vector<Node::Entry> const& entries);
  void add(Node node);

  TextPosition const& positions_;
  diagnostic::SourceId source_;
  YamlLimits limits_;
  std::uint32_t documents_ = 0;
  std::uint32_t nodes_ = 0;
  std::vector<Frame> frames_;
  std::optional<Node> tree_;
  diagnostic::Diagnostics findings_;
};

} // namespace jixiao::configuration
