#pragma once
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/workbook_package.hpp"

namespace jixiao::ingest::documents {

/// The visible sheets of a workbook as grids, so that forms laid out in them can be recognised. Cells say
/// what they say when the workbook is read as a standard table.
void read_xlsx(WorkbookPackage& package, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
