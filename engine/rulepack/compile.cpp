#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/make_decision.hpp"
#include "grammar/expression.hpp"

#include <memory>
#include <utility>

namespace jixiao::rulepack {
namespace {

constexpr grammar::ExpressionLimits limits{};

diagnostic::Diagnostic syntax_finding(grammar::ExpressionError const& error, std::string_view text,
                                      diagnostic::Place where) {
  diagnostic::Place const place = place_in(where, text, error.span);
  if (error.limit) {
    return text.size() > limits.bytes
               ? diagnostic::make(findings::expression_too_long, place, {std::to_string(limits.bytes)})
               : diagnostic::make(findings::expression_too_deep, place, {std::to_string(limits.depth)});
  }
  bool const at_end = error.found.empty();
  switch (error.what) {
  case grammar::Expected::value:
    return at_end ? diagnostic::make(findings::expression_ends_before_value, place)
                  : diagnostic::make(findings::expression_expects_value, place, {error.found});
  case grammar::Expected::number:
    return at_end ? diagnostic::make(findings::expression_ends_before_value, place)
                  : diagnostic::make(findings::expression_expects_number, place, {error.found});
  case grammar::Expected::operation:
    return diagnostic::make(findings::expression_expects_operation, place, {error.found});
  case grammar::Expected::token: break;
  }
  return at_end ? diagnostic::make(findings::expression_ends_before_token, place, {error.expected})
                : diagnostic::make(findings::expression_expects_token, place, {error.found, error.expected});
}

bool uses_no_field(Program const& program) {
  for (std::uint8_t const count : program.mentions_of) {
    if (count != 0) {
      return false;
    }
  }
  return program.truths_used == 0 && program.words_used == 0;
}

} // namespace

diagnostic::Outcome<ProgramPtr> compile(std::string_view text, Want want, diagnostic::Place where,
                                        std::span<Input const> inputs) {
  diagnostic::Outcome<ProgramPtr> outcome;
  grammar::ExpressionResult const parsed = grammar::parse_expression(text, limits);
  if (!parsed.tree) {
    for (grammar::ExpressionError const& error : parsed.errors) {
      outcome.diagnostics.push_back(syntax_finding(error, text, where));
    }
    return outcome;
  }
  auto program = std::make_shared<Program>();
  program->text = std::string(text);
  program->where = where;
  Compiler compiler(*program, *parsed.tree, where, inputs);
  bool const accepted = compiler.run(want);
  outcome.diagnostics = std::move(compiler.findings());
  if (accepted) {
    if (want == Want::truth) {
      program->decision = make_decision(*parsed.tree);
    } else if (uses_no_field(*program)) {
      program->fixed = evaluate_number(*program, model::Facts{});
    }
    outcome.value = std::move(program);
  }
  return outcome;
}

} // namespace jixiao::rulepack
