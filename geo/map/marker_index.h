#pragma once
// Where the projects of a list lie on the plane, whatever the filter: what costs a projection, a
// sort and the merging of circles is done once for a list, and a filter only counts.

#include <span>
#include <string>
#include <vector>

#include "geo/map/cluster_tree.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Up to so many places are clustered anew for each filter, as exactly as can be; more share the
/// clusters of the whole list.
inline constexpr std::size_t kFewPlaces = 4000;

/// A place holds the locations at one position (to a metre) that are all contested or all not.
/// Places outside the country are left out. Immutable; keeps the list's columns alive.
class MarkerIndex {
 public:
  /// `projection`: as project_points() takes it; points that it cannot project are left out.
  MarkerIndex(const Dataset& dataset, const std::string& projection);

  struct Entry {
    ProjectIndex row;
    std::uint32_t location;  // index into Projects::locations
  };
  /// Entries of one project in one place, which count as one: [first, end).
  struct Group {
    std::uint32_t place, first, end;
  };

  [[nodiscard]] const Dataset& dataset() const { return dataset_; }
  [[nodiscard]] std::size_t size() const { return positions_.size(); }
  [[nodiscard]] PlanePoint position(std::size_t place) const { return positions_[place]; }
  [[nodiscard]] bool contested(std::size_t place) const { return contested_[place] != 0; }
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// A place's entries, by their index: those of one project follow each other.
  [[nodiscard]] std::uint32_t first_entry(std::size_t place) const { return first_entry_[place]; }
  [[nodiscard]] std::uint32_t end_entry(std::size_t place) const { return first_entry_[place + 1]; }
  /// Whether two entries are of one project.
  [[nodiscard]] bool same_project(std::uint32_t a, std::uint32_t b) const {
    return number_of(entries_[a].row) == number_of(entries_[b].row);
  }
  /// Projects that lie at several places: of each, its groups in the order of places.
  [[nodiscard]] std::size_t scattered_count() const { return scattered_offsets_.size() - 1; }
  [[nodiscard]] std::span<const Group> scattered(std::size_t i) const {
    return std::span(scattered_)
        .subspan(scattered_offsets_[i], scattered_offsets_[i + 1] - scattered_offsets_[i]);
  }
  /// Of all places, each leaf being the place of its number; null where they are few.
  [[nodiscard]] const Snapshot<ClusterTree>& tree() const { return tree_; }

 private:
  struct Found;
  [[nodiscard]] std::vector<Found> find_entries(const std::string& projection) const;
  [[nodiscard]] std::int32_t number_of(ProjectIndex row) const {
    return numbers_.empty() ? row : numbers_[static_cast<std::size_t>(row)];
  }
  void add_places(std::vector<Found> found, const std::string& projection);
  void order_by_tree();
  void find_scattered();

  Dataset dataset_;
  std::span<const std::int32_t> numbers_;  // of the dataset's rows
  std::vector<PlanePoint> positions_;
  std::vector<std::uint8_t> contested_;
  std::vector<std::uint32_t> first_entry_{0};
  std::vector<Entry> entries_;
  std::vector<Group> scattered_;
  std::vector<std::uint32_t> scattered_offsets_{0};
  Snapshot<ClusterTree> tree_;
};

/// Distinct projects among entries that follow each other, where `passes` (per entry) is not 0. Of
/// the rows of one project the one that stands for most counts.
[[nodiscard]] std::int64_t count_projects(const MarkerIndex& index, std::uint32_t first,
                                          std::uint32_t end, std::span<const std::uint8_t> passes);
[[nodiscard]] std::int64_t count_projects(const MarkerIndex& index, std::size_t place,
                                          std::span<const std::uint8_t> passes);

}  // namespace malimap
