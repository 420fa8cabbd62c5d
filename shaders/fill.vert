// The unit's colour is fetched once a vertex, so that the fragments, millions of them, only copy it.
layout(location = 0) in vec2 a_position;
layout(location = 1) in uint a_unit;
uniform samplerBuffer u_paint;
flat out vec4 v_colour;

void main() {
  v_colour = texelFetch(u_paint, int(a_unit));
  gl_Position = to_clip(to_pixel(a_position));
}
