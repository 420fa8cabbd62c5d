#include "geo/projects/places.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

/// Names in one piece that are joined by a word or sign which may also belong to a zone's name.
std::vector<std::string> conjoined(std::string_view piece) {
  std::string text(piece);
  for (std::string_view word : {" et ", " and ", " - ", " ET ", " AND ", " Et "})
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
      text.replace(at, word.size(), "/");
  return split(text, "/&+");
}

void add_once(std::vector<Spot>& spots, const Spot& spot) {
  if (std::find(spots.begin(), spots.end(), spot) == spots.end())
    spots.push_back(spot);
}

const char* unknown_reason(Role role) {
  switch (role) {
    case Role::Region:
      return "unknown-region";
    case Role::Cercle:
      return "unknown-cercle";
    case Role::Commune:
      return "unknown-commune";
    default:
      return "unknown-place";
  }
}

}  // namespace

PlaceMatcher::PlaceMatcher(const Boundaries& boundaries, const Table& table,
                           const ColumnMap& columns, std::vector<PlaceName>& places,
                           Reporter& reporter)
    : boundaries_(boundaries),
      table_(table),
      columns_(columns),
      reporter_(reporter),
      book_(places),
      names_(boundaries),
      words_(names_.crosswalk().fits() ? "ML" : country_of(boundaries)),
      box_(box_of(boundaries.finest())) {
  for (const auto& layer : boundaries.layers)
    locators_.emplace_back(layer);
}

std::string_view PlaceMatcher::text(const TableRow& row, Role role) const {
  const int column = columns_.at(role);
  if (column < 0 || !row.cells[static_cast<std::size_t>(column)])
    return {};
  return *row.cells[static_cast<std::size_t>(column)];
}

bool PlaceMatcher::accept_words(std::string_view name, Named& into) const {
  if (words_.is_national(name))
    return into.national = true;
  if (words_.is_foreign(name))
    return into.foreign = true;
  return false;
}

PlaceMatcher::Found PlaceMatcher::accept(std::string_view name, int layer, Role role,
                                         const std::vector<Spot>& within, Named& into) {
  const auto& all = names_.named(layer, name);
  std::vector<Spot> fitting;
  for (const auto& spot : all) {
    const bool fits =
        within.empty() || std::any_of(within.begin(), within.end(),
                                      [&](const Spot& w) { return names_.within(spot, w); });
    // A town's name is not the newer region that is called after it.
    if (fits && !(spot.vague && role != Role::Region))
      fitting.push_back(spot);
  }
  if (fitting.size() == 1) {
    add_once(into.spots, fitting[0]);
    return Found::Yes;
  }
  if (fitting.size() > 1) {
    reporter_.report({"ambiguous-place",
                      Severity::Doubtful,
                      N_("several units are called so; the row does not say which one"),
                      {},
                      std::string(name)},
                     columns_.at(role));
    return Found::Reported;
  }
  if (accept_words(name, into))
    return Found::Yes;
  if (all.empty() || within.empty())
    return Found::No;
  reporter_.report({"place-conflict",
                    Severity::Doubtful,
                    N_("“{0}” is not in “{1}”; the coarser name was kept"),
                    {std::string(name), within[0].name},
                    std::string(name)},
                   columns_.at(role));
  return Found::Reported;
}

PlaceMatcher::Named PlaceMatcher::names_in(std::string_view cell, Level level, Role role,
                                           const std::vector<Spot>& within) {
  Named named;
  const int layer = names_.layer_of(level);
  for (const auto& piece : split(cell, ";|,\n")) {
    if (accept(piece, layer, role, within, named) != Found::No)
      continue;
    const auto parts = conjoined(piece);
    if (parts.size() < 2) {
      named.unknown.push_back(piece);
      continue;
    }
    for (const auto& part : parts)
      if (accept(part, layer, role, within, named) == Found::No)
        named.unknown.push_back(part);
  }
  return named;
}

PlaceMatcher::Named PlaceMatcher::names_anywhere(std::string_view cell) {
  Named best;
  for (int layer = 0; layer < names_.layer_count(); ++layer) {
    auto named =
        names_in(cell, boundaries_.layers[static_cast<std::size_t>(layer)].level, Role::Place, {});
    if (!named.spots.empty() && (best.spots.empty() || named.unknown.size() < best.unknown.size()))
      best = std::move(named);
    else if (best.spots.empty())
      best = std::move(named);
  }
  if (!best.spots.empty())
    return best;
  const auto open = cell.find('('), close = cell.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return best;
  auto inside = names_anywhere(cell.substr(open + 1, close - open - 1));  // "Djidara (Gao)"
  return inside.spots.empty() ? best : inside;
}

void PlaceMatcher::report_unknown(const Named& named, Level level, Role role, bool located) {
  for (const auto& name : named.unknown) {
    const int layer = names_.layer_of(level);
    if (layer < 0 && located)
      continue;  // finer than the boundaries: nothing is lost
    reporter_.report({unknown_reason(role),
                      located ? Severity::Note : Severity::Doubtful,
                      located ? N_("the boundaries have no unit of this name; the row was placed "
                                   "by its other places")
                              : N_("the boundaries have no unit of this name"),
                      {},
                      name,
                      names_.proposal(layer, name)},
                     columns_.at(role));
  }
}

PlaceMatcher::Named PlaceMatcher::level_of_row(const TableRow& row, Level level, Role name_role,
                                               Role code_role, const std::vector<Spot>& within) {
  const auto cell = text(row, name_role);
  Named named;
  if (names_.layer_of(level) >= 0)
    named = names_in(cell, level, name_role, within);
  else if (within.empty() &&
           !cell.empty())  // a cercle or commune that bears its region's name lies in that region
    named = names_in(cell, Level::Region, name_role, {});
  apply_codes_typed_as_names(names_.layer_of(level), name_role, named);
  apply_codes(row, level, code_role, name_role, named);
  return named;
}

std::vector<Spot> PlaceMatcher::merged(std::vector<Spot> coarse,
                                       const std::vector<Spot>& fine) const {
  std::erase_if(coarse, [&](const Spot& spot) {
    return std::any_of(fine.begin(), fine.end(),
                       [&](const Spot& f) { return names_.within(f, spot); });
  });
  coarse.insert(coarse.end(), fine.begin(), fine.end());
  return coarse;
}

Placed PlaceMatcher::place(const TableRow& row) {
  const Named region = level_of_row(row, Level::Region, Role::Region, Role::RegionCode, {});
  const Named cercle =
      level_of_row(row, Level::Cercle, Role::Cercle, Role::CercleCode, region.spots);
  auto spots = merged(region.spots, cercle.spots);
  const Named commune = level_of_row(row, Level::Commune, Role::Commune, Role::CommuneCode, spots);
  spots = merged(spots, commune.spots);

  bool national = region.national || cercle.national;
  bool foreign = region.foreign || words_.is_foreign(text(row, Role::Country));
  apply_place_codes(row, spots);
  Named elsewhere;
  if (spots.empty() && !national && !text(row, Role::Place).empty()) {
    elsewhere = names_anywhere(text(row, Role::Place));
    spots = elsewhere.spots;
    national = elsewhere.national;
    foreign = foreign || elsewhere.foreign;
  }
  const bool by_name = !spots.empty();
  report_unknown(region, Level::Region, Role::Region, by_name);
  report_unknown(cercle, Level::Cercle, Role::Cercle, by_name);
  report_unknown(commune, Level::Commune, Role::Commune, by_name);

  const auto point = point_of(row);
  Placed placed;
  if (by_name) {
    placed.scope = Scope::Located;
    for (const auto& spot : spots) {
      PlaceName name{
          spot.code, spot.name, boundaries_.layers[static_cast<std::size_t>(spot.layer)].level, {}};
      for (UnitIndex unit : spot.units)
        name.pcodes.push_back(names_.unit(spot.layer, unit).pcode);
      placed.locations.push_back(
          {{}, book_.add(std::move(name)), 1.0 / static_cast<double>(spots.size())});
    }
    apply_shares(row, spots, placed.locations);
    if (point)
      attach_point(*point, spots, placed.locations);
    if (national || foreign)
      reporter_.report({"part-elsewhere",
                        Severity::Note,
                        N_("the row also names the whole country or another country; it was placed "
                           "by the units that it names"),
                        {},
                        std::string(text(row, Role::Region))},
                       columns_.at(Role::Region));
    return placed;
  }
  if (national || foreign) {
    placed.scope = national ? Scope::National : Scope::Outside;
    return placed;
  }
  if (point)
    placed = placed_by_point(*point);
  if (placed.scope == Scope::Unlocated) {
    report_unknown(elsewhere, Level::Region, Role::Place, false);
    if (region.unknown.empty() && cercle.unknown.empty() && commune.unknown.empty() &&
        elsewhere.unknown.empty() && !point)
      reporter_.report({"no-place", Severity::Note, N_("the row names no place")});
  }
  return placed;
}

}  // namespace malimap
