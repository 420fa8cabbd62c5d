# malimap_component(NAME): a static library with the project's warnings, includes from the repository's root.
# Sources are added by the folder that owns them: target_sources(malimap_NAME PRIVATE ...).
option(MALIMAP_WERROR "Treat warnings as errors" ON)
set(MALIMAP_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

function(malimap_flags target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic>
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
