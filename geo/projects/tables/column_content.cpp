#include "geo/projects/tables/column_content.h"

#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}
std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

/// Digits behind the two letters of a P-code; 0 when it is none.
std::size_t code_digits(std::string_view text, const KnownNames& names) {
  if (text.size() < 4 || text.size() > 13 || !all_digits(text.substr(2)) ||
      !names.is_country_code(text.substr(0, 2)))
    return 0;
  return text.size() - 2;
}

/// OCHA numbers two digits a level in most countries, three in some, and villages behind them.
int level_of_digits(std::size_t digits) {
  switch (digits) {
    case 1:
    case 2:
    case 3:
      return 1;
    case 4:
    case 5:
      return 2;
    case 6:
    case 7:
      return 3;
    default:
      return 4;
  }
}

/// OECD DAC: three digits of a sector, five of a purpose; "31130.0" where a spreadsheet made it a
/// number.
bool is_dac_code(std::string_view text) {
  text = trim(text.substr(0, text.find_first_of(";|,")));
  if (text.ends_with(".0"))
    text.remove_suffix(2);
  if ((text.size() != 3 && text.size() != 5) || !all_digits(text))
    return false;
  static constexpr std::array<std::string_view, 38> kSectors{
      "110", "111", "112", "113", "114", "120", "121", "122", "123", "130", "140", "150", "151",
      "152", "160", "210", "220", "230", "231", "232", "233", "234", "235", "236", "240", "250",
      "310", "311", "312", "313", "320", "321", "322", "323", "331", "332", "410", "430"};
  static constexpr std::array<std::string_view, 10> kOthers{"510", "520", "530", "600", "700",
                                                            "720", "730", "740", "910", "998"};
  const auto sector = text.substr(0, 3);
  return std::find(kSectors.begin(), kSectors.end(), sector) != kSectors.end() ||
         std::find(kOthers.begin(), kOthers.end(), sector) != kOthers.end();
}

bool is_year(std::string_view text) {
  return text.size() == 4 && all_digits(text) && text >= "1950" && text <= "2100";
}

/// Days of 1954 to 2064 as a spreadsheet numbers them.
bool is_serial(std::string_view text) {
  if (text.ends_with(".0"))
    text.remove_suffix(2);
  return text.size() == 5 && all_digits(text) && text >= "20000" && text <= "60000";
}

std::size_t years_in(std::string_view text) {
  std::size_t years = 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i)
    if (is_year(text.substr(i, 4)) && (i == 0 || !is_digit(text[i - 1])) &&
        (i + 4 == text.size() || !is_digit(text[i + 4]))) {
      ++years;
      i += 3;
    }
  return years;
}

/// "14.5, -4.2", "POINT(-4.2 14.5)", "14°29'N 4°11'W".
/// "60 %" and "60; 40", not "Santé 60 %".
bool is_percent(std::string_view text) {
  return digits_in(text) > 0 && text.find_first_of("%;|") != std::string_view::npos &&
         std::none_of(text.begin(), text.end(),
                      [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; });
}

bool is_pair(std::string_view text) {
  if (text.starts_with("POINT") || text.starts_with("Point"))
    return true;
  std::size_t numbers = 0, points = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]))) {
      const bool decimals = i > 0 && text[i - 1] == '.';
      ++(decimals ? points : numbers);
    }
  const bool letters = std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalpha(c) != 0 &&
           std::string_view("NSEWO").find(static_cast<char>(c)) == std::string_view::npos;
  });
  if (text.find("°") != std::string_view::npos)
    return numbers + points >= 4;
  const bool listed =
      text.find(", ") != std::string_view::npos || text.find("; ") != std::string_view::npos;
  return !letters && numbers == 2 && (points == 2 || (points == 0 && listed));
}

bool is_currency(std::string_view text) {
  return text.size() <= 24 && digits_in(text) == 0 && !currency_in(text).empty();
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

bool is_world_region(std::string_view key) {
  for (std::string_view word :
       {"africa", "asia", "europe", "america", "caribbean", "pacific", "middle east", "afrique",
        "asie", "amerique", "caraibes", "pacifique", "moyen orient", "oceania", "worldwide"})
    if (key.find(word) != std::string_view::npos)
      return true;
  return false;
}

/// Different texts of the sampled rows with how often each stands there.
class Sample {
 public:
  Sample(const Table& table, std::size_t column) {
    const std::size_t step = std::max<std::size_t>(1, table.size() / kSampledRows);
    for (std::size_t row = 0; row < table.size(); row += step)
      add(table.cell(row, column));
    if (filled_ > 0)
      return;
    // Seldom filled columns are read where they are filled.
    for (std::size_t row = 0; row < table.size() && filled_ < 100; ++row)
      add(table.cell(row, column));
  }

  struct Text {
    std::string_view text;
    std::size_t times = 0;
  };
  [[nodiscard]] const std::vector<Text>& texts() const { return texts_; }
  [[nodiscard]] std::size_t filled() const { return filled_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  void add(std::string_view cell) {
    ++rows_;
    if (cell.empty())
      return;
    ++filled_;
    const auto [at, is_new] = index_.emplace(cell, texts_.size());
    if (is_new)
      texts_.push_back({cell, 0});
    ++texts_[at->second].times;
  }
  std::vector<Text> texts_;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::size_t filled_ = 0, rows_ = 0;
};

class Tests {
 public:
  Tests(ColumnContent& content, const KnownNames& names) : content_(content), names_(names) {}

  void add(std::string_view text, double times) {
    total_ += times;
    content_.mean_length += times * static_cast<double>(text.size());
    if (digits_in(text) > 0)
      test_numbers(text, times);
    if (text.size() <= 80)
      test_names(text, times);
  }

  void finish() {
    if (total_ == 0)
      return;
    for (double* share :
         {&content_.mean_length,   &content_.amounts,       &content_.amounts_with_currency,
          &content_.whole_numbers, &content_.percents,      &content_.coordinates,
          &content_.decimals,      &content_.pairs,         &content_.dates,
          &content_.iso_dates,     &content_.periods,       &content_.codes,
          &content_.regions,       &content_.cercles,       &content_.communes,
          &content_.countries,     &content_.world_regions, &content_.currencies,
          &content_.statuses,      &content_.funds,         &content_.dac_codes})
      *share /= total_;
  }

 private:
  void test_numbers(std::string_view text, double times) {
    if (const auto money = parse_money(text)) {
      content_.amounts += times;
      content_.amounts_with_currency += money->currency.empty() ? 0 : times;
    }
    const auto number = decimal_number(text);
    const bool degrees = text.find("°") != std::string_view::npos;
    if (number || degrees)
      content_.coordinates += times;
    if (number) {
      content_.largest = std::max(content_.largest, std::abs(*number));
      content_.whole_numbers += *number == std::floor(*number) ? times : 0;
      const auto point = text.find_first_of(".,");
      if (std::abs(*number) <= 180 && point != std::string_view::npos && text.size() - point > 3)
        content_.decimals += times;
    }
    content_.percents += is_percent(text) ? times : 0;
    content_.pairs += is_pair(text) ? times : 0;
    content_.dac_codes += is_dac_code(text) ? times : 0;
    const bool date = text.size() <= 40 && (is_serial(text) || parse_date(text).understood);
    content_.dates += date ? times : 0;
    content_.iso_dates += date && text.size() >= 10 && text[4] == '-' ? times : 0;
    content_.periods += years_in(text) > 0 ? times : 0;
    if (const auto digits = code_digits(text, names_)) {
      content_.codes += times;
      const int level = level_of_digits(digits);
      content_.code_level = levels_++ == 0 || content_.code_level == level ? level : 0;
    }
  }

  void test_names(std::string_view text, double times) {
    const std::string key = place_key(text);
    content_.regions += names_.is_unit(1, key) ? times : 0;
    content_.cercles += names_.is_unit(2, key) ? times : 0;
    content_.communes += names_.is_unit(3, key) ? times : 0;
    if (names_.is_country(key, text)) {
      content_.countries += times;
      ++content_.different_countries;
    }
    content_.world_regions += is_world_region(key) ? times : 0;
    content_.currencies += is_currency(text) ? times : 0;
    static constexpr std::array<std::string_view, 6> kStatuses{
        "completed", "ongoing", "approved", "planned", "suspended", "cancelled"};
    content_.statuses += is_one_of(normalised_status(text), kStatuses) ? times : 0;
    static constexpr std::array<std::string_view, 3> kFunds{"QIP", "TF", "PBF"};
    content_.funds += is_one_of(normalised_fund(text), kFunds) ? times : 0;
  }

  ColumnContent& content_;
  const KnownNames& names_;
  double total_ = 0;
  int levels_ = 0;
};

}  // namespace

KnownNames::KnownNames(const HomeNames& home) {
  units_[0].insert(home.regions.begin(), home.regions.end());
  units_[1].insert(home.cercles.begin(), home.cercles.end());
  units_[2].insert(home.communes.begin(), home.communes.end());
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso) {
    const icu::Locale country("", *iso);
    iso_.insert(*iso);
    iso_.insert(country.getISO3Country());
    for (const auto& language : {icu::Locale::getFrench(), icu::Locale::getEnglish()}) {
      icu::UnicodeString name;
      std::string text;
      country.getDisplayCountry(language, name).toUTF8String(text);
      countries_.insert(place_key(text));
    }
  }
}

bool KnownNames::is_country(const std::string& key, std::string_view typed) const {
  if (countries_.count(key) > 0 || (typed.size() <= 3 && iso_.count(std::string(typed)) > 0))
    return true;
  // "Mali (le)", "Republic of Mali", "République du Mali".
  const auto last = key.rfind(' ');
  if (last == std::string::npos)
    return false;
  if (key.substr(last + 1) == "le" || key.substr(last + 1) == "la" || key.substr(last + 1) == "the")
    return countries_.count(key.substr(0, last)) > 0;
  for (std::string_view start : {"republic of ", "republique du ", "republique de ", "the "})
    if (key.starts_with(start))
      return countries_.count(key.substr(start.size())) > 0;
  return false;
}

ColumnContent content_of(const Table& table, std::size_t column, const KnownNames& names) {
  ColumnContent content;
  const Sample sample(table, column);
  content.filled = sample.filled();
  if (content.filled == 0)
    return content;
  content.fill = static_cast<double>(sample.filled()) / static_cast<double>(sample.rows());
  content.distinct = sample.texts().size();
  content.unique = content.distinct == content.filled;
  Tests tests(content, names);
  for (std::size_t i = 0; i < std::min(kTestedTexts, sample.texts().size()); ++i)
    tests.add(sample.texts()[i].text, static_cast<double>(sample.texts()[i].times));
  tests.finish();
  return content;
}

std::optional<double> fit(Role role, const ColumnContent& content) {
  const bool only_numbers = content.amounts >= 0.8 || content.percents >= 0.8;
  const bool names_units = std::max({content.regions, content.cercles, content.communes}) >= 0.6;
  const auto never_if = [](bool wrong) { return wrong ? std::optional(0.0) : std::nullopt; };
  switch (role) {
    case Role::Id:
      return never_if(content.codes >= 0.8 || content.mean_length > 80 || content.dates >= 0.8 ||
                      content.decimals >= 0.5);
    case Role::Title:
    case Role::Notes:
      return never_if(only_numbers || content.dates >= 0.8);
    case Role::Fund:
    case Role::Sector:
    case Role::Donor:
    case Role::Partner:
    case Role::Place:
    case Role::Region:
    case Role::Cercle:
    case Role::Commune:
      return never_if(only_numbers || content.dates >= 0.8 || content.mean_length > 400);
    case Role::Country:
      return content.countries > 0 ? std::optional(content.countries)
                                   : never_if(only_numbers || content.distinct > 3);
    case Role::RegionCode:
    case Role::CercleCode:
    case Role::CommuneCode:
    case Role::PlaceCode:
      return content.codes > 0 ? std::optional(std::max(content.codes, 0.5))
                               : never_if(names_units || content.mean_length > 60);
    case Role::SectorCode:
      return content.dac_codes;
    case Role::Lon:
    case Role::Lat:
      return content.coordinates;
    case Role::LonLat:
      return content.pairs;
    case Role::Budget:
      return content.dates >= 0.8 && content.amounts_with_currency == 0 && content.iso_dates > 0
                 ? 0
                 : content.amounts;
    case Role::Currency:
      return content.currencies;
    case Role::Status:
      return never_if(content.amounts >= 0.5 || content.percents >= 0.5 ||
                      content.mean_length > 80 || content.dates >= 0.8 || names_units);
    case Role::Start:
    case Role::End:
      return std::max(content.dates, content.periods);
    case Role::Period:
      return content.periods;
    case Role::Count:
      return content.whole_numbers;
    case Role::Share:
      return std::max(content.amounts, content.percents);
  }
  return {};
}

}  // namespace malimap
