#include "engine/pipeline/input_projects.hpp"

#include "engine/ingest/documents/read_document.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "engine/ingest/forms/sums_of_points.hpp"
#include "engine/ingest/forms/words.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/table_account.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/later_sheets.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/rulepack/digest.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <utility>

namespace jixiao::pipeline {
namespace {

using ingest::documents::DocumentFormat;

/// A text beyond this is streamed as a standard table, whatever it is called.
constexpr std::uintmax_t largest_text_document = 64u << 20;

/// Hands bytes through and keeps what the run wants to know of them: their digest, and their first block
/// again.
class InputBytes final : public ingest::ByteSource {
public:
  InputBytes(FileSource& file, bool digest) : file_(file), digest_(digest) {
    first_size_ = file_.read(first_);
    note({first_.data(), first_size_});
  }

  [[nodiscard]] std::string_view first() const { return {first_.data(), first_size_}; }
  [[nodiscard]] std::string finish() { return sha_.finish(); }

  std::size_t read(std::span<char> buffer) override {
    if (given_ < first_size_) {
      std::size_t const size = std::min(buffer.size(), first_size_ - given_);
      std::memcpy(buffer.data(), first_.data() + given_, size);
      given_ += size;
      return size;
    }
    std::size_t const size = file_.read(buffer);
    note({buffer.data(), size});
    return size;
  }

private:
  void note(std::string_view bytes) {
    if (digest_) {
      sha_.update(bytes);
    }
  }

  FileSource& file_;
  bool digest_;
  std::array<char, 4096> first_{};
  std::size_t first_size_ = 0;
  std::size_t given_ = 0;
  rulepack::Sha256 sha_;
};

/// The reader owns its bytes; the run keeps its hand on them.
class Borrowed final : public ingest::ByteSource {
public:
  explicit Borrowed(InputBytes& bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override { return bytes_.read(buffer); }

private:
  InputBytes& bytes_;
};

std::string lower_ending(std::filesystem::path const& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

bool has_code(diagnostic::Diagnostics const& findings, diagnostic::Code const& code) {
  return std::any_of(findings.begin(), findings.end(),
                     [&code](diagnostic::Diagnostic const& each) { return each.code == code.id; });
}

bool has_label(std::vector<std::string> const& texts, ingest::forms::Words const& words) {
  return std::any_of(texts.begin(), texts.end(), [&words](std::string const& text) {
    return words.label(text) || words.value_behind_label(text);
  });
}

/// The labels that name a project: alone, or with its value behind them.
bool names_project(std::string const& text, ingest::forms::Words const& words) {
  auto const value = words.value_behind_label(text);
  auto const read = words.label(value ? text.substr(0, *value) : text);
  return read
         && (read->label.field == vocabulary::LabelField::project
             || read->label.field == vocabulary::LabelField::project_code);
}

/// Cells that hold both levels are for the reader of forms to part.
bool holds_both_levels(model::RawProject const& project, ingest::forms::Words const& words) {
  using model::Column;
  return !project.header->has(Column::level2)
         && std::any_of(project.rows.begin(), project.rows.end(), [&](model::RawRow const& row) {
              return !row.carried.test(static_cast<std::size_t>(Column::level1))
                     && ingest::forms::names_both_levels(row[Column::level1], words);
            });
}

/// Rows without a project below a sum of all rows, or whose levels begin anew, may be those of another one.
bool may_be_several(model::RawProject const& project, ingest::forms::Words const& words) {
  using model::Column;
  if (project.header->has(Column::project) || project.header->has(Column::project_code)) {
    return false;
  }
  bool const closed =
      std::any_of(project.sums.begin(), project.sums.end(), [&](model::PrintedSum const& sum) {
        return !sum.part && sum.rows != 0 && sum.rows < project.rows.size();
      });
  std::vector<model::Level1> seen;
  for (model::RawRow const& row : project.rows) {
    model::Level1 const level = words.level1(row[Column::level1]);
    if (level == model::Level1::other || (!seen.empty() && seen.back() == level)) {
      continue;
    }
    if (std::find(seen.begin(), seen.end(), level) != seen.end()) {
      return true;
    }
    seen.push_back(level);
  }
  std::vector<std::string_view> weights;
  for (model::RawRow const& row : project.rows) {
    weights.push_back(row[Column::weight]);
  }
  return closed || ingest::forms::begin_of_second_run(weights).has_value();
}

/// Numbers in place of names: the head may stand over both.
bool has_numbers_for_names(model::RawProject const& project) {
  using model::Column;
  return !project.rows.empty()
         && std::all_of(project.rows.begin(), project.rows.end(), [](model::RawRow const& row) {
              return ingest::forms::is_bare_number(row[Column::name]);
            });
}

/// Names of the files that spreadsheet programs save tables in as text.
bool is_table_name(std::filesystem::path const& path) {
  std::string const ending = lower_ending(path);
  return ending == ".csv" || ending == ".tsv" || ending == ".tab";
}

} // namespace

struct InputProjects::Standard {
  Standard(std::filesystem::path const& path, InputReading const& reading)
      : file(path), bytes(file, reading.digest),
        account(reading.account.value_or(ingest::TableAccount::Keep::everything)) {}

  FileSource file;
  InputBytes bytes;
  ingest::TableAccount account;
  std::unique_ptr<ingest::ProjectReader> reader;
};

InputProjects::InputProjects(std::filesystem::path const& path, InputReading const& reading)
    : reading_(reading) {
  if (reading.forms != nullptr) {
    ticks_.emplace(reading.forms->tick_signs());
  }
  standard_ = std::make_unique<Standard>(path, reading);
  if (standard_->file.error() != 0) {
    return;
  }
  std::string const name = path.generic_string();
  ingest::Format const format = ingest::detect_format(standard_->bytes.first(), name);
  std::error_code failed;
  bool const workbook = format == ingest::Format::xlsx;
  bool const whole = reading.forms != nullptr && std::filesystem::is_regular_file(path, failed) && !failed
                     && (workbook || std::filesystem::file_size(path, failed) <= largest_text_document);
  if (whole && (workbook || !is_table_name(path)) && open_document(path)) {
    return;
  }
  standard_->reader = ingest::read_standard_table(
      std::make_unique<Borrowed>(standard_->bytes), format, name, reading.vocabulary, open_archive,
      reading.sources, reading.limits, reading.account ? &standard_->account : nullptr);
  any_ = standard_->reader->next(first_);
  held_ = any_;
  auto wanted = whole ? form_wanted() : std::nullopt;
  if (whole && workbook && !wanted) {
    wanted = form_on_later_sheet(path);
  }
  if (wanted) {
    take_conversion(recognise_file(path, reading_.vocabulary, *reading_.forms, reading_.sources,
                                   reading_.limits, reading_.digest),
                    *wanted);
  }
  if (auto const label = whole && standard_ != nullptr ? project_above() : std::nullopt) {
    first_.findings.push_back(diagnostic::make(findings::project_above_not_read,
                                               {first_.header->source, first_.header->row, 0, 0, 0},
                                               {ingest::shortened(*label)}));
  }
}

InputProjects::~InputProjects() = default;

/// Whether the file may be a form although its first project was read as a standard table: labels stand above
/// its header, or in it beside a head for the same column, or it has no header, or something divides rows
/// without a project.
std::optional<InputProjects::Wanted> InputProjects::form_wanted() const {
  ingest::TableSurroundings const& around = standard_->reader->surroundings();
  ingest::forms::Words const words(reading_.vocabulary, *reading_.forms);
  if (has_label(around.heads_twice, words) || (any_ && has_numbers_for_names(first_))) {
    return Wanted::tables;
  }
  return around.sheet_without_table || around.divided || has_label(around.texts, words)
                 || (any_ && (may_be_several(first_, words) || holds_both_levels(first_, words)))
             ? std::optional(Wanted::more_than_standard)
             : std::nullopt;
}

/// The label of a project that is named above a table whose rows name none.
std::optional<std::string> InputProjects::project_above() const {
  using model::Column;
  if (!any_ || first_.header->has(Column::project) || first_.header->has(Column::project_code)) {
    return std::nullopt;
  }
  ingest::forms::Words const words(reading_.vocabulary, *reading_.forms);
  std::vector<std::string> const& texts = standard_->reader->surroundings().texts;
  auto const label = std::find_if(texts.begin(), texts.end(),
                                  [&words](std::string const& text) { return names_project(text, words); });
  return label == texts.end() ? std::nullopt : std::optional(*label);
}

/// The same of the sheets behind the first: labels above a header there name what its rows belong to.
std::optional<InputProjects::Wanted>
InputProjects::form_on_later_sheet(std::filesystem::path const& path) const {
  ingest::TableSurroundings const around = later_sheets(path, reading_.vocabulary, reading_.limits);
  ingest::forms::Words const words(reading_.vocabulary, *reading_.forms);
  return has_label(around.texts, words) ? std::optional(Wanted::more_than_standard) : std::nullopt;
}

/// Reads `path` as a document when it is one; texts and workbooks may be standard tables.
bool InputProjects::open_document(std::filesystem::path const& path) {
  TextFile const file = read_text_file(path, reading_.limits.workbook_bytes);
  bool const archive = standard_->bytes.first().substr(0, 2) == "PK";
  DocumentFormat const format = ingest::documents::detect_document_format(
      file.text ? *file.text : standard_->bytes.first(), archive ? open_archive : nullptr);
  if (archive && (!file.text || format == DocumentFormat::xlsx)) {
    return false;
  }
  ConvertedFile converted = recognise_bytes(file, path.generic_string(), reading_.vocabulary, *reading_.forms,
                                            reading_.sources, reading_.limits, reading_.digest);
  return take_conversion(std::move(converted),
                         format == DocumentFormat::text ? Wanted::more_than_standard : Wanted::anything);
}

/// A file without what is wanted is left to the reader of standard tables.
bool InputProjects::take_conversion(ConvertedFile&& file, Wanted wanted) {
  bool const tables = !file.conversion.projects.empty();
  // Two heads for one column and a form that is none: a word in the header is not known, and to read the rest
  // as a standard table would be a guess.
  // Nor is one half of two forms side by side a table.
  namespace form_findings = ingest::forms::findings;
  bool const refused = has_code(file.conversion.findings, form_findings::forms_side_by_side)
                       || ((wanted == Wanted::tables || project_above().has_value())
                           && has_code(file.conversion.findings, form_findings::form_unknown));
  if (!refused
      && ((wanted != Wanted::anything && !tables)
          || (wanted == Wanted::more_than_standard && !file.conversion.beyond_standard))) {
    return false;
  }
  document_ = std::move(file);
  standard_.reset();
  for (ingest::forms::FormProject& project : document_.conversion.projects) {
    ticks_->read(project.raw);
  }
  return true;
}

bool InputProjects::next(model::RawProject& project) {
  if (standard_ == nullptr) {
    std::vector<ingest::forms::FormProject>& projects = document_.conversion.projects;
    if (given_ == projects.size()) {
      return false;
    }
    project = std::move(projects[given_++].raw);
    return true;
  }
  if (standard_->reader == nullptr) {
    return false;
  }
  bool found = std::exchange(held_, false);
  if (found) {
    project = std::move(first_);
  } else {
    TitleYear::take_back(project);
    found = any_ && standard_->reader->next(project);
  }
  if (found && reading_.forms != nullptr) {
    ticks_->read(project);
    year_.give(project, standard_->reader->surroundings().titles, *reading_.forms);
    leave_other_year(project);
  }
  return found;
}

ConvertedFile* InputProjects::document() {
  return standard_ == nullptr ? &document_ : nullptr;
}

ingest::forms::Conversion const& InputProjects::account() {
  if (standard_ != nullptr) {
    ingest::forms::Conversion& conversion = document_.conversion;
    for (ingest::TableAccount::Table const& each : standard_->account.tables()) {
      conversion.tables.push_back({"standard_table", {}, each.source, each.first_line, each.last_line});
    }
    conversion.account = standard_->account.take_entries();
  }
  return document_.conversion;
}

std::vector<ingest::TableAccount::Head> const& InputProjects::heads() const {
  static std::vector<ingest::TableAccount::Head> const none;
  return standard_ == nullptr ? none : standard_->account.heads();
}

diagnostic::Diagnostics const& InputProjects::findings() const {
  static diagnostic::Diagnostics const none;
  if (standard_ == nullptr) {
    return document_.conversion.findings;
  }
  return standard_->reader == nullptr ? none : standard_->reader->findings();
}

bool InputProjects::readable() const {
  return standard_ == nullptr ? document_.readable
                              : standard_->reader == nullptr || standard_->reader->readable();
}

std::string InputProjects::digest() {
  return standard_ == nullptr ? document_.digest : standard_->bytes.finish();
}

int InputProjects::error() const {
  return standard_ == nullptr ? 0 : standard_->file.error();
}

} // namespace jixiao::pipeline
