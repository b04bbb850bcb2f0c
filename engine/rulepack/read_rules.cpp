#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/place_entry.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/sections.hpp"

namespace jixiao::rulepack {

using configuration::Node;

namespace {

void take(diagnostic::Outcome<ProgramPtr>&& compiled, ProgramPtr& program, PackText const& file) {
  for (diagnostic::Diagnostic& found : compiled.diagnostics) {
    file.out.push_back(std::move(found));
  }
  if (compiled.value) {
    program = std::move(*compiled.value);
  }
}

/// Reads the expression `key` into text and program; reports a missing one unless a rule above has it.
void read_expression(Fields const& fields, std::string_view key, Want want, std::string& text,
                     ProgramPtr& program) {
  Node const* const node = program != nullptr ? fields.find(key) : fields.need(key);
  if (node == nullptr) {
    return;
  }
  if (auto read = read_text(*node, inside(fields.path(), key), fields.file())) {
    text = std::move(*read);
    take(compile(text, want, expression_place(*node, fields.file())), program, fields.file());
  }
}

/// The number that the finding shows is one that the condition asks for.
void read_limit(Fields const& fields, Rule& rule) {
  read_text_into(rule.limit, fields, "limit");
  if (rule.limit.empty()) {
    return;
  }
  Node const* const node = fields.find("limit");
  bool const number = number::Rational::parse(rule.limit).has_value();
  if (!number || rule.when_text.find(" " + rule.limit) == std::string::npos) {
    fields.file().report(findings::pack_limit_shown, node != nullptr ? *node : fields.node(),
                         {rule.limit, rule.when_text});
  }
}

/// What a rule that overrides another leaves out, it keeps; but a citation belongs to the words that it
/// stands beside, so new words drop the old citation.
Rule read_rule(Fields const& fields, Rule const* inherited, bool has_share) {
  Rule rule = inherited != nullptr ? *inherited : Rule{};
  if (fields.find("when") != nullptr || fields.find("share") != nullptr) {
    rule.cite.clear();
    rule.confidence.reset();
  }
  read_expression(fields, "when", Want::truth, rule.when_text, rule.when);
  if (has_share) {
    read_expression(fields, "share", Want::number, rule.share_text, rule.share);
  } else if (rule.finding.empty()) {
    (void)fields.need("finding");
  }
  read_id_into(rule.finding, fields, "finding");
  read_word_into(rule.severity, fields, "severity", {"info", "warning", "error"});
  if (!has_share) {
    read_limit(fields, rule);
    read_word_into(rule.asks_reason, fields, "asks_reason", {"false", "true"});
  }
  read_text_into(rule.cite, fields, "cite");
  if (auto const confidence = read_confidence(fields)) {
    rule.confidence = confidence;
  }
  return rule;
}

void read_scoring_rules(Fields const& section, std::string_view key, std::vector<Rule>& list) {
  read_entries(
      section, key, rules_limit,
      {"id", "when", "share", "finding", "severity", "cite", "confidence", "before", "after"}, list,
      [](Fields const& fields, Rule const* inherited) { return read_rule(fields, inherited, true); });
}

void read_checks(Fields const& section, std::vector<Rule>& list) {
  read_entries(
      section, "checks", rules_limit,
      {"id", "when", "finding", "severity", "limit", "asks_reason", "cite", "confidence", "before", "after"},
      list, [](Fields const& fields, Rule const* inherited) { return read_rule(fields, inherited, false); });
}

} // namespace

void read_rules(Fields const& top, RulePack& pack) {
  read_scoring_rules(top, "score", pack.score);
  read_checks(top, pack.checks);
  Node const* const node = top.find("execution");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "execution");
  Fields const execution(*node, path, {"denominator", "rules"}, top.file());
  read_word_into(pack.denominator, execution, "denominator", {"adjusted", "initial"});
  read_scoring_rules(execution, "rules", pack.execution);
}

} // namespace jixiao::rulepack
