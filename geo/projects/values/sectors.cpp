#include "geo/projects/sectors.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "geo/base/embedded.h"
#include "geo/base/text.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

/// The cells of one line of our own lists: commas, quotes around cells that hold commas.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

/// The words of a name without those that only tie them, in alphabetical order: "Eau, hygiène et
/// assainissement" and "assainissement, hygiène et eau" are one.
std::string name_key(std::string_view name) {
  static constexpr std::array<std::string_view, 17> kTies = {
      "et", "and", "de",  "d",       "des",      "du",   "la", "le", "les",
      "l",  "of",  "the", "cluster", "clusters", "sous", "en", "in"};
  auto words = split(words_key(name), " ");
  std::erase_if(words, [](const std::string& word) {
    return std::find(kTies.begin(), kTies.end(), word) != kTies.end();
  });
  std::sort(words.begin(), words.end());
  std::string key;
  for (const auto& word : words)
    key += (key.empty() ? "" : " ") + word;
  return key;
}

struct Sector {
  std::string french, english;
};
struct DacCode {
  std::string french, english;
};

class SectorList {
 public:
  SectorList() {
    read_sectors();
    read_codes();
  }

  /// -1: not in the list.
  [[nodiscard]] int named(std::string_view name) const {
    const auto found = by_name_.find(name_key(name));
    return found == by_name_.end() ? -1 : found->second;
  }
  /// The sector with the longest beginning of the code; codes that are not the DAC's have none.
  [[nodiscard]] int coded(std::string_view code) const {
    if (dac_.find(std::string(code)) == dac_.end())
      return -1;
    return by_beginning(code);
  }
  [[nodiscard]] int of_cluster(std::string_view code) const {
    const auto found = by_cluster_.find(std::string(code));
    return found == by_cluster_.end() ? -1 : found->second;
  }
  [[nodiscard]] const DacCode* dac(std::string_view code) const {
    const auto found = dac_.find(std::string(code));
    return found == dac_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const Sector& sector(int index) const {
    return sectors_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const Sector* by_value(const std::string& value) const {
    const auto found = by_value_.find(value);
    return found == by_value_.end() ? nullptr : &sector(found->second);
  }

 private:
  [[nodiscard]] int by_beginning(std::string_view code) const {
    for (std::size_t length = code.size(); length >= 2; --length)
      if (const auto found = by_code_.find(std::string(code.substr(0, length)));
          found != by_code_.end())
        return found->second;
    return -1;
  }

  void remember(std::string_view name, int sector) {
    if (auto key = name_key(name); !key.empty())
      by_name_.emplace(std::move(key), sector);
  }

  void read_sectors() {
    for (const auto& cells : lines("sectors/sectors.csv")) {
      if (cells.size() < 5)
        continue;
      const int index = static_cast<int>(sectors_.size());
      sectors_.push_back({cells[0], cells[1]});
      by_value_.emplace(cells[0], index);
      for (const auto& code : split(cells[2], " "))
        by_code_.emplace(code, index);
      for (const auto& code : split(cells[3], " "))
        by_cluster_.emplace(code, index);
      remember(cells[0], index);
      remember(cells[1], index);
      for (const auto& name : split(cells[4], "|"))
        remember(name, index);
    }
  }

  void read_codes() {
    for (const auto& cells : lines("sectors/dac.csv")) {
      if (cells.size() < 3)
        continue;
      dac_.emplace(cells[0], DacCode{cells[1], cells[2]});
      const int sector = by_beginning(cells[0]);
      for (std::size_t i = 1; sector >= 0 && i <= 2; ++i)
        remember(cells[i], sector);  // a name of the list itself stands before the DAC's
    }
  }

  static std::vector<std::vector<std::string>> lines(std::string_view path) {
    std::vector<std::vector<std::string>> all;
    for (const auto& line : split(asset(path).value_or(std::string_view{}), "\n"))
      all.push_back(cells_of(line));
    if (!all.empty())
      all.erase(all.begin());  // the header
    return all;
  }

  std::vector<Sector> sectors_;
  std::unordered_map<std::string, int> by_name_, by_code_, by_cluster_, by_value_;
  std::unordered_map<std::string, DacCode> dac_;
};

const SectorList& list() {
  static const SectorList sectors;
  return sectors;
}

/// "14030", "14030.0", "14030 - Eau", "140: Eau": the code in front, or "".
std::string_view code_in(std::string_view typed) {
  const auto end = std::min(typed.find_first_not_of("0123456789"), typed.size());
  const auto code = typed.substr(0, end);
  auto rest = typed.substr(end);
  if (rest.starts_with(".0"))
    rest.remove_prefix(2);
  const bool alone = rest.empty() || rest[0] == ' ' || rest[0] == ':' || rest[0] == '-' ||
                     rest[0] == '.' || rest[0] == ',' || rest.starts_with("\u2013");
  return (code.size() == 3 || code.size() == 5) && alone ? code : std::string_view{};
}

int index_of(std::string_view typed) {
  typed = trim(typed);
  if (typed.empty())
    return -1;
  if (const auto code = code_in(typed); !code.empty())
    if (const int index = list().coded(code); index >= 0)
      return index;
  return list().named(typed);
}

/// The pieces between any of the separators.
std::vector<std::string> parted(std::string_view text,
                                std::span<const std::string_view> separators) {
  std::string marked;
  while (!text.empty()) {
    const auto separator = std::find_if(separators.begin(), separators.end(),
                                        [&](auto s) { return !s.empty() && text.starts_with(s); });
    marked += separator == separators.end() ? text.front() : '\n';
    text.remove_prefix(separator == separators.end() ? 1 : separator->size());
  }
  return split(marked, "\n");
}

/// Names of sectors hold the signs that also part them, so that a split counts
/// only where all its parts are sectors of the list.
std::vector<std::string> known_parts(const std::string& name) {
  static constexpr std::array<std::array<std::string_view, 6>, 4> kSeparators = {
      {{",", "", "", "", "", ""},
       {"/", "", "", "", "", ""},
       {" et ", " and ", " & ", " + ", "", ""},
       {",", "/", " et ", " and ", " & ", " + "}}};
  for (const auto& separators : kSeparators) {
    auto parts = parted(name, separators);
    if (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), is_known_sector))
      return parts;
  }
  return {name};
}

void add(std::vector<Shared>& sectors, std::string name, std::optional<double> share) {
  const auto found = std::find_if(sectors.begin(), sectors.end(),
                                  [&](const auto& sector) { return sector.name == name; });
  if (found == sectors.end())
    sectors.push_back({std::move(name), share});
  else if (share)
    found->share = found->share.value_or(0) + *share;
}

}  // namespace

std::string normalised_sector(std::string_view typed) {
  const int index = index_of(typed);
  return index < 0 ? std::string(trim(typed)) : list().sector(index).french;
}

bool is_known_sector(std::string_view typed) {
  return index_of(typed) >= 0;
}

std::string sector_label(const std::string& value, Language language) {
  const Sector* sector = list().by_value(value);
  if (sector == nullptr)
    return value;
  return language == Language::French ? sector->french : sector->english;
}

std::vector<Shared> sectors_in(std::string_view cell) {
  std::vector<Shared> sectors;
  // Whole names that hold signs of the list ("Environnement / réduction des risques").
  if (const int index = index_of(cell); index >= 0)
    return {{list().sector(index).french, {}}};
  for (const auto& [name, share] : split_list(cell)) {
    const auto parts = is_known_sector(name) ? std::vector{name} : known_parts(name);
    for (const auto& part : parts)
      add(sectors, normalised_sector(part),
          share ? std::optional(*share / static_cast<double>(parts.size())) : share);
  }
  return sectors;
}

std::string iati_sector(std::string_view vocabulary, std::string_view code,
                        std::string_view narrative) {
  vocabulary = trim(vocabulary);
  code = trim(code);
  int index = -1;
  if (vocabulary.empty() || vocabulary == "1" || vocabulary == "2" || vocabulary == "DAC" ||
      vocabulary == "DAC-3")
    index = list().coded(code);
  else if (vocabulary == "10")
    index = list().of_cluster(code);
  if (index >= 0)
    return list().sector(index).french;
  return normalised_sector(trim(narrative).empty() ? code : narrative);
}

std::string dac_name(std::string_view code, Language language) {
  const DacCode* known = list().dac(trim(code));
  if (known == nullptr)
    return {};
  const bool french = language == Language::French && !known->french.empty();
  return french ? known->french : known->english;
}

}  // namespace malimap
