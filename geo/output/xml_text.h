#pragma once
// Texts and numbers as XML takes them.

#include <string>
#include <string_view>

namespace malimap {

/// Without the characters that XML 1.0 cannot hold and without broken UTF-8; line breaks and tabs
/// stay.
[[nodiscard]] std::string xml_clean(std::string_view text);

/// xml_clean, and & < > " as entities.
[[nodiscard]] std::string xml_escape(std::string_view text);

/// At most so many decimals, none that are zero, a point in every locale.
[[nodiscard]] std::string compact_number(double value, int decimals = 2);

/// A valid XML name (NCName) made of a P-code or another id; empty stays empty.
[[nodiscard]] std::string xml_name(std::string_view id);

}  // namespace malimap
