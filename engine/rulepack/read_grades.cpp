#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::rulepack {

using configuration::Node;
using number::Interval;
using number::Rational;

namespace {

/// The short form {good: 80} is a map with the id as its only key.
bool is_short(Node const& node) {
  return node.is_map() && node.entries().size() == 1 && node.entries()[0].key != "id"
         && node.entries()[0].value.is_scalar();
}

std::optional<Grade> read_grade(Node const& node, Path const& path, PackText const& file) {
  Grade grade;
  Node const* from = nullptr;
  if (is_short(node)) {
    grade.id = node.entries()[0].key;
    from = &node.entries()[0].value;
  } else {
    Fields const fields(node, path, {"id", "from", "zh", "en"}, file);
    Node const* const id = fields.ok() ? fields.need("id") : nullptr;
    from = fields.ok() ? fields.need("from") : nullptr;
    if (id == nullptr || from == nullptr) {
      return std::nullopt;
    }
    grade.id = read_id(*id, inside(path, "id"), file).value_or("");
    read_text_into(grade.zh, fields, "zh");
    read_text_into(grade.en, fields, "en");
  }
  auto bound = read_number(*from, inside(path, "from"), 0, 100, file);
  if (!bound || grade.id.empty()) {
    return std::nullopt;
  }
  grade.from = std::move(*bound);
  return grade;
}

/// Names of a grade that the packs above have named need not be repeated.
void inherit_names(Grade& grade, std::vector<Grade> const& above) {
  auto const known =
      std::find_if(above.begin(), above.end(), [&](Grade const& other) { return other.id == grade.id; });
  if (known != above.end()) {
    grade.zh = grade.zh.empty() ? known->zh : grade.zh;
    grade.en = grade.en.empty() ? known->en : grade.en;
  }
}

void check_order(std::vector<Grade> const& grades, Node const& list, PackText const& file) {
  for (std::size_t i = 1; i < grades.size(); ++i) {
    if (!(grades[i].from < grades[i - 1].from)) {
      file.report(findings::pack_grades_order, list.elements()[i], {grades[i].id, grades[i - 1].id});
    }
  }
  if (!grades.empty() && !grades.back().from.is_zero()) {
    file.report(findings::pack_grades_floor, list.elements().back(),
                {grades.back().id, grades.back().from.plain_text()});
  }
}

} // namespace

void read_grades(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("grades");
  Path const path = inside(top.path(), "grades");
  if (node == nullptr || !is_list(*node, path, bands_limit, top.file())) {
    return;
  }
  std::vector<Grade> grades;
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    auto grade = read_grade(element, at, top.file());
    if (!grade) {
      return; // reported; the order of the others says nothing without it
    }
    for (std::size_t i = 0; i < grades.size(); ++i) {
      if (grades[i].id == grade->id) {
        top.file().report(findings::pack_duplicate_id, element,
                          {grade->id, std::to_string(node->elements()[i].line())});
      }
    }
    inherit_names(*grade, pack.grades);
    if (grade->zh.empty() || grade->en.empty()) {
      top.file().report(findings::pack_grade_unnamed, element, {grade->id});
    }
    grades.push_back(std::move(*grade));
  }
  check_order(grades, *node, top.file());
  pack.grades = std::move(grades);
  pack.grades_from = pack.id;
}

namespace {

/// Shares between two intervals that no level earns. Tiers that are single figures leave holes on purpose.
void check_hole(Tier const& tier, Tier const& above, Node const& element, PackText const& file) {
  number::End const& low = tier.share.high;
  number::End const& high = above.share.low;
  bool const meet = *low.value == *high.value && (low.closed || high.closed);
  if (!meet && !tier.share.is_point() && !above.share.is_point()) {
    Interval const hole{{low.value, !low.closed}, {high.value, !high.closed}};
    file.report(findings::pack_tiers_hole, element, {tier.id, above.id, number::text(hole)});
  }
}

} // namespace

void read_tiers(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("tiers");
  Path const path = inside(top.path(), "tiers");
  if (node == nullptr || !is_list(*node, path, bands_limit, top.file())) {
    return;
  }
  std::vector<Tier> tiers;
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"id", "share"}, top.file());
    Node const* const id = fields.ok() ? fields.need("id") : nullptr;
    Node const* const share = fields.ok() ? fields.need("share") : nullptr;
    if (id == nullptr || share == nullptr) {
      continue;
    }
    Tier tier;
    tier.id = read_id(*id, inside(at, "id"), top.file()).value_or("");
    for (std::size_t i = 0; i + 1 < index; ++i) {
      Node const* const earlier = node->elements()[i].find("id");
      if (earlier != nullptr && earlier->text() == tier.id) {
        top.file().report(findings::pack_duplicate_id, *id, {tier.id, std::to_string(earlier->line())});
      }
    }
    auto const text = read_text(*share, inside(at, "share"), top.file());
    if (tier.id.empty() || !text) {
      continue;
    }
    auto const compiled = compile(*text, Want::number, expression_place(*share, top.file()));
    if (!compiled.value) {
      top.file().out.insert(top.file().out.end(), compiled.diagnostics.begin(), compiled.diagnostics.end());
      continue;
    }
    // A tier stands for itself: an expression over fields gives everything here and is refused.
    tier.share = evaluate_number(**compiled.value, model::Facts{}).value;
    if (!number::is_subset(tier.share, Interval::closed(0, 1))) {
      top.file().report(findings::pack_tier_share, *share, {tier.id, *text});
      continue;
    }
    if (!tiers.empty()) {
      number::End const& top_end = tier.share.high;
      number::End const& above = tiers.back().share.low;
      if (*above.value < *top_end.value
          || (*above.value == *top_end.value && above.closed && top_end.closed)) {
        top.file().report(findings::pack_tiers_order, element, {tier.id, tiers.back().id});
      } else {
        check_hole(tier, tiers.back(), element, top.file());
      }
    }
    tiers.push_back(std::move(tier));
  }
  pack.tiers = std::move(tiers);
  pack.tiers_from = pack.id;
}

} // namespace jixiao::rulepack
