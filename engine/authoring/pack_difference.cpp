#include "engine/authoring/pack_difference.hpp"

#include <algorithm>
#include <map>

namespace jixiao::authoring {
namespace {

using What = DifferentClause::What;
using Key = std::pair<std::string, std::string>;

Key key_of(Clause const& clause) {
  return {clause.section, clause.id};
}

std::string value_of(Clause const& clause, std::string const& key) {
  for (auto const& [each, value] : clause.fields) {
    if (each == key) {
      return value;
    }
  }
  return {};
}

/// Fields of both, those of the first pack first.
std::vector<DifferentField> fields_of(Clause const& left, Clause const& right) {
  std::vector<DifferentField> fields;
  for (auto const& [key, value] : left.fields) {
    if (std::string other = value_of(right, key); other != value) {
      fields.push_back({key, value, std::move(other)});
    }
  }
  for (auto const& [key, value] : right.fields) {
    if (value_of(left, key).empty()) {
      fields.push_back({key, {}, value});
    }
  }
  return fields;
}

/// One side of the comparison.
struct Side {
  explicit Side(rulepack::RulePack const& pack) : clauses(clauses_of(pack)) {
    for (Clause const& clause : clauses) {
      by_key.emplace(key_of(clause), &clause);
    }
  }

  Clause const* find(Clause const& like) const {
    auto const found = by_key.find(key_of(like));
    return found == by_key.end() ? nullptr : found->second;
  }

  std::vector<Clause> clauses;
  std::map<Key, Clause const*> by_key;
};

/// For each clause of an ordered list the one before it that the other side has, too.
std::map<Key, std::string> before_it(Side const& side, Side const& other) {
  std::map<Key, std::string> before;
  std::map<std::string, std::string> last; // by section
  for (Clause const& clause : side.clauses) {
    if (clause.in_order && other.find(clause) != nullptr) {
      std::string& id = last[clause.section];
      before.emplace(key_of(clause), id);
      id = clause.id;
    }
  }
  return before;
}

class Comparer {
public:
  Comparer(rulepack::RulePack const& left, rulepack::RulePack const& right)
      : left_(left), right_(right), before_left_(before_it(left_, right_)),
        before_right_(before_it(right_, left_)) {}

  std::vector<DifferentClause> take() {
    std::vector<std::string> sections;
    for (Side const* side : {&left_, &right_}) {
      for (Clause const& clause : side->clauses) {
        if (std::find(sections.begin(), sections.end(), clause.section) == sections.end()) {
          sections.push_back(clause.section);
        }
      }
    }
    for (std::string const& section : sections) {
      of_section(section);
    }
    return std::move(differences_);
  }

private:
  void of_section(std::string const& section) {
    for (Clause const& clause : left_.clauses) {
      if (clause.section == section) {
        of_left(clause);
      }
    }
    for (Clause const& clause : right_.clauses) {
      if (clause.section == section && left_.find(clause) == nullptr && !clause.fields.empty()) {
        differences_.push_back({What::only_right, std::nullopt, clause, fields_of({}, clause)});
      }
    }
  }

  void of_left(Clause const& clause) {
    Clause const* const other = right_.find(clause);
    if (other == nullptr) {
      if (!clause.fields.empty()) {
        differences_.push_back({What::only_left, clause, std::nullopt, fields_of(clause, {})});
      }
      return;
    }
    std::vector<DifferentField> fields = fields_of(clause, *other);
    What const what = fields.empty() ? What::moved : What::changed;
    if (clause.in_order) {
      std::string const &here = before_left_.at(key_of(clause)), &there = before_right_.at(key_of(*other));
      if (here != there) {
        fields.push_back({"behind", here, there});
      }
    }
    if (!fields.empty()) {
      differences_.push_back({what, clause, *other, std::move(fields)});
    }
  }

  Side left_, right_;
  std::map<Key, std::string> before_left_, before_right_;
  std::vector<DifferentClause> differences_;
};

} // namespace

std::string_view name(What what) {
  constexpr std::string_view names[] = {"only_left", "only_right", "changed", "moved"};
  return names[static_cast<std::size_t>(what)];
}

std::vector<DifferentClause> compare_packs(rulepack::RulePack const& left, rulepack::RulePack const& right) {
  return Comparer(left, right).take();
}

} // namespace jixiao::authoring
