#include "cli/session.hpp"

#include "engine/pipeline/choose_pack.hpp"

#include "engine/pipeline/text_file.hpp"
#include "engine/report/report.hpp"

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

namespace jixiao::cli {
namespace {

/// The pack that stands behind `--rules auto`: the national method, which every region builds on.
constexpr std::string_view default_pack = "mof-2020";

/// A page below these columns would break every number, above them no eye follows a line.
constexpr std::uint32_t narrowest = 80, widest = 132;

} // namespace

std::string engine_name() {
  return "jixiao " JIXIAO_VERSION;
}

Session::Session(Options const& typed, vocabulary::Messages const& words)
    : options(typed), messages(words), rules(typed.rules_dir, sources) {}

std::string Session::text(std::string_view id, std::vector<std::string> const& arguments) const {
  return messages.text(id, options.language, arguments);
}

void Session::begin_csv() {
  if (options.bom) {
    write("\xEF\xBB\xBF");
  }
}

void Session::write(std::string_view text) {
  if (options.out.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    held_ += text;
  }
}

void Session::say(std::string_view line) const {
  std::fflush(stdout);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

void Session::say(diagnostic::Diagnostics const& findings) const {
  for (diagnostic::Diagnostic const& each : findings) {
    say(report::finding_text(each, sources, messages, options.language));
  }
}

void Session::say_worse_than_info(diagnostic::Diagnostics const& findings) const {
  for (diagnostic::Diagnostic const& each : findings) {
    if (each.severity != diagnostic::Severity::info) {
      say(diagnostic::Diagnostics{each});
    }
  }
}

std::optional<std::uint32_t> Session::page_width() const {
  winsize size{};
  bool const terminal = options.out.empty() && isatty(STDOUT_FILENO) != 0
                        && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return terminal ? std::optional(std::clamp<std::uint32_t>(size.ws_col, narrowest, widest)) : std::nullopt;
}

std::optional<vocabulary::Vocabulary> Session::load_vocabulary() {
  diagnostic::Outcome<vocabulary::Vocabulary> loaded = rules.vocabulary();
  say(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

std::optional<vocabulary::Forms> Session::load_forms() {
  diagnostic::Outcome<vocabulary::Forms> loaded = rules.forms();
  say(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

std::optional<rulepack::RulePack> Session::load_pack() {
  bool const automatic = options.rules == "auto";
  if (automatic && !options.region.empty()) {
    return choose_pack();
  }
  diagnostic::Outcome<rulepack::RulePack> loaded = rules.pack(automatic ? default_pack : options.rules);
  // Hints are for those who write rules (`rules check` shows them), not for those who score with them.
  say_worse_than_info(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  } else if (automatic) {
    say(text("rules_chosen", {loaded.value->id, loaded.value->title, loaded.value->document}));
    say_when_outside_year(*loaded.value);
  }
  return std::move(loaded.value);
}

void Session::say_when_outside_year(rulepack::RulePack const& pack) {
  if (!pipeline::holds_in(pack, options.year)) {
    say(text("rules_outside_year", {pack.id, pack.effective_from, options.year}));
  }
}

void Session::say_when_outside_years(rulepack::RulePack const& pack,
                                     std::set<std::string> const& years) const {
  std::string outside;
  for (std::string const& year : years) {
    bool const is_year = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
    if (is_year && year != options.year && !pipeline::holds_in(pack, year)) {
      outside += (outside.empty() ? "" : text("list_separator", {})) + year;
    }
  }
  if (!outside.empty()) {
    std::string const& to = pack.effective_to;
    say(text(to.empty() ? "rules_outside_table_year" : "rules_outside_table_year_to",
             {pack.id, pack.effective_from, to, outside}));
  }
}

std::optional<rulepack::RulePack> Session::choose_pack() {
  std::vector<rulepack::RulePack> packs;
  for (std::string const& id : rules.pack_ids()) {
    diagnostic::Outcome<rulepack::RulePack> loaded = rules.pack(id);
    say_worse_than_info(loaded.diagnostics);
    if (!loaded.value) {
      end_with(ExitStatus::unreadable); // it may be the one that was wanted
      return std::nullopt;
    }
    packs.push_back(std::move(*loaded.value));
  }
  diagnostic::Outcome<vocabulary::Regions> const regions = rules.regions();
  say(regions.diagnostics);
  if (!regions.value) {
    end_with(ExitStatus::unreadable);
    return std::nullopt;
  }
  using Why = pipeline::PackChoice::Why;
  pipeline::PackChoice const choice =
      pipeline::choose_pack(packs, *regions.value, options.region, options.year, default_pack);
  std::string others;
  for (std::string const& id : choice.ids) {
    others += (others.empty() ? "" : text("list_separator", {})) + id;
  }
  if (choice.why == Why::unknown) {
    say(choice.meant.empty() ? text("rules_region_unknown", {options.region})
                             : text("rules_region_like", {options.region, choice.meant}));
    end_with(ExitStatus::wrong_usage);
    return std::nullopt;
  }
  if (choice.why == Why::several) {
    say(text("rules_several", {options.region, others}));
    end_with(ExitStatus::wrong_usage);
    return std::nullopt;
  }
  auto const chosen = std::find_if(packs.begin(), packs.end(),
                                   [&](rulepack::RulePack const& pack) { return pack.id == choice.id; });
  if (chosen == packs.end()) {
    end_with(ExitStatus::unreadable); // the folder of rules has no general pack
    return std::nullopt;
  }
  bool const any_year = options.year.empty();
  char const* const why = choice.why == Why::region      ? any_year ? "rules_why_latest" : "rules_why_region"
                          : choice.why == Why::undated   ? "rules_why_undated"
                          : choice.why == Why::no_region ? "rules_why_no_region"
                                                         : "rules_why_not_in_force";
  say(text("rules_chosen_why",
           {chosen->id, chosen->title, chosen->document, text(why, {options.region, others})}));
  if (choice.by_name_only) {
    say(text("rules_by_name_only", {chosen->id, chosen->region, options.region}));
  }
  if (choice.why != Why::not_in_force && !others.empty()) {
    say(text("rules_others", {others}));
  }
  say_when_outside_year(*chosen);
  return std::move(*chosen);
}

bool Session::may_write_beside(std::vector<std::filesystem::path> const& files) {
  for (std::filesystem::path const& file : files) {
    std::error_code absent; // a file that is not there cannot be replaced
    if (!options.out.empty() && std::filesystem::equivalent(options.out, file, absent)) {
      say(text("out_is_an_input", {options.out.generic_string()}));
      end_with(ExitStatus::wrong_usage);
      return false;
    }
  }
  return true;
}

ExitStatus Session::finish() {
  bool const writes_itself = options.command == Command::write_template;
  if (!options.out.empty() && status_ != ExitStatus::wrong_usage && !writes_itself) {
    std::string const reason = pipeline::write_text_file(options.out, held_);
    if (!reason.empty()) {
      say(text("out_unwritable", {options.out.generic_string(), reason}));
      end_with(ExitStatus::unreadable);
    }
  } else if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) { // also of a write long before
    say(text("output_unwritable"));
    end_with(ExitStatus::unreadable);
  }
  return status_;
}

std::uint32_t worker_threads() {
  return std::clamp(std::thread::hardware_concurrency(), 1U, 2U);
}

} // namespace jixiao::cli
