#include "app/panels/panels.h"
namespace malimap::matrix_panel {
void draw(const PanelContext&, Actions&) {}
}  // namespace malimap::matrix_panel
