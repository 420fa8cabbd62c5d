#pragma once
// Addresses that a user may give in place of a file, and what of them may be shown.

#include <string>
#include <string_view>

#include "geo/base/result.h"

namespace malimap {

struct Address {
  std::string url;        // complete, with what it says of user and password: never to be shown
  std::string shown;      // scheme, host and path alone: for messages, and kept beside copies
  std::string key;        // of url without user and password: 16 hexadecimal digits
  std::string name;       // the last part of the path, safe as a file name; never empty
  bool loopback = false;  // this machine itself: 127.0.0.0/8, ::1, localhost
};

/// True for what looks like an address of the web, allowed or not.
[[nodiscard]] bool is_remote(std::string_view path);

/// Errors: not an address; neither https nor, on the loopback, http. They do not repeat user,
/// password and query.
[[nodiscard]] Result<Address> read_address(const std::string& url);

}  // namespace malimap
