#pragma once
// Styles of a Word document whose text is not shown. Included by .cpp files only: pugixml stays inside.
#include <pugixml.hpp>
#include <set>
#include <string>

namespace jixiao::ingest::documents::docx {

using StyleNames = std::set<std::string, std::less<>>;

/// The properties of a run say that its text is struck through or hidden.
[[nodiscard]] bool is_left_out(pugi::xml_node run_properties);
/// They say that it is not, whatever its style says.
[[nodiscard]] bool is_kept(pugi::xml_node run_properties);

/// The styles below `root`, the first element of styles.xml, that hide text or strike it through.
[[nodiscard]] StyleNames styles_left_out(pugi::xml_node root);

} // namespace jixiao::ingest::documents::docx
