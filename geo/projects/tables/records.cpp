#include "geo/projects/tables/records.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace malimap {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;

/// The high bit of each byte that is zero, and perhaps of some behind the first such one.
std::uint64_t zero_bytes(std::uint64_t word) {
  return (word - kOnes) & ~word & (kOnes << 7);
}

}  // namespace

std::size_t Records::cell_end(std::size_t from) const {
  const char* const text = text_.data();
  const std::size_t size = text_.size();
  // Eight letters at a time: all of a list goes through here.
  const std::uint64_t separators = kOnes * static_cast<unsigned char>(separator_);
  while (std::endian::native == std::endian::little && from + 8 <= size) {
    std::uint64_t word = 0;
    std::memcpy(&word, text + from, 8);
    const std::uint64_t ends = zero_bytes(word ^ separators) | zero_bytes(word ^ (kOnes * '\n')) |
                               zero_bytes(word ^ (kOnes * '\r'));
    if (ends != 0)
      return from + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
    from += 8;
  }
  while (from < size && text[from] != separator_ && text[from] != '\n' && text[from] != '\r')
    ++from;
  return from;
}

bool Records::next(std::vector<std::string_view>& cells) {
  if (at_ >= text_.size())
    return false;
  cells.clear();
  ++count_;
  do
    cells.push_back(cell());
  while (at_ < text_.size() && text_[at_] == separator_ && (++at_, true));
  if (at_ < text_.size() && text_[at_] == '\r')
    ++at_;
  if (at_ < text_.size() && text_[at_] == '\n')
    ++at_;
  return true;
}

std::string_view Records::cell() {
  std::size_t start = at_;
  while (start < text_.size() && text_[start] == ' ')
    ++start;
  if (start < text_.size() && text_[start] == '"') {
    at_ = start;
    return quoted_cell();
  }
  const std::size_t end = cell_end(start);
  at_ = end;
  return text_.substr(start, end - start);
}

std::string_view Records::quoted_cell() {
  const std::size_t start = ++at_;
  bool plain = true;  // no doubled quotes, nothing behind the closing one
  std::string out;
  std::size_t from = start;
  for (;;) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      unclosed_ = count_;
      if (plain)
        return text_.substr(start);
      return unescaped_.keep(std::move(out.append(text_.substr(from))));
    }
    at_ = quote + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      plain = false;
      out.append(text_.substr(from, at_ - from));
      from = ++at_;
      continue;
    }
    const std::size_t end = cell_end(at_);
    if (plain && end == at_)
      return text_.substr(start, quote - start);
    out.append(text_.substr(from, quote - from));
    out.append(text_.substr(at_, end - at_));
    at_ = end;
    return unescaped_.keep(std::move(out));
  }
}

}  // namespace malimap
