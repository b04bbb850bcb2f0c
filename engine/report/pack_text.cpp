#include "engine/report/pack_text.hpp"

#include "engine/report/pack_settings.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

/// When a pack holds, in words.
std::string effective_text(rulepack::RulePack const& pack, Messages const& messages, Language language) {
  std::vector<std::string> const dates{pack.effective_from, pack.effective_to};
  return messages.text(pack.effective_from.empty() ? "effective_none"
                       : pack.effective_to.empty() ? "effective_from"
                                                   : "effective_between",
                       language, dates);
}

/// Writes a pack section by section.
class PackPage {
public:
  PackPage(rulepack::RulePack const& pack, Messages const& messages, Language language)
      : pack_(pack), messages_(messages), language_(language) {}

  std::string take() {
    title();
    settings();
    rules("pack_execution_rules", "execution", pack_.execution);
    rules("pack_score_rules", "score", pack_.score);
    rules("pack_checks", "checks", pack_.checks);
    inputs();
    for (rulepack::Item const& item : pack_.form.items) {
      rules("pack_item", "department", item.rules,
            {item.names.empty() ? item.id : item.names.front(), item.level, item.points.plain_text(),
             item.from_pack});
    }
    rules("pack_caps", "caps", pack_.caps);
    rules("pack_monitoring", "monitoring", pack_.monitoring.indicators);
    rules("pack_monitoring_execution", "monitoring", pack_.monitoring.execution);
    evidence();
    return escaped(text_);
  }

private:
  void say(std::string_view id, std::vector<std::string> const& arguments = {}) {
    text_ += messages_.text(id, language_, arguments) + "\n";
  }

  void say_basis(std::string const& cite, std::optional<rulepack::Confidence> const& confidence) {
    std::string const basis = basis_text(cite, confidence);
    if (!basis.empty()) {
      say("pack_basis", {basis});
    }
  }

  void title() {
    std::string lineage;
    for (std::string const& id : pack_.lineage) {
      lineage += (lineage.empty() ? "" : " < ") + id;
    }
    say("pack_title", {pack_.id, pack_.title});
    if (!pack_.document.empty()) {
      say(pack_.issued.empty() ? "pack_source" : "pack_source_issued", {pack_.document, pack_.issued});
    }
    std::string const region =
        pack_.region.empty() ? messages_.text("pack_no_region", language_) : pack_.region;
    say("pack_where", {effective_text(pack_, messages_, language_), region, lineage, pack_.digest});
    if (pack_.confidence) {
      say("pack_confidence", {std::string(rulepack::name(*pack_.confidence))});
    }
  }

  /// Grades show their names beside their ids.
  std::string name_of(PackSetting const& setting) const {
    for (rulepack::Grade const& grade : pack_.grades) {
      if (setting.section == "grades" && grade.id == setting.key) {
        return setting.key + " " + (language_ == Language::zh ? grade.zh : grade.en);
      }
    }
    return setting.key;
  }

  void settings() {
    std::vector<PackSetting> const all = pack_settings(pack_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      bool const first = i == 0 || all[i - 1].section != all[i].section;
      if (first) {
        text_ += '\n';
        say("pack_section_" + all[i].section);
      }
      say(all[i].from.empty() ? "pack_setting_default" : "pack_setting",
          {name_of(all[i]), all[i].value, all[i].from});
      // Once for all lines that rest on it: what is inherited does not rest on what stands beside it.
      bool const last =
          i + 1 == all.size() || all[i + 1].section != all[i].section || all[i + 1].basis != all[i].basis;
      if (last && all[i].basis != nullptr) {
        say_basis(all[i].basis->cite, all[i].basis->confidence);
      }
    }
  }

  void rules(std::string_view heading, std::string_view section, std::vector<rulepack::Rule> const& list,
             std::vector<std::string> const& arguments = {}) {
    if (list.empty()) {
      return;
    }
    text_ += '\n';
    say(heading, arguments);
    for (rulepack::Rule const& rule : list) {
      std::string const& gives = !rule.light.empty()       ? rule.light
                                 : rule.share_text.empty() ? rule.finding
                                                           : rule.share_text;
      say("pack_rule", {rule.id, rule.when_text, gives, rule.from_pack});
      rulepack::Basis const basis = rule_basis(pack_, section, rule);
      say_basis(basis.cite, basis.confidence);
    }
  }

  void inputs() {
    if (pack_.inputs.empty()) {
      return;
    }
    text_ += '\n';
    say("pack_inputs");
    for (rulepack::Input const& input : pack_.inputs) {
      std::string names;
      for (std::string const& name : input.names) {
        names += (names.empty() ? "" : messages_.text("list_separator", language_)) + name;
      }
      say("pack_input", {input.id, names, input.from_pack});
    }
  }

  void evidence() {
    text_ += '\n';
    say("pack_evidence");
    for (rulepack::EvidenceClass const& each : pack_.evidence) {
      say("pack_evidence_class",
          {each.id, each.when_text, each.share_text, std::string(model::name(each.status)),
           std::string(model::name(each.column)), each.from_pack,
           messages_.text("evidence_" + each.id, language_)});
      if (!each.cite.empty()) {
        say_basis(each.cite, std::nullopt);
      }
    }
    for (std::string const& id : pack_.lineage) {
      if (rulepack::Basis const* const basis = basis_of(pack_, "evidence", id)) {
        say("pack_evidence_basis", {id, basis_text(basis->cite, basis->confidence)});
      }
    }
  }

  rulepack::RulePack const& pack_;
  Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::string pack_list_text(std::vector<rulepack::RulePack> const& packs, Messages const& messages,
                           Language language) {
  std::string text;
  for (rulepack::RulePack const& pack : packs) {
    std::vector<std::string> const arguments{fit(pack.id, 20),
                                             pack.title,
                                             pack.document,
                                             effective_text(pack, messages, language),
                                             std::to_string(pack.score.size()),
                                             std::to_string(pack.tests.size())};
    text +=
        messages.text(pack.document.empty() ? "pack_line_without_document" : "pack_line", language, arguments)
        + "\n";
  }
  return escaped(text);
}

std::string pack_text(rulepack::RulePack const& pack, Messages const& messages, Language language) {
  return PackPage(pack, messages, language).take();
}

} // namespace jixiao::report
