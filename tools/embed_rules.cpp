// embed_rules <rules folder> <output.cpp>: checks every YAML file of the folder and writes them as static
// tables (engine/configuration/embedded_table.hpp). Runs on the machine that builds; any finding stops the
// build.
#include "engine/configuration/embedded_table.hpp"
#include "engine/configuration/yaml.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace jixiao::configuration;
namespace fs = std::filesystem;

// Longer literals exceed what compilers must accept; longer files are written byte by byte, which compiles
// more slowly.
constexpr std::size_t literal_limit = 60'000;

struct File {
  std::string name; ///< relative to the folder, with '/'
  std::string text;
  Node tree;
};

/// Flattens one tree. Scalars that stand in the file as they are point into its text.
class Table {
public:
  explicit Table(File const& file) : text_size_(file.text.size()), pool_(file.text) {
    index_lines();
    nodes_.emplace_back();
    write(0, file.tree);
  }

  [[nodiscard]] std::string const& pool() const { return pool_; }
  [[nodiscard]] std::vector<EmbeddedNode> const& nodes() const { return nodes_; }

private:
  void index_lines() {
    line_starts_.push_back(0);
    for (std::size_t at = 0; at < text_size_; ++at) {
      if (pool_[at] == '\n') {
        line_starts_.push_back(at + 1);
      }
    }
  }

  void write(std::size_t slot, Node const& node) {
    EmbeddedNode record{node.kind(), node.quoted(), node.line(), node.column(), 0, 0};
    if (node.is_scalar()) {
      record.begin = place(node.text(), node.line());
      record.size = static_cast<std::uint32_t>(node.text().size());
      nodes_[slot] = record;
      return;
    }
    std::size_t const count = node.is_map() ? 2 * node.entries().size() : node.elements().size();
    record.begin = static_cast<std::uint32_t>(nodes_.size());
    record.size = static_cast<std::uint32_t>(count);
    nodes_[slot] = record;
    nodes_.resize(nodes_.size() + count);
    std::size_t next = record.begin;
    for (Node const& element : node.elements()) {
      write(next++, element);
    }
    for (Node::Entry const& entry : node.entries()) {
      nodes_[next++] = {NodeKind::scalar,
                        false,
                        entry.line,
                        entry.column,
                        place(entry.key, entry.line),
                        static_cast<std::uint32_t>(entry.key.size())};
      write(next++, entry.value);
    }
  }

  /// Offset of `text` in the pool: in its line of the file when it stands there as it is, else added behind.
  std::uint32_t place(std::string_view text, std::uint32_t line) {
    std::size_t const begin = line_starts_[line - 1];
    std::size_t const end = line < line_starts_.size() ? line_starts_[line] : text_size_;
    std::size_t const found = std::string_view(pool_).substr(begin, end - begin).find(text);
    if (found != std::string_view::npos) {
      return static_cast<std::uint32_t>(begin + found);
    }
    auto const [known, added] = extra_.try_emplace(std::string(text), pool_.size());
    if (added) {
      pool_ += text;
    }
    return static_cast<std::uint32_t>(known->second);
  }

  std::size_t text_size_;
  std::string pool_;
  std::vector<std::size_t> line_starts_;
  std::vector<EmbeddedNode> nodes_;
  std::unordered_map<std::string, std::size_t> extra_;
};

void write_literal(std::ostream& out, std::string_view text) {
  out << '"';
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      out << "\\n\"\n\"";
    } else if (c == '"' || c == '\\') {
      out << '\\' << c;
    } else if (byte < 0x20) {
      char const octal[] = {'\\', '0', static_cast<char>('0' + (byte >> 3u)),
                            static_cast<char>('0' + (byte & 7u)), '\0'};
      out << octal;
    } else {
      out << c;
    }
  }
  out << '"';
}

void write_pool(std::ostream& out, std::string const& variable, std::string_view pool) {
  if (pool.size() <= literal_limit) {
    out << "constexpr std::string_view " << variable << "(\n";
    write_literal(out, pool);
    out << ", " << pool.size() << ");\n";
    return;
  }
  out << "constexpr char " << variable << "_bytes[] = {\n";
  for (std::size_t at = 0; at < pool.size(); ++at) {
    out << static_cast<int>(static_cast<signed char>(pool[at])) << (at % 32 == 31 ? ",\n" : ",");
  }
  out << "};\nconstexpr std::string_view " << variable << '(' << variable << "_bytes, " << pool.size()
      << ");\n";
}

void write_nodes(std::ostream& out, std::string const& variable, std::vector<EmbeddedNode> const& nodes) {
  constexpr char const* kinds[] = {"NodeKind::scalar", "NodeKind::sequence", "NodeKind::map"};
  out << "constexpr EmbeddedNode " << variable << "[] = {\n";
  for (EmbeddedNode const& node : nodes) {
    out << '{' << kinds[static_cast<std::size_t>(node.kind)] << ',' << node.quoted << ',' << node.line << ','
        << node.column << ',' << node.begin << ',' << node.size << "},\n";
  }
  out << "};\n";
}

std::string generate(std::vector<File> const& files) {
  std::ostringstream out;
  out << "// Written by tools/embed_rules.cpp from rules/. Do not edit.\n"
         "#include \"engine/configuration/embedded_table.hpp\"\n\n"
         "namespace jixiao::configuration {\nnamespace {\n\n";
  std::ostringstream list;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string const number = std::to_string(i);
    Table const table(files[i]);
    write_pool(out, "pool_" + number, table.pool());
    write_nodes(out, "nodes_" + number, table.nodes());
    list << "{\"" << files[i].name << "\", pool_" << number << ", " << files[i].text.size() << ", nodes_"
         << number << "},\n";
  }
  if (files.empty()) {
    out << "\n} // namespace\n\nstd::span<EmbeddedFile const> embedded_files() { return {}; }\n";
  } else {
    out << "\nconstexpr EmbeddedFile files[] = {\n"
        << list.str()
        << "};\n\n} // namespace\n\nstd::span<EmbeddedFile const> embedded_files() { return files; }\n";
  }
  out << "\n} // namespace jixiao::configuration\n";
  return out.str();
}

std::string read(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Prints findings as compilers print errors, so that editors jump to them.
bool parse(fs::path const& path, File& file) {
  jixiao::diagnostic::Outcome<Node> outcome = parse_yaml(file.text, 0);
  for (jixiao::diagnostic::Diagnostic const& finding : outcome.diagnostics) {
    std::cerr << path.string() << ':' << finding.where.row << ':' << finding.where.column
              << ": error: " << finding.code;
    for (std::string const& argument : finding.arguments) {
      std::cerr << " [" << argument << ']';
    }
    std::cerr << '\n';
  }
  if (outcome.value) {
    file.tree = std::move(*outcome.value);
  }
  return outcome.value.has_value();
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: embed_rules <rules folder> <output.cpp>\n";
    return 2;
  }
  fs::path const folder = argv[1];
  std::vector<File> files;
  bool clean = true;
  if (fs::is_directory(folder)) {
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.path().extension() == ".yaml") {
        File file{entry.path().lexically_relative(folder).generic_string(), read(entry.path()), {}};
        clean = parse(entry.path(), file) && clean;
        files.push_back(std::move(file));
      }
    }
  }
  if (!clean) {
    return 1;
  }
  std::sort(files.begin(), files.end(),
            [](File const& left, File const& right) { return left.name < right.name; });
  std::ofstream out(argv[2], std::ios::binary);
  out << generate(files);
  out.close();
  return out ? 0 : 1;
}
