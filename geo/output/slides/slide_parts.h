#pragma once
// The parts around the slides: what every presentation has.

#include <cstdint>
#include <string>
#include <vector>

#include "geo/output/document.h"
#include "geo/output/slides/package.h"

namespace malimap {

struct SlidePart {
  std::string xml;    // of the slide
  std::string notes;  // of the speaker
};

struct SlideSize {
  std::int64_t width = 12192000, height = 6858000;  // EMU
};

/// The whole package, in the order to write it.
[[nodiscard]] std::vector<PackagePart> slide_parts(const std::vector<SlidePart>& slides,
                                                   const SlideSize& size, const DocumentInfo& info);

}  // namespace malimap
