#pragma once
// The table of contents of a workbook, and the parts that its sheets share.
#include "engine/ingest/number_format.hpp"
#include "engine/ingest/workbook_package.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest {

struct SheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
  bool cells = false; ///< a sheet of cells, not a chart or a dialog
};

struct WorkbookContents {
  std::vector<SheetEntry> sheets;
  std::string shared_texts_part; ///< empty when there is none
  std::string styles_part;
  bool from_1904 = false;
  std::size_t external_links = 0;
};

/// The part that holds the table of contents; empty when the archive is no workbook.
[[nodiscard]] std::string find_workbook_part(WorkbookPackage& package);

/// False when `bytes` (which it uses up) are no table of contents.
[[nodiscard]] bool read_contents(std::string& bytes, std::vector<Relationship> const& relationships,
                                 WorkbookContents& contents);

/// Texts that cells name by their index.
class SharedTexts {
public:
  /// False when `bytes` (which it uses up) are damaged; what could be read is kept.
  [[nodiscard]] bool read(std::string& bytes);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view at(std::size_t index) const;
  /// What is struck through in it, and no part of it; null when no run has a font of its own.
  [[nodiscard]] std::string const* struck_at(std::size_t index) const;

private:
  std::string text_;
  std::map<std::size_t, std::string> struck_; ///< of texts whose runs have fonts
  std::vector<std::size_t> ends_;
};

/// What a style says of a cell.
struct CellStyle {
  NumberFormat format;
  bool struck = false; ///< its text is struck through
};

/// The cell styles, by the number that cells name.
[[nodiscard]] bool read_styles(std::string& bytes, std::vector<CellStyle>& styles);

} // namespace jixiao::ingest
