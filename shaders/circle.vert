layout(location = 0) in vec2 a_position;
layout(location = 1) in float a_radius;   // dp
layout(location = 2) in uint a_corner;    // bits: 1 right, 2 bottom
uniform float u_px_per_dp;
uniform float u_half_line;                // px
flat out float v_radius;
out vec2 v_offset;

void main() {
  v_radius = a_radius * u_px_per_dp;
  float room = v_radius + u_half_line + 1.0;
  v_offset = vec2((a_corner & 1u) != 0u ? room : -room, (a_corner & 2u) != 0u ? room : -room);
  gl_Position = to_clip(to_pixel(a_position) + v_offset);
}
