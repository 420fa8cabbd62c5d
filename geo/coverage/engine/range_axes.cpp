#include "geo/coverage/engine/range_axes.h"

#include "geo/coverage/engine/running_sums.h"

namespace malimap {
namespace {

/// Of a number that must lie in the range.
class RangeSums : public AxisSums {
 public:
  using RangeOf = NumberRange (*)(const Filter&);
  RangeSums(const CoverageCube& cube, FilterBits own, RangeOf range, RunningSums sums)
      : cube_(&cube), own_(own), range_(range), sums_(std::move(sums)) {}

  // The axis's own view looks past the range. Without one rows without a number count too.
  [[nodiscard]] ViewTallies under(const Filter& filter) const override {
    ViewTallies sums(*cube_);
    if (without(filter, own_) == filter) {
      sums_.add_all(sums, kAllViews);
      return sums;
    }
    sums_.add_all(sums, own_);
    sums_.add(sums, range_(filter), kAllViews & ~own_);
    return sums;
  }
  [[nodiscard]] std::size_t bytes() const override { return sums_.bytes(); }

 private:
  const CoverageCube* cube_;
  FilterBits own_;
  RangeOf range_;
  RunningSums sums_;
};

/// Of one part of a filter that is a range.
class RangeAxis : public Axis {
 public:
  using NumberOf = std::int64_t (*)(const Projects&, std::size_t row);
  RangeAxis(Snapshot<RangeStrata> strata, FilterPart part, NumberOf number,
            RangeSums::RangeOf range)
      : strata_(std::move(strata)), part_(part), number_(number), range_(range) {}
  [[nodiscard]] FilterBits parts() const override { return bit_of(part_); }
  [[nodiscard]] std::span<const std::uint32_t> loose() const override {
    return strata_->strata.loose;
  }
  [[nodiscard]] std::shared_ptr<const AxisSums> sums(const CoverageCube& cube, const Filter& rest,
                                                     const Progress* progress) const override {
    const Projects& list = *cube.dataset().projects;
    const auto number = [&list, of = number_](std::size_t row) { return of(list, row); };
    return std::make_shared<RangeSums>(cube, parts(), range_,
                                       RunningSums(cube, rest, *strata_, number, progress));
  }

 private:
  Snapshot<RangeStrata> strata_;
  FilterPart part_;
  NumberOf number_;
  RangeSums::RangeOf range_;
};

/// Who ends before the window's first day began before its last: those that end before they begin
/// are loose, and a window that ends before it begins is not asked of it.
class ActiveSums : public AxisSums {
 public:
  ActiveSums(const CoverageCube& cube, RunningSums begun, RunningSums ended)
      : cube_(&cube), begun_(std::move(begun)), ended_(std::move(ended)) {}

  [[nodiscard]] ViewTallies under(const Filter& filter) const override {
    constexpr FilterBits kOwn = bit_of(FilterPart::Active);
    ViewTallies sums(*cube_);
    const DateRange& window = filter.active;
    if (window.empty()) {
      begun_.add_all(sums, kAllViews);
      return sums;
    }
    begun_.add_all(sums, kOwn);
    begun_.add(sums, numbers_between(std::optional<Date>(), window.last), kAllViews & ~kOwn);
    if (window.first)
      ended_.take_away(sums, {NumberRange().low, as_number(*window.first) - 1}, kAllViews & ~kOwn);
    return sums;
  }
  [[nodiscard]] std::size_t bytes() const override { return begun_.bytes() + ended_.bytes(); }

 private:
  const CoverageCube* cube_;
  RunningSums begun_, ended_;
};

class ActiveAxis : public Axis {
 public:
  ActiveAxis(Snapshot<RangeStrata> begin, Snapshot<RangeStrata> end)
      : begin_(std::move(begin)), end_(std::move(end)) {}
  [[nodiscard]] FilterBits parts() const override { return bit_of(FilterPart::Active); }
  [[nodiscard]] bool answers(const Filter& filter) const override {
    const DateRange& window = filter.active;
    return !window.first || !window.last || *window.first <= *window.last;
  }
  [[nodiscard]] std::span<const std::uint32_t> loose() const override {
    return begin_->strata.loose;
  }
  [[nodiscard]] std::shared_ptr<const AxisSums> sums(const CoverageCube& cube, const Filter& rest,
                                                     const Progress* progress) const override {
    const Projects& list = *cube.dataset().projects;
    const auto begun = [&list](std::size_t row) { return as_number(list.start.values[row]); };
    const auto ended = [&list](std::size_t row) { return as_number(list.end.values[row]); };
    return std::make_shared<ActiveSums>(cube, RunningSums(cube, rest, *begin_, begun, progress),
                                        RunningSums(cube, rest, *end_, ended, progress));
  }

 private:
  Snapshot<RangeStrata> begin_, end_;
};

}  // namespace

std::unique_ptr<Axis> budget_axis(Snapshot<RangeStrata> strata) {
  return std::make_unique<RangeAxis>(
      std::move(strata), FilterPart::Budget,
      [](const Projects& list, std::size_t row) { return as_number(list.budget.values[row]); },
      [](const Filter& filter) { return numbers_between(filter.budget.low, filter.budget.high); });
}
std::unique_ptr<Axis> start_axis(Snapshot<RangeStrata> strata) {
  return std::make_unique<RangeAxis>(
      std::move(strata), FilterPart::Start,
      [](const Projects& list, std::size_t row) { return as_number(list.start.values[row]); },
      [](const Filter& filter) { return numbers_between(filter.start.first, filter.start.last); });
}
std::unique_ptr<Axis> active_axis(Snapshot<RangeStrata> begin, Snapshot<RangeStrata> end) {
  return std::make_unique<ActiveAxis>(std::move(begin), std::move(end));
}

}  // namespace malimap
