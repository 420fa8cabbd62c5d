#include <algorithm>

#include "geo/projects/tables/header_rows.h"

namespace malimap {

CellLook look_of(std::string_view cell) {
  if (cell.empty())
    return CellLook::Blank;
  std::size_t digits = 0, letters = 0, others = 0;
  for (const char c : cell) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    digits += c >= '0' && c <= '9';
    letters += letter;
    others += static_cast<unsigned char>(c) >= 0x80;  // letters with accents, narrow blanks
  }
  if (digits == 0)
    return CellLook::Text;
  if (digits == 4 && cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")))
    return CellLook::Year;
  if (letters == 0 && others <= digits)
    return CellLook::Number;  // dates too
  const bool one_word = cell.find(' ') == std::string_view::npos;
  if (one_word && digits >= 2 && letters + others <= 4)
    return CellLook::Code;  // "ML0501", "P125669"
  const bool amount = letters + others <= 4 && digits > letters + others;
  return amount ? CellLook::Number : CellLook::Text;  // "45 000 USD"
}

}  // namespace malimap
