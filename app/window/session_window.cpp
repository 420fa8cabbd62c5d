#include "app/window/session_window.h"

#include <glad/gl.h>
#include <imgui.h>

#include <iterator>

#include "app/window/probe.h"
#include "geo/boundaries/address.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr double kChipsStrip = 36;      // dp: the chips' height with the gap below
constexpr double kScaleBar = 120;       // dp: room that is kept for it
constexpr double kProgressPause = 0.1;  // seconds between looks at a running job

const char* const kPanelNames[] = {"filters", "map-page", "details", "top"};

// How many points of a grid over the box lie in the country.
int units_under(const Composition& composition, const PixelBox& box) {
  constexpr int kSteps = 12;
  int found = 0;
  for (int i = 0; i <= kSteps; ++i)
    for (int k = 0; k <= kSteps; ++k)
      if (hit_test(composition, {box.x + box.width * i / kSteps, box.y + box.height * k / kSteps})
              .unit != kNoUnit)
        ++found;
  return found;
}

}  // namespace

SessionWindow::SessionWindow(GlfwWindow& window, MapRenderer renderer, Session session,
                             const Fonts& fonts, double scale, std::string probe,
                             std::string workspace)
    : window_(window),
      renderer_(std::move(renderer)),
      pipeline_(std::move(session.pipeline)),
      state_(std::move(session.state)),
      derived_(std::move(session.derived)),
      probe_(std::move(probe)),
      readings_({.state = [this]() -> const State& { return state_; },
                 .apply = [this](const Action& action) { apply(action); },
                 .wake = &GlfwWindow::wake},
                std::move(workspace)) {
  style_.fonts = fonts;
  style_.scale = static_cast<float>(scale);
  widgets_.wanted = !probe_.empty();
  place();
  compose();
}

void SessionWindow::apply(const Action& action) {
  readings_.remember(action);
  state_ = reduce(std::move(state_), action);
  readings_.follow();
  clock_.wake();
}

bool SessionWindow::take_in() {
  const std::vector<Event> events = window_.take_events();
  if (!events.empty())
    clock_.wake();
  for (const Event& event : events) {
    place();
    handle(event);
  }
  if (readings_.deliver())
    clock_.wake();
  std::vector<Jobs::Running> running = readings_.running();
  const bool same = std::equal(
      running.begin(), running.end(), running_.begin(), running_.end(),
      [](const auto& a, const auto& b) { return a.title == b.title && a.progress == b.progress; });
  if (!same)
    clock_.wake();
  running_ = std::move(running);
  return clock_.due();
}

double SessionWindow::patience() const {
  if (clock_.due())
    return 0;
  return running_.empty() ? -1 : kProgressPause;
}

void SessionWindow::handle(const Event& event) {
  if (const auto* dropped = std::get_if<event::Dropped>(&event)) {
    if (!dropped->paths.empty())
      readings_.open(dropped->paths);
    return;
  }
  if (const auto* key = std::get_if<event::KeyPressed>(&event)) {
    if (key->key == event::Key::Escape && escape())
      return;
    if (key->control && key->letter == 'v' && !text_active_ && !popup_open_)
      paste();
    if (key->key == event::Key::F11)
      window_.toggle_full_screen();
    else if (key->key == event::Key::F6)
      keyboard_into_panels();
  }
  std::vector<Action> actions;
  control_.handle(event, situation(), actions);
  for (const Action& action : actions)
    apply(action);
}

bool SessionWindow::escape() {
  if (text_.choice_open)
    return true;  // ImGui closes the menu
  if (state_.columns) {
    apply(action::CloseColumns{});
  } else if (!state_.address.empty()) {
    apply(action::AskAddress{});
  } else if (!running_.empty() && !text_active_) {
    readings_.cancel();
  } else if (keys_in_panels_ && !text_active_ && !popup_open_) {
    panel_with_keys_ = -1;
    keys_in_panels_ = false;
    ImGui::SetWindowFocus(nullptr);
  } else {
    return false;
  }
  return true;
}

// A copied address of boundaries; any other text means nothing here.
void SessionWindow::paste() {
  std::string text = window_.clipboard();
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  if (is_remote(text))
    readings_.open({text});
}

// F6 walks through the panels and back to the map.
void SessionWindow::keyboard_into_panels() {
  panel_with_keys_ =
      panel_with_keys_ + 1 < static_cast<int>(std::size(kPanelNames)) ? panel_with_keys_ + 1 : -1;
  keys_in_panels_ = panel_with_keys_ >= 0;
  ImGui::SetWindowFocus(keys_in_panels_ ? kPanelNames[panel_with_keys_] : nullptr);
}

bool SessionWindow::over_map(PixelPoint at) const {
  if (popup_open_ || !layout_.map.contains(at))
    return false;
  return std::none_of(covered_.begin(), covered_.end(),
                      [at](const PixelBox& box) { return box.contains(at); });
}

Camera SessionWindow::fitted() const {
  return fit(derived_.shapes->box, layout_.map.width, layout_.map.height,
             static_cast<double>(style_.scale),
             fit_margins(layout_, static_cast<double>(style_.scale)));
}

MapSituation SessionWindow::situation() const {
  const auto pointer = control_.pointer();
  return {state_,
          derived_,
          *composition_,
          layout_.map,
          view_,
          fitted(),
          pointer && over_map(*pointer),
          !text_active_ && !keys_in_panels_ && !popup_open_};
}

// Everything that hangs on the state. An error leaves the picture as it was and says so.
void SessionWindow::derive() {
  auto derived = pipeline_->derive(state_);
  if (derived)
    derived_ = std::move(*derived);
  else
    state_.message = sentence(derived.error(), Translator(state_.language));
}

void SessionWindow::place() {
  const GlfwWindow::Size size = window_.size();
  const auto scale = static_cast<double>(style_.scale);
  layout_ =
      layout_of(size.width, size.height, scale, state_.panels, state_.selection != Selection{});
  view_.width = layout_.map.width;
  view_.height = layout_.map.height;
  view_.scale = scale;
  view_.camera = state_.scene.camera ? *state_.scene.camera : fitted();
}

// Where legend and scale bar will stand: that does not depend on where the map looks.
std::vector<PixelBox> SessionWindow::furniture_boxes(const Frame& frame) {
  const PlaceKey key{derived_.picture, view_.width, view_.height, frame.legend_corner,
                     frame.legend_inset_dp};
  return furniture_.get(key, [&] {
    Composition cards;
    cards.view = view_;
    cards.theme = theme_of(state_.scene.theme);
    cards.furniture.legend = derived_.picture->legend;
    cards.furniture.legend.corner = frame.legend_corner;
    cards.furniture.legend.inset_dp = frame.legend_inset_dp;
    cards.furniture.scale_bar = {kScaleBar * view_.scale, "200 km"};
    return paint_furniture(nullptr, cards);
  });
}

// The corner where the legend hides least of the fitted country. It stays there whatever is
// filtered.
Corner SessionWindow::legend_corner() {
  const CornerKey key{derived_.shapes, view_.width, view_.height};
  return corners_.get(key, [&] {
    Composition whole;
    whole.shapes = derived_.shapes;
    whole.view = view_;
    whole.view.camera = fitted();
    Corner best = Corner::BottomLeft;
    int fewest = -1;
    for (const Corner corner : {Corner::BottomLeft, Corner::TopLeft, Corner::TopRight}) {
      const auto boxes = furniture_boxes({view_, kNoUnit, {}, corner, 0});
      const int hidden = boxes.empty() ? 0 : units_under(whole, boxes.front());
      if (fewest < 0 || hidden < fewest) {
        fewest = hidden;
        best = corner;
      }
    }
    return best;
  });
}

void SessionWindow::compose() {
  Frame frame{view_, hover_.hit.unit, {}, legend_corner(), 0};
  if (has_chips_ && frame.legend_corner != Corner::BottomLeft)
    frame.legend_inset_dp = kChipsStrip;
  frame.keep_clear = furniture_boxes(frame);
  for (const PixelBox& box : covered_)
    frame.keep_clear.push_back(
        {box.x - layout_.map.x, box.y - layout_.map.y, box.width, box.height});
  composition_ = pipeline_->compose(state_, derived_, frame);
}

PanelContext SessionWindow::panel_context() {
  static const Translator kFrench(Language::French), kEnglish(Language::English);
  const Translator& tr = state_.language == Language::French ? kFrench : kEnglish;
  return {state_, derived_, *composition_, tr, style_, layout_, running_, hover_, text_, widgets_};
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
  left_panel::draw(ctx, actions_);
  unit_panel::draw(ctx, actions_);
  problems_panel::draw(ctx, actions_);
  status_bar::draw(ctx, actions_, requests_);
  top_bar::draw(ctx, actions_);
  covered_ = chips::draw(ctx, actions_);
  has_chips_ = !covered_.empty();
  for (const PixelBox& box : help_panel::draw(ctx, actions_))
    covered_.push_back(box);
  columns_dialog::draw(ctx, actions_);
  address_dialog::draw(ctx, actions_);
  tooltip::draw(ctx);
}

void SessionWindow::draw() {
  follow_theme();
  derive();
  place();
  hover_.hit = control_.hover(situation());
  hover_.at = control_.pointer().value_or(PixelPoint{});
  compose();
  window_.begin_imgui_frame();
  draw_panels();
  // A press on a panel leaves the keys with the map, unless it was for a text.
  ImGuiIO& io = ImGui::GetIO();
  text_active_ = io.WantTextInput;
  popup_open_ = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  if (!keys_in_panels_ && !text_active_ && !popup_open_ && !ImGui::IsAnyItemActive() &&
      ImGui::IsWindowFocused(ImGuiFocusedFlags_AnyWindow))
    ImGui::SetWindowFocus(nullptr);
  ImGui::Render();

  const GlfwWindow::Size size = window_.size();
  glViewport(0, 0, size.width, size.height);
  renderer_.update(*composition_);
  if (layout_.map.width >= 1 && layout_.map.height >= 1)
    renderer_.draw(layout_.map, size.height);
  panels_.draw(layout_.map, size.width, size.height, style_.colours.panel);
}

void SessionWindow::finish_frame() {
  clock_.drawn();
  if (requests_.cancel_jobs) {
    readings_.cancel();
    clock_.wake();
  }
  if (!probe_.empty()) {
    const GlfwWindow::Size at = window_.position(), size = window_.size();
    const PanelContext ctx = panel_context();
    const auto status =
        write_probe(probe_, probe_json({ctx, view_, renderer_.stats(), clock_.frames(), at.width,
                                        at.height, size.width, size.height}));
    if (!status)
      state_.message = sentence(status.error(), ctx.tr);
  }
  for (const Action& action : std::exchange(actions_, {}))
    apply(action);
}

}  // namespace malimap
