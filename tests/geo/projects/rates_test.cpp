#include "geo/projects/rates.h"

#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"

using namespace malimap;

namespace {
const std::optional<Date> kNoDay;

std::optional<std::int64_t> usd(const Rates& rates, std::int64_t amount, const char* currency,
                                const char* day = nullptr) {
  const auto cents =
      rates.to_usd({amount}, currency, day == nullptr ? kNoDay : parse_iso_date(day));
  return cents ? std::optional(cents->value) : std::nullopt;
}

Result<Rates> rates_in(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "malimap_rates_test.csv";
  std::ofstream(path) << text;
  Problems problems;
  auto rates = read_rates(path.string(), problems);
  std::filesystem::remove(path);
  return rates;
}
}  // namespace

TEST_CASE("without a rate an amount stays in its currency") {
  const Rates rates;
  CHECK(usd(rates, 4531739, "USD") == 4531739);
  CHECK_FALSE(usd(rates, 100, "EUR"));
  CHECK_FALSE(usd(rates, 100, "XOF"));
}

TEST_CASE("the CFA francs follow the euro by their fixed parity") {
  Rates rates;
  rates.set("EUR", 1.08);
  CHECK(usd(rates, 10000, "EUR") == 10800);
  // 655.957 XOF are one euro: 65,595,700 hundredths are 1,000.00 EUR, 1,080.00 USD.
  CHECK(usd(rates, 65595700, "XOF") == 108000);
  CHECK(usd(rates, 65595700, "XAF") == 108000);
  // 3,000,000 XOF = 4,573.4705171... EUR = 4,939.3481584... USD
  CHECK(usd(rates, 300000000, "XOF") == 493935);
  CHECK(usd(rates, -300000000, "XOF") == -493935);
  rates.set("XOF", 0.002);
  CHECK(usd(rates, 300000000, "XOF") == 600000);
  CHECK(usd(rates, 65595700, "XAF") == 108000);
}

TEST_CASE("half a cent goes away from zero, exactly") {
  Rates rates;
  rates.set("GBP", 1.15);  // as a double a little less than 1.15
  CHECK(usd(rates, 150, "GBP") == 173);
  CHECK(usd(rates, -150, "GBP") == -173);
  rates.set("CHF", 1.1);
  CHECK(usd(rates, 125, "CHF") == 138);
  CHECK(usd(rates, 124, "CHF") == 136);
  CHECK(usd(rates, 99'999'999'999'999'999, "CHF") == 109'999'999'999'999'999);
}

TEST_CASE("a result too large for cents is nothing") {
  Rates rates;
  rates.set("KWD", 3.25);
  CHECK_FALSE(usd(rates, 9'000'000'000'000'000'000, "KWD"));
}

TEST_CASE("the rate of the day holds") {
  Rates rates;
  rates.set("EUR", 1.1, parse_iso_date("2020-01-01"));
  rates.set("EUR", 1.2, parse_iso_date("2021-01-01"));
  CHECK(usd(rates, 1000, "EUR", "2020-06-30") == 1100);
  CHECK(usd(rates, 1000, "EUR", "2021-01-01") == 1200);
  CHECK(usd(rates, 1000, "EUR", "2030-01-01") == 1200);
  CHECK(usd(rates, 1000, "EUR", "2010-01-01") == 1100);
  CHECK(usd(rates, 1000, "EUR") == 1200);
  CHECK(usd(rates, 65595700, "XOF", "2020-06-30") == 110000);
  rates.set("EUR", 1.0);
  CHECK(usd(rates, 1000, "EUR", "2010-01-01") == 1000);
}

TEST_CASE("rates are read from a table, either way round") {
  const auto rates = rates_in("devise;taux;pour 1 USD;date\nEUR;1,08;;\nXOF;;600;01/03/2023\n");
  REQUIRE(rates);
  CHECK(usd(*rates, 10000, "EUR") == 10800);
  CHECK(usd(*rates, 60000, "XOF") == 100);
  const auto english = rates_in("currency,rate\neuro,1.08\nGBP,1.25\n");
  REQUIRE(english);
  CHECK(usd(*english, 100, "EUR") == 108);
  CHECK(usd(*english, 100, "GBP") == 125);
}

TEST_CASE("a rate that is no positive number stops the reading with its row") {
  for (const char* rate : {"0", "-1", "abc"}) {
    const auto rates = rates_in(std::string("currency,rate\nGBP,1.25\nEUR,") + rate + "\n");
    REQUIRE_FALSE(rates);
    CHECK(rates.error().where.row == 3);
    CHECK(rates.error().where.column == "rate");
  }
  CHECK_FALSE(rates_in("currency,rate,from\nEUR,1.08,30/02/2024\n"));
  CHECK_FALSE(rates_in("nom,valeur\nGao,3\nMopti,4\n"));
}
