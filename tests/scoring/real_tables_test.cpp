// The sixteen published self-evaluation tables, from bytes to totals: what careful people made of every row.
#include "engine/configuration/embedded.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <cstring>
#include <map>

using namespace jixiao;

namespace {

class TextSource final : public ingest::ByteSource {
public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}
  std::size_t read(std::span<char> buffer) override {
    std::size_t const size = std::min(buffer.size(), text_.size() - at_);
    std::memcpy(buffer.data(), text_.data() + at_, size);
    at_ += size;
    return size;
  }

private:
  std::string text_;
  std::size_t at_ = 0;
};

vocabulary::Vocabulary const& words() {
  static vocabulary::Vocabulary const loaded = [] {
    auto const file = [](char const* name) {
      return vocabulary::RuleFile{*configuration::embedded_tree(name), 0};
    };
    auto outcome =
        vocabulary::load_vocabulary(file("units.yaml"), file("lexicon.yaml"), file("taxonomy.yaml"));
    REQUIRE(outcome.value);
    return std::move(*outcome.value);
  }();
  return loaded;
}

/// Evaluations of one file of examples/, read once.
std::vector<model::ProjectEvaluation> const& evaluations(std::string const& folder, std::string const& name,
                                                         std::string const& year) {
  static std::map<std::string, std::vector<model::ProjectEvaluation>> known;
  auto const [found, is_new] = known.try_emplace(folder + name);
  if (is_new) {
    std::string const path = "examples/" + folder + "/" + name + ".csv";
    diagnostic::SourceTable sources;
    auto const reader = ingest::read_standard_table(std::make_unique<TextSource>(test::read_source(path)),
                                                    ingest::Format::csv, path, words(), nullptr, sources);
    lowering::Reader const lower(words());
    model::RawProject raw;
    while (reader->next(raw)) {
      found->second.push_back(
          scoring::score(lower.lower(raw, year), test::pack("mof-2020"), scoring::Assume::as_is));
    }
  }
  return found->second;
}

model::ProjectEvaluation const& project_named(std::string const& file, std::string const& name) {
  for (model::ProjectEvaluation const& each : evaluations("self-evaluation-2021", file, "2021")) {
    if (each.project.name == name) {
      return each;
    }
  }
  FAIL("no project " << name);
  throw std::logic_error(name);
}

std::string exact(number::Interval const& share) {
  return share.is_point() ? share.low.value->text() : number::text(share);
}

} // namespace

TEST_CASE("the published tables come to the totals that people worked out", "[scoring][real]") {
  std::vector<test::CaseRow> const rows = test::read_cases("tests/cases/scoring_real_projects.csv");
  CHECK(rows.size() == 16);
  for (test::CaseRow const& row : rows) {
    INFO("scoring_real_projects.csv:" << row.line << " " << row.fields[1]);
    REQUIRE(row.fields.size() == 8);
    model::ProjectEvaluation const& evaluation = project_named(row.fields[0], row.fields[1]);
    CHECK(evaluation.scored);
    CHECK(test::points(evaluation.total.rebased) == row.fields[2]);
    CHECK(test::text(evaluation.ledger) == row.fields[3]);
    CHECK(test::points(evaluation.total.accepted) == row.fields[4]);
    CHECK(test::text(evaluation.grades) == row.fields[5]);
    CHECK((evaluation.unproven ? "yes" : "no") == row.fields[6]);
    CHECK(test::text(evaluation.queue) == row.fields[7]);
  }
}

TEST_CASE("every row of the published tables counts as people read it", "[scoring][real]") {
  std::vector<test::CaseRow> const rows = test::read_cases("tests/cases/scoring_real_rows.csv");
  CHECK(rows.size() == 111);
  for (test::CaseRow const& row : rows) {
    INFO("scoring_real_rows.csv:" << row.line << " " << row.fields[1]);
    REQUIRE(row.fields.size() == 7);
    model::ProjectEvaluation const& evaluation = project_named(row.fields[0], row.fields[1]);
    std::size_t const ordinal = std::stoul(row.fields[2]);
    REQUIRE(ordinal <= evaluation.indicators.size());
    model::ScoredIndicator const& scored = evaluation.indicators[ordinal - 1];
    CHECK(scored.evidence == row.fields[3]);
    CHECK(exact(scored.share) == row.fields[4]);
    CHECK(model::name(scored.status) == row.fields[5]);
    CHECK(model::name(scored.column) == row.fields[6]);
  }
}

TEST_CASE("findings on the published tables are the ones that surprised", "[scoring][real]") {
  auto const has = [](model::ProjectEvaluation const& evaluation, std::string const& code) {
    return (" " + test::codes(evaluation) + " ").find(" " + code + " ") != std::string::npos;
  };
  model::ProjectEvaluation const& rental =
      project_named("guangyuan-government-affairs", "四大班子监控租赁费");
  CHECK(has(rental, "low_execution"));
  CHECK(has(rental, "cost_repeats_execution"));
  CHECK_FALSE(has(rental, "over_achievement"));
  model::ProjectEvaluation const& overspent =
      project_named("guangyuan-government-affairs", "女子警务室工作经费");
  CHECK(has(overspent, "over_budget"));
  CHECK(test::points(overspent.execution.score) == "10.00");
  model::ProjectEvaluation const& cloud = project_named("yaan-service-bureau", "政务云采购及建设");
  CHECK(cloud.indicators[1].verdicts.front().evidence == "not_due");
  CHECK(has(cloud, "single_row_level"));
  CHECK(cloud.queue.front().row == 1);
  CHECK(has(project_named("sichuan-general-office", "政务调研课题经费"), "over_achievement"));
}

TEST_CASE("accepting every claim makes two of the published tables certainly excellent", "[scoring][real]") {
  // Which is why that total is never shown without the ledger: 77.5 of its points rest on one word or on the
  // target repeated.
  model::ProjectEvaluation const& fibre =
      project_named("renhe-district-office", "电子政务外网光纤租用费、协同办公平台运维费");
  CHECK(test::points(fibre.total.accepted) == "100.00");
  CHECK(test::points(fibre.ledger.claimed) == "77.50");
  model::ProjectEvaluation const& annals = project_named("renhe-district-office", "史志编辑出版印刷经费");
  CHECK(test::points(annals.total.accepted) == "100.00");
  CHECK(test::points(annals.ledger.claimed) == "77.50");
}

TEST_CASE("the budget table has sums of 90 in 33 of 42 projects", "[scoring][real]") {
  std::size_t ninety = 0;
  std::size_t filled = 0;
  std::size_t other = 0;
  for (model::ProjectEvaluation const& evaluation : evaluations("budget-targets-2023", "projects", "2023")) {
    CHECK_FALSE(evaluation.scored);
    std::string const codes = test::codes(evaluation);
    CHECK(codes.find("no_actuals") != std::string::npos);
    bool const unexpected = codes.find("weight_sum_unexpected") != std::string::npos;
    bool const remainder = codes.find("weight_from_remainder") != std::string::npos;
    other += unexpected ? 1 : 0;
    filled += remainder ? 1 : 0;
    ninety += unexpected || remainder ? 0 : 1;
  }
  CHECK(ninety == 33);
  CHECK(filled == 3);
  CHECK(other == 6);
}
