#pragma once
// Named styles of an OpenDocument file, as far as they say what a cell means. Included by .cpp files only:
// pugixml stays inside.
#include "engine/ingest/number_format.hpp"

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace jixiao::ingest::documents::odf {

class Styles {
public:
  /// Adds the styles below `root`, the first element of content.xml or styles.xml.
  void add(pugi::xml_node root);
  /// The number format of a cell style; plain when there is none.
  [[nodiscard]] NumberFormat const& format_of(std::string_view cell_style) const;
  /// True for the style of a sheet that is not shown.
  [[nodiscard]] bool hides(std::string_view table_style) const;
  /// True for the style of a text or cell that is struck through or not shown.
  [[nodiscard]] bool leaves_out(std::string_view style) const;

private:
  struct Style {
    std::string format; ///< name of its data style
    std::string parent;
    bool hidden = false;
    std::optional<bool> struck; ///< what it says of the line through its text, or of hiding it
  };
  void add_style(pugi::xml_node node);

  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, NumberFormat, std::less<>> formats_;
  NumberFormat plain_;
};

} // namespace jixiao::ingest::documents::odf
