#include "geo/projects/tables/column_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "geo/base/text.h"
#include "geo/projects/tables/column_phrases.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

using Words = std::vector<std::string>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Blanks between the words of "admin1Name", plurals in brackets as plurals.
std::string spelt_out(std::string_view header) {
  std::string text;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (i > 0 && header[i] >= 'A' && header[i] <= 'Z' && lower_or_digit(header[i - 1]))
      text += ' ';
    text += header[i];
  }
  for (const auto& [from, to] : {std::pair{"(s)", "s"},
                                 {"(S)", "S"},
                                 {"(e)", ""},
                                 {"(es)", "s"},
                                 {"°", "o "},
                                 {"œ", "oe"},
                                 {"Œ", "OE"}})
    replace_all(text, from, to);
  return text;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// "admin1pcode" as "adm1" and "pcode", "admin 1" as "adm1".
void add_words(Words& words, std::string_view word) {
  for (std::string_view start : {"admin", "adm"}) {
    if (!word.starts_with(start) || word.size() <= start.size() ||
        !is_number(word.substr(start.size(), 1)))
      continue;
    words.push_back("adm" + std::string(1, word[start.size()]));
    if (word.size() > start.size() + 1)
      words.emplace_back(word.substr(start.size() + 1));
    return;
  }
  if (word.size() == 1 && is_number(word) && !words.empty() &&
      (words.back() == "admin" || words.back() == "adm"))
    words.back() = "adm" + std::string(word);
  else
    words.emplace_back(word);
}

Words words_of(std::string_view header) {
  Words words;
  for (const auto& word : split(words_key(spelt_out(header)), " "))
    add_words(words, word);
  // Numbering: "1. Région", "2.1 Cercle", "a) Commune".
  const auto sign = header.find_first_of(".)");
  const bool lettered = sign == 1 && std::isalpha(static_cast<unsigned char>(header[0])) != 0;
  std::size_t numbering = 0;
  while (numbering + 1 < words.size() &&
         (is_number(words[numbering]) || (lettered && numbering == 0)))
    ++numbering;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(numbering));
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

bool contains_words(std::string_view key, std::string_view phrase) {
  for (auto at = key.find(phrase); at != std::string_view::npos; at = key.find(phrase, at + 1)) {
    const bool starts = at == 0 || key[at - 1] == ' ';
    const auto end = at + phrase.size();
    if (starts && (end == key.size() || key[end] == ' '))
      return true;
  }
  return false;
}

int match(std::string_view key, std::string_view phrase) {
  if (phrase.starts_with('='))
    return key == phrase.substr(1) ? 300 : 0;
  if (key == phrase)
    return 300;
  if (key.size() > phrase.size() && key.starts_with(phrase) && key[phrase.size()] == ' ')
    return 200;
  return contains_words(key, phrase) ? 100 : 0;
}

int best_match(std::string_view key, std::string_view phrases) {
  int best = 0, rank = 0;
  while (true) {
    const auto end = phrases.find('|');
    if (const int quality = match(key, phrases.substr(0, end)); quality > 0)
      best = std::max(best, quality - rank);
    if (end == std::string_view::npos)
      return best;
    phrases.remove_prefix(end + 1);
    ++rank;
  }
}

constexpr std::array<std::string_view, 41> kSomethingElse{
    "siege",     "bureau",      "office",      "headquarters", "adresse",      "address",
    "contact",   "contacts",    "email",       "mail",         "telephone",    "phone",
    "tel",       "nationalite", "nationality", "origine",      "origin",       "provenance",
    "naissance", "birth",       "saisie",      "rapport",      "report",       "maj",
    "jour",      "update",      "updated",     "creation",     "commentaire",  "commentaires",
    "comments",  "remarque",    "remarques",   "remarks",      "observations", "url",
    "lien",      "link",        "web",         "website",      "type"};

constexpr std::array<std::string_view, 30> kPeople{
    "personnes",  "personne",   "beneficiaire", "beneficiaires", "beneficiary", "beneficiaries",
    "people",     "persons",    "femmes",       "hommes",        "filles",      "garcons",
    "women",      "men",        "girls",        "boys",          "menages",     "households",
    "population", "individus",  "individuals",  "taux",          "rate",        "pourcentage",
    "percent",    "percentage", "unitaire",     "unit",          "ratio",       "ligne"};

/// Amounts that are no budget, though a budget may be all that a list says.
constexpr std::array<std::string_view, 27> kSpent{
    "decaisse",  "decaisses", "decaissement", "decaissements", "disbursement", "disbursements",
    "disbursed", "depense",   "depenses",     "spent",         "expenditure",  "expenditures",
    "paye",      "paid",      "verse",        "consomme",      "execute",      "reste",
    "solde",     "balance",   "remaining",    "gap",           "even",         "transfert",
    "transfer",  "cash",      "contrepartie"};

/// Also in small letters between other words: "budget_usd".
std::string currency_of(std::string_view header, const Words& words) {
  static constexpr std::array<std::string_view, 9> kCurrencies{
      "usd", "dollars", "eur", "euro", "euros", "xof", "fcfa", "cfa", "gbp"};
  std::string currency = currency_in(header);
  for (const auto& word : words)
    if (currency.empty() && is_one_of(word, kCurrencies))
      currency = currency_in(word);
  return currency;
}

int budget_bonus(std::string_view header, const Words& words) {
  int bonus = 0;
  const std::string currency = currency_of(header, words);
  bonus += currency == "USD" ? 150 : currency.empty() ? 0 : -50;
  for (const auto& word : words) {
    if (word == "total" || word == "totale" || word == "global")
      bonus += 60;
    if (word == "grant" || word == "revise" || word == "revised")
      bonus -= 40;
    if (is_one_of(word, kSpent))
      bonus -= 150;
  }
  return bonus;
}

constexpr std::array<std::string_view, 14> kCodeWords{
    "pcode", "pcod", "pcodes", "pcode2",  "pcod2", "code", "codes",
    "cod",   "iso",  "pcd",    "geocode", "id",    "p",    "ocha"};
constexpr std::array<std::string_view, 25> kFillers{
    "de",       "du",           "la",           "le",     "d",       "l",         "nom",
    "of",       "fr",           "en",           "name",   "names",   "the",       "n",
    "des",      "les",          "intervention", "projet", "project", "execution", "concernee",
    "concerne", "beneficiaire", "cible",        "target"};

/// Names and codes of units: "adm2 pcode", "nom du cercle", "Code région", "Province". True where
/// the header names several levels.
bool match_levels(const Words& words, std::vector<HeaderMatch>& matches) {
  LevelWord found;
  bool mixed = false, code = false, other_language = false;
  std::size_t others = 0, at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const LevelWord level = level_word(words[i]); level.level > 0) {
      mixed |= found.level > 0 && found.fixed && level.fixed && level.level != found.level;
      if (found.level == 0 || (!found.fixed && level.fixed)) {
        found = level;
        at = i;
      }
    } else if (is_one_of(words[i], kCodeWords)) {
      code = true;
    } else if (words[i].starts_with("alt") || words[i].starts_with("ref")) {
      other_language = true;
    } else if (!is_one_of(words[i], kFillers)) {
      ++others;
    }
  }
  if (found.level == 0)
    return false;
  if (mixed) {  // "Région / Cercle / Commune" in one column
    matches.push_back({Role::Place, 190, true});
    return true;
  }
  constexpr std::array kNames{Role::Region, Role::Cercle, Role::Commune};
  constexpr std::array kCodes{Role::RegionCode, Role::CercleCode, Role::CommuneCode};
  const auto index = static_cast<std::size_t>(found.level - 1);
  int points = others == 0 ? 300 : at == 0 ? 200 : 100;
  if (others > 3)
    points -= 60;
  if (other_language)
    points -= 150;
  if (!found.fixed)
    points -= 110;  // "Province" gives way to "Région d'intervention"
  if (!words.empty() && words.back() == "en")
    points -= 5;
  if (points > 0)
    matches.push_back({code ? kCodes[index] : kNames[index], points, found.fixed});
  return false;
}

/// True where the header names several levels of units.
bool match_phrases(std::string_view header, std::vector<HeaderMatch>& matches) {
  const Words words = words_of(header);
  const std::string key = joined(words);
  if (key.empty())
    return false;
  const bool something_else = speaks_of_something_else(header);
  const bool people =
      header.find('%') != std::string_view::npos ||
      std::any_of(words.begin(), words.end(), [](const auto& w) { return is_one_of(w, kPeople); });
  const bool several_levels = !something_else && match_levels(words, matches);
  for (const auto& [role, phrases] : header_phrases()) {
    int points = best_match(key, phrases);
    const bool whole = points > 240;
    if (points == 0 || (something_else && !whole))
      continue;
    if ((role == Role::Budget || role == Role::Count) && people)
      continue;
    if (role == Role::Budget)
      points += budget_bonus(header, words);
    if (points > 0)
      matches.push_back({role, points, true});
  }
  return several_levels;
}

}  // namespace

LevelWord level_word(std::string_view word) {
  static constexpr std::array<std::string_view, 3> kRegions{"region", "regions", "adm1"};
  static constexpr std::array<std::string_view, 3> kCercles{"cercle", "cercles", "adm2"};
  static constexpr std::array<std::string_view, 3> kCommunes{"commune", "communes", "adm3"};
  static constexpr std::array<std::string_view, 9> kOthers1{
      "province", "provinces", "state",  "governorate", "gouvernorat",
      "wilaya",   "oblast",    "estado", "departamento"};
  static constexpr std::array<std::string_view, 14> kOthers2{
      "departement", "departements", "department", "district",   "districts",
      "prefecture",  "territoire",   "territory",  "county",     "lga",
      "raion",       "municipio",    "moughataa",  "prefectures"};
  static constexpr std::array<std::string_view, 10> kOthers3{
      "arrondissement", "municipality", "ward",           "payam",  "hromada",
      "woreda",         "subdistrict",  "sousprefecture", "canton", "subcounty"};
  if (is_one_of(word, kRegions))
    return {1, true};
  if (is_one_of(word, kCercles))
    return {2, true};
  if (is_one_of(word, kCommunes))
    return {3, true};
  return {is_one_of(word, kOthers1)   ? 1
          : is_one_of(word, kOthers2) ? 2
          : is_one_of(word, kOthers3) ? 3
                                      : 0,
          false};
}

std::string header_key(std::string_view header) {
  return joined(words_of(header));
}

std::string stem_of_numbered(std::string_view header) {
  Words words = words_of(header);
  std::erase_if(words, [](const auto& word) { return is_number(word); });
  std::string stem = joined(words);
  while (!stem.empty() && std::isdigit(static_cast<unsigned char>(stem.back())) != 0)
    stem.pop_back();  // "Secteur1"
  return std::string(trim(stem));
}

bool speaks_of_something_else(std::string_view header) {
  const Words words = words_of(header);
  return std::any_of(words.begin(), words.end(),
                     [](const auto& word) { return is_one_of(word, kSomethingElse); });
}

bool is_notes_header(std::string_view header) {
  // Whom to call is nobody's business on a map.
  static constexpr std::array<std::string_view, 15> kNever{
      "contact", "contacts", "email",   "mail",  "telephone", "phone", "tel", "adresse",
      "address", "type",     "website", "total", "code",      "id",    "date"};
  const Words words = words_of(header);
  const auto is_in = [](const auto& list) {
    return [&list](const std::string& word) { return is_one_of(word, list); };
  };
  if (std::any_of(words.begin(), words.end(), is_in(kNever)))
    return false;
  const std::string key = joined(words);
  if (best_match(key, notes_phrases().anywhere) > 0)
    return true;
  return std::none_of(words.begin(), words.end(), is_in(kPeople)) &&
         best_match(key, notes_phrases().at_the_start) > 100;
}

std::vector<HeaderMatch> roles_by_header(std::string_view header) {
  std::vector<HeaderMatch> all;
  const bool several_levels = match_phrases(header, all);
  // Under a heading ("Localisation / Cercle") the inner header says more than the outer one.
  if (const auto slash = header.rfind(" / "); slash != std::string_view::npos && !several_levels)
    (void)match_phrases(header.substr(slash + 3), all);
  std::vector<HeaderMatch> best;
  for (const auto& match : all) {
    const auto known =
        std::find_if(best.begin(), best.end(), [&](const auto& b) { return b.role == match.role; });
    if (known == best.end())
      best.push_back(match);
    else if (match.points > known->points)
      *known = match;
  }
  return best;
}

}  // namespace malimap
