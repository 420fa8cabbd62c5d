// One point a dot, with room for its feather. Points whose middle lies outside are left out whole: the map is drawn with a margin.
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec4 a_colour;
uniform vec2 u_corner;    // of the picture in the window, the lower left one
uniform float u_radius;   // px
flat out vec4 v_colour;
flat out vec2 v_centre;   // window coordinates: y up

void main() {
  v_colour = a_colour;
  vec2 pixel = to_pixel(a_position);
  v_centre = u_corner + vec2(pixel.x, u_size.y - pixel.y);
  gl_PointSize = 2.0 * u_radius + 1.5;
  gl_Position = to_clip(pixel);
}
