#include "engine/ingest/documents/odf_cell.hpp"

#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest::documents::odf {

namespace {

using detail::attribute;
namespace notices = ingest::findings;

/// The digits that `text` begins with, which are taken from it.
std::string_view take_digits(std::string_view& text) {
  std::string_view const digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
  text.remove_prefix(digits.size());
  return digits;
}

std::string padded(std::string_view digits) {
  return digits.size() < 2 ? "0" + std::string(digits) : std::string(digits);
}

/// Without ":00" seconds, as a person would write it.
std::string without_zero_seconds(std::string_view time) {
  time = time.substr(0, time.find('.'));
  bool const zero = time.size() == 8 && time.substr(5) == ":00";
  return std::string(zero ? time.substr(0, 5) : time);
}

bool is_error(pugi::xml_node cell) {
  for (pugi::xml_attribute const each : cell.attributes()) {
    std::string_view const name = each.name();
    if (name == "calcext:value-type" && std::string_view(each.value()) == "error") {
      return true;
    }
  }
  return false;
}

std::string value_text(pugi::xml_node cell, std::string_view type, NumberFormat format, std::uint32_t column,
                       std::vector<CellNote>& notes) {
  if (type == "date") {
    return shown_date(attribute(cell, "date-value"), format);
  }
  if (type == "time") {
    return shown_time(attribute(cell, "time-value"));
  }
  if (type == "boolean") {
    return detail::is_true(attribute(cell, "boolean-value")) ? "TRUE" : "FALSE";
  }
  if (attribute(cell, "value").empty()) {
    return {};
  }
  format.kind = type == "percentage" ? NumberFormat::Kind::percent : NumberFormat::Kind::plain;
  return number_text(attribute(cell, "value"), format, false, column, notes);
}

} // namespace

std::string shown_date(std::string_view iso, NumberFormat const& format) {
  std::size_t const t = iso.find('T');
  std::string_view const date = iso.substr(0, t);
  std::string const time = t == std::string_view::npos ? "" : without_zero_seconds(iso.substr(t + 1));
  if (format.time && !format.year && !format.month && !format.day && !time.empty()) {
    return time;
  }
  bool const known = date.size() == 10 && (format.year || format.month || format.day);
  bool const day = !known || format.day;
  bool const month = day || format.month;
  std::string text(day ? date : date.substr(0, month ? 7 : 4));
  bool const timed = (format.time || !known) && !time.empty() && time != "00:00";
  return timed ? text + " " + time : text;
}

std::string shown_time(std::string_view duration) {
  std::string_view rest = duration;
  if (rest.substr(0, 2) != "PT") {
    return std::string(duration);
  }
  rest.remove_prefix(2);
  std::string result;
  for (char const unit : {'H', 'M', 'S'}) {
    std::string_view const digits = take_digits(rest);
    rest = rest.substr(0, 1) == "." || rest.substr(0, 1) == ","
               ? rest.substr(std::min(rest.find('S'), rest.size()))
               : rest;
    if (digits.empty() || rest.substr(0, 1) != std::string_view(&unit, 1)) {
      return std::string(duration);
    }
    rest.remove_prefix(1);
    result += (result.empty() ? "" : ":") + padded(digits);
  }
  return rest.empty() ? without_zero_seconds(result) : std::string(duration);
}

Text read_cell(pugi::xml_node cell, NumberFormat const& format, Styles const& styles, std::size_t most_bytes,
               std::uint32_t column, std::vector<CellNote>& notes) {
  Text result = read_text(cell, styles, most_bytes);
  std::string_view const type = attribute(cell, "value-type");
  if (is_error(cell)) {
    notes.push_back({column, notices::error_value, {shortened(result.text)}});
    result.text.clear();
  } else if (type == "string") {
    // A formula may keep its text in an attribute alone.
    if (result.text.empty() && result.left_out.empty()) {
      result.text = detail::text_attribute(cell, "string-value");
    }
  } else if (!type.empty()) {
    std::string value = value_text(cell, type, format, column, notes);
    if (!value.empty()) {
      result.text = std::move(value);
    } // else what it shows is all there is
  } else if (std::string_view const formula = attribute(cell, "formula");
             !formula.empty() && grammar::trim(result.text).empty()) {
    notes.push_back({column, notices::formula_without_value, {shortened(formula)}});
  }
  if (styles.leaves_out(attribute(cell, "style-name"))) {
    result.left_out += std::exchange(result.text, {});
  } else if (!result.left_out.empty() && !type.empty() && type != "string") {
    result.text.clear(); // the number that it shows struck through
  }
  if (!grammar::trim(result.left_out).empty()) {
    notes.push_back({column, findings::text_left_out, {"1", shortened(grammar::trim(result.left_out))}});
  }
  return result;
}

} // namespace jixiao::ingest::documents::odf
