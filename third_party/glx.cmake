# The window's OpenGL context and pictures handed to the X server: libgl-dev and libx11-dev, which libglfw3-dev brings.
find_package(OpenGL REQUIRED COMPONENTS GLX)
find_package(X11 REQUIRED)
