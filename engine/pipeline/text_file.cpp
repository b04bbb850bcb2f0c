#include "engine/pipeline/text_file.hpp"

#include "engine/pipeline/system_reason.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace jixiao::pipeline {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

} // namespace

TextFile read_text_file(std::filesystem::path const& path, std::size_t limit) {
  std::error_code failed;
  std::filesystem::file_status const status = std::filesystem::status(path, failed);
  if (std::filesystem::is_directory(status)) {
    return {std::nullopt, system_reason(EISDIR)};
  }
  if (std::filesystem::is_fifo(status) || std::filesystem::is_socket(status)) {
    return {std::nullopt, "not_a_file"}; // nobody may ever write into it
  }
  File const file(std::fopen(path.c_str(), "rb"));
  if (!file) {
    return {std::nullopt, system_reason(errno)};
  }
  std::string text;
  char buffer[65536];
  while (std::size_t const read = std::fread(buffer, 1, sizeof buffer, file.get())) {
    text.append(buffer, read);
    if (text.size() > limit) {
      return {std::nullopt, system_reason(EFBIG)};
    }
  }
  if (std::ferror(file.get()) != 0) {
    return {std::nullopt, system_reason(errno)};
  }
  return {std::move(text), {}};
}

namespace {

/// A device or a pipe takes the text; nothing may stand in its place.
std::string write_into(std::filesystem::path const& path, std::string_view text) {
  File const file(std::fopen(path.c_str(), "wb"));
  bool const written = file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size()
                       && std::fflush(file.get()) == 0;
  return written ? std::string() : system_reason(errno);
}

} // namespace

std::string write_text_file(std::filesystem::path const& name, std::string_view text) {
  std::error_code absent;
  std::filesystem::path const target = std::filesystem::canonical(name, absent); // behind links
  std::filesystem::path const& path = absent ? name : target;
  if (std::filesystem::exists(path, absent) && std::filesystem::is_other(path, absent)) {
    return write_into(path, text);
  }
  std::filesystem::path beside = path;
  beside += ".part" + std::to_string(::getpid());
  {
    File const file(std::fopen(beside.c_str(), "wbx"));
    if (!file) {
      return system_reason(errno);
    }
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0) {
      std::string reason = system_reason(errno);
      std::error_code ignored;
      std::filesystem::remove(beside, ignored);
      return reason;
    }
  }
  std::error_code failed;
  std::filesystem::rename(beside, path, failed);
  if (failed) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return system_reason(failed.value());
  }
  return {};
}

} // namespace jixiao::pipeline
