#include "engine/ingest/documents/xml_part.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/xml_cost.hpp"

namespace jixiao::ingest::documents {

using Failure = Archive::Failure;

void note_failure(Failure failure, std::string_view part, DocumentBuilder& builder) {
  switch (failure) {
  case Failure::none: return;
  case Failure::missing:
  case Failure::damaged: builder.note_file(findings::document_damaged, {shortened(part)}); return;
  case Failure::too_large:
    builder.note_file(findings::document_too_large,
                      {shortened(part), std::to_string(builder.limits().expanded_bytes)});
    return;
  case Failure::encrypted: builder.note_file(findings::document_encrypted); return;
  case Failure::unavailable: builder.note_file(findings::document_needs_library, {"libzip"}); return;
  }
}

bool XmlPart::load(WorkbookPackage& package, std::string_view name, DocumentBuilder& builder,
                   bool may_be_missing) {
  Archive::Member member = package.read(name);
  if (member.failure != Failure::none) {
    if (member.failure != Failure::missing || !may_be_missing) {
      note_failure(member.failure, name, builder);
    }
    return false;
  }
  if (measure_xml(member.bytes).depth > most_depth) {
    builder.note_file(findings::document_too_deep, {std::to_string(most_depth)});
    return false;
  }
  bytes = std::move(member.bytes);
  // Blanks between two runs are text, so they are kept.
  constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol
                               | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
  if (!document.load_buffer_inplace(bytes.data(), bytes.size(), options)) {
    builder.note_file(findings::document_damaged, {shortened(name)});
    return false;
  }
  return true;
}

} // namespace jixiao::ingest::documents
