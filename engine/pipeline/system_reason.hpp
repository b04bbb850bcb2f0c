#pragma once
// Why the system refused, as a word of rules/messages/pipeline.yaml: its own sentences speak one language.
#include <string>

namespace jixiao::pipeline {

/// "not_found" for ENOENT: a message shows it by {n:reason}. What has no word keeps the system's sentence.
[[nodiscard]] std::string system_reason(int error);

} // namespace jixiao::pipeline
