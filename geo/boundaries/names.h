#pragma once
// What the program knows about Mali's regions in each vintage: names, codes
// (assets/crosswalk/mali_units.csv).

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

class RegionNames {
 public:
  /// From the embedded crosswalk.
  [[nodiscard]] static RegionNames embedded();

  /// "2012", "2016" or "2023": the vintage whose regions these names are; "" when they are not
  /// Mali's regions.
  [[nodiscard]] std::string vintage_of(std::span<const std::string> names) const;

  /// The P-code of a region, by its name or an alias of it; nothing when unknown or not numbered
  /// yet.
  [[nodiscard]] std::optional<std::string> pcode(std::string_view vintage,
                                                 std::string_view name) const;

  /// The French name behind a P-code of a vintage.
  [[nodiscard]] std::optional<std::string> name(std::string_view vintage,
                                                std::string_view pcode) const;

 private:
  struct Known {
    std::string vintage, pcode, name;
    std::vector<std::string> folded;  // the name and its aliases
  };
  [[nodiscard]] const Known* find(std::string_view vintage, std::string_view name) const;
  std::vector<Known> known_;
};

}  // namespace malimap
