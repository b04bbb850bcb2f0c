#include "engine/ingest/documents/text_of_bytes.hpp"

#include "engine/ingest/text_reader.hpp"

namespace jixiao::ingest::documents {

DecodedText decode_text(std::string_view bytes) {
  TextReader reader(std::make_unique<ViewSource>(bytes));
  TextBuffer buffer;
  // In one piece: the longer the stretch, the surer its encoding.
  while (reader.append(buffer, bytes.size() + 1)) {
  }
  return {std::string(buffer.view()), reader.encoding(), reader.replaced()};
}

} // namespace jixiao::ingest::documents
