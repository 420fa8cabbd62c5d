#include "app/panels/time_chart.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"
#include "app/session/play.h"
#include "geo/base/numbers.h"
#include "geo/map/difference.h"

namespace malimap::time_chart {
namespace {

constexpr float kScale = 40, kAxis = 20, kHead = 14, kGrip = 5;  // dp

class Chart {
 public:
  Chart(const PanelContext& ctx, chart::Plot plot, Actions& actions)
      : ctx_(ctx),
        timeline_(ctx.derived.linked->timeline),
        actions_(actions),
        months_(static_cast<int>(timeline_.months.size()) - 1) {
    const Style& style = ctx.style;
    plot_ = {{std::floor(plot.low.x + style.dp(kScale)), plot.low.y + style.dp(kHead)},
             {plot.high.x, std::floor(plot.high.y - style.dp(kAxis))}};
    const auto most = std::max_element(timeline_.active.begin(), timeline_.active.end());
    steps_ = chart::round_steps(most == timeline_.active.end() ? 0 : static_cast<double>(*most),
                                plot_.height() > style.dp(110) ? 4 : 2);
    window_ = window_of(timeline_, ctx.state.scene.filter);
    if (compares_dates(ctx.state.scene))
      other_ = window_of(timeline_, *ctx.state.scene.compare.other);
  }

  void draw() {
    grid();
    bars();
    if (ctx_.text.time.budget)
      budget_line();
    axis();
    if (other_)
      frame(*other_, "B", ctx_.style.colours.muted);
    if (window_)
      frame(*window_, other_ ? "A" : "", ctx_.style.colours.accent);
    take_pointer();
  }

 private:
  [[nodiscard]] float x_of(int month) const {
    return std::round(plot_.low.x +
                      plot_.width() * static_cast<float>(month) / static_cast<float>(months_));
  }
  [[nodiscard]] float y_of(double value) const {
    const double top = steps_.back() > 0 ? steps_.back() : 1;
    return plot_.high.y - plot_.height() * static_cast<float>(value / top);
  }
  [[nodiscard]] int month_of(Date date) const {
    return std::clamp(months_between(timeline_.months.front(), date), 0, months_ - 1);
  }
  [[nodiscard]] int month_under_pointer() const {
    const float part = (ImGui::GetIO().MousePos.x - plot_.low.x) / plot_.width();
    return static_cast<int>(std::floor(part * static_cast<float>(months_)));
  }
  [[nodiscard]] bool in_window(int month) const {
    return !window_ || (month >= month_of(*window_->first) && month <= month_of(*window_->last));
  }

  void grid() const {
    const Style& style = ctx_.style;
    for (const double step : steps_) {
      const float y = std::floor(y_of(step));
      ImGui::GetWindowDrawList()->AddLine({plot_.low.x, y}, {plot_.high.x, y},
                                          style.colours.hairline, style.hairline());
      ui::text_in(ctx_, style.fonts.small, style.colours.muted,
                  {plot_.low.x - style.dp(kScale), y - style.dp(8)},
                  {plot_.low.x - style.dp(6), y + style.dp(8)},
                  format_integer(std::llround(step), ctx_.tr.language()), ui::Align::Right);
    }
  }

  void bars() const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& c = ctx_.style.colours;
    const bool apart = plot_.width() / static_cast<float>(months_) >= ctx_.style.dp(4);
    for (int month = 0; month < months_; ++month) {
      const auto active = timeline_.active[static_cast<std::size_t>(month)];
      const float x = x_of(month);
      const float right = std::max(x + 1, x_of(month + 1) - (apart ? 1.0F : 0.0F));
      if (active > 0)
        list.AddRectFilled({x, std::min(y_of(static_cast<double>(active)), plot_.high.y - 1)},
                           {right, plot_.high.y}, in_window(month) ? c.accent : c.bar_selected);
    }
  }

  // In steps, as the months are; its largest value is written at its place.
  void budget_line() const {
    const auto most = std::max_element(timeline_.budget.begin(), timeline_.budget.end());
    if (most == timeline_.budget.end() || most->value <= 0)
      return;
    const auto y = [&](int month) {
      const double part =
          timeline_.budget[static_cast<std::size_t>(month)].dollars() / most->dollars();
      return std::round(plot_.high.y - plot_.height() * 0.94F * static_cast<float>(part));
    };
    const auto& c = ctx_.style.colours;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float half = ctx_.style.dp(0.9F);
    // Rectangles: a polyline of so short steps has spikes.
    for (int month = 0; month < months_; ++month) {
      const float at = y(month), before = month > 0 ? y(month - 1) : at;
      list.AddRectFilled({x_of(month) - half, at - half}, {x_of(month + 1) + half, at + half},
                         c.warning);
      list.AddRectFilled({x_of(month) - half, std::min(at, before) - half},
                         {x_of(month) + half, std::max(at, before) + half}, c.warning);
    }
    const std::string text = format_money_compact(*most, ctx_.tr.language());
    ImFont* font = ctx_.style.fonts.small;
    const float width = chart::text_width(font, text);
    const float peak = x_of(static_cast<int>(most - timeline_.budget.begin()));
    const float left = std::clamp(peak, plot_.low.x, plot_.high.x - width);
    ui::text_in(ctx_, font, c.warning, {left, plot_.low.y - ctx_.style.dp(kHead)},
                {left + width + 1, plot_.low.y}, text);
  }

  void axis() const {
    const Style& style = ctx_.style;
    float free = plot_.low.x - style.dp(20);
    const bool by_month = months_ <= 18;
    for (int month = 0; month < months_; ++month) {
      const Date date = timeline_.months[static_cast<std::size_t>(month)];
      const bool january = date.month() == std::chrono::January;
      if (!by_month && !january)
        continue;
      const float x = x_of(month);
      ImGui::GetWindowDrawList()->AddLine({x, plot_.high.y}, {x, plot_.high.y + style.dp(4)},
                                          style.colours.faint, style.hairline());
      const std::string text = by_month ? format_month(date, ctx_.tr.language())
                                        : std::to_string(static_cast<int>(date.year()));
      const float width = chart::text_width(style.fonts.small, text);
      if (x < free || x + width > plot_.high.x + style.dp(6))
        continue;
      ui::text_in(ctx_, style.fonts.small, style.colours.muted,
                  {x + style.dp(3), plot_.high.y + style.dp(2)},
                  {x + style.dp(4) + width, plot_.high.y + style.dp(kAxis)}, text);
      free = x + width + style.dp(14);
    }
  }

  struct Ends {
    float left, right;
  };
  [[nodiscard]] Ends ends_of(const DateRange& window) const {
    return {x_of(month_of(*window.first)), x_of(month_of(*window.last) + 1)};
  }

  void frame(const DateRange& window, const char* name, ImU32 colour) const {
    const Style& style = ctx_.style;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto [left, right] = ends_of(window);
    const ImVec2 low(left, plot_.low.y - style.dp(kHead)), high(right, plot_.high.y);
    list.AddRectFilled(low, high, (colour & ~IM_COL32_A_MASK) | (22U << IM_COL32_A_SHIFT));
    for (const float x : {left, right})
      list.AddLine({x, low.y}, {x, high.y}, colour, style.dp(1.5F));
    if (*name != 0)
      ui::text_in(ctx_, style.fonts.strong, colour, {left + style.dp(4), low.y},
                  {left + style.dp(20), low.y + style.dp(kHead)}, name);
  }

  void grip_mark(float x) const {
    const Style& style = ctx_.style;
    const float middle = (plot_.low.y + plot_.high.y) / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({x - style.dp(3), middle - style.dp(11)},
                                              {x + style.dp(3), middle + style.dp(11)},
                                              style.colours.accent, style.dp(3));
  }

  // The smaller ones first: where two overlap, ImGui gives the press to the earlier one.
  void take_pointer() {
    const float reach = ctx_.style.dp(kGrip), top = plot_.low.y - ctx_.style.dp(kHead);
    if (window_) {
      const auto [left, right] = ends_of(*window_);
      const float inner = std::min(reach, (right - left) / 4);
      grip("time.left", {left - reach, top}, {left + inner, plot_.high.y}, TimeGrip::Left);
      grip("time.right", {right - inner, top}, {right + reach, plot_.high.y}, TimeGrip::Right);
      grip("time.window", {left, top}, {right, plot_.high.y}, TimeGrip::Window);
      grip_mark(left);
      grip_mark(right);
    }
    if (other_) {
      const auto [left, right] = ends_of(*other_);
      grip("time.other", {left, top}, {right, plot_.high.y}, TimeGrip::Other);
    }
    grip("time.plot", {plot_.low.x, top}, plot_.high, TimeGrip::New);
    if (ctx_.text.time.grip == TimeGrip::None)
      hint_of_month();
  }

  void grip(const char* id, ImVec2 low, ImVec2 high, TimeGrip what) {
    const ui::Press pressed = ui::press(ctx_, id, low, high);
    const bool begins = ImGui::IsItemActivated(), ends = ImGui::IsItemDeactivated();
    TimeText& time = ctx_.text.time;
    if (pressed.hovered || time.grip == what)
      ImGui::SetMouseCursor(what == TimeGrip::New ? ImGuiMouseCursor_Arrow
                            : what == TimeGrip::Left || what == TimeGrip::Right
                                ? ImGuiMouseCursor_ResizeEW
                                : ImGuiMouseCursor_Hand);
    if (begins) {
      time.grip = what;
      time.grabbed = month_under_pointer();
      time.from = what == TimeGrip::Other ? *other_ : window_.value_or(DateRange{});
      if (ctx_.state.playing)
        actions_.push_back(action::SetPlaying{false});
    }
    if (time.grip != what || (!pressed.held && !ends))
      return;
    drag(what, ends);
    if (ends)
      time.grip = TimeGrip::None;
  }

  /// The window while it is dragged: whole months that stay inside the timeline.
  [[nodiscard]] DateRange dragged(TimeGrip what) const {
    const TimeText& time = ctx_.text.time;
    const Date origin = timeline_.months.front();
    const int under = std::clamp(month_under_pointer(), 0, months_ - 1);
    if (what == TimeGrip::New) {
      const int grabbed = std::clamp(time.grabbed, 0, months_ - 1);
      return {first_day(origin, std::min(grabbed, under)),
              last_day(origin, std::max(grabbed, under))};
    }
    const int first = months_between(origin, *time.from.first);
    const int last = months_between(origin, *time.from.last);
    int by = month_under_pointer() - time.grabbed;
    if (what == TimeGrip::Left)
      return {first_day(origin, std::clamp(first + by, 0, last)), time.from.last};
    if (what == TimeGrip::Right)
      return {time.from.first, last_day(origin, std::clamp(last + by, first, months_ - 1))};
    by = std::clamp(by, std::min(0, -first), std::max(0, months_ - 1 - last));
    return moved(time.from, by);
  }

  void drag(TimeGrip what, bool settles) {
    const DateRange range = dragged(what);
    const Scene& scene = ctx_.state.scene;
    const bool click = month_under_pointer() == ctx_.text.time.grabbed;
    if (what == TimeGrip::Other) {
      Comparison compare = scene.compare;
      if (compare.other->active == range && !settles)
        return;
      compare.other->active = range;
      actions_.push_back(action::SetComparison{compare, settles});
      return;
    }
    // A press beside the window does not make a new one; only a drag does, or the first press.
    if (what == TimeGrip::New && click && window_ && ctx_.text.time.from == *window_)
      return;
    if (scene.filter.active != range || settles)
      actions_.push_back(action::SetActiveRange{range, settles});
  }

  void hint_of_month() const {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int month = month_under_pointer();
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) || month < 0 ||
        month >= months_ || mouse.y < plot_.low.y || mouse.y > plot_.high.y)
      return;
    const auto at = static_cast<std::size_t>(month);
    const Translator& tr = ctx_.tr;
    std::string text =
        format_month(timeline_.months[at], tr.language()) + tr(": ") +
        counted(tr, "{0} active project", "{0} active projects", timeline_.active[at]);
    text += "\n" + counted(tr, "{0} begins", "{0} begin", timeline_.begun[at]) + " · " +
            counted(tr, "{0} ends", "{0} end", timeline_.ended[at]);
    if (timeline_.budget[at].value > 0)
      text += " · " + format_money_compact(timeline_.budget[at], tr.language());
    ui::hint(ctx_, text);
  }

  const PanelContext& ctx_;
  const Timeline& timeline_;
  Actions& actions_;
  int months_;
  chart::Plot plot_;
  std::vector<double> steps_;
  std::optional<DateRange> window_, other_;
};

}  // namespace

bool compares_dates(const Scene& scene) {
  return scene.compare.other && !scene.compare.previous_list &&
         scene.compare.other->active != scene.filter.active;
}

void draw(const PanelContext& ctx, chart::Plot plot, Actions& actions) {
  Chart(ctx, plot, actions).draw();
}

}  // namespace malimap::time_chart
