// Scales declared inside an indicator's name. A level and its description stand on the two sides of a colon;
// which side is which is the same for the whole declaration.
#include "grammar/scale.hpp"

#include "grammar/detail/character.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <cstddef>

namespace jixiao::grammar {

namespace {

using detail::Cursor;
using detail::MarkKind;

struct Colon {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A level and where its description stands.
struct Definition {
  std::string_view level;
  std::size_t begin = 0; ///< of level and description together
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
};

class ScaleReader {
public:
  ScaleReader(std::string_view name, Lexicon const& lexicon) : name_(name) {
    for (ClassWord const& word : lexicon.words) {
      if (word.word_class == WordClass::level && !word.text.empty()) {
        levels_.push_back(word.text);
      }
    }
  }

  ScaleTree read() {
    find_colons();
    std::vector<Definition> definitions = levels_first();
    if (definitions.size() < 2) {
      definitions = levels_last();
    }
    ScaleTree tree;
    if (definitions.size() < 2) {
      return tree;
    }
    for (Definition const& definition : definitions) {
      std::string_view const text =
          name_.substr(definition.text_begin, definition.text_end - definition.text_begin);
      tree.duplicate =
          tree.duplicate || std::any_of(tree.levels.begin(), tree.levels.end(), [&](ScaleLevel const& other) {
            return other.level == definition.level;
          });
      tree.levels.push_back({std::string(definition.level), std::string(text)});
    }
    tree.span = {static_cast<std::uint32_t>(open_bracket(definitions.front().begin)),
                 static_cast<std::uint32_t>(end_)};
    return tree;
  }

private:
  [[nodiscard]] detail::MarkHit mark(std::size_t at) const {
    return detail::mark_at(name_.data() + at, name_.data() + name_.size());
  }
  [[nodiscard]] bool is_separator(std::size_t at) const {
    MarkKind const kind = mark(at).kind;
    return kind == MarkKind::sentence || kind == MarkKind::clause || kind == MarkKind::list;
  }
  /// Start of the character in front of `at`; `at` itself at the front.
  [[nodiscard]] std::size_t previous(std::size_t at) const {
    std::size_t back = at;
    while (back > 0 && (static_cast<std::uint8_t>(name_[--back]) & 0xC0U) == 0x80U) {
    }
    return back;
  }
  [[nodiscard]] std::size_t skip_back(std::size_t at) const {
    while (at > 0 && blank_length(name_.substr(previous(at))) != 0) {
      at = previous(at);
    }
    return at;
  }
  [[nodiscard]] std::size_t skip(std::size_t at) const { return at + blank_length(name_.substr(at)); }

  void find_colons() {
    for (std::size_t at = 0; at < name_.size(); ++at) {
      std::size_t const length = detail::either_width(name_.data() + at, name_.data() + name_.size(), ':');
      if (length != 0) {
        colons_.push_back({at, at + length});
        at += length - 1;
      }
    }
  }

  /// "high: ...": the longest level that ends in front of the colon and begins a phrase.
  [[nodiscard]] std::string_view level_before(Colon const& colon) const {
    std::size_t const end = skip_back(colon.begin);
    std::string_view const front = name_.substr(0, end);
    std::string_view best;
    for (std::string_view const level : levels_) {
      if (level.size() <= best.size() || front.size() < level.size()
          || front.substr(front.size() - level.size()) != level) {
        continue;
      }
      std::size_t const begin = skip_back(end - level.size());
      if (begin == 0 || mark(previous(begin)).kind != MarkKind::none || begin != end - level.size()) {
        best = front.substr(front.size() - level.size());
      }
    }
    return best;
  }
  /// "...: high": the longest level behind the colon that ends a phrase.
  [[nodiscard]] std::string_view level_after(Colon const& colon) const {
    std::string_view const rest = name_.substr(skip(colon.end));
    std::string_view best;
    for (std::string_view const level : levels_) {
      if (level.size() > best.size() && rest.substr(0, level.size()) == level) {
        std::size_t const end = skip(static_cast<std::size_t>(rest.data() - name_.data()) + level.size());
        if (end == name_.size() || (mark(end).kind != MarkKind::none && mark(end).kind != MarkKind::open)) {
          best = rest.substr(0, level.size());
        }
      }
    }
    return best;
  }

  void finish(Definition& definition) const {
    std::size_t& begin = definition.text_begin;
    std::size_t& end = definition.text_end;
    begin = std::min(skip(begin), end);
    while (end > begin) {
      std::size_t const last = previous(end);
      if (!is_separator(last) && blank_length(name_.substr(last, end - last)) == 0) {
        break;
      }
      end = last;
    }
  }

  std::vector<Definition> levels_first() {
    std::vector<Definition> result;
    for (Colon const& colon : colons_) {
      std::string_view const level = level_before(colon);
      if (level.empty()) {
        continue;
      }
      auto const begin = static_cast<std::size_t>(level.data() - name_.data());
      if (!result.empty()) {
        result.back().text_end = begin;
      }
      result.push_back({level, begin, colon.end, name_.size()});
    }
    if (result.size() >= 2) {
      end_ = close_bracket(result.front().begin);
      result.back().text_end =
          std::max(result.back().text_begin, end_ == name_.size() && !bracketed_ ? end_ : previous(end_));
      for (Definition& definition : result) {
        finish(definition);
      }
    }
    return result;
  }

  std::vector<Definition> levels_last() {
    std::vector<Definition> result;
    std::size_t from = 0; // behind the separator that ended the last definition
    for (Colon const& colon : colons_) {
      std::string_view const level = level_after(colon);
      if (level.empty()) {
        continue;
      }
      std::size_t begin = from;
      if (result.empty()) {
        begin = phrase_begin(colon.begin);
      }
      auto const level_end = static_cast<std::size_t>(level.data() - name_.data()) + level.size();
      result.push_back({level, begin, begin, colon.begin});
      from = skip(level_end);
      while (from < name_.size() && is_separator(from)) {
        from = skip(from + mark(from).length);
      }
      end_ = level_end;
    }
    if (result.size() >= 2) {
      std::size_t const close = skip(end_);
      bool const closes = open_bracket(result.front().begin) != result.front().begin && close < name_.size()
                          && mark(close).kind == MarkKind::close;
      end_ = closes ? close + mark(close).length : end_;
      for (Definition& definition : result) {
        finish(definition);
      }
    }
    return result;
  }

  /// The first description begins behind an opening bracket, a separator or a colon.
  [[nodiscard]] std::size_t phrase_begin(std::size_t at) const {
    while (at > 0) {
      std::size_t const last = previous(at);
      detail::MarkHit const hit = mark(last);
      if (hit.kind != MarkKind::none && hit.kind != MarkKind::close) {
        break;
      }
      at = last;
    }
    return at;
  }

  /// Place of the bracket right in front of `begin`; `begin` when there is none.
  [[nodiscard]] std::size_t open_bracket(std::size_t begin) const {
    std::size_t const end = skip_back(begin);
    std::size_t const last = previous(end);
    return end > 0 && mark(last).kind == MarkKind::open ? last : begin;
  }

  /// Behind the bracket that closes the one in front of `begin`; the end of the name when there is none.
  std::size_t close_bracket(std::size_t begin) {
    std::size_t const open = open_bracket(begin);
    std::uint32_t const closer = open == begin ? 0 : detail::closer_of(mark(open).code_point);
    std::uint32_t const opener = closer == 0 ? 0 : mark(open).code_point;
    std::size_t depth = 0;
    for (std::size_t at = open; closer != 0 && at < name_.size();
         at += detail::character_length(name_.data() + at)) {
      std::uint32_t const character = mark(at).code_point;
      depth += character == opener ? 1 : 0;
      if (character == closer && --depth == 0) {
        bracketed_ = true;
        return at + mark(at).length;
      }
    }
    return name_.size();
  }

  std::string_view name_;
  std::vector<std::string_view> levels_;
  std::vector<Colon> colons_;
  std::size_t end_ = 0;
  bool bracketed_ = false;
};

} // namespace

ScaleTree parse_scale(std::string_view name, Lexicon const& lexicon) {
  bool const colon =
      name.find(':') != std::string_view::npos || name.find("\xEF\xBC\x9A") != std::string_view::npos;
  if (!colon || !is_utf8(name)) {
    return {}; // most names declare nothing
  }
  return ScaleReader(name, lexicon).read();
}

} // namespace jixiao::grammar
