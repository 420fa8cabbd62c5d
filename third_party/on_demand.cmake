# malimap_on_demand(TARGET LIBRARIES... CALLED_BY COMPONENTS...): the libraries are opened by the first call into them instead of
# before main(). GDAL with its hundred dependencies takes longer to load than most runs of the program, and many need none of it.
# Where stubs are not written (on_demand.py: x86-64), and in builds with sanitizers, the libraries are linked as usual.
function(malimap_on_demand target)
  cmake_parse_arguments(PARSE_ARGV 1 this "" "" "CALLED_BY")
  if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64" OR MALIMAP_SANITIZE)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(stubs ${CMAKE_CURRENT_BINARY_DIR}/${target}_on_demand.S)
  set(script ${PROJECT_SOURCE_DIR}/third_party/on_demand.py)
  list(TRANSFORM this_CALLED_BY REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archives)
  add_custom_command(OUTPUT ${stubs}
    COMMAND Python3::Interpreter ${script} ${CMAKE_NM} ${CMAKE_READELF} ${stubs} ${this_UNPARSED_ARGUMENTS} -- ${archives}
    DEPENDS ${script} ${this_CALLED_BY}
    VERBATIM)
  target_sources(${target} PRIVATE ${stubs} ${PROJECT_SOURCE_DIR}/third_party/on_demand.cpp)
  target_link_libraries(${target} PRIVATE ${CMAKE_DL_LIBS})
  target_link_options(${target} PRIVATE LINKER:--as-needed)  # what only the stubs call is not loaded at the start
endfunction()
