#pragma once
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/workbook_package.hpp"

namespace jixiao::ingest::documents {

/// A Word document: paragraphs as running text, tables as grids. A table inside a cell follows the table that
/// holds it. Deletions of track changes and the doubles that writers add for old programs are left out.
void read_docx(WorkbookPackage& package, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
