// The limit: splits every line of a CSV file at its commas and reads three numbers, nothing else.
//   bench_split FILE
// Prints the number of rows and a sum, so that no work can be left out.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Digits of a plain decimal as an integer of hundredths of a millionth; anything else counts as 0.
std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  for (char const c : text) {
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
    }
  }
  return value;
}

} // namespace

int main(int argc, char** argv) {
  std::FILE* const file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
  if (file == nullptr) {
    std::fputs("usage: bench_split FILE\n", stderr);
    return 2;
  }
  std::vector<char> buffer(1u << 20);
  std::size_t kept = 0;
  std::uint64_t rows = 0;
  std::int64_t sum = 0;
  while (std::size_t const read = std::fread(buffer.data() + kept, 1, buffer.size() - kept, file)) {
    char const* at = buffer.data();
    char const* const end = at + kept + read;
    while (auto const* line_end =
               static_cast<char const*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
      std::array<std::string_view, 16> fields{};
      std::size_t count = 0;
      char const* field = at;
      for (char const* c = at; c <= line_end; ++c) {
        if ((*c == ',' || c == line_end) && count < fields.size()) {
          fields[count++] = {field, static_cast<std::size_t>(c - field)};
          field = c + 1;
        }
      }
      sum += number(fields[11]) + number(fields[13]) + number(fields[15]);
      ++rows;
      at = line_end + 1;
    }
    kept = static_cast<std::size_t>(end - at);
    std::memmove(buffer.data(), at, kept);
  }
  std::fclose(file);
  std::printf("%llu %lld\n", static_cast<unsigned long long>(rows), static_cast<long long>(sum));
  return 0;
}
