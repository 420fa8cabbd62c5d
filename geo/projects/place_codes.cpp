// PlaceReader: P-codes. A code is believed together with the name beside it, or where nothing in
// the list speaks against it.

#include <algorithm>
#include <utility>

#include "geo/base/text.h"
#include "geo/projects/places/reader.h"

namespace malimap {
namespace {

std::vector<std::string> codes_in(std::string_view cell) {
  return split(cell, ";|,/ \n");
}

bool covers(const std::vector<PlacePart>& parts, const Spot& spot) {
  return std::any_of(parts.begin(), parts.end(), [&](const PlacePart& part) {
    const auto& units = part.spot.units;
    return part.scope == Scope::Located && part.spot.layer == spot.layer &&
           std::find(units.begin(), units.end(), spot.units[0]) != units.end();
  });
}

}  // namespace

void PlaceReader::apply_codes(std::string_view code_cell, std::string_view name_cell, int layer,
                              Role code_role, Role name_role, Named& named) {
  for (const auto& code : codes_in(code_cell)) {
    if (name_cell.empty()) {
      apply_code_alone(code, layer, code_role, named);
      continue;
    }
    const auto coded = names_.coded(layer, code);
    if (!coded || covers(named.parts, *coded))
      continue;
    const auto slip =
        std::find_if(named.unknown.begin(), named.unknown.end(), [&](const Unknown& unknown) {
          return edit_distance(place_key(unknown.name), place_key(coded->name), 2) <= 2;
        });
    if (slip != named.unknown.end()) {  // the code says what the misspelt name means
      remark({"misspelt-place",
              Severity::Doubtful,
              N_("read as “{0}”, which its code says too"),
              {coded->name},
              slip->name,
              coded->name,
              coded->code},
             name_role);
      named.unknown.erase(slip);
      const auto gap =
          std::find_if(named.parts.begin(), named.parts.end(),
                       [](const PlacePart& part) { return part.scope == Scope::Unlocated; });
      if (gap != named.parts.end())
        *gap = {Scope::Located, *coded, gap->share};
      else
        named.parts.push_back({Scope::Located, *coded});
      continue;
    }
    const auto used = spots_of(named.parts);
    remark(
        {"code-name-conflict",
         Severity::Doubtful,
         used.empty() ? N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
                           "code was not used")
                      : N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
                           "name was used"),
         {code, coded->name, std::string(name_cell)},
         code,
         used.empty() ? "" : used[0].code},
        code_role);
  }
}

void PlaceReader::apply_codes_typed_as_names(int layer, Role name_role, Named& named) {
  for (auto& unknown : std::exchange(named.unknown, {})) {
    if (layer >= 0 && names_.coded(layer, unknown.name))
      apply_code_alone(unknown.name, layer, name_role, named);
    else
      named.unknown.push_back(std::move(unknown));
  }
}

void PlaceReader::apply_code_alone(std::string_view code, int layer, Role code_role, Named& named) {
  auto spot = names_.coded(layer, code);
  if (spot && parts_.codes_are_doubtful(layer)) {
    remark({"code-without-name",
            Severity::Doubtful,
            N_("this list gives other names to these codes than the boundaries do, and "
               "this row has no name: only the "
               "part of the code that stands for the coarser unit was used"),
            {},
            std::string(code)},
           code_role);
    spot.reset();
  }
  if (!spot)
    spot = names_.holding(code);
  if (!spot)
    if (const auto place = names_.crosswalk().find_code(code, {}))
      spot = names_.spot_of(*place);
  if (spot)
    named.parts.push_back({Scope::Located, *spot});
  else
    remark({"unknown-code",
            Severity::Doubtful,
            N_("the boundaries have no unit of this code"),
            {},
            std::string(code)},
           code_role);
}

void PlaceReader::apply_place_codes(std::string_view cell, std::vector<PlacePart>& parts) {
  std::vector<PlacePart> by_code;
  const auto named = spots_of(parts);
  for (const auto& code : codes_in(cell)) {
    auto spot = names_.coded(code);
    if (spot && parts_.codes_are_doubtful(spot->layer))
      spot.reset();
    if (!spot)
      spot = names_.holding(code);
    if (!spot)
      if (const auto place = names_.crosswalk().find_code(code, {}))
        spot = names_.spot_of(*place);
    if (!spot) {
      remark({"unknown-code",
              Severity::Doubtful,
              N_("the boundaries have no unit of this code"),
              {},
              code},
             Role::PlaceCode);
      continue;
    }
    const bool agrees =
        named.empty() || std::any_of(named.begin(), named.end(), [&](const Spot& s) {
          return names_.within(*spot, s) || names_.within(s, *spot);
        });
    if (agrees) {
      add_once(by_code, {Scope::Located, *spot});
      continue;
    }
    remark({"code-name-conflict",
            Severity::Doubtful,
            N_("on these boundaries the code {0} is “{1}”, but the row says “{2}”; the "
               "name was used"),
            {code, spot->name, named[0].name},
            code,
            named[0].code},
           Role::PlaceCode);
  }
  // Codes refine what is named; those that are coarser than the names add nothing.
  std::erase_if(by_code, [&](const PlacePart& part) {
    return std::any_of(named.begin(), named.end(),
                       [&](const Spot& s) { return names_.within(s, part.spot); });
  });
  parts = merged(std::move(parts), by_code);
}

}  // namespace malimap
