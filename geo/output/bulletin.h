#pragma once
// The bulletin: two pages that tell the month. The overview map with each region's projects by
// fund, key figures, budgets by sector and by region, the projects; from the data under the filter.

#include <string>

#include "geo/base/result.h"
#include "geo/map/picture_maker.h"
#include "geo/output/page.h"

namespace malimap {

/// Writes it in the scene's filter, level and title. PNG and SVG hold one page a file: the second
/// goes beside the first as "NAME-2.png". Errors: as PictureMaker::make, page_format_of, save_file.
[[nodiscard]] Status write_bulletin(PictureMaker& maker, const Scene& scene,
                                    const std::string& path, const PageSize& size);

}  // namespace malimap
