#pragma once
// Splitting amounts over places so that the parts add up to the whole, to the cent.

#include <span>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// The amount split in proportion to the shares by the method of largest remainders (Hamilton):
/// each part is its exact quota rounded down or up, and the parts add up to the amount exactly.
/// Shares need not add up to 1. Shares that are negative or not finite count as zero; when all are
/// zero the split is equal. Ties go to the earlier part; a negative amount splits as its positive
/// one. No shares, no parts.
[[nodiscard]] std::vector<Cents> split_cents(Cents amount, std::span<const double> shares);

}  // namespace malimap
