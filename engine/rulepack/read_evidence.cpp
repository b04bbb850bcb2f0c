#include "engine/rulepack/place_entry.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/sections.hpp"

namespace jixiao::rulepack {

using configuration::Node;
using model::LedgerColumn;
using model::Status;

namespace {

void report_all(diagnostic::Diagnostics&& found, PackText const& file) {
  for (diagnostic::Diagnostic& diagnostic : found) {
    file.out.push_back(std::move(diagnostic));
  }
}

void read_when(Fields const& fields, EvidenceClass& value) {
  Node const* const node = value.when != nullptr ? fields.find("when") : fields.need("when");
  if (node == nullptr) {
    return;
  }
  if (auto text = read_text(*node, inside(fields.path(), "when"), fields.file())) {
    value.when_text = std::move(*text);
    auto compiled = compile(value.when_text, Want::truth, expression_place(*node, fields.file()));
    report_all(std::move(compiled.diagnostics), fields.file());
    value.when = compiled.value.value_or(nullptr);
  }
}

/// `none`, `rules`, `at_ends`, or an expression such as "[0, 1]".
void read_share(Fields const& fields, EvidenceClass& value) {
  Node const* const node = value.share_text.empty() ? fields.need("share") : fields.find("share");
  if (node == nullptr) {
    return;
  }
  auto text = read_text(*node, inside(fields.path(), "share"), fields.file());
  if (!text) {
    return;
  }
  value.share_text = std::move(*text);
  value.fixed = nullptr;
  if (value.share_text == "none") {
    value.share = EvidenceClass::Share::none;
  } else if (value.share_text == "rules") {
    value.share = EvidenceClass::Share::rules;
  } else if (value.share_text == "at_ends") {
    value.share = EvidenceClass::Share::at_ends;
  } else {
    value.share = EvidenceClass::Share::fixed;
    auto compiled = compile(value.share_text, Want::number, expression_place(*node, fields.file()));
    report_all(std::move(compiled.diagnostics), fields.file());
    value.fixed = compiled.value.value_or(nullptr);
    if (Node const* const id = fields.find("id"); value.fixed != nullptr && id != nullptr) {
      report_all(check_share_range(std::string(id->text()), *value.fixed), fields.file());
    }
  }
}

/// What cannot go together in one class: points without a share, a share without points, and claims that are
/// accepted where nothing is claimed.
void check_counts(Fields const& fields, std::string const& id, EvidenceClass const& value) {
  auto const refuse = [&](char const* what) {
    fields.file().report(findings::pack_evidence_counts, fields.node(), {id, what});
  };
  bool const excluded = value.status == Status::excluded;
  if (excluded != (value.share == EvidenceClass::Share::none)) {
    refuse("status: excluded, share: none");
  } else if (excluded != (value.column == LedgerColumn::none)) {
    refuse("status: excluded, column: none");
  } else if (value.accepts && value.column != LedgerColumn::claimed) {
    refuse("accept: true, column: claimed");
  } else if (value.accepts && value.status != Status::open) {
    refuse("accept: true, status: open");
  } else if (value.column == LedgerColumn::unanswered && value.status != Status::open) {
    refuse("column: unanswered, status: open");
  }
}

EvidenceClass read_class(Fields const& fields, EvidenceClass const* inherited) {
  EvidenceClass value = inherited != nullptr ? *inherited : EvidenceClass{};
  if (fields.find("when") != nullptr || fields.find("share") != nullptr) {
    value.cite.clear();
  }
  read_when(fields, value);
  read_share(fields, value);
  if (inherited == nullptr) {
    (void)fields.need("status");
    (void)fields.need("column");
  }
  read_word_into(value.status, fields, "status", {"scored", "assumed", "open", "not_applicable", "excluded"});
  if (value.status == Status::not_applicable) {
    // Only a deadline that is not due yet makes a comparison not applicable, and lowering knows that.
    (void)read_word(*fields.find("status"), inside(fields.path(), "status"),
                    {"scored", "assumed", "open", "excluded"}, fields.file());
  }
  read_word_into(value.column, fields, "column", {"none", "answered", "claimed", "unanswered"});
  read_word_into(value.accepts, fields, "accept", {"false", "true"});
  read_message_into(value.question, fields, "question");
  read_text_into(value.cite, fields, "cite");
  Node const* const id = fields.find("id");
  check_counts(fields, id != nullptr ? std::string(id->text()) : std::string(), value);
  return value;
}

} // namespace

void read_evidence(Fields const& top, RulePack& pack) {
  read_entries(top, "evidence", rules_limit,
               {"id", "when", "share", "status", "column", "accept", "question", "cite", "before", "after"},
               pack.evidence, read_class);
}

} // namespace jixiao::rulepack
