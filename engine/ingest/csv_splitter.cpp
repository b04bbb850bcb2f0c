#include "engine/ingest/csv_splitter.hpp"

#include "engine/ingest/row_source.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace jixiao::ingest {

namespace {

constexpr std::size_t block_bytes = 64 * 1024;
/// A row may be this many times as long as a cell.
constexpr std::size_t cells_of_a_row = 16;
/// Each quote that is not closed costs a scan of the longest row; after so many the file has no quoting.
constexpr unsigned quote_patience = 16;

/// How many bytes two texts begin with alike.
std::size_t common_bytes(char const* left, char const* right, std::size_t size) {
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= size; at += sizeof(std::uint64_t)) {
    std::uint64_t words[2];
    std::memcpy(&words[0], left + at, sizeof words[0]);
    std::memcpy(&words[1], right + at, sizeof words[1]);
    if (words[0] != words[1]) {
      if constexpr (std::endian::native == std::endian::little) {
        return at + static_cast<std::size_t>(std::countr_zero(words[0] ^ words[1])) / 8;
      }
      break;
    }
  }
  while (at < size && left[at] == right[at]) {
    ++at;
  }
  return at;
}

bool is_guarded(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

} // namespace

CsvSplitter::CsvSplitter(TextReader& text, char delimiter, IngestLimits const& limits)
    : text_(text), limits_(limits), specials_{nullptr, 0, 0, 0, delimiter, '\n'} {}

bool CsvSplitter::next(std::vector<std::string_view>& fields, std::vector<CsvIssue>& issues) {
  issues_ = &issues;
  issues.clear();
  literal_quotes_.clear();
  if (!begun_) {
    begin();
  }
  above_ = is_plain_ && fields_ == &fields ? row_ : none;
  fields_ = &fields;
  row_ = next_;
  std::size_t const row_limit = cells_of_a_row * limits_.cell_bytes;
  for (;;) {
    rewrites_.clear();
    forget_what_is_found_again();
    if (ended_ && row_ == buffer_.size()) {
      fields.clear();
      return false;
    }
    Scan const state = scan_row();
    if (state == Scan::complete) {
      break;
    }
    bool const too_long = buffer_.size() - row_ > row_limit;
    if (!ended_ && !too_long) {
      refill();
    } else if (state == Scan::more_in_quotes) {
      read_quote_as_text();
    } else {
      refuse_row();
      return true;
    }
    restart_scan();
  }
  fields.resize(count_);
  if (!rewrites_.empty()) {
    rewrite_fields();
  }
  check_limits(next_ - row_);
  is_plain_ = rewrites_.empty() && issues.empty();
  return true;
}

void CsvSplitter::begin() {
  begun_ = true;
  refill();
  restart_scan();
  if (buffer_.view().find('\n') == std::string_view::npos
      && buffer_.view().find('\r') != std::string_view::npos) {
    specials_.line_end = '\r';
    restart_scan();
  }
}

bool CsvSplitter::refill() {
  buffer_.drop_front(row_);
  row_ = next_ = 0;
  above_ = none;
  ended_ = !text_.append(buffer_, std::max(block_bytes, buffer_.size()));
  hash_ = buffer_.view().find('#') != std::string_view::npos;
  return !ended_;
}

void CsvSplitter::restart_scan() {
  specials_.text = buffer_.data();
  specials_.size = buffer_.size();
  specials_.block = row_;
  specials_.load();
}

[[gnu::always_inline]] inline void CsvSplitter::Fields::push(char const* begin, char const* end) {
  if (*begin == '\'' && end - begin >= 2 && is_guarded(begin[1])) {
    ++begin;
  }
  if (count == room) {
    storage->resize(room + 32);
    slots = storage->data();
    room = storage->size();
  }
  slots[count++] = {begin, static_cast<std::size_t>(end - begin)};
}

/// The fields of the row above, which still stand in the storage, as far as this row begins like that one.
/// Where the next one begins. A field that does not stand where it must (it was in quotes, or somebody has
/// put another text in its place) ends them.
std::size_t CsvSplitter::take_from_above(Fields& fields) const {
  if (above_ == none) {
    return row_;
  }
  char const* const text = buffer_.data();
  std::size_t const alike =
      common_bytes(text + above_, text + row_, std::min(row_ - above_, buffer_.size() - row_));
  std::size_t const moved = row_ - above_;
  std::size_t at = above_;
  while (fields.count < fields.room) {
    std::string_view& field = fields.slots[fields.count];
    std::size_t const end = at + field.size();
    if (field.data() != text + at || end - above_ >= alike || text[end] != specials_.delimiter) {
      break;
    }
    field = {field.data() + moved, field.size()};
    ++fields.count;
    at = end + 1;
  }
  return at + moved;
}

CsvSplitter::Scan CsvSplitter::scan_row() {
  Specials specials = specials_; // copies that nothing else can reach stay in registers
  Fields fields{fields_, fields_->data(), fields_->size(), 0};
  std::size_t const begin = take_from_above(fields);
  as_above_ = fields.count;
  if (begin != row_) {
    specials.skip_to(begin);
  }
  Scan const state = scan_fields(specials, fields, begin);
  specials_ = specials;
  count_ = fields.count;
  return state;
}

[[gnu::always_inline]] inline CsvSplitter::Scan CsvSplitter::scan_fields(Specials& specials, Fields& fields,
                                                                         std::size_t field) {
  char const* const text = specials.text;
  char const delimiter = specials.delimiter;
  for (;;) {
    std::size_t at = specials.next();
    if (at != none && text[at] == delimiter) {
      fields.push(text + field, text + at);
      field = at + 1;
      continue;
    }
    if (at != none && text[at] == '"') {
      if (at != field || quotes_not_closed_ >= quote_patience
          || std::find(literal_quotes_.begin(), literal_quotes_.end(), at - row_) != literal_quotes_.end()) {
        continue;
      }
      Specials own = specials; // again copies: what a call can reach must live in memory
      Fields own_fields = fields;
      std::size_t end = at;
      Scan const state = scan_quoted(own, own_fields, field, end);
      specials = own;
      fields = own_fields;
      at = end;
      if (state != Scan::complete) {
        return state;
      }
      if (at < buffer_.size() && text[at] == delimiter) {
        field = at + 1;
        continue;
      }
    } else {
      if (at == none && !ended_) {
        return Scan::more;
      }
      at = std::min(at, buffer_.size());
      bool const carriage_return = specials.line_end == '\n' && at > field && text[at - 1] == '\r';
      fields.push(text + field, text + (carriage_return ? at - 1 : at));
    }
    next_ = std::min(at + 1, buffer_.size());
    return Scan::complete;
  }
}

CsvSplitter::Scan CsvSplitter::scan_quoted(Specials& specials, Fields& fields, std::size_t open,
                                           std::size_t& end) {
  char const* const text = specials.text;
  bool rewrite = false;
  std::size_t close = 0;
  for (;;) {
    do {
      close = specials.next();
    } while (close != none && text[close] != '"');
    if (close == none || (close + 1 == buffer_.size() && !ended_)) {
      open_quote_ = open;
      return Scan::more_in_quotes;
    }
    if (text[close + 1] != '"') {
      break;
    }
    specials.next(); // the second of a pair
    rewrite = true;
  }
  do {
    end = specials.next();
  } while (end != none && text[end] == '"');
  if (end == none && !ended_) {
    return Scan::more;
  }
  end = std::min(end, buffer_.size());
  bool const last = end == buffer_.size() || text[end] == specials.line_end;
  std::size_t const text_end = last && specials.line_end == '\n' && text[end - 1] == '\r' ? end - 1 : end;
  if (text_end != close + 1) {
    issues_->push_back({CsvFault::text_after_quote, static_cast<std::uint32_t>(fields.count + 1), 0});
    rewrite = true;
  }
  if (rewrite) {
    rewrites_.push_back({fields.count, close, text_end});
  }
  fields.push(text + open + 1, text + close);
  return Scan::complete;
}

void CsvSplitter::rewrite_fields() {
  for (Rewrite const& each : rewrites_) {
    std::string_view& field = (*fields_)[each.field];
    char* const text = buffer_.data();
    std::size_t const begin = static_cast<std::size_t>(field.data() - text);
    std::size_t to = begin;
    for (std::size_t from = begin; from < each.close; ++from) {
      text[to++] = text[from];
      from += text[from] == '"' ? 1 : 0; // the first of a pair
    }
    for (std::size_t from = each.close + 1; from < each.end; ++from) {
      text[to++] = text[from];
    }
    field = {text + begin, to - begin};
  }
}

void CsvSplitter::read_quote_as_text() {
  ++quotes_not_closed_;
  literal_quotes_.push_back(open_quote_ - row_);
  issues_->push_back({CsvFault::quote_not_closed, static_cast<std::uint32_t>(count_ + 1), 0});
}

void CsvSplitter::forget_what_is_found_again() {
  auto const found_again = [](CsvIssue const& issue) { return issue.fault != CsvFault::quote_not_closed; };
  issues_->erase(std::remove_if(issues_->begin(), issues_->end(), found_again), issues_->end());
}

void CsvSplitter::refuse_row() {
  std::size_t length = 0;
  std::size_t end = buffer_.view().find(specials_.line_end, row_);
  while (end == std::string_view::npos) {
    length += buffer_.size() - row_;
    row_ = buffer_.size();
    if (!refill()) {
      end = buffer_.size();
      break;
    }
    end = buffer_.view().find(specials_.line_end, row_);
  }
  length += end - row_;
  next_ = std::min(end + 1, buffer_.size());
  row_ = next_;
  restart_scan();
  fields_->clear();
  issues_->push_back({CsvFault::row_too_long, 0, length});
}

void CsvSplitter::check_limits(std::size_t length) {
  if (fields_->size() > limits_.columns) {
    issues_->push_back({CsvFault::too_many_fields, limits_.columns + 1, fields_->size()});
    fields_->resize(limits_.columns);
  }
  if (length <= limits_.cell_bytes) {
    return;
  }
  for (std::size_t i = 0; i < fields_->size(); ++i) {
    std::string_view& field = (*fields_)[i];
    if (field.size() > limits_.cell_bytes) {
      issues_->push_back({CsvFault::field_too_long, static_cast<std::uint32_t>(i + 1), field.size()});
      // Not blank: a blank cell of a merged column would take the text above it.
      field = unreadable_cell;
    }
  }
}

} // namespace jixiao::ingest
