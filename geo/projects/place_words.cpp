#include "geo/projects/place_words.h"

#include <unicode/locid.h>

#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

std::string display_name(const char* iso, const icu::Locale& language) {
  icu::UnicodeString name;
  icu::Locale("", iso).getDisplayCountry(language, name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

}  // namespace

PlaceWords::PlaceWords(std::string_view home) {
  for (std::string_view word :
       {"national", "nationale", "niveau national", "national level", "couverture nationale",
        "portee nationale", "nationwide", "countrywide", "country wide", "tout le pays",
        "ensemble du pays", "l ensemble du pays", "whole country", "the whole country",
        "entire country", "tout le territoire", "territoire national", "toutes les regions",
        "all regions"})
    national_.emplace(word);
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso)
    for (const auto& language : {icu::Locale::getFrench(), icu::Locale::getEnglish()})
      (*iso == home ? home_ : foreign_).insert(place_key(display_name(*iso, language)));
  for (std::string_view name : {"guinee conakry", "rdc", "drc", "rca", "cote d ivoire",
                                "ivory coast", "congo brazzaville", "usa"})
    foreign_.emplace(name);
  for (const auto& name : std::set<std::string>(home_)) {
    national_.insert(name);
    for (std::string_view before :
         {"tout le ", "ensemble du ", "l ensemble du ", "republique du ", "whole of ", "all of "})
      national_.insert(std::string(before) + name);
    national_.insert("national " + name);
    national_.insert(name + " national");
    home_.insert(name + " le");  // "Mali (le)"
  }
}

bool PlaceWords::is_national(std::string_view text) const {
  const auto key = place_key(text);
  return national_.count(key) > 0 || home_.count(key) > 0;
}
bool PlaceWords::is_home(std::string_view text) const {
  return home_.count(place_key(text)) > 0;
}
bool PlaceWords::is_foreign(std::string_view text) const {
  return foreign_.count(place_key(text)) > 0;
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
