#pragma once
// Matches the places of a list's rows to the boundaries: names first, codes only together with
// them, points where they agree.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/projects/dataset.h"
#include "geo/projects/projects.h"
#include "geo/projects/reporter.h"

namespace malimap {

/// Boundaries are generalised and points are measured in the field: within this distance a point
/// does not contradict a name.
inline constexpr double kBorderToleranceKm = 10;

/// What one row says about where it lies, as typed; "" where it says nothing.
struct PlaceCells {
  std::string_view country, region, region_code, cercle, cercle_code, commune, commune_code;
  std::vector<std::string_view> place;  // several columns can name places
  std::string_view place_code, share, lon, lat, lonlat;
  std::optional<LonLat> point;  // geometry of the file
};
[[nodiscard]] PlaceCells place_cells(const Table& table, const ColumnMap& columns, std::size_t row);

struct Placed {
  Scope scope = Scope::Unlocated;
  std::vector<Location> locations;  // shares add up to 1; empty unless part of the row lies in the
                                    // country
};

/// What all rows of a list share: names, codes and outlines of the units, the crosswalk, towns,
/// answers. Immutable once surveyed; threads may share it.
class PlaceIndex {
 public:
  /// `boundaries` and `options` must outlive it. Problems of the user's crosswalk are reported.
  PlaceIndex(const Boundaries& boundaries, const ReadOptions& options, Problems& problems);
  ~PlaceIndex();
  PlaceIndex(PlaceIndex&&) noexcept;

  /// Reads the list once for what only the whole list tells: codes in another order than the
  /// boundaries', swapped coordinates. List-wide findings are reported.
  void survey(const Table& table, const ColumnMap& columns, Problems& problems);

  [[nodiscard]] HomeNames home_names() const;
  /// Whether the name is one of the country's of the boundaries; for recipient countries.
  [[nodiscard]] bool is_home_country(std::string_view name_or_iso_code) const;
  [[nodiscard]] std::string_view home_iso() const;  // "ML"; "" when not known

  struct Parts;
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

/// One thread's matcher: remembers what it has seen, since lists repeat themselves. New places are
/// added to `places`, each once.
class PlaceMatcher {
 public:
  /// All must outlive it.
  PlaceMatcher(const PlaceIndex& index, const ColumnMap& columns, std::vector<PlaceName>& places,
               Reporter& reporter);
  ~PlaceMatcher();
  PlaceMatcher(PlaceMatcher&&) noexcept;

  /// Where the row lies. What is doubtful is reported on the reporter's current row.
  [[nodiscard]] Placed place(const PlaceCells& cells);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace malimap
