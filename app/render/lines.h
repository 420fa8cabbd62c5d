#pragma once
// Lines of any width: one quad a segment, round joins and feather in the fragment shader (no
// multisampling). A fragment at a bend belongs to one of its two segments only (they are parted by
// the bend's bisector), so feathers do not add up.

#include <array>
#include <functional>

#include "app/render/frame.h"
#include "geo/base/result.h"

namespace malimap {

inline constexpr std::size_t kLineStyles = 4;

struct LineStyle {
  double width_dp = 1;
  Colour colour;
};

/// A polyline to put into a mesh. Points are read at once, not kept.
struct LineSource {
  std::span<const PlanePoint> points;
  bool closed = false;     // the last point joins the first (repeated or not)
  std::uint8_t style = 0;  // index into the brush's styles
};

/// Polylines on the GPU; each is a part that can be drawn or left out.
class LineMesh {
 public:
  [[nodiscard]] static LineMesh make(gl::GlState& state, RenderStats& stats, PlanePoint origin,
                                     std::span<const LineSource> lines,
                                     Upload what = Upload::Geometry);
  [[nodiscard]] explicit operator bool() const { return static_cast<bool>(array_); }
  [[nodiscard]] std::size_t size() const { return parts_.size(); }

 private:
  friend class LineBrush;
  gl::VertexArray array_;
  gl::Buffer vertices_, indices_;
  std::vector<IndexRun> parts_;
  std::vector<PlaneBox> boxes_;
};

class LineBrush {
 public:
  [[nodiscard]] static Result<LineBrush> create();

  /// Draws the parts in the view for which wanted(part) is true (all, when it is empty), in the
  /// mesh's order.
  void draw(Frame& frame, const LineMesh& mesh, const std::array<LineStyle, kLineStyles>& styles,
            const std::function<bool(std::size_t)>& wanted = {});

 private:
  gl::Program program_;
  ViewUniforms view_;
  GLint half_width_ = -1, colour_ = -1;
};

}  // namespace malimap
