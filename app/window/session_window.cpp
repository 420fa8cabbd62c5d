#include "app/window/session_window.h"

#include <glad/gl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/panels/bottom_tabs.h"
#include "app/session/play.h"
#include "app/window/first_picture.h"
#include "app/window/probe.h"
#include "geo/boundaries/address.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr double kChipsStrip = 36;      // dp: the chips' height with the gap below
constexpr double kProgressPause = 0.1;  // seconds between looks at a running job

}  // namespace

SessionWindow::SessionWindow(GlfwWindow& window, Session session, const Fonts& fonts, double scale,
                             std::string probe, std::string workspace)
    : window_(window),
      pipeline_(std::move(session.pipeline)),
      state_(std::move(session.state)),
      derived_(std::move(session.derived)),
      probe_(std::move(probe)),
      easel_(session.context, &GlfwWindow::wake),
      preparation_(*pipeline_, session.context, &GlfwWindow::wake),
      studies_(*pipeline_, session.context, &GlfwWindow::wake),
      readings_({.state = [this]() -> const State& { return state_; },
                 .apply = [this](const Action& action) { apply(action); },
                 .wake = &GlfwWindow::wake},
                std::move(workspace)),
      outputs_({.state = [this]() -> const State& { return state_; },
                .derived = [this]() -> const Derived& { return derived_; },
                .apply = [this](const Action& action) { apply(action); },
                .copy_text = [this](const std::string& text) { window_.set_clipboard(text); },
                .wake = &GlfwWindow::wake},
               session.context) {
  style_.fonts = fonts;
  style_.scale = static_cast<float>(scale);
  widgets_.wanted = !probe_.empty();
  place();
}

bool SessionWindow::show_first_picture() {
  if (state_.presentation || state_.preview || derived_.other_picture) {
    compose();
    return false;
  }
  FirstPicture picture(size_, layout_.map, Pipeline::compose_ground(state_, derived_, view_));
  compose();
  // Twice: only now it is known how long a panel's content is, and what lies over the map.
  render_panels();
  if (has_chips_ || !covered_.empty())
    compose();
  render_panels();
  return picture.show(window_, *composition_, *ImGui::GetDrawData());
}

void SessionWindow::begin(MapRenderer renderer) {
  renderer_ = std::move(renderer);
}

void SessionWindow::apply(const Action& action) {
  const bool behind = preparation_.waits();
  // The map can be moved while it is prepared: that stands on nothing new.
  if (behind && !std::holds_alternative<action::SetCamera>(action)) {
    preparation_.wait(action);
    return;
  }
  State next = reduce(state_, action);
  if (behind || !preparation_.hold_back(action, next))
    carry_out(action, std::move(next));
}

void SessionWindow::cancel_jobs() {
  preparation_.cancel();
  readings_.cancel();
  outputs_.cancel();
}

void SessionWindow::carry_out(const Action& action, State next) {
  readings_.remember(action);
  const bool presented = state_.presentation.has_value();
  const int flight = presented ? state_.presentation->flight : 0;
  const bool saved = std::holds_alternative<action::WorkspaceSaved>(action);
  state_ = std::move(next);
  follow_presentation(presented, flight);
  readings_.follow();
  outputs_.follow();
  if (saved && text_.close_when_saved)
    window_.close();
  clock_.wake();
}

// Full screen as long as scenes are presented; each flight begins with what is on the screen.
void SessionWindow::follow_presentation(bool presented, int flight) {
  const double now = GlfwWindow::now();
  if (presented != state_.presentation.has_value()) {
    if (!presented) {
      was_full_screen_ = window_.is_full_screen();
      presenter_.begin(now);
    } else {
      presenter_.end();
    }
    if (!was_full_screen_)
      window_.toggle_full_screen();
  } else if (presented && state_.presentation->flight != flight && composition_) {
    presenter_.take_off(composition_->view, composition_, now);
  }
}

bool SessionWindow::take_in() {
  if (window_.wants_to_close())
    ask_before_closing();
  const std::vector<Event> events = window_.take_events();
  if (!events.empty())
    clock_.wake();
  for (const Event& event : events) {
    place();
    handle(event);
  }
  if (readings_.deliver())
    clock_.wake();
  if (outputs_.deliver())
    clock_.wake();
  if (studies_.deliver())
    clock_.wake();
  for (const Action& action : preparation_.deliver())
    apply(action);
  play();
  if (easel_.deliver()) {
    panels_.forget();
    clock_.wake();
  }
  std::vector<Jobs::Running> running = readings_.running();
  for (Jobs::Running& job : outputs_.running())
    running.push_back(std::move(job));
  for (Jobs::Running& job : studies_.running())
    running.push_back(std::move(job));
  for (Jobs::Running& job : preparation_.running())
    running.push_back(std::move(job));
  const bool same = std::equal(
      running.begin(), running.end(), running_.begin(), running_.end(),
      [](const auto& a, const auto& b) { return a.title == b.title && a.progress == b.progress; });
  if (!same)
    clock_.wake();
  running_ = std::move(running);
  if (state_.presentation && presenter_.moving(GlfwWindow::now()))
    clock_.wake();
  return clock_.due();
}

double SessionWindow::patience() const {
  if (clock_.due())
    return 0;
  if (state_.playing)
    return std::max(0.0, next_step_ - GlfwWindow::now());
  if (!running_.empty())
    return kProgressPause;
  if (!state_.presentation)
    return -1;
  const double now = GlfwWindow::now();
  return presenter_.moving(now) ? 0 : presenter_.rests(now);
}

Camera SessionWindow::fitted() const {
  return fit(derived_.focus, layout_.map.width, layout_.map.height, map_scale(),
             fit_margins(layout_, map_scale()));
}

double SessionWindow::map_scale() const {
  const auto scale = static_cast<double>(style_.scale);
  return state_.presentation ? scale * kPresentedScale : scale;
}

// Everything that hangs on the state. An error leaves the picture as it was and says so.
void SessionWindow::derive() {
  auto derived = pipeline_->derive(state_);
  if (!derived) {
    state_.message = sentence(derived.error(), Translator(state_.language));
    return;
  }
  if (!derived->problem.empty() && derived->problem != derived_.problem)
    state_.message = derived->problem;
  derived_ = std::move(*derived);
}

void SessionWindow::place() {
  const GlfwWindow::Size size = size_ = window_.size();
  const auto scale = static_cast<double>(style_.scale);
  PanelSwitches panels = state_.panels;
  const bool beside = !state_.presentation && !state_.preview && derived_.other_picture &&
                      state_.scene.compare.how == CompareHow::SideBySide;
  // Two maps need the room more than figures do.
  constexpr double kRoomForTwo = 1600;  // dp
  if (beside && size.width < kRoomForTwo * scale)
    panels.details = false;
  panels.details = panels.details || state_.preview;  // the page's settings stand there
  layout_ = state_.presentation ? presentation_layout(size.width, size.height, scale)
                                : layout_of(size.width, size.height, scale, panels,
                                            state_.preview || state_.selection != Selection{});
  if (beside)
    split_map(layout_, scale);
  view_.width = layout_.map.width;
  view_.height = layout_.map.height;
  view_.scale = map_scale();
  view_.camera = state_.scene.camera ? *state_.scene.camera : fitted();
  if (state_.presentation)
    view_.camera = presenter_.camera(view_.camera, derived_.shapes, view_.width / view_.scale,
                                     GlfwWindow::now());
}

FurniturePlaces::Map SessionWindow::furnished() const {
  return {derived_, state_.scene.theme, view_};
}

void SessionWindow::compose() {
  Viewport frame{view_, hover_.hit.unit, {}, places_.corner(furnished(), fitted()), 0};
  if (has_chips_ && frame.legend_corner != Corner::BottomLeft)
    frame.legend_inset_dp = kChipsStrip;
  furniture_ = places_.boxes(furnished(), frame.legend_corner, frame.legend_inset_dp);
  frame.keep_clear = furniture_.boxes;
  for (const PixelBox& box : covered_)
    frame.keep_clear.push_back(
        {box.x - layout_.map.x, box.y - layout_.map.y, box.width, box.height});
  composition_ = pipeline_->compose(state_, derived_, frame);
  compose_other();
}

// The same place under the other filter; its legend stands where this one's does.
void SessionWindow::compose_other() {
  other_.reset();
  if (!derived_.other_picture || state_.presentation || state_.preview)
    return;
  const bool swiped = state_.scene.compare.how == CompareHow::Swipe;
  Viewport frame{view_, hover_.hit.unit, {}, composition_->furniture.legend.corner, 0};
  if (!swiped)
    frame.view.width = layout_.other.width;
  other_ = pipeline_->compose_other(state_, derived_, frame);
  if (!swiped || !other_)
    return;
  // The classes are the same: one legend is enough.
  Composition alone = *other_;
  alone.furniture.legend = {};
  alone.furniture.scale_bar = {};
  other_ = snapshot(std::move(alone));
}

void SessionWindow::play() {
  const double now = GlfwWindow::now();
  if (!state_.playing || now < next_step_)
    return;
  constexpr double kStep = 0.25;  // seconds a month
  next_step_ = now + kStep;
  if (const auto next = next_window(derived_.linked->timeline, state_.scene.filter))
    apply(action::SetActiveRange{next->active, false});
  else
    apply(action::SetPlaying{false});
}

PanelContext SessionWindow::panel_context() {
  static const Translator kFrench(Language::French), kEnglish(Language::English);
  const Translator& tr = state_.language == Language::French ? kFrench : kEnglish;
  return {state_,   derived_, *composition_,     tr,         style_, layout_,
          running_, hover_,   easel_.pictures(), furniture_, text_,  widgets_};
}

void SessionWindow::follow_theme() {
  if (styled_for_ == state_.scene.theme)
    return;
  styled_for_ = state_.scene.theme;
  style_.colours = ui_colours(state_.scene.theme);
  apply_style(style_);
}

void SessionWindow::draw_panels() {
  const PanelContext ctx = panel_context();
  widgets_.boxes.clear();
  actions_.clear();
  requests_ = {};
  text_.choice_open = false;
  covered_.clear();
  has_chips_ = false;
  if (state_.presentation)
    presenter_.draw(ctx, view_, GlfwWindow::now());
  else
    draw_session_panels(ctx);
}

void SessionWindow::draw_session_panels(const PanelContext& ctx) {
  left_panel::draw(ctx, actions_);
  if (state_.preview) {
    page_panel::draw(ctx, actions_);
  } else {
    unit_panel::draw(ctx, actions_);
    covered_ = chips::draw(ctx, actions_);
    has_chips_ = !covered_.empty();
  }
  scenes_strip::draw(ctx, actions_);
  bottom_panel::draw(ctx, actions_);
  problems_panel::draw(ctx, actions_);
  status_bar::draw(ctx, actions_, requests_);
  top_bar::draw(ctx, actions_);
  if (!state_.preview)
    for (const PixelBox& box : compare_panel::draw(ctx, actions_))
      covered_.push_back(box);
  if (!state_.preview)
    for (const PixelBox& box : legend_handles::draw(ctx, actions_))
      covered_.push_back(box);
  for (const PixelBox& box : help_panel::draw(ctx, actions_))
    covered_.push_back(box);
  draw_lasso();
  for (const PixelBox& box : tour::draw(ctx, actions_))
    covered_.push_back(box);
  columns_dialog::draw(ctx, actions_);
  address_dialog::draw(ctx, actions_);
  export_dialog::draw(ctx, actions_);
  closing_dialog::draw(ctx, actions_, requests_);
  tooltip::draw(ctx);
}

// The line that is being drawn around units.
void SessionWindow::draw_lasso() const {
  const std::vector<PlanePoint>& lasso = control_.lasso();
  if (lasso.size() < 2)
    return;
  std::vector<ImVec2> line;
  for (const PlanePoint& point : lasso) {
    const PixelPoint p = view_.to_pixel(point);
    line.emplace_back(static_cast<float>(p.x + layout_.map.x),
                      static_cast<float>(p.y + layout_.map.y));
  }
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddPolyline(line.data(), static_cast<int>(line.size()), style_.colours.accent,
                   ImDrawFlags_Closed, style_.dp(2));
}

// ImGui's part of a frame, up to its lists.
void SessionWindow::render_panels() {
  follow_theme();
  window_.begin_imgui_frame();
  draw_panels();
  // A press on a panel leaves the keys with the map, unless it was for a text.
  ImGuiIO& io = ImGui::GetIO();
  text_active_ = io.WantTextInput;
  popup_open_ = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  if (!keys_in_panels_ && !text_active_ && !popup_open_ && !text_.strip.focus_name &&
      !ImGui::IsAnyItemActive() && ImGui::IsWindowFocused(ImGuiFocusedFlags_AnyWindow))
    ImGui::SetWindowFocus(nullptr);
  ImGui::Render();
}

void SessionWindow::draw() {
  derive();
  place();
  hover_.hit = state_.presentation ? Hit{} : control_.hover(situation());
  hover_.at = control_.pointer().value_or(PixelPoint{});
  compose();
  studies_.follow(state_, derived_);
  easel_.follow(state_, derived_, layout_.map.width, layout_.map.height,
                static_cast<double>(style_.scale));
  render_panels();

  const GlfwWindow::Size size = size_;
  glViewport(0, 0, size.width, size.height);
  PixelBox maps = layout_.map;
  if (layout_.other.width > 0)
    maps.width = layout_.other.x + layout_.other.width - maps.x;
  panels_.begin(maps, size.width, size.height, style_.colours.panel);
  draw_map(size);
  panels_.draw();
}

void SessionWindow::draw_map(const GlfwWindow::Size& size) {
  if (state_.preview || (state_.presentation && state_.presentation->blank != Blank::No))
    return;  // something else stands in its place
  renderer_->update(state_.presentation ? *presenter_.shown(composition_, GlfwWindow::now())
                                        : *composition_);
  if (layout_.map.width >= 1 && layout_.map.height >= 1)
    renderer_->draw(layout_.map, size.height);
  if (other_)
    draw_other(size);
}

// Beside this view, or over its right part.
void SessionWindow::draw_other(const GlfwWindow::Size& size) {
  if (!other_renderer_) {
    auto made = MapRenderer::create();
    if (!made)
      return;
    other_renderer_ = std::move(*made);
  }
  other_renderer_->update(*other_);
  if (state_.scene.compare.how == CompareHow::SideBySide) {
    other_renderer_->draw(layout_.other, size.height);
    return;
  }
  PixelBox part = layout_.map;
  const double cut = std::round(part.width * std::clamp(state_.scene.compare.divider, 0.0, 1.0));
  part.x += cut;
  part.width -= cut;
  other_renderer_->draw(layout_.map, size.height, part);
}

void SessionWindow::finish_frame() {
  clock_.drawn();
  if (requests_.cancel_jobs) {
    cancel_jobs();
    clock_.wake();
  }
  if (requests_.close)
    window_.close();
  if (!probe_.empty()) {
    const GlfwWindow::Size at = window_.position(), size = window_.size();
    const PanelContext ctx = panel_context();
    const auto status =
        write_probe(probe_, probe_json({ctx, view_, renderer_->stats(), clock_.frames(), at.width,
                                        at.height, size.width, size.height}));
    if (!status)
      state_.message = sentence(status.error(), ctx.tr);
  }
  for (const Action& action : std::exchange(actions_, {}))
    apply(action);
}

}  // namespace malimap
