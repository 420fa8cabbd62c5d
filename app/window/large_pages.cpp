#include "app/window/large_pages.h"

#include <cstdint>
#include <cstdlib>  // says whether the C library is glibc

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace malimap {

#ifdef __GLIBC__
void prefer_large_pages() {
  constexpr int kMega = 1 << 20;
  constexpr int kFirst = 64 * kMega;  // address space, no memory before it is used
  // A block of its own for each allocation would come in small pages. These are the limits that
  // glibc reaches by itself in a program that frees large blocks.
  mallopt(M_MMAP_THRESHOLD, 32 * kMega);
  mallopt(M_TRIM_THRESHOLD, 2 * kFirst);
  mallopt(M_TOP_PAD, kFirst);
  const auto end = [] { return reinterpret_cast<std::uintptr_t>(sbrk(0)); };
  const std::uintptr_t before = end();
  void* volatile more = std::malloc(4 * kMega);  // than is left: the heap grows
  std::free(more);
  mallopt(M_TOP_PAD, kMega);
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t from = (before + page - 1) / page * page;
  if (end() > from)
    madvise(reinterpret_cast<void*>(from), end() - from, MADV_HUGEPAGE);
}
#else
void prefer_large_pages() {}
#endif

}  // namespace malimap
