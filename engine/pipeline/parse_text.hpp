#pragma once
// `jixiao parse`: one text in, one line of JSON out.
#include "engine/lowering/lower.hpp"
#include "engine/vocabulary/messages.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::pipeline {

struct ParseRequest {
  enum class What : std::uint8_t { target, actual, number, row } what = What::target;
  std::string name, level2, unit, year; ///< context; empty when not given
};

struct ParsedText {
  std::string line;   ///< JSON without a line break
  bool error = false; ///< one of its findings is an error
};

class TextParser {
public:
  /// Both must outlive the parser.
  TextParser(vocabulary::Vocabulary const& vocabulary, vocabulary::Messages const& messages);

  /// Bytes that are no UTF-8 are replaced and said in `findings`.
  [[nodiscard]] ParsedText parse(ParseRequest const& request, std::string_view text) const;
  [[nodiscard]] std::string line(ParseRequest const& request, std::string_view text) const {
    return parse(request, text).line;
  }

private:
  vocabulary::Messages const& messages_;
  lowering::Reader reader_;
  grammar::CellParser parser_;
};

} // namespace jixiao::pipeline
