// How findings speak: whole sentences in both languages, and no Chinese in English but what is quoted.
#include "engine/vocabulary/messages.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace jixiao;
using vocabulary::Language;
using vocabulary::Messages;

namespace {

bool ends_sentence(std::string const& text, std::set<std::string> const& marks) {
  for (std::string const& mark : marks) {
    if (text.size() >= mark.size() && text.compare(text.size() - mark.size(), mark.size(), mark) == 0) {
      return true;
    }
  }
  return false;
}

/// A list at the end, "...: {0}", brings its own punctuation.
bool ends_in_list(std::string const& text) {
  return text.size() > 3 && text.back() == '}';
}

/// A Chinese character or one of its brackets: U+3000 to U+9FFF in three bytes.
bool holds_chinese(std::string const& text) {
  for (unsigned char const c : text) {
    if (c >= 0xE3 && c <= 0xE9) {
      return true;
    }
  }
  return false;
}

} // namespace

TEST_CASE("findings and hints are whole sentences") {
  Messages const messages = Messages::embedded();
  std::size_t seen = 0;
  for (std::string_view id : messages.ids()) {
    if (messages.hint(id, Language::zh).empty()) {
      continue;
    }
    ++seen;
    INFO(id);
    for (std::string const& zh : {messages.text(id, Language::zh), messages.hint(id, Language::zh)}) {
      CHECK((ends_sentence(zh, {"。", "！", "？"}) || ends_in_list(zh)));
    }
    for (std::string const& en : {messages.text(id, Language::en), messages.hint(id, Language::en)}) {
      CHECK((ends_sentence(en, {".", "!", "?"}) || ends_in_list(en)));
      CHECK(!(en[0] >= 'a' && en[0] <= 'z' && en.compare(0, 6, "jixiao") != 0));
    }
  }
  CHECK(seen > 150);
}

TEST_CASE("English holds no Chinese but words that are to be typed") {
  // Heads of columns and ways to write a cell: these the reader must type in Chinese.
  std::set<std::string, std::less<>> const typed = {"number_beyond_limits", "number_indefinite",
                                                    "date_month_assumed", "header_without_name"};
  Messages const messages = Messages::embedded();
  for (std::string_view id : messages.ids()) {
    INFO(id << ": " << messages.text(id, Language::en) << " " << messages.hint(id, Language::en));
    bool const allowed = typed.count(id) == 1 || id.substr(0, 9) == "template_";
    CHECK((allowed
           || !(holds_chinese(messages.text(id, Language::en))
                || holds_chinese(messages.hint(id, Language::en)))));
  }
}

TEST_CASE("the terms of the glossary are used throughout") {
  Messages const messages = Messages::embedded();
  for (std::string_view id : messages.ids()) {
    std::string const text = messages.text(id, Language::zh) + messages.hint(id, Language::zh);
    INFO(id << ": " << text);
    CHECK(text.find("判断文件") == std::string::npos); // the file of judgements is 判定文件
  }
}
