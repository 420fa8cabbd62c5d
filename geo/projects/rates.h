#pragma once
// Currencies to US dollars. The CFA franc of West Africa (XOF) has a fixed parity to the euro;
// every other rate is the user's.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.h"
#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

/// 1 EUR = 655.957 XOF = 655.957 XAF, fixed on 1 January 1999 (Council of the European Union,
/// decision 98/683/EC).
inline constexpr double kCfaPerEuro = 655.957;

class Rates {
 public:
  /// US dollars for one unit of the currency, from this day on; without a day: always.
  void set(std::string currency, double dollars, std::optional<Date> from = std::nullopt);

  /// The amount in US dollars at the rate that holds on the day (the newest one without a day; the
  /// oldest one for days before it); rounded half away from zero. XOF and XAF go by the euro's rate
  /// unless they have their own. Nothing for a currency without a rate.
  [[nodiscard]] std::optional<Cents> to_usd(Cents amount, std::string_view currency,
                                            const std::optional<Date>& day) const;
  [[nodiscard]] bool empty() const { return rates_.empty(); }
  bool operator==(const Rates&) const = default;

 private:
  std::map<std::string, std::map<std::optional<Date>, double>> rates_;
};

/// Reads a table with the columns currency (devise), rate (taux: US dollars for one unit) or
/// per_usd (pour 1 USD: units for one dollar), and, where rates change, from (date). Errors: as
/// read_table; no such columns; a rate that is no positive number, with its row.
[[nodiscard]] Result<Rates> read_rates(const std::string& path, Problems& problems);

}  // namespace malimap
