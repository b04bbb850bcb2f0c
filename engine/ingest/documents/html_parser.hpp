#pragma once
// A parser of web pages behind an interface, as archives are: libxml2 in the program, which is opened when
// the first web page comes.
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::ingest::documents {

/// What a parser tells, in the order of the page, with tags closed where the author forgot to.
class HtmlEvents {
public:
  virtual ~HtmlEvents() = default;
  /// Name and value of each attribute; names of tags and attributes are in lower case.
  using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;
  /// False stops the parser.
  virtual bool begin_element(std::string_view name, Attributes const& attributes) = 0;
  virtual bool end_element(std::string_view name) = 0;
  /// A piece of text, entities replaced.
  virtual bool text(std::string_view piece) = 0;
};

enum class HtmlOutcome : std::uint8_t {
  parsed,
  stopped,    ///< by an event, or by a limit of the parser
  unavailable ///< the program lacks the library
};

/// Parses a page in UTF-8, which may be damaged in any way.
using HtmlParser = HtmlOutcome (*)(std::string_view utf8, HtmlEvents& events);

} // namespace jixiao::ingest::documents
