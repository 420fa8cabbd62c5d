// The first call of a function of a library that is opened on demand: see on_demand.cmake.

#include <dlfcn.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace {

struct Function {
  const char* name;
  const char* library;
};

// Without the library or the function there is nothing to go back to; so it is where a program
// that needs a library does not start.
void* or_end(void* found) {
  if (found != nullptr)
    return found;
  std::fprintf(stderr, "malimap: %s\n", dlerror());
  std::_Exit(127);
}

}  // namespace

extern "C" {
extern void* on_demand_slots[];  // written by on_demand.py
extern const Function on_demand_functions[];

/// The address of the function, which the later calls take. On any thread.
__attribute__((visibility("hidden"))) void* on_demand_open(std::size_t slot) {
  const Function& function = on_demand_functions[slot];
  void* library = or_end(dlopen(function.library, RTLD_LAZY | RTLD_LOCAL));  // counts, opens once
  void* address = or_end(dlsym(library, function.name));
  __atomic_store_n(&on_demand_slots[slot], address, __ATOMIC_RELEASE);
  return address;
}
}
