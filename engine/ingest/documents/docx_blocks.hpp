#pragma once
// How the text of a Word document is laid out in elements. Included by .cpp files only: pugixml stays inside.
#include "engine/ingest/documents/docx_styles.hpp"
#include "engine/ingest/listing.hpp"

#include <cstddef>
#include <functional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace jixiao::ingest::documents::docx {

/// What was met on the way, for findings.
struct Counts {
  std::size_t deletions = 0;
  std::size_t hidden = 0; ///< rows, which are read
  std::size_t text_boxes = 0;
  std::size_t embedded = 0;
  std::size_t prompts = 0;    ///< content controls that nobody filled in
  Listing left_out;           ///< texts that are struck through or hidden
  StyleNames styles_left_out; ///< whose text is not read
  Listing symbols;            ///< fonts and numbers of characters that are not known
};

/// Visits the children of `parent`, looking through what only wraps them: content controls, insertions, and
/// the first of alternative contents. Deletions are counted and passed over.
void visit_children(pugi::xml_node parent, Counts& counts, std::function<void(pugi::xml_node)> const& visit);

struct Paragraph {
  std::string text;                  ///< tabs as '\t', line breaks as '\n'
  std::vector<pugi::xml_node> boxes; ///< contents of the text boxes anchored in it
};

[[nodiscard]] Paragraph read_paragraph(pugi::xml_node paragraph, Counts& counts);

/// True when a property such as `w:vanish` is there and not switched off.
[[nodiscard]] bool is_on(pugi::xml_node property);

} // namespace jixiao::ingest::documents::docx
