#include "geo/map/unit_grid.h"

#include <algorithm>

namespace malimap {
namespace {

std::size_t cell_of(double value, double low, double width, std::size_t cells) {
  const double part = width > 0 ? (value - low) / width * static_cast<double>(cells) : 0;
  return static_cast<std::size_t>(std::clamp(part, 0.0, static_cast<double>(cells - 1)));
}

}  // namespace

std::size_t UnitGrid::column(double x) const {
  return cell_of(x, box_.low.x, box_.width(), kCells);
}

std::size_t UnitGrid::row(double y) const {
  return cell_of(y, box_.low.y, box_.height(), kCells);
}

UnitGrid::UnitGrid(const Shapes& shapes) : box_(shapes.box), first_(kCells * kCells + 1) {
  const auto each = [&](auto call) {
    for (std::size_t unit = 0; unit < shapes.units.size(); ++unit) {
      const PlaneBox& box = shapes.units[unit].box;
      if (box.empty())
        continue;
      for (std::size_t y = row(box.low.y); y <= row(box.high.y); ++y)
        for (std::size_t x = column(box.low.x); x <= column(box.high.x); ++x)
          call(y * kCells + x, static_cast<UnitIndex>(unit));
    }
  };
  each([&](std::size_t cell, UnitIndex) { ++first_[cell + 1]; });
  for (std::size_t cell = 1; cell < first_.size(); ++cell)
    first_[cell] += first_[cell - 1];
  units_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each([&](std::size_t cell, UnitIndex unit) { units_[next[cell]++] = unit; });
}

UnitIndex unit_at(const Shapes& shapes, const DetailLevel& detail, PlanePoint point) {
  for (std::size_t u = 0; u < shapes.units.size(); ++u)
    if (const auto unit = static_cast<UnitIndex>(u);
        shapes.units[u].box.contains(point) && detail.holds(unit, point))
      return unit;
  return kNoUnit;
}

std::span<const UnitIndex> UnitGrid::near(PlanePoint point) const {
  const std::size_t cell = row(point.y) * kCells + column(point.x);
  return std::span(units_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
}

}  // namespace malimap
