in vec2 v_texel;
out vec4 o_colour;
uniform sampler2D u_picture;

void main() { o_colour = texelFetch(u_picture, ivec2(v_texel), 0); }
