#pragma once
// Which unit a row of need is about.

#include <string>
#include <vector>

#include "geo/projects/need_codes.h"
#include "geo/projects/need_columns.h"
#include "geo/projects/places.h"

namespace malimap {

/// Where one row of need counts: a unit or a zone.
struct NeedPlace {
  PlaceName place;
  // The row is about less than the place: a unit of a later division, or of a finer level that the
  // boundaries lack. Such rows are added up.
  bool part = false;
  bool core = true;  // the row bears the place's own name, or the place's parts need none
  // It lies in several units, and how is not known: their own figures would be too small.
  bool vague = false;
  bool of_finer = false;    // the row is about a finer level that the boundaries lack
  bool of_coarser = false;  // the row is about a coarser level: a region that is one cercle here
};

/// Why a row counts nowhere.
enum class NoNeedPlace { Country, NotFound };

class NeedUnits {
 public:
  /// All must outlive it.
  NeedUnits(const Table& table, const NeedColumns& columns, const PlaceIndex& index,
            Reporter& reporter);

  /// Decides the order of codes that stand without names; reported.
  void survey(std::span<const std::size_t> rows);

  /// The places of a row: two for a region that is one cercle of the boundaries in use and part of
  /// their region. Empty: nowhere. What is doubtful is reported on the reporter's row.
  [[nodiscard]] std::vector<NeedPlace> places_of(std::size_t row);
  /// Of a row without places.
  [[nodiscard]] NoNeedPlace why_not(std::size_t row) const;
  /// What the row calls its unit.
  [[nodiscard]] std::string name_of(std::size_t row) const;

 private:
  struct Wanted {
    Level level = Level::Country;  // Country: the row names no unit
    std::string_view name, code;
  };
  [[nodiscard]] Wanted wanted(std::size_t row) const;
  [[nodiscard]] std::vector<NeedPlace> by_code(const Wanted& wanted);
  [[nodiscard]] std::vector<NeedPlace> by_name(std::size_t row, const Wanted& wanted);
  [[nodiscard]] PlaceName name_of(const Spot& spot) const;
  void add_holding(const Spot& spot, Level level, std::vector<NeedPlace>& places) const;

  const Table& table_;
  const NeedColumns& columns_;
  const UnitNames& names_;
  Reporter& reporter_;
  std::vector<PlaceName> known_;
  PlaceMatcher matcher_;
  std::vector<CodesAlone> codes_;  // by level, regions first
};

}  // namespace malimap
