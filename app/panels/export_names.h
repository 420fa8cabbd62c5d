#pragma once
// What files are called that nobody has named yet.

#include <string>

#include "app/session/state.h"
#include "geo/base/date.h"

namespace malimap {

/// The user's folder of documents, or the home folder where there is none.
[[nodiscard]] std::string documents_folder();

/// In that folder, after the humanitarian convention: "3W_Projets_A4_20170630.pdf". Of a workspace:
/// "malimap.json".
[[nodiscard]] std::string suggested_path(const State& state, const std::string& title,
                                         ExportWhat what, Date date);

/// The path with the extension in place of its own; untouched where `extension` is empty.
[[nodiscard]] std::string with_extension(const std::string& path, const std::string& extension);

/// "~/x" starts at the home folder.
[[nodiscard]] std::string expanded(const std::string& path);

}  // namespace malimap
