#include "engine/pipeline/template_workbook.hpp"

#include "engine/model/raw_table.hpp"
#include "engine/pipeline/dynamic_library.hpp"

#include <array>
#include <fstream>
#include <string>
#include <vector>
#include <xlsxwriter.h>

namespace jixiao::pipeline {

namespace {

using model::Column;
using vocabulary::Language;
using vocabulary::Messages;

/// The functions of libxlsxwriter that are used, by their own names.
struct Xlsxwriter {
  decltype(&::workbook_new) workbook_new;
  decltype(&::workbook_close) workbook_close;
  decltype(&::workbook_set_properties) workbook_set_properties;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet;
  decltype(&::workbook_add_format) workbook_add_format;
  decltype(&::format_set_bold) format_set_bold;
  decltype(&::format_set_text_wrap) format_set_text_wrap;
  decltype(&::format_set_align) format_set_align;
  decltype(&::format_set_bg_color) format_set_bg_color;
  decltype(&::format_set_border) format_set_border;
  decltype(&::format_set_num_format) format_set_num_format;
  decltype(&::worksheet_write_string) worksheet_write_string;
  decltype(&::worksheet_merge_range) worksheet_merge_range;
  decltype(&::worksheet_set_column) worksheet_set_column;
  decltype(&::worksheet_set_row) worksheet_set_row;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
  decltype(&::worksheet_data_validation_range) worksheet_data_validation_range;
  bool complete;
};

#define JIXIAO_FIND(function) library.find(#function, writer.function)

Xlsxwriter load_xlsxwriter() {
  Xlsxwriter writer{};
  // Only the version whose structures the header describes.
  DynamicLibrary library({"libxlsxwriter.so." LXW_SOVERSION});
  JIXIAO_FIND(workbook_new);
  JIXIAO_FIND(workbook_close);
  JIXIAO_FIND(workbook_set_properties);
  JIXIAO_FIND(workbook_add_worksheet);
  JIXIAO_FIND(workbook_add_format);
  JIXIAO_FIND(format_set_bold);
  JIXIAO_FIND(format_set_text_wrap);
  JIXIAO_FIND(format_set_align);
  JIXIAO_FIND(format_set_bg_color);
  JIXIAO_FIND(format_set_border);
  JIXIAO_FIND(format_set_num_format);
  JIXIAO_FIND(worksheet_write_string);
  JIXIAO_FIND(worksheet_merge_range);
  JIXIAO_FIND(worksheet_set_column);
  JIXIAO_FIND(worksheet_set_row);
  JIXIAO_FIND(worksheet_freeze_panes);
  JIXIAO_FIND(worksheet_data_validation_range);
  writer.complete = library.is_complete();
  return writer;
}

#undef JIXIAO_FIND

Xlsxwriter const& xlsxwriter() {
  static Xlsxwriter const loaded = load_xlsxwriter();
  return loaded;
}

/// Rows that offer their choices.
constexpr lxw_row_t offered_rows = 5000;
/// 2020-02-25, the day of the first rules. Without a date the file would hold the time of writing.
constexpr time_t created = 1582588800;

/// How a column of the form looks.
struct Style {
  double width;
  bool text; ///< cells keep what is typed: codes their zeros, "12-31" its meaning
};

Style style_of(Column column) {
  switch (column) {
  case Column::unit_code:
  case Column::project_code: return {18, true};
  case Column::name:
  case Column::actual:
  case Column::deviation_reason: return {28, true};
  case Column::unit:
  case Column::supervising_department:
  case Column::project: return {22, true};
  case Column::target: return {14, true};
  case Column::level1:
  case Column::level2: return {14, true};
  case Column::initial_budget:
  case Column::adjusted_budget:
  case Column::executed: return {14, false};
  case Column::year:
  case Column::relation:
  case Column::measure:
  case Column::weight:
  case Column::direction:
  case Column::claimed:
  case Column::pass_threshold:
  case Column::department_weight: return {11, false};
  case Column::targets:
  case Column::inputs: break; // not in the template
  }
  return {11, false};
}

std::string_view need_of(Column column) {
  switch (column) {
  case Column::name: return "template_required";
  case Column::project:
  case Column::level1:
  case Column::level2:
  case Column::target:
  case Column::actual:
  case Column::adjusted_budget:
  case Column::executed:
  case Column::weight: return "template_recommended";
  case Column::unit_code:
  case Column::unit:
  case Column::supervising_department:
  case Column::project_code:
  case Column::year:
  case Column::initial_budget:
  case Column::relation:
  case Column::measure:
  case Column::direction:
  case Column::claimed:
  case Column::deviation_reason:
  case Column::pass_threshold:
  case Column::department_weight:
  case Column::targets:
  case Column::inputs: return "template_optional";
  }
  return {};
}

class TemplateWriter {
public:
  TemplateWriter(lxw_workbook* workbook, Messages const& messages, Language language)
      : workbook_(workbook), messages_(messages), language_(language) {}

  void write() {
    lxw_doc_properties properties{};
    properties.created = created;
    xlsxwriter().workbook_set_properties(workbook_, &properties);
    head_ = format(true);
    plain_ = format(false);
    text_ = xlsxwriter().workbook_add_format(workbook_);
    xlsxwriter().format_set_num_format(text_, "@");
    write_table();
    write_guide();
  }

private:
  std::string text(std::string_view id) const { return messages_.text(id, language_); }

  std::string text_of(std::string_view what, Column column) const {
    return text("template_" + std::string(what) + "_" + std::string(model::name(column)));
  }

  lxw_format* format(bool head) const {
    lxw_format* const result = xlsxwriter().workbook_add_format(workbook_);
    xlsxwriter().format_set_text_wrap(result);
    xlsxwriter().format_set_border(result, LXW_BORDER_THIN);
    xlsxwriter().format_set_align(result, LXW_ALIGN_VERTICAL_CENTER);
    if (head) {
      xlsxwriter().format_set_align(result, LXW_ALIGN_CENTER);
      xlsxwriter().format_set_bold(result);
      xlsxwriter().format_set_bg_color(result, 0xDDEBF7);
    }
    return result;
  }

  void write_table() {
    lxw_worksheet* const sheet =
        xlsxwriter().workbook_add_worksheet(workbook_, text("template_sheet_table").c_str());
    xlsxwriter().worksheet_set_row(sheet, 0, 32, nullptr);
    for (std::size_t i = 0; i < model::common_column_count; ++i) {
      auto const column = static_cast<Column>(i);
      auto const at = static_cast<lxw_col_t>(i);
      Style const style = style_of(column);
      xlsxwriter().worksheet_set_column(sheet, at, at, style.width, style.text ? text_ : nullptr);
      xlsxwriter().worksheet_write_string(sheet, 0, at, text_of("head", column).c_str(), head_);
    }
    xlsxwriter().worksheet_freeze_panes(sheet, 1, 0);
    offer(sheet, Column::relation);
    offer(sheet, Column::direction);
  }

  /// A list to choose from; another entry asks back and is then accepted.
  void offer(lxw_worksheet* sheet, Column column) const {
    std::string choices = text_of("choices", column);
    std::vector<char*> list;
    for (std::size_t at = 0; at != std::string::npos;) {
      list.push_back(choices.data() + at);
      at = choices.find('|', at);
      if (at != std::string::npos) {
        choices[at++] = '\0';
      }
    }
    list.push_back(nullptr);
    std::string title = text("template_choice_title");
    std::string message = text("template_choice_message");
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<decltype(validation.value_list)>(list.data());
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_title = title.data();
    validation.error_message = message.data();
    auto const at = static_cast<lxw_col_t>(column);
    xlsxwriter().worksheet_data_validation_range(sheet, 1, at, offered_rows, at, &validation);
  }

  void write_guide() {
    lxw_worksheet* const sheet =
        xlsxwriter().workbook_add_worksheet(workbook_, text("template_sheet_guide").c_str());
    constexpr std::array<double, 4> widths{24, 12, 64, 24};
    for (std::size_t i = 0; i < widths.size(); ++i) {
      auto const at = static_cast<lxw_col_t>(i);
      xlsxwriter().worksheet_set_column(sheet, at, at, widths[i], nullptr);
    }
    xlsxwriter().worksheet_set_row(sheet, 0, 48, nullptr);
    xlsxwriter().worksheet_merge_range(sheet, 0, 0, 0, 3, text("template_guide_general").c_str(), plain_);
    xlsxwriter().worksheet_merge_range(sheet, 1, 0, 1, 3, text("template_guide_result").c_str(), plain_);
    write_line(sheet, 2, head_,
               {text("template_guide_column"), text("template_guide_required"),
                text("template_guide_meaning"), text("template_guide_example")});
    for (std::size_t i = 0; i < model::common_column_count; ++i) {
      auto const column = static_cast<Column>(i);
      write_line(sheet, static_cast<lxw_row_t>(i + 3), plain_,
                 {text_of("head", column), text(need_of(column)), text_of("meaning", column),
                  text_of("example", column)});
    }
    xlsxwriter().worksheet_freeze_panes(sheet, 3, 0);
  }

  static void write_line(lxw_worksheet* sheet, lxw_row_t row, lxw_format* format,
                         std::array<std::string, 4> const& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      xlsxwriter().worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), texts[i].c_str(), format);
    }
  }

  lxw_workbook* workbook_;
  Messages const& messages_;
  Language language_;
  lxw_format* head_ = nullptr;
  lxw_format* plain_ = nullptr;
  lxw_format* text_ = nullptr;
};

} // namespace

TemplateResult write_template(std::filesystem::path const& path, Messages const& messages,
                              Language language) {
  if (!xlsxwriter().complete) {
    return TemplateResult::unavailable;
  }
  // The library writes the file when it is closed, and says on standard error when it cannot.
  if (!std::ofstream(path, std::ios::binary)) {
    return TemplateResult::failed;
  }
  lxw_workbook* const workbook = xlsxwriter().workbook_new(path.c_str());
  if (workbook == nullptr) {
    return TemplateResult::failed;
  }
  TemplateWriter(workbook, messages, language).write();
  return xlsxwriter().workbook_close(workbook) == LXW_NO_ERROR ? TemplateResult::written
                                                               : TemplateResult::failed;
}

} // namespace jixiao::pipeline
