#pragma once
// What is shown between two scenes: the way of the camera and the colours on the way.

#include <vector>

#include "geo/map/composition.h"

namespace malimap {

/// The smooth way from one camera to another: it rises, crosses and descends so that the picture
/// seems to move evenly (J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and
/// panning", IEEE InfoVis 2003; their rho of 1.42). Starts and ends gently.
///   const Flight flight(shown, wanted, width);
///   camera = flight.at(elapsed / flight.seconds());
class Flight {
 public:
  /// `width_dp`: of the picture. Both cameras look at the same plane, with scales above zero.
  Flight(Camera from, Camera to, double width_dp);

  /// `t` from 0 (exactly the first camera) to 1 (exactly the last); beyond, these two.
  [[nodiscard]] Camera at(double t) const;
  /// How long the flight takes, 0.6 to 2.0: longer for a longer way. 0 where there is none.
  [[nodiscard]] double seconds() const;

 private:
  Camera from_, to_;
  double distance_m_ = 0;  // between the centres
  double start_ = 0;       // r0 of the paper; of flights that cross
  double length_ = 0;      // S of the paper
  bool crosses_ = false;   // or the scale alone changes
};

/// Colours between two pictures of the same units; a unit that only one of them hatches changes
/// halfway. Of lists that differ in length the second holds.
[[nodiscard]] std::vector<UnitPaint> blend(const std::vector<UnitPaint>& from,
                                           const std::vector<UnitPaint>& to, double t);

}  // namespace malimap
