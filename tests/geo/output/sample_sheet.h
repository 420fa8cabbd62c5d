#pragma once
// A small page with everything that a canvas knows, drawn by hand; and programs that read files.

#include <string>

#include "geo/output/document.h"

namespace malimap::testing {

inline constexpr PageSize kSheetSize{800, 450, 96};

/// A framed map with the units ML05 (with a hole), ML09 (in the hole) and ML01 (hatched, beyond the
/// frame), a dashed line through the frame, labels with halos; a title with & and <; a table.
void draw_sheet(Canvas& canvas);

[[nodiscard]] DocumentInfo sheet_info();

/// A fresh folder for one test's files; its path ends in a slash.
[[nodiscard]] std::string fresh_folder(const std::string& name);
void write_file(const std::string& path, const std::string& bytes);
[[nodiscard]] std::string read_file(const std::string& path);

/// Whether the program is installed; says aloud when it is not.
[[nodiscard]] bool installed(const std::string& program);
/// Runs a command line with its output thrown away; true when it succeeded within two minutes.
[[nodiscard]] bool runs(const std::string& command);

}  // namespace malimap::testing
