#include "engine/report/actual_words.hpp"

#include "engine/report/explain_more.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {

using number::Rational;

ActualWords::ActualWords(model::Indicator const& indicator, model::Comparison const& comparison,
                         vocabulary::Messages const& messages, vocabulary::Language language)
    : comparison_(comparison), messages_(messages), language_(language),
      written_(model::written_unit(indicator)) {}

std::string ActualWords::value(Rational const& value) const {
  if (is_ratio(comparison_)) {
    return (value * Rational(100)).plain_text() + "%";
  }
  return written_ && !written_->unit.empty() ? in_unit(value).plain_text() + printable(written_->unit)
                                             : amount_text(value, comparison_, messages_, language_);
}

std::string ActualWords::distance(Rational const& step) const {
  return is_ratio(comparison_) ? messages_.text("explain_percentage_points", language_,
                                                std::vector<std::string>{(step * Rational(100)).plain_text()})
                               : value(step);
}

std::string const& ActualWords::unit() const {
  return written_ ? written_->unit : comparison_.unit;
}

Rational ActualWords::in_unit(Rational const& value) const {
  return written_ ? value / written_->factor : value;
}

} // namespace jixiao::report
