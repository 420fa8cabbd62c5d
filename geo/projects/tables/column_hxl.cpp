#include "geo/projects/tables/column_hxl.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "geo/base/text.h"

namespace malimap {
namespace {

struct Tag {
  std::string name;
  std::vector<std::string> attributes;

  [[nodiscard]] bool any(std::initializer_list<std::string_view> wanted) const {
    return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view attribute) {
      return std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
    });
  }
};

std::optional<Tag> parsed(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('#'))
    return {};
  std::string plain;
  for (const char c : text.substr(1))
    if (static_cast<unsigned char>(c) > ' ')
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  auto parts = split(plain, "+");
  if (parts.empty())
    return {};
  Tag tag;
  tag.name = parts.front();
  tag.attributes.assign(parts.begin() + 1, parts.end());
  return tag;
}

bool is_code(const Tag& tag) {
  return tag.any({"code", "id", "pcode"});
}

HxlMeaning unit(const Tag& tag, Role name, Role code) {
  if (is_code(tag))
    return {code, 0, true};
  return {name,
          tag.any({"alt", "alt1", "alt2", "ref"}) ? 3
          : tag.any({"name", "fr"})               ? 0
                                                  : 1,
          true};
}

HxlMeaning organisation(const Tag& tag) {
  if (tag.any({"type", "contact", "email"}))
    return {{}, 0, true};
  const int rank = is_code(tag) ? 5 : tag.any({"acronym"}) ? 0 : 1;
  if (tag.any({"funding", "funder", "fund", "donor"}))
    return {Role::Donor, rank, true};
  // Who does it stands before who answers for it.
  return {Role::Partner, rank + (tag.any({"impl", "implementing"}) ? 0 : 2), true};
}

HxlMeaning amount(const Tag& tag) {
  if (tag.any({"currency"}))
    return {Role::Currency, 0, true};
  int rank = tag.any({"budget", "commitment", "total"}) ? 0
             : tag.any({"allocated", "planned"})        ? 2
                                                        : 4;
  if (tag.any({"disbursed", "spent", "expenditure", "transfer", "unit", "cash"}))
    return {{}, 0, true};
  if (!tag.any({"usd"}))
    ++rank;
  return {Role::Budget, rank, true};
}

HxlMeaning coordinates(const Tag& tag) {
  if (tag.any({"lat"}) && tag.any({"lon"}))
    return {Role::LonLat, 0, true};
  if (tag.any({"lat"}))
    return {Role::Lat, 0, true};
  if (tag.any({"lon", "long"}))
    return {Role::Lon, 0, true};
  if (tag.any({"coord", "coords", "point"}) || tag.attributes.empty())
    return {Role::LonLat, 1, true};
  return {{}, 0, true};
}

HxlMeaning date(const Tag& tag) {
  if (tag.any({"start"}))
    return {Role::Start, tag.any({"planned"}) ? 1 : 0, true};
  if (tag.any({"end"}))
    return {Role::End, tag.any({"planned"}) ? 1 : 0, true};
  return {{}, 0, true};
}

HxlMeaning activity(const Tag& tag) {
  if (is_code(tag))
    return {Role::Id, 0, true};
  if (tag.any({"status"}))
    return {Role::Status, 1, true};
  return {Role::Title, tag.any({"name", "title"}) ? 0 : 1, true};
}

HxlMeaning sector(const Tag& tag, int rank) {
  if (tag.any({"type"}))
    return {{}, 0, true};
  return {is_code(tag) ? Role::SectorCode : Role::Sector, rank, true};
}

}  // namespace

HxlMeaning meaning_of_hxl(std::string_view text) {
  const auto tag = parsed(text);
  if (!tag)
    return {};
  const std::string& name = tag->name;
  if (name == "adm1")
    return unit(*tag, Role::Region, Role::RegionCode);
  if (name == "adm2")
    return unit(*tag, Role::Cercle, Role::CercleCode);
  if (name == "adm3")
    return unit(*tag, Role::Commune, Role::CommuneCode);
  if (name == "loc" || name == "adm4" || name == "adm5")
    return unit(*tag, Role::Place, Role::PlaceCode);
  if (name == "country" || name == "adm0")
    return {Role::Country, is_code(*tag) ? 2 : 0, true};
  if (name == "geo")
    return coordinates(*tag);
  if (name == "lat_deg" || name == "lat")
    return {Role::Lat, 1, true};
  if (name == "lon_deg" || name == "lon")
    return {Role::Lon, 1, true};
  if (name == "org" || name == "actor")
    return organisation(*tag);
  if (name == "sector")
    return sector(*tag, tag->any({"name", "cluster"}) ? 0 : 1);
  if (name == "subsector")
    return sector(*tag, 4);
  if (name == "value")
    return amount(*tag);
  if (name == "currency")
    return {Role::Currency, 0, true};
  if (name == "status")
    return {Role::Status, 0, true};
  if (name == "date")
    return date(*tag);
  if (name == "activity" || name == "project")
    return activity(*tag);
  if (name == "description")
    return {Role::Title, 6, true};
  static constexpr std::array<std::string_view, 19> kOthers{
      "population", "affected", "inneed",    "targeted", "reached", "beneficiary", "indicator",
      "contact",    "meta",     "item",      "output",   "service", "capacity",    "cause",
      "crisis",     "event",    "frequency", "modality", "need"};
  return {{}, 0, std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end()};
}

bool is_notes_tag(std::string_view text) {
  const auto tag = parsed(text);
  if (!tag || tag->any({"contact", "email", "phone"}))
    return false;
  const std::string& name = tag->name;
  if (name == "description")
    return true;
  if (tag->any({"description", "comment", "comments", "remark", "remarks", "note", "notes",
                "observation", "observations", "details", "summary"}))
    return name == "meta" || name == "activity" || name == "project" || name == "status";
  if (name == "activity" || name == "project")
    return !is_code(*tag) && !tag->any({"type", "status"});
  return (name == "indicator" || name == "output" || name == "item" || name == "service") &&
         tag->any({"name", "text", "description"});
}

}  // namespace malimap
