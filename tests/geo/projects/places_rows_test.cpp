// Rows of place cells on the rectangles of little_mali.h.
#include <optional>

#include "geo/projects/places.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// The nine units of 2012 with cercles and some communes.
Boundaries with_communes() {
  Boundaries boundaries = with_cercles();
  AdminLayer communes;
  communes.level = Level::Commune;
  communes.units = {box("ML050101", "Konna", 4, 10, 4.2, 12, "ML0501"),
                    box("ML050102", "Borondougou", 4.2, 10, 4.4, 12, "ML0501"),
                    box("ML050103", "Mopti", 4.4, 10, 4.5, 12, "ML0501"),
                    box("ML050201", "Benkadi", 4.5, 10, 5, 11, "ML0502"),
                    box("ML070101", "Gounzoureye", 6, 10, 6.5, 11, "ML0701"),
                    box("ML070102", "Benkadi", 6, 11, 6.5, 12, "ML0701")};
  boundaries.layers.push_back(communes);
  return boundaries;
}

class Rows {
 public:
  explicit Rows(const Boundaries& boundaries, ReadOptions options = {})
      : boundaries_(boundaries), options_(std::move(options)) {
    table_.columns = {"pays", "region", "cercle", "commune", "lieu", "part", "lon", "lat"};
    const Role roles[] = {Role::Country, Role::Region, Role::Cercle, Role::Commune,
                          Role::Place,   Role::Share,  Role::Lon,    Role::Lat};
    for (int i = 0; i < 8; ++i)
      columns_.set(roles[i], i);
    index_.emplace(boundaries_, options_, problems_);
    matcher_.emplace(*index_, columns_, places_, reporter_);
  }

  /// "ML05 ML07=60 outside=40": places with their shares in per cent where they are several.
  std::string at(const PlaceCells& cells) {
    const Placed placed = matcher_->place(cells);
    scope = placed.scope;
    std::string text;
    for (const auto& location : placed.locations) {
      text += text.empty() ? "" : " ";
      text += location.scope == Scope::Outside     ? "outside"
              : location.scope == Scope::National  ? "national"
              : location.scope == Scope::Unlocated ? "unlocated"
              : location.place < 0                 ? "point"
                                   : places_[static_cast<std::size_t>(location.place)].code;
      if (placed.locations.size() > 1)
        text += "=" + std::to_string(static_cast<int>(location.share * 100 + 0.5));
    }
    return text;
  }
  std::string region(std::string_view cell) {
    PlaceCells cells;
    cells.region = cell;
    return at(cells);
  }
  std::string place(std::string_view cell) {
    PlaceCells cells;
    cells.place = {cell};
    return at(cells);
  }
  std::size_t reported(std::string_view reason) const { return problems_.count(reason); }
  Problem last() const { return problems_.all().back(); }

  Scope scope = Scope::Unlocated;

 private:
  Boundaries boundaries_;
  ReadOptions options_;
  Problems problems_;
  Table table_;
  ColumnMap columns_;
  Reporter reporter_{table_, problems_};
  std::vector<PlaceName> places_;
  std::optional<PlaceIndex> index_;
  std::optional<PlaceMatcher> matcher_;
};

PlaceCells cells(std::string_view region, std::string_view cercle, std::string_view commune) {
  PlaceCells made;
  made.region = region;
  made.cercle = cercle;
  made.commune = commune;
  return made;
}

}  // namespace

TEST_CASE("running text is read in cells of places and of regions") {
  Rows rows(with_communes());
  CHECK(rows.place("Cercle de Mopti: communes (Konna, Borondougou), cercle d'Ansongo") ==
        "ML050101=33 ML050102=33 ML0702=33");
  CHECK(rows.region("Région de Mopti (cercles de Bankass et Bandiagara)") == "ML0503=50 ML0502=50");
  CHECK(rows.place("Communes de Konna et Borondougou (cercle de Mopti)") ==
        "ML050101=50 ML050102=50");
  CHECK(rows.place("Mopti (60%), Gao (40 %)") == "ML05=60 ML07=40");
  CHECK(rows.place("Gao : Ansongo ; Kidal") == "ML0702=50 ML08=50");
  CHECK(rows.place("Konna (Mopti)") == "ML050101");
  CHECK(rows.place("Benkadi, cercle de Gao") == "ML070102");
}

TEST_CASE("a country abroad is a part of the row") {
  Rows rows(with_communes());
  CHECK(rows.region("Gao; Niger") == "ML07=50 outside=50");
  CHECK(rows.scope == Scope::Located);
  CHECK(rows.region("Niger").empty());
  CHECK(rows.scope == Scope::Outside);
  CHECK(rows.region("National").empty());
  CHECK(rows.scope == Scope::National);
  PlaceCells shared;
  shared.region = "Gao; Niger";
  shared.share = "75;25";
  CHECK(rows.at(shared) == "ML07=75 outside=25");
}

TEST_CASE("a certain reading is used and told, an uncertain one waits for a yes") {
  Rows rows(with_communes());
  CHECK(rows.at(cells("Mopti", "Mopti", "Borondugu")) == "ML050102");
  CHECK(rows.last().reason == "misspelt-place");
  CHECK(rows.last().severity == Severity::Note);
  CHECK(rows.last().proposal_code == "ML050102");
  CHECK(rows.region("Monti").empty());
  CHECK(rows.scope == Scope::Unlocated);
  CHECK(rows.last().reason == "unknown-region");
  CHECK(rows.last().proposal_code == "ML05");
  CHECK(rows.last().score == Approx(0.8));
  CHECK(rows.at(cells("", "", "Benkadi")).empty());
  CHECK(rows.reported("ambiguous-place") == 1);
  // Every row with the same cells is reported, though it is understood once.
  CHECK(rows.region("Monti").empty());
  CHECK(rows.reported("unknown-region") == 2);
}

TEST_CASE("a name one level off is taken where it fits") {
  Rows rows(with_communes());
  CHECK(rows.at(cells("Mopti", "Borondougou", "")) == "ML050102");
  CHECK(rows.region("Ansongo") == "ML0702");
  CHECK(rows.reported("other-level") == 2);
  CHECK(rows.at(cells("Gao", "Borondougou", "")) == "ML07");
}

TEST_CASE("answers decide before everything else") {
  ReadOptions options;
  options.aliases.add({"Monti", "", "ML05"});
  options.aliases.add({"Konna", "ML07", ""});
  Rows rows(with_communes(), options);
  CHECK(rows.region("Monti") == "ML05");
  CHECK(rows.reported("unknown-region") == 0);
  CHECK(rows.at(cells("Gao", "Konna", "")) == "ML07");
  CHECK(rows.reported("place-conflict") == 0);
  CHECK(rows.reported("place-left") == 1);
}

TEST_CASE("towns lie where the gazetteer says, within what the row names") {
  Gazetteer towns;
  towns.add({"Wabaria", {6.2, 10.5}}, {"Wabaria"});
  towns.add({"Zorgobo", {4.1, 11}}, {"Zorgobo"});
  towns.add({"Zorgobo", {6.1, 11.5}}, {"Zorgobo"});
  ReadOptions options;
  options.gazetteer = snapshot(std::move(towns));
  Rows rows(with_communes(), options);
  CHECK(rows.place("Wabaria") == "ML070101");
  CHECK(rows.reported("placed-by-gazetteer") == 1);
  CHECK(rows.place("Zorgobo").empty());
  CHECK(rows.reported("ambiguous-town") == 1);
  PlaceCells in_gao = cells("Gao", "", "");
  in_gao.place = {"Zorgobo"};
  CHECK(rows.at(in_gao) == "ML070102");
}
