#include "geo/projects/rates.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "geo/base/text.h"
#include "geo/projects/table.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

__extension__ using Wide = __int128;

/// A rate as people write it: digits / 10^places. 1.1 as a double is a little more than 1.1, which
/// would move half a cent.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;
};

/// Nothing for rates whose shortest writing has too many digits to stay exact.
std::optional<Decimal> decimal_of(double value) {
  std::array<char, 64> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{})
    return {};
  Decimal decimal;
  bool behind = false;
  for (const char* c = text.data(); c != end; ++c) {
    if (*c == '.') {
      behind = true;
      continue;
    }
    if (decimal.digits > 1'000'000'000'000'000'000 / 10 || decimal.places >= 15)
      return {};
    decimal.digits = decimal.digits * 10 + (*c - '0');
    decimal.places += behind ? 1 : 0;
  }
  return decimal;
}

std::optional<Cents> rounded(long double value) {
  const long double whole = std::round(value);
  if (!(std::abs(whole) < 9e18L))
    return {};
  return Cents{static_cast<std::int64_t>(whole)};
}

/// amount * rate * numerator / denominator, half away from zero. The integers are exact as long as
/// they fit; a rate of more digits (1/600) is itself no exact number.
std::optional<Cents> times(Cents amount, double rate, std::int64_t numerator,
                           std::int64_t denominator) {
  const auto decimal = decimal_of(rate);
  const long double estimate = static_cast<long double>(amount.value) * rate * numerator /
                               static_cast<long double>(denominator);
  constexpr long double kFits = 1e34L;  // numerator and doubling leave room in 128 bits
  if (!decimal || std::abs(static_cast<long double>(amount.value)) * decimal->digits > kFits ||
      !(std::abs(estimate) < 9e18L))
    return rounded(estimate);
  Wide above = static_cast<Wide>(amount.value) * decimal->digits * numerator;
  Wide below = denominator;
  for (int i = 0; i < decimal->places; ++i)
    below *= 10;
  const bool negative = above < 0;
  if (negative)
    above = -above;
  Wide cents = above / below;
  if (above % below * 2 >= below)
    ++cents;
  return Cents{static_cast<std::int64_t>(negative ? -cents : cents)};
}

/// The rate of the day: the newest one that began by then; the oldest one for days before all.
double rate_on(const std::map<std::optional<Date>, double>& rates, const std::optional<Date>& day) {
  if (!day)
    return rates.rbegin()->second;
  auto after = rates.upper_bound(day);
  return after == rates.begin() ? after->second : std::prev(after)->second;
}

struct RateColumns {
  int currency = -1, dollars = -1, per_dollar = -1, from = -1;
};

RateColumns columns_of(const Table& table) {
  RateColumns columns;
  const auto take = [](int& column, std::size_t index) {
    if (column < 0)
      column = static_cast<int>(index);
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string key = words_key(table.columns[i]);
    if (key == "currency" || key == "devise" || key == "monnaie" || key == "code")
      take(columns.currency, i);
    else if (key == "rate" || key == "taux" || key == "usd" || key == "taux usd" ||
             key == "rate usd" || key == "taux de change" || key == "exchange rate")
      take(columns.dollars, i);
    else if (key == "per usd" || key == "pour 1 usd" || key == "per 1 usd" || key == "par usd" ||
             key == "pour un dollar")
      take(columns.per_dollar, i);
    else if (key == "from" || key == "date" || key == "a partir du" || key == "depuis" ||
             key == "valid from" || key == "du")
      take(columns.from, i);
  }
  return columns;
}

/// One row of the rates into `rates`.
Status add_row(Rates& rates, const Table& table, std::size_t row, const RateColumns& columns) {
  const bool direct = columns.dollars >= 0 && !table.text(row, columns.dollars).empty();
  const int column = direct ? columns.dollars : columns.per_dollar;
  const auto place = [&](int at) {
    return Place{table.file, table.sheet, table.number(row),
                 at < 0 ? "" : table.columns[static_cast<std::size_t>(at)]};
  };
  const auto typed = table.text(row, columns.currency);
  if (typed.empty())
    return failure({N_("this rate has no currency"), {}}, place(columns.currency));
  const auto number = decimal_number(table.text(row, column));
  if (!number || *number <= 0)
    return failure({N_("\"{0}\" is no exchange rate: a positive number is expected"),
                    {std::string(table.text(row, column))}},
                   place(column));
  std::optional<Date> from;
  if (const auto day = table.text(row, columns.from); !day.empty()) {
    from = parse_date(day).date;
    if (!from)
      return failure({N_("\"{0}\" is no date from which a rate holds"), {std::string(day)}},
                     place(columns.from));
  }
  const std::string currency = currency_in(typed);
  rates.set(currency.empty() ? std::string(typed) : currency, direct ? *number : 1 / *number, from);
  return {};
}

}  // namespace

void Rates::set(std::string currency, double dollars, std::optional<Date> from) {
  rates_[std::move(currency)][from] = dollars;
}

std::optional<Cents> Rates::to_usd(Cents amount, std::string_view currency,
                                   const std::optional<Date>& day) const {
  if (currency == "USD")
    return amount;
  if (const auto own = rates_.find(std::string(currency)); own != rates_.end())
    return times(amount, rate_on(own->second, day), 1, 1);
  const auto euro = rates_.find("EUR");
  if ((currency != "XOF" && currency != "XAF") || euro == rates_.end())
    return {};
  constexpr std::int64_t kThousandths = 655957;  // kCfaPerEuro
  static_assert(kCfaPerEuro * 1000 == kThousandths);
  return times(amount, rate_on(euro->second, day), 1000, kThousandths);
}

Result<Rates> read_rates(const std::string& path, Problems& problems) {
  const auto table = read_table(path, "", problems);
  if (!table)
    return tl::make_unexpected(table.error());
  const RateColumns columns = columns_of(*table);
  if (columns.currency < 0 || (columns.dollars < 0 && columns.per_dollar < 0))
    return failure({N_("no exchange rates were found"), {}}, {table->file, table->sheet, {}, {}},
                   {N_("the columns are: currency, rate (US dollars for one unit) or per_usd "
                       "(units for one dollar), and from (a date) where rates change"),
                    {}});
  Rates rates;
  for (std::size_t row = 0; row < table->size(); ++row)
    if (auto added = add_row(rates, *table, row, columns); !added)
      return tl::make_unexpected(added.error());
  return rates;
}

}  // namespace malimap
