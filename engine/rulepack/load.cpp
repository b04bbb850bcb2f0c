#include "engine/rulepack/load.hpp"

#include "engine/rulepack/digest.hpp"
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>
#include <list>

namespace jixiao::rulepack {

using configuration::Node;
using diagnostic::Outcome;

namespace {

/// The packs of one line, the pack itself first. Parents are kept in `found`, whose elements do not move.
struct Lineage {
  std::list<PackFile> found;
  std::vector<PackFile const*> files;
  std::vector<std::string> ids;
};

std::string chain_text(std::vector<std::string> const& ids, std::string const& last) {
  std::string text;
  for (std::string const& id : ids) {
    text += id + " > ";
  }
  return text + last;
}

/// Adds the packs that the last one of `line` extends. False when the line cannot be followed to its root.
bool follow(Lineage& line, PackFinder const& find, diagnostic::Diagnostics& out) {
  while (true) {
    PackFile const& current = *line.files.back();
    PackText const file{current.source, line.ids.back(), out};
    Node const* const extends = current.tree.find("extends");
    if (extends == nullptr) {
      return true;
    }
    auto const id = read_id(*extends, Path{"extends"}, file);
    if (!id) {
      return false;
    }
    if (std::find(line.ids.begin(), line.ids.end(), *id) != line.ids.end()) {
      file.report(findings::pack_cycle, *extends, {chain_text(line.ids, *id)});
      return false;
    }
    if (line.files.size() == lineage_limit) {
      file.report(findings::pack_too_deep, *extends, {std::to_string(lineage_limit)});
      return false;
    }
    Outcome<PackFile> parent = find(*id);
    out.insert(out.end(), parent.diagnostics.begin(), parent.diagnostics.end());
    if (!parent.value) {
      // The finder says why; this says who asked.
      file.report(findings::pack_unknown_parent, *extends, {*id});
      return false;
    }
    line.found.push_back(std::move(*parent.value));
    line.files.push_back(&line.found.back());
    Node const* const own = line.files.back()->tree.find("pack");
    if (own == nullptr || own->text() != *id) {
      PackText const parent_file{line.files.back()->source, *id, out};
      parent_file.report(findings::pack_other_id, own != nullptr ? *own : line.files.back()->tree,
                         {own != nullptr ? std::string(own->text()) : std::string(), *id});
      return false;
    }
    line.ids.push_back(*id);
  }
}

/// Every text with its id and length in front, so that no two lines of packs give the same bytes.
std::string digest_of(Lineage const& line) {
  Sha256 digest;
  for (std::size_t i = 0; i < line.files.size(); ++i) {
    digest.update(line.ids[i]);
    digest.update("\n" + std::to_string(line.files[i]->text.size()) + "\n");
    digest.update(line.files[i]->text);
  }
  return digest.finish();
}

void read_sections(Node const& tree, PackText const& file, RulePack& pack, bool is_leaf) {
  Path const path{};
  Fields const top(tree, path,
                   {"pack",      "title",      "source", "effective",  "region",     "subject",
                    "extends",   "confidence", "basis",  "weights",    "rounding",   "digit_slip_ratio",
                    "limits",    "execution",  "score",  "evidence",   "checks",     "grades",
                    "tiers",     "caps",       "inputs", "department", "monitoring", "tests",
                    "survivors", "unreached"},
                   file);
  read_identity(top, pack);
  note_writers(top, pack);
  read_basis(top, pack);
  read_weights(top, pack);
  read_rounding(top, pack);
  read_limits(top, pack);
  read_inputs(top, pack);
  read_rules(top, pack);
  read_department(top, pack);
  read_monitoring(top, pack);
  read_evidence(top, pack);
  read_grades(top, pack);
  read_tiers(top, pack);
  read_survivors(top);
  if (is_leaf) {
    read_tests(top, pack);
  }
  read_unreached(top, pack, is_leaf);
}

} // namespace

namespace {

bool asks_budgets(std::vector<Rule> const& rules) {
  return std::any_of(rules.begin(), rules.end(), [](Rule const& rule) {
    for (ProgramPtr const& program : {rule.when, rule.share}) {
      for (model::NumberField const field :
           {model::NumberField::initial_budget, model::NumberField::adjusted_budget}) {
        if (program && program->mentions_of[static_cast<std::size_t>(field)] != 0) {
          return true;
        }
      }
    }
    return false;
  });
}

/// What a pack marks as a whole, its own entries are marked by: the heir's mark does not speak for them.
void mark_own(RulePack& pack) {
  auto const mark = [&pack](auto& entry) {
    if (entry.from_pack == pack.id && !entry.confidence) {
      entry.confidence = pack.confidence;
    }
  };
  for (std::vector<Rule>* list : {&pack.score, &pack.execution, &pack.checks, &pack.caps,
                                  &pack.monitoring.indicators, &pack.monitoring.execution}) {
    std::for_each(list->begin(), list->end(), mark);
  }
  for (Item& item : pack.form.items) {
    std::for_each(item.rules.begin(), item.rules.end(), mark);
  }
  for (auto& [section, basis] : pack.basis) {
    mark(basis);
  }
}

/// The two budgets are put among the facts of a project only where a rule asks for them.
bool asks_budgets(RulePack const& pack) {
  return asks_budgets(pack.execution) || asks_budgets(pack.caps) || asks_budgets(pack.monitoring.execution)
         || asks_budgets(pack.score) || asks_budgets(pack.checks) || asks_budgets(pack.monitoring.indicators)
         || std::any_of(pack.form.items.begin(), pack.form.items.end(),
                        [](Item const& item) { return asks_budgets(item.rules); });
}

} // namespace

Outcome<RulePack> load_pack(PackFile const& file, PackFinder const& find) {
  Outcome<RulePack> result;
  diagnostic::Diagnostics& out = result.diagnostics;
  PackText const unnamed{file.source, "pack", out};
  Path const top_path{};
  if (!file.tree.is_map()) {
    Fields const refused(file.tree, top_path, {}, unnamed);
    return result;
  }
  Node const* const id_node = file.tree.find("pack");
  if (id_node == nullptr) {
    unnamed.report(findings::pack_missing_key, file.tree, {"pack", "pack"});
    return result;
  }
  auto const id = read_id(*id_node, Path{"pack"}, unnamed);
  if (!id) {
    return result;
  }
  Lineage line;
  line.files.push_back(&file);
  line.ids.push_back(*id);
  if (!follow(line, find, out)) {
    return result;
  }
  RulePack pack;
  for (std::size_t i = line.files.size(); i-- > 0;) {
    pack.id = line.ids[i];
    read_sections(line.files[i]->tree, {line.files[i]->source, line.ids[i], out}, pack, i == 0);
    if (i != 0) {
      mark_own(pack);
    }
  }
  pack.source = file.source;
  pack.lineage = line.ids;
  pack.asks_both_budgets = asks_budgets(pack);
  // Cross-checks would only repeat in other words what is wrong already.
  if (diagnostic::worst(out) != diagnostic::Severity::error) {
    cross_check(pack, file.tree, {file.source, pack.id, out});
    check_citations(pack, file.tree, {file.source, pack.id, out});
  }
  if (diagnostic::worst(out) != diagnostic::Severity::error) {
    pack.digest = digest_of(line);
    result.value = std::move(pack);
  }
  return result;
}

} // namespace jixiao::rulepack
