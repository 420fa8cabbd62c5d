#pragma once
// Where the projects of a list lie: each project's parts of the zones, with the cents of its budget
// that fall there.

#include <span>
#include <vector>

#include "geo/coverage/placed_parts.h"
#include "geo/coverage/zones.h"

namespace malimap {

/// What a part of a project belongs to: a zone by its index, or one of these behind the zones.
enum class Apart { National, Unlocated, Outside, Coarser };
inline constexpr int kApartCount = 4;

/// A place that is several units.
struct JoinedPlace {
  int layer = 0;
  std::vector<UnitIndex> units;
};

struct Placement {
  ZonePlan plan;
  UnitTree tree;
  std::vector<JoinedPlace> joined;
  RowOffsets offsets;  // project p owns parts[offsets[p]] to parts[offsets[p + 1]]
  PlacedParts parts;
  // As what each of the list's locations is known, as ProjectPart::known. Empty where no row has
  // more than one location: then its part tells.
  std::vector<std::int32_t> known_of_location;
  // Beside parts: what falls there of an amount in a currency without a rate. Empty: the list has
  // no such amounts.
  std::vector<Cents> other;
  // Where a list gives shares of sectors: project p, if it has several, owns cells[cell_offsets[p]]
  // to cells[cell_offsets[p + 1]]: part after part one amount for each of its sectors. The sectors
  // of a part add up to the part, and the parts of a sector to the sector's share. Empty: no
  // shares.
  std::vector<std::size_t> cell_offsets;
  std::vector<Cents> cells;
  std::vector<std::string> coarser_codes;      // P-codes (or ids) of the places in Apart::Coarser
  std::vector<std::int32_t> coarser_of_known;  // per place: index of its code; -1: not coarser

  /// Nothing where nothing was placed (aggregates).
  [[nodiscard]] ValueRange<PlacedParts> parts_of(std::size_t project) const {
    if (project + 1 >= offsets.size())
      return {parts, 0, 0};
    return {parts, offsets[project], offsets.count(project)};
  }
  /// As what one of a project's locations (an index into Projects::locations) is known.
  [[nodiscard]] std::int32_t known_as(std::size_t project, std::size_t location) const {
    if (!known_of_location.empty())
      return known_of_location[location];
    const auto own = parts_of(project);
    return own.empty() ? -1 : own.front().known;
  }
  [[nodiscard]] std::span<const Cents> cells_of(std::size_t project) const {
    return cell_offsets.empty()
               ? std::span<const Cents>{}
               : std::span(cells).subspan(cell_offsets[project],
                                          cell_offsets[project + 1] - cell_offsets[project]);
  }
  [[nodiscard]] int slot_of(Apart apart) const {
    return static_cast<int>(plan.zones.size()) + static_cast<int>(apart);
  }
  [[nodiscard]] std::size_t slot_count() const { return plan.zones.size() + kApartCount; }
};

/// Places every project of the dataset's list on the layer. Zones follow DESIGN's rule: where any
/// place is known as finely as the layer, its units are the zones, and what is known more coarsely
/// stands apart; else the zones are the finest units known.
[[nodiscard]] Placement place_projects(const Dataset& dataset, const Boundaries& boundaries,
                                       Level level);

/// Places the projects that are listed beside aggregates into the aggregates' zones.
[[nodiscard]] Placement place_beside_aggregates(const Dataset& dataset,
                                                const Boundaries& boundaries, Level level,
                                                ZonePlan plan);

}  // namespace malimap
