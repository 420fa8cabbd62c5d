// Which currency a text names.

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/projects/values.h"
#include "geo/projects/values/currencies.h"

namespace malimap {
namespace {

struct Name {
  std::string_view words, currency;
};

// Folded. Longer names stand before those that they begin with.
constexpr Name kNames[] = {
    {"dollars canadiens", "CAD"},
    {"dollar canadien", "CAD"},
    {"canadian dollars", "CAD"},
    {"canadian dollar", "CAD"},
    {"dollars australiens", "AUD"},
    {"australian dollars", "AUD"},
    {"dollars americains", "USD"},
    {"dollar americain", "USD"},
    {"dollars us", "USD"},
    {"dollar us", "USD"},
    {"us dollars", "USD"},
    {"us dollar", "USD"},
    {"us$", "USD"},
    {"$us", "USD"},
    {"$ us", "USD"},
    {"us $", "USD"},
    {"usd", "USD"},
    {"dollars", "USD"},
    {"dollar", "USD"},
    {"us", "USD"},
    {"ca$", "CAD"},
    {"$ca", "CAD"},
    {"$ ca", "CAD"},
    {"c$", "CAD"},
    {"cad", "CAD"},
    {"a$", "AUD"},
    {"$", "USD"},
    {"eur", "EUR"},
    {"euros", "EUR"},
    {"euro", "EUR"},
    {"\u20ac", "EUR"},
    {"francs suisses", "CHF"},
    {"franc suisse", "CHF"},
    {"swiss francs", "CHF"},
    {"chf", "CHF"},
    {"francs guineens", "GNF"},
    {"francs cfa", "XOF"},
    {"franc cfa", "XOF"},
    {"cfa francs", "XOF"},
    {"cfa franc", "XOF"},
    {"f cfa", "XOF"},
    {"fcfa", "XOF"},
    {"cfaf", "XOF"},
    {"cfa", "XOF"},
    {"xof", "XOF"},
    {"xaf", "XAF"},
    {"francs", "XOF"},
    {"franc", "XOF"},
    {"livres sterling", "GBP"},
    {"livre sterling", "GBP"},
    {"pounds sterling", "GBP"},
    {"pound sterling", "GBP"},
    {"gbp", "GBP"},
    {"\u00a3", "GBP"},
    {"yens", "JPY"},
    {"yen", "JPY"},
    {"jpy", "JPY"},
    {"yuan", "CNY"},
    {"rmb", "CNY"},
    {"cny", "CNY"},
    {"couronnes danoises", "DKK"},
    {"couronnes norvegiennes", "NOK"},
    {"couronnes suedoises", "SEK"},
    {"dkk", "DKK"},
    {"nok", "NOK"},
    {"sek", "SEK"},
    {"ouguiyas", "MRU"},
    {"ouguiya", "MRU"},
    {"mru", "MRU"},
    {"dzd", "DZD"},
    {"nairas", "NGN"},
    {"naira", "NGN"},
    {"cedis", "GHS"},
    {"cedi", "GHS"},
    {"dalasis", "GMD"},
    {"dalasi", "GMD"},
};

// Codes that are words of headers typed in capitals ("TOTAL ALL FUNDS").
constexpr std::array<std::string_view, 9> kWordsToo = {"ALL", "TOP", "TRY", "PEN", "CUP",
                                                       "GEL", "MOP", "SOS", "LAK"};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::vector<std::string> codes_of_icu() {
  std::vector<std::string> codes;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* list = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  int32_t length = 0;
  while (U_SUCCESS(status)) {
    const char* code = uenum_next(list, &length, &status);
    if (code == nullptr)
      break;
    codes.emplace_back(code, static_cast<std::size_t>(length));
  }
  uenum_close(list);
  std::sort(codes.begin(), codes.end());
  return codes;
}

/// Takes the words of one name out of " a b c ", so that "dollars" is not met again in "us
/// dollars".
bool take(std::string& key, std::string_view words) {
  bool found = false;
  for (std::size_t at = key.find(words); at != std::string::npos; at = key.find(words, at + 1)) {
    if (key[at - 1] != ' ' || key[at + words.size()] != ' ')
      continue;
    key.replace(at, words.size(), words.size(), ' ');
    found = true;
  }
  return found;
}

}  // namespace

std::string open_words(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto symbol = [&](std::string_view sign) { return text.substr(i).starts_with(sign); };
    if (symbol("\u20ac") || symbol("\u00a3")) {
      const std::size_t size = symbol("\u20ac") ? 3 : 2;
      out.append(" ").append(text.substr(i, size)).append(" ");
      i += size - 1;
    } else if (std::string_view("()[]{}/,:;.=-_'\"+&<>|\t\n\r").find(c) != std::string_view::npos) {
      out += ' ';
    } else if (c == '$' && i > 0 &&
               std::string_view("kKmMsd").find(text[i - 1]) != std::string_view::npos) {
      out += " $";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_currency_code(std::string_view code) {
  static const std::vector<std::string> codes = codes_of_icu();
  return std::binary_search(codes.begin(), codes.end(), code);
}

std::string currency_in(std::string_view text) {
  text = trim(text);
  if (text == "USD" || text == "EUR" || text == "XOF")
    return std::string(text);
  if (text.empty() || text.size() > 300)
    return {};
  const std::string words = open_words(text);
  std::string key = " " + fold(words) + " ";
  std::string currency;
  const auto met = [&](std::string_view other) {
    const bool same = currency.empty() || currency == other;
    currency = other;
    return same;
  };
  for (const auto& name : kNames)
    if (take(key, name.words) && !met(name.currency))
      return {};
  if (const auto alone = trim(key); alone == "f")
    return "XOF";
  const auto pieces = split(words, " ");
  for (auto piece : pieces) {
    if (piece.size() != 3 ||
        (!std::all_of(piece.begin(), piece.end(), is_capital) && pieces.size() > 1))
      continue;
    for (char& c : piece)
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool word = pieces.size() > 1 &&
                      std::find(kWordsToo.begin(), kWordsToo.end(), piece) != kWordsToo.end();
    if (!word && is_currency_code(piece) && !met(piece))
      return {};
  }
  return currency;
}

}  // namespace malimap
