#include "geo/output/pdf/pdf_objects.h"

#include <libdeflate.h>
#include <unicode/utf8.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>

namespace malimap {
namespace {

constexpr int kEffort = 1;        // of compression: 3 takes twice as long and saves a twentieth
constexpr double kLargest = 1e9;  // far beyond every page
constexpr char kDigits[] = "0123456789ABCDEF";

struct FreeCompressor {
  void operator()(libdeflate_compressor* made) const { libdeflate_free_compressor(made); }
};

/// Empty when it cannot be had.
std::string compressed(std::string_view data) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kEffort));
  if (!compressor)
    return {};
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

}  // namespace

void append_number(std::string& out, double value, int decimals) {
  if (!(std::abs(value) < kLargest))
    value = 0;
  const double unit = decimals == 2 ? 100 : std::pow(10, decimals);
  auto digits = static_cast<std::int64_t>(std::abs(value) * unit + 0.5);
  if (digits == 0) {
    out += '0';
    return;
  }
  if (value < 0)
    out += '-';
  for (; decimals > 0 && digits % 10 == 0; --decimals)
    digits /= 10;
  char buffer[32];
  char* const end = buffer + sizeof buffer;
  char* at = end;
  for (int place = 0; digits != 0 || place < decimals; ++place, digits /= 10) {
    *--at = static_cast<char>('0' + digits % 10);
    if (place + 1 == decimals)
      *--at = '.';
  }
  out.append(at, static_cast<std::size_t>(end - at));
}

void append_hex(std::string& out, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4)
    out += kDigits[(value >> shift) & 15];
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto end = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < end;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, end, c);
    if (c < 0)
      continue;
    const auto code = static_cast<unsigned>(c);
    if (code >= 0x10000)
      append_hex(out, 0xD7C0 + (code >> 10));
    append_hex(out, code >= 0x10000 ? 0xDC00 + (code & 0x3FF) : code);
  }
  return out;
}

std::string pdf_text(std::string_view utf8) {
  return "<FEFF" + utf16_hex(utf8) + ">";
}

std::string reference(int id) {
  return std::to_string(id) + " 0 R";
}

int PdfObjects::reserve() {
  bodies_.emplace_back("null");
  return static_cast<int>(bodies_.size());
}

void PdfObjects::put(int id, std::string body) {
  bodies_[static_cast<std::size_t>(id - 1)] = std::move(body);
}

int PdfObjects::add(std::string body) {
  bodies_.push_back(std::move(body));
  return static_cast<int>(bodies_.size());
}

int PdfObjects::add_stream(const std::string& entries, std::string_view data) {
  const std::string packed = compressed(data);
  const std::string_view shown = packed.empty() ? data : std::string_view(packed);
  std::string body = "<< " + entries + (packed.empty() ? "" : " /Filter /FlateDecode") +
                     " /Length " + std::to_string(shown.size()) + " >>\nstream\n";
  body.append(shown).append("\nendstream");
  return add(std::move(body));
}

std::string PdfObjects::file(int catalog, int info) const {
  std::string out = "%PDF-1.6\n%\xE2\xE3\xCF\xD3\n";  // the second line: this is no text
  std::string table;
  for (std::size_t i = 0; i < bodies_.size(); ++i) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", out.size());
    table += line;
    out.append(std::to_string(i + 1)).append(" 0 obj\n").append(bodies_[i]).append("\nendobj\n");
  }
  const std::string start = std::to_string(out.size()), size = std::to_string(bodies_.size() + 1);
  out += "xref\n0 " + size + "\n0000000000 65535 f \n" + table;
  out += "trailer\n<< /Size " + size + " /Root " + reference(catalog) + " /Info " +
         reference(info) + " >>\nstartxref\n" + start + "\n%%EOF\n";
  return out;
}

}  // namespace malimap
