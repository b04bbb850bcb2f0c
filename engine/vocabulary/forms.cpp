#include "engine/vocabulary/forms.hpp"

#include "engine/vocabulary/forms_data.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

constexpr std::array<std::string_view, label_field_count> label_names{"project",
                                                                      "project_code",
                                                                      "unit",
                                                                      "agency",
                                                                      "year",
                                                                      "initial_budget",
                                                                      "adjusted_budget",
                                                                      "executed",
                                                                      "funds",
                                                                      "funds_part",
                                                                      "funds_block",
                                                                      "execution",
                                                                      "execution_rate",
                                                                      "execution_points",
                                                                      "execution_claimed",
                                                                      "execution_reason",
                                                                      "goal",
                                                                      "goal_actual",
                                                                      "section",
                                                                      "task",
                                                                      "passed_over",
                                                                      "total",
                                                                      "footer"};

/// `text` with every run of digits as one '#'.
std::string with_numbers_as_signs(std::string_view text) {
  std::string result;
  bool in_number = false;
  for (char const c : text) {
    bool const digit = c >= '0' && c <= '9';
    if (!digit) {
      result += c;
    } else if (!in_number) {
      result += '#';
    }
    in_number = digit;
  }
  return result;
}

bool ends_with_any(std::string_view text, std::vector<std::string> const& endings) {
  std::string const key = word_key(text);
  return std::any_of(endings.begin(), endings.end(),
                     [&key](std::string const& ending) { return key.ends_with(ending); });
}

} // namespace

std::string_view name(LabelField field) {
  return label_names[static_cast<std::size_t>(field)];
}

std::string_view name(RowField field) {
  switch (field) {
  case RowField::goal: return "goal";
  case RowField::serial: return "serial";
  case RowField::passed_over: return "passed_over";
  }
  return model::name(static_cast<model::Column>(field));
}

Forms::Forms() = default;
Forms::~Forms() = default;
Forms::Forms(Forms&&) noexcept = default;
Forms& Forms::operator=(Forms&&) noexcept = default;

std::optional<Label> Forms::label(std::string_view text) const {
  Label const* const found = find_word(data_->labels, text);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool Forms::may_be_label(std::string_view text) const {
  constexpr std::size_t longest_label = 48;
  std::string key = word_key(text.substr(0, std::min(text.size(), longest_label + 1)));
  key.erase(!key.empty() && key.back() == ':' ? key.size() - 1 : key.size());
  return key.size() <= longest_label
         && std::any_of(data_->label_endings.begin(), data_->label_endings.end(),
                        [&key](std::string const& ending) {
                          return key.size() >= ending.size()
                                 && key.compare(key.size() - ending.size(), ending.size(), ending) == 0;
                        });
}

bool Forms::ends_like_level(std::string_view text) const {
  return ends_with_any(text, data_->level_endings);
}

bool Forms::may_be_unit(std::string_view text) const {
  if (!ends_with_any(text, data_->unit_name_endings)) {
    return false;
  }
  std::string const key = word_key(text);
  auto const begins = [&key](std::string const& word) { return key.starts_with(word); };
  auto const& works = data_->works;
  auto const work = std::find_if(works.begin(), works.end(), begins);
  // "Construction bureau": what is built must have a name of its own.
  bool const unnamed =
      work != works.end()
      && std::any_of(data_->unit_name_endings.begin(), data_->unit_name_endings.end(),
                     [&](std::string const& ending) {
                       return key.size() <= work->size() + ending.size() && key.ends_with(ending);
                     });
  return work == works.end() || unnamed
         || std::any_of(data_->no_works.begin(), data_->no_works.end(), begins);
}

bool Forms::names_project(std::string_view text) const {
  if (may_be_unit(text)) {
    return false;
  }
  if (ends_with_any(text, data_->unit_name_endings)) {
    return true; // something is done to it
  }
  std::string const key = word_key(text);
  std::string_view rest = key;
  for (bool ends = true; ends && !rest.empty();) { // "funds of the project": endings alone name nothing
    auto const ending = std::find_if(data_->project_name_endings.begin(), data_->project_name_endings.end(),
                                     [&rest](std::string const& word) { return rest.ends_with(word); });
    ends = ending != data_->project_name_endings.end();
    rest.remove_suffix(ends ? ending->size() : 0);
  }
  return !rest.empty() && rest.size() != key.size();
}

bool Forms::heads_adjusted_targets(std::string_view head) const {
  std::string const key = word_key(head);
  auto const held = [&key](std::vector<std::string> const& words) {
    return std::any_of(words.begin(), words.end(),
                       [&key](std::string const& word) { return key.find(word) != std::string::npos; });
  };
  return held(data_->adjusted_targets) && !held(data_->targets_not_adjusted);
}

bool Forms::is_whole_period(std::string_view text) const {
  constexpr std::size_t longest_head = 48;
  std::string const key = word_key(text.substr(0, std::min(text.size(), longest_head + 1)));
  return key.size() <= longest_head
         && std::any_of(data_->whole_periods.begin(), data_->whole_periods.end(),
                        [&key](std::string const& word) { return key.compare(0, word.size(), word) == 0; });
}

std::optional<RowField> Forms::column(std::string_view text) const {
  RowField const* const found = find_word(data_->columns, text);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::span<Form const> Forms::all() const {
  return data_->forms;
}

std::span<std::string const> Forms::title_endings() const {
  return data_->title_endings;
}

std::span<std::string const> Forms::report_endings() const {
  return data_->report_endings;
}

std::span<std::string const> Forms::title_openings() const {
  return data_->title_openings;
}

std::string_view Forms::without_unit_ending(std::string_view name) const {
  for (std::string const& ending : data_->unit_endings) {
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending) {
      return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

std::string_view Forms::fused_target_head() const {
  return data_->fused_target_head;
}

bool Forms::may_be_name(std::string_view text) const {
  std::string const key = word_key(text);
  return std::none_of(data_->no_names.begin(), data_->no_names.end(),
                      [&key](std::string const& word) { return key.find(word) != std::string::npos; });
}

std::string_view Forms::level1_word(model::Level1 level1) const {
  return data_->level1_words[static_cast<std::size_t>(level1)];
}

bool Forms::is_page_mark(std::string_view text) const {
  std::string const key = with_numbers_as_signs(word_key(text));
  return std::find(data_->page_marks.begin(), data_->page_marks.end(), key) != data_->page_marks.end();
}

/// Reaches the private constructor for load_forms.
struct FormsBuilder {
  static Forms build(Forms::Data data) {
    Forms result;
    result.data_ = std::make_unique<Forms::Data const>(std::move(data));
    return result;
  }
};

diagnostic::Outcome<Forms> load_forms(RuleFile const& file) {
  diagnostic::Outcome<Forms> result;
  Forms::Data data;
  read_forms(file, data, result.diagnostics);
  if (diagnostic::worst(result.diagnostics) != diagnostic::Severity::error) {
    result.value = FormsBuilder::build(std::move(data));
  }
  return result;
}

TickSigns const& Forms::tick_signs() const {
  return data_->tick_signs;
}

} // namespace jixiao::vocabulary
