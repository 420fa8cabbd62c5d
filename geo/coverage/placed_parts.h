#pragma once
// The parts of projects, as columns.

#include <span>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/projects/projects.h"

namespace malimap {

/// A project's part in one place: what lies in one slot and is known as one unit. A project has at
/// least one part, and at most one of the same slot and place.
struct ProjectPart {
  int slot = 0;
  std::int32_t known = -1;  // the place: UnitTree::number_of its unit, behind all units a place of
                            // several (Placement::joined); -1: none
  Cents budget;             // 0 when the project has none
};

/// As a vector of parts; two to four bytes each where every project has one, whose budget is the
/// project's, else eight more.
class PlacedParts {
 public:
  PlacedParts() = default;
  explicit PlacedParts(Snapshot<Projects> list) : list_(std::move(list)) {}

  /// All parts of the next project.
  void push_project(std::span<const ProjectPart> parts);
  [[nodiscard]] ProjectPart operator[](std::size_t i) const {
    return {slot_[i], known_[i], split_ ? budget_[i] : budget_of(i)};
  }
  [[nodiscard]] std::size_t size() const { return slot_.size(); }
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  [[nodiscard]] Cents budget_of(std::size_t project) const {
    return list_->budget.at(project).value_or(Cents{});
  }

  Snapshot<Projects> list_;
  IntColumn slot_, known_;
  bool split_ = false;         // a project has several parts, or another budget than its part
  std::vector<Cents> budget_;  // of the parts, if so
};

}  // namespace malimap
