#pragma once
// Inside of the report folder: one maker for each format.
#include "engine/report/report.hpp"

namespace jixiao::report {

struct SinkContext {
  ReportOptions options;
  diagnostic::SourceTable const& sources;
  vocabulary::Messages const& messages;
  Writer write;
};

[[nodiscard]] std::unique_ptr<Sink> make_json_sink(SinkContext const& context);
[[nodiscard]] std::unique_ptr<Sink> make_json_lines_sink(SinkContext const& context);
[[nodiscard]] std::unique_ptr<Sink> make_csv_sink(SinkContext const& context);
[[nodiscard]] std::unique_ptr<Sink> make_table_sink(SinkContext const& context);
[[nodiscard]] std::unique_ptr<Sink> make_judgements_sink(SinkContext const& context);
[[nodiscard]] std::unique_ptr<Sink> make_markdown_sink(SinkContext const& context);

} // namespace jixiao::report
