#pragma once
// Which unit of one vintage of Mali's boundaries is which of another, what reporting zones cover,
// and how names are also written. Everything goes by names; a code decides nothing alone (the same
// code means different units in different lists).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// A name as it is looked up: folded, every other sign a blank, and without "région de", "cercle
/// de", "commune", "district de".
[[nodiscard]] std::string place_key(std::string_view name);

/// "zone:gao-menaka" for "Gao / Ménaka".
[[nodiscard]] std::string zone_id(std::string_view zone_name);

/// A named thing of the crosswalk and the units of the boundaries in use that it covers.
struct CoveredPlace {
  std::string code;  // the unit's P-code when it is one unit, else the zone's id
  std::string name_fr, name_en;
  std::vector<UnitIndex> units;  // of the region layer
  bool vague = false;  // lies in these units without filling them: a newer region over parts of two
                       // older ones
};

/// Mali's crosswalk laid over one set of boundaries.
class Crosswalk {
 public:
  /// Keeps no reference to the boundaries. Boundaries of another country, or without regions, fit
  /// nothing.
  explicit Crosswalk(const Boundaries& boundaries);

  /// Whether the boundaries are Mali's: at least half of the regions bear names of one vintage.
  [[nodiscard]] bool fits() const { return !vintage_.empty(); }
  /// "2012", "2016", "2023", or "".
  [[nodiscard]] const std::string& vintage() const { return vintage_; }

  /// What a name stands for on these boundaries: a region by any of its names, a unit of another
  /// vintage as the units that hold it, a reporting zone. Nothing when the name is unknown. Areas
  /// ("Centre", "Nord") are not reporting zones and not found.
  [[nodiscard]] std::optional<CoveredPlace> find(std::string_view name) const;

  /// The units that together are one unit of 2012 (by its name), where that can be said exactly;
  /// else empty.
  [[nodiscard]] std::vector<UnitIndex> units_of_2012(std::string_view name) const;

  /// The ids of the zones that cover exactly these units.
  [[nodiscard]] std::vector<std::string> codes_of(const std::vector<UnitIndex>& units) const;

  /// All names that find() knows, as they are written.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  void remember(const std::string& name, const CoveredPlace& place);

  std::string vintage_;
  std::map<std::string, CoveredPlace> by_key_;
  std::map<std::string, std::vector<UnitIndex>> of_2012_;  // by place_key of the unit of 2012
  std::vector<std::string> names_;
};

}  // namespace malimap
