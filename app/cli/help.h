#pragma once
#include <string>

#include "app/cli/options.h"
#include "geo/base/translator.h"

namespace CLI {
class App;
}

namespace malimap {

/// The help of one verb (or of the whole program): usage, verbs, options in groups, examples. At
/// most 80 columns wide.
[[nodiscard]] std::string help_of(const CLI::App& app, Verb verb, const Translator& tr);

/// "malimap 0.1.0".
[[nodiscard]] std::string version_text();

}  // namespace malimap
