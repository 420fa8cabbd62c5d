#include "geo/projects/places/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

constexpr double kClear = 0.8;  // slips between the nearest name and the next
constexpr std::array<std::string_view, 13> kRoman{"",    "i",    "ii", "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix", "x",   "xi", "xii"};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Spellings of one sound, longest first; what follows decides only where it is said.
struct Sound {
  std::string_view written, heard;
  enum { Anywhere, BeforeVowel, BeforeEI } where = Anywhere;
};
constexpr Sound kSounds[] = {{"tch", "c"},
                             {"ch", "c"},
                             {"sh", "c"},
                             {"dj", "j"},
                             {"di", "j", Sound::BeforeVowel},
                             {"dy", "j"},
                             {"gn", "ni"},
                             {"ny", "ni"},
                             {"qu", "k"},
                             {"gu", "g", Sound::BeforeEI},
                             {"ph", "f"},
                             {"ou", "u"},
                             {"oo", "u"},
                             {"w", "u"},
                             {"y", "i"},
                             {"c", "s", Sound::BeforeEI},
                             {"c", "k"},
                             {"q", "k"},
                             {"z", "s"},
                             {"h", ""},
                             {"x", "ks"}};

bool is_said(const Sound& sound, std::string_view rest) {
  if (!rest.starts_with(sound.written))
    return false;
  const char next = rest.size() > sound.written.size() ? rest[sound.written.size()] : ' ';
  switch (sound.where) {
    case Sound::BeforeVowel:
      return is_vowel(next);
    case Sound::BeforeEI:
      return next == 'e' || next == 'i' || next == 'y';
    default:
      return true;
  }
}

std::string sound_of(std::string_view letters) {
  std::string sound;
  const auto say = [&](std::string_view heard) {
    for (char c : heard)
      if (sound.empty() || sound.back() != c)
        sound += c;
  };
  while (!letters.empty()) {
    const auto* found = std::find_if(std::begin(kSounds), std::end(kSounds),
                                     [&](const Sound& s) { return is_said(s, letters); });
    const bool known = found != std::end(kSounds);
    say(known ? found->heard : letters.substr(0, 1));
    letters.remove_prefix(known ? found->written.size() : 1);
  }
  if (sound.size() > 3 && (sound.back() == 'e' || sound.back() == 's' || sound.back() == 't'))
    sound.pop_back();
  return sound;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t kLongest = 64;
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (a.size() > kLongest || b.size() > kLongest || gap > static_cast<std::size_t>(limit))
    return limit + 1;
  std::array<std::array<int, kLongest + 1>, 3> rows;  // every cell that is read was written before
  for (std::size_t j = 0; j <= b.size(); ++j)
    rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& before = rows[(i - 1) % 3];
    now[0] = static_cast<int>(i);
    int least = now[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], rows[(i - 2) % 3][j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > limit + 1)  // a swap can win back one
      return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

std::string name_key(std::string_view name) {
  std::string key = place_key(name);
  const auto blank = key.rfind(' ');
  const std::size_t start = blank == std::string::npos ? 0 : blank + 1;
  const std::string_view last = std::string_view(key).substr(start);
  const auto* found = std::find(kRoman.begin() + 1, kRoman.end(), last);
  if (found != kRoman.end())
    key.replace(start, std::string::npos, std::to_string(found - kRoman.begin()));
  return key;
}

Spelling::Spelling(std::string_view name_key) : signature(0) {
  const auto blank = name_key.rfind(' ');
  if (blank != std::string_view::npos && is_number(name_key.substr(blank + 1))) {
    number = name_key.substr(blank + 1);
    name_key = name_key.substr(0, blank);
  }
  for (char c : name_key)
    if (c != ' ')
      letters += c;
  sound = sound_of(letters);
  for (char c : letters) {  // a bit for the letter, another one where it stands twice
    const auto bit = static_cast<unsigned>(static_cast<unsigned char>(c) & 31U);
    const std::uint64_t once = std::uint64_t{1} << bit;
    signature |= (signature & once) != 0 ? once << 32U : once;
  }
}

double slips(const Spelling& typed, const Spelling& known, double limit) {
  if (typed.number != known.number)
    return limit + 1;
  double best = limit + 1;
  const auto most = static_cast<int>(std::ceil(2 * limit));
  // A slip changes two bits at most.
  if (std::popcount(typed.signature ^ known.signature) <= 2 * most) {
    const int letters = edit_distance(typed.letters, known.letters, most);
    const int sounds = edit_distance(typed.sound, known.sound, most);
    if (letters <= most && sounds <= most)
      best = std::min<double>(letters, (letters + sounds) / 2.0);
  }
  if (typed.letters.size() >= 4 && typed.letters.size() * 2 >= known.letters.size() &&
      known.letters.starts_with(typed.letters))
    best =
        std::min(best, 1 + 0.1 * static_cast<double>(known.letters.size() - typed.letters.size()));
  return best;
}

double score_of(double slips, const Spelling& typed, const Spelling& known) {
  const auto longer = static_cast<double>(std::max(typed.letters.size(), known.letters.size()));
  return longer == 0 ? 0 : std::max(0.0, 1 - slips / longer);
}

double most_slips(std::size_t letters) {
  return letters < 3 ? 1 : letters < 6 ? 2 : 3;
}

bool is_certain(Pool pool, std::size_t letters, double nearest, double second) {
  if (letters < 2)
    return false;
  double limit = 0;
  switch (pool) {
    case Pool::Siblings:
      limit = letters < 5 ? 1 : letters < 6 ? 1.3 : letters < 8 ? 2 : 3;
      break;
    case Pool::Parent:
      limit = letters < 4 ? 0 : letters < 5 ? 0.5 : letters < 7 ? 1 : letters < 9 ? 1.5 : 2;
      break;
    case Pool::Layer:
      limit = letters < 5 ? -1 : letters < 6 ? 0.5 : letters < 8 ? 1 : letters < 10 ? 1.5 : 2;
      break;
  }
  return nearest <= limit && second - nearest >= kClear;
}

}  // namespace malimap
