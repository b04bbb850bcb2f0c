#include "engine/judgement/date.hpp"
#include "engine/judgement/findings.hpp"
#include "engine/judgement/judgement.hpp"

#include <array>
#include <utility>

namespace jixiao::judgement {
namespace {

using configuration::Node;
using diagnostic::Diagnostics;
using diagnostic::Place;
using diagnostic::SourceId;
using number::Rational;

constexpr std::array<std::string_view, 10> known_keys = {"row",   "digest", "name", "target", "tier",
                                                         "share", "value",  "by",   "on",     "why"};

Place place_of(Node::Entry const& entry, SourceId source) {
  Place place;
  place.source = source;
  place.row = entry.line;
  place.column = entry.column;
  return place;
}

/// Reads one entry; everything wrong with it is said at once.
class EntryReader {
public:
  EntryReader(Node const& entry, SourceId source, Diagnostics& findings)
      : entry_(entry), source_(source), findings_(findings) {}

  std::optional<Judgement> read() {
    std::size_t const before = findings_.size();
    Judgement judgement;
    judgement.place = entry_.place(source_);
    if (!entry_.is_map()) {
      say(findings::judgement_not_a_map, judgement.place, {});
      return std::nullopt;
    }
    refuse_unknown_keys();
    judgement.row = required("row");
    judgement.digest = required("digest");
    judgement.by = required("by");
    judgement.on = required("on");
    judgement.why = required("why");
    judgement.name = optional_text("name");
    judgement.target = optional_text("target");
    if (!judgement.name.empty() && !judgement.row.empty() && home_of(judgement.row, judgement.name).empty()) {
      say(findings::judgement_row_and_name, entry_.find("name")->place(source_),
          {judgement.row, judgement.name});
    }
    read_decision(judgement);
    check_date(judgement.on);
    return findings_.size() == before ? std::optional<Judgement>(std::move(judgement)) : std::nullopt;
  }

private:
  void say(diagnostic::Code const& code, Place const& place, std::vector<std::string> arguments) {
    findings_.push_back(diagnostic::make(code, place, std::move(arguments)));
  }

  void refuse_unknown_keys() {
    for (Node::Entry const& each : entry_.entries()) {
      bool known = false;
      for (std::string_view key : known_keys) {
        known = known || each.key == key;
      }
      if (!known) {
        say(findings::judgement_unknown_key, place_of(each, source_), {each.key});
      }
    }
  }

  /// Text of `key`; empty when it is missing (and not said) or no text (and said).
  std::string optional_text(std::string_view key) {
    Node const* const node = entry_.find(key);
    if (node == nullptr) {
      return {};
    }
    if (!node->is_scalar() || node->text().empty()) {
      say(findings::judgement_not_text, node->place(source_), {std::string(key)});
      return {};
    }
    return std::string(node->text());
  }

  std::string required(std::string_view key) {
    if (entry_.find(key) == nullptr) {
      say(findings::judgement_missing_key, entry_.place(source_), {std::string(key)});
    }
    return optional_text(key);
  }

  void read_decision(Judgement& judgement) {
    int decisions = 0;
    for (std::string_view key : {"tier", "share", "value"}) {
      decisions += entry_.find(key) != nullptr ? 1 : 0;
    }
    bool const share_of_tier =
        decisions == 2 && entry_.find("tier") != nullptr && entry_.find("share") != nullptr;
    if (decisions != 1 && !share_of_tier) {
      say(findings::judgement_decisions, entry_.place(source_), {std::to_string(decisions)});
    }
    judgement.tier = optional_text("tier");
    judgement.value = optional_text("value");
    std::string const share = optional_text("share");
    if (!share.empty()) {
      judgement.share = read_share(share, entry_.find("share")->place(source_));
    }
  }

  std::optional<Rational> read_share(std::string const& text, Place const& place) {
    std::optional<Rational> share = parse_share(text);
    if (!share) {
      say(findings::judgement_share_unreadable, place, {text});
      return std::nullopt;
    }
    if (share->sign() < 0 || *share > Rational(1)) {
      say(findings::judgement_share_outside, place, {text});
      return std::nullopt;
    }
    return share;
  }

  void check_date(std::string const& text) {
    if (!text.empty() && !is_date(text)) {
      say(findings::judgement_date, entry_.find("on")->place(source_), {text});
    }
  }

  Node const& entry_;
  SourceId source_;
  Diagnostics& findings_;
};

} // namespace

std::optional<Rational> parse_share(std::string_view text) {
  bool const percent = !text.empty() && text.back() == '%';
  std::optional<Rational> share = Rational::parse(text.substr(0, text.size() - (percent ? 1 : 0)));
  if (share && percent) {
    *share *= Rational::power_of_ten(-2);
  }
  return share;
}

diagnostic::Outcome<Judgements> load_judgements(Node const& tree, SourceId source) {
  diagnostic::Outcome<Judgements> outcome;
  Node const* const list = tree.is_map() ? tree.find("judgements") : nullptr;
  if (list == nullptr || !list->is_sequence()) {
    outcome.diagnostics.push_back(
        diagnostic::make(findings::judgements_not_a_list, (list == nullptr ? tree : *list).place(source)));
    return outcome;
  }
  for (Node::Entry const& entry : tree.entries()) {
    if (entry.key != "judgements") {
      outcome.diagnostics.push_back(
          diagnostic::make(findings::judgement_unknown_key, place_of(entry, source), {entry.key}));
    }
  }
  outcome.value.emplace();
  for (Node const& element : list->elements()) {
    std::optional<Judgement> judgement = EntryReader(element, source, outcome.diagnostics).read();
    if (!judgement) {
      continue;
    }
    std::string row = judgement->row;
    Place const place = judgement->place;
    auto const [known, is_new] = outcome.value->try_emplace(row, std::move(*judgement));
    if (!is_new) {
      outcome.diagnostics.push_back(
          diagnostic::make(findings::judgement_twice, place, {row, std::to_string(known->second.place.row)}));
    }
  }
  return outcome;
}

} // namespace jixiao::judgement
