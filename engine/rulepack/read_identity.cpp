#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::rulepack {

using configuration::Node;

std::optional<Confidence> read_confidence(Fields const& fields) {
  Node const* const node = fields.find("confidence");
  if (node == nullptr) {
    return std::nullopt;
  }
  auto const word = read_word(*node, inside(fields.path(), "confidence"), {"Q", "Qc", "Q2", "K+", "K", "K?"},
                              fields.file());
  return word ? std::optional(static_cast<Confidence>(*word)) : std::nullopt;
}

diagnostic::Place expression_place(Node const& node, PackText const& file) {
  diagnostic::Place place = node.place(file.source);
  place.column += node.quoted() ? 1 : 0;
  return place;
}

void read_identity(Fields const& top, RulePack& pack) {
  pack.title.clear();
  pack.document.clear();
  pack.issued.clear();
  pack.effective_from.clear();
  pack.effective_to.clear();
  pack.region.clear();
  if (Node const* const title = top.need("title")) {
    pack.title = read_text(*title, inside(top.path(), "title"), top.file()).value_or("");
  }
  if (Node const* const node = top.find("source")) {
    Path const path = inside(top.path(), "source");
    Fields const source(*node, path, {"document", "issued"}, top.file());
    if (source.ok()) {
      if (Node const* const document = source.need("document")) {
        pack.document = read_text(*document, inside(path, "document"), top.file()).value_or("");
      }
      read_date_into(pack.issued, source, "issued");
    }
  }
  if (Node const* const node = top.find("effective")) {
    Path const path = inside(top.path(), "effective");
    Fields const effective(*node, path, {"from", "to"}, top.file());
    // That a date was looked for and not found is worth saying: "unknown" is no date.
    Node const* const from = effective.find("from");
    if (from == nullptr || !from->is_scalar() || from->text() != "unknown") {
      read_date_into(pack.effective_from, effective, "from");
    }
    read_date_into(pack.effective_to, effective, "to");
    // ISO dates of one length compare as texts.
    if (!pack.effective_from.empty() && !pack.effective_to.empty()
        && pack.effective_to < pack.effective_from) {
      top.file().report(findings::pack_dates_reversed, *node, {pack.effective_from, pack.effective_to});
    }
  }
  read_text_into(pack.region, top, "region");
  pack.subject = Subject::project;
  read_word_into(pack.subject, top, "subject", {"project", "department"});
  pack.confidence = read_confidence(top);
}

namespace {

/// What a pack writes anew rests no longer on what stood above it. Lists of rules are not written anew: each
/// rule knows who wrote it.
constexpr std::string_view replaced_with_section[] = {"weights", "rounding",         "execution", "grades",
                                                      "tiers",   "digit_slip_ratio", "limits"};

/// Lists of entries from several packs: each pack speaks for its own.
bool is_list_section(std::string_view section) {
  static constexpr std::string_view lists[] = {"evidence", "score",      "checks",
                                               "caps",     "department", "monitoring"};
  return std::find(std::begin(lists), std::end(lists), section) != std::end(lists);
}

/// The points of the levels are one decision, whoever changes one of them.
bool gives_points(std::string_view section, std::string_view key) {
  return section == "weights" && key != "accepted_sums" && key != "when_missing"
         && key != "when_level_absent";
}

bool writes(RulePack const& pack, std::string_view section, std::string const& pack_id) {
  return std::any_of(pack.written_by.begin(), pack.written_by.end(), [&](auto const& entry) {
    return entry.second == pack_id && entry.first.substr(0, entry.first.find('.')) == section;
  });
}

/// The keys that the packs above have written keep what they rest on.
void set_aside(std::string_view section, RulePack& pack) {
  auto found = pack.basis.find(section);
  if (found != pack.basis.end()) {
    std::string key = std::string(section) + "/" + found->second.from_pack;
    pack.basis[std::move(key)] = std::move(found->second);
    pack.basis.erase(pack.basis.find(section));
  }
}

} // namespace

Basis const* basis_of(RulePack const& pack, std::string_view section, std::string_view from_pack) {
  auto const whole = pack.basis.find(section);
  if (whole != pack.basis.end() && whole->second.from_pack == from_pack) {
    return &whole->second;
  }
  auto const own = pack.basis.find(std::string(section) + "/" + std::string(from_pack));
  if (own != pack.basis.end()) {
    return &own->second;
  }
  // A pack that writes nothing of a section may say what the inherited one rests on.
  bool const speaks = whole != pack.basis.end() && !writes(pack, section, whole->second.from_pack);
  return speaks ? &whole->second : nullptr;
}

std::string_view name(Confidence confidence) {
  static constexpr std::string_view names[] = {"Q", "Qc", "Q2", "K+", "K", "K?"};
  return names[static_cast<std::size_t>(confidence)];
}

void note_writers(Fields const& top, RulePack& pack) {
  for (std::string_view const section :
       {"weights", "rounding", "limits", "execution", "monitoring", "department"}) {
    Node const* const node = top.find(section);
    if (node == nullptr || !node->is_map()) {
      continue; // refused where it is read
    }
    for (Node::Entry const& entry : node->entries()) {
      std::string const key(section);
      pack.written_by[gives_points(section, entry.key) ? key : key + "." + entry.key] = pack.id;
    }
  }
  for (std::string_view const section : {"grades", "tiers", "digit_slip_ratio"}) {
    if (top.find(section) != nullptr) {
      pack.written_by[std::string(section)] = pack.id;
    }
  }
}

void read_basis(Fields const& top, RulePack& pack) {
  for (std::string_view const section : replaced_with_section) {
    if (top.find(section) != nullptr) {
      set_aside(section, pack);
    }
  }
  Node const* const node = top.find("basis");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "basis");
  Fields const basis(*node, path,
                     {"weights", "rounding", "execution", "grades", "tiers", "evidence", "digit_slip_ratio",
                      "limits", "score", "checks", "caps", "department", "monitoring"},
                     top.file());
  if (!basis.ok()) {
    return;
  }
  for (Node::Entry const& entry : node->entries()) {
    Path const at = inside(path, entry.key);
    Fields const fields(entry.value, at, {"cite", "confidence"}, top.file());
    if (!fields.ok()) {
      continue;
    }
    Basis read;
    if (Node const* const cite = fields.need("cite")) {
      read.cite = read_text(*cite, inside(at, "cite"), top.file()).value_or("");
    }
    read.confidence = read_confidence(fields);
    read.from_pack = pack.id;
    pack.basis[is_list_section(entry.key) ? entry.key + "/" + pack.id : entry.key] = std::move(read);
  }
}

} // namespace jixiao::rulepack
