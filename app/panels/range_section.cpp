#include "app/panels/range_section.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/histogram_brush.h"
#include "app/panels/left_column.h"
#include "app/panels/numbers_typed.h"
#include "app/panels/widgets.h"
#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/projects/values.h"

namespace malimap::left_column {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

double number_of(Cents amount) {
  return static_cast<double>(amount.value);
}
double number_of(Date date) {
  return static_cast<double>(sys_days(date).time_since_epoch().count());
}

template <class T>
double bin_of(const std::vector<T>& edges, double value) {
  const auto above = std::upper_bound(edges.begin(), edges.end(), value,
                                      [](double v, const T& edge) { return v < number_of(edge); });
  if (above == edges.begin())
    return 0;
  if (above == edges.end())
    return static_cast<double>(edges.size() - 1);
  const double low = number_of(*(above - 1)), high = number_of(*above);
  return static_cast<double>(above - edges.begin() - 1) + (value - low) / (high - low);
}

/// The end of an upper bound that is included: a cent, or a day, behind it.
template <class T>
std::optional<std::pair<double, double>> bins_between(const std::vector<T>& edges,
                                                      const std::optional<T>& low,
                                                      const std::optional<T>& high) {
  if ((!low && !high) || edges.size() < 2)
    return std::nullopt;
  return std::pair{
      low ? bin_of(edges, number_of(*low)) : 0.0,
      high ? bin_of(edges, number_of(*high) + 1) : static_cast<double>(edges.size() - 1)};
}

// Two fields beside each other; true when one of them is complete.
bool two_fields(const PanelContext& ctx, const std::string& id, RangeText& text, const char* low,
                const char* high) {
  const float from = left(ctx), gap = ctx.style.dp(8), top = ImGui::GetCursorScreenPos().y;
  const float width = (right(ctx) - from - gap) / 2;
  bool complete = false;
  text.edited = false;
  const auto field = [&](const std::string& name, const char* hint, std::string& value, float x) {
    ImGui::SetCursorScreenPos({x, top});
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint(("##" + name).c_str(), hint, &value);
    if (ImGui::IsItemVisible())
      ctx.widgets.note(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    complete = ImGui::IsItemDeactivatedAfterEdit() || complete;
    text.edited = text.edited || ImGui::IsItemActive();
  };
  field(id + ".low", low, text.low, from);
  field(id + ".high", high, text.high, from + width + gap);
  return complete;
}

std::string typed(const std::optional<Cents>& amount, Language language) {
  return amount ? ui::numbers_text({amount->dollars()}, 1, language) : std::string();
}
std::string typed(const std::optional<Date>& date, Language) {
  return date ? iso(*date) : std::string();
}

std::optional<Cents> amount_typed(const std::string& text) {
  const auto numbers = ui::numbers_of(text, 1);
  if (!numbers || numbers->size() != 1)
    return std::nullopt;
  return cents_of_dollars(numbers->front());
}

std::optional<Date> date_typed(const std::string& text, DateRole role) {
  return trim(text).empty() ? std::nullopt : parse_date(text, role).date;
}

// The heading; what the list lacks is said instead of the histogram.
bool begin_range(const PanelContext& ctx, const char* title, const std::string& word, bool chosen,
                 bool has_any, const char* why, bool& clears) {
  if (!has_any && !chosen && ctx.state.sources.dataset->aggregates == nullptr)
    return false;  // a list without such a column says nothing about it
  ui::gap(ctx, 16);
  clears = ui::heading(ctx, title, "clear." + word, chosen ? ctx.tr("Clear") : "");
  if (!has_any)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, why);
  return has_any;
}

}  // namespace

CentsRange range_of(const std::vector<Cents>& edges,
                    const std::optional<std::pair<int, int>>& bins) {
  CentsRange range;
  if (!bins || edges.empty())
    return range;
  if (bins->first > 0)
    range.low = edges[static_cast<std::size_t>(bins->first)];
  if (static_cast<std::size_t>(bins->second) + 1 < edges.size())
    range.high = Cents{edges[static_cast<std::size_t>(bins->second)].value - 1};
  return range;
}

DateRange range_of(const std::vector<Date>& edges, const std::optional<std::pair<int, int>>& bins) {
  DateRange range;
  if (!bins || edges.empty())
    return range;
  if (bins->first > 0)
    range.first = edges[static_cast<std::size_t>(bins->first)];
  if (static_cast<std::size_t>(bins->second) + 1 < edges.size())
    range.last = Date(sys_days(edges[static_cast<std::size_t>(bins->second)]) - days{1});
  return range;
}

std::optional<std::pair<double, double>> bins_of(const std::vector<Cents>& edges,
                                                 const CentsRange& range) {
  return bins_between(edges, range.low, range.high);
}
std::optional<std::pair<double, double>> bins_of(const std::vector<Date>& edges,
                                                 const DateRange& range) {
  return bins_between(edges, range.first, range.last);
}

void budget_section(const PanelContext& ctx, Actions& actions) {
  if (!ctx.derived.linked)
    return;
  const BudgetHistogram& budget = ctx.derived.linked->budget;
  const CentsRange& range = ctx.state.scene.filter.budget;
  bool clears = false;
  const bool any = begin_range(
      ctx, ctx.tr("Budget of a project"), "budget", !range.empty(), budget.edges.size() > 1,
      ctx.tr("The bulletin publishes no budgets of single projects."), clears);
  if (clears)
    actions.push_back(action::SetBudgetRange{});
  if (!any)
    return;
  const Language language = ctx.tr.language();
  const auto brushed = ui::histogram_brush(ctx,
                                           {"budget", budget.projects, bins_of(budget.edges, range),
                                            format_money_compact(budget.edges.front(), language),
                                            format_money_compact(budget.edges.back(), language)},
                                           left(ctx), right(ctx));
  if (brushed.changed)
    actions.push_back(
        action::SetBudgetRange{range_of(budget.edges, brushed.bins), brushed.settles});
  RangeText& text = ctx.text.filters.budget;
  if (!text.edited)
    text = {typed(range.low, language), typed(range.high, language), false};
  ui::gap(ctx, 6);
  if (two_fields(ctx, "budget", text, ctx.tr("from USD"), ctx.tr("to USD")))
    actions.push_back(action::SetBudgetRange{{amount_typed(text.low), amount_typed(text.high)}});
  ui::gap(ctx, 4);
  if (budget.without > 0)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  counted(ctx.tr, "{0} project without a budget is in no range.",
                          "{0} projects without a budget are in no range.", budget.without));
}

void start_section(const PanelContext& ctx, Actions& actions) {
  if (!ctx.derived.linked)
    return;
  const DateHistogram& start = ctx.derived.linked->start;
  const DateRange& range = ctx.state.scene.filter.start;
  bool clears = false;
  const bool any =
      begin_range(ctx, ctx.tr("Beginning"), "start", !range.empty(), start.edges.size() > 1,
                  ctx.tr("The bulletin publishes no dates of single projects."), clears);
  if (clears)
    actions.push_back(action::SetStartRange{});
  if (!any)
    return;
  const auto year = [](Date date) { return std::to_string(static_cast<int>(date.year())); };
  const auto brushed = ui::histogram_brush(
      ctx,
      {"start", start.projects, bins_of(start.edges, range), year(start.edges.front()),
       year(Date(sys_days(start.edges.back()) - days{1}))},
      left(ctx), right(ctx));
  if (brushed.changed)
    actions.push_back(action::SetStartRange{range_of(start.edges, brushed.bins), brushed.settles});
  RangeText& text = ctx.text.filters.start;
  if (!text.edited)
    text = {typed(range.first, ctx.tr.language()), typed(range.last, ctx.tr.language()), false};
  ui::gap(ctx, 6);
  if (two_fields(ctx, "start", text, ctx.tr("from (2016)"), ctx.tr("to (2017-06)")))
    actions.push_back(action::SetStartRange{
        {date_typed(text.low, DateRole::Start), date_typed(text.high, DateRole::End)}});
  ui::gap(ctx, 4);
  if (start.without > 0)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  counted(ctx.tr, "{0} project without a beginning is in no range.",
                          "{0} projects without a beginning are in no range.", start.without));
}

}  // namespace malimap::left_column
