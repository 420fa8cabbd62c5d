// The fast path: a row whose place cells were met before costs one hash of them.

#include "geo/projects/places.h"

#include <algorithm>
#include <unordered_map>

#include "geo/projects/places/index.h"
#include "geo/projects/places/point_of_row.h"
#include "geo/projects/places/reader.h"

namespace malimap {
namespace {

constexpr std::size_t kMostRemembered = 200'000;
constexpr char kBetween = '\x1f';  // between cells, in no cell

/// A reading with its places in the book.
struct Known {
  PlaceReading reading;
  std::vector<Location> locations;  // one a part
  std::vector<Location> coarse;     // one a coarse part
};

}  // namespace

PlaceCells place_cells(const Table& table, const ColumnMap& columns, std::size_t row) {
  PlaceCells cells;
  const auto text = [&](Role role) { return table.text(row, columns.at(role)); };
  cells.country = text(Role::Country);
  cells.region = text(Role::Region);
  cells.region_code = text(Role::RegionCode);
  cells.cercle = text(Role::Cercle);
  cells.cercle_code = text(Role::CercleCode);
  cells.commune = text(Role::Commune);
  cells.commune_code = text(Role::CommuneCode);
  for (int column : columns.all(Role::Place))
    if (const auto cell = table.text(row, column); !cell.empty())
      cells.place.push_back(cell);
  cells.place_code = text(Role::PlaceCode);
  cells.share = text(Role::Share);
  cells.lon = text(Role::Lon);
  cells.lat = text(Role::Lat);
  cells.lonlat = text(Role::LonLat);
  cells.point = table.point(row);
  return cells;
}

struct PlaceMatcher::State {
  State(const PlaceIndex::Parts& parts, const ColumnMap& columns, std::vector<PlaceName>& places,
        Reporter& given)
      : index(parts),
        reporter(given),
        book(places),
        reader(parts, columns),
        points(parts, columns, book, given) {}

  const PlaceIndex::Parts& index;
  Reporter& reporter;
  PlaceBook book;
  PlaceReader reader;
  RowPoints points;
  std::unordered_map<std::string, Known> seen;
  std::string key;  // kept for its memory

  /// Whether the row names anything; fills `key`.
  bool make_key(const PlaceCells& cells) {
    key.clear();
    std::size_t names = 0;
    const auto put = [&](std::string_view cell) {
      names += cell.size();
      key.append(cell).push_back(kBetween);
    };
    for (auto cell :
         {cells.country, cells.region, cells.region_code, cells.cercle, cells.cercle_code,
          cells.commune, cells.commune_code, cells.place_code, cells.share})
      put(cell);
    for (auto cell : cells.place)
      put(cell);
    return names > 0;
  }

  std::vector<Location> located(const std::vector<PlacePart>& parts) {
    std::vector<Location> locations;
    for (const auto& part : parts) {
      Location location;
      location.scope = part.scope;
      location.share = part.share;
      location.point = part.town;
      if (part.scope == Scope::Located) {
        const auto& spot = part.spot;
        PlaceName name{spot.code, spot.name, index.names.level_of(spot.layer), {}};
        for (UnitIndex unit : spot.units)
          name.pcodes.push_back(index.names.unit(spot.layer, unit).pcode);
        location.place = book.add(std::move(name));
      }
      locations.push_back(location);
    }
    return locations;
  }

  const Known& known(const PlaceCells& cells) {
    if (const auto found = seen.find(key); found != seen.end())
      return found->second;
    if (seen.size() >= kMostRemembered)
      seen.clear();
    Known fresh;
    fresh.reading = reader.read(cells);
    fresh.locations = located(fresh.reading.parts);
    fresh.coarse = located(fresh.reading.coarse);
    return seen.emplace(key, std::move(fresh)).first->second;
  }
};

PlaceMatcher::PlaceMatcher(const PlaceIndex& index, const ColumnMap& columns,
                           std::vector<PlaceName>& places, Reporter& reporter)
    : state_(std::make_unique<State>(index.parts(), columns, places, reporter)) {}
PlaceMatcher::~PlaceMatcher() = default;
PlaceMatcher::PlaceMatcher(PlaceMatcher&&) noexcept = default;

Placed PlaceMatcher::place(const PlaceCells& cells) {
  State& state = *state_;
  const bool named = state.make_key(cells);
  if (!named) {
    const auto point = state.points.point_of(cells);
    if (point)
      return state.points.place(*point);
  }
  const Known& known = state.known(cells);
  const PlaceReading& reading = known.reading;
  const auto point = named ? state.points.point_of(cells) : std::nullopt;
  const bool by_point =
      point && (reading.scope == Scope::Unlocated ||
                (reading.has_towns && reading.coarse.empty() && reading.scope == Scope::Located));
  for (const auto& remark : reading.remarks)
    if (!remark.without_point || !point || (!by_point && !reading.has_towns))
      remark.report_to(state.reporter);
  if (by_point)
    return state.points.place(*point);
  if (!point || reading.scope != Scope::Located)
    return {reading.scope, known.locations};
  // A town's position is the gazetteer's; the row's own point is worth more.
  const auto& parts = reading.has_towns ? reading.coarse : reading.parts;
  Placed placed{Scope::Located, reading.has_towns ? known.coarse : known.locations};
  state.points.attach(*point, parts, placed.locations);
  return placed;
}

}  // namespace malimap
