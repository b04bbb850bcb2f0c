#include "engine/ingest/forms/choose_form.hpp"

#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

// A word of the title says more than a label above the rows, which forms share, and both more than a column.
constexpr int of_title = 40;
constexpr int of_unit_title = 60; ///< of a form about a whole unit: forms of projects have its words, too
constexpr int of_label = 15;
constexpr int of_column = 4;
constexpr int not_fitting = 1000;
/// Longer cells hold prose, where a label is a word like any other.
constexpr std::size_t longest_label_cell = 200;
/// What may stand around a label in its cell: its unit in brackets, a number in front of it.
constexpr std::size_t most_around_label = 40;

std::string key(std::string_view text) {
  return grammar::without_blanks(grammar::fold_width(text));
}

bool is_named(vocabulary::Form const& form, std::string const& title) {
  return std::any_of(form.titles.begin(), form.titles.end(),
                     [&](std::string const& word) { return title.find(word) != std::string::npos; });
}

int likeness(vocabulary::Form const& form, RowHeader const& header, bool named,
             std::vector<std::string> const& texts) {
  int score = static_cast<int>((form.columns & header.found).count()) * of_column;
  bool const fits = (form.columns & ~header.found).none() && (form.without & header.found).none();
  // What is about a whole unit says so in its title.
  bool const other = !form.project.empty() && !named;
  score -= fits && !other ? 0 : not_fitting;
  score -= fits ? 0 : static_cast<int>((form.columns & ~header.found).count()) * of_column;
  score += !named ? 0 : form.project.empty() ? of_title : of_unit_title;
  for (std::string const& label : form.labels) {
    bool const found = std::any_of(texts.begin(), texts.end(), [&](std::string const& text) {
      return text.size() <= label.size() + most_around_label && text.find(label) != std::string::npos;
    });
    score += found ? of_label : 0;
  }
  return score;
}

} // namespace

FormChoice choose_form(RowHeader const& header, std::string_view title, Lines const& lines, std::size_t begin,
                       std::size_t end, vocabulary::Forms const& forms) {
  std::vector<std::string> texts;
  for (std::size_t i = begin; i < end; ++i) {
    for (Cell const& cell : lines[i].cells) {
      if (cell.text.size() <= longest_label_cell) {
        texts.push_back(key(cell.text));
      }
    }
  }
  FormChoice choice;
  std::string const title_key = key(title);
  int best = 0;
  for (vocabulary::Form const& form : forms.all()) {
    bool const named = is_named(form, title_key);
    int const score = likeness(form, header, named, texts);
    if (choice.nearest == nullptr || score > best) {
      choice.nearest = &form;
      choice.named = named;
      best = score;
    }
  }
  choice.form = best > -not_fitting / 2 ? choice.nearest : nullptr;
  return choice;
}

} // namespace jixiao::ingest::forms
