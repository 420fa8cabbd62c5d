// Put before every shader. The picture: pixels from its top left corner, y down; the plane: metres, y up.
uniform vec2 u_centre;      // of the picture, m from the shapes' origin
uniform float u_px_per_m;
uniform vec2 u_size;        // of the picture, px

vec2 to_pixel(vec2 plane) {
  vec2 d = (plane - u_centre) * u_px_per_m;
  return vec2(d.x, -d.y) + 0.5 * u_size;
}

vec4 to_clip(vec2 pixel) {
  return vec4(pixel.x / u_size.x * 2.0 - 1.0, 1.0 - pixel.y / u_size.y * 2.0, 0.0, 1.0);
}

// How much of the pixel's width lies within `half_width` of a line whose middle is `away` px from the pixel's middle.
float band(float away, float half_width) {
  return clamp(min(away + 0.5, half_width) - max(away - 0.5, -half_width), 0.0, 1.0);
}

vec4 premultiplied(vec4 colour, float cover) {
  return vec4(colour.rgb, 1.0) * (colour.a * cover);
}
