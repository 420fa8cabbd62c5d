#pragma once
// One value of a dimension in a list of filters: count, bar, and the ways to take it: with others,
// alone, or left out.

#include <string>

#include "app/panels/context.h"

namespace malimap::ui {

enum class Taken { No, Yes, Excluded };

struct FacetRow {
  std::string id;  // "filter.fund.QIP"; its buttons: ".only", ".except"
  std::string label, value;
  std::string hint;  // its figures in full
  double part = 0;   // 0 to 1: length of the bar behind
  Taken taken = Taken::No;
  bool faint = false;  // nothing there under the other filters, or not published
};
enum class FacetClick { None, Toggle, Only, Except, Value };

inline constexpr float kFacetRowHeight = 30;  // dp

/// Under the pointer, or where the keyboard is, "only" and "except" stand beside the value, which
/// explains itself when pressed.
FacetClick facet_row(const PanelContext& ctx, const FacetRow& row, float left, float right);

}  // namespace malimap::ui
