#include "geo/map/change_markers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "geo/base/numbers.h"
#include "geo/map/place_markers.h"

namespace malimap {
namespace {

MarkerChange sign_of(ChangeKind kind) {
  if (kind == ChangeKind::New)
    return MarkerChange::New;
  return kind == ChangeKind::Changed ? MarkerChange::Changed : MarkerChange::Ended;
}

/// Where a project of one of the lists lies, each place once.
struct Spot {
  LonLat at;
  MarkerChange change;
  ProjectIndex project;  // of the later list; -1: it is not there
  std::int64_t count;
};

void add_spots(std::vector<Spot>& spots, const ProjectChange& change, const PictureInput& input) {
  const bool gone = change.after.empty();
  const Projects& list = gone ? *input.previous->projects : *input.dataset->projects;
  std::vector<LonLat> seen;
  for (const ProjectIndex row : gone ? change.before : change.after) {
    const auto at = static_cast<std::size_t>(row);
    for (const Location& location : list.locations_of(at)) {
      if (!location.point || location.scope != Scope::Located ||
          std::find(seen.begin(), seen.end(), *location.point) != seen.end())
        continue;
      seen.push_back(*location.point);
      spots.push_back({*location.point, sign_of(change.kind), gone ? -1 : row, list.count[at]});
    }
  }
}

/// Ended below, new on top.
int order_of(MarkerChange change) {
  return change == MarkerChange::New ? 2 : change == MarkerChange::Changed ? 1 : 0;
}

}  // namespace

std::vector<Marker> make_change_markers(const PictureInput& input) {
  std::vector<Marker> markers;
  if (!input.changes || !input.previous)
    return markers;
  std::vector<Spot> spots;
  for (const ProjectChange& change : input.changes->changes)
    add_spots(spots, change, input);
  std::vector<LonLat> points;
  for (const Spot& spot : spots)
    points.push_back(spot.at);
  const auto positions = project_points(points, input.shapes->projection);
  // On a grid of one metre, so that the same place is one marker.
  std::map<std::tuple<int, std::int64_t, std::int64_t>, Marker> at_place;
  std::int64_t largest = 1;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (!positions[i])
      continue;
    Marker& marker = at_place[{order_of(spots[i].change), std::llround(positions[i]->x),
                               std::llround(positions[i]->y)}];
    marker.count =
        marker.change == MarkerChange::None ? spots[i].count : marker.count + spots[i].count;
    marker.change = spots[i].change;
    marker.position = *positions[i];
    if (spots[i].project >= 0)
      marker.projects.push_back(spots[i].project);
    largest = std::max(largest, marker.count);
  }
  for (auto& [place, marker] : at_place) {
    marker.radius_dp = std::max(4.0, marker_radius_dp(marker.count, largest));
    markers.push_back(std::move(marker));
  }
  return markers;
}

void add_change_key(Legend& legend, const std::vector<Marker>& markers, const ListChanges& changes,
                    const Translator& tr) {
  const auto number = [&](std::int64_t n) { return format_integer(n, tr.language()); };
  const auto shown = [&](MarkerChange change) {
    return std::any_of(markers.begin(), markers.end(),
                       [&](const Marker& marker) { return marker.change == change; });
  };
  const auto add = [&](MarkerChange change, std::string text) {
    if (shown(change))
      legend.marker_changes.push_back({change, std::move(text)});
  };
  const std::int64_t over = changes.ended + changes.gone;
  add(MarkerChange::New,
      trn(tr, "{0} new project", "{0} new projects", changes.added, number(changes.added)));
  add(MarkerChange::Changed, trn(tr, "{0} changed project", "{0} changed projects", changes.changed,
                                 number(changes.changed)));
  add(MarkerChange::Ended, trn(tr, "{0} project ended or no longer listed",
                               "{0} projects ended or no longer listed", over, number(over)));
  legend.marker_key = !legend.marker_changes.empty();
  if (legend.marker_key)
    legend.marker_title = tr(N_("Since the earlier list"));
  else if (!changes.changes.empty())
    legend.notes.push_back(tr(N_("No changed project has a position: see the table of changes.")));
}

}  // namespace malimap
