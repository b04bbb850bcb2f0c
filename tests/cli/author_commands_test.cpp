// rules fmt, new and schema, as people type them.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

TEST_CASE("rules fmt prints, lists and rewrites") {
  std::string const name =
      write_file(fresh_folder("rules-fmt") + "/p.yaml", "title:  t   # a comment\npack: p\n");
  std::string const tidy = "pack: p\ntitle: t  # a comment\n";
  CHECK(run_program({"rules", "fmt", name}).output == tidy);
  ProgramRun const listed = run_program({"rules", "fmt", name, "--check"});
  CHECK(listed.status == 1);
  CHECK(listed.output == name + "\n");
  CHECK(run_program({"rules", "fmt", name, "--write"}).status == 0);
  CHECK(read_file(name) == tidy);
  ProgramRun const clean = run_program({"rules", "fmt", name, "--check"});
  CHECK(clean.status == 0);
  CHECK(clean.output.empty());
}

TEST_CASE("rules fmt refuses what it cannot read or write") {
  CHECK(run_program({"rules", "fmt", "mof-2020", "--write"}).status == 2);
  CHECK(run_program({"rules", "fmt", "mof-2020", "--check"}).status == 0);
  CHECK(run_program({"rules", "fmt", "mof-2020", "--check", "--write"}).status == 2);
  CHECK(run_program({"rules", "fmt", "no-such-pack"}).status == 3);
  CHECK(run_program({"rules", "fmt", write_file(fresh_folder("rules-fmt") + "/p.yaml", "pack: p\npack: q\n")})
            .status
        == 3);
}

TEST_CASE("rules new extends a pack beside it, and none that the new one would not find") {
  std::string const folder = fresh_folder("rules-new-parent") + "/",
                    other = fresh_folder("rules-new-apart") + "/";
  CHECK(run_program({"rules", "new", folder + "our-x"}).status == 0);
  CHECK(run_program({"rules", "new", folder + "our-y", "--extends", "our-x"}).status == 0);
  CHECK(run_program({"rules", "new", folder + "our-z", "--extends", folder + "our-x.yaml"}).status == 0);
  for (char const* const heir : {"our-y.yaml", "our-z.yaml"}) {
    ProgramRun const checked = run_program({"rules", "check", folder + heir});
    INFO(checked.output << checked.errors);
    CHECK(checked.output.find("pack_unknown_parent") == std::string::npos);
    CHECK(checked.errors.find("pack_unknown_parent") == std::string::npos);
  }
  ProgramRun const apart =
      run_program({"rules", "new", other + "our-y", "--extends", folder + "our-x.yaml", "--lang", "en"});
  CHECK(apart.status == 2);
  CHECK(apart.errors.find("does not lie beside it") != std::string::npos);
}

TEST_CASE("rules new begins a pack whose tests hold whatever it extends") {
  std::string const folder = fresh_folder("rules-new") + "/";
  Json const packs = Json::parse(run_program({"rules", "list", "--format", "json"}).output)["packs"];
  CHECK(packs.size() >= 16);
  for (Json const& pack : packs) {
    std::string const parent = pack["id"];
    CAPTURE(parent);
    std::string const file = folder + "of-" + parent + ".yaml";
    CHECK(run_program({"rules", "new", folder + "of-" + parent, "--extends", parent}).status == 0);
    CHECK(run_program({"rules", "test", file}).status == 0);
    CHECK(run_program({"rules", "fmt", file, "--check"}).status == 0);
  }
  // Packs that score by five targets begin with rows that have them.
  CHECK(read_file(folder + "of-india-rfd.yaml").find("targets: ") != std::string::npos);
  CHECK(read_file(folder + "of-efficacy-coefficient.yaml").find("\nextends: efficacy-coefficient\n")
        != std::string::npos);
  CHECK(read_file(folder + "of-hubei.yaml").find("targets: ") == std::string::npos);
  std::string const first = read_file(folder + "of-base.yaml");
  CHECK(run_program({"rules", "new", folder + "of-base.yaml"}).status == 2); // there already
  CHECK(read_file(folder + "of-base.yaml") == first);
  CHECK(run_program({"rules", "new", folder + "mof-2020"}).status
        == 2); // would be taken for the built-in one
  CHECK(run_program({"rules", "new", folder + "Of Base"}).status == 2);
  CHECK(run_program({"rules", "new", folder + "of-none", "--extends", "no-such-pack"}).status == 3);
}

TEST_CASE("rules schema lists the schemas and prints one") {
  std::string const names = run_program({"rules", "schema"}).output;
  CHECK(names.find("rule-pack-file\n") != std::string::npos);
  CHECK(names.find("evaluation\n") != std::string::npos);
  CHECK(run_program({"rules", "schema", "judgements"}).output
        == read_file(source_path("docs/schema/judgements.schema.json")));
  CHECK(run_program({"rules", "schema", "nothing"}).status == 2);
}

TEST_CASE("the pack of the guide for new regions is sound, tested and in its form") {
  std::string const pack = "examples/rule-pack/our-city-2024.yaml";
  CHECK(run_program({"rules", "check", pack}).status == 0);
  CHECK(run_program({"rules", "test", pack}).status == 0);
  CHECK(run_program({"rules", "coverage", pack, "--threshold", "100"}).status == 0);
  CHECK(run_program({"rules", "mutate", pack, "--threshold", "100"}).status == 0);
  CHECK(run_program({"rules", "fmt", pack, "--check"}).status == 0);
  std::string const text = read_file(source_path(pack));
  for (char const* const guide : {"docs/guides/new-region.md", "docs/guides/new-region.zh-CN.md"}) {
    std::string const page = read_file(source_path(guide));
    std::size_t blocks = 0;
    for (std::size_t at = page.find("```yaml\n"); at != std::string::npos;
         at = page.find("```yaml\n", at + 1)) {
      std::size_t const from = at + 8;
      std::string block = page.substr(from, page.find("```", from) - from);
      ++blocks;
      CAPTURE(guide, block);
      std::size_t const begin = block.rfind("tests:\n", 0) == 0 ? 7 : 0;
      CHECK(text.find(block.substr(begin)) != std::string::npos); // what the guide shows is what was tested
    }
    CHECK(blocks == 4);
  }
}
