#include "geo/output/workbook_xlsx.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "geo/base/text.h"
#include "geo/output/slides/package.h"
#include "geo/output/table_text.h"
#include "geo/output/xml_text.h"

namespace malimap {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::size_t kMostRows = 1048576, kMostColumns = 16384, kMostCharacters = 32767;

// Cell formats, in the order of styles(): plain ones, then the same in bold.
constexpr int kGeneral = 0, kWhole = 1, kMoney = 2, kDate = 3, kPercent = 4, kDecimal = 7,
              kPlain = 14, kHeading = 2 * kPlain;

/// "A", "Z", "AA".
std::string letters_of(std::size_t column) {
  std::string name;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
  return name;
}

/// A text as a cell holds it: "_x0041_" would be read as A (ECMA-376 part 1, 22.9.2.19).
std::string cell_text(const std::string& text) {
  std::string clean = xml_clean(text);
  std::size_t end = clean.size(), characters = 0;
  for (std::size_t at = 0; at < clean.size(); ++at)
    if ((clean[at] & 0xc0) != 0x80 && ++characters > kMostCharacters) {
      end = at;
      break;
    }
  clean.resize(end);
  const auto is_hex = [&](std::size_t at) {
    return std::string_view("0123456789abcdefABCDEF").find(clean[at]) != std::string_view::npos;
  };
  std::string out;
  for (std::size_t at = 0; at < clean.size(); ++at) {
    const bool escape = clean[at] == '_' && at + 6 < clean.size() && clean[at + 1] == 'x' &&
                        is_hex(at + 2) && is_hex(at + 3) && is_hex(at + 4) && is_hex(at + 5) &&
                        clean[at + 6] == '_';
    out += escape ? "_x005F_" : std::string(1, clean[at]);
  }
  return xml_escape(out);
}

/// Days from 1899-12-30; only from March 1900 on do all programs agree on them.
std::optional<std::int64_t> serial_of(Date date) {
  using std::chrono::sys_days;
  constexpr Date kFirst(std::chrono::year(1900), std::chrono::month(3), std::chrono::day(1));
  constexpr Date kZero(std::chrono::year(1899), std::chrono::month(12), std::chrono::day(30));
  if (!date.ok() || date < kFirst)
    return std::nullopt;
  return (sys_days(date) - sys_days(kZero)).count();
}

/// Writes one cell; the width that it asks for is remembered.
class CellWriter {
 public:
  CellWriter(std::string& out, double& width, std::string at, int weight)
      : out_(out), width_(width), at_(std::move(at)), weight_(weight) {}

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    if (text.empty())
      return;
    // The longest line decides, up to what still fits beside other columns.
    std::size_t from = 0;
    while (from <= text.size()) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      widen(display_width(std::string_view(text).substr(from, end - from)));
      from = end + 1;
    }
    out_ += fmt::format(
        "<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", at_,
        kGeneral + weight_, cell_text(text));
  }
  void operator()(std::int64_t value) const { number(std::to_string(value), kWhole, 1.3); }
  void operator()(const DecimalCell& cell) const {
    if (std::isfinite(cell.value))
      number(fmt::format("{}", cell.value), kDecimal + std::clamp(cell.digits, 0, 6), 0,
             static_cast<int>(fmt::format("{:.{}f}", cell.value, cell.digits).size()) + 2);
  }
  void operator()(const PercentCell& cell) const {
    if (std::isfinite(cell.ratio))
      number(fmt::format("{}", cell.ratio), kPercent + std::clamp(cell.digits, 0, 2), 0, 8);
  }
  void operator()(Cents amount) const {
    const std::int64_t size = std::abs(amount.value);
    number(fmt::format("{}{}.{:02}", amount.value < 0 ? "-" : "", size / 100, size % 100), kMoney,
           1.3);
  }
  void operator()(Date date) const {
    if (const auto serial = serial_of(date))
      number(std::to_string(*serial), kDate, 0, 10);
    else if (date.ok())
      (*this)(iso(date));
  }

 private:
  void widen(int characters) const {
    width_ = std::max(width_, std::min(60.0, static_cast<double>(characters)));
  }
  void number(const std::string& text, int format, double spread, int characters = 0) const {
    widen(characters > 0
              ? characters
              : static_cast<int>(std::lround(static_cast<double>(text.size()) * spread)));
    out_ += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", at_, format + weight_, text);
  }

  std::string& out_;
  double& width_;
  std::string at_;
  int weight_;
};

class SheetWriter {
 public:
  explicit SheetWriter(const WorkbookSheet& sheet) : sheet_(sheet) {
    widths_.resize(columns());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
      widths_[i] = sheet.columns[i].width;
  }
  [[nodiscard]] std::size_t columns() const {
    std::size_t most = sheet_.columns.size();
    for (const auto* part : {&sheet_.rows, &sheet_.totals})
      for (const auto& row : *part)
        most = std::max(most, row.size());
    return most;
  }
  [[nodiscard]] std::size_t rows() const {
    return sheet_.rows.size() + sheet_.totals.size() + (sheet_.columns.empty() ? 0 : 1);
  }
  [[nodiscard]] std::string xml(bool first) {
    std::string data;
    if (!sheet_.columns.empty()) {
      std::vector<WorkbookCell> headings;
      for (const WorkbookColumn& column : sheet_.columns)
        headings.emplace_back(column.heading);
      add_row(data, headings, kHeading);
    }
    for (const auto& row : sheet_.rows)
      add_row(data, row, 0);
    for (const auto& row : sheet_.totals)
      add_row(data, row, kPlain);
    return fmt::format("{}<worksheet {}>{}{}<sheetData>{}</sheetData>{}</worksheet>", kHead, kMain,
                       views(first), cols(), data, filter());
  }

 private:
  void add_row(std::string& out, const std::vector<WorkbookCell>& cells, int weight) {
    ++row_;
    out += fmt::format("<row r=\"{}\">", row_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      double asked = 0;
      std::visit(CellWriter(out, asked, letters_of(i) + std::to_string(row_), weight), cells[i]);
      const bool given = i < sheet_.columns.size() && sheet_.columns[i].width > 0;
      if (!given)
        widths_[i] = std::max(widths_[i], asked + 2);
    }
    out += "</row>";
  }
  [[nodiscard]] std::string views(bool first) const {
    return fmt::format("<sheetViews><sheetView workbookViewId=\"0\"{}>{}</sheetView></sheetViews>",
                       first ? " tabSelected=\"1\"" : "",
                       sheet_.columns.empty()
                           ? ""
                           : "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                             "state=\"frozen\"/>");
  }
  [[nodiscard]] std::string cols() const {
    std::string out;
    for (std::size_t i = 0; i < widths_.size(); ++i)
      if (widths_[i] > 0)
        out += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1,
                           compact_number(std::min(widths_[i], 255.0)));
    return out.empty() ? out : "<cols>" + out + "</cols>";
  }
  /// Buttons on the header to sort and filter; totals stay out of it.
  [[nodiscard]] std::string filter() const {
    if (sheet_.columns.empty() || sheet_.rows.empty())
      return {};
    return fmt::format("<autoFilter ref=\"A1:{}{}\"/>", letters_of(sheet_.columns.size() - 1),
                       sheet_.rows.size() + 1);
  }

  const WorkbookSheet& sheet_;
  std::vector<double> widths_;
  std::size_t row_ = 0;
};

std::string styles() {
  std::string formats, plain, bold;
  for (int digits = 0; digits <= 6; ++digits)
    formats +=
        fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"#,##0{}{}\"/>", 170 + digits,
                    digits > 0 ? "." : "", std::string(static_cast<std::size_t>(digits), '0'));
  formats += "<numFmt numFmtId=\"180\" formatCode=\"0.0%\"/>";
  // General, 1 234, 1 234.00, a date as the reader's own settings write it, 0 %, 0.0 %, 0.00 %.
  std::vector<int> ids{0, 3, 4, 14, 9, 180, 10};
  for (int digits = 0; digits <= 6; ++digits)
    ids.push_back(170 + digits);
  for (const int id : ids) {
    plain += fmt::format(
        "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyNumberFormat=\"1\"/>",
        id);
    bold += fmt::format(
        "<xf numFmtId=\"{}\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
        "applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\"/>",
        id);
  }
  const std::string heading =
      "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
      "applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>";
  return fmt::format(
      "{}<styleSheet {}><numFmts count=\"8\">{}</numFmts><fonts count=\"2\"><font><sz val=\"11\"/>"
      "<name val=\"Calibri\"/><family val=\"2\"/></font><font><b/><sz val=\"11\"/><name "
      "val=\"Calibri\"/><family val=\"2\"/></font></fonts><fills count=\"3\"><fill><patternFill "
      "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill>"
      "<patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF2\"/></patternFill></fill></fills>"
      "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"
      "<left/><right/><top style=\"thin\"/><bottom/><diagonal/></border></borders><cellStyleXfs "
      "count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      "<cellXfs count=\"{}\">{}{}{}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" "
      "xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
      kHead, kMain, formats, kHeading + 1, plain, bold, heading);
}

/// What a spreadsheet takes as a sheet's name: at most 31 characters, none of []:*?/\, no ' at
/// either end, told apart from the others without regard to case.
std::string sheet_name(const std::string& wanted, std::size_t number,
                       std::set<std::string>& taken) {
  std::string name = one_line(xml_clean(wanted));
  for (char& c : name)
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos)
      c = '-';
  while (!name.empty() && (name.front() == '\'' || name.front() == ' '))
    name.erase(0, 1);
  const auto cut = [](std::string text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
      if ((text[at] & 0xc0) != 0x80 && ++characters > most) {
        text.resize(at);
        break;
      }
    while (!text.empty() && (text.back() == '\'' || text.back() == ' '))
      text.pop_back();
    return text;
  };
  // A character outside the basic plane counts twice in a spreadsheet; 28 leaves room enough.
  name = cut(name, 28);
  if (name.empty())
    name = std::to_string(number);
  std::string unique = name;
  for (int i = 2; !taken.insert(fold(unique)).second; ++i)
    unique = cut(name, 23) + " (" + std::to_string(i) + ")";
  return unique;
}

std::string content_types(std::size_t sheets) {
  std::string out = std::string(kHead) +
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"rels\" ContentType=\"application/"
                    "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                    "ContentType=\"application/xml\"/>";
  constexpr std::string_view kKind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const auto add = [&](const std::string& part, std::string_view kind) {
    out +=
        fmt::format("<Override PartName=\"/xl/{}\" ContentType=\"{}{}+xml\"/>", part, kKind, kind);
  };
  add("workbook.xml", "sheet.main");
  add("styles.xml", "styles");
  for (std::size_t i = 1; i <= sheets; ++i)
    add(fmt::format("worksheets/sheet{}.xml", i), "worksheet");
  return out + "</Types>";
}

std::string relationship(std::string_view id, std::string_view kind, std::string_view target) {
  return fmt::format(
      "<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/{}\" Target=\"{}\"/>",
      id, kind, target);
}
std::string relationships(const std::string& inside) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
      "</Relationships>",
      kHead, inside);
}

}  // namespace

Result<std::string> xlsx_bytes(const std::vector<WorkbookSheet>& sheets, Date made) {
  if (sheets.empty())
    return failure({N_("there is nothing to put into a workbook"), {}});
  std::string names, links;
  std::set<std::string> taken;
  std::vector<PackagePart> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    SheetWriter writer(sheets[i]);
    if (writer.rows() > kMostRows || writer.columns() > kMostColumns)
      return failure({N_("more rows or columns than a sheet holds: save it as CSV"), {}});
    const std::string id = fmt::format("rId{}", i + 1);
    names += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"{}\"/>",
                         xml_escape(sheet_name(sheets[i].name, i + 1, taken)), i + 1, id);
    links += relationship(id, "worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
    parts.push_back({fmt::format("xl/worksheets/sheet{}.xml", i + 1), writer.xml(i == 0)});
  }
  links += relationship("rIdStyles", "styles", "styles.xml");
  const std::string book = fmt::format(
      "{}<workbook {} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships\"><bookViews><workbookView/></bookViews><sheets>{}</sheets></workbook>",
      kHead, kMain, names);
  std::vector<PackagePart> package{
      {"[Content_Types].xml", content_types(sheets.size())},
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", book},
      {"xl/_rels/workbook.xml.rels", relationships(links)},
      {"xl/styles.xml", styles()}};
  package.insert(package.end(), parts.begin(), parts.end());
  return zip_package(package, made);
}

}  // namespace malimap
