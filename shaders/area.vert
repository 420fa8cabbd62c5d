// An area whose colour comes with its vertices.
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec4 a_colour;
flat out vec4 v_colour;

void main() {
  v_colour = a_colour;
  gl_Position = to_clip(to_pixel(a_position));
}
