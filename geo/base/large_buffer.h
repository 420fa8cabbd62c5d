#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace malimap {

struct FreeMemory {
  void operator()(unsigned char* bytes) const { std::free(bytes); }
};
using LargeBuffer = std::unique_ptr<unsigned char, FreeMemory>;

/// Bytes of any content for pictures and the like, in large pages where the system has them: a page
/// of paper at 300 dpi is 9,000 small pages, and each costs its first touch. Null when there are
/// not so many.
[[nodiscard]] inline LargeBuffer large_buffer(std::size_t bytes) {
  constexpr std::size_t kPage = std::size_t{2} << 20;
  const std::size_t whole = (bytes + kPage - 1) / kPage * kPage;
  LargeBuffer buffer(static_cast<unsigned char*>(std::aligned_alloc(kPage, whole)));
  if (buffer != nullptr)
    (void)madvise(buffer.get(), whole, MADV_HUGEPAGE);  // advice: nothing is lost without it
  return buffer;
}

}  // namespace malimap
