#include "engine/report/html_page.hpp"

namespace jixiao::report {

using vocabulary::Language;

std::string html_text(std::string_view text) {
  std::string result;
  for (char const c : text) {
    switch (c) {
    case '&': result += "&amp;"; break;
    case '<': result += "&lt;"; break;
    case '>': result += "&gt;"; break;
    case '"': result += "&quot;"; break;
    case '\'': result += "&#39;"; break;
    default: result += c;
    }
  }
  return result;
}

std::string html_begin(std::string_view title, Language language) {
  std::string const heading = html_text(title);
  return std::string("<!DOCTYPE html>\n<html lang=\"") + (language == Language::zh ? "zh-CN" : "en")
         + "\">\n<head><meta charset=\"utf-8\"><title>" + heading
         + "</title>\n<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
           "td,th{border:1px solid #ccc;padding:.2em .6em;text-align:left}"
           ".no{background:#fde8e8}.yes{background:#eef8ee}</style></head>\n<body>\n<h1>"
         + heading + "</h1>\n";
}

std::string html_end() {
  return "</body>\n</html>\n";
}

std::string html_row(std::vector<std::string> const& cells, std::string_view cell, std::string_view style) {
  std::string row = style.empty() ? std::string("<tr>") : "<tr class=\"" + html_text(style) + "\">";
  for (std::string const& text : cells) {
    row.append("<").append(cell).append(">").append(html_text(text)).append("</").append(cell).append(">");
  }
  return row + "</tr>\n";
}

} // namespace jixiao::report
