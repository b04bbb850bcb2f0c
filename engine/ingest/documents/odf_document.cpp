#include "engine/ingest/documents/odf_document.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/odf_table.hpp"
#include "engine/ingest/documents/odf_text.hpp"
#include "engine/ingest/documents/split_line.hpp"
#include "engine/ingest/documents/xml_part.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

namespace {

using detail::attribute;
using detail::child;
using detail::is;
using detail::local_name;
using model::DocumentLayout;

class OdfReader {
public:
  OdfReader(odf::Styles const& styles, DocumentBuilder& builder) : styles_(styles), builder_(builder) {}

  void read_sheets(pugi::xml_node spreadsheet) {
    std::uint32_t sheets = 0;
    for (pugi::xml_node const table : spreadsheet.children()) {
      if (!is(table, "table") || builder_.full()) {
        continue;
      }
      std::string const name = detail::text_attribute(table, "name");
      if (++sheets > builder_.limits().sheets) {
        continue;
      }
      if (styles_.hides(attribute(table, "style-name"))) {
        builder_.note_file(ingest::findings::sheet_hidden, {shortened(name)});
      } else {
        read_table(table, name, {});
      }
    }
    if (sheets > builder_.limits().sheets) {
      builder_.note_file(ingest::findings::too_many_sheets,
                         {std::to_string(sheets), std::to_string(builder_.limits().sheets)});
    }
  }

  void read_blocks(pugi::xml_node parent) {
    for (pugi::xml_node const each : parent.children()) {
      std::string_view const name = local_name(each.name());
      if (builder_.full()) {
        return;
      }
      if (name == "p" || name == "h") {
        read_paragraph(each);
      } else if (name == "table") {
        read_table(each, {}, {});
      } else if (name == "tracked-changes") {
        for (pugi::xml_node const change : each.children()) {
          deletions_ += child(change, "deletion") ? 1 : 0;
        }
      } else {
        read_blocks(each); // lists, sections, indexes
      }
    }
  }

  void note_counts() {
    if (deletions_ != 0) {
      builder_.note_file(findings::deletions_skipped, {std::to_string(deletions_)});
    }
    if (comments_ != 0) {
      builder_.note_file(findings::comments_skipped, {std::to_string(comments_)});
    }
  }

private:
  void read_paragraph(pugi::xml_node node) {
    odf::Text const text = odf::read_text(node, styles_, builder_.limits().cell_bytes + 1);
    comments_ += text.comments;
    if (!grammar::trim(text.left_out).empty()) {
      builder_.note_file(findings::text_left_out, {"1", shortened(grammar::trim(text.left_out))});
    }
    if (!in_text_) {
      builder_.begin_part({}, DocumentLayout::text);
      in_text_ = true;
    }
    add_split_lines(++paragraphs_, text.text, builder_);
    for (pugi::xml_node const table : text.tables) {
      read_table(table, {}, {});
    }
  }

  /// Tables of a text are numbered; `outer` names the one that this stands in.
  void read_table(pugi::xml_node table, std::string const& sheet, std::string const& outer) {
    std::string const name = sheet.empty() ? "#" + std::to_string(++tables_) : sheet;
    if (sheet.empty()) {
      builder_.begin_part(name, DocumentLayout::grid);
    } else {
      builder_.begin_sheet(name);
    }
    in_text_ = false;
    if (!outer.empty()) {
      builder_.note(findings::nested_table, {outer});
    }
    odf::TableNotes const notes = odf::read_table(table, styles_, builder_);
    comments_ += notes.comments;
    for (pugi::xml_node const each : notes.nested) {
      read_table(each, {}, name);
    }
  }

  odf::Styles const& styles_;
  DocumentBuilder& builder_;
  std::uint32_t tables_ = 0;
  std::uint32_t paragraphs_ = 0;
  std::size_t deletions_ = 0;
  std::size_t comments_ = 0;
  bool in_text_ = false;
};

/// The parts of a document with a password are encrypted one by one; its list of parts says so.
bool is_encrypted(WorkbookPackage& package) {
  return package.read("META-INF/manifest.xml").bytes.find("encryption-data") != std::string::npos;
}

} // namespace

void read_odf(WorkbookPackage& package, DocumentBuilder& builder) {
  if (is_encrypted(package)) {
    builder.note_file(findings::document_encrypted);
    return;
  }
  XmlPart content, styles_part;
  if (!content.load(package, "content.xml", builder)) {
    return;
  }
  odf::Styles styles;
  pugi::xml_node const root = content.document.document_element();
  styles.add(root);
  if (styles_part.load(package, "styles.xml", builder, true)) {
    styles.add(styles_part.document.document_element());
  }
  pugi::xml_node const body = child(root, "body");
  pugi::xml_node const spreadsheet = child(body, "spreadsheet");
  pugi::xml_node const text = child(body, "text");
  if (!spreadsheet && !text) {
    builder.note_file(findings::document_damaged, {"content.xml"});
    return;
  }
  OdfReader reader(styles, builder);
  reader.read_sheets(spreadsheet);
  reader.read_blocks(text);
  reader.note_counts();
}

} // namespace jixiao::ingest::documents
