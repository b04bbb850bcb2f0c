#include "engine/ingest/forms/cut_columns.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>
#include <set>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::LabelField;
using vocabulary::row_field;

constexpr std::size_t fewest_words = 2; ///< different ones: each alone may head another table

/// A head or label over what forms ask for and nothing else does; empty when it is none.
std::string word_of_form(std::string_view text, Words const& words) {
  auto const head = words.field_head(text);
  auto const label = words.label(text);
  for (Column const column :
       {Column::target, Column::actual, Column::weight, Column::claimed, Column::deviation_reason}) {
    if (head && head->field == row_field(column)) {
      return std::string(name(head->field));
    }
  }
  for (LabelField const field :
       {LabelField::execution_rate, LabelField::execution_points, LabelField::execution_claimed,
        LabelField::execution_reason, LabelField::goal, LabelField::goal_actual, LabelField::initial_budget,
        LabelField::adjusted_budget, LabelField::executed}) {
    if (label && label->label.field == field) {
      return std::string(name(field));
    }
  }
  return {};
}

/// It was said already that the table was not read.
bool is_said(diagnostic::Diagnostics const& findings, diagnostic::SourceId source) {
  return std::any_of(findings.begin(), findings.end(), [source](diagnostic::Diagnostic const& each) {
    return each.where.source == source && each.severity != diagnostic::Severity::info;
  });
}

} // namespace

void note_cut_columns(Lines const& lines, std::vector<bool> const& read, model::Document const& document,
                      Words const& words, Conversion& to) {
  for (std::size_t first = 0; first < lines.size();) {
    model::DocumentPart const& part = document.parts[lines[first].part];
    bool const apart = !read[lines[first].part] && part.layout == model::DocumentLayout::grid && !part.sheet;
    std::set<std::string> found;
    Listing texts;
    std::size_t end = first;
    for (; end < lines.size() && lines[end].part == lines[first].part; ++end) {
      for (std::size_t i = 0; apart && i < lines[end].cells.size(); ++i) {
        std::string const& text = lines[end].cells[i].text;
        found.insert(word_of_form(text, words));
        texts.add(shortened(text));
      }
    }
    found.erase(std::string());
    if (found.size() >= fewest_words && !is_said(to.findings, part.source)) {
      to.findings.push_back(diagnostic::make(findings::columns_cut_off,
                                             {part.source, lines[first].number, 0, 0, 0}, {texts.text()}));
    }
    first = end;
  }
}

} // namespace jixiao::ingest::forms
