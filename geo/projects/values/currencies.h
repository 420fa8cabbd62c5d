#pragma once
#include <string>
#include <string_view>

namespace malimap {

/// Whether this is a code of ISO 4217 in use today, in capitals.
[[nodiscard]] bool is_currency_code(std::string_view code);

/// Signs and brackets that part words become blanks; the euro's and the pound's sign stand by
/// themselves, and the dollar's after a multiplier ("k$").
[[nodiscard]] std::string open_words(std::string_view text);

}  // namespace malimap
