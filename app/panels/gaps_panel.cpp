#include "app/panels/panels.h"
namespace malimap::gaps_panel {
void draw(const PanelContext&, Actions&) {}
}  // namespace malimap::gaps_panel
