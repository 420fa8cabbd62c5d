#include "app/panels/words.h"

#include <array>

#include "geo/base/text.h"

namespace malimap::ui {

std::string count_text(const PanelContext& ctx, const std::optional<std::int64_t>& value) {
  return format_or_no_data(value, ctx.tr);
}

std::string money_text(const PanelContext& ctx, const std::optional<Cents>& amount) {
  return format_or_no_data(amount, ctx.tr);
}

std::string short_money_text(const PanelContext& ctx, const std::optional<Cents>& amount) {
  return amount ? format_money_compact(*amount, ctx.tr.language()) : ctx.tr("no data");
}

std::string bare_money_text(const PanelContext& ctx, const std::optional<Cents>& amount) {
  constexpr std::string_view kUnit = "USD";
  std::string text = short_money_text(ctx, amount);
  if (text.ends_with(kUnit))
    text.resize(text.size() - kUnit.size());
  const std::string_view trimmed = trim(text);
  return std::string(trimmed);
}

std::string measure_text(const PanelContext& ctx, Measure measure, const CoverageZone& zone) {
  const auto value = value_of(measure, zone, *ctx.derived.coverage);
  return value ? format_value(measure, *value, ctx.tr.language()) : ctx.tr("no data");
}

const char* basis_mark(const PanelContext& ctx, Basis basis) {
  return basis == Basis::Inferred ? ctx.tr("inferred") : "";
}

const char* level_name(const Translator& tr, Level level) {
  switch (level) {
    case Level::Country:
      return tr("Country");
    case Level::Region:
      return tr("Region");
    case Level::Cercle:
      return tr("Cercle");
    case Level::Commune:
      break;
  }
  return tr("Commune");
}

const char* level_plural(const Translator& tr, Level level) {
  switch (level) {
    case Level::Country:
      return tr("Countries");
    case Level::Region:
      return tr("Regions");
    case Level::Cercle:
      return tr("Cercles");
    case Level::Commune:
      break;
  }
  return tr("Communes");
}

const char* dimension_name(const Translator& tr, Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return tr("Fund");
    case Dimension::Sector:
      return tr("Sector");
    case Dimension::Status:
      return tr("Status");
    case Dimension::Donor:
      return tr("Donor");
    case Dimension::Partner:
      break;
  }
  return tr("Partner");
}

const char* dimension_word(Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return "fund";
    case Dimension::Sector:
      return "sector";
    case Dimension::Status:
      return "status";
    case Dimension::Donor:
      return "donor";
    case Dimension::Partner:
      break;
  }
  return "partner";
}

const char* role_name(const Translator& tr, Role role) {
  static constexpr std::array<const char*, kRoleCount> kNames = {
      N_("Number or id"),
      N_("Title"),
      N_("Notes"),
      N_("Fund"),
      N_("Sector"),
      N_("Sector (OECD code)"),
      N_("Country"),
      N_("Region"),
      N_("Region (code)"),
      N_("Cercle"),
      N_("Cercle (code)"),
      N_("Commune"),
      N_("Commune (code)"),
      N_("Place"),
      N_("Place (code)"),
      N_("Longitude"),
      N_("Latitude"),
      N_("Coordinates"),
      N_("Budget"),
      N_("Currency"),
      N_("Status"),
      N_("Start"),
      N_("End"),
      N_("Period"),
      N_("Donor"),
      N_("Partner"),
      N_("Number of projects"),
      N_("Share of the budget"),
  };
  return tr(kNames[static_cast<std::size_t>(role)]);
}

}  // namespace malimap::ui
