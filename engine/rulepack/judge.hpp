#pragma once
// Judges row after row and remembers what their truths and words leave of a pack.
#include "engine/rulepack/evaluate.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

struct Course;

/// The same as the functions of evaluate.hpp, for many rows. A pack asks mostly for truths and words, of
/// which a table has a few dozen combinations; what each of them leaves to be asked of the numbers is found
/// out once (docs/adr/0011). It never changes a result. Not thread-safe; one for each worker.
class Judge {
public:
  /// `pack` must outlive this object.
  explicit Judge(RulePack const& pack);
  ~Judge();
  Judge(Judge const&) = delete;
  Judge& operator=(Judge const&) = delete;

  [[nodiscard]] RulePack const& pack() const { return pack_; }

  /// `verdict` becomes `rulepack::judge(pack, facts)`, in its own storage.
  void judge(model::Facts const& facts, model::Verdict& verdict);
  /// `rulepack::failed_checks(pack, facts)`; lives until the next call.
  [[nodiscard]] std::span<Rule const* const> failed_checks(model::Facts const& facts);
  /// The scoring rule that a verdict names; null when it names none of this pack.
  [[nodiscard]] Rule const* rule(std::string_view id) const;

private:
  /// All truths and words of a comparison, side by side.
  struct Key {
    std::uint64_t parts[4] = {};
  };
  struct Slot {
    Key key;
    std::unique_ptr<Course> course;
  };
  void place(Rule const& rule);
  [[nodiscard]] static Key key_of(model::Facts const& facts);
  [[nodiscard]] static bool same(Key const& left, Key const& right);
  [[nodiscard]] Course const& course_of(model::Facts const& facts);
  [[nodiscard]] Slot& slot_of(Key const& key);
  Course const& remember(Key const& key, model::Facts const& facts);

  RulePack const& pack_;
  std::vector<Rule const*> rules_; ///< by the place of their ids; open addressing
  std::vector<Slot> slots_;        ///< open addressing
  std::size_t used_ = 0;
  std::vector<Rule const*> failed_;
};

} // namespace jixiao::rulepack
