#pragma once
// How a cell of the matrix looks: shaded by its figure, a hollow dot where nobody works, hatched
// where nothing is known.

#include "app/panels/matrix_view.h"

namespace malimap::matrix_cells {

/// One cell in its box. `part`: 0 to 1, how dark; totals are not shaded.
struct Look {
  matrix_view::Cell cell;
  std::string text;
  double part = 0;
  bool total = false, chosen = false, hovered = false;
};
void draw(const PanelContext& ctx, ImVec2 low, ImVec2 high, const Look& look);

/// The two signs, for the legend.
void nobody(const PanelContext& ctx, ImVec2 middle);
void hatch(const PanelContext& ctx, ImVec2 low, ImVec2 high);

/// Who works there, and the figures; beside the pointer.
struct Told {
  std::string where, what;  // "Bankass", "Eau"; empty: all
  const MatrixCell* cell = nullptr;
  std::vector<std::string> organisations;
  bool can_filter = true, filtered = false;
};
void tell(const PanelContext& ctx, const Told& told);

}  // namespace malimap::matrix_cells
