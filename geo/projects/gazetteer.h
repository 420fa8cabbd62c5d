#pragma once
// Named places with positions: towns and villages that are no units. A place found here lies in the
// units that hold its position.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

struct GazetteerPlace {
  std::string name;  // as its source writes it
  LonLat position;
};

class Gazetteer {
 public:
  /// `names`: all the ways in which the place is written, its own among them.
  void add(GazetteerPlace place, const std::vector<std::string>& names);

  /// All places of this name (by place_key), each once. The caller keeps those that lie in the
  /// units that the row names; several that remain are ambiguous.
  [[nodiscard]] std::vector<const GazetteerPlace*> named(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// Every key with its places, for searching misspelt names.
  [[nodiscard]] const std::multimap<std::string, std::size_t>& keys() const { return by_key_; }
  [[nodiscard]] const GazetteerPlace& place(std::size_t index) const { return places_[index]; }

 private:
  std::vector<GazetteerPlace> places_;
  std::multimap<std::string, std::size_t> by_key_;
};

/// Mali's towns that ship (assets/gazetteer/towns.csv, GeoNames).
[[nodiscard]] const Gazetteer& embedded_gazetteer();

/// Reads a gazetteer of the user's: GeoNames' own tab-separated dump (recognised by its 19 columns;
/// populated places only), or a table with columns for a name, longitude and latitude. Errors: as
/// read_table; no such columns.
[[nodiscard]] Result<Gazetteer> read_gazetteer(const std::string& path, Problems& problems);

}  // namespace malimap
