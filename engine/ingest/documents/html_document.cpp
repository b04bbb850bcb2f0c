#include "engine/ingest/documents/html_document.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/html_table.hpp"
#include "engine/ingest/documents/html_tags.hpp"
#include "engine/ingest/documents/split_line.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace jixiao::ingest::documents {

namespace {

using model::DocumentLayout;

/// Old pages leave many tags open, which then count as inside each other.
constexpr std::uint32_t most_open_elements = 1000;
/// Of a text that is left out no more is shown.
constexpr std::size_t most_aside = 1024;

class PageReader final : public HtmlEvents {
public:
  explicit PageReader(DocumentBuilder& builder) : builder_(builder) {}

  bool begin_element(std::string_view name, Attributes const& attributes) override {
    if (++depth_ > most_open_elements) {
      too_deep_ = true;
      return false;
    }
    if (unshown_ != 0 || is_unshown(name)) {
      ++unshown_;
    } else if (is_left_out(name, attributes)) {
      ++unshown_;
      leaving_out_ = true;
    } else if (begin_field(name, attributes)) {
      // done
    } else if (name == "table") {
      begin_table();
    } else if (!open_.empty() && begin_in_table(name, attributes)) {
      // done
    } else if (name == "pre") {
      ++as_written_;
      text().break_line();
    } else if (is_block(name) || name == "br") {
      text().break_line();
    } else if (name == "img" && !open_.empty() && !is_ornament(attributes)) {
      open_.back()->note_inside(model::Inside::picture);
    } else if (name == "input" && is_shown_input(attributes)) {
      text().add(value_of(attributes, "value"), false);
    }
    return cells_ <= builder_.limits().cells;
  }

  bool end_element(std::string_view name) override {
    depth_ -= depth_ == 0 ? 0 : 1;
    if (unshown_ != 0) {
      if (--unshown_ == 0) {
        end_left_out();
      }
    } else if (end_field(name)) {
      // done
    } else if (name == "table") {
      end_table();
    } else if (!open_.empty() && end_in_table(name)) {
      // done
    } else if (name == "pre") {
      as_written_ -= as_written_ == 0 ? 0 : 1;
      text().break_line();
    } else if (is_block(name)) {
      text().break_line();
    }
    return true;
  }

  bool text(std::string_view piece) override {
    if (unshown_ == 0 && in_select_) {
      option_ += options_open_ ? piece : std::string_view();
    } else if (unshown_ == 0 && underlined_) {
      underline_ += piece;
    } else if (unshown_ == 0) {
      text().add(piece, as_written_ != 0);
    } else if (leaving_out_ && aside_.size() < most_aside) {
      aside_.add(piece, false);
    }
    return true;
  }

  void finish() {
    flush_underlined();
    while (!open_.empty()) {
      end_table();
    }
    end_left_out();
    flush_text();
    if (left_out_.count() != 0) {
      builder_.note_file(findings::text_left_out, {std::to_string(left_out_.count()), left_out_.text()});
    }
    if (cells_ > builder_.limits().cells && !builder_.full()) {
      builder_.note(findings::document_cells_cut_off, {std::to_string(builder_.limits().cells)});
    }
    if (too_deep_) {
      builder_.note_file(findings::document_too_deep, {std::to_string(most_open_elements)});
    }
  }

private:
  using TablePointer = std::unique_ptr<HtmlTable>;

  /// A list to choose from shows what was chosen, else its first line; a line under a sign is a part of the
  /// sign. False when the element is neither.
  bool begin_field(std::string_view name, Attributes const& attributes) {
    flush_underlined();
    if (name == "select") {
      in_select_ = true;
      options_open_ = false;
      chosen_.reset();
    } else if (name == "option" && in_select_) {
      end_option();
      options_open_ = true;
      selected_ = has(attributes, "selected");
    } else if (name == "u") {
      underlined_ = true;
    } else {
      return false;
    }
    return true;
  }

  bool end_field(std::string_view name) {
    flush_underlined();
    if (name == "option") {
      end_option();
    } else if (name == "select" && in_select_) {
      end_option();
      in_select_ = false;
      text().add(chosen_.value_or(""), false);
    } else if (name == "u") {
      underlined_ = false;
    } else {
      return false;
    }
    return true;
  }

  void end_option() {
    if (options_open_ && (selected_ || !chosen_)) {
      chosen_ = option_;
    }
    option_.clear();
    options_open_ = false;
  }

  /// People underline "<" and ">" where they cannot type the sign for "or equal".
  void flush_underlined() {
    std::string const whole = std::exchange(underline_, {});
    std::string_view const sign = grammar::trim(whole);
    text().add(sign == ">"   ? "\xE2\x89\xA5"
               : sign == "<" ? "\xE2\x89\xA4"
                             : std::string_view(whole),
               as_written_ != 0);
  }

  void end_left_out() {
    std::string const text = aside_.take();
    leaving_out_ = false;
    if (!grammar::trim(text).empty()) {
      left_out_.add(grammar::trim(text));
    }
  }

  FlowingText& text() { return open_.empty() ? running_ : open_.back()->text(); }

  void begin_table() {
    if (open_.empty()) {
      flush_text();
    } else {
      text().break_line();
      open_.back()->note_inside(model::Inside::table);
    }
    std::string const outer = open_.empty() ? "" : open_.back()->name();
    open_.push_back(
        std::make_unique<HtmlTable>("#" + std::to_string(++tables_), outer, builder_.limits().columns));
  }

  /// False when the element has no meaning of its own in a table.
  bool begin_in_table(std::string_view name, Attributes const& attributes) {
    HtmlTable& table = *open_.back();
    if (name == "tr") {
      table.begin_row();
    } else if (name == "td" || name == "th") {
      cells_ += table.begin_cell(count_of(attributes, "colspan", 1), count_of(attributes, "rowspan", 1));
    } else if (is_row_group(name) || name == "caption") {
      table.end_group();
      if (name == "tfoot") {
        table.begin_foot();
      }
    } else {
      return false;
    }
    return true;
  }

  bool end_in_table(std::string_view name) {
    HtmlTable& table = *open_.back();
    if (name == "td" || name == "th" || name == "tr") {
      table.end_cell();
    } else if (is_row_group(name)) {
      table.end_group();
    } else if (name == "caption") {
      table.text().break_line();
    } else {
      return false;
    }
    return true;
  }

  void end_table() {
    if (open_.empty()) {
      return; // a tag that closes nothing
    }
    TablePointer table = std::move(open_.back());
    open_.pop_back();
    table->finish();
    finished_.push_back(std::move(table));
    if (open_.empty()) {
      flush_tables();
    }
  }

  /// Tables are finished from the inside out and given from the outside in, in the order of their names.
  void flush_tables() {
    std::sort(finished_.begin(), finished_.end(), [](TablePointer const& left, TablePointer const& right) {
      return std::make_pair(left->name().size(), left->name())
             < std::make_pair(right->name().size(), right->name());
    });
    for (TablePointer const& table : finished_) {
      running_.add(table->take_loose_text(), true);
      flush_text();
      builder_.begin_part(table->name(), DocumentLayout::grid);
      in_text_ = false;
      if (!table->outer().empty() && table->cells() != 0) {
        builder_.note(findings::nested_table, {table->outer()});
      }
      if (table->overlaps() != 0) {
        builder_.note(findings::cells_overlap, {std::to_string(table->overlaps())});
      }
      for (model::DocumentLine& line : table->lines()) {
        builder_.add(std::move(line));
      }
    }
    finished_.clear();
  }

  void flush_text() {
    std::string const lines = running_.take();
    if (lines.empty()) {
      return;
    }
    if (!in_text_) {
      builder_.begin_part({}, DocumentLayout::text);
      in_text_ = true;
    }
    for (std::string_view rest = lines; !rest.empty();) {
      std::size_t const end = std::min(rest.find('\n'), rest.size());
      builder_.add(split_at_tabs(++lines_, rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  DocumentBuilder& builder_;
  std::vector<TablePointer> open_;
  std::vector<TablePointer> finished_; ///< inside the outermost that is open
  FlowingText running_;
  std::uint32_t tables_ = 0;
  std::uint32_t lines_ = 0;
  std::uint32_t depth_ = 0;
  std::uint32_t unshown_ = 0; ///< open elements from the one that is not shown on
  bool leaving_out_ = false;  ///< what is not shown would be text: struck through, or hidden
  bool in_select_ = false, options_open_ = false, selected_ = false;
  std::string option_;                ///< text of the option that is open
  std::optional<std::string> chosen_; ///< of the list that is open
  bool underlined_ = false;
  std::string underline_; ///< underlined text
  FlowingText aside_;
  Listing left_out_;
  std::uint32_t as_written_ = 0; ///< open elements whose line breaks count
  std::uint64_t cells_ = 0;      ///< more than are allowed are not gathered
  bool in_text_ = false;
  bool too_deep_ = false;
};

} // namespace

void read_html(std::string_view bytes, HtmlParser parse, DocumentBuilder& builder) {
  DecodedText decoded = decode_text(bytes);
  if (decoded.encoding == Encoding::unknown) {
    builder.note_file(ingest::findings::encoding_unknown);
    return;
  }
  if (decoded.replaced != 0) {
    builder.note_file(ingest::findings::text_replaced, {std::to_string(decoded.replaced)});
  }
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' '); // parsers end there
  if (has_endless_tag(decoded.text)) {
    builder.note_file(findings::document_damaged, {"HTML"});
    return;
  }
  PageReader reader(builder);
  HtmlOutcome const outcome = parse == nullptr ? HtmlOutcome::unavailable : parse(decoded.text, reader);
  if (outcome == HtmlOutcome::unavailable) {
    builder.note_file(findings::document_needs_library, {"libxml2"});
    return;
  }
  reader.finish();
  if (std::size_t const open = unclosed_tables(decoded.text); open != 0) {
    builder.note_file(findings::page_cut_off, {std::to_string(open)});
  }
}

} // namespace jixiao::ingest::documents
