// rules fmt, new and schema: the daily tools of those who write packs.
#include "cli/commands.hpp"
#include "engine/authoring/format_pack.hpp"
#include "engine/pipeline/pack_template.hpp"
#include "engine/pipeline/schemas.hpp"
#include "engine/pipeline/text_file.hpp"

#include <algorithm>

namespace jixiao::cli {

namespace {

/// One pack in the canonical form, as the options ask for it.
void format(Session& session, std::string const& name) {
  Options const& options = session.options;
  auto const found = session.rules.find(name).file;
  session.say_worse_than_info(found.diagnostics);
  if (!found.value) {
    return session.end_with(ExitStatus::unreadable);
  }
  authoring::FormattedPack const formatted = authoring::format_pack(found.value->text, found.value->tree);
  std::optional<std::string> const& text = formatted.text;
  if (!text) {
    bool const comment = formatted.lost == authoring::FormattedPack::Lost::comment;
    session.say(session.text(comment ? "rules_fmt_loses_comment" : "rules_fmt_refused",
                             {name, std::to_string(formatted.line)}));
    return session.end_with(ExitStatus::unreadable);
  }
  bool const same = *text == found.value->text;
  if (options.fmt == Fmt::print) {
    session.write(*text);
  } else if (options.fmt == Fmt::check && !same) {
    session.write(name + "\n");
    session.end_with(ExitStatus::findings);
  } else if (options.fmt == Fmt::write && !same) {
    std::string const reason = pipeline::write_text_file(name, *text);
    session.say(reason.empty() ? session.text("rules_fmt_written", {name})
                               : session.text("out_unwritable", {name, reason}));
    session.end_with(reason.empty() ? ExitStatus::clean : ExitStatus::unreadable);
  }
}

} // namespace

void rules_fmt_command(Session& session) {
  for (std::string const& name : session.options.packs) {
    if (session.options.fmt == Fmt::write && pipeline::is_pack_id(name)) {
      session.say(
          session.text("rules_fmt_needs_file", {name, "--write"})); // what is compiled in cannot be written
      session.end_with(ExitStatus::wrong_usage);
    } else {
      format(session, name);
    }
  }
}

namespace {

/// Where the parent of a new pack at `path` is: the program's own by id, else the file beside it.
std::string parent_of_new(Session const& session, std::filesystem::path const& path) {
  std::string const& asked = session.options.extends;
  std::vector<std::string> const own = session.rules.pack_ids();
  std::filesystem::path const beside = path.parent_path() / (asked + ".yaml");
  std::error_code ignored;
  bool const is_file = !asked.empty() && std::find(own.begin(), own.end(), asked) == own.end()
                       && pipeline::is_pack_id(asked) && std::filesystem::exists(beside, ignored);
  return asked.empty() ? "mof-2020" : is_file ? beside.string() : asked;
}

/// A pack finds its parents by their ids, among the program's own and beside itself.
bool will_be_found(Session const& session, std::string const& id, std::string const& parent,
                   std::filesystem::path const& path) {
  std::vector<std::string> const own = session.rules.pack_ids();
  std::error_code failed;
  return std::find(own.begin(), own.end(), id) != own.end()
         || std::filesystem::equivalent(path.parent_path() / (id + ".yaml"), parent, failed);
}

} // namespace

void rules_new_command(Session& session) {
  Options const& options = session.options;
  std::filesystem::path path = options.packs.front();
  if (path.extension() != ".yaml") {
    path += ".yaml";
  }
  std::string const id = path.stem().string();
  if (!pipeline::is_pack_id(id)) {
    session.say(session.text("rules_new_id", {id}));
    return session.end_with(ExitStatus::wrong_usage);
  }
  std::vector<std::string> const taken = session.rules.pack_ids();
  if (std::find(taken.begin(), taken.end(), id)
      != taken.end()) { // beside it, packs would be taken to extend it
    session.say(session.text("rules_new_taken", {id}));
    return session.end_with(ExitStatus::wrong_usage);
  }
  std::string const parent = parent_of_new(session, path);
  auto const extended = session.rules.pack(parent);
  if (!extended.value) {
    session.say_worse_than_info(extended.diagnostics);
    return session.end_with(ExitStatus::unreadable);
  }
  if (!will_be_found(session, extended.value->id, parent, path)) {
    session.say(session.text("rules_new_parent", {extended.value->id, path.generic_string()}));
    return session.end_with(ExitStatus::wrong_usage);
  }
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    session.say(session.text("rules_new_exists", {path.generic_string()}));
    return session.end_with(ExitStatus::wrong_usage);
  }
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  std::string const text = pipeline::new_pack_text(id, *extended.value, *vocabulary, session.rules);
  std::string const reason = pipeline::write_text_file(path, text);
  if (!reason.empty()) {
    session.say(session.text("out_unwritable", {path.generic_string(), reason}));
    return session.end_with(ExitStatus::unreadable);
  }
  session.say(session.text("rules_new_written", {path.generic_string()}));
}

void rules_schema_command(Session& session) {
  std::string const wanted = session.options.packs.empty() ? "" : session.options.packs.front();
  std::string names;
  for (pipeline::Schema const& schema : pipeline::schemas()) {
    names.append(schema.name).append("\n");
    if (schema.name == wanted) {
      return session.write(schema.text);
    }
  }
  if (wanted.empty()) {
    return session.write(names);
  }
  session.say(session.text("rules_schema_unknown", {wanted}));
  session.end_with(ExitStatus::wrong_usage);
}

} // namespace jixiao::cli
