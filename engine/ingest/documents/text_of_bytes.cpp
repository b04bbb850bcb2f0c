#include "engine/ingest/documents/text_of_bytes.hpp"

#include "engine/ingest/text_reader.hpp"

#include <algorithm>

namespace jixiao::ingest::documents {

namespace {

class ViewSource final : public ByteSource {
public:
  explicit ViewSource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override {
    std::size_t const count = std::min(buffer.size(), bytes_.size());
    std::copy_n(bytes_.data(), count, buffer.data());
    bytes_.remove_prefix(count);
    return count;
  }

private:
  std::string_view bytes_;
};

} // namespace

DecodedText decode_text(std::string_view bytes) {
  TextReader reader(std::make_unique<ViewSource>(bytes));
  TextBuffer buffer;
  // In one piece: the longer the stretch, the surer its encoding.
  while (reader.append(buffer, bytes.size() + 1)) {
  }
  return {std::string(buffer.view()), reader.encoding(), reader.replaced()};
}

} // namespace jixiao::ingest::documents
