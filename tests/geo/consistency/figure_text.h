#pragma once
// Figures as a text, so that two are compared at once and a difference shows all of both.

#include <fmt/format.h>

#include <string>

#include "geo/coverage/coverage.h"

namespace malimap::testing {

inline std::string told(const std::optional<Cents>& amount) {
  return amount ? fmt::format("{} cents", amount->value) : "not reported";
}

inline std::string told(const Figures& figures) {
  const auto number = [](const auto& value) {
    return value ? std::to_string(*value) : std::string("not reported");
  };
  const auto cents = figures.budget ? std::optional(figures.budget->value) : std::nullopt;
  return fmt::format("projects {} (basis {}), cents {} (basis {}), without budget {}, rows {}",
                     number(figures.projects), static_cast<int>(figures.projects_basis),
                     number(cents), static_cast<int>(figures.budget_basis), figures.without_budget,
                     figures.rows);
}

/// All figures of a coverage, one a line.
inline std::string told(const Coverage& coverage) {
  std::string text;
  for (const CoverageZone& zone : coverage.zones)
    text +=
        zone.code + (zone.filtered_out ? " (filtered out): " : ": ") + told(zone.figures) + "\n";
  text += "national " + told(coverage.national) + "\nunlocated " + told(coverage.unlocated) +
          "\noutside " + told(coverage.outside) + "\ncoarser " + told(coverage.coarser) + "\n";
  for (const auto& [code, figures] : coverage.coarser_in)
    text += "coarser " + code + " " + told(figures) + "\n";
  return text + "total " + told(coverage.total) + "\nmentions " + std::to_string(coverage.mentions);
}

}  // namespace malimap::testing
