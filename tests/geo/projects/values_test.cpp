#include "geo/projects/values.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {
std::optional<std::int64_t> cents(const char* text, DecimalSign sign = DecimalSign::Unknown) {
  const auto money = parse_money(text, sign);
  return money ? std::optional(money->amount.value) : std::nullopt;
}
std::string day(const char* text, DateRole role = DateRole::Start) {
  const auto typed = parse_date(text, role);
  return typed.date ? iso(*typed.date) : typed.understood ? "no such day" : "no date";
}
}  // namespace

TEST_CASE("amounts in French and English notation are the same to the cent") {
  CHECK(cents("1 234 567,89") == 123456789);
  CHECK(cents("1\u202f234\u202f567,89") == 123456789);
  CHECK(cents("1\u00a0234\u00a0567,89") == 123456789);
  CHECK(cents("1,234,567.89") == 123456789);
  CHECK(cents("1.234.567,89") == 123456789);
  CHECK(cents("1234567.89") == 123456789);
  CHECK(cents("1'234'567.89") == 123456789);
  CHECK(cents("45.317,39 USD") == 4531739);
  CHECK(cents("1,234.50") == 123450);
  CHECK(cents("0,5") == 50);
  CHECK(cents(".5") == 50);
  CHECK(cents("12") == 1200);
}

TEST_CASE("the bulletin's own notations") {
  CHECK(cents("12.106.353") == 1210635300);
  CHECK(cents("24.978.258") == 2497825800);
  CHECK(cents("46.610,16 USD") == 4661016);
  CHECK(cents("85.000 USD") == 8500000);
  CHECK(cents("50.000") == 5000000);
  CHECK(cents("11,9 millions USD") == 1190000000);
  CHECK(cents("11,9M") == 1190000000);
  CHECK(cents("12.1M") == 1210000000);
  CHECK(cents("31,3 millions") == 3130000000);
  CHECK(cents("1.234M") == 123400000);
  CHECK(cents("85 k") == 8500000);
  CHECK(cents("Budget environ 5") == std::nullopt);
}

TEST_CASE("negative amounts, brackets, signs before and behind") {
  CHECK(cents("-1 200,50") == -120050);
  CHECK(cents("\u22121200") == -120000);
  CHECK(cents("(1,200)") == -120000);
  CHECK(cents("$ (1,200.00)") == -120000);
  CHECK(cents("1200-") == -120000);
  CHECK(cents("$-1,200.00") == -120000);
}

TEST_CASE("half a cent rounds away from zero") {
  CHECK(cents("1.005") == 100500);  // thousands: one thousand and five
  CHECK(cents("0.005") == 1);
  CHECK(cents("2.0049") == 200);
  CHECK(cents("249617.868941") == 24961787);
}

TEST_CASE("a column that a machine wrote has decimals behind its points") {
  CHECK(decimal_sign_of({"249617.868941", "45.317"}) == DecimalSign::Point);
  CHECK(decimal_sign_of({"249617.868941", "1,5"}) == DecimalSign::Mixed);
  CHECK(cents("45.317", DecimalSign::Point) == 4532);
  CHECK(cents("45.317", DecimalSign::Unknown) == 4531700);
}

TEST_CASE("what is no amount is nothing, not zero") {
  for (const char* text : {"", "abc", "n.d.", "12 ans", "1.2.3", "12,34,56", "1 23", "12 34",
                           "10-20", "USD", "--", "5 millions k", "99999999999999999999", "1e5"})
    CHECK_FALSE(parse_money(text));
}

TEST_CASE("a currency is read from cell and header") {
  CHECK(parse_money("5 000 FCFA")->currency == "XOF");
  CHECK(parse_money("5 000 F CFA")->currency == "XOF");
  CHECK(parse_money("5 000 €")->currency == "EUR");
  CHECK(parse_money("US$ 5,000")->currency == "USD");
  CHECK(parse_money("5 MUSD")->currency == "USD");
  CHECK(parse_money("5 MUSD")->amount == Cents{500000000});
  CHECK(parse_money("5 000")->currency.empty());
  CHECK(currency_in("Budget (FCFA)") == "XOF");
  CHECK(currency_in("montant_eur") == "EUR");
  CHECK(currency_in("budget_usd") == "USD");
  CHECK(currency_in("Montant total").empty());
}

TEST_CASE("dates in ISO, French and English notation") {
  CHECK(day("2017-06-14") == "2017-06-14");
  CHECK(day("2017-06-14T08:00:00Z") == "2017-06-14");
  CHECK(day("2017/06/14 00:00:00") == "2017-06-14");
  CHECK(day("14/06/2017") == "2017-06-14");
  CHECK(day("14.06.2017") == "2017-06-14");
  CHECK(day("14 juin 2017") == "2017-06-14");
  CHECK(day("1er août 2017") == "2017-08-01");
  CHECK(day("June 14, 2017") == "2017-06-14");
  CHECK(day("2017") == "2017-01-01");
  CHECK(day("2017", DateRole::End) == "2017-12-31");
  CHECK(day("02/2016", DateRole::End) == "2016-02-29");
}

TEST_CASE("a day that is not in the calendar is told from what is no date") {
  CHECK(day("30 février 2017") == "no such day");
  CHECK(day("30/02/2017") == "no such day");
  CHECK(day("2017-13-01") == "no such day");
  CHECK(day("29/02/2017") == "no such day");
  CHECK(day("29/02/2016") == "2016-02-29");
  CHECK(day("Continu") == "no date");
}

TEST_CASE("statuses in both languages, whatever gender and number") {
  for (const char* word :
       {"Achevé", "achevée", "Terminés", "FINALISÉ", "Completed", "closed", "Clôturée"})
    CHECK(normalised_status(word) == "completed");
  for (const char* word : {"En cours", "ongoing", "In progress", "active", "en cours d'exécution"})
    CHECK(normalised_status(word) == "ongoing");
  CHECK(normalised_status("Approuvée") == "approved");
  CHECK(normalised_status("prévu") == "planned");
  CHECK(normalised_status(" Gelé ") == "Gelé");
  CHECK(normalised_status("Continu") == "ongoing");
  for (const char* word : {"Suspendu", "suspendue", "Suspended", "on hold"})
    CHECK(normalised_status(word) == "suspended");
  for (const char* word : {"Annulé", "annulées", "Cancelled", "Dropped", "abandonné"})
    CHECK(normalised_status(word) == "cancelled");
}

TEST_CASE("the World Bank's and IATI's statuses") {
  CHECK(normalised_status("Active") == "ongoing");
  CHECK(normalised_status("Closed") == "completed");
  CHECK(normalised_status("Pipeline") == "planned");
  CHECK(normalised_status("Pipeline/identification") == "planned");
  CHECK(iati_status("1") == "planned");
  CHECK(iati_status("2") == "ongoing");
  CHECK(iati_status("3") == "completed");
  CHECK(iati_status("4") == "completed");
  CHECK(iati_status("5") == "cancelled");
  CHECK(iati_status("6") == "suspended");
  CHECK(iati_status("7") == "7");
  CHECK(iati_status("Implementation") == "ongoing");
}

TEST_CASE("funds by their names in both languages") {
  CHECK(normalised_fund("QIPs") == "QIP");
  CHECK(normalised_fund("Projets à impact rapide (QIP)") == "QIP");
  CHECK(normalised_fund("Fonds Fiduciaire") == "TF");
  CHECK(normalised_fund("Trust Fund") == "TF");
  CHECK(normalised_fund("Fonds pour la Consolidation de la Paix") == "PBF");
  CHECK(normalised_fund("Projets à impact rapide (PIR)") == "QIP");
  CHECK(normalised_fund("UNTF") == "TF");
  CHECK(normalised_fund("Trust-Fund") == "TF");
  CHECK(normalised_fund("PBF/FCP") == "PBF");
  CHECK(normalised_fund("Fonds vert") == "Fonds vert");
}
