#include "engine/ingest/documents/pdf_document.hpp"

#include "engine/ingest/documents/findings.hpp"

namespace jixiao::ingest::documents {

void read_pdf_boxes(std::string_view, DocumentBuilder& builder) {
  builder.note_file(findings::document_not_converted, {"PDF"});
}

} // namespace jixiao::ingest::documents
