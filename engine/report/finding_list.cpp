#include "engine/report/finding_list.hpp"

#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/report.hpp"
#include "engine/report/width.hpp"

#include <map>
#include <unordered_map>

namespace jixiao::report {
namespace {

using diagnostic::Diagnostic;
using diagnostic::Place;
using diagnostic::SourceTable;
using vocabulary::Language;
using vocabulary::Messages;

/// Who writes rules wants the whole list of keys, but no page of it.
constexpr std::size_t rule_columns = 400;
/// Places that are named one by one.
constexpr std::size_t places_named = 8;

/// "H5", or the row of the table.
std::string cell_text(Place const& where, Messages const& messages, Language language) {
  std::string const row = std::to_string(where.row);
  return where.column != 0 ? column_letters(where.column) + row
                           : messages.text("place_row", language, std::vector<std::string>{row});
}

/// The name of an input is of use only in full.
void keep_files(Diagnostic const& finding, SourceTable const& sources, std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string const& whole = finding.arguments[i];
    for (std::size_t id = 1; arguments[i].size() < whole.size() && id < sources.size(); ++id) {
      if (sources.at(static_cast<diagnostic::SourceId>(id)).file == whole) {
        arguments[i] = whole;
      }
    }
  }
}

std::string text_at(std::string const& where, Diagnostic const& finding, SourceTable const& sources,
                    Messages const& messages, Language language) {
  static constexpr std::string_view severities[] = {"severity_info", "severity_warning", "severity_error"};
  bool const of_rules = is_lines_of_text(sources.at(finding.where.source).file);
  std::vector<std::string> short_arguments =
      shown(finding.arguments, messages, language, of_rules ? rule_columns : argument_columns);
  keep_files(finding, sources, short_arguments);
  std::string const hint = messages.hint(finding.code, language, short_arguments);
  std::vector<std::string> const arguments{
      messages.text(severities[static_cast<std::size_t>(finding.severity)], language), where,
      messages.text(finding.code, language, short_arguments), hint, std::string(finding.code)};
  std::string_view const id = where.empty()
                                  ? (hint.empty() ? "finding_bare" : "finding_with_hint")
                                  : (hint.empty() ? "finding_with_place" : "finding_with_place_and_hint");
  return printable(messages.text(id, language, arguments));
}

std::string place_of(Place const& where, SourceTable const& sources, Messages const& messages,
                     Language language, diagnostic::SourceId home) {
  if (home == 0 || where.source != home) {
    return place_text(where, sources);
  }
  return where.row == 0 ? std::string() : cell_text(where, messages, language);
}

/// Findings that differ in nothing but their place.
struct Group {
  Diagnostic const* finding = nullptr;
  std::vector<Place> more; ///< places of the others
};

std::string key_of(Diagnostic const& finding) {
  std::string key(finding.code);
  key += static_cast<char>('0' + static_cast<int>(finding.severity));
  for (std::string const& argument : finding.arguments) {
    key += '\x1f' + argument;
  }
  return key;
}

std::vector<Group> grouped(diagnostic::Diagnostics const& findings) {
  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> known;
  for (Diagnostic const& each : findings) {
    auto const [at, fresh] = known.emplace(key_of(each), groups.size());
    if (fresh) {
      groups.push_back({&each, {}});
    } else {
      groups[at->second].more.push_back(each.where);
    }
  }
  return groups;
}

std::string places_of(Group const& group, SourceTable const& sources, Messages const& messages,
                      FindingListOptions const& options) {
  std::string text = place_of(group.finding->where, sources, messages, options.language, options.home);
  diagnostic::SourceId source = group.finding->where.source;
  std::size_t named = 1;
  for (Place const& where : group.more) {
    if (named++ == places_named) {
      return messages.text("more_places", options.language,
                           std::vector<std::string>{text, std::to_string(group.more.size() + 1)});
    }
    text += messages.text("list_separator", options.language);
    text += where.source == source && where.row != 0
                ? cell_text(where, messages, options.language)
                : place_of(where, sources, messages, options.language, options.home);
    source = where.source;
  }
  return text;
}

} // namespace

std::string finding_text(Diagnostic const& finding, SourceTable const& sources, Messages const& messages,
                         Language language, diagnostic::SourceId home) {
  return text_at(place_of(finding.where, sources, messages, language, home), finding, sources, messages,
                 language);
}

std::vector<std::string> finding_lines(diagnostic::Diagnostics const& findings, SourceTable const& sources,
                                       Messages const& messages, FindingListOptions const& options) {
  std::vector<std::string> lines;
  std::size_t left = findings.size();
  for (Group const& group : grouped(findings)) {
    if (lines.size() == options.limit) {
      lines.push_back(
          messages.text("findings_capped", options.language, std::vector<std::string>{std::to_string(left)}));
      break;
    }
    left -= 1 + group.more.size();
    lines.push_back(text_at(places_of(group, sources, messages, options), *group.finding, sources, messages,
                            options.language));
  }
  return lines;
}

std::string findings_by_file(diagnostic::Diagnostics const& findings, SourceTable const& sources,
                             Messages const& messages, FindingListOptions options) {
  std::map<diagnostic::SourceId, diagnostic::Diagnostics> by_source;
  for (Diagnostic const& each : findings) {
    by_source[each.where.source].push_back(each);
  }
  std::string text;
  for (auto& [source, list] : by_source) {
    sort_by_severity(list);
    std::string const counts = counts_text(count(list), messages, options.language);
    std::string const file = place_text({source, 0, 0, 0, 0}, sources);
    text += file.empty()
                ? counts + "\n"
                : messages.text("findings_of_file", options.language, std::vector<std::string>{file, counts})
                      + "\n";
    options.home = source;
    for (std::string const& line : finding_lines(list, sources, messages, options)) {
      text += "  " + line + "\n";
    }
  }
  return text;
}

} // namespace jixiao::report
