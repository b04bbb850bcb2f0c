#pragma once
// Everything that people read, as data: rules/messages/*.yaml. Codes and arguments become text here and
// nowhere else.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

enum class Language : std::uint8_t { zh, en };

/// The message catalogue. An entry of a file is
///   code: {zh: "... {0} ...", en: "...", hint_zh: "...", hint_en: "...", clause: "..."}
/// where `{n}` stands for argument n, `{n:dimension}` for the message `dimension_<argument n>` (so that a
/// word of the engine is shown in the reader's language), `{n|row|rows}` for the first word when argument n
/// is 1 and else for the second, and `{{` for a brace. Hints and clause may be left out.
class Messages {
public:
  ~Messages();
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;

  /// The text of `id` with its arguments; the id itself with its arguments when the catalogue lacks it.
  [[nodiscard]] std::string text(std::string_view id, Language language,
                                 std::span<std::string const> arguments = {}) const;
  /// The hint of `id`; empty when there is none.
  [[nodiscard]] std::string hint(std::string_view id, Language language,
                                 std::span<std::string const> arguments = {}) const;
  /// The clause that `id` rests on; empty when there is none.
  [[nodiscard]] std::string_view clause(std::string_view id) const;
  [[nodiscard]] bool contains(std::string_view id) const;
  /// All ids, sorted.
  [[nodiscard]] std::vector<std::string_view> ids() const;

  /// The compiled-in catalogue. Asserts that it is well-formed (the build's tests hold that).
  [[nodiscard]] static Messages embedded();

private:
  [[nodiscard]] std::string fill_in(std::string_view zh, std::string_view en, Language language,
                                    std::span<std::string const> arguments) const;
  Messages();
  struct Data;
  std::unique_ptr<Data> data_;
};

} // namespace jixiao::vocabulary
