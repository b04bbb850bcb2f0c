#pragma once
// Hand-made workbooks: their parts as texts, without a zip archive around them.
#include "tests/ingest/reading.hpp"

#include <map>

namespace jixiao::test {

using Parts = std::map<std::string, std::string>;

/// The parts as bytes that `open_parts` opens again.
inline std::string pack(Parts const& parts) {
  std::string bytes = "PK\x03\x04";
  for (auto const& [name, text] : parts) {
    bytes += name + "\n" + std::to_string(text.size()) + "\n" + text;
  }
  return bytes;
}

class PartsArchive final : public ingest::Archive {
public:
  explicit PartsArchive(std::string_view bytes) {
    bytes.remove_prefix(4);
    while (!bytes.empty()) {
      std::size_t const name_end = bytes.find('\n');
      std::size_t const size_end = bytes.find('\n', name_end + 1);
      std::size_t const size = std::stoul(std::string(bytes.substr(name_end + 1, size_end - name_end - 1)));
      parts_[std::string(bytes.substr(0, name_end))] = bytes.substr(size_end + 1, size);
      bytes.remove_prefix(size_end + 1 + size);
    }
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> result;
    for (auto const& each : parts_) {
      result.push_back(each.first);
    }
    return result;
  }
  Member read(std::string_view name, std::size_t limit) const override {
    auto const found = parts_.find(std::string(name));
    if (found == parts_.end()) {
      return {{}, Failure::missing};
    }
    if (found->second == "(encrypted)") {
      return {{}, Failure::encrypted};
    }
    if (found->second == "(damaged)") {
      return {{}, Failure::damaged};
    }
    if (found->second == "(unavailable)") {
      return {{}, Failure::unavailable};
    }
    return found->second.size() > limit ? Member{{}, Failure::too_large}
                                        : Member{found->second, Failure::none};
  }

private:
  Parts parts_;
};

inline std::unique_ptr<ingest::Archive> open_parts(std::string_view bytes) {
  return std::make_unique<PartsArchive>(bytes);
}

/// A workbook of one sheet "Sheet1" whose `<worksheet>` holds `content`.
inline Parts workbook(std::string const& content) {
  std::string const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  Parts parts;
  parts["_rels/.rels"] = "<Relationships><Relationship Id=\"rId1\" Type=\"" + relationships
                         + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
                             "r:id=\"rId1\"/></sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"" + relationships
      + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + relationships
      + "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" + relationships
      + "styles\" Target=\"/xl/styles.xml\"/></Relationships>";
  parts["xl/sharedStrings.xml"] = "<sst><si><t>三级指标</t></si><si><t>指标值</t></si></sst>";
  parts["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>";
  parts["xl/worksheets/sheet1.xml"] = "<worksheet>" + content + "</worksheet>";
  return parts;
}

/// A cell with its text in it.
inline std::string cell(std::string const& reference, std::string const& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// A row of such cells from column A on; an empty text leaves the cell out.
inline std::string text_row(unsigned number, Texts const& texts) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string const reference = static_cast<char>('A' + i) + std::to_string(number);
    row += texts[i].empty() ? "" : cell(reference, texts[i]);
  }
  return row + "</row>";
}

inline Table read_parts(Parts const& parts, ingest::IngestLimits const& limits = {}) {
  return read_table(pack(parts), ingest::Format::xlsx, "table.xlsx", &open_parts, limits);
}

} // namespace jixiao::test
