// Which column of a list holds what: its first rows, what is recognised, what would be read.

#include <algorithm>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "app/session/reduce_import.h"
#include "geo/base/numbers.h"

namespace malimap::columns_dialog {
namespace {

constexpr float kPad = 24, kSampleLine = 17, kLines = 3, kHeadLine = 26;  // dp
constexpr float kWidth = 1120, kHeight = 720;                             // dp

// Where the four columns of the table begin, and its right edge.
struct Places {
  float header, samples, role, read, right;
};

Places places_of(const PanelContext& ctx, float left, float right) {
  const float width = right - left, role = ctx.style.dp(190), gap = ctx.style.dp(16);
  const float rest = width - role;
  Places at{left, left + rest * 0.24F, 0, 0, right};
  at.role = at.samples + rest * 0.36F;
  at.read = at.role + role + gap;
  return at;
}

std::string sheet_text(const PanelContext& ctx, const SheetInfo& sheet) {
  std::string text =
      sheet.name + " · " +
      trn(ctx.tr, "{0} row", "{0} rows", sheet.rows, format_integer(sheet.rows, ctx.tr.language()));
  if (sheet.hidden)
    text += std::string(" · ") + ctx.tr("hidden");
  return text;
}

void sheets(const PanelContext& ctx, const ListPreview& preview, ImVec2 low, float width,
            Actions& actions) {
  if (!ui::begin_choice(ctx, "mapping.sheet", preview.sheet, low, width))
    return;
  for (const SheetInfo& sheet : preview.sheets)
    if (ui::choice(ctx, "mapping.sheet." + sheet.name, sheet_text(ctx, sheet),
                   sheet.name == preview.sheet))
      actions.push_back(action::SetColumnsSheet{sheet.name});
  ui::end_choice();
}

std::string where_text(const PanelContext& ctx, const ColumnsDialog& dialog) {
  std::string text = dialog.path.substr(dialog.path.rfind('/') + 1);
  if (!dialog.preview)
    return text;
  const ListPreview& preview = *dialog.preview;
  if (preview.header_row > 0)
    text += " · " + trf(ctx.tr, "headers in row {0}", preview.header_row);
  return text + " · " +
         trn(ctx.tr, "{0} row", "{0} rows", preview.rows,
             format_integer(preview.rows, ctx.tr.language()));
}

// Title, file, why it opened; returns where the table begins.
float head(const PanelContext& ctx, ImVec2 low, float right, Actions& actions) {
  const Style& style = ctx.style;
  const ColumnsDialog& dialog = *ctx.state.columns;
  float top = low.y + style.dp(18);
  float end = right;
  if (dialog.preview && dialog.preview->sheets.size() > 1) {
    const float width = style.dp(320);
    sheets(ctx, *dialog.preview, {right - width, top + style.dp(4)}, width, actions);
    end = right - width - style.dp(16);
  }
  ui::text_in(ctx, style.fonts.title, style.colours.text, {low.x, top}, {end, top + style.dp(26)},
              ctx.tr("Columns of the list"));
  top += style.dp(26);
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {low.x, top}, {end, top + style.dp(18)},
              where_text(ctx, dialog));
  top += style.dp(26);
  const std::string why = !dialog.failed.empty() ? dialog.failed : text_of(dialog.why, ctx.tr);
  if (!why.empty()) {
    const ImVec2 note_high(right, top + style.dp(28));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({low.x, top}, note_high, style.colours.notice, style.dp(6));
    list.AddRect({low.x, top}, note_high, style.colours.notice_line, style.dp(6), 0,
                 style.hairline());
    ui::text_in(ctx, style.fonts.small, style.colours.text, {low.x + style.dp(10), top},
                {right - style.dp(10), note_high.y}, why);
    top = note_high.y + style.dp(8);
  }
  return top;
}

void table_head(const PanelContext& ctx, const Places& at, float top) {
  const auto word = [&](float left, float right, const char* text) {
    ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted, {left, top},
                {right - ctx.style.dp(12), top + ctx.style.dp(kHeadLine)}, text);
  };
  word(at.header, at.samples, ctx.tr("Column"));
  word(at.samples, at.role, ctx.tr("First rows"));
  word(at.role, at.read, ctx.tr("Holds"));
  word(at.read, at.right, ctx.tr("Would be read as"));
}

const char* evidence_word(const Translator& tr, Evidence evidence) {
  switch (evidence) {
    case Evidence::Content:
      return tr("by content");
    case Evidence::Header:
      return tr("by header");
    case Evidence::Hxl:
      return tr("by HXL tag");
    case Evidence::Remembered:
      return tr("remembered");
    case Evidence::User:
      return tr("by you");
    case Evidence::None:
      break;
  }
  return "";
}

// One to three dots for how sure the recognition is, with what it rests on.
void evidence(const PanelContext& ctx, const PreviewColumn& column, ImVec2 low) {
  if (!column.chosen || column.evidence == Evidence::None)
    return;
  constexpr double kSure = 0.85, kLikely = 0.6;
  const bool said = column.evidence == Evidence::User || column.evidence == Evidence::Remembered;
  const double confidence = said ? 1 : column.proposal.confidence;
  const int dots = confidence >= kSure ? 3 : confidence >= kLikely ? 2 : 1;
  const Style& style = ctx.style;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = low.y + style.dp(kSampleLine) / 2;
  for (int i = 0; i < 3; ++i)
    list.AddCircleFilled({low.x + style.dp(4 + 9 * static_cast<float>(i)), middle}, style.dp(2.8F),
                         i < dots ? style.colours.accent : style.colours.bar, 12);
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {low.x + style.dp(34), low.y},
              {low.x + style.dp(190), low.y + style.dp(kSampleLine)},
              evidence_word(ctx.tr, column.evidence));
}

void role_choice(const PanelContext& ctx, std::size_t index, const Places& at, float top,
                 Actions& actions) {
  const ListPreview& preview = *ctx.state.columns->preview;
  const PreviewColumn& column = preview.columns[index];
  const std::string id = "mapping.combo." + name_in_mapping(preview, index);
  const std::string none = ctx.tr("(not read)");
  const float width = at.read - at.role - ctx.style.dp(16);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ctx.style.dp(10), ctx.style.dp(5)});
  const bool open = ui::begin_choice(
      ctx, id, column.chosen ? ui::role_name(ctx.tr, *column.chosen) : none, {at.role, top}, width);
  if (open) {
    if (ui::choice(ctx, "mapping.role.none", none, !column.chosen) && column.chosen)
      actions.push_back(action::SetColumnRole{index, {}});
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto role = static_cast<Role>(i);
      if (ui::choice(ctx, "mapping.role." + std::string(word_of(role)), ui::role_name(ctx.tr, role),
                     column.chosen == role))
        actions.push_back(action::SetColumnRole{index, role});
    }
    ui::end_choice();
  }
  ImGui::PopStyleVar();
}

void cells(const PanelContext& ctx, const std::vector<std::string>& texts, ImVec2 low, float right,
           ImU32 colour) {
  const float line = ctx.style.dp(kSampleLine);
  const auto count = std::min(texts.size(), static_cast<std::size_t>(kLines));
  for (std::size_t i = 0; i < count; ++i) {
    const float top = low.y + line * static_cast<float>(i);
    ui::text_in(ctx, ctx.style.fonts.small, texts[i] == "—" ? ctx.style.colours.danger : colour,
                {low.x, top}, {right, top + line}, texts[i]);
  }
}

void column_line(const PanelContext& ctx, std::size_t index, const Places& at, float top,
                 float height, Actions& actions) {
  const PreviewColumn& column = ctx.state.columns->preview->columns[index];
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const float gap = style.dp(16);
  const float inner = top + style.dp(8);
  const ImU32 colour = column.chosen ? c.text : c.muted;
  ui::text_in(ctx, column.chosen ? style.fonts.strong : style.fonts.body, colour,
              {at.header, inner}, {at.samples - gap, inner + style.dp(20)},
              column.header.empty() ? ctx.tr("(no header)") : column.header);
  ui::text_in(ctx, style.fonts.small, c.muted, {at.header, inner + style.dp(20)},
              {at.samples - gap, inner + style.dp(38)}, column.hxl);
  cells(ctx, column.samples, {at.samples, inner}, at.role - gap, c.muted);
  role_choice(ctx, index, at, inner, actions);
  evidence(ctx, column, {at.role + style.dp(2), inner + style.dp(32)});
  cells(ctx, column.read, {at.read, inner}, at.right, c.text);
  ImGui::GetWindowDrawList()->AddRectFilled({at.header, top + height - style.hairline()},
                                            {at.right, top + height}, c.hairline);
}

void table(const PanelContext& ctx, const ListPreview& preview, ImVec2 low, ImVec2 high,
           Actions& actions) {
  const Style& style = ctx.style;
  const Places at = places_of(ctx, low.x, high.x - style.dp(14));
  table_head(ctx, at, low.y);
  ImGui::GetWindowDrawList()->AddRectFilled(
      {low.x, low.y + style.dp(kHeadLine)},
      {high.x, low.y + style.dp(kHeadLine) + style.hairline()}, style.colours.hairline);
  const float top = low.y + style.dp(kHeadLine) + style.hairline();
  ImGui::SetCursorScreenPos({low.x, top});
  ImGui::BeginChild("mapping-columns", {high.x - low.x, high.y - top}, false,
                    ImGuiWindowFlags_NoBackground);
  const float height = std::round(style.dp(16 + kSampleLine * kLines));
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(preview.columns.size()), height);
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ImVec2 start(low.x, ImGui::GetCursorScreenPos().y);
      ImGui::PushID(i);
      column_line(ctx, static_cast<std::size_t>(i), at, start.y, height, actions);
      ImGui::PopID();
      ImGui::SetCursorScreenPos(start);
      ImGui::Dummy({high.x - low.x - style.dp(14), height});
    }
  ImGui::EndChild();
}

void foot(const PanelContext& ctx, ImVec2 low, ImVec2 high, Actions& actions) {
  const ColumnsDialog& dialog = *ctx.state.columns;
  const Style& style = ctx.style;
  const std::string ok = ctx.tr("Read the list"), cancel = ctx.tr("Cancel");
  const float ok_left = high.x - ui::button_width(ctx, ok) - style.dp(8);
  if (ui::button(ctx, "mapping.ok", ok, {ok_left, low.y}, high, ui::Weight::Primary,
                 dialog.preview != nullptr))
    actions.push_back(action::AcceptColumns{});
  const float cancel_right = ok_left - style.dp(8);
  const float cancel_left = cancel_right - ui::button_width(ctx, cancel);
  if (ui::button(ctx, "mapping.cancel", cancel, {cancel_left, low.y}, {cancel_right, high.y}))
    actions.push_back(action::CloseColumns{});
  const std::string keep = ctx.tr("Remember for files with the same headers");
  ImFont* font = style.fonts.body;
  const float width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, keep.c_str()).x + style.dp(26);
  if (ui::tick(ctx, "mapping.keep", keep, dialog.keep, low,
               {std::min(low.x + width, cancel_left - style.dp(8)), high.y}))
    actions.push_back(action::SetKeepColumns{!dialog.keep});
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const auto& dialog = ctx.state.columns;
  if (!ui::begin_dialog(ctx, "columns", dialog.has_value(), {kWidth, kHeight}))
    return;
  const Style& style = ctx.style;
  const float pad = style.dp(kPad);
  const ImVec2 card = ImGui::GetWindowPos();
  const ImVec2 low(card.x + pad, card.y);
  const ImVec2 high(card.x + ImGui::GetWindowWidth() - pad,
                    card.y + ImGui::GetWindowHeight() - style.dp(20));
  const float top = head(ctx, low, high.x, actions);
  const float foot_top = high.y - style.dp(34);
  if (dialog->preview)
    table(ctx, *dialog->preview, {low.x, top}, {high.x, foot_top - style.dp(14)}, actions);
  else
    ui::text_in(ctx, style.fonts.body, style.colours.muted, {low.x, top},
                {high.x, top + style.dp(40)},
                dialog->failed.empty() ? ctx.tr("The first rows are being read…") : "");
  foot(ctx, {low.x, foot_top}, high, actions);
  ui::end_dialog();
}

}  // namespace malimap::columns_dialog
