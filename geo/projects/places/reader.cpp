#include "geo/projects/places/reader.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

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

bool is_located(const PlacePart& part) {
  return part.scope == Scope::Located;
}

bool any_located(const std::vector<PlacePart>& parts) {
  return std::any_of(parts.begin(), parts.end(), is_located);
}

}  // namespace

std::vector<Spot> PlaceReader::spots_of(const std::vector<PlacePart>& parts) const {
  std::vector<Spot> spots;
  for (const auto& part : parts)
    if (is_located(part))
      spots.push_back(part.spot);
  return spots;
}

std::vector<PlacePart> PlaceReader::merged(std::vector<PlacePart> coarse,
                                           const std::vector<PlacePart>& fine) const {
  std::vector<PlacePart> all = std::move(coarse);
  all.insert(all.end(), fine.begin(), fine.end());
  std::vector<PlacePart> kept;
  std::vector<bool> dropped(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_located(all[i]))
      continue;
    std::vector<std::size_t> inner;
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (j == i || dropped[j] || !is_located(all[j]) || !names_.within(all[j].spot, all[i].spot))
        continue;
      const bool same = all[i].spot == all[j].spot;
      if (!same || (all[j].town && !all[i].town) || (all[j].town == all[i].town && j < i))
        inner.push_back(j);
    }
    if (inner.empty())
      continue;
    dropped[i] = true;
    for (std::size_t j : inner)  // a share of the whole is one of its parts
      if (all[i].share >= 0 && all[j].share < 0)
        all[j].share = all[i].share / static_cast<double>(inner.size());
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!dropped[i])
      kept.push_back(std::move(all[i]));
  return kept;
}

PlaceReader::Named PlaceReader::level_of_row(std::string_view name_cell, std::string_view code_cell,
                                             Level level, Role name_role, Role code_role,
                                             const std::vector<PlacePart>& within) {
  const int layer = names_.layer_of(level);
  const auto spots = spots_of(within);
  use_gazetteer_ = std::none_of(spots.begin(), spots.end(), [&](const Spot& spot) {
    return spot.layer == names_.layer_count() - 1;
  });
  Named named = names_in(name_cell, level, name_role, spots);
  apply_codes_typed_as_names(layer, name_role, named);
  apply_codes(code_cell, name_cell, layer, code_role, name_role, named);
  if (!spots.empty())  // what was not understood lies in what was
    std::erase_if(named.parts,
                  [](const PlacePart& part) { return part.scope == Scope::Unlocated; });
  return named;
}

void PlaceReader::report_unknown(const Named& named, Role role, bool located) {
  for (const auto& unknown : named.unknown) {
    if (unknown.layer < 0 && located)
      continue;  // finer than the boundaries: nothing is lost
    Remark unread{unknown_reason(role),
                  located ? Severity::Note : Severity::Doubtful,
                  located ? N_("the boundaries have no unit of this name; the row was placed "
                               "by its other places")
                          : N_("the boundaries have no unit of this name"),
                  {},
                  unknown.name};
    if (unknown.proposal) {
      unread.proposal = unknown.proposal->known;
      unread.proposal_code = unknown.proposal->spot.code;
      unread.score = unknown.proposal->score;
    }
    remark(std::move(unread), role);
  }
}

PlaceReading PlaceReader::read(const PlaceCells& cells) {
  reading_ = {};
  const Named region = level_of_row(cells.region, cells.region_code, Level::Region, Role::Region,
                                    Role::RegionCode, {});
  const Named cercle = level_of_row(cells.cercle, cells.cercle_code, Level::Cercle, Role::Cercle,
                                    Role::CercleCode, region.parts);
  auto parts = merged(region.parts, cercle.parts);
  const Named commune = level_of_row(cells.commune, cells.commune_code, Level::Commune,
                                     Role::Commune, Role::CommuneCode, parts);
  parts = merged(std::move(parts), commune.parts);
  apply_place_codes(cells.place_code, parts);

  bool national = region.national || cercle.national || commune.national;
  bool group = region.group;
  std::vector<Named> texts;
  const auto named = spots_of(parts);
  const bool fills_in = named.empty() && !national;
  use_gazetteer_ = true;
  if (fills_in || std::any_of(named.begin(), named.end(), [&](const Spot& spot) {
        return spot.layer < names_.layer_count() - 1;
      }))
    for (const auto& cell : cells.place) {
      const bool had_towns = reading_.has_towns;
      const auto before = reading_.remarks.size();
      Named text = names_in(cell, {}, Role::Place, named);
      if (!named.empty() && !any_located(text.parts)) {  // a village: nothing is lost
        reading_.remarks.resize(before);
        reading_.has_towns = had_towns;
        continue;
      }
      if (fills_in) {
        national = national || text.national;
        group = group || text.group;
      } else {
        std::erase_if(text.parts, [](const PlacePart& part) { return !is_located(part); });
      }
      parts = merged(std::move(parts), text.parts);
      texts.push_back(std::move(text));
    }
  const CountryCell country =
      cells.country.empty() ? CountryCell::Unknown : parts_.words.country(cells.country);
  const bool located = any_located(parts);
  if (located || country != CountryCell::Foreign) {  // units of other countries are not known here
    report_unknown(region, Role::Region, located);
    report_unknown(cercle, Role::Cercle, located);
    report_unknown(commune, Role::Commune, located);
  }
  for (const auto& text : texts) {
    const auto before = reading_.remarks.size();
    report_unknown(text, Role::Place, located);
    for (auto i = before; i < reading_.remarks.size(); ++i)
      reading_.remarks[i].without_point = true;
  }
  settle(cells, std::move(parts),
         {national, country == CountryCell::Foreign, country == CountryCell::Home,
          group || country == CountryCell::GroupWithHome});
  return std::move(reading_);
}

}  // namespace malimap
