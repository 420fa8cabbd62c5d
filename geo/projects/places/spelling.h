#pragma once
// How near a misspelt name is to a known one, and when that is near enough to be used.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace malimap {

/// Number of letters to change, add, leave out or swap with their neighbour (optimal string
/// alignment, Boytsov 2011), at most `limit` + 1.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

/// How names are looked up: place_key() with a number at the end in digits ("Gadougou II" and
/// "gadougou 2" are one).
[[nodiscard]] std::string name_key(std::string_view name);

/// A name as it is compared with misspelt ones.
struct Spelling {
  explicit Spelling(std::string_view name_key);
  std::string letters;      // without blanks and without the number at the end
  std::string sound;        // what French and Sahelian spellings of one sound have in common
  std::string number;       // "2" of "Gadougou II"; never guessed
  std::uint64_t signature;  // which letters stand in it: far apart, far names
};

/// Slips between two spellings: the mean of the edit distances of the letters and of the sounds
/// (but not more than that of the letters), so that a slip which is not heard counts half. A name
/// cut off after half of its letters (four at least) is 1 slip and a tenth of a slip for each
/// missing letter. Above `limit`: some number above it.
[[nodiscard]] double slips(const Spelling& typed, const Spelling& known, double limit);

/// 1 - slips / letters of the longer one, 0 at least.
[[nodiscard]] double score_of(double slips, const Spelling& typed, const Spelling& known);

/// Among what a misspelt name was looked up.
enum class Pool {
  Siblings,  // the few units of the unit that the row names
  Parent,    // the units of a large one, some eighty communes of a region
  Layer,     // a whole layer: the row names nothing above
};

/// The most slips with which a name of so many letters is worth a thought at all.
[[nodiscard]] double most_slips(std::size_t letters);

/// Whether the nearest name is meant for certain: few slips for its length, and the second one
/// clearly further away. The limits were set with the misspelling corpus of the tests.
[[nodiscard]] bool is_certain(Pool pool, std::size_t letters, double nearest, double second);

}  // namespace malimap
