#include "engine/ingest/workbook_rows.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/sheet_rows.hpp"
#include "engine/ingest/signature.hpp"
#include "engine/ingest/workbook_kind.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace jixiao::ingest {

namespace {

using diagnostic::Code;
using Failure = Archive::Failure;

/// All bytes, but not more than one beyond `limit`.
std::string read_all(ByteSource& source, std::uint64_t limit) {
  std::string bytes;
  std::size_t size = 0;
  for (std::size_t step = 1u << 16; size <= limit;) {
    step = std::max(step, size / 2);
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(size + step, limit + 1)));
    std::size_t const count = source.read(std::span(bytes).subspan(size));
    size += count;
    if (count == 0) {
      break;
    }
  }
  bytes.resize(size);
  return bytes;
}

class WorkbookRows final : public RowSource {
public:
  WorkbookRows(std::unique_ptr<ByteSource> bytes, std::string file_name, ArchiveOpener open_archive,
               diagnostic::SourceTable& sources, IngestLimits const& limits)
      : file_name_(std::move(file_name)), sources_(sources), limits_(limits), cells_left_(limits.cells),
        file_source_(sources.add(file_name_)), source_(file_source_) {
    bytes_ = read_all(*bytes, limits.workbook_bytes);
    readable_ = bytes_.empty() || open(open_archive);
  }

  diagnostic::SourceId source() const override { return source_; }
  bool rows_have_all_cells() const override { return false; }
  bool suspicious() const override { return true; }
  bool readable() const override { return readable_; }
  diagnostic::Diagnostics take_findings() override { return std::exchange(findings_, {}); }

  bool next_sheet() override {
    while (next_ < contents_.sheets.size()) {
      SheetEntry const& sheet = contents_.sheets[next_++];
      source_ = file_source_;
      if (next_ > limits_.sheets) {
        note(findings::too_many_sheets,
             {std::to_string(contents_.sheets.size()), std::to_string(limits_.sheets)});
        next_ = contents_.sheets.size();
      } else if (sheet.hidden) {
        note(findings::sheet_hidden, {sheet.name});
      } else if (!sheet.cells) {
        note(findings::sheet_not_cells, {sheet.name});
      } else if (load(sheet)) {
        return true;
      }
    }
    source_ = file_source_;
    // A workbook none of whose sheets could be opened was not read.
    readable_ = readable_ && (sheets_read_ != 0 || !failed_);
    return false;
  }

  bool next_row(SheetRow& row) override {
    if (!rows_) {
      return false;
    }
    if (rows_->next(row)) {
      return true;
    }
    if (rows_->hidden_rows() != 0) {
      note(findings::hidden_rows, {std::to_string(rows_->hidden_rows())});
    }
    if (rows_->has_hidden_columns()) {
      note(findings::hidden_columns, rows_->hidden_columns());
    }
    if (rows_->cut_off()) {
      note(findings::too_many_cells, {std::to_string(limits_.cells)});
    }
    rows_.reset();
    return false;
  }

private:
  void note(Code const& code, std::vector<std::string> arguments) {
    findings_.push_back(diagnostic::make(code, {source_, 0, 0, 0, 0}, std::move(arguments)));
  }

  bool open(ArchiveOpener open_archive) {
    if (bytes_.size() > limits_.workbook_bytes) {
      note(findings::input_too_large, {std::to_string(limits_.workbook_bytes)});
      return false;
    }
    if (Signature const signature = signature_of(bytes_); signature != Signature::zip) {
      note_other_file(signature);
      return false;
    }
    std::unique_ptr<Archive> archive = open_archive(bytes_);
    if (!archive) {
      note(findings::workbook_damaged, {"zip"});
      return false;
    }
    package_.emplace(std::move(archive), bytes_.size(), limits_);
    return read_parts();
  }

  void note_other_file(Signature signature) {
    if (signature == Signature::text) {
      note(findings::not_a_workbook, {});
    } else if (signature != Signature::ole) {
      note(findings::not_a_table, {std::string(name(signature))});
    } else {
      switch (kind_of_ole(bytes_)) {
      case OleKind::encrypted: note(findings::workbook_encrypted, {}); return;
      case OleKind::document: note(findings::not_a_table, {"DOC"}); return;
      case OleKind::workbook: note(findings::workbook_legacy, {}); return;
      }
    }
  }

  bool read_parts() {
    std::string const part = find_workbook_part(*package_);
    if (part.empty() || !is_spreadsheet_part(part)) {
      std::string_view const kind = kind_of_package(*package_, part);
      kind.empty() ? note_failure(Failure::missing, "xl/workbook.xml")
                   : note(findings::not_a_table, {std::string(kind)});
      return false;
    }
    Archive::Member member = package_->read(part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, part);
      return false;
    }
    if (!read_contents(member.bytes, package_->relationships(part), contents_)) {
      note(findings::workbook_damaged, {part});
      return false;
    }
    if (contents_.external_links != 0) {
      note(findings::external_links, {std::to_string(contents_.external_links)});
    }
    shared_.from_1904 = contents_.from_1904;
    read_shared(contents_.shared_texts_part,
                [this](std::string& bytes) { return shared_.texts.read(bytes); });
    read_shared(contents_.styles_part,
                [this](std::string& bytes) { return read_styles(bytes, shared_.styles); });
    return true;
  }

  template <class Read>
  void read_shared(std::string const& part, Read read) {
    if (part.empty()) {
      return;
    }
    Archive::Member member = package_->read(part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, part);
    } else if (!read(member.bytes)) {
      note(findings::workbook_damaged, {part});
    }
  }

  bool load(SheetEntry const& sheet) {
    source_ = sources_.add(file_name_, sheet.name);
    Archive::Member member = package_->read(sheet.part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, sheet.part);
      failed_ = true;
      return false;
    }
    rows_ = std::make_unique<SheetRows>(std::move(member.bytes), shared_, limits_, cells_left_);
    if (!rows_->is_whole()) {
      note(findings::workbook_damaged, {sheet.part});
      failed_ = true;
      return false;
    }
    ++sheets_read_;
    return true;
  }

  void note_failure(Failure failure, std::string const& part) {
    switch (failure) {
    case Failure::none: return;
    case Failure::missing:
    case Failure::damaged: note(findings::workbook_damaged, {part}); return;
    case Failure::too_large:
      note(findings::workbook_too_large, {part, std::to_string(limits_.expanded_bytes)});
      return;
    case Failure::encrypted: note(findings::workbook_encrypted, {}); return;
    case Failure::unavailable: note(findings::workbook_unsupported, {}); return;
    }
  }

  std::string file_name_;
  diagnostic::SourceTable& sources_;
  IngestLimits limits_;
  std::uint64_t cells_left_;
  diagnostic::SourceId file_source_;
  diagnostic::SourceId source_; ///< of the sheet being read, or of the file
  std::string bytes_;           ///< the archive reads from them
  std::optional<WorkbookPackage> package_;
  WorkbookContents contents_;
  SharedParts shared_;
  std::unique_ptr<SheetRows> rows_;
  std::size_t next_ = 0;
  std::size_t sheets_read_ = 0;
  bool failed_ = false;
  bool readable_ = false;
  diagnostic::Diagnostics findings_;
};

} // namespace

std::unique_ptr<RowSource> workbook_rows(std::unique_ptr<ByteSource> bytes, std::string file_name,
                                         ArchiveOpener open_archive, diagnostic::SourceTable& sources,
                                         IngestLimits const& limits) {
  return std::make_unique<WorkbookRows>(std::move(bytes), std::move(file_name), open_archive, sources,
                                        limits);
}

} // namespace jixiao::ingest
