#include "engine/ingest/documents/docx_document.hpp"

#include "engine/ingest/documents/docx_table.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/split_line.hpp"
#include "engine/ingest/documents/xml_part.hpp"

#include <string_view>
#include <utility>

namespace jixiao::ingest::documents {

namespace {

using detail::is;
using model::DocumentLayout;

class DocxReader {
public:
  explicit DocxReader(DocumentBuilder& builder) : builder_(builder) {}

  /// Text of these styles is not shown.
  void leave_out(docx::StyleNames styles) { counts_.styles_left_out = std::move(styles); }

  void read_blocks(pugi::xml_node parent) {
    docx::visit_children(parent, counts_, [this](pugi::xml_node each) {
      if (builder_.full()) {
        return;
      }
      if (is(each, "p")) {
        read_paragraph(each);
      } else if (is(each, "tbl")) {
        read_table(each, {});
      } else if (is(each, "altChunk")) {
        ++counts_.embedded;
      }
    });
  }

  void note_counts() {
    auto const note = [this](diagnostic::Code const& code, std::size_t count) {
      if (count != 0) {
        builder_.note_file(code, {std::to_string(count)});
      }
    };
    note(findings::deletions_skipped, counts_.deletions);
    note(findings::hidden_text_read, counts_.hidden);
    if (counts_.left_out.count() != 0) {
      builder_.note_file(findings::text_left_out,
                         {std::to_string(counts_.left_out.count()), counts_.left_out.text()});
    }
    if (counts_.symbols.count() != 0) {
      builder_.note_file(findings::symbols_unknown,
                         {std::to_string(counts_.symbols.count()), counts_.symbols.text()});
    }
    note(findings::text_box_read, counts_.text_boxes);
    note(findings::embedded_not_read, counts_.embedded);
    note(findings::prompts_skipped, counts_.prompts);
  }

private:
  void read_paragraph(pugi::xml_node node) {
    docx::Paragraph const paragraph = docx::read_paragraph(node, counts_);
    ++paragraphs_;
    if (!in_text_) {
      builder_.begin_part({}, DocumentLayout::text);
      in_text_ = true;
    }
    add_split_lines(paragraphs_, paragraph.text, builder_);
    for (pugi::xml_node const box : paragraph.boxes) {
      read_blocks(box);
    }
  }

  void read_table(pugi::xml_node node, std::string const& outer) {
    std::string const name = "#" + std::to_string(++tables_);
    builder_.begin_part(name, DocumentLayout::grid);
    in_text_ = false;
    if (!outer.empty()) {
      builder_.note(findings::nested_table, {outer});
    }
    docx::Table table = docx::read_table(node, builder_.limits().columns, counts_);
    for (model::DocumentLine& line : table.lines) {
      builder_.add(std::move(line));
    }
    if (table.covered.count() != 0) {
      builder_.note(findings::covered_cells_skipped,
                    {std::to_string(table.covered.count()), table.covered.text()});
    }
    for (pugi::xml_node const each : table.nested) {
      read_table(each, name);
    }
  }

  DocumentBuilder& builder_;
  docx::Counts counts_;
  std::uint32_t paragraphs_ = 0;
  std::uint32_t tables_ = 0;
  bool in_text_ = false;
};

std::string main_part(WorkbookPackage& package) {
  for (Relationship const& each : package.relationships("")) {
    if (each.type == "officeDocument" && !each.external) {
      return each.target;
    }
  }
  return "word/document.xml";
}

} // namespace

void read_docx(WorkbookPackage& package, DocumentBuilder& builder) {
  std::string const part = main_part(package);
  XmlPart document;
  if (!document.load(package, part, builder)) {
    return;
  }
  pugi::xml_node const body = detail::child(document.document.document_element(), "body");
  if (!body) {
    builder.note_file(findings::document_damaged, {part});
    return;
  }
  DocxReader reader(builder);
  for (Relationship const& each : package.relationships(part)) {
    XmlPart styles;
    if (each.type == "styles" && !each.external && styles.load(package, each.target, builder)) {
      reader.leave_out(docx::styles_left_out(styles.document.document_element()));
    }
  }
  reader.read_blocks(body);
  for (Relationship const& each : package.relationships(part)) {
    XmlPart notes;
    bool const is_notes = each.type == "footnotes" || each.type == "endnotes";
    if (is_notes && !each.external && notes.load(package, each.target, builder)) {
      for (pugi::xml_node const note : notes.document.document_element().children()) {
        reader.read_blocks(note);
      }
    }
  }
  reader.note_counts();
}

} // namespace jixiao::ingest::documents
