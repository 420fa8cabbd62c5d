// The panel of time: what is active when, with a window to drag, clear, play and compare; and the
// series of the key figures, where the data bring one.

#include "app/panels/time_chart.h"

#include <algorithm>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/series_chart.h"
#include "app/panels/widgets.h"
#include "app/session/play.h"
#include "geo/base/numbers.h"
#include "geo/map/difference.h"

namespace malimap::time_panel {
namespace {

constexpr float kHead = 44, kFoot = 26, kPad = 16, kButton = 28;  // dp

bool has_timeline(const PanelContext& ctx) {
  return ctx.derived.linked && ctx.derived.linked->timeline.months.size() > 1;
}
bool has_series(const PanelContext& ctx) {
  const auto& aggregates = ctx.state.sources.dataset->aggregates;
  return aggregates && !aggregates->series.empty();
}

TimePage page_of(const PanelContext& ctx) {
  const TimePage wanted = ctx.text.time.page;
  if (!has_series(ctx) || (wanted == TimePage::Active && has_timeline(ctx)))
    return TimePage::Active;
  return TimePage::Series;
}

/// What stands in the row over the chart, from both ends inwards.
struct Row {
  float left, right, top, bottom;
};

bool button(const PanelContext& ctx, Row& row, const char* id, const std::string& text,
            ui::Weight weight = ui::Weight::Plain) {
  const float width = ui::button_width(ctx, text);
  const bool clicked =
      ui::button(ctx, id, text, {row.right - width, row.top}, {row.right, row.bottom}, weight);
  row.right -= width + ctx.style.dp(8);
  return clicked;
}

void play_icon(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float) {
  list.AddTriangleFilled({m.x - half * 0.6F, m.y - half}, {m.x - half * 0.6F, m.y + half},
                         {m.x + half, m.y}, colour);
}
void pause_icon(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float) {
  for (const float side : {-1.0F, 0.25F})
    list.AddRectFilled({m.x + side * half * 0.8F, m.y - half * 0.9F},
                       {m.x + (side + 0.75F) * half * 0.8F, m.y + half * 0.9F}, colour);
}

void play_button(const PanelContext& ctx, Row& row, Actions& actions) {
  const bool playing = ctx.state.playing;
  const float half = ctx.style.dp(kButton) / 2;
  const ImVec2 middle(row.left + half, (row.top + row.bottom) / 2);
  if (ui::icon_button(ctx, "time.play", playing ? pause_icon : play_icon,
                      playing ? ctx.tr("Pause") : ctx.tr("Play: the window moves month by month"),
                      middle, kButton, playing)) {
    const Timeline& timeline = ctx.derived.linked->timeline;
    // At the end it begins anew.
    if (!playing && !next_window(timeline, ctx.state.scene.filter))
      if (const auto first = first_window(timeline, ctx.state.scene.filter))
        actions.push_back(action::SetActiveRange{*first});
    actions.push_back(action::SetPlaying{!playing});
  }
  row.left += 2 * half + ctx.style.dp(10);
}

/// The year up to today, or the list's last one, and the year before it.
DateRange usual_window(const Timeline& timeline) {
  const DateRange all = days_of(timeline);
  const Date end = std::clamp(last_day(today()), last_day(*all.first), *all.last);
  return {std::max(first_day(end, -11), *all.first), end};
}

void start_comparing(const PanelContext& ctx, Actions& actions) {
  const Timeline& timeline = ctx.derived.linked->timeline;
  const Scene& scene = ctx.state.scene;
  const DateRange window = window_of(timeline, scene.filter).value_or(usual_window(timeline));
  const int wide = months_between(*window.first, *window.last) + 1;
  Comparison compare = scene.compare;
  compare.other = scene.filter;
  compare.previous_list = false;
  // A year before: the same season. A longer window is put before itself.
  compare.other->active = moved(window, -std::max(12, wide));
  actions.push_back(action::SetActiveRange{window});
  actions.push_back(action::SetComparison{compare});
}

void stop_comparing(const PanelContext& ctx, Actions& actions) {
  if (ctx.state.scene.type == MapType::Difference)
    actions.push_back(action::SetMapType{MapType::Choropleth});
  actions.push_back(action::SetComparison{Comparison{}});
}

void clear_button(const PanelContext& ctx, Row& row, Actions& actions) {
  const float half = ctx.style.dp(kButton) / 2;
  if (ui::icon_button(ctx, "time.clear", icons::close, ctx.tr("All dates"),
                      {row.right - half, (row.top + row.bottom) / 2}, kButton)) {
    actions.push_back(action::SetPlaying{false});
    actions.push_back(action::SetActiveRange{});
  }
  row.right -= 2 * half + ctx.style.dp(8);
}

void comparing_buttons(const PanelContext& ctx, Row& row, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const float half = ctx.style.dp(kButton) / 2;
  if (ui::icon_button(ctx, "time.stop", icons::close, ctx.tr("End the comparison"),
                      {row.right - half, (row.top + row.bottom) / 2}, kButton))
    stop_comparing(ctx, actions);
  row.right -= 2 * half + ctx.style.dp(8);
  const bool beside = scene.compare.how == CompareHow::SideBySide;
  if (button(ctx, row, "time.beside", ctx.tr("Side by side"),
             beside ? ui::Weight::Primary : ui::Weight::Plain)) {
    Comparison compare = scene.compare;
    compare.how = beside ? CompareHow::Off : CompareHow::SideBySide;
    if (!beside && scene.type == MapType::Difference)
      actions.push_back(action::SetMapType{MapType::Choropleth});
    actions.push_back(action::SetComparison{compare});
  }
  const bool shown = scene.type == MapType::Difference;
  if (button(ctx, row, "time.difference", ctx.tr("Map of the difference"),
             shown ? ui::Weight::Primary : ui::Weight::Plain)) {
    if (beside) {
      Comparison compare = scene.compare;
      compare.how = CompareHow::Off;
      actions.push_back(action::SetComparison{compare});
    }
    actions.push_back(action::SetMapType{shown ? MapType::Choropleth : MapType::Difference});
  }
}

// "juin 2016 – mai 2017 : 123 projets"; what the window shows, or that there is none.
std::string window_words(const PanelContext& ctx) {
  const Scene& scene = ctx.state.scene;
  if (time_chart::compares_dates(scene))
    return ctx.tr("Comparison of A with B");
  if (scene.filter.active.empty())
    return ctx.tr("All dates: drag over the months to choose a window");
  std::string text = period_words(scene.filter.active, ctx.tr);
  if (const auto projects = ctx.derived.coverage->total.projects)
    text += ctx.tr(": ") + trn(ctx.tr, "{0} active project", "{0} active projects", *projects,
                               format_integer(*projects, ctx.tr.language()));
  return text;
}

void timeline_controls(const PanelContext& ctx, Row& row, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const Timeline& timeline = ctx.derived.linked->timeline;
  play_button(ctx, row, actions);
  if (time_chart::compares_dates(scene)) {
    comparing_buttons(ctx, row, actions);
  } else {
    if (button(ctx, row, "time.compare", ctx.tr("Compare with earlier")))
      start_comparing(ctx, actions);
    if (!scene.filter.active.empty())
      clear_button(ctx, row, actions);
  }
  const bool budgets = std::any_of(timeline.budget.begin(), timeline.budget.end(),
                                   [](Cents budget) { return budget.value > 0; });
  const std::string text = ctx.tr("Budget");
  const float width = chart::text_width(ctx.style.fonts.body, text) + ctx.style.dp(34);
  if (budgets && row.right - row.left > width + ctx.style.dp(220)) {
    if (ui::tick(ctx, "time.budget", text, ctx.text.time.budget, {row.right - width, row.top},
                 {row.right, row.bottom}))
      ctx.text.time.budget = !ctx.text.time.budget;
    row.right -= width + ctx.style.dp(10);
  }
  ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.text, {row.left, row.top},
              {row.right, row.bottom}, window_words(ctx));
}

// "A: June 2017 · B: June 2016".
std::string compared_words(const PanelContext& ctx) {
  const Scene& scene = ctx.state.scene;
  return "A" + std::string(ctx.tr(": ")) + period_words(scene.filter.active, ctx.tr) + " · B" +
         ctx.tr(": ") + period_words(scene.compare.other->active, ctx.tr) + ".";
}

// Which projects are in no month, or in all that follow their beginning.
std::string dates_words(const PanelContext& ctx) {
  const Timeline& timeline = ctx.derived.linked->timeline;
  const Translator& tr = ctx.tr;
  std::string text;
  if (time_chart::compares_dates(ctx.state.scene))
    text = compared_words(ctx);
  if (timeline.without > 0)
    text += (text.empty() ? "" : " ") +
            counted(tr, "{0} project without a beginning is in no month.",
                    "{0} projects without a beginning are in no month.", timeline.without);
  if (timeline.open_end > 0)
    text += (text.empty() ? "" : " ") +
            counted(tr, "{0} project without an end is taken as going on.",
                    "{0} projects without an end are taken as going on.", timeline.open_end);
  return text.empty() ? std::string(tr("Projects that are active in each month.")) : text;
}

void pages(const PanelContext& ctx, Row& row) {
  if (!has_series(ctx) || !has_timeline(ctx))
    return;
  const float width = ctx.style.dp(228);
  const int clicked = ui::segments(ctx, "time.page",
                                   {{"time.page.series", ctx.tr("Key figures")},
                                    {"time.page.active", ctx.tr("Projects by month")}},
                                   page_of(ctx) == TimePage::Series ? 0 : 1, {row.left, row.top},
                                   {row.left + width, row.bottom});
  if (clicked >= 0)
    ctx.text.time.page = clicked == 0 ? TimePage::Series : TimePage::Active;
  row.left += width + ctx.style.dp(14);
}

void series_page(const PanelContext& ctx, Row row, chart::Plot plot) {
  const auto& series = ctx.state.sources.dataset->aggregates->series;
  std::vector<std::string> dates;
  for (const KeyFigure& figure : series)
    dates.push_back(figure.as_of);
  std::sort(dates.begin(), dates.end());
  const auto count = std::unique(dates.begin(), dates.end()) - dates.begin();
  ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.text, {row.left, row.top},
              {row.right, row.bottom},
              trn(ctx.tr, "Key figures of {0} issue", "Key figures of {0} issues", count,
                  std::to_string(count)));
  series_chart::draw(ctx, plot);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (!ui::begin_panel(ctx, "time", box))
    return;
  const Style& style = ctx.style;
  const auto left = static_cast<float>(box.x) + style.dp(kPad);
  const auto right = static_cast<float>(box.x + box.width) - style.dp(kPad);
  const auto top = static_cast<float>(box.y), bottom = static_cast<float>(box.y + box.height);
  Row row{left, right, top + style.dp(8), top + style.dp(8 + kButton)};
  const chart::Plot plot{{left, top + style.dp(kHead)}, {right, bottom - style.dp(kFoot)}};
  const bool series = page_of(ctx) == TimePage::Series;
  std::string foot;
  pages(ctx, row);
  if (series) {
    series_page(ctx, row, plot);
    foot = ctx.tr("Where an issue gives no figure there is no point, and the line is broken.");
  } else if (has_timeline(ctx)) {
    timeline_controls(ctx, row, actions);
    time_chart::draw(ctx, plot, actions);
    foot = dates_words(ctx);
  } else {
    ui::text_in(ctx, style.fonts.body, style.colours.muted, plot.low, plot.high,
                ctx.tr("The list gives no dates: no project can be put on a timeline."),
                ui::Align::Centre);
  }
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {left, bottom - style.dp(kFoot)},
              {right, bottom - style.dp(4)}, foot);
  ui::end_panel();
}

}  // namespace malimap::time_panel
