#pragma once
// The projects in a file, whatever it is: a standard table, or a document with forms in it.
#include "engine/ingest/forms/tick_boxes.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/ingest/table_account.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/title_year.hpp"
#include "engine/vocabulary/forms.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace jixiao::pipeline {

struct InputReading {
  vocabulary::Vocabulary const& vocabulary;
  vocabulary::Forms const* forms = nullptr; ///< none: standard tables alone
  diagnostic::SourceTable& sources;
  ingest::IngestLimits const& limits;
  bool digest = false;                               ///< compute SHA-256
  std::optional<ingest::TableAccount::Keep> account; ///< of standard tables; documents have theirs anyway
};

/// Reads one file, project by project. A standard table is streamed; a document is read as a whole.
class InputProjects {
public:
  /// `reading` must outlive this object.
  InputProjects(std::filesystem::path const& path, InputReading const& reading);
  ~InputProjects();

  /// The next project into `project` (its storage is reused); false at the end.
  bool next(model::RawProject& project);
  /// The whole conversion; nullptr when the file is a standard table.
  [[nodiscard]] ConvertedFile* document();
  /// After the last project, once: the tables of the file and where its cells went. For a standard table only
  /// when it was asked for.
  [[nodiscard]] ingest::forms::Conversion const& account();
  /// After the last project: the heads of a standard table, when an account was asked for.
  [[nodiscard]] std::vector<ingest::TableAccount::Head> const& heads() const;
  /// After the last project.
  [[nodiscard]] diagnostic::Diagnostics const& findings() const;
  [[nodiscard]] bool readable() const;
  [[nodiscard]] std::string digest();
  /// The errno of what went wrong with the file; 0 when nothing did.
  [[nodiscard]] int error() const;

private:
  struct Standard;
  /// What a conversion must have to be taken.
  enum class Wanted : std::uint8_t { anything, tables, more_than_standard };
  bool open_document(std::filesystem::path const& path);
  [[nodiscard]] std::optional<Wanted> form_wanted() const;
  [[nodiscard]] std::optional<std::string> project_above() const;
  [[nodiscard]] std::optional<Wanted> form_on_later_sheet(std::filesystem::path const& path) const;
  bool take_conversion(ConvertedFile&& file, Wanted wanted);

  InputReading const& reading_;
  std::optional<ingest::forms::TickBoxReader> ticks_; ///< where there are forms
  std::unique_ptr<Standard> standard_;                ///< unless the file is a document
  ConvertedFile document_;
  std::size_t given_ = 0;
  bool held_ = false; ///< `first_` was read ahead
  bool any_ = false;
  model::RawProject first_;
  TitleYear year_; ///< of standard tables
};

} // namespace jixiao::pipeline
