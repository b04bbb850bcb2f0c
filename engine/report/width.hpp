#pragma once
// Columns of a terminal: a Chinese character takes two.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::report {

/// Columns that `utf8` takes on a terminal; control characters take none.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// `utf8` with control characters and line breaks as blanks: safe to print on one line of a terminal.
[[nodiscard]] std::string printable(std::string_view utf8);

/// Lines of a report with every control and format character but the line break written out: \u001B.
[[nodiscard]] std::string escaped(std::string_view lines);

/// `utf8` cut to at most `columns` columns, its end marked by an ellipsis where something was cut.
[[nodiscard]] std::string cut(std::string_view utf8, std::size_t columns);

enum class Align : unsigned char { left, right };
/// `utf8` cut or filled with blanks to exactly `columns` columns.
[[nodiscard]] std::string fit(std::string_view utf8, std::size_t columns, Align align = Align::left);

/// `utf8` without the blanks at its end, full-width ones included.
[[nodiscard]] std::string_view without_blanks_behind(std::string_view utf8);

/// `utf8` broken into lines of at most `columns` columns; at least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, std::size_t columns);

} // namespace jixiao::report
