#pragma once
// The rows of delimited text, taken apart when somebody asks for them: a long list needs a byte a
// row here, not a view for each of its cells.

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// Which of a text's records are rows, and what their cells are: blank records are none.
struct RowGrammar {
  char separator = ',';
  std::size_t width = 0;  // cells that are looked at
  /// Records of exactly these cells are no rows: a header that is written again on every page.
  std::vector<std::vector<std::string_view>> headers;
};

/// Trims the cells of a record, as many as the row is wide, and puts "" for words that mean that
/// nothing is there. False when nothing but blanks was in the record.
[[nodiscard]] bool tidy(const std::vector<std::string_view>& record, std::size_t width,
                        std::span<std::string_view> row);

/// Every kBlock-th row is marked; a row is read from the mark before it. Threads may share it.
class TextRows {
 public:
  static constexpr std::size_t kBlock = 16;

  /// Where a block of rows begins: in the text, in records and unescaped cells of its part.
  struct Mark {
    std::uint64_t at = 0;
    std::uint32_t record = 0, unescaped = 0;
  };
  /// The records that begin in one stretch of the text, as one thread has found them.
  struct Part {
    std::size_t begin = 0, end = 0;  // where its first record begins, where the one after its last
    std::int64_t records = 0, rows = 0;
    std::vector<Mark> marks;
    std::deque<std::string> unescaped;
    std::int64_t records_before = 0;
    std::size_t first_row = 0;
  };
  /// Told of text that was read and is not needed soon; may be empty.
  using Release = std::function<void(std::string_view)>;

  /// records_above: records of the file above this text. The text must outlive it.
  TextRows(std::string_view text, RowGrammar grammar, std::vector<Part> parts,
           std::int64_t records_above, Release release);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t width() const { return kept_.size(); }
  /// The cells of a row, valid until this thread asks for another row here or in another text. The
  /// letters that they point to stay.
  [[nodiscard]] std::span<const std::string_view> row(std::size_t row) const;
  /// As a spreadsheet counts, the first record of the file being 1.
  [[nodiscard]] std::int64_t number(std::size_t row) const;
  /// The first row with this number or a higher one; size() where there is none.
  [[nodiscard]] std::size_t row_of(std::int64_t number) const;
  /// The same rows with these columns alone. Only before any thread reads.
  void keep_columns(std::vector<std::size_t> columns);

 private:
  struct Block;
  [[nodiscard]] const Block& block_of(std::size_t row) const;
  void take_apart(const Part& part, std::size_t block, Block& out) const;
  void let_go(const Part& part, const Mark& mark, Block& block) const;

  std::string_view text_;
  RowGrammar grammar_;
  std::vector<Part> parts_;
  Release release_;
  std::vector<std::size_t> kept_;  // columns of the text
  std::size_t size_ = 0;
  std::uint64_t id_;  // of this object, never used again
};

/// What one look over all records tells.
struct TextSurvey {
  struct Cell {
    std::size_t row = 0;
    int column = 0;
    std::string_view text;
  };
  std::vector<TextRows::Part> parts;
  std::vector<bool> used;     // per column: a cell is filled, or holds a word for "nothing"
  std::vector<Cell> markers;  // words for "nothing", in the order of the rows
  /// Of each row the first filled cell at `named` or behind it, and the first behind the width.
  std::vector<Cell> unnamed, beyond;
  std::size_t headers = 0;        // records that are the header again
  std::int64_t first_header = 0;  // the record of the first of them
  std::int64_t unclosed = 0;      // the record in which a quote opens and never closes; 0: none
  std::size_t longest = 0;        // bytes of the longest record
};

/// Finds the rows of a text, several threads at once. named: columns that have a name or stand
/// before one that has; those behind are surveyed in `unnamed`. cancelled: asked now and then; the
/// survey is incomplete where it said yes.
[[nodiscard]] TextSurvey survey_rows(std::string_view text, const RowGrammar& grammar,
                                     std::size_t named, std::int64_t records_above,
                                     const std::function<bool()>& cancelled,
                                     const TextRows::Release& release);

}  // namespace malimap
