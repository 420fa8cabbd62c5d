#include "geo/map/parts.h"

#include <algorithm>
#include <numeric>

#include "geo/map/palettes.h"

namespace malimap {
namespace {

constexpr std::size_t kMostCategories = 8;  // more are not told apart by colour
constexpr double kRounding = 1e-6;          // of the whole

ZoneParts parts_of(const std::vector<CoverageGroup>& groups, std::size_t zone, Measure measure,
                   const std::optional<double>& whole) {
  ZoneParts parts;
  bool all = !groups.empty();
  double sum = 0;
  for (const CoverageGroup& group : groups) {
    const auto value = value_of(measure, group.coverage.zones[zone], group.coverage);
    all = all && value;
    parts.amounts.push_back(std::max(0.0, value.value_or(0)));
    sum += parts.amounts.back();
  }
  parts.known = whole && sum > 0 && (all || sum >= *whole * (1 - kRounding));
  return parts;
}

std::vector<double> totals_of_groups(const Division& division, std::size_t groups) {
  std::vector<double> totals(groups, 0);
  for (const ZoneParts& zone : division.zones)
    for (std::size_t group = 0; group < groups && zone.known; ++group)
      totals[group] += zone.amounts[group];
  return totals;
}

/// The groups that get a colour of their own: all, or the largest where there are too many.
std::vector<bool> own_colour(const std::vector<double>& totals) {
  std::vector<std::size_t> present;
  for (std::size_t group = 0; group < totals.size(); ++group)
    if (totals[group] > 0)
      present.push_back(group);
  if (present.size() > kMostCategories) {
    std::stable_sort(present.begin(), present.end(),
                     [&](std::size_t a, std::size_t b) { return totals[a] > totals[b]; });
    present.resize(kMostCategories - 1);
  }
  std::vector<bool> own(totals.size(), false);
  for (const std::size_t group : present)
    own[group] = true;
  return own;
}

void make_categories(const Draft& draft, Division& division,
                     const std::vector<CoverageGroup>& groups) {
  const Dimension by = draft.scene().by;
  const auto totals = totals_of_groups(division, groups.size());
  const auto own = own_colour(totals);
  division.category_of_group.assign(groups.size(), -1);
  std::vector<std::string> values;
  for (std::size_t group = 0; group < groups.size(); ++group)
    if (const auto& value = groups[group].values.front(); own[group] && value)
      values.push_back(*value);
  const auto colours = category_colours(by, values);
  std::size_t coloured = 0;
  bool others = false;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (!own[group]) {
      others = others || totals[group] > 0;
      continue;
    }
    const auto& value = groups[group].values.front();
    const int index = static_cast<int>(division.categories.size());
    division.category_of_group[group] = index;
    if (value)
      division.categories.push_back({label_of(by, *value, draft.tr), colours[coloured++]});
    else
      division.categories.push_back({draft.tr(N_("Not stated")), Colour{0xB4, 0xB4, 0xAE}});
  }
  if (!others)
    return;
  for (std::size_t group = 0; group < groups.size(); ++group)
    if (!own[group] && totals[group] > 0)
      division.category_of_group[group] = static_cast<int>(division.categories.size());
  division.categories.push_back({draft.tr(N_("Others")), others_colour()});
}

}  // namespace

std::vector<double> Division::by_category(std::size_t zone) const {
  std::vector<double> amounts(categories.size(), 0);
  for (std::size_t group = 0; group < category_of_group.size(); ++group)
    if (category_of_group[group] >= 0)
      amounts[static_cast<std::size_t>(category_of_group[group])] += zones[zone].amounts[group];
  return amounts;
}

Division divide(const Draft& draft, Measure measure) {
  Division division;
  division.measure = measure;
  division.whole = values_of_zones(draft.coverage(), division.measure);
  division.zones.resize(division.whole.size());
  if (!draft.input.groups || division.measure == Measure::Population)
    return division;
  const auto& groups = *draft.input.groups;
  for (std::size_t zone = 0; zone < division.zones.size(); ++zone) {
    ZoneParts& parts = division.zones[zone];
    parts = parts_of(groups, zone, division.measure, division.whole[zone]);
    const double sum = std::accumulate(parts.amounts.begin(), parts.amounts.end(), 0.0);
    division.overlaps =
        division.overlaps || (parts.known && sum > *division.whole[zone] * (1 + kRounding));
  }
  make_categories(draft, division, groups);
  return division;
}

std::string dimension_words(Dimension dimension, const Translator& tr) {
  switch (dimension) {
    case Dimension::Fund:
      return tr(N_("fund"));
    case Dimension::Sector:
      return tr(N_("sector"));
    case Dimension::Status:
      return tr(N_("status"));
    case Dimension::Donor:
      return tr(N_("donor"));
    case Dimension::Partner:
      return tr(N_("partner"));
  }
  return {};
}

std::string dominant_words(Dimension dimension, const Translator& tr) {
  switch (dimension) {
    case Dimension::Fund:
      return tr(N_("Dominant fund"));
    case Dimension::Sector:
      return tr(N_("Dominant sector"));
    case Dimension::Status:
      return tr(N_("Dominant status"));
    case Dimension::Donor:
      return tr(N_("Dominant donor"));
    case Dimension::Partner:
      return tr(N_("Dominant partner"));
  }
  return {};
}

void list_categories(const Draft& draft, const Division& division,
                     const std::vector<int>& members) {
  std::vector<LegendEntry> entries;
  for (std::size_t i = 0; i < division.categories.size(); ++i)
    if (members[i] > 0)
      entries.push_back({division.categories[i].colour, false, division.categories[i].text,
                         members[i], kCategoryClass, EntryKind::Class});
  auto& all = draft.legend().entries;
  all.insert(all.begin(), entries.begin(), entries.end());
}

void note_division(const Draft& draft, const Division& division) {
  bool unknown = false;
  for (std::size_t zone = 0; zone < division.zones.size(); ++zone)
    unknown = unknown || (division.whole[zone].value_or(0) > 0 && !division.zones[zone].known);
  const std::string by = dimension_words(draft.scene().by, draft.tr);
  if (unknown && division.measure != Measure::Population)
    draft.legend().notes.push_back(
        trf(draft.tr, N_("Grey: the figure is known, its division by {0} is not published."), by));
  if (division.overlaps)
    draft.legend().notes.push_back(
        trf(draft.tr, N_("What belongs to several values ({0}) is counted in each of them."), by));
}

}  // namespace malimap
