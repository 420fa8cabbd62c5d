#pragma once
// Small boundaries and project lists made by hand, so that a test reads like the rule it holds.

#include <string>
#include <vector>

#include "geo/coverage/cube.h"

namespace malimap::testing {

inline Polygon square(double lon, double lat, double size) {
  return {{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}}, {}};
}

inline AdminUnit unit(const std::string& pcode, const std::string& name, const std::string& parent,
                      Polygon polygon) {
  AdminUnit unit;
  unit.pcode = pcode;
  unit.name = name;
  unit.parent_pcode = parent;
  unit.polygons = {std::move(polygon)};
  unit.area_km2 = 1000;
  return unit;
}

/// Four regions R1 to R4 in a row, two degrees wide each; each has two cercles R10 and R11, one
/// degree wide.
inline Boundaries four_regions() {
  Boundaries boundaries;
  boundaries.source = "four regions";
  AdminLayer regions{Level::Region, {}, {}}, cercles{Level::Cercle, {}, {}};
  for (int r = 1; r <= 4; ++r) {
    const std::string code = "R" + std::to_string(r);
    const double lon = 2.0 * (r - 1);
    AdminUnit region = unit(code, "Region " + std::to_string(r), "", square(lon, 0, 2));
    region.polygons[0].outer = {{lon, 0}, {lon + 2, 0}, {lon + 2, 1}, {lon, 1}};
    regions.units.push_back(region);
    for (int c = 0; c < 2; ++c)
      cercles.units.push_back(unit(code + std::to_string(c), "Cercle " + code + std::to_string(c),
                                   code, square(lon + c, 0, 1)));
  }
  boundaries.layers = {regions, cercles};
  return boundaries;
}

/// One row to be. Places are names known to ListBuilder; points are in the open.
struct Row {
  std::string fund = {}, status = {};
  std::vector<std::string> sectors = {};
  std::optional<std::int64_t> cents = {};
  std::vector<std::string> places = {};  // P-codes, or "zone:..." added before
  std::vector<double> shares = {};       // equal when empty
  std::optional<LonLat> point = {};
  int count = 1;
  Scope scope = Scope::Located;
  std::string title = {};
  std::optional<Date> start = {};
  std::vector<Scope> scopes = {};          // of the places; located when empty
  std::vector<double> sector_shares = {};  // none in the list when no row has any
  std::optional<std::int64_t> amount = {};
  std::string currency = {};
  int project = -1;  // number of the project that the row is a part of
  std::optional<Date> end = {};
  std::vector<std::string> donors = {}, partners = {};
  std::string notes = {};
};

class ListBuilder {
 public:
  explicit ListBuilder(const Boundaries& boundaries) {
    list_.has_budgets = true;
    for (const auto& layer : boundaries.layers)
      for (const auto& unit : layer.units)
        list_.places.push_back({unit.pcode, unit.name, layer.level, {unit.pcode}});
  }
  ListBuilder& without_budgets() {
    list_.has_budgets = false;
    return *this;
  }
  ListBuilder& with_notes() {
    with_notes_ = true;
    return *this;
  }
  ListBuilder& zone(const std::string& code, const std::string& name,
                    std::vector<std::string> pcodes) {
    list_.places.push_back({code, name, Level::Region, std::move(pcodes)});
    return *this;
  }
  ListBuilder& add(const Row& row) {
    list_.id.push("P" + std::to_string(list_.id.size() + 1));
    list_.row.push_back(static_cast<std::int64_t>(list_.id.size()) + 1);
    list_.title.push(row.title);
    list_.place_text.push(row.places.empty() ? "" : row.places.front());
    if (with_notes_)
      list_.notes.push(row.notes);
    list_.fund.push(row.fund);
    list_.status.push(row.status);
    list_.sector.push(row.sectors);
    list_.donor.push(row.donors);
    list_.partner.push(row.partners);
    list_.count.push_back(row.count);
    list_.push_money(row.cents ? std::optional(Cents{*row.cents}) : std::nullopt,
                     row.amount ? std::optional(Cents{*row.amount}) : std::nullopt);
    list_.currency.push(row.currency);
    list_.sector_share.insert(list_.sector_share.end(), row.sector_shares.begin(),
                              row.sector_shares.end());
    if (row.project >= 0)
      list_.project_of_row.push_back(row.project);
    list_.start.push(row.start);
    list_.end.push(row.end);
    list_.scope.push_back(row.scope);
    add_locations(row);
    return *this;
  }
  [[nodiscard]] Dataset dataset() const {
    Dataset dataset;
    dataset.projects = snapshot(Projects(list_));
    return dataset;
  }

 private:
  void add_locations(const Row& row) {
    for (std::size_t i = 0; i < row.places.size(); ++i) {
      const double equal = 1.0 / static_cast<double>(row.places.size());
      Location location;
      location.scope = row.scopes.empty() ? Scope::Located : row.scopes[i];
      location.point = row.point;
      location.place = place(row.places[i]);
      location.share = row.shares.empty() ? equal : row.shares[i];
      list_.locations.push_back(location);
    }
    if (row.places.empty() && row.point)
      list_.locations.push_back({Scope::Located, row.point, -1, 1});
    list_.location_offsets.push_back(static_cast<std::uint32_t>(list_.locations.size()));
  }
  [[nodiscard]] std::int32_t place(const std::string& code) const {
    for (std::size_t i = 0; i < list_.places.size(); ++i)
      if (list_.places[i].code == code)
        return static_cast<std::int32_t>(i);
    return -1;
  }
  Projects list_;
  bool with_notes_ = false;
};

inline const CoverageZone* zone_named(const Coverage& coverage, const std::string& code) {
  for (const auto& zone : coverage.zones)
    if (zone.code == code)
      return &zone;
  return nullptr;
}

/// Zones + national + unlocated + outside + coarser, unknown budgets as nothing.
inline Cents sum_of_parts(const Coverage& coverage) {
  Cents sum;
  for (const auto& zone : coverage.zones)
    sum += zone.figures.budget.value_or(Cents{});
  for (const Figures* part :
       {&coverage.national, &coverage.unlocated, &coverage.outside, &coverage.coarser})
    sum += part->budget.value_or(Cents{});
  return sum;
}

inline bool has_note(const Coverage& coverage, const std::string& words) {
  for (const auto& note : coverage.notes)
    if (text_of(note, Translator(Language::English)).find(words) != std::string::npos)
      return true;
  return false;
}

}  // namespace malimap::testing
