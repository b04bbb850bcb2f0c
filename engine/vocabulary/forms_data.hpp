#pragma once
// Everything that Forms holds. Private to this folder.
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/word_key.hpp"

namespace jixiao::vocabulary {

struct Forms::Data {
  std::string fused_target_head;
  WordMap<Label> labels;
  std::vector<std::string> label_endings;                          ///< keys
  std::vector<std::string> level_endings;                          ///< keys
  std::vector<std::string> adjusted_targets, targets_not_adjusted; ///< keys
  std::vector<std::string> whole_periods;                          ///< keys
  std::vector<std::string> unit_name_endings;                      ///< keys
  std::vector<std::string> project_name_endings;                   ///< as keys
  std::vector<std::string> works, no_works;                        ///< how names begin, as keys
  WordMap<RowField> columns;
  std::vector<Form> forms;
  std::vector<std::string> title_endings, report_endings, title_openings; ///< keys, the longest first
  std::vector<std::string> unit_endings, no_names, page_marks;            ///< keys
  TickSigns tick_signs;
  std::array<std::string, 16> level1_words; ///< by model::Level1
};

/// Fills `data` as far as it can and appends what is wrong to `findings`.
void read_forms(RuleFile const& file, Forms::Data& data, diagnostic::Diagnostics& findings);

} // namespace jixiao::vocabulary
