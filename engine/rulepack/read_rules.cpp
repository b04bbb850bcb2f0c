#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/instruction.hpp"
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

std::string id_of(Fields const& fields) {
  Node const* const id = fields.find("id");
  return id != nullptr ? std::string(id->text()) : std::string();
}

void report_slips(Fields const& fields, ProgramPtr const& program, std::string const& text,
                  std::span<Input const> inputs) {
  if (program == nullptr || program->text != text) {
    return; // not compiled: what is there is inherited
  }
  for (diagnostic::Diagnostic& found : check_percent_slips(id_of(fields), *program, inputs)) {
    fields.file().out.push_back(std::move(found));
  }
}

/// Reads the expression `key` into text and program; reports a missing one unless a rule above has it.
void read_expression(Fields const& fields, std::string_view key, Want want, std::span<Input const> inputs,
                     std::string& text, ProgramPtr& program) {
  Node const* const node = program != nullptr ? fields.find(key) : fields.need(key);
  if (node == nullptr) {
    return;
  }
  if (auto read = read_text(*node, inside(fields.path(), key), fields.file())) {
    text = std::move(*read);
    take(compile(text, want, expression_place(*node, fields.file()), inputs), program, fields.file());
    report_slips(fields, program, text, inputs);
  }
}

/// Whether `limit` stands in the condition as a number of its own: not as the beginning of a longer one.
bool asks_for(std::string const& when, std::string const& limit) {
  std::string const wanted = " " + limit;
  constexpr std::string_view of_number = ".0123456789%";
  for (std::size_t at = when.find(wanted); at != std::string::npos; at = when.find(wanted, at + 1)) {
    std::size_t const behind = at + wanted.size();
    if (behind == when.size() || of_number.find(when[behind]) == std::string_view::npos) {
      return number::Rational::parse(limit).has_value();
    }
  }
  return false;
}

/// `finding: ""` takes the finding of an inherited rule away; a check is nothing without one.
void read_finding(Fields const& fields, Rule& rule, RuleGives gives) {
  Node const* const node = fields.find("finding");
  if (gives == RuleGives::share && node != nullptr && node->is_scalar() && node->text().empty()) {
    rule.finding.clear();
  } else {
    read_message_into(rule.finding, fields, "finding");
  }
}

/// The number that the finding shows is one that the condition asks for.
void read_limit(Fields const& fields, Rule& rule) {
  read_text_into(rule.limit, fields, "limit");
  if (rule.limit.empty()) {
    return;
  }
  Node const* const node = fields.find("limit");
  // A check that is switched off shows nothing.
  if (rule.when_text != "false" && !asks_for(rule.when_text, rule.limit)) {
    fields.file().report(findings::pack_limit_shown, node != nullptr ? *node : fields.node(),
                         {rule.limit, rule.when_text});
  }
}

/// The share that stands here, not one that is inherited.
void check_range(Fields const& fields, Rule const& rule) {
  if (rule.share == nullptr || fields.find("share") == nullptr) {
    return;
  }
  for (diagnostic::Diagnostic& found : check_share_range(id_of(fields), *rule.share)) {
    fields.file().out.push_back(std::move(found));
  }
}

/// What a rule that overrides another leaves out, it keeps; but a citation belongs to the words that it
/// stands beside, so new words drop the old citation.
Rule read_rule(Fields const& fields, Rule const* inherited, RuleGives gives, std::span<Input const> inputs) {
  Rule rule = inherited != nullptr ? *inherited : Rule{};
  if (fields.find("when") != nullptr || fields.find("share") != nullptr) {
    rule.cite.clear();
    rule.confidence.reset();
  }
  read_expression(fields, "when", Want::truth, inputs, rule.when_text, rule.when);
  if (gives == RuleGives::share) {
    read_expression(fields, "share", Want::number, inputs, rule.share_text, rule.share);
    check_range(fields, rule);
  } else if (gives == RuleGives::finding ? rule.finding.empty() : rule.light.empty()) {
    (void)fields.need(gives == RuleGives::finding ? "finding" : "light");
  }
  if (gives == RuleGives::light) {
    read_id_into(rule.light, fields, "light");
  } else {
    read_finding(fields, rule, gives);
    read_word_into(rule.severity, fields, "severity", {"info", "warning", "error"});
  }
  if (gives == RuleGives::finding) {
    read_limit(fields, rule);
    read_word_into(rule.asks_reason, fields, "asks_reason", {"false", "true"});
  }
  read_text_into(rule.cite, fields, "cite");
  if (auto const confidence = read_confidence(fields)) {
    rule.confidence = confidence;
  }
  return rule;
}

} // namespace

void read_rule_list(Fields const& section, std::string_view key, RuleGives gives,
                    std::span<Input const> inputs, std::vector<Rule>& list) {
  auto const read = [&](Fields const& fields, Rule const* inherited) {
    return read_rule(fields, inherited, gives, inputs);
  };
  switch (gives) {
  case RuleGives::share:
    read_entries(section, key, rules_limit,
                 {"id", "when", "share", "finding", "severity", "cite", "confidence", "before", "after"},
                 list, read);
    break;
  case RuleGives::finding:
    read_entries(section, key, rules_limit,
                 {"id", "when", "finding", "severity", "limit", "asks_reason", "cite", "confidence", "before",
                  "after"},
                 list, read);
    break;
  case RuleGives::light:
    read_entries(section, key, rules_limit, {"id", "when", "light", "cite", "confidence", "before", "after"},
                 list, read);
    break;
  }
}

void read_rules(Fields const& top, RulePack& pack) {
  read_rule_list(top, "score", RuleGives::share, pack.inputs, pack.score);
  read_rule_list(top, "checks", RuleGives::finding, pack.inputs, pack.checks);
  read_rule_list(top, "caps", RuleGives::share, pack.inputs, pack.caps);
  Node const* const node = top.find("execution");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "execution");
  Fields const execution(*node, path, {"denominator", "rules"}, top.file());
  read_word_into(pack.denominator, execution, "denominator", {"adjusted", "initial"});
  read_rule_list(execution, "rules", RuleGives::share, {}, pack.execution);
}

} // namespace jixiao::rulepack
