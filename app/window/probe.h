#pragma once
// The state of the window as JSON, for tests that act on the real window from outside: what is
// shown, and where on the screen everything is that can be pressed.

#include <cstdint>
#include <string>

#include "app/panels/context.h"
#include "app/render/stats.h"

namespace malimap {

struct ProbeInput {
  const PanelContext& panels;
  const View& view;
  const RenderStats& render;
  std::int64_t frames = 0;
  int window_x = 0, window_y = 0, window_width = 0, window_height = 0;
};

[[nodiscard]] std::string probe_json(const ProbeInput& input);

/// Written aside and renamed, so that a reader never sees half of it.
[[nodiscard]] Status write_probe(const std::string& path, const std::string& json);

}  // namespace malimap
