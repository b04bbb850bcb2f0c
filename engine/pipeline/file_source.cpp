#include "engine/pipeline/file_source.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jixiao::pipeline {

FileSource::FileSource(std::filesystem::path const& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) {
    error_ = errno;
    return;
  }
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) {
    error_ = errno;
  } else if (S_ISDIR(status.st_mode)) {
    error_ = EISDIR; // open() allows it, only read() would say so
  } else if (S_ISBLK(status.st_mode) || (S_ISCHR(status.st_mode) && ::isatty(descriptor_) == 0)) {
    error_ = ENODEV; // a device may never end; pipes and terminals do
  }
}

FileSource::~FileSource() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

std::size_t FileSource::read(std::span<char> buffer) {
  while (error_ == 0) {
    ssize_t const count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count >= 0) {
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      error_ = errno;
    }
  }
  return 0;
}

} // namespace jixiao::pipeline
