#include "engine/ingest/transcoder.hpp"

#include <array>
#include <cerrno>
#include <iconv.h>

namespace jixiao::ingest {

namespace {

class Gb18030Transcoder final : public Transcoder {
public:
  explicit Gb18030Transcoder(iconv_t handle) : handle_(handle) {}
  ~Gb18030Transcoder() override { iconv_close(handle_); }
  Gb18030Transcoder(Gb18030Transcoder const&) = delete;
  Gb18030Transcoder& operator=(Gb18030Transcoder const&) = delete;

  void append(std::string_view bytes, bool last, std::string& out) override {
    held_.append(bytes);
    char* in = held_.data();
    std::size_t left = held_.size();
    while (left != 0) {
      std::array<char, 16384> converted;
      char* to = converted.data();
      std::size_t room = converted.size();
      std::size_t const result = iconv(handle_, &in, &left, &to, &room);
      int const error = errno;
      out.append(converted.data(), converted.size() - room);
      if (result != static_cast<std::size_t>(-1) || error == E2BIG) {
        continue;
      }
      if (error == EINVAL && !last) {
        break; // a character cut off: its rest comes with the next bytes
      }
      replace(out);
      ++in;
      --left;
    }
    held_.erase(0, held_.size() - left);
  }

private:
  iconv_t handle_;
  std::string held_;
};

} // namespace

std::unique_ptr<Transcoder> gb18030_transcoder() {
  iconv_t const handle = iconv_open("UTF-8", "GB18030");
  if (handle == reinterpret_cast<iconv_t>(-1)) {
    return nullptr;
  }
  return std::make_unique<Gb18030Transcoder>(handle);
}

} // namespace jixiao::ingest
