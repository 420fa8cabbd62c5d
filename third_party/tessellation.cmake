# libglu1-mesa-dev, for its polygon tessellator alone (no GL context is needed): robust on self-touching rings.
find_library(GLU_LIBRARY GLU REQUIRED)
find_path(GLU_INCLUDE GL/glu.h REQUIRED)
