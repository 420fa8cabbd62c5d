#pragma once
#include "geo/projects/dataset.h"

namespace malimap::iati {

/// Reads IATI activities as a project list: one row an activity, numbered by its place in the file.
///   budget    the sum of its budgets (of two for the same period the revised one); without budgets
///             its outgoing commitments, else its incoming ones
///   place     its locations inside the country share what its recipient countries give to the
///             country, equally; without locations that part is national. Other countries' parts
///             are outside, parts of regions of the world unlocated.
///   sectors   of the first vocabulary that it uses (OECD DAC before others), with percentages
/// What is doubtful is reported: percentages that do not add up to 100, amounts in several
/// currencies, parents whose parts stand in the file too. Errors: as read_activities.
[[nodiscard]] Result<Dataset> read_iati(const std::string& path, const Boundaries& boundaries,
                                        const ReadOptions& options, Problems& problems,
                                        Progress* progress);

}  // namespace malimap::iati
