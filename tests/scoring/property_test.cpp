// What holds for every project, tried on seeded random ones.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>

using namespace jixiao;
using number::Interval;
using number::Rational;
using scoring::Assume;

namespace {

using Random = std::mt19937;

std::string pick(Random& random, std::vector<std::string> const& choices) {
  return choices[random() % choices.size()];
}

std::string number_text(Random& random, int limit) {
  return std::to_string(1 + static_cast<int>(random() % static_cast<unsigned>(limit)));
}

std::string part(Random& random) {
  std::string const quantity = pick(random, {"v", "r", "a", "p", "m", "about", "over"});
  std::string const numbers = number_text(random, 40) + "/" + number_text(random, 40);
  return pick(random, {quantity + ":" + numbers, "v:" + numbers, "v:7/7", "met", "part", "not", "claim",
                       "bound", "none", "prose", "early"});
}

std::string parts(Random& random) {
  std::string text = part(random);
  for (unsigned more = random() % 4 == 0 ? 1 + random() % 3 : 0; more > 0; --more) {
    text += "+" + part(random);
  }
  return text;
}

/// Rows of a random project, as texts; the weights are all printed, all absent, or mixed.
std::vector<std::string> random_rows(Random& random) {
  std::vector<std::string> rows;
  unsigned const style = random() % 4;
  for (unsigned count = 1 + random() % 9; count > 0; --count) {
    std::string const printed = number_text(random, 30) + pick(random, {"", "", ".5", ".25", ".333"});
    std::string const weight = style == 0   ? "-"
                               : style == 3 ? pick(random, {printed, printed, printed, "-", "?", "0"})
                                            : printed;
    rows.push_back(weight + " " + pick(random, {"@o", "@b", "@s", "@c", "@o", "@u"}) + " " + parts(random));
  }
  return rows;
}

std::string joined(std::vector<std::string> const& rows) {
  std::string text;
  for (std::string const& row : rows) {
    text += (text.empty() ? "" : ";") + row;
  }
  return text;
}

rulepack::RulePack random_pack(Random& random) {
  rulepack::RulePack pack = test::pack(pick(random, {"mof-2020", "mof-2021", "hubei", "integrated-budget"}));
  pack.rounding.at = static_cast<rulepack::RoundAt>(random() % 3);
  pack.rounding.mode = static_cast<number::Rounding>(random() % 7);
  pack.rounding.places = static_cast<std::int32_t>(random() % 4);
  return pack;
}

Rational low(Interval const& interval) {
  return *interval.low.value;
}
Rational high(Interval const& interval) {
  return *interval.high.value;
}

bool counts(model::ScoredIndicator const& row) {
  return row.weight_origin != model::WeightOrigin::none && row.status != model::Status::not_applicable
         && row.status != model::Status::excluded;
}

void check_rows(model::ProjectEvaluation const& evaluation) {
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    INFO("row " << row.indicator.row << " " << test::points(row.score));
    CHECK(low(row.share) >= Rational(0));
    CHECK(high(row.share) <= Rational(1));
    CHECK(low(row.exact) <= high(row.exact));
    CHECK(low(row.score) <= high(row.score));
    CHECK(low(row.score) >= Rational(0));
    if (counts(row)) {
      CHECK(high(row.exact) <= row.weight);
      CHECK(row.accepted >= low(row.score));
      CHECK(row.accepted <= high(row.score));
    } else {
      CHECK(row.score == Interval::point(0));
    }
    CHECK((row.status == model::Status::scored || row.status == model::Status::assumed ? row.share.is_point()
                                                                                       : true));
  }
}

void check_totals(model::ProjectEvaluation const& evaluation, scoring::Assume assume) {
  model::Total const& total = evaluation.total;
  model::Ledger const& ledger = evaluation.ledger;
  CHECK(low(total.value) <= high(total.value));
  CHECK(low(total.exact) <= high(total.exact));
  CHECK(low(total.rebased) <= high(total.rebased));
  CHECK(high(total.rebased) <= Rational(100));
  CHECK(total.accepted >= low(total.rebased));
  CHECK(total.accepted <= high(total.rebased));
  CHECK(ledger.answered + ledger.claimed + ledger.unanswered + ledger.lost == total.max);
  for (Rational const& column : {ledger.answered, ledger.claimed, ledger.unanswered, ledger.lost}) {
    CHECK(column >= Rational(0));
  }
  if (assume == Assume::claims_met && high(total.value) == low(total.value)) {
    CHECK(ledger.unanswered == Rational(0));
  }
  CHECK(evaluation.grades.empty() == total.incomplete);
}

/// Displayed parts add up to the displayed total at both ends.
void check_sums(model::ProjectEvaluation const& evaluation, rulepack::RulePack const& pack) {
  Rational lows;
  Rational highs;
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    if (counts(row)) {
      lows += low(row.score);
      highs += high(row.score);
    }
  }
  if (evaluation.execution.added) {
    lows += low(evaluation.execution.score);
    highs += high(evaluation.execution.score);
  }
  auto const rounded = [&](Rational const& value) {
    std::optional<Rational> const result = number::round(value, pack.rounding.places, pack.rounding.mode);
    return result ? *result : value;
  };
  CHECK(rounded(lows) == low(evaluation.total.value));
  CHECK(rounded(highs) == high(evaluation.total.value));
}

void check_queue(model::ProjectEvaluation const& evaluation) {
  auto const& queue = evaluation.queue;
  for (std::size_t i = 0; i + 1 < queue.size(); ++i) {
    CHECK((queue[i].points > queue[i + 1].points
           || (queue[i].points == queue[i + 1].points && queue[i].row < queue[i + 1].row)));
  }
  for (model::QueueItem const& item : queue) {
    CHECK_FALSE(item.question.id.empty());
  }
}

} // namespace

TEST_CASE("what holds for every project", "[scoring][property]") {
  Random random(20200225);
  std::size_t scored = 0;
  for (int i = 0; i < 3000; ++i) {
    rulepack::RulePack const pack = random_pack(random);
    std::string const rows = joined(random_rows(random));
    std::string const budget = pick(random, {"100/100", "100/37", "3/1", "100/", "0/5", ""});
    auto const assume = static_cast<Assume>(random() % 3);
    INFO(i << " " << pack.id << " | " << budget << " | " << rows);
    INFO("rounding at " << int(pack.rounding.at) << " mode " << int(pack.rounding.mode) << " places "
                        << pack.rounding.places << " assume " << int(assume));
    model::ProjectEvaluation const evaluation = scoring::score(test::project(rows, budget), pack, assume);
    check_rows(evaluation);
    if (evaluation.scored) {
      ++scored;
      check_totals(evaluation, assume);
      check_sums(evaluation, pack);
      check_queue(evaluation);
    }
  }
  CHECK(scored > 2000);
}

TEST_CASE("the order of rows does not matter for the total", "[scoring][property]") {
  Random random(101);
  for (int i = 0; i < 500; ++i) {
    rulepack::RulePack const pack = random_pack(random);
    std::vector<std::string> rows = random_rows(random);
    INFO(joined(rows));
    model::ProjectEvaluation const first =
        scoring::score(test::project(joined(rows), "100/63"), pack, Assume::as_is);
    std::shuffle(rows.begin(), rows.end(), random);
    model::ProjectEvaluation const second =
        scoring::score(test::project(joined(rows), "100/63"), pack, Assume::as_is);
    CHECK(first.total.value == second.total.value);
    CHECK(first.total.rebased == second.total.rebased);
    CHECK(first.total.accepted == second.total.accepted);
    CHECK(test::text(first.ledger) == test::text(second.ledger));
    CHECK(first.grades == second.grades);
    CHECK(first.unproven == second.unproven);
  }
}

TEST_CASE("the same project scores the same every time", "[scoring][property]") {
  Random random(7);
  for (int i = 0; i < 200; ++i) {
    std::string const rows = joined(random_rows(random));
    rulepack::RulePack const pack = random_pack(random);
    model::ProjectEvaluation const first = scoring::score(test::project(rows, "9/7"), pack, Assume::as_is);
    model::ProjectEvaluation const second = scoring::score(test::project(rows, "9/7"), pack, Assume::as_is);
    INFO(rows);
    CHECK(test::scores(first) == test::scores(second));
    CHECK(test::codes(first) == test::codes(second));
    CHECK(test::text(first.queue) == test::text(second.queue));
    CHECK(first.total.value == second.total.value);
    CHECK(first.findings == second.findings);
  }
}

TEST_CASE("an answer never widens what is known", "[scoring][property]") {
  // Replacing a missing answer by any value stays inside what the missing answer allowed.
  for (int answer = 0; answer <= 10; ++answer) {
    std::string const value = "v:" + std::to_string(answer) + "/10";
    for (std::string const& frame : {std::string("60 v:1/2;30 @b "), std::string("- v:1/2;- @b ")}) {
      model::ProjectEvaluation const open =
          scoring::score(test::project(frame + "none", "3/2"), test::pack("mof-2020"), Assume::as_is);
      model::ProjectEvaluation const settled =
          scoring::score(test::project(frame + value, "3/2"), test::pack("mof-2020"), Assume::as_is);
      INFO(frame << value);
      CHECK(is_subset(settled.total.value, open.total.value));
    }
  }
}
