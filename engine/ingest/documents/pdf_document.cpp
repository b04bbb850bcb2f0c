#include "engine/ingest/documents/pdf_document.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/pdf_blocks.hpp"
#include "engine/ingest/listing.hpp"

#include <map>

namespace jixiao::ingest::documents {

namespace {

using pdf::Block;

/// "p3", "p3-5"; from the second table of a page on "p3#2".
std::string name_of(Block const& block, std::map<std::uint32_t, std::uint32_t>& tables) {
  std::string name = "p" + std::to_string(block.first_page);
  if (block.kind == Block::Kind::text) {
    return name;
  }
  if (block.last_page != block.first_page) {
    name += "-" + std::to_string(block.last_page);
  }
  std::uint32_t const ordinal = ++tables[block.first_page];
  return ordinal == 1 ? name : name + "#" + std::to_string(ordinal);
}

void add(Block& block, std::string name, DocumentBuilder& builder) {
  bool const text = block.kind == Block::Kind::text;
  builder.begin_part(std::move(name), text ? model::DocumentLayout::text : model::DocumentLayout::grid);
  if (block.last_page != block.first_page) {
    builder.note(findings::table_continued,
                 {std::to_string(block.first_page), std::to_string(block.last_page)});
  }
  if (block.kind == Block::Kind::aligned) {
    builder.note(findings::table_without_rules);
  }
  if (block.merged_over_pages != 0) {
    builder.note(findings::cells_joined_over_pages, {std::to_string(block.merged_over_pages)});
  }
  for (pdf::RowOverPages const& row : block.joined_rows) {
    builder.note(findings::row_joined_over_pages, {shortened(row.texts)}, row.number);
  }
  for (std::uint32_t const row : block.cut_rows) {
    builder.note(findings::row_cut_by_page, {}, row);
  }
  for (model::DocumentLine& line : block.lines) {
    builder.add(std::move(line));
  }
}

void note_blank_pages(std::vector<pdf::Page> const& pages, DocumentBuilder& builder) {
  Listing blank;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].words.empty()) {
      blank.add(std::to_string(i + 1));
    }
  }
  if (blank.count() == pages.size()) {
    builder.note_file(findings::document_scanned, {std::to_string(pages.size())});
  } else if (blank.count() != 0) {
    builder.note_file(findings::pages_without_text, {std::to_string(blank.count()), blank.text()});
  }
}

} // namespace

void read_pdf_boxes(std::string_view boxes, std::string_view drawing, DocumentBuilder& builder) {
  std::vector<pdf::Page> pages = pdf::parse_boxes(boxes, builder.limits().cells + 1);
  pdf::add_rulings(drawing, pages);
  note_blank_pages(pages, builder);
  std::vector<std::vector<Block>> blocks;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    blocks.push_back(pdf::blocks_of(pages[i], static_cast<std::uint32_t>(i + 1)));
  }
  std::map<std::uint32_t, std::uint32_t> tables;
  for (Block& block : pdf::joined(std::move(blocks))) {
    add(block, name_of(block, tables), builder);
  }
}

} // namespace jixiao::ingest::documents
