// Differences for people: as text and as a page.
#include "engine/report/difference_words.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {
namespace {

using authoring::Clause;
using authoring::DifferentClause;
using authoring::DifferentField;
using authoring::DifferentProject;
using authoring::DifferentRow;

std::string none_or(std::string const& text, DifferenceWords const& words) {
  return text.empty() ? words.label("difference_none") : printable(text);
}

std::string clause_text(DifferentClause const& clause, DifferenceWords const& words) {
  Clause const& either = clause.either();
  std::string text = words.label("difference_clause", {either.section, either.id, words.what(clause)}) + "\n";
  for (DifferentField const& field : clause.fields) {
    text +=
        words.label("difference_field", {field.key, none_or(field.left, words), none_or(field.right, words)})
        + "\n";
  }
  PackDifference const& difference = words.difference();
  std::string const* ids[] = {&difference.left.id, &difference.right.id};
  std::size_t side = 0;
  for (std::optional<Clause> const* each : {&clause.left, &clause.right}) {
    std::string const& id = *ids[side++];
    if (*each && !(words.place(*each).empty() && (*each)->cite.empty())) {
      text += words.label((*each)->cite.empty() ? "difference_place" : "difference_place_cite",
                          {id, words.place(*each), printable((*each)->cite)})
              + "\n";
    }
  }
  return text;
}

std::string project_name(DifferentProject const& project) {
  std::string const& name = project.left.project.empty() ? project.left.code : project.left.project;
  return project.left.unit.empty() ? name : project.left.unit + " " + name;
}

bool is_capped(DifferentProject const& project) {
  return !project.left.cap.empty() || !project.right.cap.empty();
}

/// Why the execution score counts on one side only.
std::vector<std::string> reasons(DifferentRow const& row, DifferenceWords const& words) {
  std::vector<std::string> found;
  for (std::string reason : {words.not_counted(row.left, words.difference().left),
                             words.not_counted(row.right, words.difference().right)}) {
    if (!reason.empty()) {
      found.push_back(std::move(reason));
    }
  }
  return found;
}

std::string project_text(DifferentProject const& project, DifferenceWords const& words) {
  PackDifference const& difference = words.difference();
  std::string text =
      words.label("difference_project",
                  {printable(project_name(project)), words.total(project.left.total, difference.left),
                   words.total(project.right.total, difference.right), words.change(project),
                   words.grades(project.left.grades, difference.left),
                   words.grades(project.right.grades, difference.right), printable(project.left.file)})
      + "\n";
  if (is_capped(project)) {
    text += words.label("difference_capped", {words.cap(project.left, difference.left),
                                              words.cap(project.right, difference.right)})
            + "\n";
  }
  for (DifferentRow const& row : project.rows) {
    std::vector<std::string> arguments{printable(words.row(row.left)), words.score(row.left, difference.left),
                                       words.score(row.right, difference.right),
                                       DifferenceWords::rule(row.left), DifferenceWords::rule(row.right)};
    bool const execution = row.left.row == 0; // no row of the table
    if (!execution) {
      arguments.insert(arguments.begin(), std::to_string(row.left.row));
    }
    text += words.label(execution ? "difference_of_execution" : "difference_row", arguments) + "\n";
    for (std::string const& reason : reasons(row, words)) {
      text += "      " + reason + "\n";
    }
  }
  return text;
}

std::string heads(DifferenceWords const& words, std::initializer_list<char const*> ids) {
  std::vector<std::string> cells;
  for (char const* id : ids) {
    cells.push_back(words.label(id));
  }
  return html_row(cells, "th");
}

std::string clauses_html(DifferenceWords const& words) {
  PackDifference const& difference = words.difference();
  std::string page = "<p>" + html_text(words.counts()) + "</p>\n<table>\n"
                     + html_row({words.label("difference_head_clause"), words.label("difference_head_what"),
                                 words.label("difference_head_field"), difference.left.id,
                                 difference.right.id, words.label("difference_head_cite")},
                                "th");
  for (DifferentClause const& clause : difference.clauses) {
    Clause const& either = clause.either();
    std::string cites;
    for (std::optional<Clause> const* each : {&clause.left, &clause.right}) {
      if (*each && !(*each)->cite.empty()) {
        cites += (cites.empty() ? "" : " / ") + (*each)->cite;
      }
    }
    for (DifferentField const& field : clause.fields) {
      page += html_row(
          {either.section + " " + either.id, words.what(clause), field.key, field.left, field.right, cites});
    }
  }
  return page + "</table>\n";
}

std::string batch_html(DifferenceWords const& words) {
  PackDifference const& difference = words.difference();
  std::string page = "<h2>" + html_text(words.label("difference_batch_title")) + "</h2>\n<p>"
                     + html_text(words.batch_counts()) + "</p>\n<table>\n"
                     + heads(words, {"difference_head_project", "difference_head_row", "difference_head_left",
                                     "difference_head_right", "difference_head_change",
                                     "difference_head_grade_left", "difference_head_grade_right",
                                     "difference_head_rule_left", "difference_head_rule_right"});
  for (DifferentProject const& project : difference.batch->projects) {
    page += html_row({project_name(project), "", words.total(project.left.total, difference.left),
                      words.total(project.right.total, difference.right), words.change(project),
                      words.grades(project.left.grades, difference.left),
                      words.grades(project.right.grades, difference.right), "", ""},
                     "td", project.other_grade ? "no" : "");
    if (is_capped(project)) {
      page +=
          html_row({"", words.label("difference_cap"), "", "", "", "", "",
                    words.cap(project.left, difference.left), words.cap(project.right, difference.right)});
    }
    for (DifferentRow const& row : project.rows) {
      page += html_row({"", words.row(row.left), words.score(row.left, difference.left),
                        words.score(row.right, difference.right), "", "", "", DifferenceWords::rule(row.left),
                        DifferenceWords::rule(row.right)});
      for (std::string const& reason : reasons(row, words)) {
        page += html_row({"", reason, "", "", "", "", "", "", ""});
      }
    }
  }
  return page + "</table>\n";
}

} // namespace

std::string difference_text(PackDifference const& difference, DifferenceContext const& context) {
  DifferenceWords const words(difference, context);
  std::string text = words.title() + "\n" + words.counts() + "\n";
  for (DifferentClause const& clause : difference.clauses) {
    text += clause_text(clause, words);
  }
  if (difference.batch) {
    text += "\n" + words.batch_counts() + "\n";
    for (DifferentProject const& project : difference.batch->projects) {
      text += project_text(project, words);
    }
  }
  return text;
}

std::string difference_html(PackDifference const& difference, DifferenceContext const& context) {
  DifferenceWords const words(difference, context);
  return html_begin(words.title(), context.language) + clauses_html(words)
         + (difference.batch ? batch_html(words) : std::string()) + html_end();
}

} // namespace jixiao::report
