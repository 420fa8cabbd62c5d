#pragma once
// The parts of a filter as short texts, each with what takes it away.

#include <string>
#include <vector>

#include "app/session/action.h"

namespace malimap {

struct Chip {
  std::string id, text;  // "chip.fund.QIP"
  Action remove;
};

/// One for each value, each exclusion, units, range, window and text, in a fixed order.
[[nodiscard]] std::vector<Chip> chips_of(const Filter& filter, const Boundaries& boundaries,
                                         const Translator& tr);

}  // namespace malimap
