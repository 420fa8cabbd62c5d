#pragma once
// What the user says about gaps: what coverage is held against, what counts as coverage, and what
// is planned. A value kept in scenes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

enum class NeedKind : std::uint8_t { Population, Area, File };
/// "population", "area", "FILE:COLUMN", "FILE" (the column that looks like need).
struct NeedChoice {
  NeedKind kind = NeedKind::Population;
  std::string path, column;  // of a file
  bool operator==(const NeedChoice&) const = default;
};
[[nodiscard]] NeedChoice parse_need(std::string_view text);
[[nodiscard]] std::string text_of(const NeedChoice& need);

/// What is counted as coverage: "projects", "budget", "partners" (distinct organisations).
enum class Aid : std::uint8_t { Projects, Budget, Partners };
[[nodiscard]] std::string_view word_of(Aid aid);
[[nodiscard]] std::optional<Aid> aid_of(std::string_view word);

/// By what the list "where next" is ordered: "shortfall" (share of need minus share of aid), or
/// "load" (the need that each project or organisation would have, were there one more: high where
/// many need and few work). "usual": load for organisations, else shortfall.
enum class GapOrder : std::uint8_t { Usual, Shortfall, Load };
[[nodiscard]] std::string_view word_of(GapOrder order);
[[nodiscard]] std::optional<GapOrder> gap_order_of(std::string_view word);

/// A project that is not in the list: what if?
struct PlannedProject {
  std::string pcode;         // of a unit of any level
  std::string sector, fund;  // as in the data; may be empty
  std::int64_t count = 1;
  Cents budget;
  bool operator==(const PlannedProject&) const = default;
};

struct GapSettings {
  NeedChoice need;
  Aid aid = Aid::Projects;
  GapOrder order = GapOrder::Usual;
  bool by_sector = false;  // units x sectors instead of units
  bool unreported_as_zero =
      false;              // of the indices alone: what they would be if nothing happened there
  double beyond_km = 25;  // what is far from any project
  std::vector<PlannedProject> planned;
  bool operator==(const GapSettings&) const = default;
};

/// Shortfall or Load. Amounts have no load: of budgets the list always goes by shortfall.
[[nodiscard]] GapOrder order_of(const GapSettings& settings);

}  // namespace malimap
