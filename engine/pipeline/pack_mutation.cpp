#include "engine/pipeline/pack_mutation.hpp"

#include "engine/authoring/same_decisions.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/workers.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace jixiao::pipeline {
namespace {

using authoring::Mutant;
using authoring::Mutation;
using authoring::TriedMutant;
using diagnostic::Outcome;
using rulepack::PackFile;
using rulepack::PackTest;
using rulepack::RulePack;

/// Parents without their tests, found once: every mutant is loaded onto the same ones.
class Parents {
public:
  Parents(RulePack const& pack, rulepack::PackFinder const& find) {
    for (std::string const& id : pack.lineage) {
      if (id == pack.id) {
        continue;
      }
      if (Outcome<PackFile> parent = find(id); parent.value) {
        files_.emplace(
            id, PackFile{configuration::without(parent.value->tree, "tests"), parent.value->source, {}});
      }
    }
  }

  Outcome<PackFile> find(std::string_view id) const {
    auto const found = files_.find(id);
    return found == files_.end() ? Outcome<PackFile>{} : Outcome<PackFile>{found->second, {}};
  }

private:
  std::map<std::string, PackFile, std::less<>> files_;
};

/// The entries that decided in a test: the likeliest to be noticed there when they change.
using Decided = std::vector<std::set<std::string>>;

void add_decided(model::ProjectEvaluation const& evaluation, std::set<std::string>& ids) {
  ids.emplace(evaluation.execution.rule);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    ids.emplace(row.evidence);
    for (model::Verdict const& verdict : row.verdicts) {
      ids.emplace(verdict.rule);
    }
  }
}

/// What the checker says against a pack, so that it can be told from what it says against a mutant.
std::vector<std::string> warnings_of(diagnostic::Diagnostics const& found) {
  std::vector<std::string> all;
  for (diagnostic::Diagnostic const& each : found) {
    if (each.severity != diagnostic::Severity::info) {
      std::string& text = all.emplace_back(each.code);
      for (std::string const& argument : each.arguments) {
        text += "\n" + argument;
      }
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string name_of(PackTest const& test) {
  return test.name.empty() ? test.row : test.name;
}

class Trial {
public:
  Trial(MutatedPack const& pack, vocabulary::Vocabulary const& vocabulary)
      : pack_(pack.pack), vocabulary_(vocabulary), parents_(pack.pack, pack.find), source_(pack.file.source),
        tree_(pack.file.tree) {
    warnings_ = warnings_of(load({}).diagnostics);
  }

  /// Runs the tests as the pack is. What fails is named; of a test that does not hold yet it is known, and it
  /// is left out.
  void run_unchanged(Mutation& mutation) {
    PackTester tester(vocabulary_);
    for (PackTest const& test : pack_.tests) {
      std::set<std::string> ids;
      bool const holds =
          tester
              .run(pack_, test,
                   [&](model::ProjectEvaluation const& evaluation) { add_decided(evaluation, ids); })
              .differences.empty();
      if (holds) {
        tests_.push_back(&test);
        decided_.push_back(std::move(ids));
      } else if (test.todo.empty()) {
        mutation.failing.push_back(name_of(test));
      } else {
        ++mutation.todo;
      }
    }
  }

  void run(std::vector<TriedMutant>& tried, std::uint32_t threads) const {
    work_off(tried.size(), threads, [&] {
      return [&, tester = std::make_shared<PackTester>(vocabulary_)](std::size_t at) {
        try_one(tried[at], *tester);
      };
    });
  }

private:
  Outcome<RulePack> load(std::vector<configuration::Edit> const& edits) const {
    PackFile const file{configuration::without(configuration::edited(tree_, edits), "tests"), source_, {}};
    return rulepack::load_pack(file, [this](std::string_view id) { return parents_.find(id); });
  }

  void try_one(TriedMutant& tried, PackTester& tester) const {
    Outcome<RulePack> const loaded = load(tried.mutant.edits);
    if (!loaded.value) {
      tried.outcome = TriedMutant::Outcome::refused;
      return;
    }
    for (std::size_t const at : order_for(tried.mutant)) {
      if (!tester.run(*loaded.value, *tests_[at]).differences.empty()) {
        tried.outcome = TriedMutant::Outcome::killed;
        tried.test = name_of(*tests_[at]);
        tried.test_line = tests_[at]->place.row;
        return;
      }
    }
    if (warnings_of(loaded.diagnostics) != warnings_) {
      tried.outcome = TriedMutant::Outcome::refused;
    } else if (authoring::decides_the_same(tried.mutant, pack_)) {
      tried.outcome = TriedMutant::Outcome::same;
    }
  }

  /// Tests that reach what was changed before the others.
  std::vector<std::size_t> order_for(Mutant const& mutant) const {
    std::vector<std::size_t> order(tests_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t at) { return decided_[at].count(mutant.entry) != 0; });
    return order;
  }

  RulePack const& pack_;
  vocabulary::Vocabulary const& vocabulary_;
  Parents parents_;
  diagnostic::SourceId source_;
  configuration::Node const& tree_;
  std::vector<PackTest const*> tests_; ///< that hold
  Decided decided_;                    ///< of each of them
  std::vector<std::string> warnings_;  ///< of the pack as it is
};

} // namespace

Mutation mutate_pack(MutatedPack const& pack, vocabulary::Vocabulary const& vocabulary,
                     std::string const& filter, std::uint32_t threads) {
  Mutation mutation;
  mutation.pack = pack.pack.id;
  Trial trial(pack, vocabulary);
  trial.run_unchanged(mutation);
  if (!mutation.failing.empty()) {
    return mutation;
  }
  for (Mutant& mutant : authoring::mutants_of(pack.file.tree, pack.file.source, pack.pack)) {
    if (mutant.of.find(filter) != std::string::npos) {
      mutation.tried.push_back({std::move(mutant), TriedMutant::Outcome::survived, {}, 0, {}});
    }
  }
  trial.run(mutation.tried, threads);
  authoring::explain_survivors(mutation, authoring::explanations_of(pack.file.tree, pack.file.source),
                               filter);
  return mutation;
}

} // namespace jixiao::pipeline
