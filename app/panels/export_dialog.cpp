// Where a picture, all scenes, the table or the workspace is written to; the name's ending says in
// which format.

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <filesystem>

#include "app/panels/controls.h"
#include "app/panels/export_names.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::export_dialog {
namespace {

struct Kind {
  ExportWhat what;
  const char *id, *name;
  std::array<const char*, 4> extensions;  // null: no more
};
constexpr Kind kKinds[] = {
    {ExportWhat::Page, "export.page", N_("This page"), {"pdf", "png", "svg", "pptx"}},
    {ExportWhat::Deck, "export.deck", N_("All scenes"), {"pdf", "pptx", nullptr, nullptr}},
    {ExportWhat::Table, "export.table", N_("Table"), {"csv", "json", nullptr, nullptr}},
};
// Asked for where they stand: the dialog offers nothing else then.
constexpr Kind kTables[] = {
    {ExportWhat::Projects,
     "export.projects",
     N_("Export the projects"),
     {"csv", "xlsx", nullptr, nullptr}},
    {ExportWhat::Profile,
     "export.profile",
     N_("Export the profile"),
     {"xlsx", "csv", nullptr, nullptr}},
    {ExportWhat::Figure,
     "export.figure",
     N_("Export the figure"),
     {"xlsx", "csv", nullptr, nullptr}},
};

const Kind* table_of(ExportWhat what) {
  for (const Kind& kind : kTables)
    if (kind.what == what)
      return &kind;
  return nullptr;
}

const Kind* kind_of(ExportWhat what) {
  if (const Kind* table = table_of(what))
    return table;
  for (const Kind& kind : kKinds)
    if (kind.what == what)
      return &kind;
  return nullptr;
}

struct Card {
  float left, right, top, bottom;
};

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  return extension.empty() ? extension : extension.substr(1);
}

void kinds(const PanelContext& ctx, const Card& card, float top) {
  ExportDialog& dialog = ctx.text.exporting;
  std::vector<std::pair<std::string, std::string>> items;
  int current = -1;
  for (const Kind& kind : kKinds) {
    if (kind.what == dialog.what)
      current = static_cast<int>(items.size());
    items.emplace_back(kind.id, ctx.tr(kind.name));
  }
  const int clicked = ui::segments(ctx, "export.what", items, current, {card.left, top},
                                   {card.right, top + ctx.style.dp(32)});
  if (clicked < 0)
    return;
  dialog.what = kKinds[clicked].what;
  dialog.path = with_extension(dialog.path, kKinds[clicked].extensions[0]);
}

// A press on a format changes the name's ending.
void formats(const PanelContext& ctx, const Card& card, float top) {
  ExportDialog& dialog = ctx.text.exporting;
  const Kind* kind = kind_of(dialog.what);
  if (!kind)
    return;
  std::vector<std::pair<std::string, std::string>> items;
  int current = -1;
  const std::string extension = extension_of(dialog.path);
  for (const char* one : kind->extensions) {
    if (!one)
      break;
    if (extension == one)
      current = static_cast<int>(items.size());
    std::string shown = one;
    for (char& c : shown)
      c = static_cast<char>(c - 'a' + 'A');
    items.emplace_back(std::string("export.format.") + one, shown);
  }
  const float width = ctx.style.dp(64) * static_cast<float>(items.size());
  const int clicked = ui::segments(ctx, "export.format", items, current, {card.left, top},
                                   {card.left + width, top + ctx.style.dp(32)});
  if (clicked >= 0)
    dialog.path = with_extension(dialog.path, kind->extensions[static_cast<std::size_t>(clicked)]);
}

void resolution(const PanelContext& ctx, const Card& card, float top) {
  ExportDialog& dialog = ctx.text.exporting;
  if (extension_of(dialog.path) != "png")
    return;
  constexpr int kChoices[] = {96, 150, 300, 600};
  const ImVec2 low(card.right - ctx.style.dp(120), top);
  if (!ui::begin_choice(ctx, "export.dpi", fmt::format("{:.0f} dpi", dialog.dpi), low,
                        ctx.style.dp(120)))
    return;
  for (const int dpi : kChoices)
    if (ui::choice(ctx, "export.dpi." + std::to_string(dpi), std::to_string(dpi) + " dpi",
                   static_cast<int>(dialog.dpi) == dpi))
      dialog.dpi = dpi;
  ui::end_choice();
}

// True on Enter.
bool path_field(const PanelContext& ctx, const Card& card, float top, bool first) {
  ImGui::SetCursorScreenPos({card.left, top});
  ImGui::SetNextItemWidth(card.right - card.left);
  if (first)
    ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputText("##export-path", &ctx.text.exporting.path,
                                        ImGuiInputTextFlags_EnterReturnsTrue);
  ctx.widgets.note("export.path", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  return entered;
}

void accept(const PanelContext& ctx, Actions& actions) {
  ExportDialog dialog = ctx.text.exporting;
  dialog.path = expanded(dialog.path);
  const bool workspace = dialog.what == ExportWhat::Workspace;
  if (workspace && extension_of(dialog.path).empty())
    dialog.path += ".json";
  actions.push_back(
      action::Output{workspace ? OutputWhat::Save : OutputWhat::File, std::move(dialog)});
  actions.push_back(action::CloseExport{});
}

bool exists_already(const ExportDialog& dialog) {
  std::error_code none;
  return std::filesystem::exists(expanded(dialog.path), none);
}

void buttons(const PanelContext& ctx, const Card& card, bool entered, Actions& actions) {
  const bool workspace = ctx.text.exporting.what == ExportWhat::Workspace;
  const std::string yes = workspace ? ctx.tr("Save") : ctx.tr("Export");
  const std::string no = ctx.tr("Cancel");
  const float top = card.bottom - ctx.style.dp(32);
  const float yes_left = card.right - ui::button_width(ctx, yes) - ctx.style.dp(16);
  const bool ready = !ctx.text.exporting.path.empty();
  if ((ui::button(ctx, "export.yes", yes, {yes_left, top}, {card.right, card.bottom},
                  ui::Weight::Primary, ready) ||
       entered) &&
      ready)
    accept(ctx, actions);
  const float no_right = yes_left - ctx.style.dp(8);
  if (ui::button(ctx, "export.no", no,
                 {no_right - ui::button_width(ctx, no) - ctx.style.dp(16), top},
                 {no_right, card.bottom})) {
    actions.push_back(action::CloseExport{});
    ctx.text.close_when_saved = false;
  }
  if (exists_already(ctx.text.exporting))
    ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted, {card.left, top},
                {no_right - ctx.style.dp(120), card.bottom}, ctx.tr("This file will be replaced."));
}

// What a file is named after.
std::string title_of_export(const PanelContext& ctx) {
  const ExportWhat what = ctx.text.exporting.what;
  const CoverageZone* zone = zone_of(ctx.derived, ctx.state.selection.unit);
  if ((what == ExportWhat::Projects || what == ExportWhat::Profile) && zone)
    return zone->name;
  if (what == ExportWhat::Figure && ctx.derived.explanation)
    return ctx.derived.explanation->title;
  return ctx.derived.picture->title;
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const bool open = ctx.state.exporting.has_value();
  const bool first = open && !ctx.text.export_open;
  ctx.text.export_open = open;
  if (first) {
    ctx.text.exporting = *ctx.state.exporting;
    if (ctx.text.exporting.path.empty())
      ctx.text.exporting.path = with_extension(
          suggested_path(ctx.state, title_of_export(ctx), ctx.text.exporting.what, today()),
          ctx.text.exporting.extension);
  }
  const bool workspace = ctx.text.exporting.what == ExportWhat::Workspace;
  const Kind* table = table_of(ctx.text.exporting.what);
  const float height = workspace ? 168.0F : table ? 216.0F : 260.0F;
  if (!ui::begin_dialog(ctx, "export", open, {560, height}))
    return;
  const Style& style = ctx.style;
  const float pad = style.dp(24);
  const ImVec2 low = ImGui::GetWindowPos();
  const Card card{low.x + pad, low.x + ImGui::GetWindowWidth() - pad, low.y + style.dp(18),
                  low.y + ImGui::GetWindowHeight() - pad};
  ui::text_in(ctx, style.fonts.title, style.colours.text, {card.left, card.top},
              {card.right, card.top + style.dp(28)},
              workspace ? ctx.tr("Save the workspace")
              : table   ? ctx.tr(table->name)
                        : ctx.tr("Export"));
  float top = card.top + style.dp(42);
  if (!workspace && !table) {
    kinds(ctx, card, top);
    top += style.dp(44);
  }
  if (!workspace) {
    formats(ctx, card, top);
    resolution(ctx, card, top);
    top += style.dp(44);
  }
  const bool entered = path_field(ctx, card, top, first);
  buttons(ctx, card, entered, actions);
  ui::end_dialog();
}

}  // namespace malimap::export_dialog
