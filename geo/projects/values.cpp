#include "geo/projects/values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

std::optional<int> integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value >= 0
             ? std::optional(value)
             : std::nullopt;
}

std::optional<int> month_named(std::string_view word) {
  static constexpr std::array<std::array<std::string_view, 4>, 12> kMonths = {
      {{"janvier", "january", "janv", "jan"},
       {"fevrier", "february", "fevr", "feb"},
       {"mars", "march", "mar", ""},
       {"avril", "april", "avr", "apr"},
       {"mai", "may", "", ""},
       {"juin", "june", "jun", ""},
       {"juillet", "july", "juil", "jul"},
       {"aout", "august", "aug", ""},
       {"septembre", "september", "sept", "sep"},
       {"octobre", "october", "oct", ""},
       {"novembre", "november", "nov", ""},
       {"decembre", "december", "dec", ""}}};
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (!word.empty() && std::find(kMonths[i].begin(), kMonths[i].end(), word) != kMonths[i].end())
      return static_cast<int>(i) + 1;
  return {};
}

TypedDate typed(int year, int month, int day) {
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  return {date.ok() ? std::optional(date) : std::nullopt, true};
}

TypedDate of_month(int year, int month, DateRole role) {
  if (month < 1 || month > 12)
    return {{}, true};
  if (role == DateRole::Start)
    return typed(year, month, 1);
  const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                    std::chrono::last;
  return typed(year, month, static_cast<int>(static_cast<unsigned>(last.day())));
}

bool is_year(std::string_view word) {
  return word.size() == 4 && integer(word) && *integer(word) >= 1900 && *integer(word) <= 2200;
}

TypedDate date_of(const std::vector<std::string>& words, DateRole role) {
  if (words.size() == 1 && is_year(words[0]))
    return of_month(*integer(words[0]), role == DateRole::Start ? 1 : 12, role);
  if (words.size() == 2 && is_year(words[0]) && integer(words[1]))
    return of_month(*integer(words[0]), *integer(words[1]), role);
  if (words.size() == 2 && is_year(words[1]) && (integer(words[0]) || month_named(words[0])))
    return of_month(*integer(words[1]),
                    month_named(words[0]).value_or(integer(words[0]).value_or(0)), role);
  if (words.size() != 3)
    return {};
  if (is_year(words[0]) && integer(words[1]) && integer(words[2]))
    return typed(*integer(words[0]), *integer(words[1]), *integer(words[2]));
  if (!is_year(words[2]))
    return {};
  const int year = *integer(words[2]);
  const std::string first = words[0] == "1er" ? "1" : words[0];
  if (const auto month = month_named(words[1]); month && integer(first))
    return typed(year, *month, *integer(first));
  if (const auto month = month_named(first); month && integer(words[1]))
    return typed(year, *month, *integer(words[1]));
  if (integer(first) && integer(words[1]))
    return typed(year, *integer(words[1]), *integer(first));
  return {};
}

/// Without the endings of gender and number: "achevées" and "achevé" are one.
std::string stem(std::string_view folded) {
  std::string text(folded);
  for (char ending : {'s', 'e', 'e'})
    if (text.size() > 3 && text.back() == ending)
      text.pop_back();
  return text;
}

struct Synonym {
  std::string_view word, meaning;
};

std::string meaning_of(std::string_view text, const Synonym* first, const Synonym* last) {
  const auto bracket = text.find('(');
  for (auto part :
       {text, bracket == std::string_view::npos || bracket == 0 ? text : text.substr(0, bracket)}) {
    const std::string key = stem(place_key(part));
    for (const auto* synonym = first; synonym != last; ++synonym)
      if (stem(synonym->word) == key)
        return std::string(synonym->meaning);
  }
  return std::string(trim(text));
}

}  // namespace

TypedDate parse_date(std::string_view text, DateRole role) {
  std::string key = fold(trim(text));
  // A time behind the day: "2017-06-14T00:00:00Z", "2017/06/14 00:00:00"; folding made the dashes
  // blanks.
  if (const auto colon = key.find(':'); colon != std::string::npos) {
    const auto cut = key.find_last_of(" t", colon);
    key.resize(cut == std::string::npos ? 0 : cut);
  }
  return date_of(split(key, " /.,"), role);
}

std::string normalised_status(std::string_view text) {
  static constexpr Synonym kWords[] = {{"completed", "completed"},
                                       {"complete", "completed"},
                                       {"closed", "completed"},
                                       {"finished", "completed"},
                                       {"done", "completed"},
                                       {"finalized", "completed"},
                                       {"finalised", "completed"},
                                       {"ended", "completed"},
                                       {"completion", "completed"},
                                       {"post completion", "completed"},
                                       {"acheve", "completed"},
                                       {"termine", "completed"},
                                       {"finalise", "completed"},
                                       {"clos", "completed"},
                                       {"cloture", "completed"},
                                       {"fini", "completed"},
                                       {"realise", "completed"},
                                       {"livre", "completed"},
                                       {"execute", "completed"},
                                       {"ongoing", "ongoing"},
                                       {"on going", "ongoing"},
                                       {"in progress", "ongoing"},
                                       {"active", "ongoing"},
                                       {"actif", "ongoing"},
                                       {"current", "ongoing"},
                                       {"started", "ongoing"},
                                       {"under implementation", "ongoing"},
                                       {"implementation", "ongoing"},
                                       {"being implemented", "ongoing"},
                                       {"en cours", "ongoing"},
                                       {"encours", "ongoing"},
                                       {"en cours d execution", "ongoing"},
                                       {"en cours de realisation", "ongoing"},
                                       {"en cours de mise en oeuvre", "ongoing"},
                                       {"en execution", "ongoing"},
                                       {"mise en oeuvre", "ongoing"},
                                       {"demarre", "ongoing"},
                                       {"lance", "ongoing"},
                                       {"approved", "approved"},
                                       {"approuve", "approved"},
                                       {"valide", "approved"},
                                       {"accepte", "approved"},
                                       {"accepted", "approved"},
                                       {"signed", "approved"},
                                       {"signe", "approved"},
                                       {"planned", "planned"},
                                       {"pipeline", "planned"},
                                       {"proposed", "planned"},
                                       {"prevu", "planned"},
                                       {"planifie", "planned"},
                                       {"programme", "planned"},
                                       {"propose", "planned"},
                                       {"a venir", "planned"},
                                       {"a demarrer", "planned"},
                                       {"not started", "planned"},
                                       {"non demarre", "planned"},
                                       {"pipeline identification", "planned"}};
  return meaning_of(text, std::begin(kWords), std::end(kWords));
}

std::string normalised_fund(std::string_view text) {
  static constexpr Synonym kWords[] = {
      {"qip", "QIP"},
      {"pir", "QIP"},
      {"quick impact project", "QIP"},
      {"quick impact", "QIP"},
      {"projet a impact rapide", "QIP"},
      {"projets a impact rapide", "QIP"},
      {"tf", "TF"},
      {"trust fund", "TF"},
      {"fonds fiduciaire", "TF"},
      {"ff", "TF"},
      {"un trust fund", "TF"},
      {"mali trust fund", "TF"},
      {"fonds fiduciaire des nations unies", "TF"},
      {"trust fund in support of peace and security in mali", "TF"},
      {"fonds fiduciaire en soutien a la paix et la securite au mali", "TF"},
      {"fonds fiduciaire des nations unies en soutien a la paix et la securite au mali", "TF"},
      {"fonds fiduciaire en soutien a la paix et a la securite au mali", "TF"},
      {"pbf", "PBF"},
      {"peacebuilding fund", "PBF"},
      {"peace building fund", "PBF"},
      {"un peacebuilding fund", "PBF"},
      {"fonds pour la consolidation de la paix", "PBF"},
      {"fonds de consolidation de la paix", "PBF"},
      {"fonds des nations unies pour la consolidation de la paix", "PBF"},
      {"fcp", "PBF"}};
  return meaning_of(text, std::begin(kWords), std::end(kWords));
}

}  // namespace malimap
