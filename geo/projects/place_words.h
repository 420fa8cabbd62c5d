#pragma once
// Words that stand for the whole country, names of other countries, and of groups of countries.

#include <string>
#include <string_view>
#include <unordered_set>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// What a cell of a column of countries says, seen from the country of the boundaries.
enum class CountryCell {
  Unknown,
  Home,
  Foreign,       // another country, several of them, or a group without the home country
  GroupWithHome  // "Western Africa", "Sahel", "Mali; Niger": the home country among others
};

/// Names of countries in French and English, short and official, told apart by the one that the
/// boundaries are of. Immutable, threads may share it.
class PlaceWords {
 public:
  /// home: ISO 3166-1 alpha-2 of the country of the boundaries, "" when it is not known.
  explicit PlaceWords(std::string_view home);

  /// "national", "tout le pays", "ensemble du territoire malien", the country's own name.
  [[nodiscard]] bool is_national(std::string_view text) const;
  [[nodiscard]] bool is_home(std::string_view text) const;
  /// Another country, or a group that does not hold the home country.
  [[nodiscard]] bool is_foreign(std::string_view text) const;
  /// A group of countries that holds the home country; what lies there lies in nobody knows which.
  [[nodiscard]] bool is_group_with_home(std::string_view text) const;

  /// A cell of a column of countries: names, groups, lists of them, and ISO 3166-1 codes in
  /// capitals. Codes are believed here only: "SY" is a commune of Mali too.
  [[nodiscard]] CountryCell country(std::string_view cell) const;
  /// A code of the DAC's list of regions ("298" Africa, "998" developing countries), as IATI uses.
  [[nodiscard]] CountryCell dac_region(std::string_view code) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Keys = std::unordered_set<std::string, Hash, std::equal_to<>>;

  void add_national();
  void add_groups();
  [[nodiscard]] CountryCell whole(std::string_view cell) const;
  [[nodiscard]] bool is_foreign_country(std::string_view text, const std::string& key) const;

  std::string home_;
  Keys national_, home_names_, foreign_, with_home_, without_home_;  // place keys
  Keys home_core_, foreign_core_;                                    // country_core()s
  Keys home_codes_, foreign_codes_;
};

/// The two letters that all P-codes of the boundaries begin with, where they are a country's.
[[nodiscard]] std::string country_of(const Boundaries& boundaries);

}  // namespace malimap
