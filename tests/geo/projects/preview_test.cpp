#include "geo/projects/preview.h"

#include "tests/geo/projects/little_mali.h"
#include "tests/geo/projects/typed_table.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

ListPreview previewed(const Table& table, const ReadOptions& options = {},
                      const Workspace* memory = nullptr) {
  const Boundaries boundaries = with_cercles();
  auto preview =
      preview_table(snapshot(Table(table)), boundaries, options, Language::French, memory);
  REQUIRE(preview);
  return std::move(*preview);
}

Table small_list() {
  return typed_table({"Projet|Région|Cercle|Montant|Devise|Date de début|Statut|Notes|Véhicule",
                      "Puits|Mopti|Bankass|45 317,39|USD|14/06/2017|achevé|a|Hilux",
                      "École|Nulle part||beaucoup|EUR|31/02/2017|en cours|b|Moto"});
}

}  // namespace

TEST_CASE("a preview shows what would be read") {
  const auto preview = previewed(small_list());
  CHECK(preview.rows == 2);
  CHECK(preview.sampled_rows == std::vector<std::int64_t>{2, 3});
  REQUIRE(preview.columns.size() == 9);
  CHECK(preview.columns[0].read[0] == "Puits");
  CHECK(preview.columns[1].chosen == Role::Region);
  CHECK(preview.columns[1].read == std::vector<std::string>{"Mopti (ML05)", "—"});
  CHECK(preview.columns[2].read == std::vector<std::string>{"Bankass (ML0503)", ""});
  CHECK(preview.columns[3].samples[0] == "45 317,39");
  CHECK(preview.columns[3].read == std::vector<std::string>{"45\u202f317,39\u00a0USD", "—"});
  CHECK(preview.columns[5].read == std::vector<std::string>{"14 juin 2017", "—"});
  CHECK(preview.columns[7].chosen == Role::Notes);
  CHECK(preview.columns[7].read == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(preview.columns[8].chosen);
  CHECK(preview.columns[8].read == std::vector<std::string>{"", ""});
}

TEST_CASE("a preview follows what the user and the memory say") {
  const Table table = small_list();
  Workspace memory;
  memory.mappings[header_signature(table)] = {{Role::Fund, {"Notes"}}, {Role::Region, {}}};
  ReadOptions options;
  options.mapping[Role::Title] = {"Statut"};
  const auto preview = previewed(table, options, &memory);
  CHECK_FALSE(preview.columns[0].chosen);  // the title is elsewhere now
  CHECK(preview.columns[0].proposal.role == Role::Title);
  CHECK_FALSE(preview.columns[1].chosen);
  CHECK(preview.columns[6].chosen == Role::Title);
  CHECK(preview.columns[6].evidence == Evidence::User);
  CHECK(preview.columns[7].chosen == Role::Fund);
  CHECK(preview.columns[7].evidence == Evidence::Remembered);
  CHECK(preview.columns[5].evidence == Evidence::Header);
}

TEST_CASE("a preview of a mapping that does not fit is an error") {
  ReadOptions options;
  options.mapping[Role::Title] = {"Nom"};
  CHECK_FALSE(preview_table(snapshot(small_list()), with_cercles(), options, Language::French));
}
