#pragma once
// Menus of choices, buttons with words, and dialogs that stand before everything else.

#include <string>

#include "app/panels/context.h"

namespace malimap::ui {

/// A menu of choices, as wide as said; where it is open, choice()s follow and end_choice().
bool begin_choice(const PanelContext& ctx, const std::string& id, const std::string& shown,
                  ImVec2 low, float width);
/// The hint is told under the pointer; may be empty.
bool choice(const PanelContext& ctx, const std::string& id, const std::string& label, bool current,
            const std::string& told = {});
void end_choice();

enum class Weight { Plain, Primary };

/// What the words of a button need, px.
[[nodiscard]] float button_width(const PanelContext& ctx, const std::string& text);
bool button(const PanelContext& ctx, const std::string& id, const std::string& text, ImVec2 low,
            ImVec2 high, Weight weight = Weight::Plain, bool enabled = true);

/// A box to tick with its words; true when pressed.
bool tick(const PanelContext& ctx, const std::string& id, const std::string& text, bool ticked,
          ImVec2 low, ImVec2 high);

/// A card in the middle of the window, over a veil; nothing else takes the pointer meanwhile. Call
/// it every frame; where it returns true end_dialog() follows. Size in dp, less in a small window.
bool begin_dialog(const PanelContext& ctx, const char* name, bool open, ImVec2 size);
void end_dialog();

}  // namespace malimap::ui
