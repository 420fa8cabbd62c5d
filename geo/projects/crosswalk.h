#pragma once
// Which unit of one vintage of Mali's boundaries is which of another, what reporting zones cover,
// and how names are also written. Everything goes by names; a code decides nothing alone (the same
// code means different units in different lists). How it is told: docs/crosswalk.md.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/table.h"

namespace malimap {

/// A name as it is looked up: folded, every other sign a blank, and without "région de", "cercle
/// de", "commune rurale de", "C.R. de", "district de", "... Commune". What has a number for a name
/// keeps its kind: "commune 6" for "Commune - VI".
[[nodiscard]] std::string place_key(std::string_view name);

/// "zone:gao-menaka" for "Gao / Ménaka".
[[nodiscard]] std::string zone_id(std::string_view zone_name);

/// The region that a code of a vocabulary of IATI means, by its French name; "" when unknown. "A4"
/// is ISO 3166-2 ("ML-5"), "G1" GeoNames: its ids ("2453347") and its first-order codes ("04",
/// "ML.04"). Beware: GeoNames' 04 is Mopti, OCHA's ML04 is Ségou.
[[nodiscard]] std::string region_of_code(std::string_view vocabulary, std::string_view code);

/// A named thing of the crosswalk and the units of the boundaries in use that it covers.
struct CoveredPlace {
  std::string code;  // the unit's P-code when it is one unit, else the zone's id
  std::string name_fr, name_en;
  std::vector<UnitIndex> units;  // of the layer of `level`, ascending
  bool vague = false;            // lies in these units, several, and in which of them is not known
  Level level = Level::Region;   // that the units are of
  bool part = false;             // lies in the units without filling them (always when vague)
  std::string vintage;  // of the name: "2012", "2016", "2023"; empty for zones and the user's
  bool operator==(const CoveredPlace&) const = default;
};

struct CrosswalkEntry;

/// Mali's crosswalk laid over one set of boundaries. Immutable, threads may share it.
class Crosswalk {
 public:
  /// Keeps no reference to the boundaries. Boundaries of another country fit nothing.
  explicit Crosswalk(const Boundaries& boundaries);
  /// With lines of the user's own, of any country, which win over what ships. Reported
  /// ("crosswalk-line", with file, row, column): lines that say nothing, that name units which are
  /// not there, or units of several levels.
  Crosswalk(const Boundaries& boundaries, const Table& own, Problems& problems);

  /// Whether the boundaries are Mali's: at least half of the regions, or of the cercles where there
  /// are no regions, bear names of one vintage.
  [[nodiscard]] bool fits() const { return !vintage_.empty(); }
  /// "2012", "2016", "2023", or "".
  [[nodiscard]] const std::string& vintage() const { return vintage_; }

  /// What a name of a region stands for on the region layer: a region by any of its names, a unit
  /// of another vintage as the units that hold it, a reporting zone. Nothing when the name is
  /// unknown. Areas ("Centre", "Nord") are not reporting zones and not found.
  [[nodiscard]] std::optional<CoveredPlace> find(std::string_view name) const;

  /// What the name of a region or a cercle stands for on the layer that tells it best: where it is
  /// exact, else the finest that is known to hold it. The boundaries' own names come first, then
  /// those of other vintages. The region Ménaka is the cercle Ménaka on boundaries of 2012.
  [[nodiscard]] std::optional<CoveredPlace> find(std::string_view name, Level level) const;

  /// The same by a code of any vintage, OCHA's in both orders, or ISO 3166-2's, believed only with
  /// a name that agrees. ISO's own form ("ML-7") needs no name, but none that contradicts.
  [[nodiscard]] std::optional<CoveredPlace> find_code(std::string_view code,
                                                      std::string_view name) const;

  /// The units that together are one unit of 2012 (by its name), where that can be said exactly;
  /// else empty. Of the region layer.
  [[nodiscard]] std::vector<UnitIndex> units_of_2012(std::string_view name) const;

  /// The ids of the places that cover exactly these units of the region layer.
  [[nodiscard]] std::vector<std::string> codes_of(const std::vector<UnitIndex>& units) const;

  /// All names that find(name) knows, as they are written.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// All names that find(name, level) knows, as they are written.
  [[nodiscard]] const std::vector<std::string>& names(Level level) const;

 private:
  using Places = std::map<std::string, CoveredPlace, std::less<>>;  // by place_key
  struct Coded {
    std::vector<std::string> keys;  // place_key()s of the names that go with the code
    CoveredPlace place;
  };

  void lay(const Boundaries& boundaries);
  void remember(const CrosswalkEntry& entry, const CoveredPlace& place);
  void remember_region(const std::string& name, const CoveredPlace& place);
  void add_zones(const AdminLayer& regions, const std::vector<CrosswalkEntry>& entries);
  void add_own(const CrosswalkEntry& entry, const CoveredPlace& place);

  std::string vintage_;
  Places regions_;                  // find(name)
  std::map<Level, Places> levels_;  // find(name, level)
  std::map<std::string, std::vector<Coded>, std::less<>> by_code_;
  std::map<std::string, std::vector<UnitIndex>> of_2012_;  // by place_key of the unit of 2012
  std::vector<std::string> names_;
  std::map<Level, std::vector<std::string>> names_of_;
};

}  // namespace malimap
