#include "geo/projects/tables/header_rows.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "geo/base/text.h"
#include "geo/projects/tables/column_hxl.h"
#include "geo/projects/tables/column_words.h"

namespace malimap {
namespace {

constexpr std::size_t kMostHeight = 3;       // rows of a header
constexpr std::size_t kRowsBelow = 30;       // that a header is held against
constexpr std::size_t kLongestHeader = 120;  // bytes; notes and descriptions are longer
constexpr int kBeginsWithPhrase = 150;       // points of roles_by_header()
constexpr std::size_t kMostWidth = 400;      // columns that are looked at
constexpr std::size_t kMostMerges = 2000;

bool is_place(Role role) {
  return (role >= Role::Country && role <= Role::CommuneCode) || role == Role::Place ||
         role == Role::PlaceCode || role == Role::Lon || role == Role::Lat || role == Role::LonLat;
}

bool is_title_word(std::string_view cell) {
  static constexpr std::array<std::string_view, 10> kWords{
      "liste",   "tableau", "matrice", "suivi", "situation",
      "rapport", "annexe",  "list",    "table", "mise a jour"};
  const std::string text = fold(cell);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.starts_with(word); }) ||
         text.find(':') != std::string::npos || text.size() > 40 ||
         text.find_first_of("0123456789") != std::string::npos;
}

/// Looks at the first rows of one table.
class Search {
 public:
  explicit Search(const Table& table)
      : table_(table),
        rows_(std::min(table.size(), kHeaderWithin)),
        width_(std::min(table.width, kMostWidth)) {}

  HeaderRows run() {
    HeaderRows best;
    best.hxl = tag_row();
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t height = 1; height <= kMostHeight && row + height <= rows_; ++height)
        consider(row, height, best);
    if (best.hxl && !(best.count > 0 && beside_tags(best)))
      best.count = 0;  // the tags are the header
    finish(best);
    return best;
  }

 private:
  struct Facts {
    double filled = 0, text = 0;
    bool data_like = false;  // a number or code above others of its kind
  };

  [[nodiscard]] std::size_t filled(std::size_t row) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < width_; ++c)
      count += !table_.cell(row, c).empty();
    return count;
  }

  [[nodiscard]] bool is_tag_row(std::size_t row) const {
    std::size_t tags = 0, others = 0;
    for (std::size_t c = 0; c < width_; ++c)
      if (const auto cell = table_.cell(row, c); !cell.empty()) {
        const auto letters = cell.find_first_not_of("# ");
        const bool tag = cell.starts_with('#') && letters != std::string_view::npos &&
                         ((cell[letters] | 0x20) >= 'a' && (cell[letters] | 0x20) <= 'z');
        ++(tag ? tags : others);
      }
    return tags > others;
  }

  [[nodiscard]] std::optional<std::size_t> tag_row() const {
    for (std::size_t row = 0; row < rows_; ++row)
      if (is_tag_row(row))
        return row;
    return {};
  }

  /// A header stands directly above its tags, or below them when above there are only titles.
  [[nodiscard]] bool beside_tags(const HeaderRows& header) const {
    return header.first + header.count == *header.hxl || header.first == *header.hxl + 1;
  }

  [[nodiscard]] bool fits_tags(std::size_t row, std::size_t height, const HeaderRows& best) const {
    const std::size_t tags = *best.hxl;
    if (row <= tags && tags < row + height)
      return false;
    if (row + height == tags)
      return filled(tags - 1) >= 2 || filled(tags) == 1;
    return row == tags + 1 && (tags == 0 || filled(tags - 1) < 2);
  }

  [[nodiscard]] Facts facts_of(std::size_t row, std::size_t below) const {
    Facts facts;
    for (std::size_t c = 0; c < width_; ++c) {
      const std::string_view cell = table_.cell(row, c);
      const CellLook look = look_of(cell);
      if (look == CellLook::Blank)
        continue;
      ++facts.filled;
      if (look == CellLook::Text && cell.size() <= kLongestHeader)
        ++facts.text;
      else if (look == CellLook::Year)
        facts.text += 0.5;
      if (look == CellLook::Number || look == CellLook::Code)
        facts.data_like = facts.data_like || share_below(c, below) > 0.5;
    }
    return facts;
  }

  [[nodiscard]] std::size_t end_below(std::size_t below) const {
    return std::min(table_.size(), below + kRowsBelow);
  }

  /// The share of numbers and codes among the filled cells of a column below.
  [[nodiscard]] double share_below(std::size_t column, std::size_t below) const {
    double filled = 0, others = 0;
    for (std::size_t row = below; row < end_below(below); ++row)
      if (const CellLook look = look_of(table_.cell(row, column)); look != CellLook::Blank) {
        ++filled;
        others += look != CellLook::Text;
      }
    return filled == 0 ? 0 : others / filled;
  }

  [[nodiscard]] bool used_below(std::size_t column, std::size_t below) const {
    for (std::size_t row = below; row < end_below(below); ++row)
      if (!table_.cell(row, column).empty())
        return true;
    return false;
  }

  /// Whether the header's word in a column, its lowest one, stands in the data below too. Where the
  /// header itself is written again does not count.
  [[nodiscard]] bool repeated_below(std::size_t column, const HeaderRows& header) const {
    std::size_t at = header.first + header.count - 1;
    while (at > header.first && table_.cell(at, column).empty())
      --at;
    const auto words = table_.row(at);
    for (std::size_t row = header.data; row < end_below(header.data); ++row) {
      const auto cells = table_.row(row);
      if (cells[column] == words[column] &&
          !std::equal(cells.begin(), cells.end(), words.begin(), words.end()))
        return true;
    }
    return false;
  }

  /// True when the cell is merged to the right, or stands before blanks under which others stand.
  [[nodiscard]] bool is_group(std::size_t row, std::size_t column) const {
    for (const MergedCells& cells : table_.merged)
      if (cells.first_row == row && cells.first_column == static_cast<int>(column))
        return cells.last_column > cells.first_column;
    return column + 1 < width_ && table_.cell(row, column + 1).empty() &&
           !table_.cell(row + 1, column + 1).empty();
  }

  [[nodiscard]] bool is_merged(std::size_t row, std::size_t column) const {
    return std::any_of(table_.merged.begin(), table_.merged.end(), [&](const MergedCells& cells) {
      return cells.first_row == row && cells.first_column == static_cast<int>(column);
    });
  }

  /// Whether the row can be the outer headings of the row below it.
  [[nodiscard]] bool is_outer(std::size_t row) {
    if (table_.number(row + 1) != table_.number(row) + 1 || is_tag_row(row + 1))
      return false;
    std::size_t cells = 0, merged = 0, alone = 0, titles = 0, roles = 0;
    for (std::size_t c = 0; c < width_; ++c) {
      const std::string_view cell = table_.cell(row, c);
      const CellLook below = look_of(table_.cell(row + 1, c));
      if (below == CellLook::Number || below == CellLook::Code)
        return false;
      if (cell.empty())
        continue;
      ++cells;
      const bool group = is_group(row, c);
      if (below != CellLook::Blank && !group)
        return false;
      merged += is_merged(row, c) && c > 0;
      titles += !is_merged(row, c) && is_title_word(cell);
      alone += below == CellLook::Blank;
      roles += !roles_of(cell).empty();
    }
    if (titles > 0 || cells == 0)
      return false;
    return cells == 1 ? merged == 1 : merged > 0 || alone > 0 || roles > 0;
  }

  /// A header that is written again further down; the first one is the header.
  [[nodiscard]] bool repeats(std::size_t row, std::size_t height, const HeaderRows& best) const {
    if (best.count != height)
      return false;
    for (std::size_t i = 0; i < height; ++i) {
      const auto a = table_.row(row + i), b = table_.row(best.first + i);
      if (!std::equal(a.begin(), a.end(), b.begin(), b.end()))
        return false;
    }
    return true;
  }

  void consider(std::size_t row, std::size_t height, HeaderRows& best) {
    if (best.hxl && !fits_tags(row, height, best))
      return;
    if (repeats(row, height, best))
      return;
    const std::size_t below = row + height + (best.hxl == row + height ? 1 : 0);
    Facts facts;
    for (std::size_t i = 0; i < height; ++i) {
      const Facts one = facts_of(row + i, below);
      facts.filled += one.filled;
      facts.text += one.text;
      facts.data_like = facts.data_like || one.data_like;
      if (i + 1 < height && !is_outer(row + i))
        return;
    }
    if (facts.filled == 0 || facts.text / facts.filled < 0.6 || is_tag_row(row))
      return;
    HeaderRows found{row, height, best.hxl, 0, 0, 0, below};
    score(facts, found);
    if (found.score > best.score &&
        (!facts.data_like || found.project_roles + found.place_roles > 2))
      best = found;
  }

  void score(const Facts& facts, HeaderRows& header) {
    const auto texts = header_texts(table_, header.first, header.count);
    double used = 0, named = 0, filled = 0, differ = 0, once = 0;
    std::unordered_set<std::string_view> distinct;
    for (std::size_t c = 0; c < width_; ++c) {
      const bool below = used_below(c, header.data);
      used += below;
      if (texts[c].empty())
        continue;
      ++filled;
      distinct.insert(texts[c]);
      named += below;
      differ += share_below(c, header.data) > 0.5;
      once += !repeated_below(c, header);
    }
    if (filled == 0)
      return;
    count_roles(texts, header);
    const double fill = used == 0 ? filled / static_cast<double>(most_filled()) : named / used;
    const int roles = header.project_roles + header.place_roles;
    header.score =
        1.2 * fill + 0.8 * facts.text / facts.filled +
        0.3 * static_cast<double>(distinct.size()) / filled + 2.0 * std::min(1.0, roles / 4.0) +
        0.1 * std::min(roles, 15) + 0.6 * differ / filled + 0.8 * once / filled -
        0.01 * static_cast<double>(header.first) - 0.1 * static_cast<double>(header.count - 1);
    if (fill < 0.3 && roles < 3)
      header.score = 0;
  }

  [[nodiscard]] std::size_t most_filled() const {
    std::size_t most = 1;
    for (std::size_t row = 0; row < rows_; ++row)
      most = std::max(most, filled(row));
    return most;
  }

  /// Roles that a header names for sure, remembered: rows repeat their words.
  const std::vector<Role>& roles_of(std::string_view text) {
    auto [known, added] = known_.try_emplace(std::string(text));
    if (added && look_of(text) == CellLook::Text && text.size() <= kLongestHeader) {
      const auto matches = roles_by_header(text);
      int most = kBeginsWithPhrase;
      for (const HeaderMatch& match : matches)
        if (match.points >= most) {
          most = match.points + 1;
          known->second = {match.role};
        }
    }
    return known->second;
  }

  void count_roles(const std::vector<std::string>& texts, HeaderRows& header) {
    std::set<Role> roles;
    for (std::size_t c = 0; c < width_; ++c) {
      for (const Role role : roles_of(texts[c]))
        roles.insert(role);
      if (header.hxl)
        if (const auto meaning = meaning_of_hxl(table_.cell(*header.hxl, c)); meaning.role)
          roles.insert(*meaning.role);
    }
    header.place_roles = static_cast<int>(std::count_if(roles.begin(), roles.end(), is_place));
    header.project_roles = static_cast<int>(roles.size()) - header.place_roles;
  }

  void finish(HeaderRows& best) {
    if (best.count == 0 && best.hxl) {
      best.first = *best.hxl;
      best.score = 1;
      count_roles(std::vector<std::string>(table_.width), best);
    }
    best.data = best.count == 0 ? 0 : best.first + best.count;
    if (best.hxl)
      best.data = std::max(best.data, *best.hxl + 1);
  }

  const Table& table_;
  std::size_t rows_, width_;
  std::unordered_map<std::string, std::vector<Role>> known_;
};

}  // namespace

HeaderRows find_header(const Table& table) {
  // The first rows alone: a list may have a million of them, and as many merged cells.
  Table head;
  head.width = table.width;
  const std::size_t rows = std::min(table.size(), kHeaderWithin + kRowsBelow);
  head.cells.assign(table.cells.begin(),
                    table.cells.begin() + static_cast<std::ptrdiff_t>(rows * table.width));
  head.numbers.assign(table.numbers.begin(),
                      table.numbers.begin() + static_cast<std::ptrdiff_t>(rows));
  for (const MergedCells& cells : table.merged)
    if (cells.first_row < kHeaderWithin && head.merged.size() < kMostMerges)
      head.merged.push_back(cells);
  return Search(head).run();
}

}  // namespace malimap
