#include "app/panels/facet_section.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/panels/facet_row.h"
#include "app/panels/figure_text.h"
#include "app/panels/left_column.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/base/text.h"

namespace malimap::left_column {
namespace {

constexpr std::size_t kShortList = 8, kSearched = 16, kInFlow = 30;  // values
constexpr float kRegionRows = 12;  // a longer list scrolls by itself, so many rows high

struct List {
  const PanelContext& ctx;
  Dimension dimension;
  const Facets& values;
  FacetList& memory;
  std::string word;
  bool counts = false, budgets = false;  // whether any is known
  double largest = 0;                    // of what the bars show
};

double bar_of(const List& list, const Figures& figures) {
  if (list.budgets)
    return figures.budget ? figures.budget->dollars() : 0;
  return static_cast<double>(figures.projects.value_or(0));
}

List make_list(const PanelContext& ctx, Dimension dimension, const Facets& values) {
  List list{ctx, dimension, values, ctx.text.filters.lists[static_cast<std::size_t>(dimension)],
            ui::dimension_word(dimension)};
  for (const FacetValue& value : values) {
    list.counts = list.counts || value.figures.projects;
    list.budgets = list.budgets || (value.figures.budget && value.figures.budget->value > 0);
  }
  for (const FacetValue& value : values)
    list.largest = std::max(list.largest, bar_of(list, value.figures));
  return list;
}

bool excluded(const List& list, const std::string& value) {
  const auto& except = list.ctx.state.scene.filter.except;
  const auto found = except.find(list.dimension);
  return found != except.end() && found->second.contains(value);
}

std::string hint_of(const PanelContext& ctx, const std::string& label, const Figures& figures) {
  std::string text = label + "\n" + std::string(ctx.tr("Projects")) + ctx.tr(": ") +
                     ui::count_text(ctx, figures.projects) + "\n" + ctx.tr("Budget") +
                     ctx.tr(": ") + ui::money_text(ctx, figures.budget);
  return text;
}

// A value stands under the other filters.
FigureRef figure_of(const List& list, const std::string& value) {
  FigureRef ref =
      ui::figure_of("", list.counts ? Measure::Projects : Measure::Budget, list.dimension, value);
  ref.beside = bit_of(list.dimension);
  return ref;
}

void value_row(const List& list, const FacetValue& value, float from, float to, Actions& actions) {
  const PanelContext& ctx = list.ctx;
  const Figures& figures = value.figures;
  ui::FacetRow row;
  row.id = "filter." + list.word + "." + value.value;
  row.label = label_of(list.dimension, value.value, ctx.tr);
  row.value = list.counts ? ui::count_text(ctx, figures.projects)
                          : ui::bare_money_text(ctx, figures.budget);
  row.hint = hint_of(ctx, row.label, figures);
  row.part = list.largest > 0 ? bar_of(list, figures) / list.largest : 0;
  row.taken = value.selected                ? ui::Taken::Yes
              : excluded(list, value.value) ? ui::Taken::Excluded
                                            : ui::Taken::No;
  const bool nothing =
      figures.projects.value_or(0) <= 0 && figures.budget.value_or(Cents{}) <= Cents{};
  row.faint = nothing && row.taken == ui::Taken::No;
  switch (ui::facet_row(ctx, row, from, to)) {
    case ui::FacetClick::Toggle:
      return actions.push_back(action::ToggleFilterValue{list.dimension, value.value});
    case ui::FacetClick::Only:
      return actions.push_back(action::OnlyFilterValue{list.dimension, value.value});
    case ui::FacetClick::Except:
      return actions.push_back(action::ExceptFilterValue{list.dimension, value.value});
    case ui::FacetClick::Value:
      return actions.push_back(action::ExplainFigure{figure_of(list, value.value)});
    case ui::FacetClick::None:
      break;
  }
}

// The folded label, made once a value.
const std::string& folded(const List& list, const std::string& value) {
  FacetList& memory = list.memory;
  if (memory.language != list.ctx.tr.language()) {
    memory.folded.clear();
    memory.language = list.ctx.tr.language();
  }
  std::string& text = memory.folded[value];
  if (text.empty())
    text = fold(label_of(list.dimension, value, list.ctx.tr));
  return text;
}

// Which values are shown, in the list's order: those found, or the first ones and all that the
// filter names.
void find_shown(const List& list) {
  std::vector<std::size_t>& shown = list.memory.found;
  shown.clear();
  const std::string wanted = fold(list.memory.search);
  const bool all = list.memory.unfolded || list.values.size() <= kShortList + 2;
  for (std::size_t i = 0; i < list.values.size(); ++i) {
    const FacetValue& value = list.values[i];
    const bool named = value.selected || excluded(list, value.value);
    if (wanted.empty() ? all || i < kShortList || named
                       : folded(list, value.value).find(wanted) != std::string::npos)
      shown.push_back(i);
  }
}

// Of all rows those in sight; the others are room.
void visible_rows(const List& list, float from, float to, Actions& actions) {
  const auto& shown = list.memory.found;
  const float height = list.ctx.style.dp(ui::kFacetRowHeight), top = ImGui::GetCursorScreenPos().y;
  const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin(),
               high = ImGui::GetWindowDrawList()->GetClipRectMax();
  // Two more at each side, for the keyboard to reach.
  const auto row_at = [&](float y) { return static_cast<std::ptrdiff_t>((y - top) / height); };
  const auto count = std::ssize(shown);
  const auto first = std::clamp<std::ptrdiff_t>(row_at(low.y) - 2, 0, count);
  const auto last = std::clamp<std::ptrdiff_t>(row_at(high.y) + 3, first, count);
  for (std::ptrdiff_t i = first; i < last; ++i) {
    ImGui::SetCursorScreenPos({from, top + height * static_cast<float>(i)});
    value_row(list, list.values[shown[static_cast<std::size_t>(i)]], from, to, actions);
  }
  ImGui::SetCursorScreenPos({from, top});
  ImGui::Dummy({1, height * static_cast<float>(count)});
}

void rows(const List& list, Actions& actions) {
  const PanelContext& ctx = list.ctx;
  if (list.memory.found.size() <= kInFlow) {
    visible_rows(list, left(ctx), right(ctx), actions);
    return;
  }
  const float pad = ctx.style.dp(8), top = ImGui::GetCursorScreenPos().y;
  const float height = ctx.style.dp(ui::kFacetRowHeight) * kRegionRows;
  ImGui::SetCursorScreenPos({left(ctx) - pad, top});
  ImGui::BeginChild(("list." + list.word).c_str(), {right(ctx) - left(ctx) + 2 * pad, height},
                    false, ImGuiWindowFlags_NoBackground);
  ImGui::SetCursorScreenPos({left(ctx), ImGui::GetCursorScreenPos().y});
  visible_rows(list, left(ctx), right(ctx) - pad, actions);
  ImGui::EndChild();
  ImGui::SetCursorScreenPos({left(ctx), top + height});
}

// Nothing is known of any value under the other filters: a margin is not divided by guesswork.
void unpublished_note(const List& list) {
  if (list.counts || list.budgets || !list.ctx.state.sources.dataset->aggregates)
    return;
  ui::paragraph(list.ctx, list.ctx.style.fonts.small, list.ctx.style.colours.muted,
                list.ctx.tr("Not published together with the other filters."));
}

}  // namespace

void facet_section(const PanelContext& ctx, Dimension dimension, const Snapshot<Facets>& facets,
                   Actions& actions) {
  if (!facets || facets->empty())
    return;
  const List list = make_list(ctx, dimension, *facets);
  const Filter& filter = ctx.state.scene.filter;
  const bool chosen = !values_of(filter, dimension).empty() || filter.except.contains(dimension);
  ui::gap(ctx, 16);
  if (ui::heading(ctx, ui::dimension_name(ctx.tr, dimension), "clear." + list.word,
                  chosen ? ctx.tr("Clear") : ""))
    actions.push_back(action::ClearDimension{dimension});
  if (!chosen)
    ui::caption(ctx, !list.counts   ? ctx.tr("Budget, USD")
                     : list.budgets ? ctx.tr("Projects · bar: budget")
                                    : "");
  unpublished_note(list);
  if (facets->size() > kSearched) {
    field(ctx, "filter." + list.word + ".search",
          trf(ctx.tr, "Search in {0} values",
              format_integer(static_cast<std::int64_t>(facets->size()), ctx.tr.language()))
              .c_str(),
          list.memory.search);
    ui::gap(ctx, 4);
  }
  find_shown(list);
  if (list.memory.found.empty())
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, ctx.tr("Nothing found."));
  rows(list, actions);
  if (facets->size() <= kShortList + 2 || !list.memory.search.empty())
    return;
  const bool all = list.memory.unfolded;
  if (ui::link(
          ctx, "filter." + list.word + ".more",
          all ? ctx.tr("Fewer")
              : trf(ctx.tr, "Show all ({0})",
                    format_integer(static_cast<std::int64_t>(facets->size()), ctx.tr.language()))))
    list.memory.unfolded = !all;
}

}  // namespace malimap::left_column
