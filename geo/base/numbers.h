#pragma once
// How numbers are shown. One rounding rule everywhere: half away from zero. French: U+202F between
// thousands, decimal comma, U+00A0 before % and units. English: comma between thousands, decimal
// point.

#include <cstdint>
#include <optional>
#include <string>

#include "geo/base/translator.h"
#include "geo/base/units.h"

namespace malimap {

/// value rounded half away from zero to the number of digits behind the decimal sign.
[[nodiscard]] double round_half_away(double value, int digits);

[[nodiscard]] std::string format_integer(std::int64_t value, Language language);

/// With exactly `digits` digits behind the decimal sign.
[[nodiscard]] std::string format_decimal(double value, int digits, Language language);

/// With as many digits as the size of the number asks for (three significant ones), without
/// trailing zeros.
[[nodiscard]] std::string format_short(double value, Language language);

/// "26 %" (fr), "26%" (en) for 0.26.
[[nodiscard]] std::string format_percent(double ratio, int digits, Language language);

/// "3 094 000 USD"; cents are shown when there are any: "45 317,39 USD".
[[nodiscard]] std::string format_money(Cents amount, Language language);

/// "25,0 M USD", "85 k USD", "950 USD": for maps and legends.
[[nodiscard]] std::string format_money_compact(Cents amount, Language language);

/// "1 251 projects": the form that n asks for, with n in {0} as the language writes it.
[[nodiscard]] std::string counted(const Translator& tr, const char* one, const char* many,
                                  std::int64_t n);
/// As integers and money above, "n. d." or "no data" when there is nothing.
[[nodiscard]] std::string format_or_no_data(const std::optional<std::int64_t>& value,
                                            const Translator& tr);
[[nodiscard]] std::string format_or_no_data(const std::optional<Cents>& amount,
                                            const Translator& tr);

}  // namespace malimap
