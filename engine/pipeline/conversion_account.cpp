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
      : conversion_(conversion), sources_(sources), messages_(messages), language_(language) {}

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
    std::size_t read = 0, used = 0;
    for (AccountEntry const& entry : conversion_.account) {
      read += entry.table == number ? 1 : 0;
      used += entry.table == number && is_used(entry.use) ? 1 : 0;
    }
    line(table.form.empty() ? "account_other" : "account_table",
         {std::to_string(number), table.title, source.file + (source.sheet.empty() ? "" : " " + source.sheet),
          std::to_string(table.first_line), std::to_string(table.last_line), std::to_string(read),
          std::to_string(used)});
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
    for (AccountEntry const& entry : conversion_.account) {
      if (entry.table == number) {
        if (is_used(entry.use)) {
          count_fields(entry.field, fields);
        } else {
          ++uses[entry.use];
        }
      }
    }
    for (auto const& [field, count] : fields) {
      line("account_field", {field, std::to_string(count)});
    }
    for (auto const& [use, count] : uses) {
      line("account_use", {use_text(use), std::to_string(count)});
    }
    for (AccountEntry const& entry : conversion_.account) {
      if (entry.table == number && is_listed(entry.use)) {
        line("account_cell",
             {std::to_string(entry.line), std::to_string(entry.column), entry.text, use_text(entry.use)});
      }
    }
  }

  void outside() {
    std::size_t prose = 0;
    for (AccountEntry const& entry : conversion_.account) {
      prose += entry.table == 0 ? 1 : 0;
    }
    line("account_outside", {std::to_string(prose)});
  }

  Conversion const& conversion_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  vocabulary::Language language_;
  std::string text_;
};

} // namespace

std::string account_text(Conversion const& conversion, diagnostic::SourceTable const& sources,
                         vocabulary::Messages const& messages, vocabulary::Language language) {
  return AccountText(conversion, sources, messages, language).run();
}

} // namespace jixiao::pipeline
