#include "geo/projects/place_words.h"

#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <vector>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/places/country_groups.h"
#include "geo/projects/places/country_names.h"

namespace malimap {
namespace {

constexpr auto kNational =
    std::to_array<std::string_view>({"national",
                                     "nationale",
                                     "nationaux",
                                     "niveau national",
                                     "au niveau national",
                                     "echelle nationale",
                                     "echelon national",
                                     "niveau central",
                                     "central level",
                                     "national level",
                                     "couverture nationale",
                                     "national coverage",
                                     "portee nationale",
                                     "envergure nationale",
                                     "national scope",
                                     "nation wide",
                                     "nationwide",
                                     "countrywide",
                                     "country wide",
                                     "country level",
                                     "tout le pays",
                                     "pays entier",
                                     "le pays entier",
                                     "tout pays",
                                     "ensemble du pays",
                                     "l ensemble du pays",
                                     "whole country",
                                     "the whole country",
                                     "entire country",
                                     "all the country",
                                     "tout le territoire",
                                     "tout le territoire national",
                                     "territoire national",
                                     "territoire entier",
                                     "ensemble du territoire",
                                     "l ensemble du territoire",
                                     "ensemble du territoire national",
                                     "l ensemble du territoire national",
                                     "toutes les regions",
                                     "toutes regions",
                                     "ensemble des regions",
                                     "l ensemble des regions",
                                     "all regions",
                                     "all the regions",
                                     "toutes les regions et le district de bamako",
                                     "toutes les regions et bamako"});

/// Longer than this a cell may have been cut off by the program that wrote it.
constexpr std::size_t kMaybeCut = 38;

}  // namespace

PlaceWords::PlaceWords(std::string_view home) : home_(home) {
  for (const auto& country : country_names()) {
    const bool is_home = country.iso2 == home;
    auto& codes = is_home ? home_codes_ : foreign_codes_;
    codes.insert(country.iso2);
    codes.insert(country.iso3);
    for (const auto& name : country.names) {
      (is_home ? home_names_ : foreign_).insert(place_key(name));
      for (bool sorted : {false, true})
        (is_home ? home_core_ : foreign_core_).insert(country_core(name, sorted));
    }
  }
  home_codes_.erase("");
  foreign_codes_.erase("");
  // "Congo" is two countries: where one of them is home, only the full names tell.
  for (Keys* core : {&home_core_, &foreign_core_})
    core->erase("");
  for (auto it = home_core_.begin(); it != home_core_.end();)
    if (foreign_core_.erase(*it) > 0)
      it = home_core_.erase(it);
    else
      ++it;
  for (const auto& key : home_names_)
    foreign_.erase(key);
  add_national();
  add_groups();
}

void PlaceWords::add_national() {
  for (auto word : kNational) {
    national_.insert(place_key(word));
    for (const auto& name : home_names_)
      for (std::string_view between : {" ", " du ", " de ", " de la ", " des ", " d ", " of ",
                                       " of the ", " au ", " en ", " in ", " in the "})
        national_.insert(place_key(std::string(word) + std::string(between) + name));
  }
  for (const auto& name : home_names_) {
    national_.insert(name);
    for (std::string_view before :
         {"tout le ", "toute la ", "tout ", "ensemble du ", "l ensemble du ", "ensemble de la ",
          "whole of ", "all of ", "all ", "national ", "au ", "territoire du "})
      national_.insert(std::string(before) + name);
    for (std::string_view after : {" national", " entier", " tout entier", " niveau national",
                                   " national level", " nationwide", " tout le pays"})
      national_.insert(name + std::string(after));
  }
  if (home_ == "ML")
    for (std::string_view word : {"territoire malien", "ensemble du territoire malien",
                                  "l ensemble du territoire malien", "tout le territoire malien"})
      national_.emplace(word);
}

void PlaceWords::add_groups() {
  for (const auto& group : country_groups(home_))
    for (const auto& name : group.names) {
      const auto key = place_key(name);
      // The listed groups come first: the World Bank's are wider than the United Nations'.
      auto& keys = group.holds_home ? with_home_ : without_home_;
      const auto& others = group.holds_home ? without_home_ : with_home_;
      for (const auto& written : {key, key + " regional", "regional " + key})
        if (others.count(written) == 0)
          keys.insert(written);
    }
}

bool PlaceWords::is_national(std::string_view text) const {
  return national_.count(place_key(text)) > 0 || is_home(text);
}

bool PlaceWords::is_home(std::string_view text) const {
  return home_names_.count(place_key(text)) > 0 ||
         home_core_.count(country_core(text, false)) > 0 ||
         home_core_.count(country_core(text, true)) > 0;
}

bool PlaceWords::is_foreign_country(std::string_view text, const std::string& key) const {
  if (foreign_.count(key) > 0)
    return true;
  if (home_names_.count(key) > 0)
    return false;
  const std::string core = country_core(text, false);
  if (foreign_core_.count(core) > 0 || foreign_core_.count(country_core(text, true)) > 0)
    return true;
  return text.size() >= kMaybeCut && core.size() >= 6 &&
         std::any_of(foreign_core_.begin(), foreign_core_.end(),
                     [&](const std::string& known) { return known.starts_with(core); });
}

bool PlaceWords::is_foreign(std::string_view text) const {
  const auto key = place_key(text);
  return without_home_.count(key) > 0 || is_foreign_country(text, key);
}

bool PlaceWords::is_group_with_home(std::string_view text) const {
  return with_home_.count(place_key(text)) > 0;
}

CountryCell PlaceWords::whole(std::string_view cell) const {
  const bool capitals = !cell.empty() && cell.size() <= 3 &&
                        std::all_of(cell.begin(), cell.end(),
                                    [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  if (capitals && home_codes_.count(cell) > 0)
    return CountryCell::Home;
  if (is_national(cell))
    return CountryCell::Home;
  if (is_group_with_home(cell) || place_key(cell) == "regional")
    return CountryCell::GroupWithHome;
  if (is_foreign(cell) || (capitals && foreign_codes_.count(cell) > 0))
    return CountryCell::Foreign;
  return CountryCell::Unknown;
}

CountryCell PlaceWords::country(std::string_view cell) const {
  cell = trim(cell);
  if (const auto kind = whole(cell); kind != CountryCell::Unknown)
    return kind;
  std::string text(cell);
  for (std::string_view word : {" et ", " and ", " ET ", " AND ", " - "})
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
      text.replace(at, word.size(), ";");
  const auto pieces = split(text, ";,/&+|\n");
  if (pieces.size() < 2)
    return CountryCell::Unknown;
  bool home = false, others = false;
  for (const auto& piece : pieces) {
    const auto kind = whole(piece);
    if (kind == CountryCell::Unknown)
      return kind;
    home = home || kind != CountryCell::Foreign;
    others = others || kind != CountryCell::Home;
  }
  return home ? (others ? CountryCell::GroupWithHome : CountryCell::Home) : CountryCell::Foreign;
}

CountryCell PlaceWords::dac_region(std::string_view code) const {
  const auto holds = dac_region_holds(trim(code), home_);
  return !holds ? CountryCell::Unknown : *holds ? CountryCell::GroupWithHome : CountryCell::Foreign;
}

std::string country_of(const Boundaries& boundaries) {
  std::string letters;
  for (const auto& unit : boundaries.layers.front().units) {
    const std::string start = unit.pcode.substr(0, 2);
    if (unit.pcode_made_up || start.size() < 2 || (!letters.empty() && letters != start))
      return {};
    letters = start;
  }
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso)
    if (letters == *iso)
      return letters;
  return {};
}

}  // namespace malimap
