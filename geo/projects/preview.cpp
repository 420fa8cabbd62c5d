#include "geo/projects/preview.h"

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/projects/notations_of_list.h"
#include "geo/projects/places.h"
#include "geo/projects/reporter.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

constexpr const char* kNotUnderstood = "—";

std::string or_not_understood(std::string text) {
  return text.empty() ? kNotUnderstood : text;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts)
    all += (all.empty() ? "" : "; ") + part;
  return all;
}

/// Reads single cells in the way the reader of lists does.
class CellReader {
 public:
  CellReader(const Table& table, const ColumnMap& columns, const PlaceIndex& index,
             const ReadOptions& options, Language language)
      : table_(table),
        columns_(columns),
        options_(options),
        language_(language),
        reporter_(table, unseen_),
        notations_(notations_of_list(table, columns, options.default_currency, reporter_)),
        matcher_(index, columns, places_, reporter_) {}

  std::string read(Role role, std::string_view cell, std::size_t row) {
    switch (role) {
      case Role::Id:
      case Role::Title:
      case Role::Notes:
      case Role::Currency:
        return std::string(cell);
      case Role::Fund:
        return normalised_fund(cell);
      case Role::Status:
        return Translator(language_)(normalised_status(cell).c_str());
      case Role::Sector:
      case Role::SectorCode:
        return sectors(cell);
      case Role::Donor:
      case Role::Partner:
        return names(cell);
      case Role::Budget:
        return amount(cell, row);
      case Role::Start:
        return day(parse_date(cell, DateRole::Start, notations_.start));
      case Role::End:
        return day(parse_date(cell, DateRole::End, notations_.end));
      case Role::Period:
        return period(cell);
      case Role::Lon:
      case Role::Lat:
      case Role::Count:
      case Role::Share:
        return number(cell);
      default:
        return place(role, cell);
    }
  }

 private:
  std::string sectors(std::string_view cell) const {
    std::vector<std::string> parts;
    for (const auto& [name, share] : sectors_in(cell))
      parts.push_back(sector_label(name, language_) +
                      (share ? " (" + format_percent(*share, 0, language_) + ")" : ""));
    return or_not_understood(listed(parts));
  }

  static std::string names(std::string_view cell) {
    std::vector<std::string> parts;
    for (const auto& part : split_list(cell))
      parts.push_back(part.name);
    return or_not_understood(listed(parts));
  }

  /// With the currency of the cell, else that of the currency column, the header, the user.
  std::string amount(std::string_view cell, std::size_t row) const {
    const auto money = parse_money(cell, notations_.amounts);
    if (!money)
      return kNotUnderstood;
    std::string currency = money->currency;
    if (const auto typed = table_.text(row, columns_.at(Role::Currency));
        currency.empty() && !typed.empty()) {
      currency = currency_in(typed);
      if (currency.empty())
        currency = typed;
    }
    for (const auto& other : {notations_.header_currency, options_.default_currency,
                              notations_.column_currency, std::string("USD")})
      if (currency.empty())
        currency = other;
    std::string text = format_money(money->amount, language_);
    if (text.ends_with("USD"))
      text.replace(text.size() - 3, 3, currency);
    return text;
  }

  std::string day(const TypedDate& typed) const {
    return typed.date ? format_date(*typed.date, language_) : kNotUnderstood;
  }

  std::string period(std::string_view cell) const {
    const Period period = parse_period(cell, notations_.period);
    if (!period.start.date && !period.end.date)
      return kNotUnderstood;
    return (period.start.date ? day(period.start) : "…") + " – " +
           (period.end.date ? day(period.end) : "…");
  }

  static std::string number(std::string_view cell) {
    std::string_view plain = trim(cell);
    if (plain.ends_with('%'))
      plain = trim(plain.substr(0, plain.size() - 1));
    return decimal_number(plain) ? std::string(trim(cell)) : kNotUnderstood;
  }

  /// Where the cell alone would place a row.
  std::string place(Role role, std::string_view cell) {
    PlaceCells cells;
    switch (role) {
      case Role::Country:
        cells.country = cell;
        break;
      case Role::Region:
        cells.region = cell;
        break;
      case Role::RegionCode:
        cells.region_code = cell;
        break;
      case Role::Cercle:
        cells.cercle = cell;
        break;
      case Role::CercleCode:
        cells.cercle_code = cell;
        break;
      case Role::Commune:
        cells.commune = cell;
        break;
      case Role::CommuneCode:
        cells.commune_code = cell;
        break;
      case Role::PlaceCode:
        cells.place_code = cell;
        break;
      case Role::LonLat:
        cells.lonlat = cell;
        break;
      default:
        cells.place = {cell};
        break;
    }
    return shown(matcher_.place(cells), cell, role == Role::Country);
  }

  std::string shown(const Placed& placed, std::string_view cell, bool country) const {
    std::vector<std::string> parts;
    for (const auto& location : placed.locations) {
      if (location.place >= 0) {
        const PlaceName& name = places_[static_cast<std::size_t>(location.place)];
        parts.push_back(name.code.starts_with("zone:") ? name.name
                                                       : name.name + " (" + name.code + ")");
      } else if (location.point) {
        parts.push_back(format_decimal(location.point->lat, 4, language_) + "; " +
                        format_decimal(location.point->lon, 4, language_));
      }
    }
    if (!parts.empty())
      return listed(parts);
    const Translator tr(language_);
    if (placed.scope == Scope::Outside)
      return tr("outside the country");
    if (placed.scope == Scope::National)
      return tr("the whole country");
    return country ? std::string(cell) : kNotUnderstood;
  }

  const Table& table_;
  const ColumnMap& columns_;
  const ReadOptions& options_;
  Language language_;
  Problems unseen_;  // a preview reports nothing: reading will
  Reporter reporter_;
  NotationsOfList notations_;
  std::vector<PlaceName> places_;
  PlaceMatcher matcher_;
};

/// The first rows in which half of what the fullest of them holds is filled.
std::vector<std::size_t> telling_rows(const Table& table) {
  const std::size_t looked_at = std::min<std::size_t>(table.size(), 50);
  const auto filled = [&](std::size_t row) {
    const auto cells = table.row(row);
    return std::count_if(cells.begin(), cells.end(), [](auto cell) { return !cell.empty(); });
  };
  std::ptrdiff_t most = 0;
  for (std::size_t row = 0; row < looked_at; ++row)
    most = std::max(most, filled(row));
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < looked_at && rows.size() < kPreviewRows; ++row)
    if (filled(row) * 2 >= most)
      rows.push_back(row);
  return rows;
}

Evidence evidence_of(const PreviewColumn& column, const Mapping& said, const Mapping& mapping) {
  if (!column.chosen)
    return Evidence::None;
  if (said.count(*column.chosen) > 0)
    return Evidence::User;
  if (mapping.count(*column.chosen) > 0)
    return Evidence::Remembered;
  return column.proposal.evidence;
}

}  // namespace

Result<ListPreview> preview_table(Snapshot<Table> table, const Boundaries& boundaries,
                                  const ReadOptions& options, Language language,
                                  const Workspace* memory) {
  ListPreview preview;
  preview.sheet = table->sheet;
  preview.header_row = table->header_row;
  preview.rows = static_cast<std::int64_t>(table->size());
  preview.signature = header_signature(*table);
  ReadOptions all = options;
  if (memory != nullptr)
    apply(*memory, all, preview.signature);
  Problems unseen;
  PlaceIndex index(boundaries, all, unseen);
  const auto proposals = propose_columns(*table, index.home_names());
  const auto columns = choose_columns(*table, proposals, all.mapping);
  if (!columns)
    return tl::make_unexpected(columns.error());
  index.survey(*table, *columns, unseen);
  CellReader reader(*table, *columns, index, all, language);

  const auto rows = telling_rows(*table);
  for (const std::size_t row : rows)
    preview.sampled_rows.push_back(table->number(row));
  for (std::size_t i = 0; i < table->columns.size(); ++i) {
    PreviewColumn column;
    column.header = table->columns[i];
    column.hxl = i < table->hxl.size() ? table->hxl[i] : "";
    column.proposal = proposals[i];
    for (std::size_t role = 0; role < kRoleCount; ++role)
      if (const auto& chosen = columns->columns[role];
          std::find(chosen.begin(), chosen.end(), static_cast<int>(i)) != chosen.end())
        column.chosen = static_cast<Role>(role);
    column.evidence = evidence_of(column, options.mapping, all.mapping);
    for (const std::size_t row : rows) {
      const std::string_view cell = table->cell(row, i);
      column.samples.emplace_back(cell);
      column.read.push_back(column.chosen && !cell.empty() ? reader.read(*column.chosen, cell, row)
                                                           : "");
    }
    preview.columns.push_back(std::move(column));
  }
  preview.table = std::move(table);
  return preview;
}

Result<ListPreview> preview_list(const std::string& path, const Boundaries& boundaries,
                                 const ReadOptions& options, Language language, Problems& problems,
                                 const Workspace* memory) {
  auto sheets = list_sheets(path);
  if (!sheets)
    return tl::make_unexpected(sheets.error());
  auto table = read_table(path, options.sheet, problems);
  if (!table)
    return tl::make_unexpected(table.error());
  auto preview = preview_table(snapshot(std::move(*table)), boundaries, options, language, memory);
  if (preview)
    preview->sheets = std::move(*sheets);
  return preview;
}

}  // namespace malimap
