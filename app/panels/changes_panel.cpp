// What changed since an earlier list: new, ended, gone and changed projects, each with what is
// different; and how to open that list.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/panels/chart.h"
#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/session/row_of_list.h"
#include "geo/base/numbers.h"
#include "geo/map/projection.h"

namespace malimap::changes_panel {
namespace {

constexpr float kPad = 16, kHead = 44, kLine = 28, kButton = 28;  // dp

struct Kind {
  ChangeKind kind;
  const char* word;  // of its widget's id
  const char* name;  // msgid
};
constexpr std::array kKinds{
    Kind{ChangeKind::New, "new", N_("New")},
    Kind{ChangeKind::Ended, "ended", N_("Ended")},
    Kind{ChangeKind::Gone, "gone", N_("Gone")},
    Kind{ChangeKind::Changed, "changed", N_("Changed")},
};

std::string count_words(const PanelContext& ctx, ChangeKind kind, std::int64_t count) {
  const std::string number = format_integer(count, ctx.tr.language());
  switch (kind) {
    case ChangeKind::New:
      return trn(ctx.tr, "{0} new", "{0} new", count, number);
    case ChangeKind::Ended:
      return trn(ctx.tr, "{0} ended", "{0} ended", count, number);
    case ChangeKind::Gone:
      return trn(ctx.tr, "{0} gone", "{0} gone", count, number);
    case ChangeKind::Changed:
      break;
  }
  return trn(ctx.tr, "{0} changed", "{0} changed", count, number);
}

std::int64_t count_of(const ListChanges& changes, ChangeKind kind) {
  switch (kind) {
    case ChangeKind::New:
      return changes.added;
    case ChangeKind::Ended:
      return changes.ended;
    case ChangeKind::Gone:
      return changes.gone;
    case ChangeKind::Changed:
      break;
  }
  return changes.changed;
}

/// Told by form as well as by colour: a full circle, a full square, a hollow circle, a ring.
void sign(const PanelContext& ctx, ChangeKind kind, ImVec2 m) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& c = ctx.style.colours;
  const float r = ctx.style.dp(4.5F), line = ctx.style.dp(1.6F);
  switch (kind) {
    case ChangeKind::New:
      list.AddCircleFilled(m, r, IM_COL32(27, 133, 116, 255), 24);
      return;
    case ChangeKind::Ended:
      list.AddRectFilled({m.x - r * 0.85F, m.y - r * 0.85F}, {m.x + r * 0.85F, m.y + r * 0.85F},
                         c.muted);
      return;
    case ChangeKind::Gone:
      list.AddCircle(m, r, c.muted, 24, line);
      return;
    case ChangeKind::Changed:
      list.AddCircle(m, r, c.accent, 24, line);
      list.AddCircleFilled(m, r * 0.45F, c.accent, 16);
  }
}

std::string file_name(const PanelContext& ctx) {
  return std::filesystem::path(ctx.state.sources.previous_path).filename().string();
}

/// The projects of a change as the list shows them: those of the later list where it has them.
struct Listed {
  const Projects* list;
  ProjectIndex row;
};
Listed listed(const PanelContext& ctx, const ProjectChange& change) {
  const Sources& sources = ctx.state.sources;
  if (!change.after.empty())
    return {sources.dataset->projects.get(), change.after.front()};
  return {sources.previous->projects.get(), change.before.front()};
}

std::string name_of(const Listed& listed) {
  const auto row = static_cast<std::size_t>(listed.row);
  std::string id(listed.list->id[row]), title(listed.list->title[row]);
  if (title.empty())
    title = listed.list->place_text[row];
  if (title.empty() || id.empty())
    return title.empty() ? id : title;
  return title + " · " + id;
}

std::string details_of(const PanelContext& ctx, const ProjectChange& change) {
  std::string text;
  for (const FieldChange& field : change.fields)
    text += (text.empty() ? "" : " · ") + std::string(ctx.tr(field.field.c_str())) + ctx.tr(": ") +
            field.before + " → " + field.after;
  if (!text.empty())
    return text;
  if (change.kind == ChangeKind::Ended)
    return ctx.tr("its end has passed");
  // Nothing to compare: where it is.
  const Listed one = listed(ctx, change);
  return std::string(one.list->place_text[static_cast<std::size_t>(one.row)]);
}

// Its point, else the middle of its unit; the unit alone for what is no longer listed.
void lead_to(const PanelContext& ctx, const ProjectChange& change, Actions& actions) {
  const Listed one = listed(ctx, change);
  Sources sources = ctx.state.sources;
  if (change.after.empty())
    sources.dataset = sources.previous;
  const UnitIndex unit = unit_of_project(sources, *ctx.derived.layer, one.row);
  if (change.after.empty()) {
    if (unit != kNoUnit)
      actions.push_back(action::SelectUnit{unit});
    return;
  }
  std::optional<PlanePoint> place;
  for (const Location& location : one.list->locations_of(static_cast<std::size_t>(one.row)))
    if (location.point && !place)
      if (const auto projection = Projection::create(ctx.derived.shapes->projection))
        place = projection->forward(*location.point);
  if (!place && unit != kNoUnit)
    place = ctx.derived.shapes->units[static_cast<std::size_t>(unit)].label;
  if (place)
    actions.push_back(action::FlyToProject{one.row, *place});
  else
    actions.push_back(action::SelectProjects{{one.row}});
}

struct Box {
  ImVec2 low, high;
};

void line(const PanelContext& ctx, const ProjectChange& change, int index, Box box,
          Actions& actions) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const ui::Press pressed =
      ui::press(ctx, "changes.row." + std::to_string(index), box.low, box.high);
  const auto& chosen = ctx.state.selection.projects;
  const bool current = !change.after.empty() && chosen.size() == 1 && chosen[0] == change.after[0];
  if (current || pressed.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(box.low, box.high, current ? c.accent_soft : c.hover,
                                              style.dp(4));
  const float middle = (box.low.y + box.high.y) / 2;
  sign(ctx, change.kind, {box.low.x + style.dp(14), middle});
  const float kind = box.low.x + style.dp(28), name = kind + style.dp(76);
  const float details = name + (box.high.x - name) * 0.42F;
  ui::text_in(ctx, style.fonts.small, c.muted, {kind, box.low.y}, {name, box.high.y},
              ctx.tr(kKinds[static_cast<std::size_t>(change.kind)].name));
  const std::string title = name_of(listed(ctx, change)), text = details_of(ctx, change);
  ui::text_in(ctx, style.fonts.body, c.text, {name, box.low.y},
              {details - style.dp(12), box.high.y}, title);
  ui::text_in(ctx, style.fonts.body, change.fields.empty() ? c.muted : c.text, {details, box.low.y},
              {box.high.x - style.dp(8), box.high.y}, text);
  if (pressed.hovered &&
      (ui::fitted(style.fonts.body, text, box.high.x - style.dp(8) - details) != text ||
       ui::fitted(style.fonts.body, title, details - style.dp(12) - name) != title))
    ui::hint(ctx, title + "\n" + text);
  if (pressed.clicked)
    lead_to(ctx, change, actions);
}

// All, or those of one kind; they come sorted by it.
void lines(const PanelContext& ctx, const ListChanges& changes, Actions& actions) {
  const auto is_before = [](const ProjectChange& change, ChangeKind kind) {
    return change.kind < kind;
  };
  auto first = changes.changes.begin(), last = changes.changes.end();
  if (ctx.text.changes.shown >= 0) {
    const auto kind = static_cast<ChangeKind>(ctx.text.changes.shown);
    first = std::lower_bound(first, last, kind, is_before);
    last = std::find_if(first, last, [&](const auto& change) { return change.kind != kind; });
  }
  const float left = ImGui::GetWindowPos().x;
  const float right = left + ImGui::GetWindowWidth() - ctx.style.dp(18);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(last - first), ctx.style.dp(kLine));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ImVec2 low(left, ImGui::GetCursorScreenPos().y);
      ImGui::PushID(i);
      line(ctx, first[i], static_cast<int>(first - changes.changes.begin()) + i,
           {low, {right, low.y + ctx.style.dp(kLine)}}, actions);
      ImGui::PopID();
      ImGui::SetCursorScreenPos(low);
      ImGui::Dummy({right - left, ctx.style.dp(kLine)});
    }
}

/// A count that is a switch: only these. Returns its right end.
float chip(const PanelContext& ctx, const Kind& kind, std::int64_t count, float left, float top) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  int& shown = ctx.text.changes.shown;
  const bool on = shown == static_cast<int>(kind.kind);
  const std::string text = count_words(ctx, kind.kind, count);
  const ImVec2 low(left, top);
  const ImVec2 high(left + chart::text_width(style.fonts.small, text) + style.dp(36),
                    top + style.dp(kButton));
  const ui::Press pressed = ui::press(ctx, std::string("changes.") + kind.word, low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float round = style.dp(kButton) / 2;
  list.AddRectFilled(low, high, on ? c.accent_soft : pressed.hovered ? c.hover : c.panel, round);
  list.AddRect(low, high, on ? c.accent : c.hairline, round, 0, style.hairline());
  sign(ctx, kind.kind, {low.x + style.dp(15), (low.y + high.y) / 2});
  ui::text_in(ctx, style.fonts.small, count > 0 ? c.text : c.faint, {low.x + style.dp(25), low.y},
              high, text);
  if (pressed.clicked)
    shown = on ? -1 : static_cast<int>(kind.kind);
  return high.x + style.dp(6);
}

void show_difference(const PanelContext& ctx, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const bool shown = scene.type == MapType::Difference && scene.compare.previous_list;
  Comparison compare;
  compare.previous_list = !shown;
  actions.push_back(action::SetComparison{compare});
  actions.push_back(action::SetMapType{shown ? MapType::Choropleth : MapType::Difference});
}

// Counts at the left, what can be done at the right.
void head(const PanelContext& ctx, const ListChanges& changes, ImVec2 low, float right,
          Actions& actions) {
  const Style& style = ctx.style;
  float left = low.x;
  for (const Kind& kind : kKinds)
    left = chip(ctx, kind, count_of(changes, kind.kind), left, low.y);
  const float bottom = low.y + style.dp(kButton);
  const auto button = [&](const char* id, const std::string& text, bool on) {
    const float width = ui::button_width(ctx, text);
    const bool clicked = ui::button(ctx, id, text, {right - width, low.y}, {right, bottom},
                                    on ? ui::Weight::Primary : ui::Weight::Plain);
    right -= width + style.dp(8);
    return clicked;
  };
  const Scene& scene = ctx.state.scene;
  if (button("changes.difference", ctx.tr("Map of the difference"),
             scene.type == MapType::Difference && scene.compare.previous_list))
    show_difference(ctx, actions);
  const std::string same = trn(ctx.tr, "{0} as before", "{0} as before", changes.unchanged,
                               format_integer(changes.unchanged, ctx.tr.language()));
  left += style.dp(4);
  if (chart::text_width(style.fonts.small, same) < right - left)
    ui::text_in(ctx, style.fonts.small, style.colours.muted, {left, low.y}, {right, bottom}, same);
}

std::string notes_of(const PanelContext& ctx, const ListChanges& changes) {
  std::string text = trf(ctx.tr, N_("Against {0}."), file_name(ctx));
  for (const Message& note : changes.notes)
    text += " " + text_of(note, ctx.tr);
  return text;
}

void with_changes(const PanelContext& ctx, const ListChanges& changes, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox& box = ctx.layout.bottom;
  const auto left = static_cast<float>(box.x), top = static_cast<float>(box.y);
  const auto right = static_cast<float>(box.x + box.width);
  const auto bottom = static_cast<float>(box.y + box.height);
  head(ctx, changes, {left + style.dp(kPad), top + style.dp(8)}, right - style.dp(kPad), actions);
  const float foot = bottom - style.dp(26);
  ImGui::SetCursorScreenPos({left + style.dp(8), top + style.dp(kHead)});
  ImGui::BeginChild("changes-lines",
                    {static_cast<float>(box.width) - style.dp(8), foot - top - style.dp(kHead)},
                    false, ImGuiWindowFlags_NoBackground);
  lines(ctx, changes, actions);
  ImGui::EndChild();
  if (changes.changes.empty())
    ui::text_in(ctx, style.fonts.body, style.colours.muted, {left, top + style.dp(kHead)},
                {right, foot}, ctx.tr("Nothing changed: the two lists say the same."),
                ui::Align::Centre);
  const std::string notes = notes_of(ctx, changes);
  const std::string other = ctx.tr("Another list…");
  const float wide = chart::text_width(style.fonts.small, other) + style.dp(2);
  const ImVec2 link(right - style.dp(kPad) - wide, foot);
  if (ui::press(ctx, "changes.close", link, {link.x + wide, bottom - style.dp(4)}).clicked)
    actions.push_back(action::OpenPrevious{});
  ui::text_in(ctx, style.fonts.small, style.colours.accent, link,
              {link.x + wide, bottom - style.dp(4)}, other);
  const Box under{{left + style.dp(kPad), foot}, {link.x - style.dp(12), bottom - style.dp(4)}};
  ui::text_in(ctx, style.fonts.small, style.colours.muted, under.low, under.high, notes);
  if (ImGui::IsMouseHoveringRect(under.low, under.high) &&
      ui::fitted(style.fonts.small, notes, under.high.x - under.low.x) != notes)
    ui::hint(ctx, notes);
}

// What this is for, and a field for the file.
void without_list(const PanelContext& ctx, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox& box = ctx.layout.bottom;
  const float wide = std::min(static_cast<float>(box.width) - style.dp(2 * kPad), style.dp(640));
  const float left = static_cast<float>(box.x) + style.dp(kPad);
  ImGui::SetCursorScreenPos({left, static_cast<float>(box.y) + style.dp(20)});
  ImGui::GetWindowDrawList()->AddText(style.fonts.strong, style.fonts.strong->FontSize,
                                      ImGui::GetCursorScreenPos(), style.colours.text,
                                      ctx.tr("What changed since the last list?"));
  const std::string text = ctx.tr(
      "Open an earlier list of the same projects. It is compared with the one at hand by the "
      "projects' ids and titles: which are new, which have ended, which are gone and what "
      "changed.");
  const float top = static_cast<float>(box.y) + style.dp(46);
  ImFont* font = style.fonts.body;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {left, top}, style.colours.muted,
                                      text.c_str(), nullptr, wide);
  const float under =
      top + font->CalcTextSizeA(font->FontSize, 1e6F, wide, text.c_str()).y + style.dp(14);
  const std::string open = ctx.tr("Compare");
  const float button = ui::button_width(ctx, open);
  ImGui::SetCursorScreenPos({left, under});
  ImGui::SetNextItemWidth(wide - button - style.dp(8));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {style.dp(10), style.dp(7)});
  std::string& path = ctx.text.changes.path;
  const bool entered =
      ImGui::InputTextWithHint("##changes-path", ctx.tr("File of the earlier list"), &path,
                               ImGuiInputTextFlags_EnterReturnsTrue);
  ctx.widgets.note("changes.path", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  ImGui::PopStyleVar();
  const ImVec2 high = ImGui::GetItemRectMax();
  const bool pressed =
      ui::button(ctx, "changes.open", open, {high.x + style.dp(8), under},
                 {high.x + style.dp(8) + button, high.y}, ui::Weight::Primary, !path.empty());
  if ((entered || pressed) && !path.empty())
    actions.push_back(action::OpenPrevious{path});
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (!ui::begin_panel(ctx, "changes", box))
    return;
  if (ctx.derived.changes && ctx.state.sources.previous)
    with_changes(ctx, *ctx.derived.changes, actions);
  else
    without_list(ctx, actions);
  ui::end_panel();
}

}  // namespace malimap::changes_panel
