#pragma once
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/workbook_package.hpp"

namespace jixiao::ingest::documents {

/// An OpenDocument file (.ods, .odt): its visible sheets as grids, or its paragraphs as running text and its
/// tables as grids.
void read_odf(WorkbookPackage& package, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
