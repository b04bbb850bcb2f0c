#pragma once
// `jixiao rules try`: one pasted line in, what a pack makes of it out.
#include "engine/diagnostic/source_table.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/row_lines.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::pipeline {

class RowTrial {
public:
  static constexpr std::size_t most_line_bytes = std::size_t{64} << 10;

  /// All must outlive this object. `input`: what the places of cells point at.
  RowTrial(vocabulary::Vocabulary const& vocabulary, vocabulary::Messages const& messages,
           vocabulary::Language language, diagnostic::SourceTable& sources, std::string const& input);

  /// Points of rows that print none.
  void use_weight(std::string weight) { weight_ = std::move(weight); }
  /// Four digits, or empty.
  void use_year(std::string year) { year_ = std::move(year); }

  /// Rows are read without a header again.
  void forget_header() { lines_.forget_header(); }

  /// What `pack` makes of `line`: reading, rules, score, findings and why not all points. A line of YAML is a
  /// test of a pack and is run as one. `number`: of the line. Bad input is said, never refused.
  [[nodiscard]] std::string answer(rulepack::RulePack const& pack, std::string_view line,
                                   std::uint32_t number);

private:
  [[nodiscard]] std::string row(rulepack::RulePack const& pack, RowLine&& line);
  [[nodiscard]] std::string test(rulepack::RulePack const& pack, std::string_view line, std::uint32_t number);
  [[nodiscard]] std::string explained(model::ProjectEvaluation& evaluation,
                                      rulepack::RulePack const& pack) const;
  [[nodiscard]] std::string text(std::string_view id, std::vector<std::string> const& arguments = {}) const;
  [[nodiscard]] std::string listed(std::vector<std::string> const& texts) const;

  vocabulary::Messages const& messages_;
  vocabulary::Language language_;
  diagnostic::SourceTable& sources_;
  diagnostic::SourceId source_;
  RowLines lines_;
  lowering::Reader reader_;
  PackTester tester_;
  std::string weight_ = "10", year_;
};

} // namespace jixiao::pipeline
