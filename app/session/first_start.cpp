#include "app/session/first_start.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "geo/projects/workspace.h"

namespace malimap {
namespace {

namespace fs = std::filesystem;

// Beside the memory; empty without a home.
fs::path mark() {
  const std::string memory = memory_path();
  return memory.empty() ? fs::path() : fs::path(memory).parent_path() / "started";
}

}  // namespace

bool is_first_start() {
  std::error_code error;
  const fs::path path = mark();
  return !path.empty() && !fs::exists(path, error) && !error;
}

void remember_start() {
  std::error_code error;
  const fs::path path = mark();
  if (path.empty())
    return;
  fs::create_directories(path.parent_path(), error);
  std::ofstream(path) << "1\n";
}

}  // namespace malimap
