#pragma once
// The grammar of delimited text: records of cells, RFC 4180 with what spreadsheets make of it.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// Where cells with doubled quotes stand once they are written plainly: those have no place in the
/// text.
class UnescapedCells {
 public:
  virtual ~UnescapedCells() = default;
  /// The same letters, at a place that lasts as long as whoever reads the cells needs them.
  virtual std::string_view keep(std::string cell) = 0;
};

/// Keeps them one behind the other.
class KeptCells : public UnescapedCells {
 public:
  std::string_view keep(std::string cell) override { return cells.emplace_back(std::move(cell)); }
  std::deque<std::string> cells;
};

/// Walks over the records of a text. A record is one row of a spreadsheet, however many lines it
/// takes. Cells are untrimmed views into the text, or into `unescaped` where quotes were doubled.
class Records {
 public:
  /// `begin`: where in the text to start; must be the start of a record.
  Records(std::string_view text, char separator, UnescapedCells& unescaped, std::size_t begin = 0)
      : text_(text), separator_(separator), unescaped_(unescaped), at_(begin) {}

  /// The cells of the next record; false at the end.
  bool next(std::vector<std::string_view>& cells);

  /// Where the next record starts.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// Records read so far.
  [[nodiscard]] std::int64_t count() const { return count_; }
  /// Which record (from 1) held a quote that never closes; 0: none.
  [[nodiscard]] std::int64_t unclosed() const { return unclosed_; }

 private:
  [[nodiscard]] std::size_t cell_end(std::size_t from) const;
  [[nodiscard]] std::string_view cell();
  [[nodiscard]] std::string_view quoted_cell();

  std::string_view text_;
  char separator_;
  UnescapedCells& unescaped_;
  std::size_t at_ = 0;
  std::int64_t count_ = 0, unclosed_ = 0;
};

}  // namespace malimap
