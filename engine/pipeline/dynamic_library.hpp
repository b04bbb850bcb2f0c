#pragma once
// Libraries that are opened when they are needed and not when the program starts.
#include <dlfcn.h>
#include <initializer_list>

namespace jixiao::pipeline {

/// A shared library that stays open until the program ends.
class DynamicLibrary {
public:
  /// Opens the first of `names` that the system has.
  explicit DynamicLibrary(std::initializer_list<char const*> names) {
    for (char const* const name : names) {
      if (handle_ == nullptr) {
        handle_ = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
      }
    }
    complete_ = handle_ != nullptr;
  }

  /// Finds `name` for `function`, whose type is that of the library's header.
  template <class Function>
  void find(char const* name, Function*& function) {
    void* const symbol = handle_ == nullptr ? nullptr : dlsym(handle_, name);
    complete_ = complete_ && symbol != nullptr;
    function = reinterpret_cast<Function*>(symbol);
  }

  /// True when the library and every function asked for were found.
  [[nodiscard]] bool is_complete() const { return complete_; }

private:
  void* handle_ = nullptr;
  bool complete_ = false;
};

} // namespace jixiao::pipeline
