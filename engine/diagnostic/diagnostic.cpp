#include "engine/diagnostic/diagnostic.hpp"

#include <algorithm>

namespace jixiao::diagnostic {

Diagnostic make(Code const& code, Place where, std::vector<std::string> arguments) {
  return Diagnostic{code.id, code.severity, where, std::move(arguments)};
}

std::optional<Severity> worst(Diagnostics const& diagnostics) {
  std::optional<Severity> result;
  for (Diagnostic const& each : diagnostics) {
    if (!result || each.severity > *result) {
      result = each.severity;
    }
  }
  return result;
}

} // namespace jixiao::diagnostic
