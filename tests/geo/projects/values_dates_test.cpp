// Dates and periods in words and numbers.

#include "geo/projects/values.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {
std::string shown(const TypedDate& typed) {
  if (!typed.date)
    return typed.understood ? "no such day" : "-";
  return iso(*typed.date) + (typed.ambiguous ? "?" : "");
}
std::string day(const char* text, DateNotation notation = DateNotation::Unknown) {
  return shown(parse_date(text, DateRole::Start, notation));
}
std::string last_day(const char* text) {
  return shown(parse_date(text, DateRole::End));
}
/// "start..end", or "nothing".
std::string period(const char* text) {
  const auto period = parse_period(text);
  return period.understood ? shown(period.start) + ".." + shown(period.end) : "nothing";
}
}  // namespace

TEST_CASE("days in words") {
  for (const char* text : {"15 févr. 2023",
                           "15 février 2023",
                           "15 FEVRIER 2023",
                           "February 15, 2023",
                           "15 February 2023",
                           "Feb 15th, 2023",
                           "15-févr-23",
                           "15-Feb-2023",
                           "le 15 février 2023",
                           "mercredi 15 février 2023",
                           "Wednesday, February 15, 2023",
                           "2023 février 15",
                           "2023-Feb-15",
                           "20230215",
                           "15/02/2023",
                           "15.02.23",
                           "15-02-2023",
                           "15/2/23",
                           "2023-02-15T00:00:00Z",
                           "2023-02-15 10:30:00+00",
                           "2023-02-15T08:00:00+01:00",
                           "2023/02/15 00:00:00",
                           "2/15/2023 12:00:00 AM",
                           "15/02/2023 10:00"})
    CHECK(std::pair(text, day(text)) == std::pair(text, std::string("2023-02-15")));
  CHECK(day("1er janvier 2024") == "2024-01-01");
  CHECK(day("June 14, 2017") == "2017-06-14");
  CHECK(day("14 June 2017") == "2017-06-14");
  CHECK(day("6/30/2022 12:00:00 AM") == "2022-06-30");
  CHECK(day("12/31/1998") == "1998-12-31");
  CHECK(day("31/12/98") == "1998-12-31");
  CHECK(day("31/12/69") == "2069-12-31");
}

TEST_CASE("months, quarters, halves, years and spans of years are their first or last day") {
  CHECK(day("janv-24") == "2024-01-01");
  CHECK(day("Jun-24") == "2024-06-01");
  CHECK(last_day("Jun-24") == "2024-06-30");
  CHECK(day("mars 2024") == "2024-03-01");
  CHECK(last_day("février 2024") == "2024-02-29");
  CHECK(day("2024-03") == "2024-03-01");
  CHECK(day("T1 2024") == "2024-01-01");
  CHECK(last_day("T1 2024") == "2024-03-31");
  CHECK(day("Q3 2023") == "2023-07-01");
  CHECK(last_day("2023-Q3") == "2023-09-30");
  CHECK(last_day("1er trimestre 2024") == "2024-03-31");
  CHECK(day("4ème trimestre 2024") == "2024-10-01");
  CHECK(day("deuxième semestre 2024") == "2024-07-01");
  CHECK(last_day("S1 2024") == "2024-06-30");
  CHECK(day("H2 2024") == "2024-07-01");
  CHECK(day("2020/21") == "2020-01-01");
  CHECK(last_day("2020/21") == "2021-12-31");
  CHECK(last_day("2019-2021") == "2021-12-31");
  CHECK(day("fin 2024") == "2024-12-31");
  CHECK(last_day("début 2024") == "2024-01-01");
  CHECK(day("T5 2024") == "-");
}

TEST_CASE("the serial days of spreadsheets") {
  CHECK(day("44927") == "2023-01-01");
  CHECK(day("45292") == "2024-01-01");
  CHECK(day("45292.5") == "2024-01-01");
  CHECK(day("45351") == "2024-02-29");
  CHECK(day("20000") == "1954-10-03");
  CHECK(day("19999") == "-");
  CHECK(day("80001") == "-");
}

TEST_CASE("what is no date") {
  for (const char* text : {"", "Continu", "A définir", "12 ans", "juin", "June 14", "24 janv",
                           "1/2", "10000", "ML01", "1.2.3.4", "2024-2023-2022", "18 mois"})
    CHECK(std::pair(text, day(text)) == std::pair(text, std::string("-")));
  CHECK(day("31/04/2024") == "no such day");
  CHECK(day("2024-02-30T00:00:00Z") == "no such day");
  CHECK(day("13/13/2024") == "no such day");
}

TEST_CASE("one column has one notation") {
  using enum DateNotation;
  CHECK(date_notation_of({"03/04/2024", "15/04/2024"}) == DayFirst);
  CHECK(date_notation_of({"3/4/2024 12:00:00 AM", "6/30/2022 12:00:00 AM"}) == MonthFirst);
  CHECK(date_notation_of({"03/04/2024", "05/06/2024"}) == Ambiguous);
  CHECK(date_notation_of({"04/04/2024", "2024-05-06", "mars 2024", ""}) == Unknown);
  CHECK(date_notation_of({"15/04/2024", "04/15/2024"}) == Contradictory);
  CHECK(date_notation_of({"12.04.24", "13.04.24"}) == DayFirst);
  CHECK(date_notation_of({"2012-06-29T00:00:00Z"}) == Unknown);

  CHECK(day("03/04/2024", DayFirst) == "2024-04-03");
  CHECK(day("03/04/2024", MonthFirst) == "2024-03-04");
  CHECK(day("3/4/2024 12:00:00 AM", MonthFirst) == "2024-03-04");
  CHECK(day("03/04/2024", Ambiguous) == "2024-04-03?");
  CHECK(day("03/04/2024") == "2024-04-03?");
  CHECK(day("04/04/2024", Ambiguous) == "2024-04-04");
  CHECK(day("03/04/2024", Contradictory) == "2024-04-03?");
  CHECK(day("15/04/2024", Contradictory) == "2024-04-15");
  CHECK(day("04/15/2024", Contradictory) == "2024-04-15");
}

TEST_CASE("a survey names a cell that could be read both ways, and parts can be merged") {
  DateSurvey first, second;
  first.add("04/04/2024");
  first.add(" 03/04/2024 ");
  second.add("15/04/2024");
  CHECK(first.notation() == DateNotation::Ambiguous);
  CHECK(first.example() == "03/04/2024");
  first.merge(second);
  CHECK(first.notation() == DateNotation::DayFirst);
}

TEST_CASE("periods in words, French and English") {
  CHECK(period("1er janvier 2024 au 31 décembre 2028") == "2024-01-01..2028-12-31");
  CHECK(period("Du 1er janvier 2024 au 31 décembre 2028") == "2024-01-01..2028-12-31");
  CHECK(period("du 01/03/2023 au 30/09/2023") == "2023-03-01?..2023-09-30");
  CHECK(period("janvier - juin 2024") == "2024-01-01..2024-06-30");
  CHECK(period("janvier-juin 2024") == "2024-01-01..2024-06-30");
  CHECK(period("de janvier à juin 2024") == "2024-01-01..2024-06-30");
  CHECK(period("from March 2020 to June 2021") == "2020-03-01..2021-06-30");
  CHECK(period("Mars 2023 à Février 2024") == "2023-03-01..2024-02-29");
  CHECK(period("Jan 2020 \u2013 Dec 2022") == "2020-01-01..2022-12-31");
  CHECK(period("between March 2020 and June 2021") == "2020-03-01..2021-06-30");
  CHECK(period("entre mars 2020 et juin 2021") == "2020-03-01..2021-06-30");
  CHECK(period("1er au 15 mars 2024") == "2024-03-01..2024-03-15");
  CHECK(period("15 mars au 20 avril 2024") == "2024-03-15..2024-04-20");
  CHECK(period("15/03 au 20/04/2024") == "2024-03-15..2024-04-20");
  CHECK(period("Période : mars 2020 à juin 2021") == "2020-03-01..2021-06-30");
  CHECK(period("T1 2024 - T3 2024") == "2024-01-01..2024-09-30");
}

TEST_CASE("periods in numbers") {
  CHECK(period("15/01/2024 - 14/07/2024") == "2024-01-15..2024-07-14");
  CHECK(period("15/01/2024-14/07/2024") == "2024-01-15..2024-07-14");
  CHECK(period("15-01-2024 - 14-07-2024") == "2024-01-15..2024-07-14");
  CHECK(period("15-01-2024-14-07-2024") == "2024-01-15..2024-07-14");
  CHECK(period("2024-01-15/2024-07-14") == "2024-01-15..2024-07-14");
  CHECK(period("2024-01-15 to 2024-07-14") == "2024-01-15..2024-07-14");
  CHECK(period("15/01/2024 -> 14/07/2024") == "2024-01-15..2024-07-14");
  CHECK(period("2019-2021") == "2019-01-01..2021-12-31");
  CHECK(period("2019 - 2021") == "2019-01-01..2021-12-31");
  CHECK(period("2020/21") == "2020-01-01..2021-12-31");
  CHECK(period("2019 à 2021") == "2019-01-01..2021-12-31");
}

TEST_CASE("periods of one side, of a length, without any day") {
  CHECK(period("15/01/2024") == "2024-01-15..-");
  CHECK(period("2024") == "2024-01-01..2024-12-31");
  CHECK(period("mars 2024") == "2024-03-01..2024-03-31");
  CHECK(period("jusqu'en 2025") == "-..2025-12-31");
  CHECK(period("jusqu'au 30 juin 2025") == "-..2025-06-30");
  CHECK(period("until June 2025") == "-..2025-06-30");
  CHECK(period("depuis 2021") == "2021-01-01..-");
  CHECK(period("since March 2021") == "2021-03-01..-");
  CHECK(period("à partir de mars 2024") == "2024-03-01..-");
  CHECK(period("mars 2023 à ce jour") == "2023-03-01..-");
  CHECK(period("2021 - en cours") == "2021-01-01..-");
  CHECK(period("12 mois à partir de mars 2024") == "2024-03-01..2025-02-28");
  CHECK(period("6 mois à compter du 15/01/2024") == "2024-01-15..2024-07-14");
  CHECK(period("mars 2024 (12 mois)") == "2024-03-01..2025-02-28");
  CHECK(period("2 ans à partir de 2022") == "2022-01-01..2023-12-31");
  CHECK(period("du 15/03/2023 au 30/09/2023 (7 mois)") == "2023-03-15..2023-09-30");
  CHECK(period("18 mois") == "-..-");
  CHECK(period("90 jours") == "-..-");
  CHECK(period("en cours") == "-..-");
}

TEST_CASE("what is no period, and a period with a day that does not exist") {
  for (const char* text : {"", "à définir", "Phase 2", "abc à def", "3 à 6 mois selon le cas"})
    CHECK(std::pair(text, period(text)) == std::pair(text, std::string("nothing")));
  CHECK(period("1er février 2024 au 30 février 2024") == "2024-02-01..no such day");
}
