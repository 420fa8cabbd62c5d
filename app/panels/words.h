#pragma once
// Figures and texts as the panels show them.

#include <optional>
#include <string>

#include "app/panels/context.h"
#include "geo/base/numbers.h"

namespace malimap::ui {

[[nodiscard]] std::string count_text(const PanelContext& ctx,
                                     const std::optional<std::int64_t>& value);
/// Whole dollars; "n. d." when there is nothing.
[[nodiscard]] std::string money_text(const PanelContext& ctx, const std::optional<Cents>& amount);
/// "3,1 M USD"
[[nodiscard]] std::string short_money_text(const PanelContext& ctx,
                                           const std::optional<Cents>& amount);
/// The same without its unit, where a heading says that.
[[nodiscard]] std::string bare_money_text(const PanelContext& ctx,
                                          const std::optional<Cents>& amount);
/// The value of a measure for a zone, "n. d." where unknown.
[[nodiscard]] std::string measure_text(const PanelContext& ctx, Measure measure,
                                       const CoverageZone& zone);
/// " (déduit)" for an inferred figure, else "".
[[nodiscard]] const char* basis_mark(const PanelContext& ctx, Basis basis);
/// "Région", "Cercle", "Commune".
[[nodiscard]] const char* level_name(const Translator& tr, Level level);
/// "Régions", ...
[[nodiscard]] const char* level_plural(const Translator& tr, Level level);
/// "Fonds", "Secteur", "État".
[[nodiscard]] const char* dimension_name(const Translator& tr, Dimension dimension);
/// "fund", "sector", "status", ...: parts of widget ids, the words of --filter.
[[nodiscard]] const char* dimension_word(Dimension dimension);

/// "Titre", "Région (code)", ...: what a column of a list holds.
[[nodiscard]] const char* role_name(const Translator& tr, Role role);

}  // namespace malimap::ui
