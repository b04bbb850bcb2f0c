#pragma once
// What the elements of a web page mean for its text.
#include "engine/ingest/documents/html_parser.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao::ingest::documents {

/// Scripts, styles and what stands in the title bar.
[[nodiscard]] bool is_unshown(std::string_view element);
/// Text that is struck through, or that the page hides.
[[nodiscard]] bool is_left_out(std::string_view element, HtmlEvents::Attributes const& attributes);
/// Elements that begin and end lines.
[[nodiscard]] bool is_block(std::string_view element);
/// Head, body or foot of a table.
[[nodiscard]] bool is_row_group(std::string_view element);

/// The value of an attribute; empty when there is none.
[[nodiscard]] std::string_view value_of(HtmlEvents::Attributes const& attributes, std::string_view name);
[[nodiscard]] bool has(HtmlEvents::Attributes const& attributes, std::string_view name);
/// The same as a count.
[[nodiscard]] std::uint32_t count_of(HtmlEvents::Attributes const& attributes, std::string_view name,
                                     std::uint32_t otherwise);
/// True for a field of a form that shows its value as text.
[[nodiscard]] bool is_shown_input(HtmlEvents::Attributes const& attributes);

/// True for a picture that its page declares to say nothing.
[[nodiscard]] bool is_ornament(HtmlEvents::Attributes const& attributes);

/// Tables that begin and do not end, comments and scripts aside: most often the page was cut off.
[[nodiscard]] std::size_t unclosed_tables(std::string_view page);

/// True when a tag has thousands of attributes: no page has, and parsers compare each with all before it.
[[nodiscard]] bool has_endless_tag(std::string_view page);

} // namespace jixiao::ingest::documents
