// The legend and the table of figures: beside the map, below it on an upright page.

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/output/page_painter.h"
#include "geo/output/sheet.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kSmallest = 0.55, kStep = 0.09;  // of the legend's designed size
constexpr double kBelowGap = 14;                  // dp, between the parts below one another

constexpr double kKeyWidth = 290;  // dp, at most: counts stay near their classes

using Cells = std::vector<std::string>;

/// A zone's name and figures: projects, budget where one is known, and the measure shown where it
/// is another.
class FigureColumns {
 public:
  FigureColumns(const Coverage& coverage, Measure measure, const Translator& tr)
      : coverage_(coverage), measure_(measure), tr_(tr) {
    for (const CoverageZone& zone : coverage.zones)
      budgets_ = budgets_ || zone.figures.budget.has_value();
    other_ = measure != Measure::Projects && measure != Measure::Budget;
  }
  [[nodiscard]] Cells titles(const std::string& zones) const {
    Cells cells{zones, tr_(N_("Projects"))};
    if (budgets_)
      cells.push_back(tr_(N_("Budget")));
    if (other_)
      cells.push_back(tr_(N_("On the map")));
    return cells;
  }
  [[nodiscard]] Cells row(const CoverageZone& zone) const {
    Cells cells = figures(zone.name, zone.figures);
    if (other_) {
      const auto value = value_of(measure_, zone, coverage_);
      cells.push_back(value ? format_value(measure_, *value, tr_.language())
                            : std::string(tr_(N_("no data"))));
    }
    return cells;
  }
  [[nodiscard]] Cells total() const {
    Cells cells = figures(tr_(N_("Country total")), coverage_.total);
    if (other_)
      cells.emplace_back();
    return cells;
  }

 private:
  [[nodiscard]] Cells figures(const std::string& name, const Figures& figures) const {
    Cells cells{name, format_or_no_data(figures.projects, tr_)};
    if (budgets_)
      cells.push_back(figures.budget ? format_money_compact(*figures.budget, tr_.language())
                                     : std::string(tr_(N_("no data"))));
    return cells;
  }
  const Coverage& coverage_;
  Measure measure_;
  const Translator& tr_;
  bool budgets_ = false, other_ = false;
};

std::string zones_word(Level level, const Translator& tr) {
  return tr(level == Level::Commune  ? N_("Commune")
            : level == Level::Cercle ? N_("Cercle")
                                     : N_("Region"));
}

/// Most first; what is not known last; else as the zones stand.
std::vector<const CoverageZone*> by_size(const Coverage& coverage, Measure measure) {
  std::vector<const CoverageZone*> zones;
  for (const CoverageZone& zone : coverage.zones)
    zones.push_back(&zone);
  std::stable_sort(zones.begin(), zones.end(), [&](const auto* a, const auto* b) {
    return value_of(measure, *a, coverage).value_or(-1e300) >
           value_of(measure, *b, coverage).value_or(-1e300);
  });
  return zones;
}

/// As wide as their texts ask for; the names take what is left.
void set_widths(PlacedTable& table, const Cells& titles, double width) {
  const double pad = table.size_px * 1.1;
  double taken = 0;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    double widest = text_size(titles[i], {TextRole::Legend, table.size_px}).width;
    for (const Cells& row : table.rows)
      if (i < row.size())
        widest = std::max(widest, text_size(row[i], {TextRole::Legend, table.size_px, true}).width);
    table.columns.push_back({titles[i], widest + pad, i > 0});
    taken += i > 0 ? widest + pad : 0;
  }
  const double room = width - taken;
  if (room >= width * 0.25) {
    table.columns[0].width = room;
    return;
  }
  for (PlacedTable::Column& column : table.columns)  // too much to show: all get less
    column.width = width / static_cast<double>(table.columns.size());
}

}  // namespace

bool PagePainter::has_table() const {
  return (page().table || is_slide(size_)) && picture_.coverage &&
         !picture_.coverage->zones.empty();
}

PlacedTable PagePainter::table(const PixelBox& box) const {
  const Translator tr(language_);
  const Coverage& coverage = *picture_.coverage;
  PlacedTable table = sheet_table({box.x, box.y}, layout_.scale);
  const FigureColumns columns(coverage, scene_.measure, tr);
  const auto zones = by_size(coverage, scene_.measure);
  const auto fit = static_cast<std::ptrdiff_t>(box.height / table.row_height) - 2;
  const auto most = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, fit));
  const std::size_t shown = zones.size() <= most ? zones.size() : most - 1;
  for (std::size_t i = 0; i < shown; ++i)
    table.rows.push_back(columns.row(*zones[i]));
  if (shown < zones.size())
    table.rows.push_back(
        {trf(tr, N_("… {0} more"),
             format_integer(static_cast<std::int64_t>(zones.size() - shown), language_))});
  table.rows.push_back(columns.total());
  table.total_rows = 1;
  set_widths(table, columns.titles(zones_word(coverage.level, tr)), box.width);
  for (auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      row[i] = fitted(row[i], table, i);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    table.columns[i].title = fitted(table.columns[i].title, table, i);
  return table;
}

/// Notes go first, from the last; then the key gets smaller.
void PagePainter::fit_beside() {
  NullCanvas nowhere;
  const PixelBox& box = layout_.side;
  const auto height = [&] {
    return draw_legend(drawing(nowhere, legend_part_), legend_, {}, box.width);
  };
  while (!legend_.notes.empty() && height() > box.height)
    legend_.notes.pop_back();
  while (legend_part_ > kSmallest && height() > box.height)
    legend_part_ -= kStep;
}

/// What stands below the map of an upright page: the key at the left, notes and table at the right.
double PagePainter::below_height() const {
  NullCanvas nowhere;
  const Drawing d = drawing(nowhere, legend_part_);
  const double width = side_width(size_);
  double left = 0, right = 0;
  if (page().legend) {
    left = draw_legend_key(d, legend_, {}, std::min(width, d.dp(kKeyWidth)));
    right = draw_legend_notes(d, legend_, {}, width);
  }
  if (has_table()) {
    const double least = sheet_table({}, layout_.scale).row_height * 5;
    right += (right > 0 ? d.dp(kBelowGap) : 0) + least;
  }
  return std::max(left, right);
}

void PagePainter::fit_below(double most) {
  while (!legend_.notes.empty() && below_height() > most)
    legend_.notes.pop_back();
  while (legend_part_ > kSmallest && below_height() > most)
    legend_part_ -= kStep;
}

/// Returns the height of what stands in the legend's column.
double PagePainter::side(Canvas& canvas, const PixelBox& box) const {
  const Drawing d = drawing(canvas, legend_part_);
  double height = 0;
  canvas.begin_group({"legend", ""});
  if (page().legend && !layout_.upright)
    height = draw_legend(d, legend_, {box.x, box.y}, box.width);
  PixelBox place = layout_.table;
  if (layout_.upright) {
    const double width = side_width(size_);
    const PixelPoint right{box.x + box.width - width, box.y};
    double notes = 0;
    if (page().legend) {
      height = draw_legend_key(d, legend_, {box.x, box.y}, std::min(width, d.dp(kKeyWidth)));
      notes = draw_legend_notes(d, legend_, right, width);
    }
    notes += notes > 0 ? d.dp(kBelowGap) : 0;
    place = {right.x, box.y + notes, width, box.height - notes};
  }
  canvas.end_group();
  if (has_table())
    canvas.table(table(place), {"figures", ""});
  return height;
}

}  // namespace malimap
