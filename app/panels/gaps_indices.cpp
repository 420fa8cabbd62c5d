// How unequally aid is spread against need: numbers, each with the units that it is over.

#include <algorithm>
#include <cmath>

#include "app/panels/gaps_parts.h"
#include "app/panels/widgets.h"
#include "geo/base/numbers.h"
#include "geo/coverage/gaps/words.h"

namespace malimap::gaps_parts {
namespace {

struct Index {
  FigureRef::Gap gap;
  const char* id;
  const char* name;
  std::optional<double> value, as_zero;
  const char* why;  // msgid
};

std::vector<Index> indices_of(const GapStudy& study) {
  const Inequality& now = study.inequality;
  const Inequality& zero = study.unreported_as_zero;
  return {{FigureRef::Gap::Gini, "gaps.gini", "Gini", now.gini, zero.gini,
           N_("0: everyone has the same share of aid as of need; 1: one unit has all of it. Twice "
              "the area between the curve and the diagonal.")},
          {FigureRef::Gap::Hoover, "gaps.hoover", "Hoover", now.hoover, zero.hoover,
           N_("The part of all aid that would have to move for every unit to have its share.")},
          {FigureRef::Gap::Theil, "gaps.theil", "Theil", now.theil, zero.theil,
           N_("0: equal; it is the sum of what lies between the north, the centre and the south "
              "and what lies inside each of them.")}};
}

std::string index_text(const PanelContext& ctx, const std::optional<double>& value) {
  return value ? format_decimal(*value, 3, ctx.tr.language()) : ctx.tr("no data");
}

/// A warning that can be read: between the sign's colour and the text's.
ImU32 warning_ink(const UiColours& c) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(c.warning);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(c.text);
  return ImGui::ColorConvertFloat4ToU32(
      {a.x * 0.55F + b.x * 0.45F, a.y * 0.55F + b.y * 0.45F, a.z * 0.55F + b.z * 0.45F, 1});
}

bool has_unreported(const GapStudy& study) {
  return !study.settings.unreported_as_zero && study.unreported_as_zero.universe.not_reported > 0 &&
         study.unreported_as_zero.gini.has_value();
}

// Three numbers side by side; under each, in the colour of a warning, what it would be with zeros.
void numbers(const PanelContext& ctx, const GapStudy& study, float width, Actions& actions) {
  const Style& style = ctx.style;
  const float left = left_of(ctx), top = ImGui::GetCursorScreenPos().y;
  const float each = std::min(width / 3, style.dp(120));
  const bool zeros = has_unreported(study);
  const float height = style.dp(zeros ? 62 : 46);
  // In a narrow column titles would run into each other.
  ImFont* font = each < style.dp(66) ? style.fonts.strong : style.fonts.title;
  float x = left;
  for (const Index& index : indices_of(study)) {
    const ImVec2 low(x, top), high(x + each, top + height);
    const ui::Press pressed = ui::press(ctx, index.id, low, high);
    ui::text_in(ctx, style.fonts.small, style.colours.muted, low, {high.x, top + style.dp(18)},
                index.name);
    ui::text_in(ctx, font, pressed.hovered ? style.colours.accent : style.colours.text,
                {x, top + style.dp(18)}, {high.x, top + style.dp(42)},
                index_text(ctx, index.value));
    if (zeros)
      ui::text_in(ctx, style.fonts.small, warning_ink(style.colours), {x, top + style.dp(42)},
                  {high.x, top + style.dp(58)}, "(" + index_text(ctx, index.as_zero) + ")");
    if (pressed.hovered)
      explain(ctx, std::string(ctx.tr(index.why)) + "\n" +
                       sentence_of(study.inequality.universe, ctx.tr) + ".\n" +
                       ctx.tr("Where does this figure come from? Click."));
    if (pressed.clicked) {
      FigureRef ref;
      ref.gap = index.gap;
      actions.push_back(action::ExplainFigure{ref});
    }
    x += each;
  }
  ImGui::SetCursorScreenPos({left, top + height});
}

void paragraph(const PanelContext& ctx, ImU32 colour, const std::string& text, float width) {
  ImFont* font = ctx.style.fonts.small;
  const ImVec2 at(left_of(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 size =
      font->CalcTextSizeA(font->FontSize, 1e6F, width, text.c_str(), text.c_str() + text.size());
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(at.x), std::floor(at.y)},
                                      colour, text.c_str(), text.c_str() + text.size(), width);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, size.y + ctx.style.dp(6)});
}

/// A paragraph whose figures explain themselves.
void pressed_paragraph(const PanelContext& ctx, const char* id, const std::string& text,
                       float width, FigureRef::Gap gap, Actions& actions) {
  ImFont* font = ctx.style.fonts.small;
  const ImVec2 at(left_of(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 size =
      font->CalcTextSizeA(font->FontSize, 1e6F, width, text.c_str(), text.c_str() + text.size());
  const ui::Press pressed = ui::press(ctx, id, at, {at.x + width, at.y + size.y});
  ImGui::SetCursorScreenPos(at);
  paragraph(ctx, pressed.hovered ? ctx.style.colours.accent : ctx.style.colours.muted, text, width);
  if (pressed.hovered)
    explain(ctx, ctx.tr("Where does this figure come from? Click."));
  if (!pressed.clicked)
    return;
  FigureRef ref;
  ref.gap = gap;
  actions.push_back(action::ExplainFigure{ref});
}

// "Theil : entre les zones 0,12 ; nord 0,03, centre 0,20, sud 0,10".
std::string parts_text(const PanelContext& ctx, const TheilParts& parts) {
  const Language language = ctx.tr.language();
  std::string text = trf(ctx.tr, "Theil by parts: between the areas {0}",
                         format_decimal(parts.between, 3, language));
  for (const TheilGroup& group : parts.groups)
    if (group.group >= 0 && group.group < static_cast<int>(kAreas.size()))
      text += " · " + name_of(kAreas[static_cast<std::size_t>(group.group)], ctx.tr) + " " +
              format_decimal(group.contribution, 3, language);
  return text;
}

void texts(const PanelContext& ctx, const GapStudy& study, float width, Actions& actions) {
  const auto& c = ctx.style.colours;
  const Dataset& dataset = *ctx.state.sources.dataset;
  paragraph(ctx, c.text, trf(ctx.tr, "Against: {0}", name_of(study.need, dataset, ctx.tr)), width);
  paragraph(ctx, c.muted, trf(ctx.tr, "Over {0}.", sentence_of(study.inequality.universe, ctx.tr)),
            width);
  if (has_unreported(study))
    paragraph(ctx, warning_ink(c),
              ctx.tr("In brackets: were the unreported units zero. Nobody knows that."), width);
  if (study.inequality.parts)
    paragraph(ctx, c.muted, parts_text(ctx, *study.inequality.parts), width);
  distances(ctx, width, actions);
  for (const Message& note : study.notes)
    paragraph(ctx, c.muted, text_of(note, ctx.tr), width);
}

}  // namespace

void distances(const PanelContext& ctx, float width, Actions& actions) {
  const DistanceStudy* study = ctx.derived.distances.get();
  // Beside sums the single projects are examples: how far the others are nobody knows.
  if (!study || study->points == 0 || ctx.state.sources.dataset->aggregates)
    return;
  const auto far = far_share(*study, *ctx.derived.coverage);
  if (!far)
    return;
  const Language language = ctx.tr.language();
  pressed_paragraph(
      ctx, "gaps.far",
      trn(ctx.tr, "Farther than {0} km from any project: {1} of the area, {2} town of {3}.",
          "Farther than {0} km from any project: {1} of the area, {2} towns of {3}.",
          far->towns_beyond, format_short(study->beyond_km, language),
          format_percent(far->of_area, 0, language), format_integer(far->towns_beyond, language),
          format_integer(far->towns, language)),
      width, FigureRef::Gap::Far, actions);
  if (study->by_town + study->left_out > 0)
    paragraph(
        ctx, ctx.style.colours.muted,
        trf(ctx.tr,
            "Projects known as a unit alone: {0} measured to the town it is named after, {1} "
            "left out.",
            format_integer(study->by_town, language), format_integer(study->left_out, language)),
        width);
}

void indices(const PanelContext& ctx, const GapStudy& study, Actions& actions) {
  const Style& style = ctx.style;
  ui::heading(ctx, ctx.tr("How unequal"));
  const float width = right_of(ctx) - left_of(ctx);
  const float top = ImGui::GetCursorScreenPos().y;
  const float room = ImGui::GetWindowHeight() - style.dp(52);
  const bool beside = width >= style.dp(380);
  const float side = beside ? std::min(room, width * 0.5F) : std::min(width, style.dp(210));
  numbers(ctx, study, beside ? width - side - style.dp(24) : width, actions);
  ui::gap(ctx, 4);
  texts(ctx, study, beside ? width - side - style.dp(24) : width, actions);
  if (study.inequality.lorenz.size() < 2)
    return;
  if (beside)
    lorenz_chart::draw(ctx, study, {right_of(ctx) - side, top}, side);
  else
    lorenz_chart::draw(ctx, study, {left_of(ctx), ImGui::GetCursorScreenPos().y}, side);
}

}  // namespace malimap::gaps_parts
