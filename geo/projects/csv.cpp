#include "geo/projects/csv.h"

#include <algorithm>
#include <cstring>

#include "geo/base/text.h"
#include "geo/projects/header.h"
#include "geo/projects/tables/cells.h"
#include "geo/projects/tables/encoding.h"
#include "geo/projects/tables/file_bytes.h"
#include "geo/projects/tables/records.h"

namespace malimap {
namespace {

constexpr std::size_t kMaxColumns = 4096;
constexpr std::size_t kSampleRows = 200;
constexpr std::size_t kTakenApart = std::size_t{4} << 20;  // bytes; longer texts keep no cells

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return trimmed(cell).empty(); });
}

/// The widest of the first rows: the header is among them.
std::size_t width_of(std::string_view text, char separator) {
  KeptCells unescaped;
  Records records(text, separator, unescaped);
  std::vector<std::string_view> cells;
  std::size_t width = 0;
  for (std::size_t i = 0; i < kSampleRows && records.next(cells); ++i) {
    std::size_t filled = cells.size();
    while (filled > 0 && trimmed(cells[filled - 1]).empty())
      --filled;
    width = std::max(width, filled);
  }
  return width;
}

/// A line that never ends is no table, and would only fill the memory.
bool has_endless_row(std::string_view text) {
  return text.size() > kLongestRow &&
         text.substr(0, kLongestRow).find_first_of("\n\r") == std::string_view::npos;
}

void report(Problems& problems, const char* reason, Severity severity, const char* msgid,
            const Place& place, std::string value) {
  problems.report({reason, severity, Error{{msgid, {}}, place, {}}, std::move(value), {}});
}

/// The first rows as a table of their own, and where in the text the rows behind each begin.
struct Head {
  struct Behind {
    std::size_t at = 0;
    std::int64_t records = 0;  // of the text up to there
  };
  Table table;
  std::vector<Behind> behind{{}};  // [n]: behind the first n rows
  std::int64_t unclosed = 0;       // the row in which a quote opens and never closes; 0: none
};

Head head_of(std::string_view text, char separator, std::size_t width, std::int64_t records_above,
             const std::string& file) {
  Head head;
  head.table.file = file;
  head.table.width = width;
  const auto unescaped = std::make_shared<KeptCells>();
  head.table.memory.push_back(unescaped);
  Records records(text, separator, *unescaped);
  std::vector<std::string_view> record, row(width);
  while (head.table.size() < kHeadRows && records.next(record)) {
    if (!tidy(record, width, row))
      continue;
    head.table.cells.insert(head.table.cells.end(), row.begin(), row.end());
    head.table.numbers.push_back(records_above + records.count());
    head.behind.push_back({records.position(), records.count()});
  }
  if (records.unclosed() > 0)
    head.unclosed = records_above + records.unclosed();
  return head;
}

/// Columns that have a name or stand before one that has.
std::size_t named_columns(const std::vector<std::string>& columns) {
  std::size_t named = columns.size();
  while (named > 0 && columns[named - 1].empty())
    --named;
  return named;
}

/// Columns without a header, a tag and a cell are no columns.
void keep_used_columns(Table& table, TextRows& rows, const TextSurvey& survey) {
  std::vector<std::size_t> kept;
  std::vector<int> now(table.width, 0);
  for (std::size_t c = 0; c < table.width; ++c) {
    now[c] = static_cast<int>(kept.size());
    if (survey.used[c] || !table.columns[c].empty() ||
        (!table.hxl.empty() && !table.hxl[c].empty()))
      kept.push_back(c);
  }
  const auto pick = [&](std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < kept.size() && !texts.empty(); ++i)
      if (kept[i] != i)
        texts[i] = std::move(texts[kept[i]]);
    if (!texts.empty())
      texts.resize(kept.size());
  };
  pick(table.columns);
  pick(table.hxl);
  for (const auto& marker : survey.markers)
    table.markers.push_back(
        {marker.row, now[static_cast<std::size_t>(marker.column)], marker.text});
  table.width = kept.size();
  table.numeric.assign(table.width, false);
  if (kept.size() < rows.width())
    rows.keep_columns(std::move(kept));
}

void report_cells_beyond(const Table& table, const std::vector<TextSurvey::Cell>& cells,
                         Problems& problems) {
  for (const auto& cell : cells)
    report(problems, "extra-cell", Severity::Doubtful,
           N_("there are more cells in this row than in the header"),
           {table.file, {}, table.number(cell.row), {}}, std::string(cell.text));
}

/// Short tables are read again and again by whoever looks something up in them.
void take_apart(Table& table) {
  const TextRows& rows = *table.text_rows;
  std::vector<std::string_view> cells;
  std::vector<std::int64_t> numbers;
  cells.reserve(rows.size() * table.width);
  numbers.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto of_row = rows.row(row);
    cells.insert(cells.end(), of_row.begin(), of_row.end());
    numbers.push_back(rows.number(row));
  }
  table.cells = std::move(cells);
  table.numbers = std::move(numbers);
  table.memory.push_back(std::move(table.text_rows));  // its unescaped cells
  table.text_rows = nullptr;
}

/// What the file says by its beginning: Excel's own hint of the separator, else the likely one.
struct Opening {
  std::string_view text;
  char separator = ',';
  std::int64_t lines = 0;  // before the text
};

Opening opening_of(std::string_view text) {
  if (text.size() <= 5 || !text.starts_with("sep="))
    return {text, separator_of(text), 0};
  const char separator = text[4];
  text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return {text, separator, 1};
}

}  // namespace

char separator_of(std::string_view text) {
  constexpr int kLines = 20;
  char best = ',';
  double best_score = 0;
  for (char candidate : {',', ';', '\t', '|'}) {
    KeptCells unescaped;
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

Result<Table> parse_csv(const TextBytes& bytes, const std::string& file, Problems& problems,
                        Progress* progress) {
  const Place place{file, {}, {}, {}};
  if (has_endless_row(bytes.bytes))
    return tl::make_unexpected(endless_row(file));
  const DecodedText decoded = decode(bytes.bytes, bytes.memory, bytes.release);
  if (trim(decoded.text.substr(0, 4096)).empty() && trim(decoded.text).empty())
    return failure({N_("the file is empty"), {}}, place);
  const auto [text, separator, lines_above] = opening_of(decoded.text);
  const std::size_t width = width_of(text, separator);
  if (width > kMaxColumns)
    return failure({N_("the file has {0} columns; at most {1} can be read"),
                    {std::to_string(width), std::to_string(kMaxColumns)}},
                   place);

  const Head head = head_of(text, separator, width, lines_above, file);
  auto header = header_of(head.table, problems);
  if (!header)
    return tl::make_unexpected(header.error());
  const Head::Behind& behind = head.behind[header->data];
  const std::string_view data = text.substr(behind.at);
  const std::int64_t records_above = lines_above + behind.records;
  const RowGrammar grammar{separator, width, header->lines};
  // Where the text was decoded into memory of its own, nothing can be let go.
  const TextRows::Release release =
      decoded.memory == bytes.memory ? bytes.release : TextRows::Release{};
  const auto cancelled = [progress] { return progress != nullptr && progress->cancelled(); };
  TextSurvey survey =
      survey_rows(data, grammar, named_columns(header->columns), records_above, cancelled, release);
  if (survey.longest > kLongestRow)
    return tl::make_unexpected(endless_row(file));

  Table table;
  table.file = file;
  table.columns = std::move(header->columns);
  table.hxl = std::move(header->hxl);
  table.header_row = header->row;
  table.width = width;
  table.memory = {head.table.memory.front(), decoded.memory};
  const auto rows =
      std::make_shared<TextRows>(data, grammar, std::move(survey.parts), records_above, release);
  table.text_rows = rows;
  keep_used_columns(table, *rows, survey);
  note_repeated_headers(table, survey.headers, survey.first_header, problems);
  report_cells_beyond(table, survey.unnamed, problems);
  report_cells_beyond(table, survey.beyond, problems);
  // In the rows above the data too: all of the list is one cell of its header then.
  if (const auto unclosed = std::max(survey.unclosed, head.unclosed); unclosed > 0)
    report(problems, "unclosed-quote", Severity::Lost,
           N_("a quotation mark opens here and never closes: the rest of the file was read as one "
              "cell"),
           {file, {}, unclosed, {}}, {});
  if (text.size() <= kTakenApart)
    take_apart(table);
  return table;
}

Result<Table> parse_csv(std::string_view bytes, const std::string& file, Problems& problems) {
  return parse_csv({bytes, nullptr, {}}, file, problems);
}

}  // namespace malimap
