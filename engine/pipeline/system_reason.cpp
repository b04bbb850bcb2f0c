#include "engine/pipeline/system_reason.hpp"

#include <cerrno>
#include <cstring>

namespace jixiao::pipeline {

std::string system_reason(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR: return "not_found";
  case EACCES:
  case EPERM: return "not_permitted";
  case EISDIR: return "is_folder";
  case ENOSPC:
  case EDQUOT: return "no_space";
  case EROFS: return "read_only";
  case ENAMETOOLONG: return "name_too_long";
  case EIO: return "disk_fault";
  case EFBIG: return "too_large";
  default: return std::strerror(error);
  }
}

} // namespace jixiao::pipeline
