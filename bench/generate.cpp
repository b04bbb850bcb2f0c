// Writes a standard table with seeded random content: bench_generate general|typical ROWS SEED > table.csv
//
// 11 rows a project, 45 projects a department; 5 % qualitative rows, 1 % malformed actual values. `typical`
// has the round figures that departments print; `general` has figures with many digits, which fill every
// corner of exact arithmetic. Targets are above 0 and weights sum to 90, so that every total is made of the
// pack's plain rules.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// splitmix64: small, seeded, the same on every machine.
class Random {
public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }

private:
  std::uint64_t state_;
};

struct Level {
  std::string_view level1, level2;
};
constexpr std::array<Level, 8> levels = {{{"产出指标", "数量指标"},
                                          {"产出指标", "质量指标"},
                                          {"产出指标", "时效指标"},
                                          {"效益指标", "经济效益指标"},
                                          {"效益指标", "社会效益指标"},
                                          {"效益指标", "可持续影响指标"},
                                          {"满意度指标", "服务对象满意度指标"},
                                          {"产出指标", "数量指标"}}};
constexpr std::array<std::string_view, 12> names = {
    "培训人次",       "系统可用率",     "课题研究数量", "设备采购数量", "服务对象覆盖率", "报告编制数量",
    "项目验收合格率", "平台注册用户数", "专项检查次数", "数据归集数量", "宣传活动场次",   "群众办事办结率"};
constexpr std::array<std::string_view, 5> counts = {"次", "个", "份", "家", "项"};
// Eleven weights that sum to 90.
constexpr std::array<int, 11> weights = {10, 10, 10, 10, 5, 5, 10, 5, 10, 10, 5};

std::string decimal(std::uint64_t value, unsigned places) {
  std::string digits = std::to_string(value);
  if (places == 0) {
    return digits;
  }
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  return digits.insert(digits.size() - places, 1, '.');
}

struct Row {
  std::string relation, target, unit, direction, actual;
};

Row general_row(Random& random) {
  // Not three: 1.200 of things that are counted may be a thousand, and is asked about.
  constexpr std::array<unsigned, 4> all_places = {0, 1, 2, 4};
  unsigned const places = all_places[random.below(all_places.size())];
  std::uint64_t const target = 1 + random.below(9'999'999);
  // Between 60 % and 130 % of the target.
  std::uint64_t const actual = 1 + target * (600 + random.below(700)) / 1000;
  bool const negative = random.below(4) == 0;
  return {negative ? "≤" : "≥", decimal(target, places), std::string(counts[random.below(counts.size())]),
          negative ? "反向指标" : "正向指标", decimal(actual, places)};
}

Row typical_row(Random& random) {
  switch (random.below(4)) {
  case 0:
    return {"≥", std::to_string(80 + 5 * random.below(4)), "%", "正向指标",
            decimal(7'500 + random.below(2'501), 2) + "%"};
  case 1:
    return {"≤", std::to_string(1 + random.below(30)), "次", "反向指标",
            std::to_string(1 + random.below(36))};
  default: {
    std::uint64_t const target = (1 + random.below(40)) * 5;
    return {"≥", std::to_string(target), std::string(counts[random.below(counts.size())]), "正向指标",
            std::to_string(1 + target * (70 + random.below(50)) / 100)};
  }
  }
}

constexpr std::array<std::string_view, 4> malformed = {"约莫差不多了", "见附件", "12.3.4",
                                                       "已按要求推进落实"};

} // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: bench_generate general|typical ROWS SEED\n", stderr);
    return 2;
  }
  bool const typical = std::string_view(argv[1]) == "typical";
  // Whole projects: what a project that breaks off is worth, the contenders need not agree about.
  std::uint64_t const rows = (std::strtoull(argv[2], nullptr, 10) + 10) / 11 * 11;
  Random random(std::strtoull(argv[3], nullptr, 10));
  std::string out = "单位代码,单位名称,项目编码,项目名称,年度,年初预算数（万元）,预算执行数（万元）,一级指标,"
                    "二级指标,三级指标,"
                    "指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n";
  std::string head;
  for (std::uint64_t i = 0; i < rows; ++i) {
    std::uint64_t const project = i / 11, department = project / 45;
    std::size_t const at = i % 11;
    if (at == 0) {
      std::uint64_t const budget = 10'000 + random.below(50'000'000);
      std::string const unit = std::to_string(100'001 + department);
      std::string const number = std::to_string(1'000'001 + project);
      head = unit + ",第" + unit + "号预算单位,51" + number + ",第" + number + "号专项项目,2023,"
             + decimal(budget, 2) + "," + decimal(budget * (700 + random.below(300)) / 1000, 2) + ",";
    }
    Level const& level = levels[random.below(levels.size())];
    Row row = typical ? typical_row(random) : general_row(random);
    std::uint64_t const chance = random.below(100);
    if (chance < 5) {
      row = {"定性", "高", "", "", chance < 3 ? "高" : "中"};
    } else if (chance == 5) {
      row.actual = malformed[random.below(malformed.size())];
    }
    out += head;
    out.append(level.level1)
        .append(",")
        .append(level.level2)
        .append(",")
        .append(names[random.below(names.size())]);
    out += "（" + std::to_string(at + 1) + "）," + row.relation + "," + row.target + "," + row.unit + ","
           + std::to_string(weights[at]) + "," + row.direction + "," + row.actual + "\n";
    if (out.size() > 1u << 20) {
      std::fwrite(out.data(), 1, out.size(), stdout);
      out.clear();
    }
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}
