#include "engine/lowering/findings.hpp"

#include "grammar/notes.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::lowering::findings {

Code of_grammar(std::string_view note) {
  auto const found = std::find(grammar::notes::all.begin(), grammar::notes::all.end(), note);
  assert(found != grammar::notes::all.end());
  // The constant, not `note`: a diagnostic keeps the view for as long as the program runs.
  return {*found, grammar::notes::is_info(*found) ? Severity::info : Severity::warning};
}

} // namespace jixiao::lowering::findings
