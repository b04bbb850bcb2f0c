#include "engine/pipeline/input_projects.hpp"

#include "engine/ingest/documents/read_document.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/words.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/rulepack/digest.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

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

/// A label of a form among texts that were passed over above a header.
bool has_labels(std::string_view texts, ingest::forms::Words const& words) {
  constexpr std::string_view separator = " | ";
  while (!texts.empty()) {
    std::size_t const end = std::min(texts.find(separator), texts.size());
    std::string_view const text = texts.substr(0, end);
    if (words.label(text) || words.value_behind_label(text)) {
      return true;
    }
    texts.remove_prefix(std::min(end + separator.size(), texts.size()));
  }
  return false;
}

/// Findings that leave it open whether a file is a form: labels stand above its header, or it has none.
bool may_be_form(diagnostic::Diagnostics const& findings, ingest::forms::Words const& words) {
  return std::any_of(findings.begin(), findings.end(), [&](diagnostic::Diagnostic const& each) {
    return each.code == ingest::findings::header_missing.id
           || each.code == ingest::findings::header_without_name.id
           || each.code == ingest::findings::sheet_without_table.id
           || (each.code == ingest::findings::titles_skipped.id && has_labels(each.arguments[0], words));
  });
}

} // namespace

struct InputProjects::Standard {
  Standard(std::filesystem::path const& path, bool digest) : file(path), bytes(file, digest) {}

  FileSource file;
  InputBytes bytes;
  std::unique_ptr<ingest::ProjectReader> reader;
};

InputProjects::InputProjects(std::filesystem::path const& path, InputReading const& reading)
    : reading_(reading) {
  standard_ = std::make_unique<Standard>(path, reading.digest);
  if (standard_->file.error() != 0) {
    return;
  }
  std::string const name = path.generic_string();
  std::string const ending = lower_ending(path);
  ingest::Format const format = ingest::detect_format(standard_->bytes.first(), name);
  std::error_code failed;
  bool const whole = reading.forms != nullptr && std::filesystem::is_regular_file(path, failed) && !failed
                     && (format == ingest::Format::xlsx
                         || std::filesystem::file_size(path, failed) <= largest_text_document);
  bool const table_name = ending == ".csv" || ending == ".tsv" || ending == ".tab";
  if (whole && (format == ingest::Format::xlsx || !table_name) && open_document(path, false)) {
    return;
  }
  standard_->reader =
      ingest::read_standard_table(std::make_unique<Borrowed>(standard_->bytes), format, name,
                                  reading.vocabulary, open_archive, reading.sources, reading.limits);
  any_ = standard_->reader->next(first_);
  held_ = any_;
  if (whole && (format == ingest::Format::xlsx || !any_)
      && may_be_form(standard_->reader->findings(), {reading.vocabulary, *reading.forms})) {
    open_document(path, true);
  }
}

InputProjects::~InputProjects() = default;

/// Reads `path` as a document when it is one. `only_forms`: the standard table has been tried already.
bool InputProjects::open_document(std::filesystem::path const& path, bool only_forms) {
  if (!only_forms) {
    DocumentFormat const format =
        ingest::documents::detect_document_format(standard_->bytes.first(), nullptr);
    bool const text = format == DocumentFormat::text;
    bool const archive = standard_->bytes.first().substr(0, 2) == "PK";
    if (archive) {
      TextFile const file = read_text_file(path, reading_.limits.workbook_bytes);
      bool const workbook =
          !file.text
          || ingest::documents::detect_document_format(*file.text, open_archive) == DocumentFormat::xlsx;
      if (workbook) {
        return false;
      }
    }
    ConvertedFile converted = recognise_file(path, reading_.vocabulary, *reading_.forms, reading_.sources,
                                             reading_.limits, reading_.digest);
    return take_conversion(std::move(converted), text);
  }
  return take_conversion(recognise_file(path, reading_.vocabulary, *reading_.forms, reading_.sources,
                                        reading_.limits, reading_.digest),
                         true);
}

/// `only_forms`: a document without any, or one that is a plain table, is left to the standard table's
/// reader.
bool InputProjects::take_conversion(ConvertedFile&& file, bool only_forms) {
  bool const forms = !file.conversion.projects.empty() && file.conversion.beyond_standard;
  if (only_forms && !forms) {
    return false;
  }
  document_ = std::move(file);
  standard_.reset();
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
  if (held_) {
    held_ = false;
    project = std::move(first_);
    return true;
  }
  return any_ && standard_->reader->next(project);
}

ConvertedFile* InputProjects::document() {
  return standard_ == nullptr ? &document_ : nullptr;
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
