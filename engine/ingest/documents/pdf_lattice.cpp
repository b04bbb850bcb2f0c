#include "engine/ingest/documents/pdf_lattice.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace jixiao::ingest::documents::pdf {

namespace {

constexpr Length near = 2500;     ///< lines so near are one: borders of two cells, double lines
constexpr Length smallest = 4000; ///< no row or column is narrower
constexpr std::size_t most_crossings = 4'000'000;
constexpr std::size_t most_places = 200'000;
constexpr std::size_t most_tables = 100; ///< of a page: more are a drawing

/// A line across one direction of a page, `at` the other.
struct Line {
  Length at = 0, begin = 0, end = 0;
};

/// Pieces of one line as one.
std::vector<Line> joined(std::vector<Line> lines) {
  std::sort(lines.begin(), lines.end(),
            [](Line const& left, Line const& right) { return left.at < right.at; });
  std::vector<Line> result;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first;
    while (end < lines.size() && lines[end].at - lines[first].at <= near) {
      ++end;
    }
    auto const from = lines.begin() + static_cast<std::ptrdiff_t>(first);
    auto const to = lines.begin() + static_cast<std::ptrdiff_t>(end);
    Length const at = lines[first].at;
    std::sort(from, to, [](Line const& left, Line const& right) { return left.begin < right.begin; });
    for (auto each = from; each != to; ++each) {
      if (each != from && each->begin <= result.back().end + near) {
        result.back().end = std::max(result.back().end, each->end);
      } else {
        result.push_back({at, each->begin, each->end});
      }
    }
    first = end;
  }
  return result;
}

/// Sets that grow together.
class Sets {
public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t each) {
    while (parent_[each] != each) {
      parent_[each] = parent_[parent_[each]];
      each = parent_[each];
    }
    return each;
  }
  void join(std::size_t left, std::size_t right) { parent_[find(right)] = find(left); }

private:
  std::vector<std::size_t> parent_;
};

bool cross(Line const& horizontal, Line const& vertical) {
  return horizontal.begin - near <= vertical.at && vertical.at <= horizontal.end + near
         && vertical.begin - near <= horizontal.at && horizontal.at <= vertical.end + near;
}

/// The places of lines, each once; what is too near to the one before belongs to it.
std::vector<Length> places(std::vector<Line> const& lines, Length begin, Length end) {
  std::vector<Length> all{begin, end};
  for (Line const& each : lines) {
    all.push_back(each.at);
  }
  std::sort(all.begin(), all.end());
  std::vector<Length> result;
  for (Length const each : all) {
    if (result.empty() || each - result.back() >= smallest) {
      result.push_back(each);
    }
  }
  return result;
}

class LatticeBuilder {
public:
  /// Tables without lines at their sides end where the lines across them do.
  LatticeBuilder(std::vector<Line> horizontals, std::vector<Line> verticals)
      : horizontals_(std::move(horizontals)), verticals_(std::move(verticals)) {
    auto const reach = [](std::vector<Line> const& lines) {
      std::pair<Length, Length> result{lines.front().begin, lines.front().end};
      for (Line const& each : lines) {
        result = {std::min(result.first, each.begin), std::max(result.second, each.end)};
      }
      return result;
    };
    auto const across = reach(horizontals_);
    auto const down = reach(verticals_);
    lattice_.columns = places(verticals_, across.first, across.second);
    lattice_.rows = places(horizontals_, down.first, down.second);
  }

  /// Without cells when there is no table in these lines.
  Lattice build() {
    if (lattice_.columns.size() < 2 || lattice_.rows.size() < 2) {
      return {};
    }
    width_ = lattice_.columns.size() - 1;
    std::size_t const height = lattice_.rows.size() - 1;
    if (width_ * height > most_places || width_ * height < 2) {
      return {};
    }
    Sets sets(width_ * height);
    join_across(sets, height);
    join_down(sets, height);
    take_cells(sets, height);
    return std::move(lattice_);
  }

private:
  /// For each place whether a line runs along it: `along` the borders, `across` the places.
  static std::vector<bool> borders(std::vector<Line> const& lines, std::vector<Length> const& along,
                                   std::vector<Length> const& across) {
    std::size_t const count = across.size() - 1;
    std::vector<bool> result(along.size() * count);
    for (Line const& line : lines) {
      auto const after = std::upper_bound(along.begin(), along.end(), line.at + smallest / 2);
      if (after == along.begin()) {
        continue;
      }
      auto const border = static_cast<std::size_t>(after - along.begin()) - 1;
      for (std::size_t i = 0; i < count; ++i) {
        Length const middle = across[i] + (across[i + 1] - across[i]) / 2;
        if (line.begin <= middle && middle <= line.end) {
          result[border * count + i] = true;
        }
      }
    }
    return result;
  }

  void join_across(Sets& sets, std::size_t height) const {
    std::vector<bool> const border = borders(verticals_, lattice_.columns, lattice_.rows);
    for (std::size_t column = 1; column < width_; ++column) {
      for (std::size_t row = 0; row < height; ++row) {
        if (!border[column * height + row]) {
          sets.join(row * width_ + column - 1, row * width_ + column);
        }
      }
    }
  }

  void join_down(Sets& sets, std::size_t height) const {
    std::vector<bool> const border = borders(horizontals_, lattice_.rows, lattice_.columns);
    for (std::size_t row = 1; row < height; ++row) {
      for (std::size_t column = 0; column < width_; ++column) {
        if (!border[row * width_ + column]) {
          sets.join((row - 1) * width_ + column, row * width_ + column);
        }
      }
    }
  }

  void take_cells(Sets& sets, std::size_t height) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> cell_of(width_ * height, none);
    std::vector<std::size_t> places_of, first_of; // of each cell
    lattice_.cell_at.resize(width_ * height);
    for (std::size_t place = 0; place < width_ * height; ++place) {
      std::size_t& index = cell_of[sets.find(place)];
      std::size_t const row = place / width_;
      std::size_t const column = place % width_;
      if (index == none) {
        index = lattice_.cells.size();
        lattice_.cells.push_back({row, column, 1, 1});
        first_of.push_back(column);
      }
      LatticeCell& cell = lattice_.cells[index];
      lattice_.cell_at[place] = index;
      places_of.resize(lattice_.cells.size());
      ++places_of[index];
      std::size_t const left = std::min(cell.column, column);
      cell.columns = std::max(cell.column + cell.columns, column + 1) - left;
      cell.column = left;
      cell.rows = row + 1 - cell.row;
    }
    for (std::size_t i = 0; i < lattice_.cells.size(); ++i) {
      // What is no rectangle stands where it begins, alone: nobody can say what it covers.
      LatticeCell& cell = lattice_.cells[i];
      if (places_of[i] != cell.rows * cell.columns) {
        cell = {cell.row, first_of[i], 1, 1};
      }
    }
  }

  std::vector<Line> horizontals_, verticals_;
  Lattice lattice_;
  std::size_t width_ = 0;
};

} // namespace

std::size_t Lattice::cell_over(Length x, Length y) const {
  auto const place = [](std::vector<Length> const& borders, Length at) {
    auto const after = std::upper_bound(borders.begin() + 1, borders.end() - 1, at);
    return static_cast<std::size_t>(after - borders.begin()) - 1;
  };
  return cell_at[place(rows, y) * (columns.size() - 1) + place(columns, x)];
}

std::vector<Lattice> find_lattices(std::vector<Ruling> const& rulings) {
  std::vector<Line> horizontals, verticals;
  for (Ruling const& each : rulings) {
    if (each.height() == 0) {
      horizontals.push_back({each.top, each.left, each.right});
    } else {
      verticals.push_back({each.left, each.top, each.bottom});
    }
  }
  horizontals = joined(std::move(horizontals));
  verticals = joined(std::move(verticals));
  std::vector<Lattice> result;
  if (horizontals.size() * verticals.size() > most_crossings) {
    return result;
  }
  Sets sets(horizontals.size() + verticals.size());
  for (std::size_t i = 0; i < horizontals.size(); ++i) {
    for (std::size_t j = 0; j < verticals.size(); ++j) {
      if (cross(horizontals[i], verticals[j])) {
        sets.join(i, horizontals.size() + j);
      }
    }
  }
  std::vector<std::pair<std::vector<Line>, std::vector<Line>>> groups(horizontals.size() + verticals.size());
  for (std::size_t i = 0; i < horizontals.size(); ++i) {
    groups[sets.find(i)].first.push_back(horizontals[i]);
  }
  for (std::size_t j = 0; j < verticals.size(); ++j) {
    groups[sets.find(horizontals.size() + j)].second.push_back(verticals[j]);
  }
  for (auto& [across, down] : groups) {
    if (across.size() >= 2 && !down.empty()) {
      Lattice lattice = LatticeBuilder(std::move(across), std::move(down)).build();
      if (!lattice.cells.empty()) {
        result.push_back(std::move(lattice));
      }
    }
  }
  if (result.size() > most_tables) {
    result.clear();
  }
  std::sort(result.begin(), result.end(),
            [](Lattice const& left, Lattice const& right) { return left.rows.front() < right.rows.front(); });
  return result;
}

} // namespace jixiao::ingest::documents::pdf
