flat in vec4 v_colour;
flat in vec2 v_shape;
in vec4 v_place;
out vec4 o_colour;

void main() {
  float beyond = max(max(-v_place.x, v_place.x - v_shape.x), 0.0);
  float away = length(vec2(beyond, v_place.y));
  float own = (v_place.z >= 0.0 && v_place.w >= 0.0) ? 1.0 : 0.0;
  o_colour = premultiplied(v_colour, band(away, v_shape.y) * own);
}
