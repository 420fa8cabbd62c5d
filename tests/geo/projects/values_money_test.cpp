// Amounts as lists from many hands have them.

#include "geo/projects/values.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {
/// "123456 EUR": hundredths and currency; "nothing" for what is no amount.
std::string read(const char* text, DecimalSign sign = DecimalSign::Unknown) {
  const auto money = parse_money(text, sign);
  if (!money)
    return "nothing";
  return std::to_string(money->amount.value) +
         (money->currency.empty() ? "" : " " + money->currency);
}
}  // namespace

TEST_CASE("the CFA franc under all its names is in hundredths too") {
  for (const char* text :
       {"25 000 000 FCFA", "25.000.000 F CFA", "25 000 000 CFA", "25000000 F", "XOF 25 000 000",
        "25 000 000 francs CFA", "25 millions FCFA", "25M FCFA", "25 MFCFA", "25 millions de FCFA",
        "25 000 000 F.CFA", "FCFA 25,000,000", "25 000 000,00 FCFA", "25000000 XOF",
        "25 000 k FCFA", "0,025 milliard FCFA", "25 000 000 fcfa", "F CFA 25 000 000"})
    CHECK(std::pair(text, read(text)) == std::pair(text, std::string("2500000000 XOF")));
  CHECK(read("500.000 F") == "50000000 XOF");
  CHECK(read("2.5 mds FCFA") == "250000000000 XOF");
  CHECK(read("5 000 XAF") == "500000 XAF");
}

TEST_CASE("dollars, euros, pounds and others by sign, word and code") {
  CHECK(read("45.317,39 USD") == "4531739 USD");
  CHECK(read("US$ 1,200.50") == "120050 USD");
  CHECK(read("1 200 $US") == "120000 USD");
  CHECK(read("1200 dollars") == "120000 USD");
  CHECK(read("1200 US dollars") == "120000 USD");
  CHECK(read("$1,200") == "120000 USD");
  CHECK(read("M$ 3") == "300000000 USD");
  CHECK(read("1200 dollars canadiens") == "120000 CAD");
  CHECK(read("CA$ 1200") == "120000 CAD");
  CHECK(read("€ 50k") == "5000000 EUR");
  CHECK(read("3 M€") == "300000000 EUR");
  CHECK(read("50 k€") == "5000000 EUR");
  CHECK(read("1 500 Euros") == "150000 EUR");
  CHECK(read("£300") == "30000 GBP");
  CHECK(read("300 livres sterling") == "30000 GBP");
  CHECK(read("1 500 000.- CHF") == "150000000 CHF");
  CHECK(read("12 000 SEK") == "1200000 SEK");
  CHECK(read("12 000 JPY") == "1200000 JPY");
  CHECK(read("12 000 MRU") == "1200000 MRU");
  CHECK(read("KWD 12.50") == "1250 KWD");  // hundredths, whatever coins a currency has
  CHECK(read("12 000 QQQ") == "nothing");
}

TEST_CASE("multipliers in words and letters") {
  CHECK(read("11,9M") == "1190000000");
  CHECK(read("11,9 M USD") == "1190000000 USD");
  CHECK(read("1,2 milliard") == "120000000000");
  CHECK(read("1.2 billion USD") == "120000000000 USD");
  CHECK(read("2,5 Mds") == "250000000000");
  CHECK(read("85 k USD") == "8500000 USD");
  CHECK(read("350 mille") == "35000000");
  CHECK(read("12 mio EUR") == "1200000000 EUR");
  CHECK(read("environ 50 000 USD") == "5000000 USD");
  CHECK(read("~ 50 000 USD") == "5000000 USD");
}

TEST_CASE("of two amounts of a cell the first one counts, of a range none") {
  CHECK(read("3 000 000 FCFA (4 573 EUR)") == "300000000 XOF");
  CHECK(read("3 000 000 FCFA / 4 573 EUR") == "300000000 XOF");
  CHECK(read("3 000 000 FCFA soit 4 573 EUR") == "300000000 XOF");
  CHECK(read("4 573,47 EUR = 3 000 000 FCFA") == "457347 EUR");
  CHECK(read("50 000 000 FCFA (cinquante millions)") == "5000000000 XOF");
  CHECK(read("50 000 (USD)") == "5000000 USD");
  CHECK(read("50 000 USD (estimation)") == "5000000 USD");
  CHECK(read("10 000 - 20 000 USD") == "nothing");
  CHECK(read("10 000 USD - 20 000 USD") == "nothing");
  CHECK(read("50 000 USD EUR") == "nothing");
}

TEST_CASE("spreadsheets: powers of ten and noise behind the decimals") {
  CHECK(read("1.2E7") == "1200000000");
  CHECK(read("1.2345678E+7") == "1234567800");
  CHECK(read("1,2E7") == "1200000000");
  CHECK(read("1e+06") == "100000000");
  CHECK(read("2.5E-1") == "25");
  CHECK(read("1.2E7 USD") == "1200000000 USD");
  CHECK(read("1E5") == "10000000");
  CHECK(read("1e5") == "nothing");
  CHECK(read("1E99") == "nothing");
  CHECK(read("0.30000000000000004") == "30");
  CHECK(read("249617.868941") == "24961787");
  CHECK(read("8487007.54401") == "848700754");
  CHECK(read("99.995") == "9999500");  // by itself: thousands
  CHECK(read("99.995", DecimalSign::Point) == "10000");
  CHECK(read("-0.005") == "-1");
}

TEST_CASE("whole amounts as the Swiss and the Germans write them") {
  CHECK(read("1 500 000.-") == "150000000");
  CHECK(read("1.500,-") == "150000");
  CHECK(read("1'500.\u2013") == "150000");
}

TEST_CASE("the plain cell reads the same on the short way and on the long one") {
  for (const char* text : {"0", "7", "1234", "1234.5", "1234,56", "12.345", "12,345", "0.005",
                           "1234.567", "999999999.99", "45.317", "0,125"})
    for (const auto sign : {DecimalSign::Unknown, DecimalSign::Point, DecimalSign::Comma}) {
      const std::string with_blank = std::string(text) + " $US";  // not on the short way
      CHECK(parse_money(text, sign)->amount == parse_money(with_blank, sign)->amount);
    }
}

TEST_CASE("a column's decimal sign comes from the cell that proves it") {
  using enum DecimalSign;
  CHECK(decimal_sign_of({"1234,5", "45.317"}) == Comma);
  CHECK(decimal_sign_of({"45.317", "45,317"}) == Unknown);
  CHECK(decimal_sign_of({"12.106.353", "45.317"}) == Comma);
  CHECK(decimal_sign_of({"1,234,567", "45,317"}) == Point);
  CHECK(decimal_sign_of({"1.234,50"}) == Comma);
  CHECK(decimal_sign_of({"1,234.50"}) == Point);
  CHECK(decimal_sign_of({"0.125"}) == Point);
  CHECK(decimal_sign_of({"1.500", "1234.500", "2.250"}) == Point);  // three digits everywhere
  CHECK(decimal_sign_of({"1234.5", "50.000"}) == Mixed);
  CHECK(decimal_sign_of({"1234.5", "1234,5"}) == Mixed);
  CHECK(decimal_sign_of({"1.234,50", "1,234.50"}) == Mixed);
  CHECK(decimal_sign_of({"12.1M", "50.000"}) == Unknown);  // a multiplier proves nothing
  CHECK(decimal_sign_of({"46.610,16 USD", "50.000"}) == Comma);
  CHECK(decimal_sign_of({}) == Unknown);
  CHECK(read("45,317", Comma) == "4532");
  CHECK(read("45.317", Comma) == "4531700");
  CHECK(read("50.000", Mixed) == "5000000");
}

TEST_CASE("parts of a column surveyed apart come to the same sign") {
  DecimalSurvey first, second;
  first.add("1234,5");
  second.add("1234.5");
  CHECK(first.sign() == DecimalSign::Comma);
  first.merge(second);
  CHECK(first.sign() == DecimalSign::Mixed);
}

TEST_CASE("currencies of headers and of currency cells") {
  CHECK(currency_in("Coût total (F CFA)") == "XOF");
  CHECK(currency_in("Montant en millions de FCFA") == "XOF");
  CHECK(currency_in("Montant Cash Transfert (USD)") == "USD");
  CHECK(currency_in("Montant (M€)") == "EUR");
  CHECK(currency_in("COST (GBP)") == "GBP");
  CHECK(currency_in("Budget NGN") == "NGN");
  CHECK(currency_in("ngn") == "NGN");
  CHECK(currency_in("TOTAL ALL FUNDS").empty());
  CHECK(currency_in("Budget FCFA ou USD").empty());
  CHECK(currency_in("Budget (francs suisses)") == "CHF");
  CHECK(currency_in("Nous").empty());
  CHECK(currency_in("QQQ").empty());
}
