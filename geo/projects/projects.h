#pragma once
// A project list as columns. One entry is one row of a list, which may stand for several projects
// (count) and lie in several places.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/column.h"
#include "geo/base/date.h"
#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/amount_column.h"
#include "geo/projects/locations.h"
#include "geo/projects/row_numbers.h"

namespace malimap {

using ProjectIndex = std::int32_t;

/// A named place that locations refer to: a unit of the boundaries, or a reporting zone of the
/// crosswalk.
struct PlaceName {
  std::string code;  // P-code of the unit, or the zone's id ("zone:gao-menaka")
  std::string name;  // to show
  Level level = Level::Region;
  std::vector<std::string> pcodes;  // the units that it covers, P-codes of the boundaries in use;
                                    // one for a unit, several for a zone
};

struct Projects {
  std::string source;        // file name, or what the embedded list is called
  std::string as_of;         // date of the data, ISO, may be empty
  bool has_budgets = false;  // whether the list has a budget column at all

  TextColumn id, title, place_text;  // place_text as typed
  TextColumn notes;                  // descriptions and remarks; empty: the list has none
  RowNumbers row;                    // row of the source, from 1
  DictionaryColumn fund,
      status;  // status: "completed", "ongoing", "approved", "planned" or as typed
  MultiDictionaryColumn sector, donor, partner;
  std::vector<double> sector_share;  // beside sector.codes, 0 to 1; empty: the list gives none
  IntColumn count;                   // projects that the row stands for, at least 1
  Column<Cents> budget;  // in US dollars; missing where the amount is in a currency without a rate
  AmountColumn amount;   // as given, in hundredths of its currency: amount_of()
  DictionaryColumn currency;  // of `amount`: ISO 4217, or as typed where it is not known
  // Rows that are places or actions of one project have the same number here, from 0 without gaps;
  // empty: each row is a project of its own.
  std::vector<std::int32_t> project_of_row;
  Column<Date> start, end;
  std::vector<Scope> scope;
  RowOffsets location_offsets;  // row r owns locations[offsets[r]] to locations[offsets[r + 1]]
  Locations locations;
  std::vector<PlaceName> places;

  [[nodiscard]] std::size_t size() const { return id.size(); }
  [[nodiscard]] std::string_view notes_of(std::size_t project) const {
    return notes.empty() ? std::string_view{} : notes[project];
  }
  /// Each one a value. The list must outlive them.
  [[nodiscard]] ValueRange<Locations> locations_of(std::size_t project) const {
    return {locations, location_offsets[project], location_offsets.count(project)};
  }

  /// What the next row's project costs, in US dollars and as given.
  void push_money(const std::optional<Cents>& in_dollars, const std::optional<Cents>& as_given) {
    budget.push(in_dollars);
    amount.push(as_given, budget);
  }
  /// As given; nothing where the list has no such column.
  [[nodiscard]] std::optional<Cents> amount_of(std::size_t project) const {
    return project < amount.size() ? amount.at(project, budget) : std::nullopt;
  }
  void set_amount(std::size_t project, const std::optional<Cents>& as_given) {
    amount.set(project, as_given, budget);
  }
  /// The amount as given stays.
  void set_budget(std::size_t project, const std::optional<Cents>& in_dollars);

  /// No more rows are expected: gives back what was kept free for them.
  void shrink_to_fit();
};

/// Amounts of one currency by where their rows went, in hundredths.
struct ReadAmounts {
  Cents read, used, national, outside, unlocated, skipped;
};

/// How many rows went where; rows used + national + outside + unlocated + skipped = read, and the
/// same holds for the amounts of every currency.
struct ReadCounts {
  std::int64_t read = 0, used = 0, national = 0, outside = 0, unlocated = 0, skipped = 0;
  std::map<std::string, ReadAmounts> amounts;  // by currency, as in Projects::currency

  ReadCounts& operator+=(const ReadCounts& other);
};

}  // namespace malimap
