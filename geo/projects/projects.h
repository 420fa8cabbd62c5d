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

namespace malimap {

using ProjectIndex = std::int32_t;

/// Where a project stands in relation to the country's units (DESIGN: every one is counted, none is
/// dropped).
enum class Scope : std::uint8_t {
  Located,    // has at least one location
  National,   // the whole country, by its source
  Outside,    // its place is known and lies elsewhere
  Unlocated,  // no place, or one that was not understood
};

/// A named place that locations refer to: a unit of the boundaries, or a reporting zone of the
/// crosswalk.
struct PlaceName {
  std::string code;  // P-code of the unit, or the zone's id ("zone:gao-menaka")
  std::string name;  // to show
  Level level = Level::Region;
  std::vector<std::string> pcodes;  // the units that it covers, P-codes of the boundaries in use;
                                    // one for a unit, several for a zone
};

struct Location {
  /// Located: in the country, by point or place. Else this part of the project lies abroad
  /// (Outside), counts for the whole country (National), or could not be placed (Unlocated).
  Scope scope = Scope::Located;
  std::optional<LonLat> point;
  std::int32_t place =
      -1;  // index into Projects::places: the finest named unit; -1: known by its point alone
  double share = 1;        // of the project's budget; the shares of one project add up to 1
  bool contested = false;  // the point lies far from the unit that the row names
};

struct Projects {
  std::string source;        // file name, or what the embedded list is called
  std::string as_of;         // date of the data, ISO, may be empty
  bool has_budgets = false;  // whether the list has a budget column at all

  TextColumn id, title, place_text;  // place_text as typed
  TextColumn notes;                  // descriptions and remarks; empty: the list has none
  std::vector<std::int64_t> row;     // row of the source, from 1
  DictionaryColumn fund,
      status;  // status: "completed", "ongoing", "approved", "planned" or as typed
  MultiDictionaryColumn sector, donor, partner;
  std::vector<double> sector_share;  // beside sector.codes, 0 to 1; empty: the list gives none
  std::vector<std::int32_t> count;   // projects that the row stands for, at least 1
  Column<Cents> budget;  // in US dollars; missing where the amount is in a currency without a rate
  Column<Cents> amount;  // as given, in hundredths of its currency
  DictionaryColumn currency;  // of `amount`: ISO 4217, or as typed where it is not known
  // Rows that are places or actions of one project have the same number here, from 0 without gaps;
  // empty: each row is a project of its own.
  std::vector<std::int32_t> project_of_row;
  Column<Date> start, end;
  std::vector<Scope> scope;
  std::vector<std::uint32_t> location_offsets{
      0};  // row r owns locations[offsets[r]] to locations[offsets[r + 1]]
  std::vector<Location> locations;
  std::vector<PlaceName> places;

  [[nodiscard]] std::size_t size() const { return id.size(); }
  [[nodiscard]] std::string_view notes_of(std::size_t project) const {
    return notes.empty() ? std::string_view{} : notes[project];
  }
  [[nodiscard]] std::span<const Location> locations_of(std::size_t project) const {
    return std::span(locations).subspan(location_offsets[project],
                                        location_offsets[project + 1] - location_offsets[project]);
  }
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
