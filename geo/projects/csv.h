#pragma once
// Delimited text. GDAL's CSV driver does not recognise Windows-1252, does not say the row of a
// spreadsheet and reads on one core, so this is ours.

#include <memory>
#include <string>
#include <string_view>

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"

namespace malimap {

/// Comma, semicolon, tab or bar: the one that the first lines hold most regularly outside quotes.
[[nodiscard]] char separator_of(std::string_view text);

/// Bytes of a text, what keeps them alive, and who is told which of them were read (may be nobody).
struct TextBytes {
  std::string_view bytes;
  std::shared_ptr<const void> memory;
  TextRows::Release release;
};

/// Reads delimited text (RFC 4180; line breaks inside quotes are kept) and takes its header. Long
/// texts are read by several threads, and their rows taken apart when they are asked for
/// (Table::text_rows). Reported: a quote that never closes, cells beyond the header. Errors:
/// nothing in it, no header, more columns than 4,096, a row of more than 64 MiB.
[[nodiscard]] Result<Table> parse_csv(const TextBytes& text, const std::string& file,
                                      Problems& problems, Progress* progress = nullptr);

/// The same for bytes that live as long as the program.
[[nodiscard]] Result<Table> parse_csv(std::string_view bytes, const std::string& file,
                                      Problems& problems);

}  // namespace malimap
