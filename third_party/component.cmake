# malimap_component(NAME): a static library with the project's warnings, includes from the repository's root.
# Sources are added by the folder that owns them: target_sources(malimap_NAME PRIVATE ...).
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
option(MALIMAP_WERROR "Treat warnings as errors" ON)
set(MALIMAP_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

function(malimap_flags target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic>
    # GCC 12 sees overlaps in std::string's own operator+ that are not there (GCC bug 105651).
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict>
    $<$<AND:$<BOOL:${MALIMAP_WERROR}>,$<COMPILE_LANGUAGE:CXX>>:-Werror>)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  if(MALIMAP_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${MALIMAP_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${MALIMAP_SANITIZE})
  endif()
endfunction()

function(malimap_component name)
  add_library(malimap_${name} STATIC)
  malimap_flags(malimap_${name})
endfunction()
