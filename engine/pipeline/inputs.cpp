#include "engine/pipeline/inputs.hpp"

#include "engine/pipeline/findings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>
#include <string_view>

namespace jixiao::pipeline {
namespace {

namespace fs = std::filesystem;

bool is_table(fs::path const& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  constexpr std::array<std::string_view, 13> known{".csv", ".tsv",  ".txt", ".xlsx", ".xlsm", ".ods", ".docx",
                                                   ".odt", ".html", ".htm", ".pdf",  ".doc",  ".xls"};
  return std::find(known.begin(), known.end(), ending) != known.end();
}

bool is_temporary(fs::path const& path) {
  std::string const name = path.filename().string();
  return name.rfind('.', 0) == 0 || name.rfind("~$", 0) == 0;
}

/// A report that this program wrote, kept beside the tables: its first line names the program, or has the
/// heads of the lowest score or total.
bool is_own_report(fs::path const& path) {
  constexpr std::size_t enough = 2048;
  std::string start(enough, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(file.gcount()));
  std::string_view const line = std::string_view(start).substr(0, start.find('\n'));
  auto const has = [line](std::string_view text) { return line.find(text) != std::string_view::npos; };
  constexpr std::string_view program = "jixiao ";
  std::size_t const named = line.find(program);
  std::size_t const version = named + program.size();
  bool const title = named != std::string_view::npos && version < line.size() && line[version] >= '0'
                     && line[version] <= '9';
  return title || has("\xE5\x88\x86\xE4\xB8\x8B\xE9\x99\x90,") || has(",score_low,") || has(",total_low,");
}

void expand_folder(fs::path const& folder, Inputs& inputs, diagnostic::SourceTable& sources) {
  std::vector<fs::path> found, passed_over, reports;
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) {
      bool const table = is_table(at->path()) && !is_temporary(at->path());
      (!table ? passed_over : is_own_report(at->path()) ? reports : found).push_back(at->path());
    }
  }
  std::sort(found.begin(), found.end());
  std::sort(passed_over.begin(), passed_over.end());
  std::sort(reports.begin(), reports.end());
  auto const note = [&](diagnostic::Code const& code, fs::path const& path) {
    diagnostic::SourceId const source = sources.add(path.generic_string());
    inputs.findings.push_back(diagnostic::make(code, {source, 0, 0, 0, 0}, {path.generic_string()}));
  };
  for (fs::path const& path : passed_over) {
    note(findings::file_passed_over, path);
  }
  for (fs::path const& path : reports) {
    note(findings::own_report, path);
  }
  if (found.empty()) {
    note(findings::folder_without_tables, folder);
  }
  inputs.files.insert(inputs.files.end(), found.begin(), found.end());
}

/// A file that is named twice, directly or through a folder, would count twice: it is kept where it is first.
void keep_once(Inputs& inputs, diagnostic::SourceTable& sources) {
  std::set<fs::path> seen;
  std::vector<fs::path> once;
  for (fs::path& file : inputs.files) {
    std::error_code absent;
    fs::path const real = fs::canonical(file, absent);
    if (absent || seen.insert(real).second) {
      once.push_back(std::move(file));
      continue;
    }
    diagnostic::SourceId const source = sources.add(file.generic_string());
    inputs.findings.push_back(
        diagnostic::make(findings::file_named_twice, {source, 0, 0, 0, 0}, {file.generic_string()}));
  }
  inputs.files = std::move(once);
}

} // namespace

Inputs expand_inputs(std::vector<fs::path> const& names, diagnostic::SourceTable& sources) {
  Inputs inputs;
  for (fs::path const& name : names) {
    std::error_code failed;
    if (fs::is_directory(name, failed)) {
      expand_folder(name, inputs, sources);
    } else {
      inputs.files.push_back(name);
    }
  }
  keep_once(inputs, sources);
  return inputs;
}

} // namespace jixiao::pipeline
