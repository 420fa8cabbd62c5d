#pragma once
// One name for Catch2 2 (Debian 12) and 3 (Debian 13).
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace malimap::testing {

/// A file of the repository.
inline std::string in_repository(const std::string& path) {
  return std::string(MALIMAP_ROOT) + "/" + path;
}

/// A real file beside the repository, or "" when it is absent there: the test then ends early and
/// says so aloud.
inline std::string shared_file(const std::string& path) {
  std::string full = in_repository("../shared/" + path);
  if (std::filesystem::exists(full))
    return full;
  std::cerr << "SKIPPED: ../shared/" << path << " is absent here\n";
  return {};
}

}  // namespace malimap::testing
