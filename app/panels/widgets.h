#pragma once
// What every panel repeats: texts that fit, figures at the right edge, rows to tick, small buttons.
// All of them note their box in the WidgetLog under their id.

#include <functional>
#include <string>

#include "app/panels/context.h"

namespace malimap::ui {

/// What stands behind a panel: nothing, where the cleared window already has its colour (a filled
/// rectangle of that size costs milliseconds without a GPU), or a card over the map. A veil has no
/// ground either, but lies over panels like a card.
enum class Ground { Window, Card, Veil };

/// A panel that fills its box. Content goes between begin and end; padding is the caller's.
bool begin_panel(const PanelContext& ctx, const char* name, const PixelBox& box,
                 bool scrolls = false, Ground ground = Ground::Window);
void end_panel();

/// A hairline along one side of a box.
enum class Side { Left, Right, Top, Bottom };
void hairline(const PanelContext& ctx, const PixelBox& box, Side side);

/// Moves down by a number of dp.
void gap(const PanelContext& ctx, float dp);

/// The text, cut with "…" so that it fits into the width.
[[nodiscard]] std::string fitted(ImFont* font, const std::string& text, float width);

enum class Align { Left, Centre, Right };

/// One line of text in a box, in the middle of its height; cut when too long.
void text_in(const PanelContext& ctx, ImFont* font, ImU32 colour, ImVec2 low, ImVec2 high,
             const std::string& text, Align align = Align::Left);

/// Text that flows over lines inside the panel's width; moves the cursor below it.
void paragraph(const PanelContext& ctx, ImFont* font, ImU32 colour, const std::string& text);

/// A section's heading, with what can be done at its right ("Effacer"); true when that was clicked.
bool heading(const PanelContext& ctx, const std::string& text, const std::string& id = {},
             const std::string& link = {});

/// A small word at the right end of the heading just drawn: what the list's figures are.
void caption(const PanelContext& ctx, const std::string& text);

/// A link in running text; true when clicked.
bool link(const PanelContext& ctx, const std::string& id, const std::string& text);

struct Row {
  std::string id;  // "filter.fund.QIP"
  std::string label;
  std::string value;  // at the right edge; may be empty
  double part = 0;    // 0 to 1: length of the bar behind
  bool ticked = false;
  bool boxed = true;   // with a box to tick
  bool faint = false;  // nothing there under the other filters
  std::string only;    // "seul": offered on hover; empty: not
  std::string told;    // of the value, which explains itself when pressed; empty: it is the row's
};
enum class RowClick { None, Row, Only, Value };
RowClick row(const PanelContext& ctx, const Row& row);
/// Where the next row is out of sight: moves on behind it and says so.
bool pass_hidden_row(const PanelContext& ctx);

/// A switch with a label.
bool toggle(const PanelContext& ctx, const std::string& id, const std::string& label, bool on);

/// One of a few, side by side; the index clicked, or -1.
int segments(const PanelContext& ctx, const std::string& id,
             const std::vector<std::pair<std::string, std::string>>& ids_and_labels, int current,
             ImVec2 low, ImVec2 high);

/// Draws a sign into a square of the given half size.
using Icon = std::function<void(ImDrawList&, ImVec2 middle, float half, ImU32 colour, float line)>;

/// A square button with a sign; its hint is shown on hover.
bool icon_button(const PanelContext& ctx, const std::string& id, const Icon& icon,
                 const std::string& hint, ImVec2 middle, float size_dp = 32, bool active = false,
                 bool enabled = true);

/// A filled note with a hairline, and something to do; true when that was clicked.
bool notice(const PanelContext& ctx, const std::string& text, const std::string& id,
            const std::string& link);

/// Invisible button at a place of the window: box noted, focus ring drawn. Sets hovered and held.
struct Press {
  bool clicked = false, hovered = false, held = false;
};
Press press(const PanelContext& ctx, const std::string& id, ImVec2 low, ImVec2 high);

/// A figure at the right end of a line, to be pressed where it has a hint: underlined under the
/// pointer, which is then told where it leads. True when pressed.
bool value_at_right(const PanelContext& ctx, const std::string& id, const std::string& text,
                    ImVec2 low, ImVec2 high, ImU32 colour, const std::string& told);

/// The box alone, about this middle.
void tick_box(const PanelContext& ctx, ImVec2 middle, bool ticked, bool hovered);

/// A small card beside the pointer.
void hint(const PanelContext& ctx, const std::string& text);

}  // namespace malimap::ui

namespace malimap::icons {
void fit(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void undo(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void redo(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void theme(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void help(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void left_panel(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void right_panel(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void close(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void minus(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void plus(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void report(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void more(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void scenes(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void present(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void page(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void compare(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void search(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
void lasso(ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);
}  // namespace malimap::icons
