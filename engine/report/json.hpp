#pragma once
// The JSON that others rely on (docs/schema/). Numbers of the domain are strings, positions are integers
// counted in characters, fields that do not apply are null.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/report/report.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <nlohmann/json_fwd.hpp>

namespace jixiao::report {

using Json = nlohmann::ordered_json;

struct JsonContext {
  diagnostic::SourceTable const& sources;
  vocabulary::Messages const& messages;
  rulepack::RulePack const* pack = nullptr; ///< not needed for readings and diagnostics
  bool exact = false;
};

[[nodiscard]] Json reading_json(model::Reading const& reading, vocabulary::Messages const& messages);
[[nodiscard]] Json diagnostic_json(diagnostic::Diagnostic const& diagnostic, JsonContext const& context);
[[nodiscard]] Json diagnostics_json(diagnostic::Diagnostics const& diagnostics, JsonContext const& context);
[[nodiscard]] Json indicator_json(model::ScoredIndicator const& scored, JsonContext const& context);
[[nodiscard]] Json project_json(model::ProjectEvaluation const& project, JsonContext const& context,
                                Detail detail);
[[nodiscard]] Json department_json(model::DepartmentEvaluation const& department, JsonContext const& context);
[[nodiscard]] Json rules_json(rulepack::RulePack const& pack);
[[nodiscard]] Json receipt_json(Receipt const& receipt);

/// {"zh": ..., "en": ...} of a message, or of its hint.
[[nodiscard]] Json both_languages(vocabulary::Messages const& messages, std::string_view id,
                                  std::vector<std::string> const& arguments);

} // namespace jixiao::report
