#pragma once
// The map that the program shows: real boundaries, the embedded figures, composed as the window
// composes it.

#include <string>

#include "geo/map/picture_maker.h"

namespace malimap::testing {

class RealMap {
 public:
  /// The embedded boundaries, or those of a file. Dies with a message when they cannot be read: the
  /// caller knows that it is there.
  explicit RealMap(Level level, const std::string& boundaries_file = {});
  explicit RealMap(Scene scene, const std::string& boundaries_file = {});

  /// The view of the whole country.
  [[nodiscard]] View whole_view(double width, double height, double scale = 1) const;
  [[nodiscard]] Composition compose_at(const View& view) const;

 private:
  ScenePicture made_;
  MeasureText measure_;
};

}  // namespace malimap::testing
