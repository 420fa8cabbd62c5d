# Window and interface: libglfw3-dev, libimgui-dev (with its GLFW and OpenGL 3 backends), libstb-dev, libfreetype-dev.
find_package(glfw3 REQUIRED)
find_package(Freetype REQUIRED)
find_path(IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY imgui REQUIRED)
find_library(STB_LIBRARY stb REQUIRED)
add_library(imgui INTERFACE)
target_include_directories(imgui SYSTEM INTERFACE ${IMGUI_INCLUDE} ${IMGUI_INCLUDE}/backends)
target_link_libraries(imgui INTERFACE ${IMGUI_LIBRARY} ${STB_LIBRARY} Freetype::Freetype glfw)
