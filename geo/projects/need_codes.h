#pragma once
// Codes of units that stand without a name. OCHA numbered Mali's cercles twice: in 41 of 50 cases
// the same code means another cercle, and a file can follow one order in one region and the other
// in the next. Where a file gives the population of its units, the order shows: within a region all
// cercles grow alike, so that in the right order the file's population and the census differ by
// nearly the same factor in each of them.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/projects/reporter.h"
#include "geo/projects/unit_names.h"

namespace malimap {

/// What a code alone means.
struct CodedPlace {
  Spot spot;
  bool part = false;  // lies in the spot without filling it
  bool core = false;  // a part that bears the spot's name
};

/// A code with the population that the file gives beside it.
struct CountedCode {
  std::string code;
  double people = 0;
};

class CodesAlone {
 public:
  /// Of units of a level; `names` must outlive it.
  CodesAlone(const UnitNames& names, Level level);

  /// Decides the order of codes region by region, and reports what was decided and why. Without
  /// populations the boundaries' own order is believed.
  void survey(std::span<const CountedCode> codes, int column, Reporter& reporter);

  [[nodiscard]] std::optional<CodedPlace> find(std::string_view code) const;

 private:
  struct Meanings {
    std::optional<UnitIndex> own, other;
  };
  [[nodiscard]] Meanings meanings_of(const std::string& code) const;
  [[nodiscard]] std::optional<CodedPlace> newer(std::string_view code) const;

  const UnitNames& names_;
  Level level_;
  int layer_;
  std::map<std::string, UnitIndex, std::less<>> other_;  // by code, in the second order
  std::map<std::string, bool, std::less<>> second_;      // by region's part of the code: the order
};

}  // namespace malimap
