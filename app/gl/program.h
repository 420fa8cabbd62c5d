#pragma once
// Shader programs from the embedded files of shaders/.

#include <string>
#include <string_view>

#include "app/gl/handle.h"
#include "geo/base/result.h"

namespace malimap::gl {

using Program = Handle<ProgramKind>;

/// Compiles and links shaders/<vertex> and shaders/<fragment>; "common.glsl" is put before both.
/// Errors: a file that was not embedded; what the driver says of a shader it refuses.
[[nodiscard]] Result<Program> make_program(std::string_view vertex, std::string_view fragment);

/// The same from sources, for tests. Names are for messages only.
[[nodiscard]] Result<Program> make_program_of(const std::string& vertex_source,
                                              const std::string& fragment_source,
                                              const std::string& name);

/// The location of a uniform; -1, which GL ignores, where the compiler dropped it.
[[nodiscard]] GLint uniform(const Program& program, const char* name);

}  // namespace malimap::gl
