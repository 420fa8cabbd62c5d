// Profiles, pictures, summaries, gaps and tables against the coverage.
#include <algorithm>
#include <array>
#include <map>

#include "geo/base/numbers.h"
#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/match.h"
#include "geo/coverage/profile.h"
#include "geo/map/compose.h"
#include "geo/map/figures.h"
#include "geo/map/place_markers.h"
#include "geo/map/shapes.h"
#include "geo/output/projects_table.h"
#include "geo/output/summary_rows.h"
#include "tests/geo/consistency/figure_text.h"
#include "tests/geo/consistency/view.h"
#include "tests/support/catch.h"

namespace malimap::testing {
namespace {

const Translator kEnglish(Language::English);

/// The lines of a profile are the zone's figures of the groups that have any.
void check_lines(const View& view, int zone, Dimension by, const std::vector<ProfileLine>& lines) {
  std::map<std::string, std::string> expected, found;
  for (const auto& group : cover_groups(view.cube, view.filter, std::array{by})) {
    const Figures& figures = group.coverage.zones[static_cast<std::size_t>(zone)].figures;
    if (figures.projects.value_or(0) > 0 || figures.budget.value_or(Cents{}).value > 0)
      expected[group.values.front().value_or("none")] = told(figures);
  }
  for (const ProfileLine& line : lines)
    if (line.figures.projects.value_or(0) > 0 || line.figures.budget.value_or(Cents{}).value > 0)
      found[line.value.value_or("none")] = told(line.figures);
  CHECK(found == expected);
}

constexpr std::array kShown{
    Measure::Projects,           Measure::Budget,        Measure::BudgetPerProject,
    Measure::ProjectsPer1000Km2, Measure::BudgetPerKm2,  Measure::ShareOfProjects,
    Measure::ProjectsPer100k,    Measure::BudgetPerHead, Measure::PopulationDensity};
constexpr std::array kTypes{MapType::Choropleth, MapType::Diverging, MapType::Dominant,
                            MapType::Symbols,    MapType::Pies,      MapType::Bars};

Scene scene_of(const View& view, unsigned chosen) {
  Scene scene;
  scene.filter = view.filter;
  scene.level = view.coverage.level;
  scene.measure = kShown[chosen % kShown.size()];
  scene.type = kTypes[chosen / kShown.size() % kTypes.size()];
  const auto methods = all_class_methods();
  scene.classing.method = methods[chosen / 7 % methods.size()];
  scene.classing.count = 3 + static_cast<int>(chosen / 3 % 7);
  return scene;
}

Picture picture_of(const View& view, const Scene& scene) {
  auto shapes = make_shapes(view.boundaries, view.coverage.level, ContextLayers{},
                            default_projection(view.boundaries));
  REQUIRE(shapes);
  PictureInput input;
  input.dataset = snapshot(view.dataset());
  input.boundaries = snapshot(view.boundaries);
  input.shapes = snapshot(std::move(*shapes));
  input.coverage = snapshot(view.coverage);
  if (needs_groups(scene.type))
    input.groups = snapshot(cover_groups(view.cube, view.filter, std::array{scene.by}));
  input.scene = &scene;
  input.language = Language::English;
  return make_picture(input);
}

/// Markers stand for rows that the figures count, and for no others.
void check_markers(const View& view, const Picture& picture) {
  const auto rows = projects_under(view.cube, view.filter);
  std::set<ProjectIndex> marked;
  if (picture.places)
    for (const Marker& marker : picture.places->places())
      marked.insert(marker.projects.begin(), marker.projects.end());
  CHECK(std::includes(rows.begin(), rows.end(), marked.begin(), marked.end()));
}

/// Funds stand among the key figures with what the filter leaves of them.
void check_fund_headlines(const View& view, const Picture& picture) {
  for (const FacetValue& fund : facets(view.cube, Dimension::Fund, view.filter))
    for (const Headline& headline : picture.headlines)
      if (headline.text == label_of(Dimension::Fund, fund.value, kEnglish)) {
        INFO("key figure of " << fund.value);
        CHECK(headline.value == format_or_no_data(fund.figures.projects, kEnglish));
        CHECK(allows(view.filter, Dimension::Fund, fund.value));
      }
}

/// Zones lie in the class that holds their value, and those without a value in none.
void check_classes(const View& view, const Picture& picture, const Scene& scene) {
  const Classes& classes = picture.classes;
  for (std::size_t zone = 0; zone < view.coverage.zones.size(); ++zone) {
    const auto value = shown_value(scene.measure, view.coverage.zones[zone], view.coverage);
    INFO("zone " << view.coverage.zones[zone].code);
    for (const UnitIndex unit : view.coverage.zones[zone].units) {
      const int index = picture.paint[static_cast<std::size_t>(unit)].class_index;
      if (!value) {
        CHECK(index < 0);
        continue;
      }
      REQUIRE(index >= 0);
      REQUIRE(index < classes.count());
      const auto at = static_cast<std::size_t>(index);
      CHECK(*value >= classes.breaks[at]);
      CHECK(*value <= classes.breaks[at + 1]);
    }
  }
}

void check_legend(const View& view, const Picture& picture, bool of_areas) {
  int members = 0;
  for (const LegendEntry& entry : picture.legend.entries) {
    if (entry.class_index == kCategoryClass)
      continue;
    members += entry.members;
    INFO("legend entry " << entry.text);
    const auto painted =
        std::count_if(picture.paint.begin(), picture.paint.end(), [&](const UnitPaint& paint) {
          return paint.class_index == entry.class_index && paint.fill == entry.fill;
        });
    if (of_areas)
      CHECK(painted == entry.members);
  }
  if (of_areas)
    CHECK(members == static_cast<int>(view.coverage.zone_of_unit.size()));
}

std::string row_text(const SummaryRow& row) {
  std::string text;
  for (const SummaryKey& key : row.keys)
    text += key.value.value_or("none") + " ";
  return text + told(row.figures);
}

}  // namespace

void check_profiles(const View& view) {
  for (std::size_t z = 0; z < view.coverage.zones.size(); ++z) {
    const int zone = static_cast<int>(z);
    INFO("profile of " << view.coverage.zones[z].code);
    const Profile profile =
        make_profile(view.cube, view.boundaries, view.coverage, view.filter, zone);
    for (const ProfileMeasure& line : profile.measures) {
      INFO(word_of(line.measure));
      const auto value = shown_value(line.measure, view.coverage.zones[z], view.coverage);
      CHECK(line.value == value);
      CHECK((line.rank > 0) == line.value.has_value());
      CHECK(line.rank <= line.of);
    }
    if (view.has_rows())
      CHECK(profile.projects == projects_in(view.cube, zone, view.filter));
    check_lines(view, zone, Dimension::Fund, profile.by_fund);
    if (!profile.crossing_published)
      continue;
    check_lines(view, zone, Dimension::Sector, profile.by_sector);
    check_lines(view, zone, Dimension::Status, profile.by_status);
  }
}

void check_picture(const View& view, unsigned chosen) {
  const Scene scene = scene_of(view, chosen);
  INFO("picture " << word_of(scene.type) << " of " << word_of(scene.measure) << " by "
                  << word_of(scene.classing.method) << " " << scene.classing.count);
  const Picture picture = picture_of(view, scene);
  REQUIRE(picture.paint.size() == view.coverage.zone_of_unit.size());
  const bool classed = scene.type == MapType::Choropleth || scene.type == MapType::Diverging;
  if (classed)
    check_classes(view, picture, scene);
  check_legend(view, picture, classed || scene.type == MapType::Dominant);
  check_markers(view, picture);
  check_fund_headlines(view, picture);
  REQUIRE(!picture.headlines.empty());
  CHECK(picture.headlines.front().value ==
        format_or_no_data(view.coverage.total.projects, kEnglish));
}

void check_summary(const View& view, Dimension by) {
  const Level level = view.coverage.level;
  const GroupBy zones{level == Level::Region ? "region" : "cercle", level, {}};
  const GroupBy values{"values", {}, by};
  SummaryInput input;
  input.dataset = &view.dataset();
  input.boundaries = &view.boundaries;
  input.filter = view.filter;
  const auto groups = cover_groups(view.cube, view.filter, std::array{by});
  std::vector<std::string> of_zones, of_values, of_both;
  for (const CoverageZone& zone : view.coverage.zones)
    of_zones.push_back(zone.code + " " + told(zone.figures));
  for (const auto& group : groups)
    of_values.push_back(group.values.front().value_or("none") + " " + told(group.coverage.total));
  for (std::size_t z = 0; z < view.coverage.zones.size(); ++z)
    for (const auto& group : groups)
      of_both.push_back(view.coverage.zones[z].code + " " + group.values.front().value_or("none") +
                        " " + told(group.coverage.zones[z].figures));
  const auto check = [&](std::vector<GroupBy> wanted, const std::vector<std::string>& expected) {
    input.by = std::move(wanted);
    const Summary summary = make_summary(input);
    std::vector<std::string> rows;
    for (const SummaryRow& row : summary.rows)
      rows.push_back(row_text(row));
    CHECK(rows == expected);
    CHECK(told(summary.total) == told(view.coverage.total));
    CHECK(told(summary.national) == told(view.coverage.national));
    CHECK(told(summary.outside) == told(view.coverage.outside));
  };
  check({zones}, of_zones);
  check({values}, of_values);
  check({zones, values}, of_both);
}

void check_gaps(const View& view) {
  for (const Aid aid : {Aid::Projects, Aid::Budget}) {
    INFO("gaps in " << word_of(aid));
    GapInput input;
    input.cube = &view.cube;
    input.boundaries = &view.boundaries;
    input.filter = view.filter;
    input.settings.aid = aid;
    input.settings.need.kind = NeedKind::Area;
    input.need.choice = input.settings.need;
    Coverage on_map = view.coverage;
    add_gaps(on_map, input);
    CHECK(told(on_map) == told(view.coverage));
    const auto study = study_gaps(input);
    if (!study)
      continue;
    CHECK(told(study->coverage) == told(view.coverage));
    double sum = 0;
    for (std::size_t zone = 0; zone < on_map.zones.size(); ++zone) {
      const CoverageZone &mapped = on_map.zones[zone], &studied = study->coverage.zones[zone];
      INFO("zone " << mapped.code);
      CHECK(mapped.gap.aid == studied.gap.aid);
      CHECK(mapped.gap.per_need == studied.gap.per_need);
      CHECK(mapped.gap.smoothed == studied.gap.smoothed);
      CHECK(mapped.gap.location_quotient == studied.gap.location_quotient);
      CHECK(mapped.gap.shortfall == studied.gap.shortfall);
      const auto measure = aid == Aid::Projects ? Measure::Projects : Measure::Budget;
      if (studied.gap.aid)
        CHECK(studied.gap.aid == shown_value(measure, view.coverage.zones[zone], view.coverage));
      sum += studied.gap.aid.value_or(0);
    }
    CHECK(study->inequality.universe.aid == Approx(sum));
    for (const GapRank& rank : study->ranked)
      CHECK(rank.aid == study->coverage.zones[static_cast<std::size_t>(rank.zone)].gap.aid);
  }
}

void check_table(const View& view) {
  const Projects& list = *view.dataset().projects;
  const auto rows = projects_under(view.cube, view.filter);
  const WorkbookSheet sheet = projects_sheet(list, rows, kEnglish);
  CHECK(sheet.rows.size() == rows.size());
  Cents listed, written;
  for (const ProjectIndex row : rows)
    listed += list.budget.at(static_cast<std::size_t>(row)).value_or(Cents{});
  for (const auto& row : sheet.rows)
    for (const WorkbookCell& cell : row)
      if (const auto* cents = std::get_if<Cents>(&cell))
        written += *cents;
  CHECK(told(written) == told(list.has_budgets ? listed : Cents{}));
}

}  // namespace malimap::testing
