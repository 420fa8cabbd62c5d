#pragma once
// Where the projects of a list lie: each project's parts of the zones, with the cents of its budget
// that fall there.

#include <span>
#include <vector>

#include "geo/coverage/zones.h"

namespace malimap {

/// What a part of a project belongs to: a zone by its index, or one of these behind the zones.
enum class Apart { National, Unlocated, Outside, Coarser };
inline constexpr int kApartCount = 4;

/// A project's part in one slot. A project has at most one part a slot, and at least one part.
struct ProjectPart {
  int slot = 0;
  Cents budget;  // 0 when the project has none
};

struct Placement {
  ZonePlan plan;
  std::vector<std::uint32_t> offsets{
      0};  // project p owns parts[offsets[p]] to parts[offsets[p + 1]]
  std::vector<ProjectPart> parts;

  [[nodiscard]] std::span<const ProjectPart> parts_of(std::size_t project) const {
    return std::span(parts).subspan(offsets[project], offsets[project + 1] - offsets[project]);
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

}  // namespace malimap
