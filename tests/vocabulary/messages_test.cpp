// The catalogue: every entry complete and well-formed, every code of these modules in it, and how it is
// filled.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/findings.hpp"
#include "engine/vocabulary/findings.hpp"
#include "engine/vocabulary/messages.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace jixiao;
using vocabulary::Language;
using vocabulary::Messages;

namespace {

/// Numbers of the placeholders in `text`; a brace that is neither `{n}` nor doubled counts as 999.
std::set<unsigned> placeholders(std::string_view text) {
  std::set<unsigned> numbers;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
    if (text.substr(at, 2) == "{{") {
      at += 2;
      continue;
    }
    std::size_t const end = text.find('}', at);
    std::string inside(text.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1));
    inside = inside.substr(0, inside.find_first_of(":|")); // {1:dimension}, {1|row|rows}: words for it
    bool const number = !inside.empty() && inside.find_first_not_of("0123456789") == std::string::npos;
    numbers.insert(number ? static_cast<unsigned>(std::stoul(inside)) : 999);
    ++at;
  }
  return numbers;
}

} // namespace

TEST_CASE("every message is complete in both languages", "[vocabulary]") {
  std::set<std::string> ids;
  for (std::string_view const name : configuration::embedded_names()) {
    if (name.substr(0, 9) != "messages/") {
      continue;
    }
    auto const tree = configuration::embedded_tree(name);
    REQUIRE(tree->is_map());
    for (auto const& entry : tree->entries()) {
      INFO(name << ":" << entry.line << " " << entry.key);
      CHECK(ids.insert(entry.key).second);
      CHECK(entry.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
      REQUIRE(entry.value.is_map());
      for (auto const& field : entry.value.entries()) {
        INFO(field.key);
        bool const known = field.key == "zh" || field.key == "en" || field.key == "hint_zh"
                           || field.key == "hint_en" || field.key == "clause";
        CHECK(known);
        CHECK(field.value.is_scalar());
        CHECK_FALSE(field.value.text().empty());
        CHECK(placeholders(field.value.text()).count(999) == 0);
      }
      auto const* const zh = entry.value.find("zh");
      auto const* const en = entry.value.find("en");
      REQUIRE(zh != nullptr);
      REQUIRE(en != nullptr);
      CHECK(placeholders(zh->text()) == placeholders(en->text()));
      CHECK((entry.value.find("hint_zh") == nullptr) == (entry.value.find("hint_en") == nullptr));
    }
  }
  CHECK(ids.size() == Messages::embedded().ids().size());
}

TEST_CASE("every code of configuration and vocabulary has its message and hint", "[vocabulary]") {
  namespace cf = configuration::findings;
  namespace vf = vocabulary::findings;
  Messages const messages = Messages::embedded();
  for (diagnostic::Code const& code : {cf::yaml_not_utf8,
                                       cf::yaml_syntax,
                                       cf::yaml_null_value,
                                       cf::yaml_empty_key,
                                       cf::yaml_complex_key,
                                       cf::yaml_duplicate_key,
                                       cf::yaml_alias,
                                       cf::yaml_tag,
                                       cf::yaml_several_documents,
                                       cf::yaml_empty_document,
                                       cf::yaml_control_character,
                                       cf::yaml_limit,
                                       vf::vocabulary_not_a_map,
                                       vf::vocabulary_not_a_list,
                                       vf::vocabulary_not_a_word,
                                       vf::vocabulary_unknown_key,
                                       vf::vocabulary_missing_key,
                                       vf::vocabulary_duplicate_word,
                                       vf::vocabulary_unknown_name,
                                       vf::vocabulary_bad_scale,
                                       vf::vocabulary_bad_border,
                                       vf::vocabulary_bad_number,
                                       vf::vocabulary_unknown_unit,
                                       vf::vocabulary_missing_unit,
                                       vf::vocabulary_level_conflict}) {
    INFO(code.id);
    CHECK(messages.contains(code.id));
    CHECK_FALSE(messages.hint(code.id, Language::zh).empty());
    CHECK_FALSE(messages.hint(code.id, Language::en).empty());
  }
}

TEST_CASE("placeholders are filled", "[vocabulary]") {
  Messages const messages = Messages::embedded();
  std::vector<std::string> const arguments{"权重", "12"};
  CHECK(messages.text("yaml_duplicate_key", Language::zh, arguments)
        == "「权重」重复出现，第 12 行已经写过。");
  CHECK(messages.text("yaml_duplicate_key", Language::en, arguments)
        == "\"权重\" is given twice; it stands in line 12 already.");
  // An argument is text: braces in it are not filled again.
  std::vector<std::string> const braces{"{1}", "{0}"};
  CHECK(messages.text("yaml_duplicate_key", Language::en, braces)
        == "\"{1}\" is given twice; it stands in line {0} already.");
  CHECK(messages.hint("yaml_complex_key", Language::en)
        == "A key is one word; put a key that begins with '[' or '{' into quotes.");
  // An argument that is missing leaves its placeholder to be seen.
  CHECK(messages.text("yaml_syntax", Language::en) == "This is no valid YAML: {0}.");
}

TEST_CASE("one thing and several have their own words", "[vocabulary]") {
  Messages const messages = Messages::embedded();
  std::vector<std::string> const one{"1"}, several{"21"}, none{"0"};
  CHECK(messages.text("hidden_rows", Language::en, one)
        == "1 row is hidden or filtered out; it was read all the same.");
  CHECK(messages.text("hidden_rows", Language::en, several)
        == "21 rows are hidden or filtered out; they were read all the same.");
  CHECK(messages.text("hidden_rows", Language::en, none)
        == "0 rows are hidden or filtered out; they were read all the same.");
}

TEST_CASE("an unknown id is its own text", "[vocabulary]") {
  Messages const messages = Messages::embedded();
  std::vector<std::string> const arguments{"a", "b"};
  CHECK(messages.text("no_such_code", Language::zh, arguments) == "no_such_code: a, b");
  CHECK(messages.text("no_such_code", Language::en) == "no_such_code");
  CHECK(messages.hint("no_such_code", Language::zh).empty());
  CHECK(messages.clause("no_such_code").empty());
  CHECK_FALSE(messages.contains("no_such_code"));
  CHECK_FALSE(messages.contains(""));
}

TEST_CASE("ids are sorted", "[vocabulary]") {
  Messages const messages = Messages::embedded();
  auto const ids = messages.ids();
  CHECK(ids.size() > 20);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("a word of the engine is shown in the reader's language") {
  Messages const messages = Messages::embedded();
  std::vector<std::string> const known{"万", "count"}, unknown{"万", "no-such-dimension"};
  CHECK(messages.text("scale_word_alone", Language::zh, known) == "「万」后面没有单位，按数量读。");
  CHECK(messages.text("scale_word_alone", Language::en, known)
        == "\"万\" stands without a unit and is read as a count.");
  CHECK(messages.text("scale_word_alone", Language::zh, unknown)
        == "「万」后面没有单位，按no-such-dimension读。");
}
