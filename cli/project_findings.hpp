#pragma once
// Findings of whole projects, for which CSV has no column: said on standard error instead.
#include "cli/session.hpp"
#include "engine/model/evaluation.hpp"

namespace jixiao::cli {

class ProjectFindings {
public:
  void add(model::ProjectEvaluation const& evaluation);
  /// As many lines as `--findings` asks for, and how many more there are.
  void say(Session const& session) const;

private:
  diagnostic::Diagnostics kept_; ///< errors and warnings, up to a limit
  std::size_t left_ = 0;
};

} // namespace jixiao::cli
