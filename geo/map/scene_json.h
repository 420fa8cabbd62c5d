#pragma once
// Scenes as the workspace file keeps them (docs/workspace.md).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/map/scene.h"
#include "geo/projects/workspace.h"

namespace malimap {

/// A scene with what a later version wrote into it.
struct SavedScene {
  Scene scene;
  std::string other;  // fields that this version does not know, as JSON; "" for none
  bool operator==(const SavedScene&) const = default;
};

/// One JSON object. Only what differs from a new scene is written, but for `name`, `type`,
/// `measure` and `level`. Paths are written relative to `folder` ("" leaves them).
[[nodiscard]] std::string text_of(const SavedScene& scene, const std::string& folder);

/// Paths come back absolute. Noted: words that this version does not know (the default holds).
/// Errors: no JSON object, a field of another kind than it should be, naming it.
[[nodiscard]] Result<SavedScene> parse_scene(std::string_view text, const std::string& folder,
                                             Problems& problems);

/// The scenes of a workspace and what was shown last.
struct WorkspaceScenes {
  std::vector<SavedScene> scenes;
  std::optional<SavedScene> view;
};
/// `path`: of the workspace. Errors: as parse_scene, naming the file and the scene.
[[nodiscard]] Result<WorkspaceScenes> scenes_of(const Workspace& workspace, const std::string& path,
                                                Problems& problems);

/// "fund", "sector", "status", "donor", "partner": as files and the command line name dimensions.
[[nodiscard]] std::string_view dimension_word(Dimension dimension);
[[nodiscard]] std::optional<Dimension> dimension_of(std::string_view word);

}  // namespace malimap
