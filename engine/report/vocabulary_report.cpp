#include "engine/report/vocabulary_report.hpp"

#include "engine/report/csv_line.hpp"
#include "engine/report/format.hpp"
#include "engine/report/json.hpp"
#include "engine/report/width.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using diagnostic::SourceTable;
using vocabulary::Language;
using vocabulary::Messages;

constexpr std::size_t count_columns = 8, kind_columns = 18, text_columns = 36, nearest_columns = 18;

std::string kind_text(std::string const& kind, Messages const& messages, Language language) {
  return messages.text("column_" + kind, language);
}

/// Whole percent, rounded down: 100 only when all are understood.
std::string percent_of(KindShare const& share) {
  return std::to_string(share.cells == 0 ? 100 : share.understood * 100 / share.cells);
}

std::string share_line(std::string const& kind, std::string const& cells, std::string const& understood,
                       std::string const& percent) {
  return fit(kind, kind_columns) + fit(cells, count_columns, Align::right)
         + fit(understood, count_columns + 2, Align::right) + fit(percent, count_columns, Align::right)
         + "\n";
}

std::string unknown_line(std::string const& count, std::string const& kind, std::string const& text,
                         std::string const& nearest, std::string const& place) {
  return fit(count, count_columns, Align::right) + "  " + fit(kind, kind_columns) + "  "
         + fit(text, text_columns) + "  " + fit(nearest, nearest_columns) + "  " + place + "\n";
}

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json number_or_null(std::uint32_t number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

} // namespace

std::string vocabulary_text(VocabularyReport const& report, std::size_t listed, SourceTable const& sources,
                            Messages const& messages, Language language) {
  auto const text = [&](std::string_view id, std::vector<std::string> const& arguments = {}) {
    return messages.text(id, language, arguments);
  };
  std::string page =
      text("vocabulary_summary",
           {std::to_string(report.files), std::to_string(report.projects), std::to_string(report.rows)})
      + "\n\n"
      + share_line(text("vocabulary_kind"), text("vocabulary_cells"), text("vocabulary_understood"),
                   text("vocabulary_share"));
  for (KindShare const& each : report.kinds) {
    page += share_line(kind_text(each.kind, messages, language), std::to_string(each.cells),
                       std::to_string(each.understood), percent_of(each) + "%");
  }
  if (report.unreadable != 0) {
    page += "\n" + text("vocabulary_unreadable", {std::to_string(report.unreadable)}) + "\n";
  }
  if (report.unknown.empty()) {
    bool const nothing_read = std::all_of(report.kinds.begin(), report.kinds.end(),
                                          [](KindShare const& each) { return each.cells == 0; });
    return page + "\n"
           + text(nothing_read             ? "vocabulary_nothing_read"
                  : report.unreadable != 0 ? "vocabulary_read_understood"
                                           : "vocabulary_all_understood")
           + "\n";
  }
  page += "\n" + text("vocabulary_unknown", {std::to_string(report.unknown.size())}) + "\n"
          + unknown_line(text("vocabulary_count"), text("vocabulary_kind"), text("vocabulary_text"),
                         text("vocabulary_nearest"), text("vocabulary_first"));
  std::size_t const shown = std::min(listed, report.unknown.size());
  for (std::size_t i = 0; i < shown; ++i) {
    UnknownCells const& each = report.unknown[i];
    page += unknown_line(std::to_string(each.count), kind_text(each.kind, messages, language),
                         printable(each.text), each.nearest.empty() ? "-" : printable(each.nearest),
                         place_text(each.first, sources));
  }
  if (shown < report.unknown.size()) {
    page += text("vocabulary_more", {std::to_string(report.unknown.size() - shown)}) + "\n";
  }
  if (report.not_listed != 0) {
    page += text("vocabulary_not_kept", {std::to_string(report.not_listed)}) + "\n";
  }
  return page;
}

void write_vocabulary_csv(VocabularyReport const& report, SourceTable const& sources, Writer const& write) {
  CsvLine line;
  for (char const* head : {"kind", "text", "count", "nearest", "file", "sheet", "row", "column"}) {
    line.add(head);
  }
  line.finish(write);
  for (UnknownCells const& each : report.unknown) {
    diagnostic::Source const& source = sources.at(each.first.source);
    line.add(each.kind).add(each.text).add_number(std::to_string(each.count)).add(each.nearest);
    line.add(source.file).add(source.sheet);
    for (std::uint32_t const number : {each.first.row, each.first.column}) {
      line.add_number(number == 0 ? std::string() : std::to_string(number));
    }
    line.finish(write);
  }
}

std::string vocabulary_json(VocabularyReport const& report, SourceTable const& sources) {
  Json kinds = Json::array(), unknown = Json::array();
  for (KindShare const& each : report.kinds) {
    kinds.push_back({{"kind", each.kind}, {"cells", each.cells}, {"understood", each.understood}});
  }
  for (UnknownCells const& each : report.unknown) {
    diagnostic::Source const& source = sources.at(each.first.source);
    unknown.push_back({{"kind", each.kind},
                       {"text", each.text},
                       {"count", each.count},
                       {"nearest", text_or_null(each.nearest)},
                       {"first",
                        {{"file", source.file},
                         {"sheet", text_or_null(source.sheet)},
                         {"row", number_or_null(each.first.row)},
                         {"column", number_or_null(each.first.column)}}}});
  }
  return Json{{"schema", "jixiao/vocabulary-report/1"},
              {"files", report.files},
              {"unreadable", report.unreadable},
              {"projects", report.projects},
              {"rows", report.rows},
              {"kinds", std::move(kinds)},
              {"unknown", std::move(unknown)},
              {"not_listed", report.not_listed}}
             .dump(1, ' ', false, nlohmann::json::error_handler_t::replace)
         + "\n";
}

} // namespace jixiao::report
