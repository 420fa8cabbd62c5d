#pragma once
#include <tl/expected.hpp>
#include <utility>

#include "geo/base/error.h"

namespace malimap {

/// A value or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// Result without a value.
using Status = tl::expected<void, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Message what, Place where = {},
                                                   Message remedy = {}) {
  return tl::make_unexpected(Error{std::move(what), std::move(where), std::move(remedy)});
}

}  // namespace malimap
