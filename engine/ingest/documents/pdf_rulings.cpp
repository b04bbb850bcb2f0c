#include "engine/ingest/documents/pdf_page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace jixiao::ingest::documents::pdf {

namespace {

constexpr Length thickest = 3000;            ///< of a line that is drawn as a filled box
constexpr Length shortest = 3000;            ///< shorter ones are parts of characters or dots
constexpr Length straight = 500;             ///< by which a line may lean
constexpr std::size_t most_rulings = 20'000; ///< of a page: more are a picture

struct Point {
  Length x = 0, y = 0;
};

/// matrix(a,b,c,d,e,f) for drawings that are turned by quarters at most.
struct Matrix {
  std::array<std::int64_t, 6> entries{1000, 0, 0, 1000, 0, 0}; ///< thousandths

  Point apply(Point point) const {
    auto const value = [&](std::size_t i) {
      std::int64_t const sum = (entries[i] * point.x + entries[i + 2] * point.y) / 1'000'000 + entries[i + 4];
      return static_cast<Length>(std::clamp<std::int64_t>(sum, -1'000'000'000, 1'000'000'000));
    };
    return {value(0), value(1)};
  }
};

std::string_view attribute(std::string_view tag, std::string_view begin) {
  std::size_t const at = tag.find(begin);
  if (at == std::string_view::npos) {
    return {};
  }
  std::size_t const from = at + begin.size();
  return tag.substr(from, tag.find('"', from) - from);
}

/// The next number of a list apart by blanks or commas; none when something else comes.
std::optional<std::string_view> take_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
  std::size_t const length = std::min(text.find_first_not_of("-0123456789."), text.size());
  if (length == 0) {
    return std::nullopt;
  }
  std::string_view const number = text.substr(0, length);
  text.remove_prefix(length);
  return number;
}

/// A factor in millionths: 0.998832 is far more exact than a length has to be.
std::int64_t factor(std::string_view text) {
  std::int64_t const whole = parse_length(text); // thousandths
  std::size_t const point = text.find('.');
  constexpr std::int64_t largest = 1'000'000; // a thousand times: beyond it is no drawing of a page
  if (point == std::string_view::npos || text.size() < point + 5 || whole > largest || whole < -largest) {
    return std::clamp(whole, -largest, largest) * 1000;
  }
  std::string tail = "0." + std::string(text.substr(point + 4, 3));
  std::int64_t const rest = parse_length(tail);
  return whole * 1000 + (text.front() == '-' ? -rest : rest);
}

Matrix matrix_of(std::string_view tag) {
  Matrix matrix;
  for (std::size_t i = 0; i < 4; ++i) {
    matrix.entries[i] *= 1000;
  }
  std::string_view text = attribute(tag, "transform=\"matrix(");
  if (text.empty()) {
    return matrix;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    std::optional<std::string_view> const number = take_number(text);
    if (!number) {
      return Matrix{{0, 0, 0, 0, 0, 0}};
    }
    matrix.entries[i] = i < 4 ? factor(*number) : parse_length(*number);
  }
  return matrix;
}

class PathReader {
public:
  PathReader(std::string_view tag, std::vector<Ruling>& rulings)
      : matrix_(matrix_of(tag)), stroked_(tag.find("stroke:none") == std::string_view::npos),
        rulings_(rulings) {
    // White boxes are backgrounds.
    bool const white = tag.find("rgb(100%,100%,100%)") != std::string_view::npos;
    if (!white) {
      read(attribute(tag, " d=\""));
    }
  }

private:
  void read(std::string_view path) {
    while (!path.empty()) {
      char const command = path.front();
      path.remove_prefix(1);
      if (command == 'M' || command == 'Z') {
        end(command == 'Z');
      }
      if (command == 'C') {
        curved_ = true;
      }
      if (command == 'M' || command == 'L') {
        std::optional<std::string_view> const x = take_number(path);
        std::optional<std::string_view> const y = take_number(path);
        if (!x || !y) {
          return;
        }
        if (points_.size() < 64) {
          points_.push_back(matrix_.apply({parse_length(*x), parse_length(*y)}));
        } else {
          curved_ = true; // no line of a table
        }
      }
    }
    end(false);
  }

  void end(bool closed) {
    if (!curved_ && points_.size() > 1) {
      if (closed) {
        points_.push_back(points_.front());
      }
      stroked_ ? add_strokes() : add_filled();
    }
    points_.clear();
    curved_ = false;
  }

  void add_strokes() {
    for (std::size_t i = 1; i < points_.size(); ++i) {
      add(box_of(i - 1, i + 1));
    }
  }

  /// A thin box is a line.
  void add_filled() {
    if (points_.size() == 5) {
      add(box_of(0, 5));
    }
  }

  Box box_of(std::size_t first, std::size_t end) const {
    Box box{points_[first].x, points_[first].y, points_[first].x, points_[first].y};
    for (std::size_t i = first; i < end; ++i) {
      box.left = std::min(box.left, points_[i].x);
      box.right = std::max(box.right, points_[i].x);
      box.top = std::min(box.top, points_[i].y);
      box.bottom = std::max(box.bottom, points_[i].y);
    }
    return box;
  }

  void add(Box const& box) {
    Length const thin = stroked_ ? straight : thickest;
    if (rulings_.size() >= most_rulings) {
      return;
    }
    if (box.height() <= thin && box.width() >= shortest) {
      rulings_.push_back({box.left, box.center(), box.right, box.center()});
    } else if (box.width() <= thin && box.height() >= shortest) {
      rulings_.push_back({box.middle(), box.top, box.middle(), box.bottom});
    }
  }

  Matrix matrix_;
  bool stroked_;
  std::vector<Ruling>& rulings_;
  std::vector<Point> points_;
  bool curved_ = false;
};

/// Reads what is drawn between two tags; definitions are drawn elsewhere, if at all.
Page read_page(std::string_view svg) {
  Page page;
  std::size_t definitions = 0;
  for (std::size_t at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', at)) {
    std::size_t const end = svg.find('>', at);
    if (end == std::string_view::npos) {
      break;
    }
    std::string_view const tag = svg.substr(at, end - at);
    at = end + 1;
    if (tag.substr(0, 5) == "<defs" || tag.substr(0, 9) == "<clipPath") {
      ++definitions;
    } else if (tag.substr(0, 6) == "</defs" || tag.substr(0, 10) == "</clipPath") {
      definitions -= definitions == 0 ? 0 : 1;
    } else if (definitions != 0) {
      continue;
    } else if (tag.substr(0, 6) == "<path ") {
      PathReader(tag, page.rulings);
    } else if (tag.substr(0, 5) == "<use ") {
      std::string_view const what = attribute(tag, "href=\"");
      page.picture = page.picture || what.substr(0, 6) == "#image" || what.substr(0, 7) == "#source";
    }
  }
  if (page.rulings.size() >= most_rulings) {
    page.rulings.clear();
  }
  return page;
}

} // namespace

void add_rulings(std::string_view svg, std::vector<Page>& pages) {
  std::vector<Page> drawn;
  if (svg.find("<page>") == std::string_view::npos) {
    drawn.push_back(read_page(svg)); // a single page has no set of pages around it
  }
  for (std::size_t at = svg.find("<page>"); at != std::string_view::npos;) {
    std::size_t const next = svg.find("<page>", at + 1);
    drawn.push_back(read_page(svg.substr(at, next - at)));
    at = next;
  }
  for (std::size_t i = 0; drawn.size() == pages.size() && i < pages.size(); ++i) {
    pages[i].rulings = std::move(drawn[i].rulings);
    pages[i].picture = drawn[i].picture;
  }
}

} // namespace jixiao::ingest::documents::pdf
