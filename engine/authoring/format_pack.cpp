#include "engine/authoring/format_pack.hpp"

#include "engine/authoring/comments.hpp"
#include "engine/authoring/yaml_text.hpp"
#include "engine/configuration/yaml.hpp"

#include <algorithm>
#include <array>
#include <map>
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

/// The line of `left` where the trees part; no value when they say the same.
std::optional<std::uint32_t> parting(Node const& left, Node const& right, bool any_order) {
  if (left.kind() != right.kind() || left.text() != right.text() || left.quoted() != right.quoted()
      || left.elements().size() != right.elements().size()
      || left.entries().size() != right.entries().size()) {
    return left.line();
  }
  for (std::size_t i = 0; i < left.elements().size(); ++i) {
    if (auto const line = parting(left.elements()[i], right.elements()[i], false)) {
      return line;
    }
  }
  for (std::size_t i = 0; i < left.entries().size(); ++i) {
    Node::Entry const& entry = left.entries()[i];
    Node const* const other = any_order                             ? right.find(entry.key)
                              : right.entries()[i].key == entry.key ? &right.entries()[i].value
                                                                    : nullptr;
    if (other == nullptr) {
      return entry.line;
    }
    if (auto const line = parting(entry.value, *other, false)) {
      return line;
    }
  }
  return std::nullopt;
}

/// Writes one text. Comments and empty lines are found again by the lines where they stood.
class Writer {
public:
  Writer(std::string_view text, Node const& tree)
      : source_(text), tree_(tree), comments_(find_comments(text)) {}

  std::string run() {
    auto const file_order = tree_.entries();
    std::vector<Node::Entry const*> const order = in_order(tree_);
    std::uint32_t const end = source_.lines() + 1;
    write_comments(1, file_order.empty() ? 1 : file_order.front().line, 0); // what heads the file stays there
    for (Node::Entry const* const entry : order) {
      auto const at = static_cast<std::size_t>(entry - file_order.data());
      if (at > 0) {
        write_heading(file_order[at - 1], *entry);
      }
      write_entry(*entry, 0);
      write_rest(*entry, at + 1 == file_order.size() ? end : file_order[at + 1].line, entry == order.back());
    }
    if (!file_order.empty()) {
      // What stands in the first column behind everything else ends the file, whichever key comes last.
      std::uint32_t const from = heading_line(source_.last_line(file_order.back().value) + 1, end);
      if (from < end && source_.is_empty(from - 1)) {
        empty_line();
      }
      write_comments(from, end, 0);
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
    if (!out_.empty() && (source_.is_empty(from - 1) || from != entry.line || has_inner_comments(entry))) {
      empty_line();
    }
    write_comments(from, entry.line, 0);
  }

  void write_rest(Node::Entry const& entry, std::uint32_t next, bool is_last) {
    std::uint32_t const from = source_.last_line(entry.value) + 1;
    write_comments(from, heading_line(from, next), is_last ? 0 : 1);
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

  /// The comments behind what stands on the lines from `line` to `last`, and the end of the line written. Of
  /// several entries of one line the last one has its comment.
  void end_line(std::uint32_t line, std::uint32_t last) {
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      Comment const& comment = comments_[i];
      if (comment.alone || comment.line < line || comment.line > last) {
        continue;
      }
      std::string const written = "  " + comment.text;
      if (auto const before = written_.find(i); before != written_.end()) {
        out_.erase(before->second, written.size());
      }
      written_[i] = out_.size();
      out_ += written;
    }
    out_ += '\n';
  }

  [[nodiscard]] bool has_inner_comments(Node::Entry const& entry) const {
    return source_.is_flat(entry.value)
           && std::any_of(comments_.begin(), comments_.end(), [&](Comment const& comment) {
                return comment.alone && comment.line > entry.line && comment.line < entry.value.line();
              });
  }

  /// Comments between a key and a value that comes to stand behind it.
  void write_inner_comments(Node::Entry const& entry, std::size_t depth) {
    if (source_.is_flat(entry.value)) {
      write_comments(entry.line + 1, entry.value.line(), depth);
    }
  }

  void write_entry(Node::Entry const& entry, std::size_t depth) {
    write_inner_comments(entry, depth);
    out_.append(2 * depth, ' ').append(key_text(entry.key)).append(":");
    write_value(entry.value, entry.line, depth);
  }

  /// What follows "key:", to the end of its last line.
  void write_value(Node const& value, std::uint32_t line, std::size_t depth) {
    if (source_.is_flat(value)) {
      out_.append(" ").append(flat_text(value));
      end_line(line, std::max(line, source_.last_line(value)));
      return;
    }
    end_line(line, line);
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
    if (!element.entries().empty()) {
      write_inner_comments(element.entries()[0], depth);
    }
    out_.append(2 * depth, ' ').append("-");
    if (source_.is_flat(element) || element.is_sequence() || element.entries().empty()) {
      write_value(element, element.line(), depth);
      return;
    }
    for (std::size_t i = 0; i < element.entries().size(); ++i) {
      Node::Entry const& entry = element.entries()[i];
      if (i > 0) {
        write_between(source_.last_line(element.entries()[i - 1].value) + 1, entry.line, depth + 1);
        write_inner_comments(entry, depth + 1);
      }
      out_.append(i == 0 ? 1 : 2 * (depth + 1), ' ').append(key_text(entry.key)).append(":");
      write_value(entry.value, entry.line, depth + 1);
    }
  }

  YamlText source_;
  Node const& tree_;
  std::vector<Comment> comments_;
  std::string out_;
  std::map<std::size_t, std::size_t> written_; ///< comments behind something: where they begin in out_
};

/// The line of the first comment of `text` that `result` has lost; no value when it has them all.
std::optional<std::uint32_t> lost_comment(std::string_view text, std::string_view result) {
  std::vector<Comment> kept = find_comments(result);
  for (Comment const& comment : find_comments(text)) {
    auto const found = std::find(kept.begin(), kept.end(), comment);
    if (found == kept.end()) {
      return comment.line;
    }
    kept.erase(found);
  }
  return kept.empty() ? std::nullopt : std::optional(kept.front().line);
}

} // namespace

FormattedPack format_pack(std::string_view text, Node const& tree) {
  std::string result = Writer(text, tree).run();
  auto const again = configuration::parse_yaml(result, {});
  if (!again.value) {
    return {std::nullopt, FormattedPack::Lost::meaning, tree.line()};
  }
  if (auto const line = parting(tree, *again.value, true)) {
    return {std::nullopt, FormattedPack::Lost::meaning, *line};
  }
  if (auto const line = lost_comment(text, result)) {
    return {std::nullopt, FormattedPack::Lost::comment, *line};
  }
  return {std::move(result), FormattedPack::Lost::nothing, 0};
}

} // namespace jixiao::authoring
