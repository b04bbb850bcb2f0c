#include "engine/report/pack_settings.hpp"

namespace jixiao::report {
namespace {

using rulepack::RulePack;

std::string joined(std::vector<number::Rational> const& numbers) {
  std::string text;
  for (number::Rational const& number : numbers) {
    text += (text.empty() ? "" : ", ") + number.plain_text();
  }
  return text;
}

class Settings {
public:
  explicit Settings(RulePack const& pack) : pack_(pack) {}

  std::vector<PackSetting> take() {
    weights();
    static constexpr char const* modes[] = {"half_up", "half_even", "down", "up",
                                            "floor",   "ceiling",   "never"};
    static constexpr char const* places[] = {"indicator", "level", "total"};
    rulepack::RoundingPolicy const& rounding = pack_.rounding;
    add("rounding", "places", std::to_string(rounding.places));
    add("rounding", "mode", modes[static_cast<std::size_t>(rounding.mode)]);
    add("rounding", "at", places[static_cast<std::size_t>(rounding.at)]);
    bool const initial = pack_.denominator == rulepack::Denominator::initial;
    add("execution", "denominator", initial ? "initial" : "adjusted");
    for (rulepack::Grade const& grade : pack_.grades) {
      add("grades", grade.id, grade.from.plain_text(), "grades");
    }
    for (rulepack::Tier const& tier : pack_.tiers) {
      add("tiers", tier.id, number::text(tier.share), "tiers");
    }
    add("limits", "low_execution", pack_.limits.low_execution.plain_text());
    add("limits", "single_row", pack_.limits.single_row.plain_text());
    add("limits", "absurd_execution", pack_.limits.absurd_execution.plain_text());
    add("limits", "scant_execution", pack_.limits.scant_execution.plain_text());
    add("digit_slip_ratio", "digit_slip_ratio", pack_.digit_slip_ratio.plain_text(), "digit_slip_ratio");
    for (rulepack::DepartmentForm::Level const& level : pack_.form.levels) {
      add("department", level.name, level.points.plain_text(), "department.levels");
    }
    for (rulepack::Light const& light : pack_.monitoring.lights) {
      add("monitoring", light.id, light.zh + " " + light.en, "monitoring.lights");
    }
    return std::move(settings_);
  }

private:
  void weights() {
    rulepack::Weights const& weights = pack_.weights;
    add("weights", "execution", weights.execution.plain_text(), "weights");
    points("", weights.levels);
    for (auto const& [level, as] : weights.counts_as) {
      add("weights", "counts_as " + std::string(model::name(level)), std::string(model::name(as)), "weights");
    }
    for (rulepack::WeightsWithout const& without : weights.without) {
      std::string absent;
      for (model::Level1 const level : without.absent) {
        absent += (absent.empty() ? "" : ", ") + std::string(model::name(level));
      }
      points("without " + absent + ": ", without.levels);
    }
    add("weights", "accepted_sums", joined(weights.accepted_sums));
    bool const open = weights.when_missing == rulepack::WhenWeightMissing::open;
    add("weights", "when_missing", open ? "open" : "split_equally");
    bool const lost = weights.when_level_absent == rulepack::WhenLevelAbsent::lost;
    add("weights", "when_level_absent", lost ? "lost" : "in_proportion");
  }

  void points(std::string const& before, std::map<model::Level1, number::Rational> const& levels) {
    for (auto const& [level, points] : levels) {
      add("weights", before + std::string(model::name(level)), points.plain_text(), "weights");
    }
  }

  /// `written`: the key of written_by, when it is not "section.key".
  void add(std::string const& section, std::string key, std::string value, std::string written = {}) {
    written = written.empty() ? section + "." + key : written;
    auto const writer = pack_.written_by.find(written);
    std::string const from = writer == pack_.written_by.end() ? std::string() : writer->second;
    settings_.push_back({section, std::move(key), std::move(value), from, basis_of(pack_, section, from)});
  }

  RulePack const& pack_;
  std::vector<PackSetting> settings_;
};

} // namespace

std::vector<PackSetting> pack_settings(RulePack const& pack) {
  return Settings(pack).take();
}

std::string basis_text(std::string const& cite, std::optional<rulepack::Confidence> const& confidence) {
  std::string const mark = confidence ? std::string(rulepack::name(*confidence)) : std::string();
  return cite.empty() || mark.empty() ? cite + mark : cite + " [" + mark + "]";
}

rulepack::Basis rule_basis(RulePack const& pack, std::string_view section, rulepack::Rule const& rule) {
  rulepack::Basis const* const of_section = basis_of(pack, section, rule.from_pack);
  if (!rule.cite.empty() || of_section == nullptr) {
    return {rule.cite, rule.confidence, rule.from_pack};
  }
  return *of_section;
}

} // namespace jixiao::report
