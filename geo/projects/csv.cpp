#include "geo/projects/csv.h"

#include <algorithm>
#include <cctype>
#include <cstring>

#include "geo/base/parallel.h"
#include "geo/base/text.h"
#include "geo/projects/header.h"
#include "geo/projects/tables/cells.h"
#include "geo/projects/tables/encoding.h"
#include "geo/projects/tables/records.h"

namespace malimap {
namespace {

constexpr std::size_t kMaxColumns = 4096;
constexpr std::size_t kLongestRow = std::size_t{64} << 20;
constexpr std::size_t kSampleRows = 200;
constexpr std::size_t kSmallestChunk = std::size_t{1} << 20;  // a thread is not worth less

/// The records that begin in one stretch of the text.
struct Chunk {
  std::size_t begin = 0, end = 0;  // where its first record begins, where the one after its last
  std::int64_t records = 0, unclosed = 0;
  std::vector<std::string_view> cells;
  std::vector<std::int64_t> numbers;  // of records that are not blank, from 1 within the chunk
  std::vector<MissingMarker> markers;
  std::vector<MissingMarker> extra;  // the first cell beyond the width, of rows that have one
  std::size_t longest = 0;           // bytes of the longest record
  std::deque<std::string> unescaped;
};

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return trimmed(cell).empty(); });
}

void add_record(Chunk& chunk, const std::vector<std::string_view>& cells, std::size_t width) {
  const std::size_t row = chunk.numbers.size();
  chunk.numbers.push_back(chunk.records);
  for (std::size_t i = 0; i < width; ++i) {
    const auto cell = i < cells.size() ? trimmed(cells[i]) : std::string_view{};
    const bool marker = !cell.empty() && is_marker(cell);
    if (marker)
      chunk.markers.push_back({row, static_cast<int>(i), cell});
    chunk.cells.push_back(marker ? std::string_view{} : cell);
  }
  for (std::size_t i = width; i < cells.size(); ++i)
    if (const auto cell = trimmed(cells[i]); !cell.empty()) {
      chunk.extra.push_back({row, static_cast<int>(i), cell});
      return;
    }
}

/// Reads the records from `begin` until one begins at `stop` or behind it.
Chunk read_chunk(std::string_view text, char separator, std::size_t width, std::size_t begin,
                 std::size_t stop, const Progress* progress) {
  Chunk chunk;
  chunk.begin = begin;
  // A guess from the first bytes saves most of the growing.
  const std::size_t rows = (stop - begin) / 100;
  chunk.cells.reserve(rows * width);
  chunk.numbers.reserve(rows);
  Records records(text, separator, chunk.unescaped, begin);
  std::vector<std::string_view> cells;
  while (records.position() < stop) {
    const std::size_t from = records.position();
    if (!records.next(cells))
      break;
    ++chunk.records;
    chunk.longest = std::max(chunk.longest, records.position() - from);
    if (!is_blank(cells))
      add_record(chunk, cells, width);
    if (progress != nullptr && chunk.records % 8192 == 0 && progress->cancelled())
      break;
  }
  chunk.end = records.position();
  chunk.unclosed = records.unclosed();
  return chunk;
}

/// Where a record probably begins: behind the next line break. Wrong inside a quoted cell, which
/// read_chunks() notices.
std::size_t next_line(std::string_view text, std::size_t from) {
  const auto found = text.find('\n', from);
  return found == std::string_view::npos ? text.size() : found + 1;
}

std::vector<Chunk> read_chunks(std::string_view text, char separator, std::size_t width,
                               const Progress* progress) {
  const std::size_t count =
      std::clamp<std::size_t>(text.size() / kSmallestChunk, 1, worker_count());
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 1; i < count; ++i)
    starts.push_back(std::max(starts.back(), next_line(text, text.size() / count * i)));
  starts.push_back(text.size());
  std::vector<Chunk> chunks(count);
  in_parallel(count, [&](std::size_t i) {
    chunks[i] = read_chunk(text, separator, width, starts[i], starts[i + 1], progress);
  });
  // A chunk that began inside a quoted cell is read again from where the one before it ended.
  for (std::size_t i = 1; i < count; ++i)
    if (chunks[i - 1].end != chunks[i].begin)
      chunks[i] = read_chunk(text, separator, width, chunks[i - 1].end, starts[i + 1], progress);
  return chunks;
}

void report(Problems& problems, const char* reason, Severity severity, const char* msgid,
            const Place& place, std::string value) {
  problems.report({reason, severity, Error{{msgid, {}}, place, {}}, std::move(value), {}});
}

struct Joined {
  Table table;
  std::vector<MissingMarker> extra;
  std::int64_t unclosed = 0;  // row, 0: none
};

Joined join(std::vector<Chunk> chunks, std::size_t width, std::int64_t rows_above) {
  Joined all;
  all.table.width = width;
  std::int64_t records = rows_above;
  std::size_t cells = 0;
  for (const auto& chunk : chunks)
    cells += chunk.cells.size();
  all.table.cells = std::move(chunks.front().cells);
  all.table.cells.reserve(cells);
  for (auto& chunk : chunks) {
    const std::size_t rows = all.table.numbers.size();
    if (&chunk != &chunks.front())
      all.table.cells.insert(all.table.cells.end(), chunk.cells.begin(), chunk.cells.end());
    std::vector<std::string_view>().swap(chunk.cells);
    for (const std::int64_t number : chunk.numbers)
      all.table.numbers.push_back(records + number);
    for (auto marker : chunk.markers)
      all.table.markers.push_back({marker.row + rows, marker.column, marker.text});
    for (auto extra : chunk.extra)
      all.extra.push_back({extra.row + rows, extra.column, extra.text});
    if (chunk.unclosed > 0)
      all.unclosed = records + chunk.unclosed;
    records += chunk.records;
    all.table.memory.push_back(
        std::make_shared<const std::deque<std::string>>(std::move(chunk.unescaped)));
  }
  return all;
}

/// The widest of the first rows: the header is among them.
std::size_t width_of(std::string_view text, char separator, std::size_t& first_rows) {
  std::deque<std::string> unescaped;
  Records records(text, separator, unescaped);
  std::vector<std::string_view> cells;
  std::size_t width = 0;
  for (std::size_t i = 0; i < kSampleRows && records.next(cells); ++i) {
    std::size_t filled = cells.size();
    while (filled > 0 && trimmed(cells[filled - 1]).empty())
      --filled;
    width = std::max(width, filled);
  }
  first_rows = records.position();
  return width;
}

/// A line that never ends is no table, and would only fill the memory.
bool has_endless_row(std::string_view text) {
  return text.size() > kLongestRow &&
         text.substr(0, kLongestRow).find_first_of("\n\r") == std::string_view::npos;
}

Error too_long(const std::string& file) {
  return {
      {N_("a row is longer than {0} MB: this is no table"), {std::to_string(kLongestRow >> 20)}},
      {.file = file, .sheet = {}, .row = {}, .column = {}},
      {}};
}

/// Cells beyond the header, whether or not the widest of the first rows had them.
void report_extra_cells(const Table& table, const std::vector<MissingMarker>& beyond,
                        Problems& problems, std::int64_t removed_rows) {
  const char* const msgid = N_("there are more cells in this row than in the header");
  std::size_t named = table.columns.size();
  while (named > 0 && table.columns[named - 1].empty())
    --named;
  for (std::size_t row = 0; named < table.width && row < table.size(); ++row)
    for (std::size_t i = named; i < table.width; ++i)
      if (!table.cell(row, i).empty()) {
        report(problems, "extra-cell", Severity::Doubtful, msgid,
               {table.file, {}, table.numbers[row], {}}, std::string(table.cell(row, i)));
        break;
      }
  for (const auto& extra : beyond)
    if (extra.row >= static_cast<std::size_t>(removed_rows))
      report(
          problems, "extra-cell", Severity::Doubtful, msgid,
          {table.file, {}, table.numbers[extra.row - static_cast<std::size_t>(removed_rows)], {}},
          std::string(extra.text));
}

}  // namespace

char separator_of(std::string_view text) {
  constexpr int kLines = 20;
  char best = ',';
  double best_score = 0;
  for (char candidate : {',', ';', '\t', '|'}) {
    std::deque<std::string> unescaped;
    Records records(text.substr(0, kLongestRow), candidate, unescaped);
    std::vector<std::string_view> cells;
    std::size_t most = 0;
    std::vector<std::size_t> sizes;
    for (int line = 0; line < kLines && records.next(cells); ++line)
      if (!is_blank(cells))
        sizes.push_back(cells.size());
    for (std::size_t size : sizes)
      most = std::max(most, static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), size)) *
                                (size > 1 ? 1 : 0));
    if (sizes.empty() || most == 0)
      continue;
    // How regular it is comes first; the number of cells of the widest line breaks near ties.
    const double regular = static_cast<double>(most) / static_cast<double>(sizes.size());
    const double score = regular + 0.05 * static_cast<double>(std::min<std::size_t>(
                                              *std::max_element(sizes.begin(), sizes.end()), 20));
    if (score > best_score) {
      best_score = score;
      best = candidate;
    }
  }
  return best;
}

Result<Table> parse_csv(std::string_view bytes, std::shared_ptr<const void> memory,
                        const std::string& file, Problems& problems, Progress* progress) {
  const Place place{file, {}, {}, {}};
  if (has_endless_row(bytes))
    return tl::make_unexpected(too_long(file));
  const DecodedText decoded = decode(bytes, std::move(memory));
  std::string_view text = decoded.text;
  if (trim(text.substr(0, 4096)).empty() && trim(text).empty())
    return failure({N_("the file is empty"), {}}, place);

  std::int64_t lines_above = 0;
  char separator = 0;
  if (text.size() > 5 && text.starts_with("sep=")) {  // Excel's own hint
    separator = text[4];
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    lines_above = 1;
  } else {
    separator = separator_of(text);
  }
  std::size_t sampled = 0;
  const std::size_t width = width_of(text, separator, sampled);
  if (width > kMaxColumns)
    return failure({N_("the file has {0} columns; at most {1} can be read"),
                    {std::to_string(width), std::to_string(kMaxColumns)}},
                   place);
  auto chunks = read_chunks(text, separator, width, progress);
  for (const auto& chunk : chunks)
    if (chunk.longest > kLongestRow)
      return tl::make_unexpected(too_long(file));
  Joined all = join(std::move(chunks), width, lines_above);
  Table& table = all.table;
  table.file = file;
  table.memory.push_back(decoded.memory);
  table.numeric.assign(width, false);
  const auto rows = static_cast<std::int64_t>(table.size());
  if (Status found = take_header(table, problems); !found)
    return tl::make_unexpected(found.error());
  report_extra_cells(table, all.extra, problems, rows - static_cast<std::int64_t>(table.size()));
  if (all.unclosed > 0)
    report(problems, "unclosed-quote", Severity::Lost,
           N_("a quotation mark opens here and never closes: the rest of the file was read as one "
              "cell"),
           {file, {}, all.unclosed, {}}, {});
  return std::move(all.table);
}

Result<Table> parse_csv(std::string_view bytes, const std::string& file, Problems& problems) {
  return parse_csv(bytes, nullptr, file, problems);
}

}  // namespace malimap
