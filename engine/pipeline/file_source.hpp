#pragma once
// Bytes of a file on disk, for the core that knows no file system.
#include "engine/ingest/byte_source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace jixiao::pipeline {

/// Reads a file (or anything that can be opened and read, pipes included) block by block.
class FileSource final : public ingest::ByteSource {
public:
  /// Opens `path`. Check `error()`: a source that could not be opened reads as empty.
  explicit FileSource(std::filesystem::path const& path);
  ~FileSource() override;
  FileSource(FileSource const&) = delete;
  FileSource& operator=(FileSource const&) = delete;

  std::size_t read(std::span<char> buffer) override;

  /// The errno of what went wrong so far (EISDIR for a folder); 0 when nothing did. Ask again after the last
  /// read: a disk may fail in the middle.
  [[nodiscard]] int error() const { return error_; }

private:
  int descriptor_ = -1;
  int error_ = 0;
};

} // namespace jixiao::pipeline
