#pragma once
// RFC 4180 and what people make of it: rows of fields from a stream of text. At most one row is held.
#include "engine/ingest/standard_table.hpp"
#include "engine/ingest/text_reader.hpp"

#include <bit>
#include <limits>
#include <string_view>
#include <vector>

namespace jixiao::ingest {

/// What was wrong with a row. The row is still given as well as it can be.
enum class CsvFault : std::uint8_t {
  quote_not_closed, ///< the quote is taken as a character of the text
  text_after_quote, ///< `"ab"c` is read as abc
  row_too_long,     ///< the row is given without fields
  too_many_fields,  ///< the fields beyond the limit are left out
  field_too_long,   ///< the field is given as blank
};

struct CsvIssue {
  CsvFault fault;
  std::uint32_t field = 0; ///< 1-based
  std::size_t size = 0;    ///< bytes or fields that were met
};

class CsvSplitter {
public:
  CsvSplitter(TextReader& text, char delimiter, IngestLimits const& limits);

  /// The fields of the next row: quotes removed, and the one `'` that guards a formula; nothing trimmed.
  /// Views live until the next call. False at the end of the text.
  bool next(std::vector<std::string_view>& fields, std::vector<CsvIssue>& issues);
  /// The line of the row last given; all its fields are parts of it when there are no issues.
  [[nodiscard]] std::string_view line() const { return buffer_.view().substr(row_, next_ - row_); }
  /// How many fields of that line, from the left, stand in the line before as they stand here; a table prints
  /// its project in every row. None when that line is gone.
  [[nodiscard]] std::size_t as_above() const { return as_above_; }
  /// False when no '#' stands in the text read so far from where the row begins: no error value does.
  [[nodiscard]] bool may_hold_hash() const { return hash_; }

private:
  enum class Scan : std::uint8_t { complete, more, more_in_quotes };

  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  /// Steps from one delimiter, quote or line end to the next.
  struct Specials {
    char const* text = nullptr;
    std::size_t size = 0;
    std::size_t block = 0; ///< where the current mask begins
    std::uint64_t mask = 0;
    char delimiter, line_end;

    void load() { mask = block < size ? mask_of(text + block, delimiter, '"', line_end) : 0; }
    /// Goes on behind what is known already.
    void skip_to(std::size_t at) {
      if (at - block >= mask_width) {
        block += (at - block) / mask_width * mask_width;
        load();
      }
      mask &= ~std::uint64_t{0} << (at - block);
    }
    [[gnu::always_inline]] std::size_t next() {
      while (mask == 0) {
        block += mask_width;
        if (block >= size) {
          return none;
        }
        load();
      }
      std::size_t const at = block + static_cast<std::size_t>(std::countr_zero(mask));
      mask &= mask - 1;
      return at;
    }
  };

  /// The fields of one row, in the storage of the row before: nearly every row has as many.
  struct Fields {
    std::vector<std::string_view>* storage = nullptr;
    std::string_view* slots = nullptr;
    std::size_t room = 0;
    std::size_t count = 0;

    void push(char const* begin, char const* end);
  };

  /// A quoted field whose text is not simply what stands between its quotes.
  struct Rewrite {
    std::size_t field;
    std::size_t close; ///< of the closing quote
    std::size_t end;   ///< of the field
  };

  Scan scan_row();
  std::size_t take_from_above(Fields& fields) const;
  Scan scan_fields(Specials& specials, Fields& fields, std::size_t field);
  Scan scan_quoted(Specials& specials, Fields& fields, std::size_t open, std::size_t& end);
  void restart_scan();
  void begin();
  bool refill();
  void rewrite_fields();
  void read_quote_as_text();
  void forget_what_is_found_again();
  void refuse_row();
  void check_limits(std::size_t length);

  TextReader& text_;
  TextBuffer buffer_;
  IngestLimits limits_;
  Specials specials_;
  bool begun_ = false;
  bool ended_ = false;
  bool hash_ = false;
  bool is_plain_ = false;    ///< the row given last has nothing but fields as they stand
  std::size_t row_ = 0;      ///< where the row begins in the buffer
  std::size_t above_ = none; ///< where the row above begins, while it is there
  std::size_t as_above_ = 0;
  std::size_t next_ = 0;                    ///< where the next one begins, once this one is complete
  std::size_t open_quote_ = 0;              ///< when the scan stopped inside quotes
  std::vector<std::size_t> literal_quotes_; ///< of this row, counted from its beginning
  unsigned quotes_not_closed_ = 0;
  std::vector<std::string_view>* fields_ = nullptr;
  std::size_t count_ = 0; ///< of its fields found; what stands behind them is of rows before
  std::vector<CsvIssue>* issues_ = nullptr;
  std::vector<Rewrite> rewrites_;
};

} // namespace jixiao::ingest
