#include "app/panels/breadcrumb.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"
#include "app/session/reduce_explore.h"
#include "geo/base/numbers.h"

namespace malimap::breadcrumb {
namespace {

struct Crumb {
  std::string pcode, text;
};

float width_of(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
}

const AdminUnit* unit_of(const Boundaries& boundaries, const std::string& pcode) {
  for (const AdminLayer& layer : boundaries.layers)
    if (const UnitIndex found = layer.find(pcode); found != kNoUnit)
      return &layer.units[static_cast<std::size_t>(found)];
  return nullptr;
}

std::vector<Crumb> crumbs_of(const PanelContext& ctx) {
  const Boundaries& boundaries = *ctx.state.sources.boundaries;
  std::vector<Crumb> crumbs;
  for (const std::string& pcode : path_within(boundaries, ctx.state.scene.within))
    if (const AdminUnit* unit = unit_of(boundaries, pcode))
      crumbs.push_back({pcode, unit->name});
  if (!crumbs.empty())
    crumbs.insert(
        crumbs.begin(),
        Crumb{"", crumbs.front().pcode.starts_with("ML") ? "Mali" : ctx.tr("The whole country")});
  return crumbs;
}

void sign(const PanelContext& ctx, float x, float middle) {
  const float s = ctx.style.dp(3);
  const ImVec2 points[] = {{x, middle - s}, {x + s, middle}, {x, middle + s}};
  ImGui::GetWindowDrawList()->AddPolyline(points, 3, ctx.style.colours.muted, 0,
                                          ctx.style.dp(1.3F));
}

// What is above the last one can be pressed.
float draw_crumb(const PanelContext& ctx, const Crumb& crumb, bool last, float x, float top,
                 float bottom, Actions& actions) {
  const Style& style = ctx.style;
  ImFont* font = last ? style.fonts.strong : style.fonts.body;
  const float end = x + width_of(font, crumb.text) + style.dp(12);
  const std::string id = "crumb." + (crumb.pcode.empty() ? std::string("country") : crumb.pcode);
  const ui::Press pressed = ui::press(ctx, id, {x, top}, {end, bottom});
  ui::text_in(ctx, font, last ? style.colours.text : style.colours.accent, {x + style.dp(6), top},
              {end, bottom}, crumb.text);
  if (pressed.clicked && !last)
    actions.push_back(action::DrillInto{crumb.pcode});
  return end;
}

std::string coarser_at(Level level, std::int64_t projects, const Translator& tr) {
  const std::string count = format_integer(projects, tr.language());
  switch (level) {
    case Level::Cercle:
      return trn(tr, "+ {0} project known for the cercle only",
                 "+ {0} projects known for the cercle only", projects, count);
    case Level::Region:
      return trn(tr, "+ {0} project known for the region only",
                 "+ {0} projects known for the region only", projects, count);
    default:
      return trn(tr, "+ {0} project known for a larger area only",
                 "+ {0} projects known for a larger area only", projects, count);
  }
}

Level level_known(const Coverage& coverage, const Boundaries& boundaries) {
  for (const AdminLayer& layer : boundaries.layers)
    for (const auto& [code, figures] : coverage.coarser_in)
      if (figures.projects.value_or(0) > 0 && layer.find(code) != kNoUnit)
        return layer.level;
  return Level::Country;
}

}  // namespace

std::string coarser_words(const Coverage& coverage, const Boundaries& boundaries,
                          const std::string& within, const Translator& tr) {
  const std::int64_t projects = coverage.coarser.projects.value_or(0);
  if (within.empty() || projects <= 0)
    return {};
  return coarser_at(level_known(coverage, boundaries), projects, tr);
}

float draw(const PanelContext& ctx, float x, float end, Actions& actions) {
  const std::vector<Crumb> crumbs = crumbs_of(ctx);
  if (crumbs.empty())
    return x;
  const Style& style = ctx.style;
  const PixelBox& strip = ctx.layout.chips;
  const auto top = static_cast<float>(strip.y), bottom = static_cast<float>(strip.y + strip.height);
  const std::string more = coarser_words(*ctx.derived.coverage, *ctx.state.sources.boundaries,
                                         ctx.state.scene.within, ctx.tr);
  float width = style.dp(12);
  for (std::size_t i = 0; i < crumbs.size(); ++i)
    width +=
        width_of(i + 1 == crumbs.size() ? style.fonts.strong : style.fonts.body, crumbs[i].text) +
        style.dp(i + 1 == crumbs.size() ? 12 : 20);
  const float more_width = more.empty() ? 0 : width_of(style.fonts.small, more) + style.dp(16);
  const bool tells = x + width + more_width <= end;
  if (tells)
    width += more_width;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 low(x, top), high(std::min(end, std::ceil(x + width)), bottom);
  list.AddRectFilled(low, high, style.colours.panel, style.dp(6));
  list.AddRect(low, high, style.colours.hairline, style.dp(6), 0, style.hairline());
  float at = x + style.dp(6);
  for (std::size_t i = 0; i < crumbs.size(); ++i) {
    const bool last = i + 1 == crumbs.size();
    at = draw_crumb(ctx, crumbs[i], last, at, top, bottom, actions);
    if (!last) {
      sign(ctx, at + style.dp(1), (top + bottom) / 2);
      at += style.dp(8);
    }
  }
  if (tells && !more.empty())
    ui::text_in(ctx, style.fonts.small, style.colours.muted, {at + style.dp(6), top},
                {high.x - style.dp(4), bottom}, more);
  return high.x;
}

}  // namespace malimap::breadcrumb
