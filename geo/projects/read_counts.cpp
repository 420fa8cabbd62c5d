#include "geo/projects/read_counts.h"

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

std::int64_t& rows_of(ReadCounts& counts, Scope scope) {
  switch (scope) {
    case Scope::Located:
      return counts.used;
    case Scope::National:
      return counts.national;
    case Scope::Outside:
      return counts.outside;
    case Scope::Unlocated:
      break;
  }
  return counts.unlocated;
}

Cents& part_of(ReadAmounts& amounts, Scope scope) {
  switch (scope) {
    case Scope::Located:
      return amounts.used;
    case Scope::National:
      return amounts.national;
    case Scope::Outside:
      return amounts.outside;
    case Scope::Unlocated:
      break;
  }
  return amounts.unlocated;
}

}  // namespace malimap
