#pragma once
// Random lists of projects in four_regions(), and random filters on them.

#include <map>
#include <random>

#include "tests/geo/coverage/builders.h"

namespace malimap::testing {

using Random = std::mt19937;

template <class T>
const T& one_of(Random& random, const std::vector<T>& values) {
  return values[random() % values.size()];
}

inline const std::vector<std::string> kFunds = {"QIP", "TF", "PBF", ""};
inline const std::vector<std::string> kSectors = {"Health", "Water", "Roads"};
inline const std::vector<std::string> kStatuses = {"completed", "ongoing", ""};
inline const std::vector<std::string> kPlaces = {"R1", "R10", "R11",    "R2",     "R21",
                                                 "R3", "R40", "zone:z", "nowhere"};

inline const std::vector<std::string> kNames = {"Croix-Rouge", "ONG Été", "PAM"};
inline const std::vector<std::string> kTitles = {"Forage à Ber", "École de BER", "Piste", ""};

inline const std::vector<std::string> kNotes = {"", "", "Réception à BER", "Comité de gestion"};

inline Date random_day(Random& random) {
  return Date(std::chrono::year(2010 + static_cast<int>(random() % 5)),
              std::chrono::month(1 + random() % 12), std::chrono::day(1 + random() % 28));
}

inline Row random_row(Random& random) {
  Row row;
  row.fund = one_of(random, kFunds);
  row.status = one_of(random, kStatuses);
  for (const auto& sector : kSectors)
    if (random() % 3 == 0)
      row.sectors.push_back(sector);
  if (random() % 4 != 0)
    row.cents = static_cast<std::int64_t>(random() % 100000000);
  if (random() % 4 != 0)
    row.start = random_day(random);
  if (random() % 3 != 0)
    row.end = random_day(random);
  for (const auto& name : kNames) {
    if (random() % 4 == 0)
      row.partners.push_back(name);
    if (random() % 4 == 0)
      row.donors.push_back(name);
  }
  row.title = one_of(random, kTitles);
  row.notes = one_of(random, kNotes);
  row.count = 1 + static_cast<int>(random() % 3);
  row.scope = one_of(random, std::vector{Scope::Located, Scope::Located, Scope::Located,
                                         Scope::National, Scope::Outside, Scope::Unlocated});
  if (row.scope == Scope::Located) {
    const std::size_t places = random() % 4;
    for (std::size_t i = 0; i < places; ++i) {
      row.places.push_back(one_of(random, kPlaces));
      row.shares.push_back(static_cast<double>(random() % 100));
    }
    if (random() % 3 == 0)
      row.point = LonLat{static_cast<double>(random() % 100) / 10 - 0.95, 0.5};
    if (places > 0 && random() % 3 == 0)
      for (std::size_t i = 0; i < places; ++i)
        row.scopes.push_back(one_of(random, std::vector{Scope::Located, Scope::Outside,
                                                        Scope::National, Scope::Unlocated}));
  }
  return row;
}

/// What only some lists have: rows that are one project, shares of sectors, other currencies.
struct Kind {
  bool rows_share_projects = false, sector_shares = false, currencies = false;
};

inline void dress(Row& row, const Kind& kind, Random& random) {
  if (kind.rows_share_projects)
    row.project = static_cast<int>(random() % 7);
  if (kind.sector_shares)
    for (std::size_t i = 0; i < row.sectors.size(); ++i)
      row.sector_shares.push_back(static_cast<double>(random() % 3 == 0 ? 0 : random() % 100) /
                                  100);
  if (kind.currencies && !row.cents && random() % 2 == 0) {
    row.amount = static_cast<std::int64_t>(random() % 100000000);
    row.currency = random() % 2 == 0 ? "XOF" : "GNF";
  }
}

inline Dataset random_list(Random& random, const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  if (random() % 5 == 0)
    list.zone("zone:z", "Zone", {"R3", "R4"});
  if (random() % 10 == 0)
    list.without_budgets();
  if (random() % 2 == 0)
    list.with_notes();
  const Kind kind{random() % 2 == 0, random() % 2 == 0, random() % 2 == 0};
  const std::size_t rows = random() % 40;
  for (std::size_t i = 0; i < rows; ++i) {
    Row row = random_row(random);
    dress(row, kind, random);
    list.add(row);
  }
  Dataset dataset = list.dataset();
  dataset.rows_are_projects = random() % 4 == 0;
  return dataset;
}

inline Filter random_filter(Random& random) {
  Filter filter;
  const auto some = [&](const std::vector<std::string>& values) {
    std::set<std::string> set;
    if (random() % 2 == 0)
      for (const auto& value : values)
        if (!value.empty() && random() % 2 == 0)
          set.insert(value);
    return set;
  };
  filter.fund = some(kFunds);
  filter.sector = some(kSectors);
  filter.status = some(kStatuses);
  if (random() % 4 == 0)
    filter.budget.low = Cents{static_cast<std::int64_t>(random() % 50000000)};
  return filter;
}

/// With every part of a filter now and then.
inline Filter random_full_filter(Random& random) {
  Filter filter = random_filter(random);
  const auto sometimes = [&](int in) { return random() % static_cast<unsigned>(in) == 0; };
  if (sometimes(4))
    filter.except[Dimension::Sector] = {one_of(random, kSectors)};
  if (sometimes(4))
    filter.except[Dimension::Fund] = {"QIP"};
  if (sometimes(4))
    filter.except[Dimension::Partner] = {one_of(random, kNames), "nobody"};
  if (sometimes(5))
    filter.donor = {one_of(random, kNames)};
  if (sometimes(4))
    filter.start = {random_day(random), std::nullopt};
  if (sometimes(3))
    filter.active = {random_day(random), random_day(random)};
  if (sometimes(5))
    filter.text = "BER";
  if (sometimes(2))
    for (const char* code : {"R1", "R10", "R11", "R2", "R20", "R3", "R40"})
      if (sometimes(3))
        filter.units.insert(code);
  return filter;
}

}  // namespace malimap::testing
