# The OpenGL 3.3 core loader, written at build time by python3-glad: no download, nothing generated is committed. The one extension is
# Mesa's, for copies to a window (app/gl/page.cpp).
find_program(GLAD glad REQUIRED)
set(GLAD_DIR ${CMAKE_BINARY_DIR}/glad)
add_custom_command(
  OUTPUT ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h
  COMMAND ${GLAD} --reproducible --quiet --api gl:core=3.3 --extensions GL_MESA_framebuffer_flip_y --out-path ${GLAD_DIR} c
  COMMENT "Writing the OpenGL 3.3 core loader"
  VERBATIM)
add_library(glad STATIC ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h)
target_include_directories(glad SYSTEM PUBLIC ${GLAD_DIR}/include)
target_link_libraries(glad PUBLIC ${CMAKE_DL_LIBS})
