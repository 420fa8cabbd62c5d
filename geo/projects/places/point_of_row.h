#pragma once
// PlaceMatcher's other half: what a row's point says beside its names.

#include <optional>
#include <vector>

#include "geo/projects/place_book.h"
#include "geo/projects/places/index.h"
#include "geo/projects/places/reading.h"

namespace malimap {

class RowPoints {
 public:
  RowPoints(const PlaceIndex::Parts& parts, const ColumnMap& columns, PlaceBook& book,
            Reporter& reporter)
      : parts_(parts),
        book_(book),
        reporter_(reporter),
        lon_(columns.has(Role::Lon) ? columns.at(Role::Lon) : columns.at(Role::LonLat)),
        lat_(columns.has(Role::Lat) ? columns.at(Role::Lat) : columns.at(Role::LonLat)) {}

  /// Reports what is unreadable or impossible.
  [[nodiscard]] std::optional<LonLat> point_of(const PlaceCells& cells);
  /// Gives the point to the location that it agrees with. `locations` begins with those of `parts`,
  /// in their order.
  void attach(LonLat point, const std::vector<PlacePart>& parts, std::vector<Location>& locations);
  /// A row that names nothing.
  [[nodiscard]] Placed place(LonLat point);

 private:
  const PlaceIndex::Parts& parts_;
  PlaceBook& book_;
  Reporter& reporter_;
  int lon_, lat_;
};

}  // namespace malimap
