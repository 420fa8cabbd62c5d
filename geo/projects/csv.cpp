#include "geo/projects/csv.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kMaxColumns = 4096;

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_utf8(std::string_view bytes) {
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(text, i, size, c);
    if (c < 0)
      return size - start < 4 && i == size;  // cut off inside the last character
  }
  return true;
}

std::string from_utf16(std::string_view bytes, bool little) {
  icu::UnicodeString units;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    units.append(static_cast<char16_t>(little ? a | b << 8 : b | a << 8));
  }
  std::string text;
  units.toUTF8String(text);
  return text;
}

std::string from_windows_1252(std::string_view bytes) {
  icu::UnicodeString units;
  for (char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80 || c > 0x9F)
      units.append(static_cast<char16_t>(c));
    else
      units.append(kWindows1252[c - 0x80] != 0 ? kWindows1252[c - 0x80] : char16_t{0xFFFD});
  }
  std::string text;
  units.toUTF8String(text);
  return text;
}

struct Record {
  std::int64_t number = 0;
  std::vector<std::string> cells;
  [[nodiscard]] bool blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto& c) { return trim(c).empty(); });
  }
  [[nodiscard]] std::size_t filled() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const auto& c) { return !trim(c).empty(); }));
  }
};

/// Walks over the records of a text. A record is one row of a spreadsheet, however many lines it
/// takes.
class Records {
 public:
  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool next(Record& record) {
    if (at_ >= text_.size())
      return false;
    record.cells.clear();
    record.number = ++number_;
    do
      record.cells.push_back(cell());
    while (at_ < text_.size() && text_[at_] == separator_ && (++at_, true));
    if (at_ < text_.size() && text_[at_] == '\r')
      ++at_;
    if (at_ < text_.size() && text_[at_] == '\n')
      ++at_;
    return true;
  }
  [[nodiscard]] std::int64_t unclosed_row() const { return unclosed_row_; }

 private:
  [[nodiscard]] bool at_cell_end() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }
  std::string cell() {
    std::string out;
    while (!at_cell_end() && text_[at_] == ' ')
      ++at_;
    if (at_ < text_.size() && text_[at_] == '"')
      quoted(out);
    const auto from = at_;
    while (!at_cell_end())
      ++at_;
    return out.append(text_.substr(from, at_ - from));
  }
  void quoted(std::string& out) {
    ++at_;
    for (;;) {
      const auto quote = text_.find('"', at_);
      out.append(text_.substr(at_, quote - at_));
      if (quote == std::string_view::npos) {
        at_ = text_.size();
        unclosed_row_ = number_;
        return;
      }
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"')
        return;
      out.push_back('"');
      ++at_;
    }
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::int64_t number_ = 0, unclosed_row_ = 0;
};

/// HXL tags ("#adm1+name") under the header: a row for machines, no data.
bool is_hxl(const Record& record) {
  return record.filled() > 0 &&
         std::all_of(record.cells.begin(), record.cells.end(), [](const auto& c) {
           const auto cell = trim(c);
           return cell.empty() || (cell.size() > 1 && cell[0] == '#' &&
                                   std::isalpha(static_cast<unsigned char>(cell[1])));
         });
}

/// The header: the first record with two filled cells or more, since a title line above it fills
/// one. A list of one column has its first filled record.
bool find_header(Records& records, Record& header) {
  Record record, first;
  while (records.next(record)) {
    if (record.blank())
      continue;
    if (record.filled() > 1) {
      header = std::move(record);
      return true;
    }
    if (first.cells.empty())
      first = record;
  }
  return false;
}

bool first_filled(Records& records, Record& header) {
  while (records.next(header))
    if (!header.blank())
      return true;
  return false;
}

void report(Problems& problems, const char* reason, Severity severity, const char* msgid,
            const Place& place, std::string value) {
  problems.report({reason, severity, Error{{msgid, {}}, place, {}}, std::move(value), {}});
}

void add_row(Table& table, const Record& record, Problems& problems) {
  TableRow row;
  row.number = record.number;
  row.cells.resize(table.columns.size());
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    const auto cell = trim(record.cells[i]);
    if (i < row.cells.size()) {
      if (!is_missing(cell))
        row.cells[i] = std::string(cell);
    } else if (!cell.empty()) {
      report(problems, "extra-cell", Severity::Doubtful,
             N_("there are more cells in this row than in the header"),
             {table.file, {}, record.number, {}}, std::string(cell));
      break;
    }
  }
  table.rows.push_back(std::move(row));
}

}  // namespace

std::string decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    return valid_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE"))
    return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF"))
    return from_utf16(bytes.substr(2), false);
  return is_utf8(bytes) ? valid_utf8(bytes) : from_windows_1252(bytes);
}

char separator_of(std::string_view text) {
  constexpr int kLines = 20;
  char best = ',';
  double best_score = 0;
  for (char candidate : {',', ';', '\t', '|'}) {
    Records records(text, candidate);
    Record record;
    std::size_t most = 0;
    std::vector<std::size_t> sizes;
    for (int line = 0; line < kLines && records.next(record); ++line)
      if (!record.blank())
        sizes.push_back(record.cells.size());
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

Result<Table> parse_csv(std::string_view bytes, const std::string& file, Problems& problems) {
  const Place place{file, {}, {}, {}};
  const std::string decoded = decode_text(bytes);
  std::string_view text = decoded;
  if (trim(text).empty())
    return failure({N_("the file is empty"), {}}, place);

  std::int64_t skipped_lines = 0;
  char separator = 0;
  if (text.size() > 5 && text.starts_with("sep=")) {  // Excel's own hint
    separator = text[4];
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    skipped_lines = 1;
  } else {
    separator = separator_of(text);
  }

  Records records(text, separator);
  Record record;
  if (!find_header(records, record)) {
    records = Records(text, separator);
    if (!first_filled(records, record))
      return failure({N_("the file has no header line"), {}}, place);
  }
  if (record.cells.size() > kMaxColumns)
    return failure({N_("the file has {0} columns; at most {1} can be read"),
                    {std::to_string(record.cells.size()), std::to_string(kMaxColumns)}},
                   place);
  Table table;
  table.file = file;
  for (const auto& name : record.cells)
    table.columns.emplace_back(trim(name));
  table.numeric.assign(table.columns.size(), false);

  bool first = true;
  while (records.next(record)) {
    if (record.blank() || (first && is_hxl(record)))
      continue;
    first = false;
    record.number += skipped_lines;
    add_row(table, record, problems);
  }
  if (records.unclosed_row() > 0)
    report(problems, "unclosed-quote", Severity::Lost,
           N_("a quotation mark opens here and never closes: the rest of the file was read as one "
              "cell"),
           {file, {}, records.unclosed_row() + skipped_lines, {}}, {});
  return table;
}

}  // namespace malimap
