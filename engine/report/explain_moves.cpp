#include "engine/report/explain_moves.hpp"

#include "engine/report/actual_words.hpp"
#include "engine/report/format.hpp"
#include "engine/report/grade_distance.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {
namespace {

using model::GradeMove;
using number::Rational;
using vocabulary::Language;

class Moves {
public:
  Moves(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
        vocabulary::Messages const& messages, Language language)
      : project_(project), pack_(pack), messages_(messages), language_(language) {}

  /// `ways`: of all rows that could do it.
  void add(std::vector<GradeMove> const& ways, std::string const& id) {
    say(ways.empty() ? id + "_none" : id, {});
    for (GradeMove const& move : ways) {
      add(move);
    }
  }

  std::string text() && { return std::move(text_); }

private:
  void say(std::string const& id, std::vector<std::string> const& arguments) {
    text_ += messages_.text(id, language_, arguments) + "\n";
  }

  void add(GradeMove const& move) {
    static constexpr char const* ids[] = {"explain_move_actual", "explain_move_points",
                                          "explain_move_judgement", "explain_move_unknown"};
    model::ScoredIndicator const& row = project_.indicators[move.row];
    std::vector<std::string> arguments{
        std::to_string(row.indicator.row), printable(row_name(row.indicator, messages_, language_)),
        points(move.points, pack_), points(move.total, pack_), grade_name(pack_, move.grade, language_)};
    if (move.actual) {
      model::Comparison const& comparison = row.indicator.comparisons.front();
      Rational const& now = *comparison.facts.number(model::NumberField::actual)->low.value;
      ActualWords const words(row.indicator, comparison, messages_, language_);
      arguments.push_back(words.value(now));
      arguments.push_back(words.value(*move.actual));
      arguments.push_back(words.distance(number::abs(*move.actual - now)));
    }
    say(ids[static_cast<std::size_t>(move.by)], arguments);
  }

  model::ProjectEvaluation const& project_;
  rulepack::RulePack const& pack_;
  vocabulary::Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::string explain_moves(model::ProjectEvaluation const& project, model::GradeMoves const& moves,
                          rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                          Language language) {
  if (moves.too_many != 0) {
    std::vector<std::string> const arguments{std::to_string(project.indicators.size()),
                                             std::to_string(moves.too_many)};
    return messages.text("explain_moves_too_many", language, arguments) + "\n";
  }
  if (!moves.known) {
    return {};
  }
  GradeDistance const distance = grade_distance(project, pack);
  Moves said(project, pack, messages, language);
  if (distance.up || distance.state == GradeDistance::State::unrounded) {
    said.add(moves.up, "explain_moves_up");
  }
  if (distance.down || distance.state == GradeDistance::State::unrounded) {
    said.add(moves.down, "explain_moves_down");
  }
  return std::move(said).text();
}

} // namespace jixiao::report
