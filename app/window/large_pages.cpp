#include "app/window/large_pages.h"

#include <cstdint>
#include <cstdlib>  // says whether the C library is glibc
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace malimap {

#ifdef __GLIBC__
void prefer_large_pages(int megabytes) {
  constexpr int kMega = 1 << 20;
  // Blocks with a mapping of their own would come in small pages. These are the limits that glibc
  // reaches by itself in a program that frees large blocks.
  mallopt(M_MMAP_THRESHOLD, 32 * kMega);
  mallopt(M_TRIM_THRESHOLD, 128 * kMega);
  // Address space that the heap keeps when it is given back; no memory before it is used.
  constexpr int kBlock = 24;  // fits into a heap of every thread
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  std::vector<void*> blocks;
  for (; megabytes > 0; megabytes -= kBlock) {
    const auto size = static_cast<std::size_t>(kBlock) * kMega;
    void* block = std::malloc(size);
    blocks.push_back(block);
    // Whole pages, and no gap between neighbouring blocks: it would be one between large pages.
    const auto begin = reinterpret_cast<std::uintptr_t>(block) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(block) + size + page) / page * page;
    if (block != nullptr)
      madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  }
  for (void* block : blocks)
    std::free(block);
}
#else
void prefer_large_pages(int) {}
#endif

}  // namespace malimap
