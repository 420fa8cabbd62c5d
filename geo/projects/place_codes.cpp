// PlaceMatcher: P-codes. A code is believed together with the name beside it, or where nothing in
// the list speaks against it.

#include <algorithm>
#include <utility>

#include "geo/base/text.h"
#include "geo/projects/places.h"

namespace malimap {
namespace {

std::vector<std::string> codes_in(std::string_view cell) {
  return split(cell, ";|,/ \n");
}

bool covers(const std::vector<Spot>& spots, const Spot& spot) {
  return std::any_of(spots.begin(), spots.end(), [&](const Spot& s) {
    return s.layer == spot.layer &&
           std::find(s.units.begin(), s.units.end(), spot.units[0]) != s.units.end();
  });
}

}  // namespace

void PlaceMatcher::apply_codes(const TableRow& row, Level level, Role code_role, Role name_role,
                               Named& named) {
  const auto name_cell = text(row, name_role);
  const int layer = names_.layer_of(level);
  for (const auto& code : codes_in(text(row, code_role))) {
    if (name_cell.empty()) {
      apply_code_alone(code, layer, code_role, named);
      continue;
    }
    const auto coded = names_.coded(layer, code);
    if (!coded || covers(named.spots, *coded))
      continue;
    const auto slip =
        std::find_if(named.unknown.begin(), named.unknown.end(), [&](const std::string& name) {
          return edit_distance(place_key(name), place_key(coded->name), 2) <= 2;
        });
    if (slip != named.unknown.end()) {  // the code says what the misspelt name means
      reporter_.report({"misspelt-place",
                        Severity::Doubtful,
                        N_("read as “{0}”, which its code says too"),
                        {coded->name},
                        *slip,
                        coded->name},
                       columns_.at(name_role));
      named.unknown.erase(slip);
      named.spots.push_back(*coded);
    } else if (!named.spots.empty()) {
      reporter_.report({"code-name-conflict",
                        Severity::Doubtful,
                        N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
                           "name was used"),
                        {code, coded->name, std::string(name_cell)},
                        code,
                        named.spots[0].code},
                       columns_.at(code_role));
    } else {
      reporter_.report({"code-name-conflict",
                        Severity::Doubtful,
                        N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
                           "code was not used"),
                        {code, coded->name, std::string(name_cell)},
                        code},
                       columns_.at(code_role));
    }
  }
}

void PlaceMatcher::apply_codes_typed_as_names(int layer, Role name_role, Named& named) {
  for (const auto& piece : std::exchange(named.unknown, {})) {
    if (layer >= 0 && names_.coded(layer, piece))
      apply_code_alone(piece, layer, name_role, named);
    else
      named.unknown.push_back(piece);
  }
}

void PlaceMatcher::apply_code_alone(std::string_view code, int layer, Role code_role,
                                    Named& named) {
  auto spot = names_.coded(layer, code);
  const bool doubtful =
      spot && codes_doubtful_[boundaries_.layers[static_cast<std::size_t>(layer)].level];
  if (doubtful) {
    reporter_.report({"code-without-name",
                      Severity::Doubtful,
                      N_("this list gives other names to these codes than the boundaries do, and "
                         "this row has no name: only the "
                         "part of the code that stands for the coarser unit was used"),
                      {},
                      std::string(code)},
                     columns_.at(code_role));
    spot.reset();
  }
  if (!spot)
    spot = names_.holding(code);
  if (spot)
    named.spots.push_back(*spot);
  else
    reporter_.report({"unknown-code",
                      Severity::Doubtful,
                      N_("the boundaries have no unit of this code"),
                      {},
                      std::string(code)},
                     columns_.at(code_role));
}

void PlaceMatcher::apply_place_codes(const TableRow& row, std::vector<Spot>& spots) {
  std::vector<Spot> by_code;
  for (const auto& code : codes_in(text(row, Role::PlaceCode))) {
    std::optional<Spot> spot;
    for (int layer = names_.layer_count() - 1; layer >= 0 && !spot; --layer)
      spot = names_.coded(layer, code);
    if (spot && codes_doubtful_[boundaries_.layers[static_cast<std::size_t>(spot->layer)].level])
      spot.reset();
    if (!spot)
      spot = names_.holding(code);
    if (!spot) {
      reporter_.report({"unknown-code",
                        Severity::Doubtful,
                        N_("the boundaries have no unit of this code"),
                        {},
                        code},
                       columns_.at(Role::PlaceCode));
      continue;
    }
    const bool agrees =
        spots.empty() || std::any_of(spots.begin(), spots.end(), [&](const Spot& s) {
          return names_.within(*spot, s) || names_.within(s, *spot);
        });
    if (agrees) {
      by_code.push_back(*spot);
      continue;
    }
    reporter_.report({"code-name-conflict",
                      Severity::Doubtful,
                      N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
                         "name was used"),
                      {code, spot->name, spots[0].name},
                      code,
                      spots[0].code},
                     columns_.at(Role::PlaceCode));
  }
  // Codes refine what is named; those that are coarser than the names add nothing.
  for (const auto& spot : by_code)
    if (std::none_of(spots.begin(), spots.end(),
                     [&](const Spot& s) { return names_.within(s, spot); }))
      spots = merged(spots, {spot});
}

void PlaceMatcher::survey() {
  struct Pair {
    Level level;
    Role name, code;
  };
  for (const auto& pair : {Pair{Level::Region, Role::Region, Role::RegionCode},
                           Pair{Level::Cercle, Role::Cercle, Role::CercleCode},
                           Pair{Level::Commune, Role::Commune, Role::CommuneCode}}) {
    const int layer = names_.layer_of(pair.level);
    if (layer < 0 || !columns_.has(pair.name) || !columns_.has(pair.code))
      continue;
    std::int64_t agree = 0, conflict = 0;
    for (const auto& row : table_.rows) {
      const auto coded = names_.coded(layer, text(row, pair.code));
      const auto& named = names_.named(layer, text(row, pair.name));
      if (coded && !named.empty())
        ++(covers(named, *coded) ? agree : conflict);
    }
    // In the two orders of OCHA's lists four of five codes differ; a few conflicts are slips of
    // single rows.
    codes_doubtful_[pair.level] = conflict * 4 > agree + conflict && (conflict > 1 || agree == 0);
  }
  std::int64_t points = 0, right = 0, turned = 0;
  for (const auto& row : table_.rows)
    if (const auto point = raw_point(row)) {
      ++points;
      right += box_.holds(*point) ? 1 : 0;
      turned += box_.holds({point->lat, point->lon}) ? 1 : 0;
    }
  swapped_ = points >= 3 && turned * 10 >= points * 9 && right * 10 <= points;
  if (swapped_)
    reporter_.report_list({"lon-lat-swapped", Severity::Doubtful,
                           N_("the column for the longitude holds latitudes, and the other way "
                              "round; they were read swapped")},
                          columns_.at(Role::Lon));
}

}  // namespace malimap
