#pragma once
// What people type into cells, understood: amounts, dates, funds, statuses.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/units.h"

namespace malimap {

/// Which sign a column uses before the decimals, where the column tells. It decides what "45.317"
/// is: by itself, thousands.
enum class DecimalSign { Unknown, Point, Comma };

/// An amount as typed: its number to the cent, and a currency when the cell names one ("USD",
/// "EUR", "XOF", ...).
struct Money {
  Cents amount;
  std::string currency;  // empty: none named
};

/// Reads "1 234 567,89", "45.317,39 USD", "12.106.353", "11,9 millions", "11,9M", "1,234.50",
/// "(1,200)", "-5 000", "$ 50k". A single sign before exactly three digits separates thousands
/// ("85.000"), unless the column's sign says otherwise or a multiplier follows ("1.234M"). Half a
/// cent rounds away from zero. Nothing when it is no amount, or one above 10^15.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text,
                                               DecimalSign sign = DecimalSign::Unknown);

/// As parse_money, when any currency will do.
[[nodiscard]] std::optional<Cents> parse_amount(std::string_view text,
                                                DecimalSign sign = DecimalSign::Unknown);

/// A column written by a machine has decimals of any length behind a point ("249617.868941") and
/// never a comma.
[[nodiscard]] DecimalSign decimal_sign_of(const std::vector<std::string_view>& cells);

/// The currency that a text names ("Budget (FCFA)" -> "XOF"), or "".
[[nodiscard]] std::string currency_in(std::string_view text);

/// A plain number for coordinates, counts and shares: "-4,183", "14.4843", "12". No thousands.
/// Nothing for anything else.
[[nodiscard]] std::optional<double> decimal_number(std::string_view text);

struct TypedDate {
  std::optional<Date> date;
  bool understood = false;  // it has the form of a date; without `date` that day does not exist
};

/// "2017-06-14" (with or without a time), "2017/06/14", "14/06/2017", "14.06.2017", "14 juin 2017",
/// "June 14, 2017"; a year or a month alone is its first day, or its last one when it is an end.
enum class DateRole { Start, End };
[[nodiscard]] TypedDate parse_date(std::string_view text, DateRole role = DateRole::Start);

/// "completed", "ongoing", "approved", "planned" for what French and English lists call so; else
/// the text as typed.
[[nodiscard]] std::string normalised_status(std::string_view text);

/// "QIP", "TF", "PBF" for their names in both languages; else the text as typed.
[[nodiscard]] std::string normalised_fund(std::string_view text);

}  // namespace malimap
