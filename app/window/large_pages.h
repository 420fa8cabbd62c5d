#pragma once

namespace malimap {

/// Lets the calling thread's heap grow at once by some room, in large pages where the system has
/// them: a window's first frame needs tens of megabytes, and a fault for each four kilobytes of
/// fresh memory takes longer than drawing it. Before the thread allocates much.
void prefer_large_pages(int megabytes);

}  // namespace malimap
