#include "engine/ingest/workbook_package.hpp"

#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/xml_cost.hpp"

#include <algorithm>

namespace jixiao::ingest {

namespace {

/// A workbook expands to this many times its size at most, beyond what any may take: tables of repeated
/// words reach 100, the compression that workbooks use ends at 1032, and only bombs come near it.
constexpr std::uint64_t largest_ratio = 200;
constexpr std::uint64_t always_allowed = 64u << 20;

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

/// `target` as seen from the folder of `part`, dots resolved.
std::string resolve(std::string_view part, std::string_view target) {
  std::string path;
  if (target.substr(0, 1) != "/") {
    path = part.substr(0, part.rfind('/') + 1); // npos + 1 is 0: the package itself
  }
  path += target;
  std::string result;
  std::string_view rest = path;
  while (!rest.empty()) {
    std::string_view const piece = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
    if (piece == "..") {
      std::size_t const slash = result.rfind('/');
      result.erase(slash == std::string::npos ? 0 : slash);
    } else if (!piece.empty() && piece != ".") {
      result += result.empty() ? "" : "/";
      result += piece;
    }
  }
  return result;
}

std::string relationships_part(std::string_view part) {
  std::size_t const slash = part.rfind('/') + 1;
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

} // namespace

WorkbookPackage::WorkbookPackage(std::unique_ptr<Archive> archive, std::size_t archive_bytes,
                                 IngestLimits const& limits)
    : archive_(std::move(archive)), names_(archive_->names()), limits_(limits),
      budget_(std::min<std::uint64_t>(limits.expanded_bytes,
                                      std::max(always_allowed, archive_bytes * largest_ratio))) {}

std::string WorkbookPackage::stored_name(std::string_view part) const {
  auto const found = std::find_if(names_.begin(), names_.end(),
                                  [part](std::string const& name) { return same_name(name, part); });
  return found == names_.end() ? std::string(part) : *found;
}

bool WorkbookPackage::has(std::string_view part) const {
  return std::any_of(names_.begin(), names_.end(),
                     [part](std::string const& name) { return same_name(name, part); });
}

Archive::Member WorkbookPackage::read(std::string_view part) {
  Archive::Member member = archive_->read(stored_name(part), budget_);
  if (member.failure != Archive::Failure::none) {
    return member;
  }
  budget_ -= std::min<std::uint64_t>(budget_, member.bytes.size());
  XmlCost const cost = measure_xml(member.bytes);
  if (cost.bytes > limits_.expanded_bytes || cost.depth > limits_.xml_depth) {
    return {{}, Archive::Failure::too_large};
  }
  return member;
}

std::vector<Relationship> WorkbookPackage::relationships(std::string_view part) {
  std::vector<Relationship> result;
  Archive::Member member = read(relationships_part(part));
  pugi::xml_document document;
  if (member.failure != Archive::Failure::none || !detail::parse(member.bytes, document)) {
    return result;
  }
  for (pugi::xml_node const each : document.document_element().children()) {
    std::string_view const type = detail::attribute(each, "Type");
    Relationship relationship;
    relationship.id = detail::attribute(each, "Id");
    relationship.type = type.substr(type.rfind('/') + 1);
    relationship.external = detail::attribute(each, "TargetMode") == "External";
    std::string const target = detail::text_attribute(each, "Target");
    relationship.target = relationship.external ? target : resolve(part, target);
    result.push_back(std::move(relationship));
  }
  return result;
}

} // namespace jixiao::ingest
