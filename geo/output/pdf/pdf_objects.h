#pragma once
// The parts of a PDF file (ISO 32000-1): numbers, texts, objects, streams, cross-references.

#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// With at most so many decimals and as few digits as it takes; 0 for what is no number.
void append_number(std::string& out, double value, int decimals = 2);

/// A text string of UTF-16 with its mark, in hexadecimal.
[[nodiscard]] std::string pdf_text(std::string_view utf8);
/// Code units of UTF-16, big-endian, in hexadecimal; what is no UTF-8 is left out.
[[nodiscard]] std::string utf16_hex(std::string_view utf8);
void append_hex(std::string& out, unsigned value);  // four digits

class PdfObjects {
 public:
  /// A number for an object that is written later.
  [[nodiscard]] int reserve();
  void put(int id, std::string body);
  int add(std::string body);
  /// `entries` of the stream's dictionary beside its length and filter.
  int add_stream(const std::string& entries, std::string_view data);

  /// The whole file.
  [[nodiscard]] std::string file(int catalog, int info) const;

 private:
  std::vector<std::string> bodies_;  // of object 1, 2, ...
};

/// "12 0 R"
[[nodiscard]] std::string reference(int id);

}  // namespace malimap
