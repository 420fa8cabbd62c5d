#pragma once

namespace malimap {

/// Lets the heap grow in one large step, in large pages where the system has them: the pictures of
/// a window's first frame are tens of megabytes, and a fault for each four kilobytes of fresh
/// memory takes longer than drawing them. For the viewer, before it allocates much.
void prefer_large_pages();

}  // namespace malimap
