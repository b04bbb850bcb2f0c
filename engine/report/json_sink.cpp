#include "engine/report/json.hpp"
#include "engine/report/sinks.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

/// Invalid UTF-8 has been repaired at the door; should any be left, it is replaced, never an exception.
std::string dump(Json const& json, int indent) {
  return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// One document, written as it grows: no project is held after it was written.
class JsonSink final : public Sink {
public:
  JsonSink(ReportOptions const& options, JsonContext context, Writer write)
      : options_(options), context_(context), write_(std::move(write)) {}

  void begin(rulepack::RulePack const& pack) override {
    context_.pack = &pack;
    write_("{\n\"schema\": \"jixiao/evaluation/1\",\n\"engine\": " + dump(options_.engine, -1)
           + ",\n\"rules\": " + dump(rules_json(pack), -1) + ",\n\"projects\": [");
  }

  void project(model::ProjectEvaluation const& project) override {
    if (options_.detail != Detail::departments) {
      write_((first_ ? "\n" : ",\n") + dump(project_json(project, context_, options_.detail), 1));
      first_ = false;
    }
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments,
           diagnostic::Diagnostics const& findings, Receipt const& receipt) override {
    Json list = Json::array();
    for (model::DepartmentEvaluation const& department : departments) {
      list.push_back(department_json(department, context_));
    }
    write_("\n],\n\"departments\": " + dump(list, 1)
           + ",\n\"findings\": " + dump(diagnostics_json(findings, context_), 1)
           + ",\n\"receipt\": " + dump(receipt_json(receipt), -1) + "\n}\n");
  }

private:
  ReportOptions options_;
  JsonContext context_;
  Writer write_;
  bool first_ = true;
};

/// One object a line: {"rules"}, then {"project"} lines, {"department"} lines, {"finding"} lines,
/// {"receipt"}.
class JsonLinesSink final : public Sink {
public:
  JsonLinesSink(ReportOptions const& options, JsonContext context, Writer write)
      : options_(options), context_(context), write_(std::move(write)) {}

  void begin(rulepack::RulePack const& pack) override {
    context_.pack = &pack;
    line({{"schema", "jixiao/evaluation/1"}, {"engine", options_.engine}, {"rules", rules_json(pack)}});
  }

  void project(model::ProjectEvaluation const& project) override {
    if (options_.detail != Detail::departments) {
      line({{"project", project_json(project, context_, options_.detail)}});
    }
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments,
           diagnostic::Diagnostics const& findings, Receipt const& receipt) override {
    for (model::DepartmentEvaluation const& department : departments) {
      line({{"department", department_json(department, context_)}});
    }
    for (diagnostic::Diagnostic const& finding : findings) {
      line({{"finding", diagnostic_json(finding, context_)}});
    }
    line({{"receipt", receipt_json(receipt)}});
  }

private:
  void line(Json const& json) { write_(dump(json, -1) + "\n"); }

  ReportOptions options_;
  JsonContext context_;
  Writer write_;
};

} // namespace

std::unique_ptr<Sink> make_json_sink(SinkContext const& context) {
  return std::make_unique<JsonSink>(
      context.options, JsonContext{context.sources, context.messages, nullptr, context.options.exact},
      context.write);
}

std::unique_ptr<Sink> make_json_lines_sink(SinkContext const& context) {
  return std::make_unique<JsonLinesSink>(
      context.options, JsonContext{context.sources, context.messages, nullptr, context.options.exact},
      context.write);
}

std::string reading_line(model::Reading const& reading, vocabulary::Messages const& messages) {
  return dump(reading_json(reading, messages), -1);
}

std::string diagnostics_document(diagnostic::Diagnostics const& findings,
                                 diagnostic::SourceTable const& sources,
                                 vocabulary::Messages const& messages) {
  return dump({{"schema", "jixiao/findings/1"},
               {"findings", diagnostics_json(findings, JsonContext{sources, messages, nullptr, false})}},
              1);
}

} // namespace jixiao::report
