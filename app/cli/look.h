#pragma once
// What the command line says about a scene: laid over a new scene, or over one of a workspace.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/map/scene.h"

namespace malimap {

/// Nothing: as the scene has it.
struct Look {
  std::optional<MapType> type;
  std::optional<Measure> measure, second;
  std::optional<Dimension> by;
  std::optional<double> middle;
  std::optional<ClassMethod> method;
  std::optional<std::vector<double>> breaks;  // ascending
  std::optional<int> classes;
  std::optional<std::string> palette, projection;
  std::optional<ThemeName> theme;
  std::optional<std::string> title, subtitle, disclaimer, page;
  std::vector<ContextFile> context;  // added to the scene's
  std::vector<std::string> hidden;   // words of hideable()
  bool table = false;
  std::optional<NeedChoice> need;  // what measures of gaps hold coverage against
  std::optional<Aid> aid;
  std::optional<double> beyond_km;
};

struct Arguments;

/// Errors: unknown words (with the nearest known one), numbers out of bounds, breaks that do not
/// ascend, a colour that is none, a page size that is none.
[[nodiscard]] Result<Look> read_look(const Arguments& arguments);

void apply_look(const Look& look, Scene& scene);

/// What only the scene with the look laid over it tells. Errors: a palette of another kind than the
/// map type's, breaks by hand without breaks.
[[nodiscard]] Status check_look(const Look& look, const Scene& scene);

/// "legend", "locator", "rivers", ...: what --hide takes away.
[[nodiscard]] std::vector<std::string> hideable();

}  // namespace malimap
