#pragma once
// The key figures of a source's issues over time: a small chart for each fund and figure.

#include "app/panels/chart.h"

namespace malimap::series_chart {

struct Point {
  Date date;
  std::optional<double> value;  // nothing: the issue does not give it
  std::string source;
};
/// One fund's figure at each of the dates of all issues.
struct Series {
  std::string fund;
  bool budget = false;  // else projects
  std::vector<Point> points;
};

/// Per fund, in the order of their first issue: projects, then budget. Every series has a point for
/// every date at which any figure was published, so that what is missing is known to be.
[[nodiscard]] std::vector<Series> series_of(const std::vector<KeyFigure>& figures);

/// Runs of neighbouring points that have a value: lines join these and nothing else. Indices, the
/// second one behind the last.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> runs_of(const Series& series);

void draw(const PanelContext& ctx, chart::Plot plot);

}  // namespace malimap::series_chart
