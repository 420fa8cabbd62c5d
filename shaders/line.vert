// One quad a segment, with room for round ends and a feather of one pixel.
layout(location = 0) in vec2 a_from;
layout(location = 1) in vec2 a_to;
layout(location = 2) in vec4 a_cut;     // normals of the planes that part the segment from the one before and the one behind
layout(location = 3) in uvec2 a_corner; // bits: 1 the far end, 2 the left side; and the style
uniform float u_half_width[4];          // px, per style
uniform vec4 u_colour[4];
flat out vec4 v_colour;
flat out vec2 v_shape;                  // length, half width
out vec4 v_place;                       // along, across; before, behind: negative belongs to a neighbour segment

void main() {
  vec2 from = to_pixel(a_from), to = to_pixel(a_to);
  vec2 span = to - from;
  float len = length(span);
  vec2 along = len > 1e-6 ? span / len : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  int style = int(a_corner.y);
  float room = u_half_width[style] + 1.0;
  bool far = (a_corner.x & 1u) != 0u;
  float side = (a_corner.x & 2u) != 0u ? room : -room;
  float step = far ? len + room : -room;
  vec2 offset = along * step + across * side;
  v_colour = u_colour[style];
  v_shape = vec2(len, u_half_width[style]);
  vec2 before = vec2(a_cut.x, -a_cut.y), behind = vec2(a_cut.z, -a_cut.w);
  v_place = vec4(step, side, dot(offset, before), dot(along * len - offset, behind));
  gl_Position = to_clip(from + offset);
}
