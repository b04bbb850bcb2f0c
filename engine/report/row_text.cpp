#include "engine/report/row_text.hpp"

#include "engine/report/format.hpp"

namespace jixiao::report {

using vocabulary::Language;
using vocabulary::Messages;

std::string row_name(model::Indicator const& indicator, Messages const& messages, Language language) {
  if (!indicator.name.empty()) {
    return indicator.name;
  }
  std::string const id = indicator.unused && indicator.weight_text.empty() ? "blank_row" : "unnamed_row";
  return messages.text(id + (indicator.level2.empty() ? "" : "_of"), language,
                       std::vector<std::string>{indicator.level2});
}

bool row_counts(model::ScoredIndicator const& scored) {
  return scored.weight_origin != model::WeightOrigin::none && scored.status != model::Status::not_applicable
         && scored.status != model::Status::excluded;
}

std::string weight_cell(model::ScoredIndicator const& scored, rulepack::RulePack const& pack) {
  return scored.weight_origin == model::WeightOrigin::none ? "-" : points(scored.weight, pack);
}

std::string score_cell(model::ScoredIndicator const& scored, bool project_scored,
                       rulepack::RulePack const& pack) {
  return project_scored && row_counts(scored) ? points(scored.score, pack) : "-";
}

std::string status_text(model::ScoredIndicator const& scored, Messages const& messages, Language language) {
  std::string const status = messages.text("status_" + std::string(model::name(scored.status)), language);
  if (scored.column == model::LedgerColumn::none) {
    return status;
  }
  std::string const column = messages.text("ledger_" + std::string(model::name(scored.column)), language);
  return messages.text("status_and_ledger", language, std::vector<std::string>{status, column});
}

std::string judgement_text(model::ScoredIndicator const& scored, Messages const& messages,
                           Language language) {
  if (!scored.judgement) {
    return {};
  }
  model::AppliedJudgement const& judged = *scored.judgement;
  bool const of_tier = judged.what == "share" && !judged.tier.empty();
  std::string const what = messages.text("judged_" + judged.what + (of_tier ? "_of_tier" : ""), language,
                                         std::vector<std::string>{judged.text, judged.tier});
  return messages.text("judged_by", language,
                       std::vector<std::string>{judged.by, judged.on, what, judged.why});
}

std::string claim_text(model::ScoredIndicator const& scored, rulepack::RulePack const& pack,
                       Messages const& messages, Language language) {
  if (!scored.indicator.claimed || !scored.difference || scored.difference->is_zero()) {
    return {};
  }
  bool const more = scored.difference->sign() > 0;
  std::vector<std::string> const arguments{points(*scored.indicator.claimed, pack),
                                           points(more ? *scored.difference : -*scored.difference, pack),
                                           messages.text(scored.difference_cause, language)};
  return messages.text(more ? "claimed_more" : "claimed_less", language, arguments);
}

std::vector<std::string> row_notes(model::ScoredIndicator const& scored, rulepack::RulePack const& pack,
                                   Messages const& messages, Language language) {
  std::vector<std::string> notes;
  for (std::string const& note :
       {judgement_text(scored, messages, language), claim_text(scored, pack, messages, language)}) {
    if (!note.empty()) {
      notes.push_back(note);
    }
  }
  return notes;
}

} // namespace jixiao::report
