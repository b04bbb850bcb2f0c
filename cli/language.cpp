#include "cli/options.hpp"

#include <cstdlib>
#include <string_view>

namespace jixiao::cli {

using vocabulary::Language;

Language choose_language(int argc, char const* const* argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view const word = argv[i];
    std::string_view const value = word == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                                   : word.substr(0, 7) == "--lang=" ? word.substr(7)
                                                                    : std::string_view();
    if (!value.empty()) {
      return value == "en" ? Language::en : Language::zh;
    }
  }
  for (char const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    char const* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 2) == "en" ? Language::en : Language::zh;
    }
  }
  return Language::zh;
}

} // namespace jixiao::cli
