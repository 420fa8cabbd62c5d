#include "geo/projects/tables/text_rows.h"

#include <algorithm>
#include <atomic>
#include <numeric>

#include "geo/projects/tables/cells.h"
#include "geo/projects/tables/records.h"

namespace malimap {
namespace {

constexpr std::size_t kLetGo = std::size_t{4} << 20;  // bytes of text between two releases

std::atomic<std::uint64_t> next_id{1};

/// Cells that were unescaped once, given again in the same order.
class SameCells : public UnescapedCells {
 public:
  SameCells(const std::deque<std::string>& cells, std::size_t next) : cells_(cells), next_(next) {}
  std::string_view keep(std::string /*cell*/) override { return cells_[next_++]; }

 private:
  const std::deque<std::string>& cells_;
  std::size_t next_;
};

}  // namespace

bool tidy(const std::vector<std::string_view>& record, std::size_t width,
          std::span<std::string_view> row) {
  bool any = false;
  const std::size_t given = std::min(record.size(), width);
  for (std::size_t i = 0; i < given; ++i) {
    const auto cell = trimmed(record[i]);
    any = any || !cell.empty();
    row[i] = !cell.empty() && is_marker(cell) ? std::string_view{} : cell;
  }
  std::fill(row.begin() + static_cast<std::ptrdiff_t>(given), row.end(), std::string_view{});
  for (std::size_t i = width; i < record.size() && !any; ++i)
    any = !trimmed(record[i]).empty();
  return any;
}

/// Rows that one thread has taken apart last.
struct TextRows::Block {
  std::uint64_t owner = 0;
  std::size_t first = 0, rows = 0, width = 0;
  std::vector<std::string_view> cells;
  std::array<std::int64_t, kBlock> numbers{};
  std::uint64_t read_from = 0, read_to = 0;  // this text was read in order and not let go
  // Kept for their memory.
  std::vector<std::string_view> record, row;
};

TextRows::TextRows(std::string_view text, RowGrammar grammar, std::vector<Part> parts,
                   std::int64_t records_above, Release release)
    : text_(text),
      grammar_(std::move(grammar)),
      parts_(std::move(parts)),
      release_(std::move(release)),
      kept_(grammar_.width),
      id_(next_id++) {
  std::iota(kept_.begin(), kept_.end(), std::size_t{0});
  for (Part& part : parts_) {
    part.first_row = size_;
    part.records_before = records_above;
    size_ += static_cast<std::size_t>(part.rows);
    records_above += part.records;
  }
}

void TextRows::keep_columns(std::vector<std::size_t> columns) {
  for (std::size_t& column : columns)
    column = kept_[column];
  kept_ = std::move(columns);
  id_ = next_id++;
}

void TextRows::let_go(const Part& part, const Mark& mark, Block& block) const {
  const bool ours = block.owner == id_ && block.read_from >= part.begin;
  const bool goes_on = ours && mark.at >= block.read_from && mark.at <= block.read_to + kLetGo;
  if (goes_on && mark.at < block.read_from + kLetGo)
    return;
  // Whoever goes on elsewhere lets go what was read last, too.
  const std::uint64_t to = goes_on ? mark.at : block.read_to;
  if (block.owner == id_ && to > block.read_from)
    release_(text_.substr(block.read_from, to - block.read_from));
  block.read_from = mark.at;
}

void TextRows::take_apart(const Part& part, std::size_t number, Block& out) const {
  const Mark& mark = part.marks[number];
  if (release_)
    let_go(part, mark, out);
  out.owner = id_;
  out.width = kept_.size();
  out.first = part.first_row + number * kBlock;
  out.rows = std::min(kBlock, static_cast<std::size_t>(part.rows) - number * kBlock);
  out.cells.resize(kBlock * kept_.size());
  out.row.resize(grammar_.width);
  SameCells unescaped(part.unescaped, mark.unescaped);
  Records records(text_, grammar_.separator, unescaped, mark.at);
  const std::int64_t before = part.records_before + mark.record;
  for (std::size_t row = 0; row < out.rows && records.next(out.record);) {
    if (!tidy(out.record, grammar_.width, out.row) || is_header(out.row, grammar_.headers))
      continue;
    for (std::size_t c = 0; c < kept_.size(); ++c)
      out.cells[row * kept_.size() + c] = out.row[kept_[c]];
    out.numbers[row++] = before + records.count();
  }
  out.read_to = records.position();
}

const TextRows::Block& TextRows::block_of(std::size_t row) const {
  thread_local Block block;
  if (block.owner == id_ && row - block.first < block.rows)
    return block;
  auto part = parts_.begin();
  while (row >= part->first_row + static_cast<std::size_t>(part->rows))
    ++part;
  take_apart(*part, (row - part->first_row) / kBlock, block);
  return block;
}

std::span<const std::string_view> TextRows::row(std::size_t row) const {
  const Block& block = block_of(row);
  return std::span(block.cells).subspan((row - block.first) * block.width, block.width);
}

std::int64_t TextRows::number(std::size_t row) const {
  const Block& block = block_of(row);
  return block.numbers[row - block.first];
}

std::size_t TextRows::row_of(std::int64_t number) const {
  std::size_t low = 0, high = size_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (this->number(middle) < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace malimap
