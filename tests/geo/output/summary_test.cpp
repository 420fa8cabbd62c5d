// `summarize` as scripts and people read it, on the bulletin and on lists made by hand.
#include "geo/output/summary.h"

#include <nlohmann/json.hpp>

#include "geo/boundaries/read.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;
using nlohmann::ordered_json;

namespace {

std::string summary_of(const Dataset& data, const Boundaries& boundaries,
                       const std::vector<std::string>& by, TextFormat format, Filter filter = {},
                       Language language = Language::English) {
  const auto groups = parse_group_by(by);
  REQUIRE(groups.has_value());
  const auto text = summarize({&data, &boundaries, std::move(filter), *groups, format, language});
  REQUIRE(text.has_value());
  return *text;
}

ordered_json bulletin(const std::vector<std::string>& by, Filter filter = {}) {
  const auto boundaries = embedded_boundaries();
  return ordered_json::parse(summary_of(embedded_dataset(boundaries), boundaries, by,
                                        TextFormat::Json, std::move(filter)));
}

Filter fund(const std::string& name) {
  Filter filter;
  filter.fund = {name};
  return filter;
}

std::int64_t cents(const ordered_json& dollars) {
  return dollars.is_null() ? 0 : cents_of_dollars(dollars.get<double>()).value;
}

/// Rows + national + unlocated + outside (+ coarser).
std::int64_t sum_of_budgets(const ordered_json& json) {
  std::int64_t sum = 0;
  for (const auto& row : json["rows"])
    sum += cents(row["budget_usd"]);
  for (const char* part : {"national", "unlocated", "outside", "coarser"})
    if (json.contains(part))
      sum += cents(json[part]["budget_usd"]);
  return sum;
}

Dataset small_list(const Boundaries& boundaries) {
  return ListBuilder(boundaries)
      .add({.fund = "=1+1",
            .sectors = {"Health", "Water"},
            .cents = 10001,
            .places = {"R1", "R2", "R3"}})
      .add({.fund = "TF", .sectors = {"Health"}, .cents = 500, .places = {"R1"}})
      .add({.cents = 77, .scope = Scope::National})
      .dataset();
}

}  // namespace

TEST_CASE("by region and fund the bulletin gives exactly its twelve published counts") {
  const auto json = bulletin({"region", "fund"});
  CHECK(json["by"] == ordered_json({"region", "fund"}));
  CHECK(json["filter"] == ordered_json::object());
  CHECK(json["rows"].size() == 27);
  std::map<std::pair<std::string, std::string>, int> published;
  for (const auto& row : json["rows"]) {
    if (row["reported"] == true) {
      published[{row["region"], row["fund"]}] = row["projects"];
      continue;
    }
    CHECK(row["projects"].is_null());
    CHECK(row["budget_usd"].is_null());
    CHECK(row["basis"].is_null());
  }
  CHECK(published == std::map<std::pair<std::string, std::string>, int>{{{"ML09", "QIP"}, 51},
                                                                        {{"ML09", "TF"}, 24},
                                                                        {{"ML06", "QIP"}, 77},
                                                                        {{"ML06", "TF"}, 47},
                                                                        {{"ML06", "PBF"}, 5},
                                                                        {{"ML08", "QIP"}, 47},
                                                                        {{"ML08", "TF"}, 32},
                                                                        {{"ML07", "QIP"}, 84},
                                                                        {{"ML07", "TF"}, 42},
                                                                        {{"ML07", "PBF"}, 5},
                                                                        {{"ML05", "QIP"}, 65},
                                                                        {{"ML05", "TF"}, 21}});
  CHECK(json["total"]["projects"] == 422);
  CHECK(sum_of_budgets(json) == cents(json["total"]["budget_usd"]));
}

TEST_CASE("the row of Gao and Ménaka is as the documentation shows it") {
  const auto boundaries = embedded_boundaries();
  const auto text = summary_of(embedded_dataset(boundaries), boundaries, {"region", "fund"},
                               TextFormat::Json, fund("QIP"));
  CHECK(text.find(R"({ "region": "ML07", "region_name": "Gao / Ménaka", "fund": "QIP", )"
                  R"("projects": 84, "budget_usd": 3094000.00, "reported": true, )"
                  R"("basis": "inferred" })") != std::string::npos);
  CHECK(text.find(R"("filter": { "fund": ["QIP"] })") != std::string::npos);
  CHECK(text.find(R"("total": { "projects": 324, "budget_usd": 11900000.00 })") !=
        std::string::npos);
  CHECK(sum_of_budgets(ordered_json::parse(text)) == 11'900'000'00);
}

TEST_CASE("the Trust Fund has 93 projects and nowhere 166") {
  const auto boundaries = embedded_boundaries();
  const auto data = embedded_dataset(boundaries);
  for (const auto& by : {std::vector<std::string>{"region"}, {"region", "fund"}, {"fund"}}) {
    CHECK(bulletin(by, fund("TF"))["total"]["projects"] == 93);
    for (const TextFormat format : {TextFormat::Json, TextFormat::Csv})
      CHECK(summary_of(data, boundaries, by, format, fund("TF")).find("166") == std::string::npos);
  }
  const auto table = summary_of(data, boundaries, {"region"}, TextFormat::Table, fund("TF"));
  CHECK(table.find("93 projects, 166 region mentions") != std::string::npos);
}

TEST_CASE("sums over single dimensions of the bulletin") {
  const auto funds = bulletin({"fund"});
  CHECK(funds["rows"].size() == 3);
  CHECK(funds["rows"][0]["projects"] == 324);
  CHECK(bulletin({"status"})["rows"][0]["projects"] == 271);
  const auto sectors = bulletin({"sector"}, fund("QIP"));
  std::int64_t sum = 0;
  for (const auto& row : sectors["rows"])
    sum += cents(row["budget_usd"]);
  CHECK(sum == 11'900'000'00);
  const auto by_sector = bulletin({"region", "sector"}, fund("QIP"));
  for (const auto& row : by_sector["rows"])
    CHECK(row["reported"] == false);
}

TEST_CASE("rows of a list add up to its total to the cent") {
  const auto boundaries = four_regions();
  const auto data = small_list(boundaries);
  for (const auto& by :
       {std::vector<std::string>{"region"}, {"region", "fund"}, {"status", "cercle", "fund"}}) {
    const auto json = ordered_json::parse(summary_of(data, boundaries, by, TextFormat::Json));
    CHECK(sum_of_budgets(json) == 10578);
    CHECK(json["total"]["projects"] == 3);
  }
}

TEST_CASE("rows come in the order of the words") {
  const auto boundaries = four_regions();
  const auto data = small_list(boundaries);
  const auto by_fund =
      ordered_json::parse(summary_of(data, boundaries, {"fund", "region"}, TextFormat::Json));
  CHECK(by_fund["rows"][0].begin().key() == "fund");
  CHECK(by_fund["rows"][3]["fund"] == by_fund["rows"][0]["fund"]);
  const auto by_region =
      ordered_json::parse(summary_of(data, boundaries, {"region", "fund"}, TextFormat::Json));
  CHECK(by_region["rows"][0]["region"] == by_region["rows"][1]["region"]);
  CHECK(by_region["rows"][2]["fund"].is_null());  // the national project has no fund
}

TEST_CASE("a project with two sectors is in both, and a note says so") {
  const auto boundaries = four_regions();
  const auto json = ordered_json::parse(
      summary_of(small_list(boundaries), boundaries, {"sector"}, TextFormat::Json));
  CHECK(json["rows"][0]["sector"] == "Health");
  CHECK(json["rows"][0]["projects"] == 2);
  CHECK(json["rows"][1]["projects"] == 1);
  CHECK(json["rows"][2]["sector"].is_null());
  CHECK(json["notes"].dump().find("several sectors") != std::string::npos);
}

TEST_CASE("a zone of several units names them") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries).add({.places = {"R2"}}).dataset();
  const auto json = ordered_json::parse(summary_of(data, boundaries, {"cercle"}, TextFormat::Json));
  CHECK(json["rows"][1]["cercle"] == "R2");
  CHECK(json["rows"][1]["units"] == ordered_json({"R20", "R21"}));
}

TEST_CASE("CSV neutralises formulas and marks what is not a row") {
  const auto boundaries = four_regions();
  const auto csv =
      summary_of(small_list(boundaries), boundaries, {"region", "fund"}, TextFormat::Csv);
  CHECK(csv.find("part,region,region_name,fund,projects,budget_usd,reported,basis\r\n") == 0);
  CHECK(csv.find("row,R1,Region 1,'=1+1,1,33.34,true,records\r\n") != std::string::npos);
  CHECK(csv.find("national,,,,1,0.77,true,records\r\n") != std::string::npos);
  CHECK(csv.find("total,,,,3,105.78,true,records\r\n") != std::string::npos);
}

TEST_CASE("a list whose rows are parts of projects gives both numbers everywhere") {
  const auto boundaries = four_regions();
  auto data = ListBuilder(boundaries)
                  .add({.cents = 100, .places = {"R1"}, .project = 0})
                  .add({.cents = 200, .places = {"R1"}, .project = 0})
                  .add({.cents = 400, .places = {"R2"}, .project = 1})
                  .dataset();
  const auto json = ordered_json::parse(summary_of(data, boundaries, {"region"}, TextFormat::Json));
  CHECK(json["rows"][0]["projects"] == 1);
  CHECK(json["rows"][0]["rows"] == 2);
  CHECK(json["rows"][3]["rows"] == 0);
  CHECK(json["national"]["rows"] == 0);
  CHECK(json["total"]["projects"] == 2);
  CHECK(json["total"]["rows"] == 3);
  CHECK(sum_of_budgets(json) == 700);
  const auto csv = summary_of(data, boundaries, {"region"}, TextFormat::Csv);
  CHECK(csv.find("reported,basis,rows\r\n") != std::string::npos);
  CHECK(csv.find("row,R1,Region 1,1,3.00,true,records,2\r\n") != std::string::npos);
  const auto table = summary_of(data, boundaries, {"region"}, TextFormat::Table);
  CHECK(table.find("2 projects, 3 rows (actions)\n") != std::string::npos);

  data.rows_are_projects = true;
  const auto rows = ordered_json::parse(summary_of(data, boundaries, {"region"}, TextFormat::Json));
  CHECK(rows["total"]["projects"] == 3);
  CHECK_FALSE(rows["total"].contains("rows"));
  CHECK_FALSE(rows["rows"][0].contains("rows"));
}

TEST_CASE("amounts without a rate stand beside the total, currency by currency") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 100, .places = {"R1"}})
                        .add({.places = {"R1"}, .amount = 2'500'000'050, .currency = "XOF"})
                        .add({.places = {"R2"}, .amount = 1, .currency = "GNF"})
                        .dataset();
  const auto text = summary_of(data, boundaries, {"region"}, TextFormat::Json);
  CHECK(text.find(R"("total": { "projects": 3, "budget_usd": 1.00, "other_amounts": )"
                  R"([{ "currency": "GNF", "amount": 0.01, "rows": 1 }, )"
                  R"({ "currency": "XOF", "amount": 25000000.50, "rows": 1 }] })") !=
        std::string::npos);
  CHECK(sum_of_budgets(ordered_json::parse(text)) == 100);
  const auto csv = summary_of(data, boundaries, {"region"}, TextFormat::Csv);
  CHECK(csv.find("total,,,3,1.00,true,records,0.01 GNF; 25000000.50 XOF\r\n") != std::string::npos);
  const auto table = summary_of(data, boundaries, {"region"}, TextFormat::Table);
  CHECK(table.find("Without a rate") != std::string::npos);
  CHECK(table.find("25\u202F000\u202F001\u00A0XOF") != std::string::npos);
  const auto none = small_list(boundaries);
  CHECK(summary_of(none, boundaries, {"region"}, TextFormat::Json).find("other_amounts") ==
        std::string::npos);
}

TEST_CASE("a list without budgets shows its counts and says that it has none") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries).without_budgets().add({.places = {"R1"}}).dataset();
  const auto json = ordered_json::parse(summary_of(data, boundaries, {"region"}, TextFormat::Json));
  CHECK(json["rows"][0]["projects"] == 1);
  CHECK(json["rows"][0]["budget_usd"].is_null());
  CHECK(json["total"]["budget_usd"].is_null());
  const auto table = summary_of(data, boundaries, {"region"}, TextFormat::Table);
  CHECK(table.find("The list has no budgets.") != std::string::npos);
}

TEST_CASE("words that make no rows are refused with those that do") {
  const auto refused = [](std::vector<std::string> words) {
    const auto by = parse_group_by(words);
    return by ? "" : sentence(by.error(), Translator(Language::English));
  };
  CHECK(refused({"colour"}).find("region, cercle, commune, fund, sector, status") !=
        std::string::npos);
  CHECK_FALSE(refused({}).empty());
  CHECK_FALSE(refused({"fund", "fund"}).empty());
  CHECK_FALSE(refused({"region", "cercle"}).empty());
  const auto boundaries = embedded_boundaries();
  const auto data = embedded_dataset(boundaries);
  const auto by = parse_group_by(std::vector<std::string>{"commune"});
  CHECK_FALSE(summarize({&data, &boundaries, {}, *by, TextFormat::Json, Language::French}));
}
