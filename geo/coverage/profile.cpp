#include "geo/coverage/profile.h"

#include <algorithm>
#include <array>
#include <set>

#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/match.h"
#include "geo/coverage/tally.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

constexpr std::array kMeasures{
    Measure::Projects,         Measure::Budget,       Measure::BudgetPerHead,
    Measure::ProjectsPer100k,  Measure::BudgetPerKm2, Measure::ProjectsPer1000Km2,
    Measure::BudgetPerProject,
};

/// Zones that share a stretch of border with it, in their order.
std::vector<int> neighbours_of(const Coverage& coverage, const AdminLayer& layer, int zone) {
  std::set<int> found;
  const auto zone_at = [&](UnitIndex unit) {
    return unit == kNoUnit ? -1 : coverage.zone_of_unit[static_cast<std::size_t>(unit)];
  };
  for (const Arc& arc : layer.arcs) {
    const int left = zone_at(arc.left), right = zone_at(arc.right);
    if (left == zone && right != zone && right >= 0)
      found.insert(right);
    if (right == zone && left != zone && left >= 0)
      found.insert(left);
  }
  return {found.begin(), found.end()};
}

ProfileMeasure measure_of_zone(Measure measure, const Coverage& coverage, int zone,
                               std::span<const int> all, std::span<const int> neighbours) {
  ProfileMeasure line;
  line.measure = measure;
  line.value = value_of(measure, coverage.zones[static_cast<std::size_t>(zone)], coverage);
  line.country = mean_of(measure, coverage, all);
  line.neighbours = mean_of(measure, coverage, neighbours);
  for (const int other : all) {
    const auto value = value_of(measure, coverage.zones[static_cast<std::size_t>(other)], coverage);
    line.of += value ? 1 : 0;
    line.rank += value && line.value && *value > *line.value ? 1 : 0;
  }
  line.rank = line.value ? line.rank + 1 : 0;
  return line;
}

/// What a dimension's values bring, as far as rows of the zone were added.
class Lines {
 public:
  Lines(const Dataset& dataset, Dimension dimension, const Filter& filter)
      : dimension_(dimension),
        codes_(*dataset.projects, dimension),
        tallies_(codes_.dictionary().size() + 1, !project_numbers(dataset).empty()) {
    for (const std::string& value : codes_.dictionary().texts())
      shown_.push_back(allows(filter, dimension, value));
    missing_shown_ = values_of(filter, dimension).empty();
  }

  void add(RowReader& reader, std::size_t row, int slot) {
    for (const Code code : codes_.of(row)) {
      const RowFigures& figures =
          dimension_ == Dimension::Sector ? reader.row_in_sector(row, code) : reader.row(row);
      const std::size_t at = code == kMissing ? shown_.size() : static_cast<std::size_t>(code);
      for (const ProjectPart& part : figures.parts)
        if (part.slot == slot)
          tallies_.add(at, figures, figures.has_budget, part.budget);
    }
  }

  /// Those with a project here; the natural order, of sectors by falling count; without a value
  /// last.
  [[nodiscard]] std::vector<ProfileLine> lines(bool has_budgets) const {
    std::vector<ProfileLine> found;
    for (std::size_t code = 0; code < shown_.size(); ++code)
      if (shown_[code] && tallies_[code].rows > 0)
        found.push_back({codes_.dictionary().text(static_cast<Code>(code)),
                         tallies_[code].figures(has_budgets)});
    std::stable_sort(found.begin(), found.end(), [&](const ProfileLine& a, const ProfileLine& b) {
      if (dimension_ == Dimension::Status)
        return status_rank(*a.value) < status_rank(*b.value);
      return dimension_ == Dimension::Sector && *a.figures.projects > *b.figures.projects;
    });
    if (missing_shown_ && tallies_[shown_.size()].rows > 0)
      found.push_back({std::nullopt, tallies_[shown_.size()].figures(has_budgets)});
    return found;
  }

 private:
  Dimension dimension_;
  DimensionCodes codes_;
  TallyTable tallies_;
  std::vector<bool> shown_;  // per code
  bool missing_shown_ = true;
};

void add_rows(Profile& profile, const CoverageCube& cube, const Filter& filter) {
  const Dataset& dataset = cube.dataset();
  const Projects& projects = *dataset.projects;
  profile.projects = projects_in(cube, profile.zone, filter);
  std::vector<bool> here(projects.size(), false);
  for (const ProjectIndex row : profile.projects)
    here[static_cast<std::size_t>(row)] = true;
  Lines fund(dataset, Dimension::Fund, filter), sector(dataset, Dimension::Sector, filter),
      status(dataset, Dimension::Status, filter);
  RowReader reader(dataset, &cube.placement(), filter);
  for (std::size_t i = 0; i < cube.order().size(); ++i) {
    const std::size_t row = cube.order().row(i);
    if (!here[row])
      continue;
    for (Lines* lines : {&fund, &sector, &status})
      lines->add(reader, row, profile.zone);
  }
  profile.by_fund = fund.lines(projects.has_budgets);
  profile.by_sector = sector.lines(projects.has_budgets);
  profile.by_status = status.lines(projects.has_budgets);
}

/// Of aggregates by fund only: that crossing is published. The listed projects that lie here are
/// already inside the figures.
void add_published(Profile& profile, const CoverageCube& cube, const Boundaries& boundaries,
                   const CoverageZone& zone, const Filter& filter) {
  profile.crossing_published = false;
  const Dimension by[] = {Dimension::Fund};
  for (const CoverageGroup& group : cover_groups(cube, filter, by)) {
    const auto& figures = group.coverage.zones[static_cast<std::size_t>(profile.zone)].figures;
    if (figures.reported())
      profile.by_fund.push_back({group.values[0], figures});
  }
  profile.projects = listed_in(cube, boundaries, zone, filter);
}

}  // namespace

std::vector<ProjectIndex> listed_in(const CoverageCube& cube, const Boundaries& boundaries,
                                    const CoverageZone& zone, const Filter& filter) {
  const Projects& projects = *cube.dataset().projects;
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(cube.level());
  const auto in_zone = [&](UnitIndex unit) {
    return std::find(zone.units.begin(), zone.units.end(), unit) != zone.units.end();
  };
  const auto holds = [&](const std::string& pcode) {
    for (int from = tree.layer_count() - 1; from >= 0; --from) {
      const UnitIndex unit = tree.find(from, pcode);
      if (unit == kNoUnit)
        continue;
      if (from >= layer)
        return in_zone(tree.ancestor(from, unit, layer));
      const auto inside = tree.units_in(layer, from, unit);
      return std::any_of(inside.begin(), inside.end(), in_zone);
    }
    return false;
  };
  const Matcher matches(projects, filter);
  std::vector<ProjectIndex> found;
  for (std::size_t row = 0; row < projects.size(); ++row) {
    const auto places = projects.locations_of(row);
    const auto here = [&](const Location& location) {
      if (location.scope != Scope::Located || location.place < 0)
        return false;
      const auto& codes = projects.places[static_cast<std::size_t>(location.place)].pcodes;
      return std::any_of(codes.begin(), codes.end(), holds);
    };
    if (std::any_of(places.begin(), places.end(), here) && matches(row))
      found.push_back(static_cast<ProjectIndex>(row));
  }
  return found;
}

Profile make_profile(const CoverageCube& cube, const Boundaries& boundaries,
                     const Coverage& coverage, const Filter& filter, int zone) {
  Profile profile;
  profile.zone = zone;
  if (zone < 0 || static_cast<std::size_t>(zone) >= coverage.zones.size())
    return profile;
  const CoverageZone& here = coverage.zones[static_cast<std::size_t>(zone)];
  std::vector<int> all;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    if (!coverage.zones[i].filtered_out)
      all.push_back(static_cast<int>(i));
  if (const AdminLayer* layer = boundaries.layer(coverage.level))
    profile.neighbours = neighbours_of(coverage, *layer, zone);
  std::vector<int> compared = profile.neighbours;
  std::erase_if(compared, [&](int other) {
    return coverage.zones[static_cast<std::size_t>(other)].filtered_out;
  });
  for (const Measure measure : kMeasures)
    profile.measures.push_back(measure_of_zone(measure, coverage, zone, all, compared));
  if (cube.dataset().aggregates)
    add_published(profile, cube, boundaries, here, filter);
  else
    add_rows(profile, cube, filter);
  return profile;
}

}  // namespace malimap
