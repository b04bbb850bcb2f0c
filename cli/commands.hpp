#pragma once
// One function for each command. They write to the session and set how it ends.
#include "cli/session.hpp"

namespace jixiao::cli {

void score_command(Session& session);
void check_command(Session& session);
void explain_command(Session& session);
void parse_command(Session& session);
void convert_command(Session& session);
void template_command(Session& session);
void rules_list_command(Session& session);
void rules_show_command(Session& session);
void rules_check_command(Session& session);
void rules_test_command(Session& session);
void rules_coverage_command(Session& session);
void rules_mutate_command(Session& session);
void rules_fmt_command(Session& session);
void rules_new_command(Session& session);
void rules_schema_command(Session& session);
void rules_diff_command(Session& session);
void rules_try_command(Session& session);
void version_command(Session& session);
void limits_command(Session& session);

} // namespace jixiao::cli
