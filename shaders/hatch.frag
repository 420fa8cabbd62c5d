// "No data": lines at 45 degrees. See geo/map/style.h for period, width and where they run.
flat in vec4 v_colour;
out vec4 o_colour;
uniform vec4 u_line;       // the lines' colour
uniform float u_period;    // across the lines, px
uniform float u_half_width;
uniform float u_shift;     // of the lines, px, in window coordinates

// Share of a pixel on the near side of an edge at 45 degrees, `t` px from its middle.
float beyond(float t) {
  const float r = 0.70710678;
  float a = clamp(t + r, 0.0, r), b = clamp(r - t, 0.0, r);
  return t < 0.0 ? a * a : 1.0 - b * b;
}

void main() {
  float across = (gl_FragCoord.x - gl_FragCoord.y) * 0.70710678 - u_shift;
  float away = (fract(across / u_period + 0.5) - 0.5) * u_period;
  float cover = beyond(away + u_half_width) - beyond(away - u_half_width);
  o_colour = mix(v_colour, u_line, clamp(cover, 0.0, 1.0) * u_line.a);
}
