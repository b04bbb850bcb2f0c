#include "tests/grammar/print_tree.hpp"

#include <array>

namespace jixiao::test {

namespace {

using namespace grammar;

std::string sign(Relation relation) {
  constexpr std::array<char const*, 7> signs{"≥", "≤", "=", ">", "<", "≠", "约"};
  return signs[static_cast<std::size_t>(relation)];
}

std::string unit_of(CellTree const& tree) {
  return tree.unit ? tree.unit->text : std::string();
}

std::string number(std::string const& digits) {
  std::size_t const bar = digits.find('/');
  return bar == std::string::npos ? digits : digits.substr(bar + 1) + "分之" + digits.substr(0, bar);
}

/// 2023-12-31 as year, month and day; XXXX is no year.
std::string day(std::string const& iso) {
  std::string const year = iso.substr(0, 4) == "XXXX" ? "" : iso.substr(0, 4) + "年";
  return year + iso.substr(5, 2) + "月" + iso.substr(8, 2) + "日";
}

std::string date(CellTree const& tree) {
  if (tree.kind == CellKind::period) {
    return day(tree.from) + "至" + day(tree.to);
  }
  if (!tree.relation) {
    return day(tree.to);
  }
  switch (*tree.relation) {
  case Relation::at_most: return day(tree.to) + "前";
  case Relation::at_least: return day(tree.from) + "起";
  case Relation::more_than: // the day after 1 July is 2 July, the first that counts
  case Relation::less_than: return "";
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about: break;
  }
  return sign(*tree.relation) + day(tree.to);
}

std::string quantity(CellTree const& tree) {
  std::string const digits = number(tree.number->digits);
  if (!tree.approximate) {
    return (tree.relation ? sign(*tree.relation) : "") + digits + unit_of(tree);
  }
  if (tree.relation == Relation::about) {
    return digits + unit_of(tree) + "左右";
  }
  return tree.relation == Relation::at_least ? digits + "余" + unit_of(tree)
                                             : sign(*tree.relation) + digits + unit_of(tree) + "左右";
}

std::string range(CellTree const& tree) {
  if (tree.approximate) {
    return "约" + tree.low->number.digits + "-" + tree.high->number.digits + unit_of(tree);
  }
  return std::string(tree.low->closed ? "[" : "(") + tree.low->number.digits + "," + tree.high->number.digits
         + (tree.high->closed ? "]" : ")") + unit_of(tree);
}

std::string own(CellTree const& tree, std::string_view text) {
  std::string const original(text.substr(tree.span.begin, tree.span.size()));
  switch (tree.kind) {
  case CellKind::quantity:
    return std::string(tree.each ? "各" : "") + (tree.total ? "共" : "") + quantity(tree)
           + (tree.condition ? "的前提下" : "");
  case CellKind::range: return range(tree);
  case CellKind::date:
  case CellKind::period: return date(tree);
  case CellKind::level: return tree.level;
  case CellKind::status:
  case CellKind::text:
  case CellKind::empty:
  case CellKind::compound: break;
  }
  return original;
}

} // namespace

std::string print(CellTree const& tree, std::string_view text) {
  if (tree.parts.empty()) {
    return own(tree, text);
  }
  std::string result;
  for (CellTree const& part : tree.parts) {
    result += (result.empty() ? "" : "；") + own(part, text);
  }
  return result;
}

} // namespace jixiao::test
