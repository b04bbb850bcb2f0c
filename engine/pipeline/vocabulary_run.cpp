#include "engine/pipeline/vocabulary_run.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/words.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/input_projects.hpp"
#include "engine/pipeline/system_reason.hpp"
#include "engine/pipeline/vocabulary_count.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::pipeline {
namespace {

using ingest::forms::AccountEntry;
using ingest::forms::CellUse;

constexpr std::string_view separator = " | "; ///< of ingest::Listing

/// The texts of a finding that lists them.
std::vector<std::string> listed(std::string const& text) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t const end = std::min(text.find(separator, begin), text.size());
    result.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return result;
}

/// The heads of the tables of one document.
class DocumentHeads {
public:
  DocumentHeads(ingest::forms::Conversion const& conversion, ingest::forms::Words const& words,
                VocabularyCount& count)
      : conversion_(conversion), words_(words), count_(count) {
    for (diagnostic::Diagnostic const& each : conversion.findings) {
      if (each.code == ingest::forms::findings::heads_unknown.id) {
        std::vector<std::string> const heads = listed(each.arguments.front());
        unknown_.insert(unknown_.end(), heads.begin(), heads.end());
      } else if (each.code == ingest::forms::findings::form_unknown.id) {
        heads_of_unknown_form(each);
      }
    }
  }

  void add() {
    for (AccountEntry const& entry : conversion_.account) {
      if (entry.use == CellUse::column_head) {
        diagnostic::SourceId const source = entry.table == 0 ? 0 : conversion_.tables[entry.table - 1].source;
        count_.head(entry.text, {source, entry.line, entry.column, 0, 0}, is_understood(entry.text));
      }
    }
  }

private:
  /// A head that spans others says nothing of its own; those that were missed are named by a finding, which
  /// lists the first of them.
  bool is_understood(std::string const& text) const {
    auto const has = [this](std::string const& head) {
      return std::find(unknown_.begin(), unknown_.end(), head) != unknown_.end();
    };
    return words_.field_head(text) || words_.label(text) || !(has(ingest::shortened(text)) || has("..."));
  }

  void heads_of_unknown_form(diagnostic::Diagnostic const& finding) {
    for (std::string const& head : listed(finding.arguments.front())) {
      if (head != "...") {
        count_.head(head, finding.where, words_.field_head(head) || words_.label(head));
      }
    }
  }

  ingest::forms::Conversion const& conversion_;
  ingest::forms::Words const& words_;
  VocabularyCount& count_;
  std::vector<std::string> unknown_;
};

class Run {
public:
  Run(vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms, std::string const& year,
      diagnostic::SourceTable& sources)
      : vocabulary_(vocabulary), forms_(forms), year_(year), sources_(sources), words_(vocabulary, forms),
        reader_(vocabulary), count_(vocabulary) {}

  void file(std::filesystem::path const& path) {
    InputReading const reading{vocabulary_, &forms_, sources_,
                               limits_,     false,   ingest::TableAccount::Keep::heads};
    InputProjects projects(path, reading);
    while (projects.next(raw_)) {
      count_.add(raw_, reader_.lower(raw_, year_));
    }
    heads(projects);
    errors(path, projects);
  }

  VocabularyRun finish() {
    std::uint64_t const files = result_.report.files;
    result_.report = std::move(count_).finish();
    result_.report.files = files;
    return std::move(result_);
  }

private:
  void heads(InputProjects& projects) {
    for (ingest::TableAccount::Head const& head : projects.heads()) {
      count_.head(head.text, head.place, head.known);
    }
    if (ConvertedFile const* const document = projects.document()) {
      DocumentHeads(document->conversion, words_, count_).add();
    }
  }

  void errors(std::filesystem::path const& path, InputProjects const& projects) {
    bool const open = projects.error() == 0;
    if (!open) {
      std::string const name = path.generic_string();
      result_.errors.push_back(diagnostic::make(findings::input_unreadable, {sources_.add(name), 0, 0, 0, 0},
                                                {name, system_reason(projects.error())}));
    }
    for (diagnostic::Diagnostic const& each : projects.findings()) {
      if (each.severity == diagnostic::Severity::error) {
        result_.errors.push_back(each);
      }
    }
    (open && projects.readable() ? result_.report.files : result_.unreadable) += 1;
  }

  vocabulary::Vocabulary const& vocabulary_;
  vocabulary::Forms const& forms_;
  std::string const& year_;
  diagnostic::SourceTable& sources_;
  ingest::IngestLimits limits_;
  ingest::forms::Words words_;
  lowering::Reader reader_;
  VocabularyCount count_;
  model::RawProject raw_;
  VocabularyRun result_;
};

} // namespace

VocabularyRun report_vocabulary(std::vector<std::filesystem::path> const& files,
                                vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms,
                                std::string const& year, diagnostic::SourceTable& sources) {
  Run run(vocabulary, forms, year, sources);
  for (std::filesystem::path const& path : files) {
    run.file(path);
  }
  return run.finish();
}

} // namespace jixiao::pipeline
