// ODS: OASIS OpenDocument 1.2 part 1, chapter 9 (tables) and 19 (attributes). The whole workbook is
// one stream; rows and cells that repeat are written once with a count.
#include <algorithm>
#include <charconv>
#include <set>

#include "geo/base/text.h"
#include "geo/projects/tables/workbook.h"
#include "geo/projects/tables/xml_stream.h"

namespace malimap {
namespace {

constexpr std::int64_t kMostRows = 1 << 24;
constexpr std::int64_t kMostColumns = 16'384;

std::int64_t count(std::string_view text, std::int64_t most) {
  std::int64_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp<std::int64_t>(value, 1, most);
}

std::string plain(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? plain_number(value)
                                                                  : std::string(text);
}

std::string percent(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return plain_number(value * 100) + "%";
}

/// "2024-03-12T00:00:00" -> "2024-03-12".
std::string date(std::string_view text) {
  std::string date(text);
  if (const auto time = date.find('T'); time != std::string::npos) {
    const bool midnight = date.find_first_not_of("T0:.Z", time) == std::string::npos;
    midnight ? date.erase(time) : date.replace(time, 1, " ");
  }
  return date;
}

/// Inside these stand texts and tables that are not cells of the sheet.
bool is_aside(std::string_view name) {
  return name == "annotation" || name == "tracked-changes" || name == "shapes" || name == "forms" ||
         name == "named-expressions" || name == "dde-links";
}

class OdsHandler : public XmlHandler {
 public:
  /// Reads the sheet of this index into `cells`; with no cells only the sheets' names.
  OdsHandler(SheetCells* cells, std::size_t sheet, std::size_t most_rows)
      : cells_(cells), wanted_(sheet), most_rows_(most_rows) {}
  std::vector<SheetName> sheets;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (aside_ > 0 || is_aside(name)) {
      ++aside_;
      return;
    }
    if (name == "style")
      style_ = attributes.get("name");
    else if (name == "table-properties" && attributes.get("display") == "false")
      hidden_styles_.insert(style_);
    else if (name == "table" && tables_++ == 0)
      start_sheet(attributes);
    else if (reading() && name == "table-row")
      start_row(attributes);
    else if (reading() && (name == "table-cell" || name == "covered-table-cell"))
      start_cell(name == "covered-table-cell", attributes);
    else if (in_cell_)
      start_text(name, attributes);
  }

  void end(std::string_view name) override {
    if (aside_ > 0) {
      --aside_;
      return;
    }
    if (name == "table")
      --tables_;
    else if (in_cell_ && (name == "table-cell" || name == "covered-table-cell"))
      end_cell();
    else if (reading() && name == "table-row")
      end_row();
    else if (name == "p")
      in_paragraph_ = false;
  }

  void text(std::string_view piece) override {
    if (in_cell_ && in_paragraph_ && aside_ == 0)
      text_.append(piece.substr(0, kMostCellBytes - std::min(text_.size(), kMostCellBytes)));
  }

  [[nodiscard]] bool enough() const override {
    return cells_ != nullptr &&
           (cells_->rows() > most_rows_ || cells_->too_many() || sheets.size() > wanted_ + 1);
  }

 private:
  struct RowCell {
    std::size_t column, repeat;
    std::string text;
    CellKind kind;
  };

  [[nodiscard]] bool reading() const {
    return cells_ != nullptr && tables_ == 1 && sheets.size() == wanted_ + 1;
  }

  void start_sheet(const XmlAttributes& attributes) {
    const bool hidden = hidden_styles_.count(std::string(attributes.get("style-name"))) > 0;
    sheets.push_back({std::string(attributes.get("name")), hidden});
    row_ = 1;
  }

  void start_row(const XmlAttributes& attributes) {
    row_repeat_ = count(attributes.get("number-rows-repeated"), kMostRows);
    column_ = 0;
    row_cells_.clear();
  }

  void start_cell(bool covered, const XmlAttributes& attributes) {
    in_cell_ = true;
    covered_ = covered;
    in_paragraph_ = false;
    text_.clear();
    repeat_ = count(attributes.get("number-columns-repeated"), kMostColumns);
    // LibreOffice marks errors with a type of its own beside the standard one.
    type_ = attributes.exact("calcext:value-type") == "error"
                ? "error"
                : attributes.exact("office:value-type");
    value_ = attributes.get("value");
    date_ = attributes.get("date-value");
    currency_ = attributes.get("currency");
    boolean_ = attributes.get("boolean-value");
    const auto rows = count(attributes.get("number-rows-spanned"), kMostRows);
    const auto columns = count(attributes.get("number-columns-spanned"), kMostColumns);
    if (rows > 1 || columns > 1)
      cells_->merge(row_, row_ + rows - 1, static_cast<int>(column_),
                    static_cast<int>(column_ + columns - 1));
  }

  void start_text(std::string_view name, const XmlAttributes& attributes) {
    if (name == "p") {
      if (!text_.empty())
        text_ += '\n';
      in_paragraph_ = true;
    } else if (name == "s") {
      text_.append(static_cast<std::size_t>(count(attributes.get("c"), 100)), ' ');
    } else if (name == "tab" || name == "line-break") {
      text_ += name == "tab" ? ' ' : '\n';
    }
  }

  void end_cell() {
    in_cell_ = false;
    CellKind kind = CellKind::Text;
    if (type_ == "float" || type_ == "currency") {
      kind = CellKind::Number;
      text_ = plain(value_);
      if (!currency_.empty())
        text_ += " " + currency_;
    } else if (type_ == "percentage") {
      kind = CellKind::Number;
      text_ = percent(value_);
    } else if (type_ == "date" && !date_.empty()) {
      text_ = date(date_);
    } else if (type_ == "boolean" && !boolean_.empty()) {
      text_ = boolean_;
    } else if (type_ == "error") {
      kind = CellKind::Error;
    }
    if (!covered_ && !trim(text_).empty() && column_ < kMostColumns)
      row_cells_.push_back({static_cast<std::size_t>(column_), static_cast<std::size_t>(repeat_),
                            std::move(text_), kind});
    column_ += repeat_;
    text_.clear();
  }

  void end_row() {
    const std::int64_t rows = row_cells_.empty() ? 0 : row_repeat_;
    for (std::int64_t i = 0; i < rows && !enough(); ++i) {
      cells_->begin_row(row_ + i);
      for (const RowCell& cell : row_cells_)
        for (std::size_t c = 0; c < cell.repeat; ++c)
          cells_->add(cell.column + c, cell.text, cell.kind);
    }
    row_ += row_repeat_;
  }

  SheetCells* cells_;
  std::size_t wanted_, most_rows_;
  std::set<std::string, std::less<>> hidden_styles_;
  std::vector<RowCell> row_cells_;
  std::string style_, text_, type_, value_, date_, currency_, boolean_;
  std::int64_t row_ = 1, row_repeat_ = 1, column_ = 0, repeat_ = 1;
  int tables_ = 0, aside_ = 0;
  bool in_cell_ = false, in_paragraph_ = false, covered_ = false;
};

class Ods : public Workbook {
 public:
  explicit Ods(ZipFile zip) : zip_(std::move(zip)) {}

  Status open() {
    OdsHandler handler(nullptr, 0, 0);
    if (auto parsed = parse_xml(zip_, *zip_.find("content.xml"), handler); !parsed)
      return parsed;
    sheets_ = std::move(handler.sheets);
    if (sheets_.empty())
      return failure({N_("the workbook holds no sheets"), {}}, {zip_.path(), {}, {}, {}});
    return {};
  }

  [[nodiscard]] const std::vector<SheetName>& sheets() const override { return sheets_; }

  [[nodiscard]] Result<SheetCells> read(std::size_t sheet, std::size_t most_rows,
                                        Progress* progress) override {
    SheetCells cells(std::make_shared<TextArena>());
    OdsHandler handler(&cells, sheet, most_rows);
    if (auto parsed = parse_xml(zip_, *zip_.find("content.xml"), handler, progress); !parsed)
      return tl::make_unexpected(parsed.error());
    return cells;
  }

 private:
  ZipFile zip_;
  std::vector<SheetName> sheets_;
};

}  // namespace

Result<std::unique_ptr<Workbook>> open_ods(ZipFile zip) {
  auto book = std::make_unique<Ods>(std::move(zip));
  if (auto opened = book->open(); !opened)
    return tl::make_unexpected(opened.error());
  return std::unique_ptr<Workbook>(std::move(book));
}

}  // namespace malimap
