#pragma once
// What people type into cells, understood: amounts, dates, periods, lists, funds, statuses. Nothing
// here keeps anything: any thread may call it. Sectors: geo/projects/sectors.h.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/units.h"

namespace malimap {

/// Which sign a column uses before the decimals, where the column tells. It decides what "45.317"
/// is: by itself, thousands. Mixed: the column contradicts itself (each cell is then read by
/// itself; worth a report).
enum class DecimalSign { Unknown, Point, Comma, Mixed };

/// An amount as typed: its number in hundredths of the currency (of every currency, also of those
/// without coins), and the currency when the cell names one, as ISO 4217 has it ("USD", "XOF").
struct Money {
  Cents amount;
  std::string currency;  // empty: none named
};

/// Reads "1 234 567,89", "45.317,39 USD", "12.106.353", "11,9 millions", "11,9M", "1,2 milliard",
/// "2.5 mds FCFA", "1,234.50", "(1,200)", "-5 000", "$ 50k", "500.000 F", "1 500 000.-", "1.2E7".
/// Of "3 000 000 FCFA (4 573 EUR)" the first amount. A single sign before exactly three digits
/// separates thousands ("85.000"), unless the column's sign says otherwise or a multiplier follows
/// ("1.234M"). Half a cent rounds away from zero. Nothing when it is no amount, one of two
/// currencies, or one above 10^15.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text,
                                               DecimalSign sign = DecimalSign::Unknown);

/// As parse_money, when any currency will do.
[[nodiscard]] std::optional<Cents> parse_amount(std::string_view text,
                                                DecimalSign sign = DecimalSign::Unknown);

/// Decides a column's sign cell by cell; parts read by several threads can be merged. What proves a
/// sign: both signs in one number, one sign twice, decimals that are not three digits. Amounts with
/// a multiplier ("12.1M") prove nothing: people mix them with whole amounts.
class DecimalSurvey {
 public:
  void add(std::string_view cell);
  void merge(const DecimalSurvey& other);
  [[nodiscard]] DecimalSign sign() const;

 private:
  // Index 0: the point, 1: the comma.
  bool decimal_[2] = {}, thousands_[2] = {}, round_thousands_[2] = {}, other_length_[2] = {};
};
[[nodiscard]] DecimalSign decimal_sign_of(const std::vector<std::string_view>& cells);

/// The one currency that a text names ("Budget (FCFA)" -> "XOF"), or "": none, or several. ISO 4217
/// codes in capitals; in small letters when the text is nothing else; signs and words of the
/// Sahel's donors in both languages. "F" alone is the CFA franc.
[[nodiscard]] std::string currency_in(std::string_view text);

/// A plain number for coordinates, counts and shares: "-4,183", "14.4843", "12". No thousands.
/// Nothing for anything else.
[[nodiscard]] std::optional<double> decimal_number(std::string_view text);

struct TypedDate {
  std::optional<Date> date;
  bool understood = false;  // it has the form of a date; without `date` that day does not exist
  bool ambiguous = false;   // "03/04/2024" where nothing tells which is the day; read day first
};

/// The order of day and month in a column of numeric dates ("03/04/2024").
enum class DateNotation {
  Unknown,        // no such dates, or only ones like 04/04/2024
  DayFirst,       // a cell can only be read so, none otherwise
  MonthFirst,     // likewise
  Ambiguous,      // every cell can be read both ways: read day first
  Contradictory,  // cells prove both: each is read as the only way it can be, else day first
};

/// Decides a column's notation cell by cell; parts can be merged.
class DateSurvey {
 public:
  void add(std::string_view cell);
  void merge(const DateSurvey& other);
  [[nodiscard]] DateNotation notation() const;
  /// The first cell that can be read both ways, for the report; "" when there is none. Points into
  /// the cells given.
  [[nodiscard]] std::string_view example() const { return example_; }

 private:
  bool day_first_ = false, month_first_ = false;
  std::string_view example_;
};
[[nodiscard]] DateNotation date_notation_of(const std::vector<std::string_view>& cells);

/// "2017-06-14" (with or without a time and zone), "2017/06/14", "20170614", "14/06/2017",
/// "14.06.17", "6/30/2022 12:00:00 AM", "14 juin 2017", "June 14, 2017", "Jun-24"; Excel's serial
/// days (20000 to 80000, from 1900). A year, half ("S1 2024"), quarter ("T1 2024", "1er
/// trimestre 2024"), month or span of years ("2020/21") alone is its first day, or its last one
/// when it is an end. Years of two digits are 1970 to 2069.
enum class DateRole { Start, End };
[[nodiscard]] TypedDate parse_date(std::string_view text, DateRole role = DateRole::Start,
                                   DateNotation notation = DateNotation::Unknown);

/// Start and end in one cell. A side that the cell does not name is not understood.
struct Period {
  TypedDate start, end;
  bool understood = false;  // also for "18 mois" and "en cours", which name no day
};

/// "1er janvier 2024 au 31 décembre 2028", "du 01/03/2023 au 30/09/2023", "janvier - juin 2024",
/// "from March 2020 to June 2021", "2019-2021", "12 mois à partir de mars 2024", "jusqu'en 2025",
/// "depuis 2021", "18 mois". A single day is a start; a single month, quarter or year is both.
[[nodiscard]] Period parse_period(std::string_view text,
                                  DateNotation notation = DateNotation::Unknown);

/// One of several values of a cell, with its share (0 to 1) where one is given.
struct Shared {
  std::string name;
  std::optional<double> share;
  bool operator==(const Shared&) const = default;
};

/// Several names in a cell, separated by ; | or line breaks, never by the signs that names hold; by
/// commas only where each part has its share ("Gao: 60%, Mopti: 40%"). Shares: "Santé 60 %", "60 %
/// Santé", "Eau (40)", "Eau: 40", "Eau: 0,4". Missing ones ("n/d") are left out.
[[nodiscard]] std::vector<Shared> split_list(std::string_view cell);

/// The sum of the shares; nothing when one or more has none.
[[nodiscard]] std::optional<double> share_sum(std::span<const Shared> parts);
/// Whether shares were given to all and add up to 1, within half a percent for rounded ones.
[[nodiscard]] bool shares_add_up(std::span<const Shared> parts);

/// "completed", "ongoing", "approved", "planned", "suspended", "cancelled" for what French and
/// English lists call so; else the text as typed.
[[nodiscard]] std::string normalised_status(std::string_view text);

/// The same for the codes of IATI's list ActivityStatus, "1" to "6"; else the text as typed.
[[nodiscard]] std::string iati_status(std::string_view code);

/// "QIP", "TF", "PBF" for their names in both languages; else the text as typed.
[[nodiscard]] std::string normalised_fund(std::string_view text);

}  // namespace malimap
