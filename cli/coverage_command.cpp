// rules coverage.
#include "cli/commands.hpp"
#include "engine/pipeline/pack_coverage.hpp"
#include "engine/report/coverage_text.hpp"

namespace jixiao::cli {

void rules_coverage_command(Session& session) {
  Options const& options = session.options;
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  std::vector<report::PackCoverage> all;
  for (std::string const& name : options.packs.empty() ? session.rules.pack_ids() : options.packs) {
    diagnostic::Outcome<rulepack::RulePack> const loaded = session.rules.pack(name);
    session.say_worse_than_info(loaded.diagnostics);
    if (!loaded.value) {
      session.end_with(ExitStatus::unreadable);
      continue;
    }
    pipeline::CoveredPack covered = pipeline::cover_pack(*loaded.value, *vocabulary);
    report::PackCoverage coverage{
        loaded.value->id,           std::move(covered.entries), {},
        std::move(covered.failing), std::move(covered.todo),    loaded.value->source};
    coverage.stale = rulepack::stale_unreached(*loaded.value, coverage.entries);
    if (!coverage.stale.empty() || !coverage.failing.empty()) {
      session.end_with(ExitStatus::findings);
    }
    std::optional<std::size_t> const percent = coverage.percent();
    if (options.threshold && percent && *percent < *options.threshold) {
      session.say(session.text(
          "coverage_below", {coverage.pack, std::to_string(*percent), std::to_string(*options.threshold)}));
      session.end_with(ExitStatus::findings);
    }
    all.push_back(std::move(coverage));
  }
  report::CoverageContext const context{session.sources, session.messages, options.language};
  switch (options.coverage_format) {
  case CoverageFormat::json:
    return session.write(report::coverage_json(all, session.sources, session.messages));
  case CoverageFormat::html: return session.write(report::coverage_html(all, context));
  case CoverageFormat::text: break;
  }
  for (report::PackCoverage const& coverage : all) {
    session.write(report::coverage_text(coverage, context));
  }
}

} // namespace jixiao::cli
