#pragma once
// The sections of a pack file, each read onto what the packs above have given. Called by load.cpp from the
// root of the line down to the pack itself.
#include "engine/rulepack/read.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <span>

namespace jixiao::rulepack {

/// Limits on a pack from a stranger.
inline constexpr std::size_t rules_limit = 200; ///< of one list
inline constexpr std::size_t tests_limit = 2000;
inline constexpr std::size_t bands_limit = 20; ///< grades, tiers, accepted sums
inline constexpr std::size_t lineage_limit = 8;
inline constexpr std::size_t survivors_limit = 500;
inline constexpr std::size_t items_limit = 60; ///< of a department's form, of one table of a test

/// title, source, effective, region, confidence. Of this pack alone: nothing is inherited.
void read_identity(Fields const& top, RulePack& pack);
/// Which pack wrote what is no list of entries (RulePack::written_by).
void note_writers(Fields const& top, RulePack& pack);
/// basis: what each section rests on. A section that this file gives drops what the packs above said of it.
void read_basis(Fields const& top, RulePack& pack);
/// weights, rounding, digit_slip_ratio, limits.
void read_weights(Fields const& top, RulePack& pack);
void read_rounding(Fields const& top, RulePack& pack);
void read_limits(Fields const& top, RulePack& pack);
/// inputs: figures that rules call by name. Before the rules.
void read_inputs(Fields const& top, RulePack& pack);
/// department: the items of a department's form with their rules.
void read_department(Fields const& top, RulePack& pack);
/// monitoring: lights and their rules.
void read_monitoring(Fields const& top, RulePack& pack);

/// What a rule of a list has beside its condition.
enum class RuleGives : std::uint8_t { share, finding, light };
/// The list `key` of `section`, read onto `list`.
void read_rule_list(Fields const& section, std::string_view key, RuleGives gives,
                    std::span<Input const> inputs, std::vector<Rule>& list);

/// score, checks, caps and execution: rules.
void read_rules(Fields const& top, RulePack& pack);
void read_evidence(Fields const& top, RulePack& pack);
/// grades, tiers.
void read_grades(Fields const& top, RulePack& pack);
void read_tiers(Fields const& top, RulePack& pack);
/// tests: of this pack alone.
void read_tests(Fields const& top, RulePack& pack);
/// survivors: explanations for `rules mutate`. Checked for their form; nothing is scored by them.
void read_survivors(Fields const& top);

/// unreached: explanations for `rules coverage`. Checked for their form; kept of the pack itself alone.
void read_unreached(Fields const& top, RulePack& pack, bool is_leaf);

/// A confidence mark: Q, Qc, Q2, K+, K, K?.
[[nodiscard]] std::optional<Confidence> read_confidence(Fields const& fields);

/// The place of an expression: behind the quotation mark that opens it.
[[nodiscard]] diagnostic::Place expression_place(configuration::Node const& node, PackText const& file);

/// What only shows when the whole line of packs has been read. `file` is the pack itself.
void cross_check(RulePack const& pack, configuration::Node const& top, PackText const& file);
/// Figures without a citation and without a basis of their section.
void check_citations(RulePack const& pack, configuration::Node const& top, PackText const& file);

/// Caps that can lower no total (warning), because they leave all points or another one always leaves fewer,
/// and pieces between two caps of `author` that none lowers (info).
[[nodiscard]] diagnostic::Diagnostics check_cap_effects(std::vector<Rule> const& caps,
                                                        std::string_view author);

} // namespace jixiao::rulepack
