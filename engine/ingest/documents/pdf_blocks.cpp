#include "engine/ingest/documents/pdf_blocks.hpp"

#include "engine/ingest/documents/pdf_columns.hpp"
#include "engine/ingest/documents/pdf_lattice.hpp"
#include "engine/ingest/documents/pdf_text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest::documents::pdf {

namespace {

bool is_inside(Word const& word, Box const& box) {
  return box.left <= word.box.middle() && word.box.middle() <= box.right && box.top <= word.box.center()
         && word.box.center() <= box.bottom;
}

/// The words of a page apart: those of each table, those between tables.
struct Apart {
  std::vector<Words> in;      ///< by table
  std::vector<Words> between; ///< above the first table, above the second ..., below the last
};

Apart take_apart(Page const& page, std::vector<Lattice> const& lattices) {
  Apart apart;
  apart.in.resize(lattices.size());
  apart.between.resize(lattices.size() + 1);
  for (Word const& word : page.words) {
    std::size_t above = 0; // tables that begin above the word
    std::size_t inside = lattices.size();
    for (std::size_t i = 0; i < lattices.size(); ++i) {
      above += lattices[i].rows.front() < word.box.center() ? 1 : 0;
      inside = inside == lattices.size() && is_inside(word, lattices[i].box()) ? i : inside;
    }
    (inside < lattices.size() ? apart.in[inside] : apart.between[above]).push_back(&word);
  }
  return apart;
}

Block block_of(Lattice const& lattice, Words const& words, std::uint32_t page) {
  Block block;
  block.kind = Block::Kind::ruled;
  block.first_page = block.last_page = page;
  block.columns = lattice.columns;
  block.rows = static_cast<std::uint32_t>(lattice.rows.size() - 1);
  std::vector<Words> words_of(lattice.cells.size());
  for (Word const* const word : words) {
    words_of[lattice.cell_over(word->box.middle(), word->box.center())].push_back(word);
  }
  for (std::size_t i = 0; i < lattice.cells.size(); ++i) { // in the order of their rows, then columns
    LatticeCell const& cell = lattice.cells[i];
    auto const number = static_cast<std::uint32_t>(cell.row + 1);
    if (block.lines.empty() || block.lines.back().number != number) {
      block.lines.push_back({number, {}});
    }
    LineRoom const room = room_of(words_of[i], lattice.box(cell).right);
    if (cell.row == 0) {
      block.top.push_back({static_cast<std::uint32_t>(cell.column), room});
    }
    if (cell.row + 1 == block.rows) {
      block.end.push_back({static_cast<std::uint32_t>(cell.column), room});
    }
    block.lines.back().cells.push_back({text_of_cell(std::move(words_of[i]), lattice.box(cell).right),
                                        static_cast<std::uint32_t>(cell.column),
                                        static_cast<std::uint32_t>(cell.columns),
                                        static_cast<std::uint32_t>(cell.rows)});
  }
  return block;
}

void add_stretches(Words const& words, std::uint32_t page, std::uint32_t& lines, std::vector<Block>& blocks) {
  for (Stretch& stretch : find_stretches(words)) {
    Block block;
    block.kind = stretch.table ? Block::Kind::aligned : Block::Kind::text;
    block.first_page = block.last_page = page;
    block.columns = std::move(stretch.columns);
    block.rows = static_cast<std::uint32_t>(stretch.lines.size());
    block.lines = std::move(stretch.lines);
    if (block.kind == Block::Kind::text) {
      for (model::DocumentLine& line : block.lines) {
        line.number = ++lines;
      }
    }
    blocks.push_back(std::move(block));
  }
}

} // namespace

std::vector<Block> blocks_of(Page const& page, std::uint32_t number) {
  std::vector<Lattice> const lattices = find_lattices(page.rulings);
  Apart const apart = take_apart(page, lattices);
  std::vector<Block> blocks;
  std::uint32_t lines = 0;
  for (std::size_t i = 0; i <= lattices.size(); ++i) {
    add_stretches(apart.between[i], number, lines, blocks);
    if (i < lattices.size() && !apart.in[i].empty()) {
      blocks.push_back(block_of(lattices[i], apart.in[i], number));
    }
  }
  return blocks;
}

} // namespace jixiao::ingest::documents::pdf
