#include "geo/projects/same_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_set>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * kOdd;
  return hash ^ (hash >> 32);
}

/// Eight letters a step: whole lists are hashed cell by cell.
std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  hash = mixed(hash, text.size());
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = mixed(hash, word);
    text.remove_prefix(8);
  }
  if (text.empty())  // its data may be no address at all
    return hash;
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  return mixed(hash, rest);
}

/// The last steps spread the hash over all bits; never 0.
std::uint64_t finished(std::uint64_t hash) {
  hash = (hash ^ (hash >> 29)) * kOdd;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

void id_key(std::string_view id, std::string& key) {
  std::string folded;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::all_of(id.begin(), id.end(), is_ascii)) {
    folded = fold(id);
    id = folded;
  }
  key.clear();
  bool blank = false;
  for (const char c : id) {
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !key.empty() && is_digit(key.back()) && is_digit(c))
      key += ' ';
    blank = false;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

namespace {

/// `key` becomes the id's.
std::uint64_t hash_of_id(std::string_view id, std::string& key) {
  id_key(id, key);
  return finished(mixed(0, key));
}

}  // namespace

std::vector<std::uint32_t> first_with_same_id(const Projects& projects) {
  std::string one, other;
  return first_equal(
      projects.size(),
      [&](std::size_t i) -> std::uint64_t {
        if (projects.id[i].empty() || projects.count[i] != 1)
          return 0;
        return hash_of_id(projects.id[i], one);
      },
      [&](std::size_t a, std::size_t b) {
        id_key(projects.id[a], one);
        id_key(projects.id[b], other);
        return one == other;
      });
}

bool ids_all_differ(const Projects& projects) {
  const std::size_t rows = projects.size();
  std::string key;
  const auto hash_of = [&](std::size_t i) { return hash_of_id(projects.id[i], key); };
  // A bit for each hash finds the few that may be equal; those alone are held against each other.
  std::size_t bits = 1024;
  while (bits < rows * 16)
    bits *= 2;
  std::vector<bool> met(bits, false);
  std::unordered_set<std::uint64_t> doubtful;
  for (std::size_t i = 0; i < rows; ++i) {
    if (projects.id[i].empty() || projects.count[i] != 1)
      return false;
    const std::uint64_t hash = hash_of(i);
    if (met[hash & (bits - 1)])
      doubtful.insert(hash);
    met[hash & (bits - 1)] = true;
  }
  std::unordered_set<std::uint64_t> found;
  for (std::size_t i = 0; i < rows && !doubtful.empty(); ++i)
    if (const std::uint64_t hash = hash_of(i);
        doubtful.contains(hash) && !found.insert(hash).second)
      return false;
  return true;
}

std::vector<std::uint32_t> first_same_row(const Table& table) {
  const auto hash = [&](std::size_t i) {
    std::uint64_t sum = 0;
    for (const std::string_view cell : table.row(i))
      sum = mixed(sum, cell);
    if (const auto point = table.point(i))
      sum = mixed(mixed(sum, std::bit_cast<std::uint64_t>(point->lon)),
                  std::bit_cast<std::uint64_t>(point->lat));
    return finished(sum);
  };
  const auto equal = [&](std::size_t a, std::size_t b) {
    const auto of_a = table.row(a);
    const std::vector<std::string_view> cells(of_a.begin(), of_a.end());  // until the next row
    const auto others = table.row(b);
    return std::equal(cells.begin(), cells.end(), others.begin()) &&
           table.point(a) == table.point(b);
  };
  return first_equal(table.size(), hash, equal);
}

}  // namespace malimap
