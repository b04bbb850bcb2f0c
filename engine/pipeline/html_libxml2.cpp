#include "engine/pipeline/html_libxml2.hpp"

#include "engine/pipeline/dynamic_library.hpp"

#include <exception>
#include <libxml/HTMLparser.h>
#include <limits>
#include <memory>
#include <new>

namespace jixiao::pipeline {

namespace {

using ingest::documents::HtmlEvents;
using ingest::documents::HtmlOutcome;

/// The functions of libxml2 that are used, by their own names.
struct Libxml2 {
  decltype(&::htmlNewParserCtxt) new_context;
  decltype(&::htmlFreeParserCtxt) free_context;
  decltype(&::htmlCtxtReadMemory) read_memory;
  decltype(&::xmlStopParser) stop;
  bool complete;
};

Libxml2 load_libxml2() {
  Libxml2 xml{};
  DynamicLibrary library({"libxml2.so.2"});
  library.find("htmlNewParserCtxt", xml.new_context);
  library.find("htmlFreeParserCtxt", xml.free_context);
  library.find("htmlCtxtReadMemory", xml.read_memory);
  library.find("xmlStopParser", xml.stop);
  xml.complete = library.is_complete();
  return xml;
}

Libxml2 const& libxml2() {
  static Libxml2 const loaded = load_libxml2();
  return loaded;
}

std::string_view view(xmlChar const* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<char const*>(text));
}

/// What the functions below get as their first argument.
struct Run {
  HtmlEvents& events;
  htmlParserCtxtPtr context = nullptr;
  bool stopped = false;
  std::exception_ptr failure; ///< may not pass through a library in C
  HtmlEvents::Attributes attributes;

  template <class Event>
  void tell(Event event) {
    if (stopped) {
      return;
    }
    try {
      stopped = !event(events);
    } catch (...) {
      failure = std::current_exception();
      stopped = true;
    }
    if (stopped) {
      libxml2().stop(context);
    }
  }
};

void begin_element(void* run, xmlChar const* name, xmlChar const** attributes) {
  Run& self = *static_cast<Run*>(run);
  self.tell([&](HtmlEvents& events) {
    self.attributes.clear();
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      self.attributes.emplace_back(view(attributes[0]), view(attributes[1]));
    }
    return events.begin_element(view(name), self.attributes);
  });
}

void end_element(void* run, xmlChar const* name) {
  static_cast<Run*>(run)->tell([&](HtmlEvents& events) { return events.end_element(view(name)); });
}

void text(void* run, xmlChar const* piece, int length) {
  static_cast<Run*>(run)->tell([&](HtmlEvents& events) {
    return events.text({reinterpret_cast<char const*>(piece), static_cast<std::size_t>(length)});
  });
}

} // namespace

HtmlOutcome parse_html(std::string_view utf8, HtmlEvents& events) {
  if (!libxml2().complete) {
    return HtmlOutcome::unavailable;
  }
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return HtmlOutcome::stopped;
  }
  std::unique_ptr<htmlParserCtxt, decltype(&::htmlFreeParserCtxt)> const context(libxml2().new_context(),
                                                                                 libxml2().free_context);
  if (!context) {
    throw std::bad_alloc();
  }
  Run run{events, context.get(), false, nullptr, {}};
  // No tree is built: its depth and size would be the page's to decide.
  *context->sax = {};
  context->sax->startElement = begin_element;
  context->sax->endElement = end_element;
  context->sax->characters = text;
  context->sax->ignorableWhitespace = text;
  context->sax->cdataBlock = text;
  context->userData = &run;
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                          | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  libxml2().read_memory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options);
  if (run.failure) {
    std::rethrow_exception(run.failure);
  }
  return run.stopped ? HtmlOutcome::stopped : HtmlOutcome::parsed;
}

} // namespace jixiao::pipeline
