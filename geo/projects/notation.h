#pragma once
// How a number is written: which sign separates what, and whether millions are a word or a letter.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "geo/base/units.h"

namespace malimap {

struct Notation {
  char thousands = 0, decimal = 0;  // the sign, 0: none is used
  int decimals = 0;                 // digits printed behind the decimal sign
  std::string multiplier;           // "M", "millions", or ""

  [[nodiscard]] bool plain() const { return thousands == 0 && decimal == 0 && multiplier.empty(); }
  /// One word for the way of writing: "1.234,5 M".
  [[nodiscard]] std::string word() const;
};

/// `value` is what the printed number means, in hundredths of its unit; it decides whether a single
/// sign separates thousands.
[[nodiscard]] std::optional<Notation> notation_of(std::string_view printed,
                                                  const std::optional<Cents>& value);

/// The same writing with another number: rewritten("24,9M", 250, 1) is "25,0M".
[[nodiscard]] std::string rewritten(std::string_view printed, long long number, int decimals);

/// The ways of writing met so far.
class Notations {
 public:
  /// True when this one contradicts one before: a sign for decimals that separated thousands, two
  /// decimal signs, two ways to write millions.
  bool add(const Notation& notation);

 private:
  std::set<char> thousands_, decimals_;
  std::set<std::string> multipliers_;
};

}  // namespace malimap
