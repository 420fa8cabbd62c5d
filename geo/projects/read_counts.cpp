#include "geo/projects/projects.h"

namespace malimap {

ReadCounts& ReadCounts::operator+=(const ReadCounts& other) {
  read += other.read;
  used += other.used;
  national += other.national;
  outside += other.outside;
  unlocated += other.unlocated;
  skipped += other.skipped;
  for (const auto& [currency, more] : other.amounts) {
    ReadAmounts& amount = amounts[currency];
    amount.read += more.read;
    amount.used += more.used;
    amount.national += more.national;
    amount.outside += more.outside;
    amount.unlocated += more.unlocated;
    amount.skipped += more.skipped;
  }
  return *this;
}

}  // namespace malimap
