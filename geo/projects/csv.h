#pragma once
// Delimited text. GDAL's CSV driver does not recognise Windows-1252 and does not say the row of a
// spreadsheet, so this is ours.

#include <string>
#include <string_view>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"

namespace malimap {

/// The bytes as UTF-8: a byte order mark tells (UTF-8, UTF-16), else valid UTF-8 is that, else it
/// is Windows-1252. A sequence that a cut-off file breaks at its very end does not change the
/// verdict.
[[nodiscard]] std::string decode_text(std::string_view bytes);

/// Comma, semicolon, tab or bar: the one that the first lines hold most regularly outside quotes.
[[nodiscard]] char separator_of(std::string_view text);

/// Reads delimited text with a header line (RFC 4180; line breaks inside quotes are kept; title
/// lines of a single cell above the header and a row of HXL tags below it are passed over).
/// Reported: a quote that never closes, cells beyond the header. Errors: nothing in it, no header,
/// more columns than 4,096.
[[nodiscard]] Result<Table> parse_csv(std::string_view bytes, const std::string& file,
                                      Problems& problems);

}  // namespace malimap
