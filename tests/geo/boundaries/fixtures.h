#pragma once
// Small boundary files made on the spot, and what the tests ask of boundaries again and again.

#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/boundaries/read.h"

namespace malimap::testing {

/// A directory that vanishes with the object.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  /// Writes a file and gives its path.
  std::string write(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string path(const std::string& name) const;

 private:
  std::string path_;
};

/// A feature: its properties as JSON members, its geometry as JSON.
std::string feature(const std::string& properties, const std::string& geometry);
std::string collection(const std::vector<std::string>& features);

/// The square of one degree whose lower left corner is (x, y).
std::string square(double x, double y);

/// Squares side by side, `columns` in a row, one for each set of properties.
std::string squares(const std::vector<std::string>& properties, int columns = 3);

/// Reads a document through a file; the problems go nowhere unless asked for.
Result<Boundaries> read_text(const std::string& geojson, const BoundaryOptions& options = {},
                             Problems* problems = nullptr);

std::size_t count(const Problems& problems, const std::string& reason);
double total_area(const AdminLayer& layer);
std::size_t ring_count(const AdminUnit& unit);

/// How many edges of the units' rings are in no arc with the unit on the right side, plus arcs'
/// segments that are in no ring or in two arcs. 0 for a sound topology.
std::size_t arc_faults(const AdminLayer& layer);

}  // namespace malimap::testing
