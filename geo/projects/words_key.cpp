#include "geo/projects/words_key.h"

#include <cctype>

#include "geo/base/text.h"

namespace malimap {

std::string words_key(std::string_view text) {
  std::string key;
  for (char c : fold(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80)
      key.push_back(c);
    else if (!key.empty() && key.back() != ' ')
      key.push_back(' ');
  }
  while (!key.empty() && key.back() == ' ')
    key.pop_back();
  return key;
}

}  // namespace malimap
