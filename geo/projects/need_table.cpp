// Reads a table of need: rows for all people alone, each joined to its unit, of one date.

#include "geo/projects/need_table.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "geo/base/text.h"
#include "geo/projects/need_columns.h"
#include "geo/projects/need_units.h"
#include "geo/projects/places.h"
#include "geo/projects/sectors.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

/// A row that counts, at one of its places.
struct Record {
  NeedPlace at;
  std::string sector, date;
  double value = 0;
  std::int64_t row = 0;
};
using Key = std::tuple<Level, std::string, std::string>;  // level, code, sector
Key key_of(const Record& record) {
  return {record.at.place.level, record.at.place.code, record.sector};
}

std::string listed(const std::set<std::string>& names) {
  constexpr std::size_t kMost = 12;
  std::string list;
  std::size_t told = 0;
  for (const auto& name : names) {
    if (told++ == kMost)
      return list + ", … (" + std::to_string(names.size()) + ")";
    list += (list.empty() ? "" : ", ") + name;
  }
  return list;
}

class NeedReader {
 public:
  NeedReader(const Table& table, const NeedColumns& columns, const PlaceIndex& index,
             Problems& problems)
      : table_(table),
        columns_(columns),
        reporter_(table, problems),
        units_(table, columns, index, reporter_) {}

  std::vector<NeedEntry> read() {
    const auto rows = rows_for_all();
    units_.survey(rows);
    for (const std::size_t row : rows)
      read_row(row);
    report_left_out();
    drop_lone_cercles();
    keep_newest();
    drop_parts_of_rows();
    return added_up();
  }

 private:
  /// The rows that are not one group of people only.
  std::vector<std::size_t> rows_for_all() {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table_.size(); ++row)
      if (std::all_of(columns_.crossed.begin(), columns_.crossed.end(),
                      [&](int column) { return stands_for_all(table_.text(row, column)); }))
        rows.push_back(row);
    if (const auto parts = table_.size() - rows.size(); parts > 0)
      reporter_.report_list({"need-of-groups",
                             Severity::Note,
                             N_("rows about one group of people (gender, age, status), which are "
                                "parts of other rows and were not added: {0}"),
                             {std::to_string(parts)}});
    return rows;
  }

  void read_row(std::size_t row) {
    reporter_.row(table_.number(row));
    const auto cell = table_.text(row, columns_.value);
    if (cell.empty()) {
      ++empty_;
      return;
    }
    const bool plain = table_.numeric.size() > static_cast<std::size_t>(columns_.value) &&
                       table_.numeric[static_cast<std::size_t>(columns_.value)];
    const auto number = parse_amount(cell, plain ? DecimalSign::Point : sign());
    if (!number || number->value < 0) {
      reporter_.report({"need-unreadable",
                        Severity::Lost,
                        N_("this is no number of people or things in need"),
                        {},
                        cell},
                       columns_.value);
      return;
    }
    const auto places = units_.places_of(row);
    if (places.empty()) {
      left_out(row);
      return;
    }
    const std::string sector =
        columns_.sector < 0 ? std::string{} : need_sector_in(table_.text(row, columns_.sector));
    if (!sector.empty() && !is_known_sector(sector) && unknown_.insert(sector).second)
      reporter_.report({"need-unknown-sector",
                        Severity::Doubtful,
                        N_("this sector is not known; it stands under its own name and joins only "
                           "projects that write it the same way"),
                        {},
                        table_.text(row, columns_.sector)},
                       columns_.sector);
    for (const NeedPlace& place : places)
      records_.push_back({place, sector, std::string(table_.text(row, columns_.date)),
                          number->dollars(), table_.number(row)});
  }

  [[nodiscard]] DecimalSign sign() {
    if (!sign_) {
      DecimalSurvey survey;
      for (std::size_t row = 0; row < table_.size(); ++row)
        survey.add(table_.text(row, columns_.value));
      sign_ = survey.sign();
    }
    return *sign_;
  }

  void left_out(std::size_t row) {
    if (units_.why_not(row) == NoNeedPlace::Country)
      ++country_;
    else
      lost_.insert(units_.name_of(row));
  }

  void report_left_out() {
    if (country_ > 0)
      reporter_.report_list(
          {"need-totals",
           Severity::Note,
           N_("rows that name no unit, totals of the country, which were not added: {0}"),
           {std::to_string(country_)}});
    if (empty_ > 0)
      reporter_.report_list(
          {"need-empty",
           Severity::Note,
           N_("rows with nothing in this column, where the need is not known: {0}"),
           {std::to_string(empty_)}},
          columns_.value);
    if (!lost_.empty())
      reporter_.report_list({"need-not-joined",
                             Severity::Lost,
                             N_("not on these boundaries, and so not counted: {0}"),
                             {listed(lost_)}});
  }

  /// A region that is one cercle of these boundaries tells of that cercle where the file has the
  /// sector by cercle; where it has it by region alone, one cercle of all is no comparison.
  void drop_lone_cercles() {
    std::set<std::pair<Level, std::string>> told;
    for (const Record& record : records_)
      if (!record.at.of_coarser)
        told.emplace(record.at.place.level, record.sector);
    std::erase_if(records_, [&](const Record& record) {
      return record.at.of_coarser && told.count({record.at.place.level, record.sector}) == 0;
    });
  }

  /// Where the file has a row for a unit as a whole, rows about places in it are its parts.
  void drop_parts_of_rows() {
    std::set<Key> whole;
    for (const Record& record : records_)
      if (!record.at.of_finer)
        whole.insert(key_of(record));
    std::erase_if(records_, [&](const Record& record) {
      return record.at.of_finer && whole.count(key_of(record)) > 0;
    });
  }

  /// Analyses of several dates are never added: where a unit stands in several, the newest counts.
  void keep_newest() {
    std::map<Key, std::string> seen;
    std::string newest;
    std::set<std::string> dates;
    bool repeated = false;
    for (const Record& record : records_) {
      newest = std::max(newest, comparable(record.date));
      dates.insert(record.date);
      const auto [found, is_new] = seen.emplace(key_of(record), record.date);
      repeated = repeated || (!is_new && found->second != record.date);
    }
    if (!repeated)
      return;
    const auto before = records_.size();
    std::erase_if(records_,
                  [&](const Record& record) { return comparable(record.date) != newest; });
    reporter_.report_list({"need-of-several-dates",
                           Severity::Doubtful,
                           N_("the file holds {0} analyses of different dates, which are never "
                              "added: only the newest "
                              "counts, {1} ({2} of {3} rows)"),
                           {std::to_string(dates.size()), newest, std::to_string(records_.size()),
                            std::to_string(before)}},
                          columns_.date);
  }
  static std::string comparable(const std::string& date) {
    const auto typed = parse_date(date);
    return typed.date ? iso(*typed.date) : date;
  }

  std::vector<NeedEntry> added_up() {
    struct Sum {
      NeedEntry entry;
      std::string name;
      std::int64_t rows = 0;
      bool core = false, parts = false;
    };
    std::map<Key, Sum> sums;
    std::vector<Key> order;
    std::set<std::string> vague;  // P-codes
    std::set<std::string> vague_names, partial, repeated;
    for (const Record& record : records_) {
      const NeedPlace& at = record.at;
      if (at.vague) {
        vague.insert(at.place.pcodes.begin(), at.place.pcodes.end());
        vague_names.insert(at.place.name);
        continue;
      }
      Sum& sum = sums[key_of(record)];
      if (sum.rows++ == 0) {
        order.push_back(key_of(record));
        sum.name = at.place.name;
        sum.entry = {at.place.code, at.place.level, at.place.pcodes, record.sector, 0, record.row};
      }
      sum.entry.value += record.value;
      if (!at.part && sum.core && !sum.parts)
        repeated.insert(at.place.name);
      sum.core = sum.core || at.core;
      sum.parts = sum.parts || at.part;
    }
    std::vector<NeedEntry> entries;
    for (const Key& key : order) {
      const Sum& sum = sums.at(key);
      const bool cut = std::any_of(sum.entry.pcodes.begin(), sum.entry.pcodes.end(),
                                   [&](const auto& code) { return vague.count(code) > 0; });
      if (cut || !sum.core)
        partial.insert(sum.name);
      else
        entries.push_back(sum.entry);
    }
    report_sums(vague_names, partial, repeated);
    return entries;
  }

  void report_sums(const std::set<std::string>& vague, const std::set<std::string>& partial,
                   const std::set<std::string>& repeated) {
    if (!vague.empty())
      reporter_.report_list({"need-across-units",
                             Severity::Lost,
                             N_("lies in several units of these boundaries, in parts that are not "
                                "known, and so could not be joined: {0}"),
                             {listed(vague)}});
    if (!partial.empty())
      reporter_.report_list({"need-of-parts",
                             Severity::Lost,
                             N_("only parts of these units are in the file, so that their need is "
                                "not known: {0}"),
                             {listed(partial)}});
    if (!repeated.empty())
      reporter_.report_list({"need-repeated",
                             Severity::Doubtful,
                             N_("several rows are about the same unit and sector; they were added: "
                                "{0}"),
                             {listed(repeated)}});
  }

  const Table& table_;
  const NeedColumns& columns_;
  Reporter reporter_;
  NeedUnits units_;
  std::vector<Record> records_;
  std::set<std::string> lost_, unknown_;
  std::int64_t country_ = 0, empty_ = 0;
  std::optional<DecimalSign> sign_;
};

}  // namespace

Result<NeedTable> read_need(const std::string& path, const std::string& column,
                            const Boundaries& boundaries, const ReadOptions& all_lists,
                            Problems& problems) {
  const ReadOptions options = for_list(all_lists, path);
  const auto table = read_table(path, {}, problems);
  if (!table)
    return tl::make_unexpected(table.error());
  PlaceIndex index(boundaries, options, problems);
  const auto columns = columns_of_need(*table, index.home_names(), options.mapping, column);
  if (!columns)
    return tl::make_unexpected(columns.error());
  index.survey(*table, columns->places, problems);
  NeedTable need;
  need.path = path;
  need.source = std::filesystem::path(path).filename().string();
  need.sheet = table->sheet;
  need.column = table->columns[static_cast<std::size_t>(columns->value)];
  for (const int number : columns->numbers)
    need.columns.push_back(table->columns[static_cast<std::size_t>(number)]);
  need.entries = NeedReader(*table, *columns, index, problems).read();
  if (need.entries.empty())
    return failure(
        {N_("no row could be joined to the boundaries"), {}}, {table->file, table->sheet, {}, {}},
        {N_("it needs a column of names or P-codes of regions, cercles or communes"), {}});
  for (const NeedEntry& entry : need.entries)
    if (!entry.sector.empty() &&
        std::find(need.sectors.begin(), need.sectors.end(), entry.sector) == need.sectors.end())
      need.sectors.push_back(entry.sector);
  return need;
}

}  // namespace malimap
