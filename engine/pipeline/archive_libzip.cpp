#include "engine/pipeline/archive_libzip.hpp"

#include "engine/pipeline/dynamic_library.hpp"

#include <algorithm>
#include <zip.h>

namespace jixiao::pipeline {

namespace {

using ingest::Archive;

/// The functions of libzip that are used, by their own names.
struct Libzip {
  decltype(&::zip_source_buffer_create) source_buffer_create;
  decltype(&::zip_source_free) source_free;
  decltype(&::zip_open_from_source) open_from_source;
  decltype(&::zip_discard) discard;
  decltype(&::zip_get_num_entries) get_num_entries;
  decltype(&::zip_get_name) get_name;
  decltype(&::zip_name_locate) name_locate;
  decltype(&::zip_stat_index) stat_index;
  decltype(&::zip_fopen_index) fopen_index;
  decltype(&::zip_fread) fread;
  decltype(&::zip_fclose) fclose;
  bool complete;
};

Libzip load_libzip() {
  Libzip zip{};
  DynamicLibrary library({"libzip.so.5", "libzip.so.4"});
  library.find("zip_source_buffer_create", zip.source_buffer_create);
  library.find("zip_source_free", zip.source_free);
  library.find("zip_open_from_source", zip.open_from_source);
  library.find("zip_discard", zip.discard);
  library.find("zip_get_num_entries", zip.get_num_entries);
  library.find("zip_get_name", zip.get_name);
  library.find("zip_name_locate", zip.name_locate);
  library.find("zip_stat_index", zip.stat_index);
  library.find("zip_fopen_index", zip.fopen_index);
  library.find("zip_fread", zip.fread);
  library.find("zip_fclose", zip.fclose);
  zip.complete = library.is_complete();
  return zip;
}

Libzip const& libzip() {
  static Libzip const loaded = load_libzip();
  return loaded;
}

class ZipArchive final : public Archive {
public:
  explicit ZipArchive(zip_t* archive) : archive_(archive) {}
  ~ZipArchive() override { libzip().discard(archive_); }
  ZipArchive(ZipArchive const&) = delete;
  ZipArchive& operator=(ZipArchive const&) = delete;

  std::vector<std::string> names() const override {
    std::vector<std::string> result;
    zip_int64_t const count = libzip().get_num_entries(archive_, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      char const* const name = libzip().get_name(archive_, static_cast<zip_uint64_t>(i), 0);
      result.emplace_back(name == nullptr ? "" : name);
    }
    return result;
  }

  Member read(std::string_view name, std::size_t limit) const override {
    zip_int64_t const index = libzip().name_locate(archive_, std::string(name).c_str(), 0);
    zip_stat_t status{};
    if (index < 0 || libzip().stat_index(archive_, static_cast<zip_uint64_t>(index), 0, &status) != 0) {
      return {{}, Failure::missing};
    }
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
      return {{}, Failure::encrypted};
    }
    if ((status.valid & ZIP_STAT_SIZE) != 0 && status.size > limit) {
      return {{}, Failure::too_large};
    }
    zip_file_t* const file = libzip().fopen_index(archive_, static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr) {
      return {{}, Failure::damaged};
    }
    Member member = inflate(file, limit);
    libzip().fclose(file);
    return member;
  }

private:
  /// What the archive says about the size of a member need not be true.
  static Member inflate(zip_file_t* file, std::size_t limit) {
    constexpr std::size_t step = 1u << 18;
    Member member;
    std::size_t size = 0;
    for (;;) {
      if (member.bytes.size() < size + step) {
        member.bytes.resize(std::max(size + step, member.bytes.size() * 2));
      }
      zip_int64_t const count = libzip().fread(file, member.bytes.data() + size, step);
      if (count < 0) {
        return {{}, Failure::damaged};
      }
      size += static_cast<std::size_t>(count);
      if (size > limit) {
        return {{}, Failure::too_large};
      }
      if (count == 0) {
        member.bytes.resize(size);
        return member;
      }
    }
  }

  zip_t* archive_;
};

/// Stands for any archive on a system without libzip.
class UnavailableArchive final : public Archive {
public:
  std::vector<std::string> names() const override { return {}; }
  Member read(std::string_view, std::size_t) const override { return {{}, Failure::unavailable}; }
};

} // namespace

std::unique_ptr<Archive> open_archive(std::string_view bytes) {
  if (!libzip().complete) {
    return std::make_unique<UnavailableArchive>();
  }
  if (bytes.empty()) {
    return nullptr; // libzip would begin a new archive
  }
  zip_source_t* const source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) {
    return nullptr;
  }
  zip_t* const archive = libzip().open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    libzip().source_free(source);
    return nullptr;
  }
  return std::make_unique<ZipArchive>(archive);
}

} // namespace jixiao::pipeline
