#pragma once
// A unit's profile as sheets: its measures beside the others, its figures by fund, sector and
// status, its projects.

#include <string>
#include <vector>

#include "geo/coverage/explain.h"
#include "geo/coverage/profile.h"
#include "geo/output/projects_table.h"

namespace malimap {

[[nodiscard]] std::vector<WorkbookSheet> profile_sheets(const Profile& profile,
                                                        const Coverage& coverage,
                                                        const Projects& projects,
                                                        const Translator& tr);

/// An explained figure: what it was computed from, its rules and sources; then its rows.
[[nodiscard]] std::vector<WorkbookSheet> explanation_sheets(const Explanation& explanation,
                                                            const Projects& projects,
                                                            const Translator& tr);

/// Sheets one below another, an empty line between them.
[[nodiscard]] std::string sheets_text(const std::vector<WorkbookSheet>& sheets, SheetText format,
                                      Language language);

/// As the path's ending says: .xlsx, else CSV.
[[nodiscard]] Status write_sheets(const std::string& path, const std::vector<WorkbookSheet>& sheets,
                                  Language language, Date made);

}  // namespace malimap
