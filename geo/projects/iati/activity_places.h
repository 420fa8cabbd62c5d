#pragma once
// Where an activity lies: its locations in the country take the country's part, other countries
// and regions of the world theirs.

#include <string>
#include <vector>

#include "geo/projects/iati/activity.h"
#include "geo/projects/iati/split.h"
#include "geo/projects/places.h"

namespace malimap::iati {

/// The elements of an activity as columns, so that reports can name them.
enum Column : int {
  kId,
  kTitle,
  kSector,
  kCountry,
  kLocation,
  kBudget,
  kStatus,
  kStart,
  kEnd,
  kWidth
};

/// Percentages that do not add up to 100, on the reporter's current row.
void report_shares(Reporter& reporter, const char* msgid, int column,
                   const std::vector<Part>& parts);

class ActivityPlaces {
 public:
  /// All must outlive it. New places are added to `places`.
  ActivityPlaces(const PlaceIndex& index, const ColumnMap& columns, std::vector<PlaceName>& places,
                 Reporter& reporter)
      : index_(index), reporter_(reporter), matcher_(index, columns, places, reporter) {}

  /// The activity's parts; their shares add up to 1.
  [[nodiscard]] std::vector<Location> divide(const Activity& activity);

 private:
  /// How much of the activity goes where, as its recipients say.
  struct Division {
    double home = 0, abroad = 0;
    double several = 0;  // a region of the world with this country in it
    std::string region;  // its name
  };
  [[nodiscard]] Division division_of(const Recipients& recipients);
  [[nodiscard]] bool is_home(const Part& country) const;
  [[nodiscard]] bool is_region_abroad(const Part& region) const;
  [[nodiscard]] bool is_abroad(LonLat point) const;
  /// The activity's places in the country, and those that only their words tell of. Positions
  /// abroad are no fault of an activity that other countries share.
  [[nodiscard]] std::vector<Placed> places_of(const Activity& activity, bool shared_with_others);
  void add_location(Location location, double share);
  void add_part(Scope scope, double share);
  void spread(const std::vector<Placed>& places, Scope otherwise, double share);

  const PlaceIndex& index_;
  Reporter& reporter_;
  PlaceMatcher matcher_;
  std::vector<Location> placed_;  // of the activity being divided
};

}  // namespace malimap::iati
