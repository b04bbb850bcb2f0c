#include "engine/report/report.hpp"

#include "engine/report/sinks.hpp"

#include <cstdlib>

namespace jixiao::report {

std::unique_ptr<Sink> make_sink(ReportOptions const& options, diagnostic::SourceTable const& sources,
                                vocabulary::Messages const& messages, Writer write) {
  SinkContext const context{options, sources, messages, std::move(write)};
  switch (options.format) {
  case Format::table: return make_table_sink(context);
  case Format::json: return make_json_sink(context);
  case Format::jsonl: return make_json_lines_sink(context);
  case Format::csv: return make_csv_sink(context);
  case Format::judgements: return make_judgements_sink(context);
  case Format::markdown: return make_markdown_sink(context);
  }
  std::abort(); // unreachable: a value outside the enum is a bug
}

} // namespace jixiao::report
