// A small disc. Its edge is sharply bent, so what it covers of a pixel is asked at four places.
flat in vec4 v_colour;
flat in vec2 v_centre;
out vec4 o_colour;
uniform float u_radius;

float quarter(vec2 away) { return clamp((u_radius - length(away)) * 2.0 + 0.5, 0.0, 1.0); }

void main() {
  vec2 away = gl_FragCoord.xy - v_centre;
  float cover = 0.25 * (quarter(away + vec2(0.25, 0.25)) + quarter(away + vec2(-0.25, 0.25)) +
                        quarter(away + vec2(0.25, -0.25)) + quarter(away + vec2(-0.25, -0.25)));
  o_colour = premultiplied(v_colour, cover);
}
