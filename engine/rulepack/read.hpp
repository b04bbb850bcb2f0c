#pragma once
// Typed access to the tree of a pack file. Whatever is wrong is reported with its place and its path; a
// reader gives no value then and the loading goes on, so that one run shows every mistake.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/number/rational.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::rulepack {

/// The file that is being read.
struct PackText {
  diagnostic::SourceId source = 0;
  std::string_view pack; ///< its id
  diagnostic::Diagnostics& out;

  void report(diagnostic::Code const& code, configuration::Node const& at,
              std::vector<std::string> arguments) const;
};

/// Where a value stands, from the top of the file: "score[2].when". Made into text only for a message.
struct Path {
  std::string_view key;
  Path const* parent = nullptr;
  std::size_t index = 0; ///< 1-based place in the list `key`; 0: not in a list

  [[nodiscard]] std::string text() const;
};

/// "key" of a section, as a path of its own.
[[nodiscard]] inline Path inside(Path const& section, std::string_view key) {
  return {key, &section, 0};
}

/// A map with a fixed set of keys; the others are reported when it is made.
class Fields {
public:
  /// `ok()` is false when `node` is no map. Everything passed must outlive the object.
  Fields(configuration::Node const& node, Path const& path, std::initializer_list<std::string_view> keys,
         PackText const& file);

  [[nodiscard]] bool ok() const { return node_.is_map(); }
  /// The value of `key`, nullptr when the map does not have it.
  [[nodiscard]] configuration::Node const* find(std::string_view key) const { return node_.find(key); }
  /// The same, and a finding when the map does not have it.
  [[nodiscard]] configuration::Node const* need(std::string_view key) const;
  [[nodiscard]] configuration::Node const& node() const { return node_; }
  [[nodiscard]] Path const& path() const { return path_; }
  [[nodiscard]] PackText const& file() const { return file_; }

private:
  configuration::Node const& node_;
  Path const& path_;
  PackText const& file_;
};

/// True when `node` is a list of at most `limit` elements.
[[nodiscard]] bool is_list(configuration::Node const& node, Path const& path, std::size_t limit,
                           PackText const& file);
/// A text that is not empty.
[[nodiscard]] std::optional<std::string> read_text(configuration::Node const& node, Path const& path,
                                                   PackText const& file);
/// A decimal number from `low` to `high`, both included.
[[nodiscard]] std::optional<number::Rational> read_number(configuration::Node const& node, Path const& path,
                                                          number::Rational const& low,
                                                          number::Rational const& high, PackText const& file);
/// A day that exists: 2020-02-25.
[[nodiscard]] std::optional<std::string> read_date(configuration::Node const& node, Path const& path,
                                                   PackText const& file);
/// Small letters, digits, `-` and `_`, at most 64, a letter or digit first.
[[nodiscard]] std::optional<std::string> read_id(configuration::Node const& node, Path const& path,
                                                 PackText const& file);
/// The id of a message that the program has.
[[nodiscard]] std::optional<std::string> read_message(configuration::Node const& node, Path const& path,
                                                      PackText const& file);
/// The position of the node's word in `words`.
[[nodiscard]] std::optional<std::size_t> read_word(configuration::Node const& node, Path const& path,
                                                   std::initializer_list<std::string_view> words,
                                                   PackText const& file);

/// Optional keys: the value of `key` is put into `value` when the map has the key and it can be read.
void read_text_into(std::string& value, Fields const& fields, std::string_view key);
void read_date_into(std::string& value, Fields const& fields, std::string_view key);
void read_id_into(std::string& value, Fields const& fields, std::string_view key);
void read_message_into(std::string& value, Fields const& fields, std::string_view key);
/// `value` becomes the enumerator with the number of the word.
template <class Word>
void read_word_into(Word& value, Fields const& fields, std::string_view key,
                    std::initializer_list<std::string_view> words) {
  if (configuration::Node const* const node = fields.find(key)) {
    if (auto const word = read_word(*node, inside(fields.path(), key), words, fields.file())) {
      value = static_cast<Word>(*word);
    }
  }
}

} // namespace jixiao::rulepack
