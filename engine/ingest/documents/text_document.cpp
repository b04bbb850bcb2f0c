#include "engine/ingest/documents/aligned_blanks.hpp"
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/read_document.hpp"
#include "engine/ingest/documents/split_line.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/ingest/findings.hpp"
#include "grammar/text.hpp"

#include <utility>

namespace jixiao::ingest::documents {

namespace {

/// The next line of `rest`, whichever way lines end. A page break ends one too, but is none that a person
/// counts: it stands before the first text of a page.
std::string_view next_line(std::string_view& rest) {
  std::size_t const end = rest.find_first_of("\r\n");
  std::string_view const line = rest.substr(0, end);
  std::size_t const taken = end == std::string_view::npos   ? rest.size()
                            : rest.substr(end, 2) == "\r\n" ? end + 2
                                                            : end + 1;
  rest.remove_prefix(taken);
  return line;
}

std::string_view without_page_break(std::string_view line) {
  std::size_t const begin = line.find_first_not_of('\f');
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

/// Lines in their order; those without a tab wait until it is known which follow each other.
class Lines {
public:
  explicit Lines(DocumentBuilder& builder) : builder_(builder) {}

  void add(TextLine line) {
    if (grammar::trim(line.text).empty()) {
      // Extracts put a blank line between the rows of a table, but no more.
      ++blank_lines_ == 2 ? flush() : void();
      return;
    }
    blank_lines_ = 0;
    if (line.text.find('\t') == std::string_view::npos) {
      waiting_.push_back(line);
    } else {
      flush();
      builder_.add(split_at_tabs(line.number, line.text));
    }
  }
  void flush() {
    for (model::DocumentLine& each : split_at_aligned_blanks(std::exchange(waiting_, {}))) {
      builder_.add(std::move(each));
    }
  }

private:
  DocumentBuilder& builder_;
  std::vector<TextLine> waiting_;
  std::size_t blank_lines_ = 0; ///< before the next line
};

} // namespace

diagnostic::Outcome<model::Document> read_text_document(std::string_view bytes, std::string const& file_name,
                                                        diagnostic::SourceTable& sources,
                                                        IngestLimits const& limits) {
  DocumentBuilder builder(file_name, sources, limits);
  if (bytes.empty()) {
    builder.note_file(ingest::findings::input_empty);
    return builder.finish();
  }
  if (bytes.size() > limits.workbook_bytes) {
    builder.note_file(findings::document_too_large, {file_name, std::to_string(limits.workbook_bytes)});
    return builder.finish();
  }
  DecodedText const decoded = decode_text(bytes);
  if (decoded.encoding == Encoding::unknown) {
    builder.note_file(ingest::findings::encoding_unknown);
    return builder.finish();
  }
  if (decoded.encoding != Encoding::utf8) {
    builder.note_file(ingest::findings::encoding_detected, {std::string(name(decoded.encoding))});
  }
  if (decoded.replaced != 0) {
    builder.note_file(ingest::findings::text_replaced, {std::to_string(decoded.replaced)});
  }
  builder.begin_part({}, model::DocumentLayout::text);
  Lines lines(builder);
  std::uint32_t number = 0;
  for (std::string_view rest = decoded.text; !rest.empty() && !builder.full();) {
    lines.add({++number, without_page_break(next_line(rest))});
  }
  lines.flush();
  return builder.finish();
}

} // namespace jixiao::ingest::documents
