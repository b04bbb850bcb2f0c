// libFuzzer: any bytes as a file of judgements or as one of the files of words and units that --rules-dir
// replaces. Each is read or refused; what refuses says why.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/judgement/judgement.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/regions.hpp"
#include "tests/fuzz/read_any.hpp"

#include <cstddef>
#include <cstdint>

using namespace jixiao;

namespace {

vocabulary::RuleFile of_the_tree(char const* name) {
  return {configuration::embedded_tree(name).value(), 2};
}

template <class Outcome>
void read_or_refused(Outcome const& outcome) {
  test::require(outcome.value || !outcome.diagnostics.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  auto tree = configuration::parse_yaml({reinterpret_cast<char const*>(data) + 1, size - 1}, 1);
  read_or_refused(tree);
  if (!tree.value) {
    return 0;
  }
  vocabulary::RuleFile const own{std::move(*tree.value), 1};
  switch (data[0] % 6) {
  case 0: read_or_refused(judgement::load_judgements(own.tree, 1)); break;
  case 1: read_or_refused(vocabulary::load_forms(own)); break;
  case 5: read_or_refused(vocabulary::load_regions(own)); break;
  case 2:
    read_or_refused(
        vocabulary::load_vocabulary(own, of_the_tree("lexicon.yaml"), of_the_tree("taxonomy.yaml")));
    break;
  case 3:
    read_or_refused(
        vocabulary::load_vocabulary(of_the_tree("units.yaml"), own, of_the_tree("taxonomy.yaml")));
    break;
  default:
    read_or_refused(vocabulary::load_vocabulary(of_the_tree("units.yaml"), of_the_tree("lexicon.yaml"), own));
  }
  return 0;
}
