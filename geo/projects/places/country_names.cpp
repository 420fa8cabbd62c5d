#include "geo/projects/places/country_names.h"

#include <unicode/locid.h>

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

struct Other {
  std::string_view iso2, names;
};

/// Names in use that ICU does not have: of the World Bank, the United Nations, the press. Official
/// forms that country_core() reduces to the short name are not needed here.
constexpr std::array kOthers{
    Other{"AR", "Argentine Republic"},
    Other{"BF", "Burkina; Haute-Volta; Upper Volta"},
    Other{"BN", "Brunei Darussalam"},
    Other{"BO", "Bolivie; Bolivia"},
    Other{"CD",
          "Congo Democratic Republic; RDC; DRC; RD Congo; DR Congo; Congo Kinshasa; Zaire; "
          "République démocratique du Congo; Democratic Republic of the Congo"},
    Other{"CF", "RCA; CAR; Centrafrique; Central African Republic; République centrafricaine"},
    Other{"CG", "Congo; Congo Brazzaville; République du Congo; Republic of the Congo"},
    Other{"CI", "Ivory Coast; RCI"},
    Other{"CV", "Cabo Verde; Cape Verde; Cap-Vert; Iles du Cap-Vert"},
    Other{"CZ", "Czech Republic; République tchèque"},
    Other{"DO", "Dominican Republic; République dominicaine"},
    Other{"FM", "Micronesia; Federated States of Micronesia; États fédérés de Micronésie"},
    Other{"FR", "French Republic; République française"},
    Other{"GA", "Gabonese Republic; République gabonaise"},
    Other{"GB",
          "UK; Great Britain; Grande-Bretagne; United Kingdom of Great Britain and Northern "
          "Ireland; Royaume-Uni de Grande-Bretagne et d'Irlande du Nord"},
    Other{"GM", "Gambia"},
    Other{"GN", "Guinée-Conakry; Guinea-Conakry; Guinée Conakry"},
    Other{"GW", "Guinea-Bissau; Guinée-Bissau"},
    Other{"HK", "Hong Kong"},
    Other{"KG", "Kyrgyz Republic; Kirghizie"},
    Other{"KP",
          "Democratic People's Republic of Korea; République populaire démocratique de Corée"},
    Other{"KR", "Korea; Republic of Korea; Corée; République de Corée"},
    Other{"LA", "Lao People's Democratic Republic; Lao PDR; Lao; Laos"},
    Other{"LB", "Lebanese Republic; République libanaise"},
    Other{"LY", "Libyan Arab Jamahiriya; Libyan; Socialist People's Libyan Arab Jamahiriya; Libye"},
    Other{"MK", "North Macedonia; Macedonia; FYR Macedonia; Macédoine; Macédoine du Nord"},
    Other{"MM", "Myanmar; Burma; Birmanie"},
    Other{"MO", "Macao; Macau"},
    Other{"MR", "Mauritanie; Mauritania; RIM"},
    Other{"MX", "United Mexican States; États-Unis du Mexique"},
    Other{"PS",
          "West Bank and Gaza; Palestine; State of Palestine; Occupied Palestinian Territory; "
          "Territoires palestiniens occupés; Cisjordanie et Gaza"},
    Other{"RU", "Russian Federation; Fédération de Russie"},
    Other{"SK", "Slovak Republic; République slovaque"},
    Other{"SO", "Somali Democratic Republic; Somali"},
    Other{"SY", "Syrian Arab Republic; République arabe syrienne"},
    Other{"SZ", "Swaziland; Eswatini"},
    Other{"TG", "Togolese Republic; République togolaise"},
    Other{"TL", "East Timor; Timor oriental; Timor-Leste"},
    Other{"TN", "Tunisian Republic; République tunisienne"},
    Other{"TR", "Turkiye; Turkey; Turquie"},
    Other{"TZ", "United Republic of Tanzania; République-Unie de Tanzanie"},
    Other{"US", "USA; U.S.A.; United States of America; États-Unis d'Amérique"},
    Other{"VA", "Holy See; Saint-Siège"},
    Other{"VN", "Viet Nam; Vietnam"},
    Other{"XK", "Kosovo"},
};

/// Words of the form of state and of grammar, which say nothing of which country it is.
constexpr auto kForms = std::to_array<std::string_view>({"republic",
                                                         "republique",
                                                         "rep",
                                                         "democratic",
                                                         "democratique",
                                                         "dem",
                                                         "people",
                                                         "peoples",
                                                         "populaire",
                                                         "socialist",
                                                         "socialiste",
                                                         "islamic",
                                                         "islamique",
                                                         "arab",
                                                         "arabe",
                                                         "federal",
                                                         "federale",
                                                         "federative",
                                                         "federated",
                                                         "kingdom",
                                                         "royaume",
                                                         "state",
                                                         "etat",
                                                         "commonwealth",
                                                         "plurinational",
                                                         "plurinationale",
                                                         "etat",
                                                         "bolivarian",
                                                         "bolivarienne",
                                                         "hashemite",
                                                         "hachemite",
                                                         "oriental",
                                                         "orientale",
                                                         "independent",
                                                         "independant",
                                                         "sultanate",
                                                         "sultanat",
                                                         "principality",
                                                         "principaute",
                                                         "co",
                                                         "operative",
                                                         "cooperative",
                                                         "grand",
                                                         "duchy",
                                                         "duche",
                                                         "sovereign",
                                                         "of",
                                                         "the",
                                                         "and",
                                                         "et",
                                                         "de",
                                                         "du",
                                                         "des",
                                                         "d",
                                                         "la",
                                                         "le",
                                                         "les",
                                                         "l",
                                                         "s",
                                                         "in",
                                                         "territory",
                                                         "territoire"});

std::string display_name(const char* iso, const icu::Locale& language) {
  icu::UnicodeString name;
  icu::Locale("", iso).getDisplayCountry(language, name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

}  // namespace

std::vector<CountryNames> country_names() {
  std::vector<CountryNames> all;
  const auto add = [&](const char* iso) {
    CountryNames country{iso, icu::Locale("", iso).getISO3Country(), {}};
    for (const auto& language : {icu::Locale::getFrench(), icu::Locale::getEnglish()})
      country.names.push_back(display_name(iso, language));
    for (const auto& other : kOthers)
      if (other.iso2 == iso)
        for (auto& name : split(other.names, ";"))
          country.names.push_back(std::move(name));
    all.push_back(std::move(country));
  };
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso)
    add(*iso);
  if (std::ranges::none_of(all, [](const auto& country) { return country.iso2 == "XK"; }))
    add("XK");
  return all;
}

std::string country_core(std::string_view name, bool sorted) {
  std::vector<std::string> words = split(words_key(name), " ");
  std::erase_if(words, [](const std::string& word) {
    return std::ranges::find(kForms, word) != kForms.end();
  });
  for (auto& word : words)
    if (word == "saint")
      word = "st";
  if (sorted)
    std::ranges::sort(words);
  std::string core;
  for (const auto& word : words)
    core += core.empty() ? word : " " + word;
  return core;
}

}  // namespace malimap
