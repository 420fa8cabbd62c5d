// Texts and furniture: pictures that Cairo painted, put on whole pixels.
layout(location = 0) in vec2 a_pixel;
layout(location = 1) in vec2 a_texel;
out vec2 v_texel;

void main() {
  v_texel = a_texel;
  gl_Position = to_clip(a_pixel);
}
