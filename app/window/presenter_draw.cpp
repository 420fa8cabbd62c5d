// What presentation mode draws over the map.

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"
#include "app/window/presenter.h"
#include "geo/output/layout.h"

namespace malimap {
namespace {

constexpr double kTitleEm = 34, kSubtitleEm = 17, kFootEm = 10;  // dp
constexpr ImU32 kPenColour = IM_COL32(214, 40, 40, 255);

Colour colour_of(ImU32 colour) {
  const auto part = [colour](int shift) {
    return static_cast<std::uint8_t>(colour >> shift & 255U);
  };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), 255};
}

Surface ground(const PixelBox& box, Colour colour) {
  Surface surface(std::max(1, static_cast<int>(box.width)),
                  std::max(1, static_cast<int>(box.height)));
  set_colour(surface.cairo(), colour);
  cairo_paint(surface.cairo());
  return surface;
}

// As large as said, or smaller so that it stands in one line.
void one_line(cairo_t* cairo, const std::string& text, TextStyle style, PixelPoint at, double width,
              Colour colour) {
  const auto context = text_context();
  const double wide = size_of(make_layout(context.get(), text, style).get()).width;
  if (wide > width)
    style.size_px *= width / wide;
  draw_text(cairo, text, style, at, colour);
}

void draw_stroke(const std::vector<PlanePoint>& points, const PanelContext& ctx, const View& view) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = ctx.style.dp(5);
  std::vector<ImVec2> line;
  line.reserve(points.size());
  for (const PlanePoint& point : points) {
    const PixelPoint at = view.to_pixel(point);
    line.emplace_back(static_cast<float>(ctx.layout.map.x + at.x),
                      static_cast<float>(ctx.layout.map.y + at.y));
  }
  if (line.empty())
    return;
  list.AddPolyline(line.data(), static_cast<int>(line.size()), kPenColour, 0, width);
  for (const ImVec2& joint : line)  // round, where the line turns
    list.AddCircleFilled(joint, width / 2, kPenColour, 12);
}

// Soft at its edge.
void draw_pointer(const PanelContext& ctx, PixelPoint at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 middle(static_cast<float>(at.x), static_cast<float>(at.y));
  const std::pair<float, int> rings[] = {{22, 26}, {17, 40}, {13, 70}, {9, 150}};
  for (const auto& [radius, alpha] : rings)
    list.AddCircleFilled(middle, ctx.style.dp(radius), IM_COL32(229, 30, 30, alpha), 40);
}

}  // namespace

// Title above and sources below, set by the same hand as the map's names.
void Presenter::strips(const PanelContext& ctx) {
  const Picture& picture = *ctx.derived.picture;
  std::string foot;
  for (const std::string& line : picture.footer)
    foot += (foot.empty() ? "" : "  ·  ") + line;
  StripKey key{picture.title,        picture.subtitle, foot,
               ctx.layout.top.width, ctx.style.scale,  ctx.state.scene.theme};
  if (key == strip_key_)
    return;
  const auto scale = static_cast<double>(ctx.style.scale);
  const double pad = 32 * scale;
  const PixelBox& top = ctx.layout.top;
  const Colour text = colour_of(ctx.style.colours.text), muted = colour_of(ctx.style.colours.muted);
  const Colour panel = colour_of(ctx.style.colours.panel);
  Surface title = ground(top, panel);
  const bool two = !key.subtitle.empty();
  one_line(title.cairo(), key.title, {TextRole::Title, kTitleEm * scale, true, false},
           {pad, (two ? 16 : 28) * scale}, top.width - 2 * pad, text);
  if (two)
    one_line(title.cairo(), key.subtitle, {TextRole::Subtitle, kSubtitleEm * scale, false, false},
             {pad, 64 * scale}, top.width - 2 * pad, muted);
  title_.put(title);
  Surface below = ground(ctx.layout.status, panel);
  // Two lines, and no smaller than they can be read from near.
  draw_text(below.cairo(), foot,
            {TextRole::Note, kFootEm * scale, false, false, ctx.layout.status.width - 2 * pad},
            {pad, 6 * scale}, muted);
  foot_.put(below);
  strip_key_ = std::move(key);
}

void Presenter::drawing(const PanelContext& ctx, const View& view) const {
  const PixelBox& map = ctx.layout.map;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(
      {static_cast<float>(map.x), static_cast<float>(map.y)},
      {static_cast<float>(map.x + map.width), static_cast<float>(map.y + map.height)});
  for (const auto& stroke : ctx.state.presentation->strokes)
    draw_stroke(stroke, ctx, view);
  draw_stroke(stroke_, ctx, view);
  list.PopClipRect();
}

void Presenter::number(const PanelContext& ctx, double now) const {
  const std::size_t count = ctx.state.workspace.scenes.size();
  const double age = now - shown_since_;
  const double strength = std::clamp(1 - (age - kNumberShown) / kNumberFades, 0.0, 1.0);
  if (count < 2 || strength <= 0)
    return;
  const std::string text =
      std::to_string(ctx.state.presentation->scene + 1) + " / " + std::to_string(count);
  const Style& style = ctx.style;
  const PixelBox& top = ctx.layout.top;
  ImVec4 colour = ImGui::ColorConvertU32ToFloat4(style.colours.muted);
  colour.w *= static_cast<float>(strength);
  const auto right = static_cast<float>(top.width) - style.dp(32);
  const auto bottom = static_cast<float>(top.height);
  ui::text_in(ctx, style.fonts.title, ImGui::ColorConvertFloat4ToU32(colour),
              {right - style.dp(120), bottom - style.dp(40)}, {right, bottom - style.dp(12)}, text,
              ui::Align::Right);
}

void Presenter::draw(const PanelContext& ctx, const View& view, double now) {
  const Presentation& presented = *ctx.state.presentation;
  const ImVec2 whole = ImGui::GetIO().DisplaySize;
  if (!ui::begin_panel(ctx, "presentation", {0, 0, whole.x, whole.y}))
    return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (presented.blank != Blank::No) {
    list.AddRectFilled({0, 0}, whole,
                       presented.blank == Blank::Black ? IM_COL32_BLACK : IM_COL32_WHITE);
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    ui::end_panel();
    return;
  }
  strips(ctx);
  const auto image = [&](const PanelTexture& texture, const PixelBox& box) {
    const PanelPicture picture = texture.picture();
    if (picture.texture)
      list.AddImage(picture.texture, {static_cast<float>(box.x), static_cast<float>(box.y)},
                    {static_cast<float>(box.x) + static_cast<float>(picture.width),
                     static_cast<float>(box.y) + static_cast<float>(picture.height)});
  };
  image(title_, ctx.layout.top);
  image(foot_, ctx.layout.status);
  drawing(ctx, view);
  if (presented.tool == PresentTool::Pointer && pointer_) {
    draw_pointer(ctx, *pointer_);
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
  }
  number(ctx, now);
  ui::end_panel();
}

}  // namespace malimap
