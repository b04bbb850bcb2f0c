#include "engine/ingest/workbook_parts.hpp"

#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/detail/rich_text.hpp"
#include "engine/ingest/detail/xml.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>

namespace jixiao::ingest {

namespace {

using detail::attribute;
using detail::child;

std::uint32_t number_of(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

SheetEntry sheet_entry(pugi::xml_node node, std::vector<Relationship> const& relationships) {
  SheetEntry sheet;
  sheet.name = detail::text_attribute(node, "name");
  std::string_view const state = attribute(node, "state");
  sheet.hidden = state == "hidden" || state == "veryHidden";
  // `sheetId` is another attribute than `r:id`, whose local name is "id".
  std::string_view const id = attribute(node, "id");
  auto const found = std::find_if(relationships.begin(), relationships.end(),
                                  [id](Relationship const& each) { return each.id == id; });
  if (found != relationships.end()) {
    sheet.part = found->target;
    sheet.cells = found->type == "worksheet";
  }
  return sheet;
}

} // namespace

std::string find_workbook_part(WorkbookPackage& package) {
  for (Relationship const& each : package.relationships("")) {
    if (each.type == "officeDocument") {
      return each.target;
    }
  }
  return package.has("xl/workbook.xml") ? "xl/workbook.xml" : "";
}

bool read_contents(std::string& bytes, std::vector<Relationship> const& relationships,
                   WorkbookContents& contents) {
  pugi::xml_document document;
  pugi::xml_node const workbook =
      detail::parse(bytes, document) ? document.document_element() : pugi::xml_node();
  if (!detail::is(workbook, "workbook")) {
    return false;
  }
  contents.from_1904 = detail::is_true(attribute(child(workbook, "workbookPr"), "date1904"));
  for (pugi::xml_node const each : child(workbook, "sheets").children()) {
    if (detail::is(each, "sheet")) {
      contents.sheets.push_back(sheet_entry(each, relationships));
    }
  }
  for (Relationship const& each : relationships) {
    contents.external_links += each.type == "externalLink" ? 1 : 0;
    if (each.type == "sharedStrings") {
      contents.shared_texts_part = each.target;
    } else if (each.type == "styles") {
      contents.styles_part = each.target;
    }
  }
  return true;
}

bool SharedTexts::read(std::string& bytes) {
  pugi::xml_document document;
  bool const whole = detail::parse(bytes, document);
  for (pugi::xml_node const each : document.document_element().children()) {
    if (detail::is(each, "si")) {
      detail::RichText text = detail::rich_text(each);
      text_ += text.text;
      if (text.of_runs) {
        struck_.emplace(ends_.size(), std::move(text.struck));
      }
      ends_.push_back(text_.size());
    }
  }
  return whole;
}

std::string_view SharedTexts::at(std::size_t index) const {
  assert(index < ends_.size());
  std::size_t const begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(text_).substr(begin, ends_[index] - begin);
}

std::string const* SharedTexts::struck_at(std::size_t index) const {
  auto const found = struck_.find(index);
  return found == struck_.end() ? nullptr : &found->second;
}

bool read_styles(std::string& bytes, std::vector<CellStyle>& styles) {
  pugi::xml_document document;
  if (!detail::parse(bytes, document)) {
    return false;
  }
  pugi::xml_node const root = document.document_element();
  std::map<std::uint32_t, NumberFormat> own;
  for (pugi::xml_node const each : child(root, "numFmts").children()) {
    own[number_of(attribute(each, "numFmtId"))] = parse_number_format(attribute(each, "formatCode"));
  }
  std::vector<bool> struck;
  for (pugi::xml_node const each : child(root, "fonts").children()) {
    if (detail::is(each, "font")) {
      struck.push_back(detail::is_set(child(each, "strike")));
    }
  }
  for (pugi::xml_node const each : child(root, "cellXfs").children()) {
    std::uint32_t const id = number_of(attribute(each, "numFmtId"));
    auto const found = own.find(id);
    std::uint32_t const font = number_of(attribute(each, "fontId"));
    styles.push_back({found == own.end() ? builtin_number_format(id) : found->second,
                      font < struck.size() && struck[font]});
  }
  return true;
}

} // namespace jixiao::ingest
