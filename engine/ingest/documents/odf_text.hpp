#pragma once
// Text of an OpenDocument file. Included by .cpp files only: pugixml stays inside.
#include "engine/ingest/documents/odf_styles.hpp"

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace jixiao::ingest::documents::odf {

struct Text {
  std::string text;                   ///< paragraphs apart by '\n'
  std::vector<pugi::xml_node> tables; ///< met on the way
  std::size_t comments = 0;           ///< passed over
  std::size_t pictures = 0;           ///< met on the way
  std::string left_out;               ///< struck through or hidden: no part of `text`
};

/// The text of the paragraphs in `parent`, which may be a paragraph itself. At most `most_bytes` of blanks
/// are believed where a number stands for them.
[[nodiscard]] Text read_text(pugi::xml_node parent, Styles const& styles, std::size_t most_bytes);

} // namespace jixiao::ingest::documents::odf
