#include "geo/projects/locations.h"

namespace malimap {

std::int32_t Locations::traits_of(const Location& location) {
  return static_cast<std::int32_t>(location.scope) | (location.contested ? kContested : 0) |
         (location.point ? kPoint : 0);
}

void Locations::push_back(const Location& location) {
  const std::size_t before = size();
  traits_.push_back(traits_of(location));
  place_.push_back(location.place);
  const LonLat point = location.point.value_or(LonLat{0, 0});
  lon_.push_back(point.lon);
  lat_.push_back(point.lat);
  if (share_.empty() && location.share == 1)
    return;
  share_.resize(before, 1);
  reserve_one_more(share_);
  share_.push_back(location.share);
}

Location Locations::operator[](std::size_t i) const {
  const std::int32_t traits = traits_[i];
  Location location;
  location.scope = static_cast<Scope>(traits & kScope);
  if ((traits & kPoint) != 0)
    location.point = LonLat{lon_[i], lat_[i]};
  location.place = place_[i];
  if (!share_.empty())
    location.share = share_[i];
  location.contested = (traits & kContested) != 0;
  return location;
}

void Locations::set(std::size_t i, const Location& location) {
  traits_.set(i, traits_of(location));
  place_.set(i, location.place);
  const LonLat point = location.point.value_or(LonLat{0, 0});
  lon_.set(i, point.lon);
  lat_.set(i, point.lat);
  if (share_.empty() && location.share == 1)
    return;
  share_.resize(size(), 1);
  share_[i] = location.share;
}

void Locations::append(const Locations& other, std::span<const std::int32_t> places) {
  if (!share_.empty() || !other.share_.empty()) {
    reserve_more(share_, size() - share_.size() + other.size());
    share_.resize(size(), 1);
    share_.insert(share_.end(), other.share_.begin(), other.share_.end());
    share_.resize(size() + other.size(), 1);
  }
  traits_.append(other.traits_);
  place_.append(other.place_, [&](std::int32_t place) {
    return place < 0 ? place : places[static_cast<std::size_t>(place)];
  });
  lon_.append(other.lon_);
  lat_.append(other.lat_);
}

void Locations::shrink_to_fit() {
  traits_.shrink_to_fit();
  place_.shrink_to_fit();
  lon_.shrink_to_fit();
  lat_.shrink_to_fit();
  share_.shrink_to_fit();
}

std::size_t Locations::memory() const {
  return traits_.memory() + place_.memory() + lon_.memory() + lat_.memory() +
         share_.capacity() * sizeof(double);
}

}  // namespace malimap
