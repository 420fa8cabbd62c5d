#pragma once
// How values are put into classes: a value, kept in scenes.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/translator.h"

namespace malimap {

enum class ClassMethod : std::uint8_t {
  Natural,            // "natural": least squared deviation (Fisher 1958, Jenks 1977), exact
  EqualInterval,      // "equal"
  Quantile,           // "quantile"
  Pretty,             // "pretty": round steps
  HeadTail,           // "head-tail": heavy tails (Jiang 2013)
  StandardDeviation,  // "std-dev": around the mean
  Manual,             // "manual": breaks typed by hand
};
[[nodiscard]] std::span<const ClassMethod> all_class_methods();
[[nodiscard]] std::string_view word_of(ClassMethod method);
[[nodiscard]] std::optional<ClassMethod> class_method_of(std::string_view word);
[[nodiscard]] std::string title_of(ClassMethod method, const Translator& tr);
/// How it divides and when it helps, in one sentence.
[[nodiscard]] std::string explanation_of(ClassMethod method, const Translator& tr);

inline constexpr int kFewestClasses = 3, kMostClasses = 9;

struct Classing {
  ClassMethod method = ClassMethod::Natural;
  int count = 5;  // wanted: kFewestClasses to kMostClasses
  // Inner breaks, ascending, one fewer than classes: where a class ends and the next begins. Used
  // when `method` is Manual, and when `keep` holds them while filters change.
  std::vector<double> breaks;
  bool keep = false;
  /// Whether the breaks are given and not found from the values.
  [[nodiscard]] bool fixed() const {
    return !breaks.empty() && (keep || method == ClassMethod::Manual);
  }
  bool operator==(const Classing&) const = default;
};

}  // namespace malimap
