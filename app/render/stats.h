#pragma once
#include <cstdint>

namespace malimap {

/// What an upload is for: tests hold that panning moves no geometry and that a filter moves colours
/// only.
enum class Upload { Geometry, Colours, Markers, Labels, Furniture };

/// What the renderer did since it was made: performance without a clock.
struct RenderStats {
  std::int64_t frames = 0;
  std::int64_t draw_calls = 0;
  std::int64_t uploads = 0;
  std::int64_t uploaded_bytes = 0;
  std::int64_t geometry_uploads = 0, colour_uploads = 0, marker_uploads = 0, label_uploads = 0,
               furniture_uploads = 0;
  std::int64_t labels_rasterised = 0;

  void count(Upload what, std::int64_t bytes);
};

}  // namespace malimap
