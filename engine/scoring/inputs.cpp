#include "engine/scoring/inputs.hpp"

#include "engine/scoring/findings.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using rulepack::Input;

/// Money without a unit is in ten thousand yuan, as in every official form.
Rational const& ten_thousand() {
  static Rational const value = 10'000;
  return value;
}

/// The figure as the pack asks for it; no value when it is something else.
std::optional<Rational> value_of(model::NamedFigure const& figure, Input::Kind kind) {
  switch (kind) {
  case Input::Kind::ratio: // 90 without a sign may be a percentage, or not
    return figure.dimension == model::Dimension::ratio ? std::optional(figure.value) : std::nullopt;
  case Input::Kind::count:
    return figure.bare || figure.dimension == model::Dimension::count ? std::optional(figure.value)
                                                                      : std::nullopt;
  case Input::Kind::money:
    return figure.bare                                   ? std::optional(figure.value * ten_thousand())
           : figure.dimension == model::Dimension::money ? std::optional(figure.value)
                                                         : std::nullopt;
  }
  return std::nullopt;
}

Input const* find_input(rulepack::RulePack const& pack, std::string const& name) {
  for (Input const& input : pack.inputs) {
    if (std::find(input.names.begin(), input.names.end(), name) != input.names.end()) {
      return &input;
    }
  }
  return nullptr;
}

std::string names_of(rulepack::RulePack const& pack) {
  std::string text;
  for (Input const& input : pack.inputs) {
    text += text.empty() ? "" : ", ";
    text += input.names.empty() ? input.id : input.names.front();
  }
  return text;
}

} // namespace

void add_inputs(model::ScoredIndicator& row, rulepack::RulePack const& pack, model::Facts& facts) {
  auto const refuse = [&row](diagnostic::Code const& code, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), row.indicator.name);
    for (diagnostic::Diagnostic const& known : row.findings) {
      if (known.code == code.id && known.arguments == arguments) {
        return; // rows are judged again when their weight is known
      }
    }
    row.findings.push_back(diagnostic::make(code, row.indicator.place, std::move(arguments)));
  };
  std::vector<Input const*> seen;
  for (model::NamedFigure const& figure : row.indicator.inputs) {
    Input const* const input = find_input(pack, figure.name);
    if (input == nullptr) {
      refuse(findings::input_unknown, {figure.name, names_of(pack)});
      continue;
    }
    std::optional<Rational> const value = value_of(figure, input->kind);
    if (!value || value->sign() < 0) {
      refuse(findings::input_refused, {figure.name});
      continue;
    }
    auto& fact = facts.number(input->field);
    if (std::find(seen.begin(), seen.end(), input) != seen.end()) {
      if (fact && *fact->low.value != *value) { // which of the two holds nobody knows
        refuse(findings::input_twice, {figure.name});
        fact.reset();
      }
      continue;
    }
    seen.push_back(input);
    fact = Interval::point(*value);
  }
}

} // namespace jixiao::scoring
