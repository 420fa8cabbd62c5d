#pragma once
#include <cstdint>
#include <string>

namespace malimap {

/// Parts that slides and notes inherit from: a white ground and a title that stays hidden until a
/// slide has one.
[[nodiscard]] std::string slide_master();
[[nodiscard]] std::string slide_layout();
[[nodiscard]] std::string notes_master();

/// A4 upright, as notes are printed.
inline constexpr std::int64_t kNotesWidth = 6858000, kNotesHeight = 9144000;  // EMU

/// The notes of one slide.
[[nodiscard]] std::string notes_slide(const std::string& notes, const std::string& language);

/// Text in nine levels, which the schema allows to leave out and some programs do not.
[[nodiscard]] std::string text_levels();

}  // namespace malimap
