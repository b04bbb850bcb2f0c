// Any parts as a workbook. The bytes are the parts themselves, one after the other behind a zero byte, so
// that the fuzzer writes XML and not zip archives.
#include "tests/fuzz/read_any.hpp"

#include <array>
#include <map>

namespace {

using jixiao::ingest::Archive;

constexpr std::array<std::string_view, 6> part_names{
    "_rels/.rels",   "xl/workbook.xml",      "xl/_rels/workbook.xml.rels",
    "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"};

class AnyArchive final : public Archive {
public:
  explicit AnyArchive(std::string_view bytes) {
    bytes.remove_prefix(4); // the signature
    for (std::size_t i = 0; i < part_names.size(); ++i) {
      std::size_t const end = i + 1 < part_names.size() ? bytes.find('\0') : bytes.size();
      parts_[std::string(part_names[i])] = bytes.substr(0, end);
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : std::min(end + 1, bytes.size()));
    }
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> result;
    for (auto const& each : parts_) {
      result.push_back(each.first);
    }
    return result;
  }
  Member read(std::string_view name, std::size_t limit) const override {
    auto const found = parts_.find(std::string(name));
    if (found == parts_.end() || found->second.empty()) {
      return {{}, Failure::missing};
    }
    return found->second.size() > limit ? Member{{}, Failure::too_large}
                                        : Member{found->second, Failure::none};
  }

private:
  std::map<std::string, std::string> parts_;
};

std::unique_ptr<Archive> open_any(std::string_view bytes) {
  return std::make_unique<AnyArchive>(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string bytes = "PK\x03\x04" + std::string(reinterpret_cast<char const*>(data), size);
  jixiao::test::read_any(std::move(bytes), jixiao::ingest::Format::xlsx, &open_any, 1 << 20);
  return 0;
}
