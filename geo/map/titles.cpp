// Titles: what is shown, by which units, of which fund.

#include <cctype>

#include "geo/map/difference.h"
#include "geo/map/figures.h"
#include "geo/map/gap_words.h"
#include "geo/map/parts.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

struct FundName {
  std::string_view fund;
  const char* name;   // msgid
  const char* title;  // msgid
};
constexpr FundName kFunds[] = {
    {"QIP", N_("Quick-impact projects (QIP)"), N_("Quick-impact projects (QIP) by {0}")},
    {"TF", N_("Trust Fund (TF)"), N_("Projects of the Trust Fund (TF) by {0}")},
    {"PBF", N_("Peacebuilding Fund (PBF)"), N_("Projects of the Peacebuilding Fund (PBF) by {0}")},
};

const FundName* only_fund(const Filter& filter) {
  if (filter.fund.size() != 1)
    return nullptr;
  for (const FundName& name : kFunds)
    if (name.fund == *filter.fund.begin())
      return &name;
  return nullptr;
}

/// Without the unit in brackets at the end: "Budget (USD)" -> "Budget".
std::string without_unit(std::string title) {
  if (const auto open = title.rfind(" ("); open != std::string::npos && title.ends_with(')'))
    title.erase(open);
  return title;
}

/// "Budget" -> "budget": inside a title.
std::string lower_first(std::string text) {
  if (!text.empty())
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

/// Without the funds.
std::string subject_words(const PictureInput& input, const std::string& level,
                          const Translator& tr) {
  const Scene& scene = *input.scene;
  // What stands in brackets in a measure of gaps is the sector of the need.
  const auto name = [&](Measure measure) {
    return is_gap_measure(measure) ? measure_title(input, measure, tr)
                                   : without_unit(title_of(measure, tr));
  };
  switch (scene.type) {
    case MapType::Dominant:
      return trf(tr, N_("{0} by {1}"), dominant_words(scene.by, tr), level);
    case MapType::Bivariate:
      return trf(tr, N_("{0} and {1} by {2}"), name(scene.measure), lower_first(name(scene.second)),
                 level);
    case MapType::Difference:
      return tr(N_("Difference of two views"));
    case MapType::Distance:
      return tr(N_("Distance to the nearest project"));
    case MapType::Places:
      return tr(N_("Projects at their places"));
    case MapType::Dots:
    case MapType::Pies:
    case MapType::Bars: {
      const bool dots = scene.type == MapType::Dots;
      const Measure shown = dots ? total_behind(scene.measure) : scene.measure;
      if (total_behind(shown) == Measure::Population || scene.filter.fund.size() == 1)
        return trf(tr, N_("{0} by {1}"), name(shown), level);
      return trf(tr, N_("{0} by {1} and {2}"), name(shown), level, dimension_words(scene.by, tr));
    }
    default:
      return trf(tr, N_("{0} by {1}"), name(scene.measure), level);
  }
}

}  // namespace

std::string level_words(Level level, const Translator& tr) {
  switch (level) {
    case Level::Cercle:
      return tr(N_("cercle"));
    case Level::Commune:
      return tr(N_("commune"));
    case Level::Country:
      return tr(N_("country"));
    default:
      return tr(N_("region"));
  }
}

std::string title_words(const PictureInput& input, const Translator& tr) {
  const Scene& scene = *input.scene;
  if (!scene.title.empty())
    return scene.title;
  if (shows_difference(input))
    return difference_title(input, tr);
  const std::string level = level_words(level_of_figures(*input.coverage), tr);
  const FundName* fund = only_fund(scene.filter);
  const bool plain = scene.type == MapType::Choropleth || scene.type == MapType::Symbols ||
                     scene.type == MapType::Dots;
  if (plain && scene.measure == Measure::Projects && fund)
    return trf(tr, fund->title, level);
  const std::string title = subject_words(input, level, tr);
  if (fund)
    return trf(tr, N_("{0}: {1}"), title, std::string(tr(fund->name)));
  std::string funds;
  for (const std::string& value : scene.filter.fund)
    funds += (funds.empty() ? "" : ", ") + label_of(Dimension::Fund, value, tr);
  return funds.empty() ? title : trf(tr, N_("{0}: {1}"), title, funds);
}

}  // namespace malimap
