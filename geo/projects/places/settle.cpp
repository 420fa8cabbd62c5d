// PlaceReader: what the places and words of a row come to.

#include <algorithm>

#include "geo/projects/places/reader.h"

namespace malimap {
namespace {

bool has_scope(const std::vector<PlacePart>& parts, Scope scope) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const PlacePart& part) { return part.scope == scope; });
}

/// Whether the list could name a place at all, besides a country.
bool names_places(const ColumnMap& columns) {
  for (Role role : {Role::Region, Role::RegionCode, Role::Cercle, Role::CercleCode, Role::Commune,
                    Role::CommuneCode, Role::Place, Role::PlaceCode, Role::Lon, Role::LonLat})
    if (columns.has(role))
      return true;
  return false;
}

}  // namespace

void PlaceReader::settle(const PlaceCells& cells, std::vector<PlacePart> parts,
                         const Words& words) {
  const bool located = has_scope(parts, Scope::Located);
  const bool abroad = has_scope(parts, Scope::Outside);
  if (located) {
    reading_.scope = Scope::Located;
    if (reading_.has_towns) {
      reading_.coarse = parts;
      std::erase_if(reading_.coarse, [](const PlacePart& part) { return part.town.has_value(); });
      if (!has_scope(reading_.coarse, Scope::Located))
        reading_.coarse.clear();
      else
        apply_shares({}, reading_.coarse);
    }
    apply_shares(cells.share, parts);
    reading_.parts = std::move(parts);
    if (words.national)
      remark({"part-elsewhere",
              Severity::Note,
              N_("the row also names the whole country; it was placed by the units that it names"),
              {},
              std::string(cells.region.empty() ? cells.country : cells.region)},
             Role::Region);
    return;
  }
  const bool national = words.national || (words.home && !names_places(columns_) && !abroad);
  const bool several = words.group || (national && abroad);
  if (several && cells.share.empty()) {
    remark({"several-countries",
            Severity::Note,
            N_("several countries, this one among them, and no part of it is named"),
            {},
            std::string(words.group && !cells.country.empty() ? cells.country : cells.region)},
           cells.country.empty() ? Role::Region : Role::Country);
    return;
  }
  if (several && national && abroad) {  // "Mali; Niger" with a share for each
    parts.push_back({Scope::National});
    apply_shares(cells.share, parts);
    reading_.parts = std::move(parts);
    reading_.scope = Scope::National;
    return;
  }
  if (national)
    reading_.scope = Scope::National;
  else if (abroad || (words.foreign && !words.home))
    reading_.scope = Scope::Outside;
  else if (reading_.remarks.empty())
    reading_.remarks.push_back({.reason = "no-place",
                                .severity = Severity::Note,
                                .msgid = N_("the row names no place"),
                                .without_point = true});
}

}  // namespace malimap
