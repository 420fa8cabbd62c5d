#include "geo/projects/places/country_groups.h"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <array>
#include <memory>

#include "geo/base/text.h"

namespace malimap {
namespace {

/// Members: ISO 3166-1 alpha-2, regions of UN M49 ("011" is Western Africa), "*" for any country.
struct Listed {
  std::string_view names, members;
};

constexpr std::array kListed{
    Listed{"Sub-Saharan Africa; Afrique subsaharienne; Afrique sub-saharienne; Afrique au sud du "
           "Sahara; South of Sahara; Africa South of Sahara",
           "011 014 017 018 SD MR"},
    Listed{"Western Africa; West Africa; Afrique de l'Ouest; Afrique occidentale", "011"},
    Listed{"Central Africa; Middle Africa; Afrique centrale", "017 RW BI"},
    Listed{"Eastern Africa; East Africa; Afrique de l'Est; Afrique orientale", "014"},
    Listed{"Southern Africa; Afrique australe", "018 AO MZ ZM ZW MW MG"},
    Listed{
        "North Africa; Northern Africa; Afrique du Nord; North of Sahara; Afrique septentrionale",
        "015"},
    Listed{"Western and Central Africa; West and Central Africa; Afrique de l'Ouest et du Centre; "
           "Afrique de l'Ouest et centrale",
           "011 017"},
    Listed{"Eastern and Southern Africa; East and Southern Africa; Afrique de l'Est et australe; "
           "Afrique orientale et australe",
           "014 018 AO CD SD"},
    Listed{"Africa; Afrique; African continent; continent africain", "002"},
    Listed{"Sahel; Sahel region; Pays du Sahel; Bande sahélienne; Sahel countries; Sahel central; "
           "Central Sahel; CILSS; Sahel and West Africa; Sahel et Afrique de l'Ouest",
           "MR SN GM ML BF NE TD GW CV"},
    Listed{"G5 Sahel; G-5 Sahel; G5; Alliance Sahel; Sahel Alliance", "MR ML BF NE TD"},
    Listed{"AES; Alliance des États du Sahel; Alliance of Sahel States; Liptako-Gourma; Liptako "
           "Gourma; ALG; Trois frontières; Zone des trois frontières; Three borders",
           "ML BF NE"},
    Listed{"UEMOA; WAEMU; Union économique et monétaire ouest-africaine; Zone UEMOA; Espace UEMOA",
           "BJ BF CI GW ML NE SN TG"},
    Listed{"CEDEAO; ECOWAS; Espace CEDEAO; Communauté économique des États de l'Afrique de "
           "l'Ouest; Economic Community of West African States",
           "BJ BF CV CI GM GH GN GW LR ML NE NG SN SL TG"},
    Listed{"OMVS; Bassin du fleuve Sénégal; Senegal River Basin", "GN ML MR SN"},
    Listed{"ABN; NBA; Bassin du Niger; Bassin du fleuve Niger; Niger Basin; Niger River Basin",
           "BJ BF CM CI GN ML NE NG TD"},
    Listed{"Bassin du lac Tchad; Lac Tchad; Lake Chad Basin; Lake Chad", "CM NE NG TD CF"},
    Listed{"CEMAC; CAEMC", "CM CF TD CG GQ GA"},
    Listed{"Mano River Union; Union du fleuve Mano", "CI GN LR SL"},
    Listed{"Golfe de Guinée; Gulf of Guinea", "BJ CI GH NG TG CM GA GQ ST CG AO LR"},
    Listed{"Corne de l'Afrique; Horn of Africa", "DJ ER ET SO"},
    Listed{"Grands Lacs; Great Lakes; Great Lakes Region; Région des Grands Lacs",
           "BI CD RW UG TZ"},
    Listed{"Maghreb", "DZ LY MA MR TN"},
    Listed{"Middle East and North Africa; Moyen-Orient et Afrique du Nord",
           "015 BH IR IQ IL JO KW LB OM PS QA SA SY AE YE DJ MT"},
    Listed{"Middle East; Moyen-Orient; Proche-Orient", "145"},
    Listed{"Latin America and Caribbean; Latin America and the Caribbean; LAC; Amérique latine et "
           "Caraïbes; Latin America; Amérique latine",
           "005 013 029"},
    Listed{"East Asia and Pacific; Asie de l'Est et Pacifique; Asia-Pacific; Asie-Pacifique",
           "030 035 009"},
    Listed{"Europe and Central Asia; Europe et Asie centrale", "150 143 TR CY AM AZ GE"},
    Listed{"South Asia; Asie du Sud", "034"},
    Listed{"Pacific Islands; Pacific; Îles du Pacifique; Pacifique", "054 057 061"},
    Listed{"Caribbean; Caraïbes; Organization of Eastern Caribbean States; OECS", "029"},
    Listed{"Western Balkans; Balkans; Balkans occidentaux; States Ex-Yugoslavia",
           "AL BA XK MK ME RS HR SI"},
    Listed{"European Union; Union européenne; EU; UE", "EU"},
    Listed{"Middle and Far East; Far East Asia; Extrême-Orient", "030 035"},
    Listed{"World; Monde; Worldwide; Global; Mondial; Monde entier; International; Multi-country; "
           "Multicountry; Multi-pays; Multipays; Several countries; Multiple countries; Plusieurs "
           "pays; Pluri-pays; Multinational; Developing countries; Developing countries, "
           "unspecified; Bilateral, unspecified; Pays en développement; Least developed "
           "countries; Pays les moins avancés",
           "*"},
};

struct DacRegion {
  std::string_view code, members;
};
constexpr std::array kDacRegions{DacRegion{"88", "AL BA XK MK ME RS HR SI"},
                                 DacRegion{"89", "150"},
                                 DacRegion{"189", "015"},
                                 DacRegion{"289", "011 014 017 018 SD"},
                                 DacRegion{"298", "002"},
                                 DacRegion{"380", "029"},
                                 DacRegion{"389", "013 029"},
                                 DacRegion{"489", "005"},
                                 DacRegion{"498", "019"},
                                 DacRegion{"589", "145"},
                                 DacRegion{"619", "143"},
                                 DacRegion{"679", "034"},
                                 DacRegion{"689", "034 143"},
                                 DacRegion{"789", "030 035"},
                                 DacRegion{"798", "142"},
                                 DacRegion{"889", "009"},
                                 DacRegion{"998", "*"},
                                 DacRegion{"1027", "014"},
                                 DacRegion{"1028", "017"},
                                 DacRegion{"1029", "018"},
                                 DacRegion{"1030", "011"},
                                 DacRegion{"1031", "029"},
                                 DacRegion{"1032", "013"},
                                 DacRegion{"1033", "054"},
                                 DacRegion{"1034", "057"},
                                 DacRegion{"1035", "061"}};

const icu::Region* region(std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = icu::Region::getInstance(std::string(code).c_str(), status);
  return U_SUCCESS(status) ? found : nullptr;
}

bool holds(std::string_view members, std::string_view home) {
  const icu::Region* country = home.empty() ? nullptr : region(home);
  for (const auto& member : split(members, " ")) {
    if (member == "*" || member == home)
      return true;
    const bool is_region = member.size() == 3;
    const icu::Region* whole = is_region ? region(member) : nullptr;
    if (whole != nullptr && country != nullptr && whole->contains(*country))
      return true;
  }
  return false;
}

/// UN M49 as ICU names it.
void add_geography(std::vector<CountryGroup>& groups, std::string_view home) {
  for (URegionType type : {URGN_WORLD, URGN_CONTINENT, URGN_SUBCONTINENT}) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> codes(icu::Region::getAvailable(type, status));
    if (U_FAILURE(status) || !codes)
      continue;
    while (const char* code = codes->next(nullptr, status)) {
      CountryGroup group;
      group.holds_home = type == URGN_WORLD || holds(code, home);
      for (const auto& language : {icu::Locale::getFrench(), icu::Locale::getEnglish()}) {
        icu::UnicodeString name;
        icu::Locale("", code).getDisplayCountry(language, name);
        name.toUTF8String(group.names.emplace_back());
      }
      groups.push_back(std::move(group));
    }
  }
}

}  // namespace

std::vector<CountryGroup> country_groups(std::string_view home) {
  std::vector<CountryGroup> groups;
  for (const auto& listed : kListed)
    groups.push_back({split(listed.names, ";"), holds(listed.members, home)});
  add_geography(groups, home);
  return groups;
}

std::optional<bool> dac_region_holds(std::string_view code, std::string_view home) {
  for (const auto& region : kDacRegions)
    if (region.code == code)
      return holds(region.members, home);
  return {};
}

}  // namespace malimap
