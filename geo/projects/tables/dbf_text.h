#pragma once
// Texts of dBASE files (shapefiles), which come in the encoding of whoever wrote them: what the
// .cpg file or the language driver id says, what the bytes themselves say where that is wrong.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace malimap {

class DbfText {
 public:
  /// declared: the encoding that the file names ("UTF-8", "CP850", "ISO-8859-1"), or "".
  explicit DbfText(std::string_view declared);

  /// As UTF-8. Bytes that are valid UTF-8 of several bytes a letter are that, whatever a file with
  /// one byte a letter declares. width: of the field, 0 unknown; a text that fills it may end in
  /// the middle of a letter, which is then left out.
  [[nodiscard]] std::string utf8(std::string_view bytes, std::size_t width) const;

 private:
  struct Close {
    void operator()(void* converter) const;
  };
  std::shared_ptr<void> converter_;  // ICU's, for encodings other than UTF-8 and Windows-1252
  bool several_bytes_ = false;       // declared one such as GBK
};

}  // namespace malimap
