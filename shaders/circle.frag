// A filled circle with an outline centred on its edge, by distance.
flat in float v_radius;
in vec2 v_offset;
out vec4 o_colour;
uniform vec4 u_fill;
uniform vec4 u_line;
uniform float u_half_line;

void main() {
  float away = length(v_offset);
  vec4 fill = premultiplied(u_fill, clamp(v_radius - away + 0.5, 0.0, 1.0));
  vec4 line = premultiplied(u_line, band(away - v_radius, u_half_line));
  o_colour = line + fill * (1.0 - line.a);
}
