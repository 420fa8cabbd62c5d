// Two measures at once: three classes each, nine colours (Trumbo 1981, "A theory for coloring
// bivariate statistical maps").

#include "geo/map/gap_words.h"
#include "geo/map/ground.h"
#include "geo/map/palettes.h"

namespace malimap {
namespace {

constexpr int kSteps = 3;

/// Inner breaks as words; where the values allow fewer classes the rest are empty.
std::vector<std::string> break_words(const Classes& classes, Measure measure, Language language) {
  std::vector<std::string> words;
  for (int i = 1; i < kSteps; ++i)
    words.push_back(
        i < classes.count()
            ? format_value(measure, classes.breaks[static_cast<std::size_t>(i)], language)
            : std::string{});
  return words;
}

/// Values of zones where both are known and neither is zero: those that get one of the nine
/// colours.
struct Crossed {
  ZoneValues x, y;
};
Crossed cross(const ZoneValues& x, const ZoneValues& y) {
  Crossed crossed{x, y};
  for (std::size_t zone = 0; zone < x.size(); ++zone)
    if (!x[zone] || !y[zone] || *x[zone] == 0 || *y[zone] == 0) {
      crossed.x[zone].reset();
      crossed.y[zone].reset();
    }
  return crossed;
}

}  // namespace

void add_bivariate(const Draft& draft) {
  const Scene& scene = draft.scene();
  const Language language = draft.tr.language();
  const ZoneValues x = values_of_zones(draft.coverage(), scene.measure);
  const ZoneValues y = values_of_zones(draft.coverage(), scene.second);
  const Crossed crossed = cross(x, y);
  const Classing terciles{ClassMethod::Quantile, kSteps, {}, false};
  const Classes columns = classify(crossed.x, terciles), rows = classify(crossed.y, terciles);
  LegendGrid grid;
  grid.colours = bivariate_colours(scene.palette);
  grid.colours.resize(kSteps * kSteps);
  grid.members.assign(kSteps * kSteps, 0);
  grid.x_title = measure_title(draft.input, scene.measure, draft.tr);
  grid.y_title = measure_title(draft.input, scene.second, draft.tr);
  grid.x_breaks = break_words(columns, scene.measure, language);
  grid.y_breaks = break_words(rows, scene.second, language);
  Ground ground;
  for (int i = 0; i < kSteps * kSteps; ++i) {
    ground.entries.push_back(
        {grid.colours[static_cast<std::size_t>(i)], false, {}, 0, i, EntryKind::Class});
    ground.listed.push_back(false);
  }
  ZoneValues least(x.size());  // zero where one of the two is
  for (std::size_t zone = 0; zone < x.size(); ++zone) {
    const bool both = crossed.x[zone].has_value();
    ground.class_of_zone.push_back(both ? rows.class_of[zone] * kSteps + columns.class_of[zone]
                                        : kNoClass);
    if (x[zone] && y[zone])
      least[zone] = std::min(*x[zone], *y[zone]);
  }
  if (const int zero = add_zero(draft, ground, least, scene.measure); zero != kNoClass)
    ground.entries[static_cast<std::size_t>(zero)].text = draft.tr(N_("One of the two is zero"));
  lay_ground(draft, std::move(ground));
  for (const UnitPaint& paint : draft.picture.paint)
    if (paint.class_index >= 0 && paint.class_index < kSteps * kSteps)
      ++grid.members[static_cast<std::size_t>(paint.class_index)];
  draft.legend().title = trf(draft.tr, N_("{0} × {1}"), grid.x_title, grid.y_title);
  draft.legend().grid = std::move(grid);
}

}  // namespace malimap
