#include "engine/ingest/finding_list.hpp"

#include "engine/ingest/findings.hpp"

#include <string>
#include <utility>

namespace jixiao::ingest {

void FindingList::add(diagnostic::Diagnostic finding) {
  if (++counts_[finding.code] <= kept_of_a_kind) {
    findings_.push_back(std::move(finding));
  }
}

void FindingList::add(diagnostic::Diagnostics findings) {
  for (diagnostic::Diagnostic& each : findings) {
    add(std::move(each));
  }
}

void FindingList::finish() {
  for (auto const& [code, count] : counts_) {
    if (count > kept_of_a_kind) {
      findings_.push_back(diagnostic::make(findings::findings_left_out, {},
                                           {std::to_string(count - kept_of_a_kind), std::string(code)}));
    }
  }
}

} // namespace jixiao::ingest
