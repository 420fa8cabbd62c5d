#pragma once
// One file over https, bounded in size and time.

#include <cstdint>
#include <string>

#include "geo/base/progress.h"
#include "geo/boundaries/address.h"

namespace malimap {

struct DownloadLimits {
  std::int64_t bytes = 500'000'000;
  long connect_s = 10;
  long stall_s = 20;  // without a sign of life
  long total_s = 3600;
};

/// Writes what the address gives to the file. Follows up to five redirects, to https alone (or from
/// the loopback to the loopback). Errors (place.file is address.shown): no connection, no answer,
/// an answer that is no success, cut off, too large, a redirect to where we do not go, a full disk,
/// cancelled. What is left of the file after an error is the caller's to remove.
[[nodiscard]] Status download(const Address& address, const std::string& file,
                              const DownloadLimits& limits, Progress* progress);

}  // namespace malimap
