#pragma once
// Matches the places of a list's rows to the boundaries: names first, codes only together with
// them, points where they agree.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/boundaries/locate.h"
#include "geo/projects/columns.h"
#include "geo/projects/place_book.h"
#include "geo/projects/place_words.h"
#include "geo/projects/points.h"
#include "geo/projects/projects.h"
#include "geo/projects/reporter.h"
#include "geo/projects/table.h"
#include "geo/projects/unit_names.h"

namespace malimap {

/// Boundaries are generalised and points are measured in the field: within this distance a point
/// does not contradict a name.
inline constexpr double kBorderToleranceKm = 10;

struct Placed {
  Scope scope = Scope::Unlocated;
  std::vector<Location> locations;  // shares add up to 1
};

class PlaceMatcher {
 public:
  /// All must outlive it. New places are added to `places`.
  PlaceMatcher(const Boundaries& boundaries, const Table& table, const ColumnMap& columns,
               std::vector<PlaceName>& places, Reporter& reporter);

  /// Reads the list once for what only the whole list tells: codes in another order than the
  /// boundaries', swapped coordinates.
  void survey();

  /// Where the row lies. What is doubtful is reported on the reporter's current row.
  [[nodiscard]] Placed place(const TableRow& row);

 private:
  /// What a cell with names gave.
  struct Named {
    std::vector<Spot> spots;
    std::vector<std::string> unknown;
    bool national = false, foreign = false;
  };
  enum class Found { Yes, No, Reported };

  [[nodiscard]] std::string_view text(const TableRow& row, Role role) const;
  [[nodiscard]] Named names_in(std::string_view cell, Level level, Role role,
                               const std::vector<Spot>& within);
  [[nodiscard]] Named names_anywhere(std::string_view cell);
  Found accept(std::string_view name, int layer, Role role, const std::vector<Spot>& within,
               Named& into);
  bool accept_words(std::string_view name, Named& into) const;
  void apply_codes(const TableRow& row, Level level, Role code_role, Role name_role, Named& named);
  /// A P-code typed in the column of the names.
  void apply_codes_typed_as_names(int layer, Role name_role, Named& named);
  void apply_code_alone(std::string_view code, int layer, Role code_role, Named& named);
  void apply_place_codes(const TableRow& row, std::vector<Spot>& spots);
  [[nodiscard]] Named level_of_row(const TableRow& row, Level level, Role name_role, Role code_role,
                                   const std::vector<Spot>& within);
  [[nodiscard]] std::vector<Spot> merged(std::vector<Spot> coarse,
                                         const std::vector<Spot>& fine) const;
  void report_unknown(const Named& named, Level level, Role role, bool located);

  [[nodiscard]] std::optional<LonLat> point_of(const TableRow& row);
  [[nodiscard]] std::optional<LonLat> raw_point(const TableRow& row) const;
  [[nodiscard]] UnitIndex unit_at(LonLat point, int& layer) const;
  [[nodiscard]] bool contains(const Spot& spot, LonLat point) const;
  [[nodiscard]] double distance_km(const Spot& spot, LonLat point) const;
  void attach_point(LonLat point, const std::vector<Spot>& spots, std::vector<Location>& locations);
  [[nodiscard]] Placed placed_by_point(LonLat point);
  void apply_shares(const TableRow& row, const std::vector<Spot>& spots,
                    std::vector<Location>& locations);

  const Boundaries& boundaries_;
  const Table& table_;
  const ColumnMap& columns_;
  Reporter& reporter_;
  PlaceBook book_;
  UnitNames names_;
  PlaceWords words_;
  std::vector<UnitLocator> locators_;  // per layer
  LonLatBox box_;
  bool swapped_ = false;
  std::map<Level, bool> codes_doubtful_;
};

}  // namespace malimap
