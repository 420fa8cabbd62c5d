// XLSX: ECMA-376 part 1 (SpreadsheetML), also with the prefixes and the shortcuts of programs
// other than Excel: cells without a reference, numbers like "2.5E7", texts inside the cells.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "geo/base/text.h"
#include "geo/projects/tables/workbook.h"
#include "geo/projects/tables/xlsx_styles.h"
#include "geo/projects/tables/xml_stream.h"

namespace malimap {
namespace {

constexpr std::size_t kMostSheets = 1000;

std::int64_t whole(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<double> real(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    return {};
  return value;
}

struct CellPlace {
  int column = -1;
  std::int64_t row = 0;
};

/// "AB12", "$AB$12".
CellPlace place_of(std::string_view reference) {
  CellPlace place;
  std::size_t i = 0;
  int column = 0;
  for (; i < reference.size() && (reference[i] < '0' || reference[i] > '9'); ++i)
    if (const char c = reference[i]; c >= 'A' && c <= 'Z' && column < 100'000)
      column = column * 26 + (c - 'A' + 1);
  place.column = column - 1;
  place.row = whole(reference.substr(i), 0);
  return place;
}

/// "_x000D_" is how the format writes a character that XML cannot hold.
void decode_escapes(std::string& text) {
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    unsigned code = 0;
    if (at + 7 > text.size() || text[at + 6] != '_' ||
        std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16).ptr !=
            text.data() + at + 6)
      continue;
    const bool control = code < 0x20 || code == 0x7f;
    if (control || code == '_')
      text.replace(at, 7, 1, control ? ' ' : '_');
  }
}

void append_bounded(std::string& text, std::string_view piece) {
  text.append(piece.substr(0, kMostCellBytes - std::min(text.size(), kMostCellBytes)));
}

class RelationHandler : public XmlHandler {
 public:
  std::map<std::string, std::string, std::less<>> targets;
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "Relationship")
      targets.emplace(attributes.get("Id"), attributes.get("Target"));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

class BookHandler : public XmlHandler {
 public:
  std::vector<SheetName> sheets;
  std::vector<std::string> relations;
  bool from_1904 = false;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr")
      from_1904 = attributes.get("date1904") == "1" || attributes.get("date1904") == "true";
    if (name != "sheet" || sheets.size() >= kMostSheets)
      return;
    const std::string_view state = attributes.get("state");
    sheets.push_back({std::string(attributes.get("name")), !state.empty() && state != "visible"});
    const std::string_view relation = attributes.exact("r:id");
    relations.emplace_back(relation.empty() ? attributes.get("id") : relation);
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

/// The texts that cells name by number.
class StringHandler : public XmlHandler {
 public:
  StringHandler(TextArena& arena, std::vector<std::string_view>& strings)
      : arena_(arena), strings_(strings) {}
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si")
      text_.clear();
    phonetic_ = phonetic_ || name == "rPh";
    inside_ = name == "t" && !phonetic_;
  }
  void end(std::string_view name) override {
    inside_ = false;
    if (name == "rPh")
      phonetic_ = false;
    if (name != "si")
      return;
    decode_escapes(text_);
    strings_.push_back(arena_.keep(text_));
  }
  void text(std::string_view piece) override {
    if (inside_)
      append_bounded(text_, piece);
  }

 private:
  TextArena& arena_;
  std::vector<std::string_view>& strings_;
  std::string text_;
  bool inside_ = false, phonetic_ = false;
};

struct BookFacts {
  std::vector<std::string_view> strings;
  std::vector<NumberFormat> formats;
  bool from_1904 = false;
};

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(SheetCells& cells, const BookFacts& facts, std::size_t most_rows)
      : cells_(cells), facts_(facts), most_rows_(most_rows) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "c")
      start_cell(attributes);
    else if (name == "v" || (name == "t" && !phonetic_))
      inside_ = in_cell_;
    else if (name == "row") {
      row_ = whole(attributes.get("r"), row_ + 1);
      column_ = -1;
      cells_.begin_row(row_);
    } else if (name == "mergeCell") {
      add_merge(attributes.get("ref"));
    } else if (name == "rPh") {
      phonetic_ = true;
    }
  }
  void end(std::string_view name) override {
    if (name == "c" && in_cell_) {
      add_cell();
      in_cell_ = false;
    }
    if (name == "rPh")
      phonetic_ = false;
    inside_ = false;
  }
  void text(std::string_view piece) override {
    if (inside_)
      append_bounded(text_, piece);
  }
  [[nodiscard]] bool enough() const override {
    return cells_.rows() > most_rows_ || cells_.too_many();
  }

 private:
  void start_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes.get("r");
    column_ = reference.empty() ? column_ + 1 : place_of(reference).column;
    style_ = static_cast<std::size_t>(whole(attributes.get("s"), 0));
    type_ = attributes.get("t");
    text_.clear();
    in_cell_ = column_ >= 0;
  }

  void add_cell() {
    if (text_.empty())
      return;
    const auto column = static_cast<std::size_t>(column_);
    if (type_ == "s") {
      const auto index = static_cast<std::size_t>(whole(text_, -1));
      if (index < facts_.strings.size())
        cells_.add(column, facts_.strings[index], CellKind::Text, true);
    } else if (type_ == "inlineStr" || type_ == "str") {
      decode_escapes(text_);
      cells_.add(column, text_, CellKind::Text);
    } else if (type_ == "b") {
      cells_.add(column, text_ == "1" || text_ == "true" ? "true" : "false", CellKind::Text);
    } else if (type_ == "e") {
      cells_.add(column, text_, CellKind::Error);
    } else if (type_ == "d") {
      add_iso_date(column);
    } else {
      add_number(column);
    }
  }

  void add_iso_date(std::size_t column) {
    if (const auto time = text_.find('T'); time != std::string::npos) {
      const bool midnight = text_.find_first_not_of("T0:.Z", time) == std::string::npos;
      midnight ? text_.erase(time) : text_.replace(time, 1, " ");
    }
    cells_.add(column, text_, CellKind::Text);
  }

  void add_number(std::size_t column) {
    const auto value = real(trim(text_));
    if (!value) {
      cells_.add(column, text_, CellKind::Text);
      return;
    }
    static const NumberFormat plain;
    const auto& format = style_ < facts_.formats.size() ? facts_.formats[style_] : plain;
    if (format.look == NumberLook::Date || format.look == NumberLook::Time) {
      const bool time = format.look == NumberLook::Time && *value < 1 && *value >= 0;
      const std::string date =
          time ? time_of_serial(*value) : date_of_serial(*value, facts_.from_1904);
      if (!date.empty()) {
        cells_.add(column, date, CellKind::Text);
        return;
      }
    }
    if (format.look == NumberLook::Percent) {
      cells_.add(column, plain_number(*value * 100) + "%", CellKind::Number);
      return;
    }
    const bool simple = text_.size() <= 15 &&
                        text_.find_first_not_of("0123456789.-") == std::string::npos &&
                        (text_.back() != '0' || text_.find('.') == std::string::npos);
    if (!simple)
      text_ = plain_number(*value);
    if (!format.currency.empty())
      text_.append(" ").append(format.currency);
    cells_.add(column, text_, CellKind::Number);
  }

  void add_merge(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos)
      return;
    const CellPlace first = place_of(reference.substr(0, colon));
    const CellPlace last = place_of(reference.substr(colon + 1));
    if (first.column >= 0 && last.column >= first.column && last.row >= first.row)
      cells_.merge(first.row, last.row, first.column, last.column);
  }

  SheetCells& cells_;
  const BookFacts& facts_;
  std::size_t most_rows_;
  std::string text_, type_;
  std::size_t style_ = 0;
  std::int64_t row_ = 0;
  int column_ = -1;
  bool in_cell_ = false, inside_ = false, phonetic_ = false;
};

class Xlsx : public Workbook {
 public:
  explicit Xlsx(ZipFile zip) : zip_(std::move(zip)) {}

  Status open() {
    const ZipEntry* book = zip_.find("xl/workbook.xml");
    BookHandler handler;
    if (auto parsed = parse_xml(zip_, *book, handler); !parsed)
      return parsed;
    RelationHandler relations;
    if (const ZipEntry* entry = zip_.find("xl/_rels/workbook.xml.rels"))
      if (auto parsed = parse_xml(zip_, *entry, relations); !parsed)
        return parsed;
    facts_.from_1904 = handler.from_1904;
    for (std::size_t i = 0; i < handler.sheets.size(); ++i) {
      const auto target = relations.targets.find(handler.relations[i]);
      if (target == relations.targets.end() ||
          target->second.find("worksheets") == std::string::npos)
        continue;  // a sheet of its own for a chart
      sheets_.push_back(handler.sheets[i]);
      paths_.push_back(target->second.starts_with('/') ? target->second.substr(1)
                                                       : "xl/" + target->second);
    }
    if (sheets_.empty())
      return failure({N_("the workbook holds no sheets"), {}}, {zip_.path(), {}, {}, {}});
    return read_facts();
  }

  [[nodiscard]] const std::vector<SheetName>& sheets() const override { return sheets_; }

  [[nodiscard]] Result<SheetCells> read(std::size_t sheet, std::size_t most_rows,
                                        Progress* progress) override {
    const ZipEntry* entry = zip_.find(paths_[sheet]);
    if (entry == nullptr)
      return failure({N_("the file breaks off or is damaged"), {}},
                     {zip_.path(), sheets_[sheet].name, {}, {}});
    SheetCells cells(arena_);
    SheetHandler handler(cells, facts_, most_rows);
    if (auto parsed = parse_xml(zip_, *entry, handler, progress); !parsed)
      return tl::make_unexpected(parsed.error());
    return cells;
  }

 private:
  Status read_facts() {
    if (const ZipEntry* entry = zip_.find("xl/sharedStrings.xml")) {
      StringHandler handler(*arena_, facts_.strings);
      if (auto parsed = parse_xml(zip_, *entry, handler); !parsed)
        return parsed;
    }
    if (const ZipEntry* entry = zip_.find("xl/styles.xml")) {
      auto formats = read_styles(zip_, *entry);
      if (!formats)
        return tl::make_unexpected(formats.error());
      facts_.formats = std::move(*formats);
    }
    return {};
  }

  ZipFile zip_;
  std::shared_ptr<TextArena> arena_ = std::make_shared<TextArena>();
  BookFacts facts_;
  std::vector<SheetName> sheets_;
  std::vector<std::string> paths_;
};

}  // namespace

Result<std::unique_ptr<Workbook>> open_xlsx(ZipFile zip) {
  auto book = std::make_unique<Xlsx>(std::move(zip));
  if (auto opened = book->open(); !opened)
    return tl::make_unexpected(opened.error());
  return std::unique_ptr<Workbook>(std::move(book));
}

}  // namespace malimap
