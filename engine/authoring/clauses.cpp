#include "engine/authoring/clauses.hpp"

namespace jixiao::authoring {
namespace {

using rulepack::Rule;
using rulepack::RulePack;

constexpr char const* rounding_modes[] = {"half_up", "half_even", "down", "up", "floor", "ceiling", "never"};
constexpr char const* rounding_places[] = {"indicator", "level", "total"};
constexpr char const* severities[] = {"info", "warning", "error"};
constexpr char const* input_kinds[] = {"ratio", "count", "money"};

template <class Word, std::size_t Count>
std::string word_of(Word word, char const* const (&words)[Count]) {
  return words[static_cast<std::size_t>(word)];
}

std::string joined(std::vector<std::string> const& texts) {
  std::string all;
  for (std::string const& text : texts) {
    all += (all.empty() ? "" : ", ") + text;
  }
  return all;
}

class Writer {
public:
  explicit Writer(RulePack const& pack) : pack_(pack) {}

  std::vector<Clause> take() {
    identity();
    weights();
    plain("rounding", "places", std::to_string(pack_.rounding.places), "rounding");
    plain("rounding", "mode", word_of(pack_.rounding.mode, rounding_modes), "rounding");
    plain("rounding", "at", word_of(pack_.rounding.at, rounding_places), "rounding");
    plain("digit_slip_ratio", "digit_slip_ratio", pack_.digit_slip_ratio.plain_text(), "digit_slip_ratio");
    plain("limits", "low_execution", pack_.limits.low_execution.plain_text(), "limits");
    plain("limits", "single_row", pack_.limits.single_row.plain_text(), "limits");
    plain("limits", "absurd_execution", pack_.limits.absurd_execution.plain_text(), "limits");
    plain("limits", "scant_execution", pack_.limits.scant_execution.plain_text(), "limits");
    plain("execution", "denominator",
          pack_.denominator == rulepack::Denominator::adjusted ? "adjusted" : "initial", "execution");
    rules("execution.rules", pack_.execution, true);
    inputs();
    rules("score", pack_.score, true);
    evidence();
    rules("checks", pack_.checks, false);
    rules("caps", pack_.caps, false);
    department();
    monitoring();
    for (rulepack::Grade const& grade : pack_.grades) {
      Clause& clause = plain("grades", grade.id, grade.from.plain_text(), "grades", "from");
      field(clause, "zh", grade.zh);
      field(clause, "en", grade.en);
      clause.from_pack = pack_.grades_from;
    }
    for (rulepack::Tier const& tier : pack_.tiers) {
      plain("tiers", tier.id, number::text(tier.share), "tiers", "share").from_pack = pack_.tiers_from;
    }
    return std::move(clauses_);
  }

private:
  Clause& add(std::string section, std::string id) {
    Clause& clause = clauses_.emplace_back();
    clause.section = std::move(section);
    clause.id = std::move(id);
    return clause;
  }

  static void field(Clause& clause, char const* key, std::string value) {
    if (!value.empty()) {
      clause.fields.emplace_back(key, std::move(value));
    }
  }

  /// One value of a section; `basis` says what the section rests on.
  Clause& plain(std::string section, std::string id, std::string value, std::string_view basis,
                char const* key = "value") {
    Clause& clause = add(std::move(section), std::move(id));
    field(clause, key, std::move(value));
    if (auto const found = pack_.basis.find(basis); found != pack_.basis.end()) {
      clause.cite = found->second.cite;
      clause.from_pack = found->second.from_pack;
    }
    return clause;
  }

  void identity() {
    plain("source", "document", pack_.document, "");
    plain("source", "issued", pack_.issued, "");
    plain("effective", "from", pack_.effective_from, "");
    plain("effective", "to", pack_.effective_to, "");
    plain("region", "region", pack_.region, "");
    plain("subject", "subject", pack_.subject == rulepack::Subject::project ? "project" : "department", "");
  }

  void weights() {
    rulepack::Weights const& weights = pack_.weights;
    plain("weights", "execution", weights.execution.plain_text(), "weights");
    levels("weights", weights.levels);
    std::vector<std::string> sums;
    for (number::Rational const& sum : weights.accepted_sums) {
      sums.push_back(sum.plain_text());
    }
    plain("weights", "accepted_sums", joined(sums), "weights");
    plain("weights", "when_missing",
          weights.when_missing == rulepack::WhenWeightMissing::open ? "open" : "split_equally", "weights");
    plain("weights", "when_level_absent",
          weights.when_level_absent == rulepack::WhenLevelAbsent::lost ? "lost" : "in_proportion", "weights");
    for (auto const& [level, as] : weights.counts_as) {
      plain("weights.counts_as", std::string(model::name(level)), std::string(model::name(as)), "weights");
    }
    for (rulepack::WeightsWithout const& without : weights.without) {
      std::vector<std::string> absent;
      for (model::Level1 const level : without.absent) {
        absent.emplace_back(model::name(level));
      }
      levels("weights.without(" + joined(absent) + ")", without.levels);
    }
  }

  void levels(std::string const& section, std::map<model::Level1, number::Rational> const& points) {
    for (auto const& [level, value] : points) {
      plain(section, std::string(model::name(level)), value.plain_text(), "weights");
    }
  }

  void inputs() {
    for (rulepack::Input const& input : pack_.inputs) {
      Clause& clause = add("inputs", input.id);
      field(clause, "names", joined(input.names));
      field(clause, "kind", word_of(input.kind, input_kinds));
      clause.from_pack = input.from_pack;
      clause.place = input.place;
    }
  }

  void rules(std::string const& section, std::vector<Rule> const& list, bool in_order) {
    for (Rule const& rule : list) {
      Clause& clause = add(section, rule.id);
      field(clause, "when", rule.when_text);
      field(clause, "share", rule.share_text);
      field(clause, "light", rule.light);
      field(clause, "finding", rule.finding);
      field(clause, "severity", rule.finding.empty() ? std::string() : word_of(rule.severity, severities));
      field(clause, "limit", rule.limit);
      field(clause, "asks_reason", rule.asks_reason ? "true" : "");
      clause.cite = rule.cite;
      clause.from_pack = rule.from_pack;
      clause.place = rule.place;
      clause.in_order = in_order;
    }
  }

  void evidence() {
    for (rulepack::EvidenceClass const& each : pack_.evidence) {
      Clause& clause = add("evidence", each.id);
      field(clause, "when", each.when_text);
      field(clause, "share", each.share_text);
      field(clause, "status", std::string(model::name(each.status)));
      field(clause, "column", std::string(model::name(each.column)));
      field(clause, "accept", each.accepts ? "true" : "");
      field(clause, "question", each.question);
      clause.cite = each.cite;
      clause.from_pack = each.from_pack;
      clause.place = each.place;
      clause.in_order = true;
    }
  }

  void department() {
    for (rulepack::DepartmentForm::Level const& level : pack_.form.levels) {
      plain("department.levels", level.name, level.points.plain_text(), "", "points");
    }
    for (rulepack::Item const& item : pack_.form.items) {
      Clause& clause = add("department.items", item.id);
      field(clause, "names", joined(item.names));
      field(clause, "level", item.level);
      field(clause, "points", item.points.plain_text());
      clause.from_pack = item.from_pack;
      clause.place = item.place;
      rules("department.items." + item.id + ".rules", item.rules, true);
    }
  }

  void monitoring() {
    for (rulepack::Light const& light : pack_.monitoring.lights) {
      Clause& clause = plain("monitoring.lights", light.id, light.zh, "", "zh");
      field(clause, "en", light.en);
      clause.in_order = true;
    }
    rules("monitoring.indicators", pack_.monitoring.indicators, true);
    rules("monitoring.execution", pack_.monitoring.execution, true);
  }

  RulePack const& pack_;
  std::vector<Clause> clauses_;
};

} // namespace

std::vector<Clause> clauses_of(RulePack const& pack) {
  return Writer(pack).take();
}

} // namespace jixiao::authoring
