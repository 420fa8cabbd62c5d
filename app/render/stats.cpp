#include "app/render/stats.h"

namespace malimap {

void RenderStats::count(Upload what, std::int64_t bytes) {
  uploads += 1;
  uploaded_bytes += bytes;
  switch (what) {
    case Upload::Geometry:
      geometry_uploads += 1;
      break;
    case Upload::Colours:
      colour_uploads += 1;
      break;
    case Upload::Markers:
      marker_uploads += 1;
      break;
    case Upload::Labels:
      label_uploads += 1;
      break;
    case Upload::Furniture:
      furniture_uploads += 1;
      break;
  }
}

}  // namespace malimap
