#pragma once
// Whether the program was started before: who starts it for the first time is shown around.

namespace malimap {

/// False also where nothing can be written down, so that nobody is shown around every time.
[[nodiscard]] bool is_first_start();

/// From now on it was started before.
void remember_start();

}  // namespace malimap
