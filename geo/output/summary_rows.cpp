#include "geo/output/summary_rows.h"

#include <algorithm>

#include "geo/coverage/cube.h"
#include "geo/coverage/notes.h"

namespace malimap {
namespace {

/// `by` taken apart: the level's place among the dimensions.
struct Layout {
  std::optional<Level> level;
  std::size_t before_level = 0;  // dimensions that stand before the level
  std::vector<Dimension> dimensions;
};

Layout layout_of(const std::vector<GroupBy>& by) {
  Layout layout;
  for (const auto& group : by) {
    if (group.level) {
      layout.level = group.level;
      layout.before_level = layout.dimensions.size();
    } else {
      layout.dimensions.push_back(*group.dimension);
    }
  }
  return layout;
}

SummaryKey key_of_zone(const CoverageZone& zone, const AdminLayer& layer) {
  SummaryKey key{zone.code, zone.name, {}};
  if (zone.units.size() > 1)
    for (const UnitIndex unit : zone.units)
      key.units.push_back(layer.units[static_cast<std::size_t>(unit)].pcode);
  return key;
}

class RowMaker {
 public:
  RowMaker(const Layout& layout, const AdminLayer& units, const std::vector<CoverageGroup>& groups)
      : layout_(&layout), units_(&units), groups_(&groups) {}

  [[nodiscard]] std::vector<SummaryRow> make() {
    std::vector<SummaryRow> rows;
    if (!layout_->level) {
      for (const auto& group : *groups_)
        rows.push_back(row(group, nullptr));
      return rows;
    }
    // Groups come in order; those that agree in the dimensions before the level are one run, in
    // which the zones are outermost.
    for (auto first = groups_->begin(); first != groups_->end();) {
      const auto end = std::find_if(first, groups_->end(), [&](const CoverageGroup& group) {
        return !same_before_level(*first, group);
      });
      for (std::size_t z = 0; z < first->coverage.zones.size(); ++z)
        for (auto group = first; group != end; ++group)
          rows.push_back(row(*group, &group->coverage.zones[z]));
      first = end;
    }
    return rows;
  }

 private:
  [[nodiscard]] bool same_before_level(const CoverageGroup& a, const CoverageGroup& b) const {
    const auto end = a.values.begin() + static_cast<std::ptrdiff_t>(layout_->before_level);
    return std::equal(a.values.begin(), end, b.values.begin());
  }
  [[nodiscard]] SummaryRow row(const CoverageGroup& group, const CoverageZone* zone) const {
    SummaryRow row;
    for (std::size_t d = 0; d <= group.values.size(); ++d) {
      if (zone && d == layout_->before_level)
        row.keys.push_back(key_of_zone(*zone, *units_));
      if (d < group.values.size())
        row.keys.push_back({group.values[d], {}, {}});
    }
    row.figures = zone ? zone->figures : group.coverage.total;
    return row;
  }

  const Layout* layout_;
  const AdminLayer* units_;
  const std::vector<CoverageGroup>* groups_;
};

/// Aggregates grouped by fund attribute more to zones than all funds together: what is left is the
/// sum of what each leaves.
Figures unlocated_of(const Coverage& whole, const std::vector<CoverageGroup>& groups,
                     bool is_aggregate) {
  Figures figures = whole.unlocated;
  if (!is_aggregate)
    return figures;
  Cents left;
  for (const auto& group : groups) {
    if (!group.coverage.unlocated.budget)
      return figures;
    left += *group.coverage.unlocated.budget;
  }
  figures.budget = left;
  return figures;
}

/// Groups that a project can be in several of.
Message several_groups_note(const Projects& projects) {
  if (projects.sector_share.empty())
    return {N_("A project with several sectors is counted in each of them."), {}};
  return {
      N_("A project with several sectors is counted in each of them; its budget is split by the "
         "shares that the list gives."),
      {}};
}

void add_notes(Summary& summary, const Coverage& whole, const std::vector<CoverageGroup>& groups,
               const SummaryInput& input) {
  summary.notes = whole.notes;
  const auto known = [&](const Message& note) {
    return std::any_of(summary.notes.begin(), summary.notes.end(),
                       [&](const Message& other) { return other.msgid == note.msgid; });
  };
  const auto inferred = [](const SummaryRow& row) {
    return basis_of(row.figures) == Basis::Inferred;
  };
  if (std::any_of(summary.rows.begin(), summary.rows.end(), inferred) && !known(inferred_note()))
    summary.notes.push_back(inferred_note());
  std::int64_t in_groups = 0;
  for (const auto& group : groups)
    in_groups += group.coverage.total.projects.value_or(0);
  const bool by_sector = std::any_of(input.by.begin(), input.by.end(), [](const GroupBy& by) {
    return by.dimension == Dimension::Sector;
  });
  if (whole.total.projects && in_groups > *whole.total.projects)
    summary.notes.push_back(
        by_sector ? several_groups_note(*input.dataset->projects)
                  : Message{N_("A project whose rows differ is counted in each group."), {}});
}

void add_both_numbers(Summary& summary, const Coverage& whole,
                      const std::vector<CoverageGroup>& groups) {
  const auto add = [&](const std::vector<std::optional<std::string>>& values,
                       const Coverage& coverage) {
    if (has_both_numbers(coverage))
      summary.both_numbers.push_back({values, coverage});
  };
  add({}, whole);
  constexpr std::size_t kMostGroups = 12;
  if (groups.size() > 1 && groups.size() <= kMostGroups)
    for (const auto& group : groups)
      add(group.values, group.coverage);
}

}  // namespace

std::optional<Basis> basis_of(const Figures& figures) {
  std::optional<Basis> weakest;
  if (figures.projects)
    weakest = figures.projects_basis;
  if (figures.budget)
    weakest = std::max(weakest.value_or(figures.budget_basis), figures.budget_basis);
  return weakest;
}

Summary make_summary(const SummaryInput& input) {
  const Layout layout = layout_of(input.by);
  const Level level = layout.level.value_or(input.boundaries->layers.front().level);
  const CoverageCube cube(*input.dataset, *input.boundaries, level);
  const Coverage whole = cover(cube, input.filter);
  const auto groups = cover_groups(cube, input.filter, layout.dimensions);

  Summary summary;
  summary.rows = RowMaker(layout, *input.boundaries->layer(level), groups).make();
  summary.national = whole.national;
  summary.unlocated = unlocated_of(whole, groups, input.dataset->aggregates != nullptr);
  summary.outside = whole.outside;
  summary.coarser = whole.coarser;
  summary.has_coarser = whole.coarser.projects.value_or(0) > 0;
  summary.total = whole.total;
  summary.has_rows = whole.rows_share_projects;
  summary.other_amounts = whole.other_currencies;
  add_notes(summary, whole, groups, input);
  if (layout.level)
    add_both_numbers(summary, whole, groups);
  return summary;
}

}  // namespace malimap
