// What stands behind the filters' widgets: brushes, ranges, chips.

#include "app/panels/chip_list.h"
#include "app/panels/histogram_brush.h"
#include "app/panels/range_section.h"
#include "tests/support/catch.h"

namespace malimap {
namespace {

using Part = BrushDrag::Part;
using Bins = std::pair<int, int>;
using namespace std::chrono;

BrushDrag drag(Part part, double from, double low = 0, double high = 0) {
  return {part, from, low, high, true};
}

std::vector<std::string> ids(const std::vector<Chip>& chips) {
  std::vector<std::string> all;
  for (const Chip& chip : chips)
    all.push_back(chip.id);
  return all;
}

Boundaries regions(std::initializer_list<std::pair<const char*, const char*>> units) {
  Boundaries boundaries;
  boundaries.layers.push_back({Level::Region, {}, {}});
  for (const auto& [pcode, name] : units) {
    AdminUnit unit;
    unit.pcode = pcode;
    unit.name = name;
    boundaries.layers.back().units.push_back(unit);
  }
  return boundaries;
}

}  // namespace

TEST_CASE("a new brush takes every bin that it swept over, in both directions") {
  CHECK(ui::brushed_bins(drag(Part::New, 2.3), 4.6, 10) == Bins{2, 5});
  CHECK(ui::brushed_bins(drag(Part::New, 4.6), 2.3, 10) == Bins{2, 5});
  CHECK(ui::brushed_bins(drag(Part::New, 2.3), 2.4, 10) == Bins{2, 3});
  CHECK(ui::brushed_bins(drag(Part::New, 2.3), 99, 10) == Bins{2, 10});
  CHECK(ui::brushed_bins(drag(Part::New, 2.3), -5, 10) == Bins{0, 3});
}

TEST_CASE("an end is dragged to the nearest edge, past the other end, never to nothing") {
  CHECK(ui::brushed_bins(drag(Part::Low, 2, 2, 6), 3.6, 10) == Bins{4, 6});
  CHECK(ui::brushed_bins(drag(Part::High, 6, 2, 6), 8.4, 10) == Bins{2, 8});
  CHECK(ui::brushed_bins(drag(Part::High, 6, 2, 6), 0.6, 10) == Bins{1, 2});
  CHECK(ui::brushed_bins(drag(Part::Low, 2, 2, 10), 10, 10) == Bins{9, 10});
}

TEST_CASE("the whole keeps its width and stays inside") {
  CHECK(ui::brushed_bins(drag(Part::Whole, 3, 2, 5), 4.2, 10) == Bins{3, 6});
  CHECK(ui::brushed_bins(drag(Part::Whole, 3, 2, 5), 50, 10) == Bins{7, 10});
  CHECK(ui::brushed_bins(drag(Part::Whole, 3, 2, 5), -50, 10) == Bins{0, 3});
}

TEST_CASE("bins become a range without its upper edge, open at the histogram's ends, and back") {
  const std::vector<Cents> edges{{0}, {10000}, {20000}, {40000}};
  const CentsRange middle = left_column::range_of(edges, Bins{1, 2});
  CHECK(middle.low == Cents{10000});
  CHECK(middle.high == Cents{19999});
  CHECK(left_column::bins_of(edges, middle) == std::pair{1.0, 2.0});
  CHECK(left_column::range_of(edges, Bins{0, 3}).empty());
  CHECK(left_column::range_of(edges, std::nullopt).empty());
  CHECK_FALSE(left_column::range_of(edges, Bins{1, 3}).high.has_value());
  CHECK_FALSE(left_column::bins_of(edges, {}).has_value());
  const auto typed = left_column::bins_of(edges, {Cents{15000}, std::nullopt});
  REQUIRE(typed);
  CHECK(typed->first == Approx(1.5));
  CHECK(typed->second == 3);
}

TEST_CASE("a brushed year ends on its last day") {
  const std::vector<Date> edges{2015y / January / 1, 2016y / January / 1, 2017y / January / 1,
                                2018y / January / 1};
  const DateRange year = left_column::range_of(edges, Bins{1, 2});
  CHECK(year.first == 2016y / January / 1);
  CHECK(year.last == 2016y / December / 31);
  CHECK(left_column::bins_of(edges, year) == std::pair{1.0, 2.0});
}

TEST_CASE("every part of a filter has a chip that takes away that part alone") {
  const Boundaries boundaries =
      regions({{"X1", "Alpha"}, {"X2", "Beta"}, {"X3", "Gamma"}, {"X4", "Delta"}, {"X5", "E"}});
  Filter filter;
  filter.fund = {"QIP", "TF"};
  filter.except[Dimension::Donor] = {"A"};
  filter.units = {"X1"};
  filter.budget.low = cents_of_dollars(1000);
  filter.start.last = 2016y / December / 31;
  filter.active = {2015y / January / 1, 2015y / December / 31};
  filter.text = "puits";
  const Translator tr(Language::English);
  const auto chips = chips_of(filter, boundaries, tr);
  CHECK(ids(chips) == std::vector<std::string>{"chip.fund.QIP", "chip.fund.TF",
                                               "chip.donor.except.A", "chip.unit.X1", "chip.budget",
                                               "chip.start", "chip.active", "chip.text"});
  CHECK(chips[2].text == "Donor: all but A");
  CHECK(chips[3].text == "Alpha");
  // One after the other they leave nothing; each changes something.
  State state;
  state.scene.filter = filter;
  for (const Chip& chip : chips) {
    const Filter before = state.scene.filter;
    state = reduce(std::move(state), chip.remove);
    CHECK_FALSE(state.scene.filter == before);
  }
  CHECK(state.scene.filter.empty());
}

TEST_CASE("many units are counted, and go together") {
  const Boundaries boundaries =
      regions({{"X1", "Alpha"}, {"X2", "Beta"}, {"X3", "Gamma"}, {"X4", "Delta"}, {"X5", "E"}});
  Filter filter;
  filter.units = {"X1", "X2", "X3", "X4"};
  const auto chips = chips_of(filter, boundaries, Translator(Language::English));
  REQUIRE(chips.size() == 1);
  CHECK(chips[0].text == "4 regions");
  State state;
  state.scene.filter = filter;
  CHECK(reduce(std::move(state), chips[0].remove).scene.filter.empty());
}

}  // namespace malimap
