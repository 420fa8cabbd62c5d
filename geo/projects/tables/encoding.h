#pragma once
// In which encoding a text came, and the same text as UTF-8.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace malimap {

/// UTF-8 text and what keeps its bytes alive.
struct DecodedText {
  std::string_view text;
  std::shared_ptr<const void> memory;
};

/// A byte order mark tells (UTF-8, UTF-16), or NULs at every second byte (UTF-16 without a mark);
/// else valid UTF-8 is that, else it is Windows-1252. A sequence that a cut-off file breaks at its
/// very end does not change the verdict. Text that is UTF-8 already is not copied: the result
/// points into `bytes`, which `memory` keeps alive. release: told of bytes that were looked at.
[[nodiscard]] DecodedText decode(std::string_view bytes, std::shared_ptr<const void> memory,
                                 const std::function<void(std::string_view)>& release = {});

/// The bytes as UTF-8, in a string of its own.
[[nodiscard]] std::string decode_text(std::string_view bytes);

}  // namespace malimap
