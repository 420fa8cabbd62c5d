#include "geo/coverage/engine/value_axis.h"

namespace malimap {
namespace {

class ValueSums : public AxisSums {
 public:
  ValueSums(const CoverageCube& cube, const Filter& rest, const ValueStrata& strata,
            const Progress* progress)
      : cube_(&cube),
        strata_(&strata),
        sums_(sums_of_strata({cube, rest}, strata.strata, progress)) {}

  // The filter's values tell of an example what they tell of its stratum. A stratum that fails one
  // dimension counts in the list of its values alone.
  [[nodiscard]] ViewTallies under(const Filter& filter) const override {
    ViewTallies sums(*cube_);
    const Matcher values(*cube_->dataset().projects, without(filter, ~strata_->dimensions));
    for (std::size_t s = 0; s < sums_.size(); ++s)
      if (const FilterBits failed = values.fails(strata_->example[s]); failed == 0)
        sums.merge(sums_[s]);
      else if ((failed & (failed - 1)) == 0)
        sums.merge(sums_[s], failed);
    return sums;
  }
  [[nodiscard]] std::size_t bytes() const override {
    return sums_.empty() ? 0 : sums_.size() * sums_.front().bytes();
  }

 private:
  const CoverageCube* cube_;
  const ValueStrata* strata_;
  std::vector<ViewTallies> sums_;
};

class ValueAxis : public Axis {
 public:
  explicit ValueAxis(const ValueStrata& strata) : strata_(&strata) {}
  [[nodiscard]] FilterBits parts() const override { return strata_->dimensions; }
  [[nodiscard]] std::span<const std::uint32_t> loose() const override {
    return strata_->strata.loose;
  }
  [[nodiscard]] std::shared_ptr<const AxisSums> sums(const CoverageCube& cube, const Filter& rest,
                                                     const Progress* progress) const override {
    return std::make_shared<ValueSums>(cube, rest, *strata_, progress);
  }

 private:
  const ValueStrata* strata_;
};

}  // namespace

std::unique_ptr<Axis> value_axis(const ValueStrata& strata) {
  return std::make_unique<ValueAxis>(strata);
}

}  // namespace malimap
