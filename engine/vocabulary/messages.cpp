#include "engine/vocabulary/messages.hpp"

#include "engine/configuration/embedded_table.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::vocabulary {
namespace {

using configuration::EmbeddedFile;
using configuration::EmbeddedNode;
using configuration::NodeKind;

constexpr std::string_view folder = "messages/";

/// One entry of the catalogue; views into the program itself.
struct Message {
  std::string_view id, zh, en, hint_zh, hint_en, clause;
};

std::string_view Message::*member(std::string_view key) {
  if (key == "zh") {
    return &Message::zh;
  }
  if (key == "en") {
    return &Message::en;
  }
  if (key == "hint_zh") {
    return &Message::hint_zh;
  }
  if (key == "hint_en") {
    return &Message::hint_en;
  }
  return key == "clause" ? &Message::clause : nullptr;
}

Message read_message(EmbeddedFile const& file, EmbeddedNode const& key, EmbeddedNode const& fields) {
  Message message;
  message.id = file.text(key);
  assert(fields.kind == NodeKind::map);
  for (std::uint32_t i = 0; fields.kind == NodeKind::map && i < fields.size; i += 2) {
    std::string_view Message::*const field = member(file.text(file.nodes[fields.begin + i]));
    EmbeddedNode const& value = file.nodes[fields.begin + i + 1];
    assert(field != nullptr && value.kind == NodeKind::scalar);
    if (field != nullptr && value.kind == NodeKind::scalar) {
      message.*field = file.text(value);
    }
  }
  return message;
}

/// What stands between the braces at the front of a text: "{12}", "{12:prefix}" or "{12|row|rows}". `size` 0:
/// no placeholder.
struct Placeholder {
  std::size_t size = 0;
  std::size_t number = 0;
  std::string_view prefix;
  std::string_view one, many; ///< words for one thing and for several
};

Placeholder placeholder(std::string_view text) {
  Placeholder result;
  std::size_t at = 1;
  for (; at < text.size() && at < 4 && text[at] >= '0' && text[at] <= '9'; ++at) {
    result.number = result.number * 10 + static_cast<std::size_t>(text[at] - '0');
  }
  if (at == 1 || at == text.size() || (text[at] != '}' && text[at] != ':' && text[at] != '|')) {
    return result;
  }
  std::size_t const end = text.find('}', at);
  if (end == std::string_view::npos) {
    return result;
  }
  std::string_view const rest = text.substr(at + 1, end > at ? end - at - 1 : 0);
  if (text[at] == ':') {
    result.prefix = rest;
  } else if (text[at] == '|') {
    std::size_t const bar = std::min(rest.find('|'), rest.size());
    result.one = rest.substr(0, bar);
    result.many = rest.substr(std::min(bar + 1, rest.size()));
  }
  result.size = end + 1;
  return result;
}

} // namespace

struct Messages::Data {
  std::vector<Message> messages; ///< sorted by id

  [[nodiscard]] Message const* find(std::string_view id) const {
    auto const found =
        std::lower_bound(messages.begin(), messages.end(), id,
                         [](Message const& message, std::string_view wanted) { return message.id < wanted; });
    return found != messages.end() && found->id == id ? &*found : nullptr;
  }
};

namespace {

/// `pattern` with its placeholders filled: {n} by argument n, {n:prefix} by the message `prefix_<argument
/// n>`, {n|row|rows} by the word that fits the number.
template <class Lookup>
std::string fill(std::string_view pattern, std::span<std::string const> arguments, Lookup const& word) {
  std::string result;
  result.reserve(pattern.size() + 16 * arguments.size());
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t const brace = std::min(pattern.find('{', at), pattern.size());
    result += pattern.substr(at, brace - at);
    at = brace;
    if (at == pattern.size()) {
      break;
    }
    Placeholder const found = placeholder(pattern.substr(at));
    if (found.size != 0 && found.number < arguments.size()) {
      std::string const& argument = arguments[found.number];
      result += !found.many.empty()    ? (argument == "1" ? found.one : found.many)
                : found.prefix.empty() ? std::string_view(argument)
                                       : word(found.prefix, argument);
      at += found.size;
    } else {
      result += '{';
      at += pattern.substr(at, 2) == "{{" ? 2 : 1;
    }
  }
  return result;
}

} // namespace

Messages::Messages() : data_(std::make_unique<Data>()) {}
Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

std::string Messages::fill_in(std::string_view zh, std::string_view en, Language language,
                              std::span<std::string const> arguments) const {
  return fill(
      language == Language::zh ? zh : en, arguments,
      [&](std::string_view prefix, std::string const& argument) -> std::string_view {
        Message const* const word = data_->find(std::string(prefix) + "_" + argument);
        return word == nullptr ? std::string_view(argument) : language == Language::zh ? word->zh : word->en;
      });
}

std::string Messages::text(std::string_view id, Language language,
                           std::span<std::string const> arguments) const {
  if (Message const* const message = data_->find(id)) {
    return fill_in(message->zh, message->en, language, arguments);
  }
  std::string result(id);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    result += i == 0 ? ": " : ", ";
    result += arguments[i];
  }
  return result;
}

std::string Messages::hint(std::string_view id, Language language,
                           std::span<std::string const> arguments) const {
  Message const* const message = data_->find(id);
  return message == nullptr ? std::string{}
                            : fill_in(message->hint_zh, message->hint_en, language, arguments);
}

std::string_view Messages::clause(std::string_view id) const {
  Message const* const message = data_->find(id);
  return message == nullptr ? std::string_view{} : message->clause;
}

bool Messages::contains(std::string_view id) const {
  return data_->find(id) != nullptr;
}

std::vector<std::string_view> Messages::ids() const {
  std::vector<std::string_view> result;
  for (Message const& message : data_->messages) {
    result.push_back(message.id);
  }
  return result;
}

Messages Messages::embedded() {
  Messages result;
  std::vector<Message>& messages = result.data_->messages;
  for (EmbeddedFile const& file : configuration::embedded_files()) {
    EmbeddedNode const& root = file.nodes.front();
    if (file.name.substr(0, folder.size()) == folder && root.kind == NodeKind::map) {
      for (std::uint32_t i = 0; i < root.size; i += 2) {
        messages.push_back(read_message(file, file.nodes[root.begin + i], file.nodes[root.begin + i + 1]));
      }
    }
  }
  std::sort(messages.begin(), messages.end(),
            [](Message const& left, Message const& right) { return left.id < right.id; });
  assert(std::adjacent_find(messages.begin(), messages.end(),
                            [](Message const& left, Message const& right) { return left.id == right.id; })
         == messages.end());
  return result;
}

} // namespace jixiao::vocabulary
