#include "engine/ingest/listing.hpp"
#include "engine/pipeline/conversion.hpp"

#include <algorithm>
#include <map>

namespace jixiao::pipeline {
namespace {

using ingest::forms::AccountEntry;
using ingest::forms::CellUse;
using ingest::forms::Conversion;
using ingest::forms::FormTable;

/// Uses that put the text of a cell into the standard table, or name what is in it.
bool is_used(CellUse use) {
  return use == CellUse::row || use == CellUse::head || use == CellUse::fragment;
}

/// Uses whose cells need no list: there are many, and their text says nothing.
bool is_listed(CellUse use) {
  return !is_used(use) && use != CellUse::column_head && use != CellUse::head_again && use != CellUse::label
         && use != CellUse::prose && use != CellUse::other_table;
}

class AccountText {
public:
  AccountText(Conversion const& conversion, diagnostic::SourceTable const& sources,
              vocabulary::Messages const& messages, vocabulary::Language language)
      : conversion_(conversion), sources_(sources), messages_(messages), language_(language),
        entries_(conversion.tables.size() + 1) {
    for (AccountEntry const& entry : conversion.account) {
      entries_[entry.table].push_back(&entry);
    }
  }

  std::string run() {
    for (std::uint32_t table = 1; table <= conversion_.tables.size(); ++table) {
      heading(table);
      entries(table);
    }
    outside();
    return std::move(text_);
  }

private:
  void line(std::string_view id, std::vector<std::string> const& arguments) {
    text_ += (text_.empty() ? "" : "\n") + messages_.text(id, language_, arguments);
  }

  std::string use_text(CellUse use) const {
    return messages_.text("account_" + std::string(ingest::forms::name(use)), language_);
  }

  void heading(std::uint32_t number) {
    FormTable const& table = conversion_.tables[number - 1];
    diagnostic::Source const& source = sources_.at(table.source);
    auto const used = std::count_if(entries_[number].begin(), entries_[number].end(),
                                    [](AccountEntry const* entry) { return is_used(entry->use); });
    line(table.form.empty() ? "account_other" : "account_table",
         {std::to_string(number), table.title, source.file + (source.sheet.empty() ? "" : " " + source.sheet),
          std::to_string(table.first_line), std::to_string(table.last_line),
          std::to_string(entries_[number].size()), std::to_string(used)});
  }

  /// A cell may fill several fields: a code and a name.
  static void count_fields(std::string const& names, std::map<std::string, std::size_t>& fields) {
    for (std::size_t begin = 0; begin <= names.size();) {
      std::size_t const end = std::min(names.find('+', begin), names.size());
      ++fields[names.substr(begin, end - begin)];
      begin = end + 1;
    }
  }

  void entries(std::uint32_t number) {
    std::map<std::string, std::size_t> fields;
    std::map<CellUse, std::size_t> uses;
    for (AccountEntry const* entry : entries_[number]) {
      if (is_used(entry->use)) {
        count_fields(entry->field, fields);
      } else {
        ++uses[entry->use];
      }
    }
    for (auto const& [field, count] : fields) {
      line("account_field", {field, std::to_string(count)});
    }
    for (auto const& [use, count] : uses) {
      line("account_use", {use_text(use), std::to_string(count)});
    }
    for (AccountEntry const* entry : entries_[number]) {
      if (is_listed(entry->use)) {
        line("account_cell", {std::to_string(entry->line), std::to_string(entry->column),
                              ingest::shortened(entry->text), use_text(entry->use)});
      }
    }
  }

  void outside() { line("account_outside", {std::to_string(entries_[0].size())}); }

  Conversion const& conversion_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  vocabulary::Language language_;
  std::vector<std::vector<AccountEntry const*>> entries_; ///< by table
  std::string text_;
};

} // namespace

std::string account_text(Conversion const& conversion, diagnostic::SourceTable const& sources,
                         vocabulary::Messages const& messages, vocabulary::Language language) {
  return AccountText(conversion, sources, messages, language).run();
}

} // namespace jixiao::pipeline
