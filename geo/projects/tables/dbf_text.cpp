#include "geo/projects/tables/dbf_text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace malimap {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

enum class Utf8 { Valid, CutAtEnd, No };

/// `end`: where the last whole letter ends.
Utf8 check_utf8(std::string_view bytes, std::size_t& end) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    end = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0)
      return i == size && U8_IS_LEAD(data[end]) ? Utf8::CutAtEnd : Utf8::No;
  }
  return Utf8::Valid;
}

bool is_latin(std::string_view name) {
  return name.empty() || name == "ISO-8859-1" || name == "CP1252" || name == "UTF-8" ||
         name == "LATIN1" || name == "ASCII";
}

}  // namespace

void DbfText::Close::operator()(void* converter) const {
  ucnv_close(static_cast<UConverter*>(converter));
}

DbfText::DbfText(std::string_view declared) {
  UErrorCode status = U_ZERO_ERROR;
  // ISO 8859-1 is a part of Windows-1252, and files that name it mean the latter.
  const std::string name(is_latin(declared) ? "windows-1252" : declared);
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    converter = ucnv_open("windows-1252", &status);
  }
  if (U_FAILURE(status))
    return;
  several_bytes_ = ucnv_getMaxCharSize(converter) > 1;
  converter_ = std::shared_ptr<void>(converter, Close{});
}

std::string DbfText::utf8(std::string_view bytes, std::size_t width) const {
  if (is_ascii(bytes))
    return std::string(bytes);
  if (!several_bytes_) {
    std::size_t end = 0;
    const Utf8 verdict = check_utf8(bytes, end);
    if (verdict == Utf8::Valid)
      return std::string(bytes);
    const bool cut = verdict == Utf8::CutAtEnd && width > 0 && bytes.size() >= width;
    // "Diré" that fills its field in Windows-1252 also ends in the start of a letter of UTF-8.
    if (cut && !is_ascii(bytes.substr(0, end)))
      return std::string(bytes.substr(0, end));
  }
  if (!converter_)
    return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                static_cast<UConverter*>(converter_.get()), status);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace malimap
