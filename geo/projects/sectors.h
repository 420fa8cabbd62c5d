#pragma once
// One spelling for each sector. The list is assets/sectors/sectors.csv: French and English name,
// the codes of the OECD's list of purposes (DAC/CRS), the humanitarian clusters, other names. What
// a column and a filter hold is the French name.

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/translator.h"
#include "geo/projects/values.h"

namespace malimap {

/// The sector's French name for its names in French and English ("EHA", "WASH", "water and
/// sanitation"), for names and codes of the DAC ("140", "14030", "14030 - ..."), by the longest
/// beginning of the code that the list has. Unknown ones stay as typed, without blanks at the ends.
[[nodiscard]] std::string normalised_sector(std::string_view typed);

/// Whether the list knows this name or code.
[[nodiscard]] bool is_known_sector(std::string_view typed);

/// The name to show of a value that normalised_sector() gave; a value that the list does not have
/// stays as it is.
[[nodiscard]] std::string sector_label(const std::string& value, Language language);

/// The sectors of a cell, each once in order of appearance, normalised; the shares of one sector
/// under two names are added. Separators as in split_list(); also " / ", ",", "et", "and" where
/// all parts are sectors of the list ("Santé, nutrition et EHA").
[[nodiscard]] std::vector<Shared> sectors_in(std::string_view cell);

/// A sector of an IATI activity: vocabulary 1 (or "") is the DAC's purpose codes, 2 its categories,
/// 10 the humanitarian global clusters; other vocabularies, and codes not in the list, go by the
/// narrative, and without one the code stays.
[[nodiscard]] std::string iati_sector(std::string_view vocabulary, std::string_view code,
                                      std::string_view narrative);

/// The DAC's own name of a code of three or five digits ("12220" -> "Soins et services de santé de
/// base"), or "".
[[nodiscard]] std::string dac_name(std::string_view code, Language language);

}  // namespace malimap
