#include "app/panels/profile_section.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/figure_text.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::profile_section {
namespace {

struct Edges {
  float left, right, top;
};

Edges edges(const PanelContext& ctx) {
  const PixelBox& box = ctx.layout.details;
  const float pad = ctx.style.dp(16);
  return {static_cast<float>(box.x) + pad, static_cast<float>(box.x + box.width) - pad,
          ImGui::GetCursorScreenPos().y};
}

const ProfileMeasure* measure_in(const Profile* profile, Measure measure) {
  if (profile)
    for (const ProfileMeasure& line : profile->measures)
      if (line.measure == measure)
        return &line;
  return nullptr;
}

std::string value_text(const PanelContext& ctx, Measure measure,
                       const std::optional<double>& value) {
  return value ? format_value(measure, *value, ctx.tr.language()) : ctx.tr("no data");
}

void headline(const PanelContext& ctx, Actions& actions, const std::string& zone, Measure measure,
              const std::string& label, const std::string& value, const std::string& whole,
              const ProfileMeasure* beside, float left, float right, float top) {
  const Style& style = ctx.style;
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {left, top}, {right, top + style.dp(18)},
              label);
  const bool known = beside ? beside->value.has_value() : true;
  ui::figure(ctx, actions, std::string(word_of(measure)), value, ui::figure_of(zone, measure),
             {{left, top + style.dp(17)},
              {right, top + style.dp(43)},
              style.fonts.title,
              known ? style.colours.text : style.colours.faint,
              ui::Align::Left,
              whole});
  if (beside)
    ui::text_in(ctx, style.fonts.small, style.colours.muted, {left, top + style.dp(42)},
                {right, top + style.dp(58)}, rank_text(ctx, beside->rank, beside->of));
}

// A mark of the neighbours: a ring on the bar.
void ring(const PanelContext& ctx, float x, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({x, y}, ctx.style.dp(4), ctx.style.colours.panel, 20);
  list.AddCircle({x, y}, ctx.style.dp(4), ctx.style.colours.muted, 20, ctx.style.dp(1.5F));
}

// A mark of the country: a stroke through the bar.
void stroke(const PanelContext& ctx, float x, float y) {
  const float half = ctx.style.dp(6), thick = ctx.style.dp(1);
  ImGui::GetWindowDrawList()->AddRectFilled({x - thick, y - half}, {x + thick, y + half},
                                            ctx.style.colours.text);
}

// What the marks mean, at the heading's right end.
void key(const PanelContext& ctx) {
  const Edges at = edges(ctx);
  const Style& style = ctx.style;
  ImFont* font = style.fonts.small;
  const float middle = at.top - style.dp(14);
  const auto word = [&](const std::string& text, float right) {
    const float left = right - font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
    ui::text_in(ctx, font, style.colours.muted, {left, middle - style.dp(9)},
                {right + 1, middle + style.dp(9)}, text);
    return left;
  };
  float left = word(ctx.tr("country"), at.right);
  stroke(ctx, left - style.dp(7), middle);
  left = word(ctx.tr("neighbours"), left - style.dp(20));
  ring(ctx, left - style.dp(9), middle);
}

void bullet(const PanelContext& ctx, const ProfileMeasure& line, const Edges& at, float y) {
  const Style& style = ctx.style;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double most =
      std::max({line.value.value_or(0), line.country.value_or(0), line.neighbours.value_or(0)});
  const float half = style.dp(3), round = style.dp(3);
  list.AddRectFilled({at.left, y - half}, {at.right, y + half}, style.colours.bar, round);
  if (most <= 0)
    return;
  const float width = at.right - at.left - style.dp(6);
  const auto x = [&](double value) {
    return at.left + style.dp(2) + width * static_cast<float>(value / most);
  };
  if (line.value && *line.value > 0)
    list.AddRectFilled({at.left, y - half},
                       {std::max(x(*line.value), at.left + style.dp(3)), y + half},
                       style.colours.accent, round);
  if (line.country)
    stroke(ctx, x(*line.country), y);
  if (line.neighbours)
    ring(ctx, x(*line.neighbours), y);
}

void measure_line(const PanelContext& ctx, Actions& actions, const std::string& zone,
                  const ProfileMeasure& line) {
  const Style& style = ctx.style;
  const Edges at = edges(ctx);
  const float value_left = at.right - style.dp(76);
  const ImVec2 low(at.left, at.top), high(value_left, at.top + style.dp(22));
  ui::text_in(ctx, style.fonts.body, style.colours.text, low, high, title_of(line.measure, ctx.tr));
  if (ImGui::IsMouseHoveringRect(low, high) && ImGui::IsWindowHovered())
    ui::hint(ctx, explanation_of(line.measure, ctx.tr));
  ui::figure(ctx, actions, std::string(word_of(line.measure)),
             value_text(ctx, line.measure, line.value), ui::figure_of(zone, line.measure),
             {{value_left, at.top},
              {at.right, at.top + style.dp(22)},
              style.fonts.strong,
              line.value ? style.colours.text : style.colours.faint,
              ui::Align::Right,
              {}});
  bullet(ctx, line, at, at.top + style.dp(28));
  const float below = at.top + style.dp(34);
  std::string beside;
  if (line.neighbours)
    beside = trf(ctx.tr, "neighbours {0}", value_text(ctx, line.measure, line.neighbours));
  if (line.country)
    beside += (beside.empty() ? "" : " · ") +
              trf(ctx.tr, "country {0}", value_text(ctx, line.measure, line.country));
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {at.left, below},
              {value_left + style.dp(10), below + style.dp(18)}, beside);
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {value_left, below},
              {at.right + 1, below + style.dp(18)}, rank_text(ctx, line.rank, line.of),
              ui::Align::Right);
  ImGui::SetCursorScreenPos({at.left, at.top + style.dp(60)});
}

std::string amount(const PanelContext& ctx, const Figures& figures) {
  if (!figures.budget)
    return ctx.tr("no data");
  const auto whole = static_cast<std::int64_t>(round_half_away(figures.budget->dollars(), 0));
  return format_integer(whole, ctx.tr.language()) +
         (figures.budget_basis == Basis::Inferred ? "*" : "");
}

// Where counts are not known, the bars are of budgets.
double size_of(const Figures& figures, bool by_projects) {
  if (by_projects)
    return static_cast<double>(figures.projects.value_or(0));
  return figures.budget ? figures.budget->dollars() : 0;
}

constexpr float kBudgetWidth = 96, kProjectsWidth = 62;  // dp

void table_head(const PanelContext& ctx) {
  const Style& style = ctx.style;
  const Edges at = edges(ctx);
  const float bottom = at.top + style.dp(20), middle = at.right - style.dp(kBudgetWidth);
  ui::text_in(ctx, style.fonts.small, style.colours.muted,
              {middle - style.dp(kProjectsWidth), at.top}, {middle, bottom}, ctx.tr("Projects"),
              ui::Align::Right);
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {middle, at.top}, {at.right + 1, bottom},
              ctx.tr("Budget (USD)"), ui::Align::Right);
  ImGui::SetCursorScreenPos({at.left, bottom});
}

}  // namespace

std::string rank_text(const PanelContext& ctx, int rank, int of) {
  if (rank <= 0 || of < 2)
    return {};
  return rank == 1 ? trf(ctx.tr, "1st of {0}", of) : trf(ctx.tr, "no. {0} of {1}", rank, of);
}

void headlines(const PanelContext& ctx, Actions& actions, const std::string& zone,
               const Figures& figures, const Profile* profile) {
  const Edges at = edges(ctx);
  const float middle = std::floor((at.left + at.right) / 2);
  const auto label = [&](const char* text, Basis basis, bool known) {
    const std::string mark = known ? ui::basis_mark(ctx, basis) : "";
    return mark.empty() ? std::string(text) : text + (" · " + mark);
  };
  headline(ctx, actions, zone, Measure::Projects,
           label(ctx.tr("Projects"), figures.projects_basis, figures.projects.has_value()),
           ui::count_text(ctx, figures.projects), {}, measure_in(profile, Measure::Projects),
           at.left, middle - ctx.style.dp(4), at.top);
  headline(ctx, actions, zone, Measure::Budget,
           label(ctx.tr("Budget"), figures.budget_basis, figures.budget.has_value()),
           ui::short_money_text(ctx, figures.budget),
           figures.budget ? ui::money_text(ctx, figures.budget) : std::string(),
           measure_in(profile, Measure::Budget), middle + ctx.style.dp(4), at.right, at.top);
  ImGui::SetCursorScreenPos({at.left, at.top + ctx.style.dp(profile ? 64 : 50)});
}

void comparison(const PanelContext& ctx, Actions& actions, const std::string& zone,
                const Profile& profile) {
  const auto shown = [](const ProfileMeasure& line) {
    return line.of > 1 && line.measure != Measure::Projects && line.measure != Measure::Budget;
  };
  if (std::none_of(profile.measures.begin(), profile.measures.end(), shown))
    return;
  ui::gap(ctx, 12);
  ui::heading(ctx, ctx.tr("Compared"));
  key(ctx);
  for (const ProfileMeasure& line : profile.measures)
    if (shown(line))
      measure_line(ctx, actions, zone, line);
}

void line(const PanelContext& ctx, Actions& actions, const std::string& id, const std::string& name,
          const Figures& figures, const FigureRef& ref, double part) {
  const Style& style = ctx.style;
  const Edges at = edges(ctx);
  const float bottom = at.top + style.dp(26), middle = at.right - style.dp(kBudgetWidth);
  if (part > 0) {
    const float width = (at.right - at.left + style.dp(12)) * static_cast<float>(part);
    ImGui::GetWindowDrawList()->AddRectFilled(
        {at.left - style.dp(6), at.top + style.dp(2)},
        {at.left - style.dp(6) + std::max(width, style.dp(3)), bottom - style.dp(2)},
        style.colours.bar, style.dp(3));
  }
  const ImU32 colour = figures.reported() ? style.colours.text : style.colours.faint;
  ui::text_in(ctx, style.fonts.body, colour, {at.left, at.top},
              {middle - style.dp(kProjectsWidth - 18), bottom}, name);
  FigureRef projects = ref, budget = ref;
  projects.measure = Measure::Projects;
  budget.measure = Measure::Budget;
  ui::figure(ctx, actions, id + ".projects", ui::count_text(ctx, figures.projects), projects,
             {{middle - style.dp(kProjectsWidth), at.top},
              {middle, bottom},
              style.fonts.body,
              figures.projects ? style.colours.text : style.colours.faint,
              ui::Align::Right,
              {}});
  ui::figure(ctx, actions, id + ".budget", amount(ctx, figures), budget,
             {{middle, at.top},
              {at.right, bottom},
              style.fonts.body,
              figures.budget ? style.colours.text : style.colours.faint,
              ui::Align::Right,
              {}});
  ImGui::SetCursorScreenPos({at.left, bottom});
}

void lines(const PanelContext& ctx, Actions& actions, const std::string& heading,
           const std::string& zone, Dimension dimension, const std::vector<ProfileLine>& lines,
           std::size_t least) {
  const bool says_something = std::any_of(lines.begin(), lines.end(), [](const ProfileLine& one) {
    return one.value.has_value();  // else the list has no such column
  });
  if (lines.size() < least || !says_something)
    return;
  ui::gap(ctx, 12);
  ui::heading(ctx, heading);
  table_head(ctx);
  const bool by_projects = std::any_of(lines.begin(), lines.end(), [](const ProfileLine& line) {
    return line.figures.projects.value_or(0) > 0;
  });
  double most = 0;
  bool inferred = false;
  for (const ProfileLine& one : lines) {
    most = std::max(most, size_of(one.figures, by_projects));
    inferred |= one.figures.budget && one.figures.budget_basis == Basis::Inferred;
  }
  for (const ProfileLine& one : lines) {
    const std::string word = ui::dimension_word(dimension);
    line(ctx, actions, word + "." + one.value.value_or(""),
         one.value ? label_of(dimension, *one.value, ctx.tr) : std::string(ctx.tr("not said")),
         one.figures, ui::figure_of(zone, Measure::Projects, dimension, one.value),
         most > 0 ? size_of(one.figures, by_projects) / most : 0);
  }
  if (inferred)
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, ctx.tr("* inferred"));
}

}  // namespace malimap::profile_section
