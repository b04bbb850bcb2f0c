#include "engine/configuration/yaml.hpp"

#include "engine/configuration/findings.hpp"
#include "engine/configuration/tree_events.hpp"
#include "grammar/text.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <tuple>

namespace jixiao::configuration {
namespace {

TreeEvents::Mark place_of(YAML::Mark const& mark) {
  return {static_cast<std::size_t>(std::max(mark.line, 0)),
          static_cast<std::size_t>(std::max(mark.column, 0))};
}

/// True when the quoted text that begins at `begin` of `text` has its closing quote. The parser takes the end
/// of the file for one, and would make the rest of the file one word.
bool is_closed(std::string_view text, std::size_t begin) {
  char const quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      bool const doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) {
        return true;
      }
      ++at;
    }
  }
  return false;
}

/// Hands the parser's events on, without its types.
class Events : public YAML::EventHandler {
public:
  Events(std::string_view text, TextPosition const& positions, TreeEvents& tree)
      : text_(text), positions_(positions), tree_(tree) {}

  void OnDocumentStart(YAML::Mark const& mark) override { tree_.begin_document(place_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    tree_.null(place_of(mark));
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override {
    tree_.refuse(place_of(mark), findings::yaml_alias);
    tree_.scalar(place_of(mark), "*", false);
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    refuse_open_quote(mark);
    tree_.scalar(place_of(mark), value, tag == quoted_tag);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    tree_.begin(NodeKind::sequence, place_of(mark));
  }
  void OnSequenceEnd() override { tree_.end(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    tree_.begin(NodeKind::map, place_of(mark));
  }
  void OnMapEnd() override { tree_.end(); }

private:
  // What the parser reports for nodes without a tag: plain ones, and quoted scalars.
  static constexpr std::string_view plain_tag = "?";
  static constexpr std::string_view quoted_tag = "!";

  void refuse_anchor(YAML::Mark const& mark, YAML::anchor_t anchor) {
    if (anchor != 0) {
      tree_.refuse(place_of(mark), findings::yaml_alias);
    }
  }
  void refuse_tag(YAML::Mark const& mark, std::string const& tag) {
    if (tag != plain_tag && tag != quoted_tag && !tag.empty()) {
      tree_.refuse(place_of(mark), findings::yaml_tag, {tag});
    }
  }

  void refuse_open_quote(YAML::Mark const& mark) {
    TreeEvents::Mark const place = place_of(mark);
    std::size_t const begin = positions_.offset(place.line, place.column);
    bool const quoted = begin < text_.size() && (text_[begin] == '"' || text_[begin] == '\'');
    if (quoted && !is_closed(text_, begin)) {
      tree_.refuse(place, findings::yaml_syntax, {"quoted text is not closed"});
      throw StopReading{}; // the rest of the file stands inside the quotes
    }
  }

  std::string_view text_;
  TextPosition const& positions_;
  TreeEvents& tree_;
};

/// Offset of the first control character that YAML forbids. The parser itself takes U+0004 for the end of
/// the text and U+0000 for a sign of UTF-32, and would drop what follows.
std::size_t find_control_character(std::string_view text) {
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(),
                                               [](char c) {
                                                 auto const byte = static_cast<unsigned char>(c);
                                                 return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t')
                                                        || byte == 0x7F;
                                               })
                                  - text.begin());
}

std::string code_point_name(char c) {
  constexpr char const* digits = "0123456789ABCDEF";
  auto const byte = static_cast<unsigned char>(c);
  return std::string("U+00") + digits[byte >> 4u] + digits[byte & 0xFu];
}

void read_documents(std::string_view text, TextPosition const& positions, TreeEvents& tree) {
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    Events events(text, positions, tree);
    while (parser.HandleNextDocument(events)) {
    }
    if (!tree.tree() && tree.findings().empty()) {
      tree.refuse({0, 0}, findings::yaml_empty_document);
    }
  } catch (StopReading const&) {
    // recorded by whoever threw it
  } catch (YAML::Exception const& error) {
    tree.refuse(place_of(error.mark), findings::yaml_syntax, {error.msg});
  }
}

} // namespace

diagnostic::Outcome<Node> parse_yaml(std::string_view text, diagnostic::SourceId source, YamlLimits limits) {
  diagnostic::Outcome<Node> result;
  if (text.size() > limits.bytes) {
    result.diagnostics.push_back(diagnostic::make(findings::yaml_limit, {source, 1, 1, 0, 0},
                                                  {"bytes", std::to_string(limits.bytes)}));
    return result;
  }
  if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    text.remove_prefix(3);
  }
  if (!grammar::is_utf8(text)) {
    result.diagnostics.push_back(diagnostic::make(findings::yaml_not_utf8, {source, 0, 0, 0, 0}));
    return result;
  }
  TextPosition const positions(text);
  TreeEvents tree(positions, source, limits);
  std::size_t const control = find_control_character(text);
  if (control < text.size()) {
    std::size_t const line = positions.line_of(control);
    tree.refuse({line, control - positions.line_start(line)}, findings::yaml_control_character,
                {code_point_name(text[control])});
  } else {
    read_documents(text, positions, tree);
  }
  result.diagnostics = std::move(tree.findings());
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                   [](diagnostic::Diagnostic const& left, diagnostic::Diagnostic const& right) {
                     return std::tie(left.where.row, left.where.column)
                            < std::tie(right.where.row, right.where.column);
                   });
  if (result.diagnostics.empty()) {
    result.value = std::move(tree.tree());
  }
  return result;
}

} // namespace jixiao::configuration
