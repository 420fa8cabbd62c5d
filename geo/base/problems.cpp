#include "geo/base/problems.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace malimap {
namespace {

constexpr double kScoreUnit = 10'000;

GroupKey key_of(const ProblemGroup& group) {
  return {group.reason, group.severity, group.msgid, group.remedy,
          group.file,   group.sheet,    group.column};
}

/// Of what tells most groups of a list apart; the rest is compared.
std::size_t hash_of(const GroupKey& key) {
  const std::hash<std::string_view> hash;
  return hash(key.reason) * 0x9E3779B97F4A7C15U + hash(key.column);
}

std::uint32_t small_row(std::int64_t row) {
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(row, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::uint8_t small_count(std::size_t count) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(count, 255));
}

void pack(std::string& packed, std::string_view arg) {
  const auto length = static_cast<std::uint32_t>(arg.size());
  for (int shift = 0; shift < 32; shift += 8)
    packed += static_cast<char>((length >> shift) & 0xFF);
  packed += arg;
}

std::string_view unpack(std::string_view& packed) {
  std::uint32_t length = 0;
  for (int byte = 3; byte >= 0; --byte)
    length = (length << 8) | static_cast<unsigned char>(packed[static_cast<std::size_t>(byte)]);
  const std::string_view arg = packed.substr(4, length);
  packed.remove_prefix(4 + arg.size());
  return arg;
}

/// One text stands as it is, so that an argument that is the value costs nothing more.
std::vector<std::string> unpacked(std::string_view packed, std::size_t count) {
  if (count == 1)
    return {std::string(packed)};
  std::vector<std::string> args;
  for (std::size_t i = 0; i < count; ++i)
    args.emplace_back(unpack(packed));
  return args;
}

}  // namespace

double score_of(const Occurrence& occurrence) {
  return occurrence.score / kScoreUnit;
}

void Problems::report(const Problem& problem) {
  const Error& error = problem.error;
  const Place& where = error.where;
  push(group_of({problem.reason, problem.severity, error.what.msgid, error.remedy.msgid, where.file,
                 where.sheet, where.column}),
       {where.row.value_or(0), error.what.args, problem.value, problem.proposal,
        problem.proposal_code, problem.score},
       error.remedy.args);
}

void Problems::report(const GroupKey& group, const Instance& instance) {
  push(group_of(group), instance, {});
}

ProblemGroup& Problems::group_of(const GroupKey& key) {
  if (last_ < groups_.size() && key_of(groups_[last_]) == key)
    return groups_[last_];
  const std::size_t hash = hash_of(key);
  const auto [from, to] = index_.equal_range(hash);
  for (auto found = from; found != to; ++found)
    if (key_of(groups_[found->second]) == key)
      return groups_[last_ = found->second];
  last_ = groups_.size();
  index_.emplace(hash, last_);
  return groups_.emplace_back(ProblemGroup{std::string(key.reason),
                                           key.severity,
                                           std::string(key.msgid),
                                           std::string(key.remedy),
                                           std::string(key.file),
                                           std::string(key.sheet),
                                           std::string(key.column),
                                           {}});
}

TextId Problems::packed(std::span<const std::string> args,
                        std::span<const std::string> remedy_args) {
  if (args.size() + remedy_args.size() == 0)
    return 0;
  if (args.size() + remedy_args.size() == 1)
    return texts_.add(args.empty() ? remedy_args.front() : args.front());
  std::string packed;
  for (const std::string& arg : args)
    pack(packed, arg);
  for (const std::string& arg : remedy_args)
    pack(packed, arg);
  return texts_.add(packed);
}

void Problems::push(ProblemGroup& group, const Instance& instance,
                    std::span<const std::string> remedy_args) {
  const auto args = instance.args.first(small_count(instance.args.size()));
  remedy_args = remedy_args.first(small_count(remedy_args.size()));
  Occurrence occurrence;
  occurrence.row = small_row(instance.row);
  occurrence.value = texts_.add(instance.value);
  occurrence.proposal = texts_.add(instance.proposal);
  occurrence.proposal_code = texts_.add(instance.proposal_code);
  // Most messages name the value and nothing else.
  const bool names_value =
      args.size() == 1 && remedy_args.empty() && args.front() == instance.value;
  occurrence.args = names_value ? occurrence.value : packed(args, remedy_args);
  occurrence.arg_count = small_count(args.size());
  occurrence.remedy_arg_count = small_count(remedy_args.size());
  occurrence.score =
      static_cast<std::uint16_t>(std::lround(std::clamp(instance.score, 0.0, 1.0) * kScoreUnit));
  reserve_one_more(group.occurrences);
  group.occurrences.push_back(occurrence);
  ++size_;
}

void Problems::append(const Problems& other) {
  constexpr TextId kUnknown = std::numeric_limits<TextId>::max();
  std::vector<TextId> here(other.texts_.size(), kUnknown);
  const auto translated = [&](TextId id) {
    if (here[id] == kUnknown)
      here[id] = texts_.add(other.texts_[id]);
    return here[id];
  };
  for (const ProblemGroup& theirs : other.groups_) {
    ProblemGroup& ours = group_of(key_of(theirs));
    const std::size_t before = ours.size();
    for (Occurrence occurrence : theirs.occurrences) {
      occurrence.value = translated(occurrence.value);
      occurrence.proposal = translated(occurrence.proposal);
      occurrence.proposal_code = translated(occurrence.proposal_code);
      occurrence.args = translated(occurrence.args);
      reserve_one_more(ours.occurrences);
      ours.occurrences.push_back(occurrence);
    }
    const auto earlier = [](const Occurrence& a, const Occurrence& b) { return a.row < b.row; };
    // What stood here is in order already, or was put so by the append before.
    const auto junction = static_cast<std::ptrdiff_t>(before == 0 ? 0 : before - 1);
    if (!std::is_sorted(ours.occurrences.begin() + junction, ours.occurrences.end(), earlier))
      std::stable_sort(ours.occurrences.begin(), ours.occurrences.end(), earlier);
  }
  size_ += other.size_;
}

std::size_t Problems::count(Severity severity) const {
  std::size_t count = 0;
  for (const ProblemGroup& group : groups_)
    count += group.severity == severity ? group.size() : 0;
  return count;
}

std::size_t Problems::count(std::string_view reason) const {
  std::size_t count = 0;
  for (const ProblemGroup& group : groups_)
    count += group.reason == reason ? group.size() : 0;
  return count;
}

std::vector<std::string> Problems::args(const Occurrence& occurrence) const {
  auto args = unpacked(texts_[occurrence.args],
                       std::size_t{occurrence.arg_count} + occurrence.remedy_arg_count);
  args.resize(occurrence.arg_count);
  return args;
}

Problem Problems::at(const ProblemGroup& group, std::size_t index) const {
  const Occurrence& one = group.occurrences[index];
  auto args = unpacked(texts_[one.args], std::size_t{one.arg_count} + one.remedy_arg_count);
  std::vector<std::string> remedy_args(args.begin() + one.arg_count, args.end());
  args.resize(one.arg_count);
  Place place{group.file, group.sheet, {}, group.column};
  if (one.row != 0)
    place.row = one.row;
  return {
      group.reason,
      group.severity,
      Error{
          {group.msgid, std::move(args)}, std::move(place), {group.remedy, std::move(remedy_args)}},
      std::string(texts_[one.value]),
      std::string(texts_[one.proposal]),
      std::string(texts_[one.proposal_code]),
      score_of(one)};
}

Problem Problems::nth(std::size_t index) const {
  auto group = groups_.begin();
  for (; index >= group->size(); ++group)
    index -= group->size();
  return at(*group, index);
}

std::vector<Problem> Problems::all() const {
  std::vector<Problem> problems;
  problems.reserve(size_);
  for_each([&](Problem problem) { problems.push_back(std::move(problem)); });
  return problems;
}

std::size_t Problems::memory() const {
  std::size_t bytes = texts_.memory();
  for (const ProblemGroup& group : groups_)
    bytes += group.occurrences.capacity() * sizeof(Occurrence);
  return bytes;
}

}  // namespace malimap
