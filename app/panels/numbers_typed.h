#pragma once
// Lists of numbers as people type them: "10; 20,5; 1 000" (French), "10; 20.5; 1,000" is not read.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/translator.h"

namespace malimap::ui {

/// Each times `unit`, with the language's decimal sign and no more digits than they need.
[[nodiscard]] std::string numbers_text(const std::vector<double>& numbers, double unit,
                                       Language language);

/// Ascending, without repetitions, divided by `unit`. Comma and point are both decimal signs;
/// blanks of all kinds are left out. Nothing when a part is no number.
[[nodiscard]] std::optional<std::vector<double>> numbers_of(std::string_view text, double unit);

}  // namespace malimap::ui
