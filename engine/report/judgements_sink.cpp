// The open rows of the queue as a file of judgements in which only the decisions are missing.
#include "engine/report/format.hpp"
#include "engine/report/question_text.hpp"
#include "engine/report/sinks.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::report {
namespace {

using model::ScoredIndicator;

/// A text as YAML writes it on one line, whatever stands in it.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 0x20u || byte == 0x7fu) {
      result += ' ';
    } else {
      result += c;
    }
  }
  return result + "\"";
}

class JudgementsSink : public Sink {
public:
  explicit JudgementsSink(SinkContext context) : context_(std::move(context)) {}

  void begin(rulepack::RulePack const& pack) override {
    pack_ = &pack;
    for (char const* const line : {"judgements_file_title", "judgements_file_decision"}) {
      context_.write("# " + text(line) + "\n");
    }
  }

  void project(model::ProjectEvaluation const& project) override {
    for (model::QueueItem const& item : project.queue) {
      auto const row =
          std::find_if(project.indicators.begin(), project.indicators.end(),
                       [&](ScoredIndicator const& each) { return each.indicator.row == item.row; });
      if (row != project.indicators.end()) { // what the project owes is no row
        entry(project, item, row->indicator);
      }
    }
  }

  void end(std::vector<model::DepartmentEvaluation> const&, diagnostic::Diagnostics const&,
           Receipt const&) override {
    if (!any_) {
      context_.write("judgements: []\n");
    }
  }

private:
  [[nodiscard]] std::string text(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return context_.messages.text(id, context_.options.language, arguments);
  }

  void entry(model::ProjectEvaluation const& project, model::QueueItem const& item,
             model::Indicator const& row) {
    std::string lines = any_ ? "" : "judgements:\n";
    any_ = true;
    lines += "  - row: " + quoted(row.key) + "\n    digest: " + quoted(row.digest) + "\n";
    if (!row.name.empty()) {
      lines += "    name: " + quoted(row.name) + "\n";
    }
    if (!row.target_text.empty()) {
      lines += "    target: " + quoted(row.target_text) + "\n";
    }
    std::string const question =
        question_text(project, item, *pack_, context_.messages, context_.options.language, Words::whole);
    lines += "    # " + text("judgements_file_actual", {quoted(row.actual_text)}) + "\n";
    lines += "    # " + text("judgements_file_question", {stake_cell(item, *pack_), quoted(question)}) + "\n";
    lines += "    value: \"\"\n    by: \"\"\n    on: \"\"\n    why: \"\"\n";
    context_.write(lines);
  }

  SinkContext context_;
  rulepack::RulePack const* pack_ = nullptr;
  bool any_ = false;
};

} // namespace

std::unique_ptr<Sink> make_judgements_sink(SinkContext const& context) {
  return std::make_unique<JudgementsSink>(context);
}

} // namespace jixiao::report
