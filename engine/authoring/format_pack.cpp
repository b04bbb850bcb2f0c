#include "engine/authoring/format_pack.hpp"

#include "engine/authoring/comments.hpp"
#include "engine/authoring/yaml_text.hpp"
#include "engine/configuration/yaml.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao::authoring {

using configuration::Node;

namespace {

/// From what a pack is, over what it says, to how that is tested. Keys that do not stand here come before the
/// tests.
constexpr std::array<std::string_view, 23> key_order{
    "pack",      "title",      "source",   "effective", "region",    "subject",
    "extends",   "confidence", "inputs",   "weights",   "rounding",  "digit_slip_ratio",
    "limits",    "grades",     "tiers",    "basis",     "caps",      "department",
    "execution", "score",      "evidence", "checks",    "monitoring"};

std::size_t rank_of(std::string_view key) {
  auto const found = std::find(key_order.begin(), key_order.end(), key);
  auto const rank = static_cast<std::size_t>(found - key_order.begin());
  constexpr std::array<std::string_view, 3> last{"tests", "survivors", "unreached"};
  auto const behind = std::find(last.begin(), last.end(), key);
  return behind == last.end() ? rank : key_order.size() + 1 + static_cast<std::size_t>(behind - last.begin());
}

/// The entries of the outermost map, each with its place in the file.
std::vector<Node::Entry const*> in_order(Node const& tree) {
  std::vector<Node::Entry const*> result;
  for (Node::Entry const& entry : tree.entries()) {
    result.push_back(&entry);
  }
  if (tree.find("pack") != nullptr) {
    std::stable_sort(result.begin(), result.end(), [](Node::Entry const* left, Node::Entry const* right) {
      return rank_of(left->key) < rank_of(right->key);
    });
  }
  return result;
}

bool same_tree(Node const& left, Node const& right, bool any_order) {
  if (left.kind() != right.kind() || left.text() != right.text() || left.quoted() != right.quoted()
      || left.elements().size() != right.elements().size()
      || left.entries().size() != right.entries().size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.elements().size(); ++i) {
    if (!same_tree(left.elements()[i], right.elements()[i], false)) {
      return false;
    }
  }
  for (std::size_t i = 0; i < left.entries().size(); ++i) {
    Node::Entry const& entry = left.entries()[i];
    Node const* const other = any_order                             ? right.find(entry.key)
                              : right.entries()[i].key == entry.key ? &right.entries()[i].value
                                                                    : nullptr;
    if (other == nullptr || !same_tree(entry.value, *other, false)) {
      return false;
    }
  }
  return true;
}

/// Writes one text. Comments and empty lines are found again by the lines where they stood.
class Writer {
public:
  Writer(std::string_view text, Node const& tree)
      : source_(text), tree_(tree), comments_(find_comments(text)) {}

  std::string run() {
    auto const file_order = tree_.entries();
    write_comments(1, file_order.empty() ? 1 : file_order.front().line, 0); // what heads the file stays there
    for (Node::Entry const* const entry : in_order(tree_)) {
      auto const at = static_cast<std::size_t>(entry - file_order.data());
      if (at > 0) {
        write_heading(file_order[at - 1], *entry);
      }
      write_entry(*entry, 0);
      write_rest(*entry, at + 1 == file_order.size() ? source_.lines() + 1 : file_order[at + 1].line);
    }
    return std::move(out_);
  }

private:
  /// The comments that stand in the first column above an entry of the outermost map are its own; those that
  /// are indented belong to what stands above them.
  [[nodiscard]] std::uint32_t heading_line(std::uint32_t from, std::uint32_t next) const {
    std::uint32_t line = next;
    for (auto comment = comments_.rbegin(); comment != comments_.rend() && comment->line >= from; ++comment) {
      if (comment->line < next && comment->indented) {
        break;
      }
      line = comment->line < next && comment->alone ? comment->line : line;
    }
    return line;
  }

  void write_heading(Node::Entry const& above, Node::Entry const& entry) {
    std::uint32_t const from = heading_line(source_.last_line(above.value) + 1, entry.line);
    if (!out_.empty() && (source_.is_empty(from - 1) || from != entry.line)) {
      empty_line();
    }
    write_comments(from, entry.line, 0);
  }

  void write_rest(Node::Entry const& entry, std::uint32_t next) {
    std::uint32_t const from = source_.last_line(entry.value) + 1;
    bool const last = next > source_.lines();
    write_comments(from, last ? next : heading_line(from, next), last ? 0 : 1);
  }

  void empty_line() {
    if (!out_.empty() && (out_.size() < 2 || out_.substr(out_.size() - 2) != "\n\n")) {
      out_ += '\n';
    }
  }

  /// Comments on lines of their own, from `from` up to but not including `to`.
  void write_comments(std::uint32_t from, std::uint32_t to, std::size_t depth) {
    for (Comment const& comment : comments_) {
      if (comment.alone && comment.line >= from && comment.line < to) {
        if (comment.line > from && source_.is_empty(comment.line - 1)) {
          empty_line();
        }
        out_.append(2 * depth, ' ').append(comment.text).append("\n");
        if (source_.is_empty(comment.line + 1) && comment.line + 1 < to) {
          empty_line();
        }
      }
    }
  }

  /// The comment behind what stands on `line`, and the end of the line written.
  void end_line(std::uint32_t line) {
    for (Comment const& comment : comments_) {
      if (!comment.alone && comment.line == line) {
        out_.append("  ").append(comment.text);
      }
    }
    out_ += '\n';
  }

  void write_entry(Node::Entry const& entry, std::size_t depth) {
    out_.append(2 * depth, ' ').append(key_text(entry.key)).append(":");
    write_value(entry.value, entry.line, depth);
  }

  /// What follows "key:", to the end of its last line.
  void write_value(Node const& value, std::uint32_t line, std::size_t depth) {
    if (source_.is_flat(value)) {
      out_.append(" ").append(flat_text(value));
      end_line(source_.last_line(value));
      return;
    }
    end_line(line);
    write_block(value, depth + 1, line + 1);
  }

  /// A map or list on lines of its own; `from`: the line behind what introduces it.
  void write_block(Node const& value, std::size_t depth, std::uint32_t from) {
    for (std::size_t i = 0; i < value.entries().size(); ++i) {
      Node::Entry const& entry = value.entries()[i];
      write_between(from, entry.line, depth);
      write_entry(entry, depth);
      from = source_.last_line(entry.value) + 1;
    }
    for (std::size_t i = 0; i < value.elements().size(); ++i) {
      Node const& element = value.elements()[i];
      write_between(from, element.line(), depth);
      write_element(element, depth);
      from = source_.last_line(element) + 1;
    }
  }

  void write_between(std::uint32_t from, std::uint32_t to, std::size_t depth) {
    if (from < to && source_.is_empty(from)) {
      empty_line();
    }
    write_comments(from, to, depth);
    if (from < to && source_.is_empty(to - 1)) {
      empty_line();
    }
  }

  void write_element(Node const& element, std::size_t depth) {
    out_.append(2 * depth, ' ').append("-");
    if (source_.is_flat(element) || element.is_sequence() || element.entries().empty()) {
      write_value(element, element.line(), depth);
      return;
    }
    for (std::size_t i = 0; i < element.entries().size(); ++i) {
      Node::Entry const& entry = element.entries()[i];
      if (i > 0) {
        write_between(source_.last_line(element.entries()[i - 1].value) + 1, entry.line, depth + 1);
      }
      out_.append(i == 0 ? 1 : 2 * (depth + 1), ' ').append(key_text(entry.key)).append(":");
      write_value(entry.value, entry.line, depth + 1);
    }
  }

  YamlText source_;
  Node const& tree_;
  std::vector<Comment> comments_;
  std::string out_;
};

bool same_comments(std::string_view left, std::string_view right) {
  auto const sorted = [](std::string_view text) {
    std::vector<std::string> texts;
    for (Comment& comment : find_comments(text)) {
      texts.push_back(std::move(comment.text));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  return sorted(left) == sorted(right);
}

} // namespace

std::optional<std::string> format_pack(std::string_view text, Node const& tree) {
  std::string result = Writer(text, tree).run();
  auto const again = configuration::parse_yaml(result, {});
  bool const kept = again.value && same_tree(tree, *again.value, true) && same_comments(text, result);
  return kept ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace jixiao::authoring
