#pragma once
// An atlas: one page or slide per unit of a level, with its map, its figures, its neighbours and
// its projects.

#include <string>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/result.h"
#include "geo/map/picture_maker.h"
#include "geo/output/page.h"

namespace malimap {

struct AtlasOptions {
  // A folder, where each unit gets a file CATEGORY_shortname_A4_YYYYMMDD.EXT (the humanitarian
  // convention); or a .pdf or .pptx file that holds all pages.
  std::string output;
  PageFormat format = PageFormat::Pdf;  // of the files in a folder
  PageSize size;
  std::string category = "3W";  // who does what where
  Date date;                    // of production
};

/// Writes the atlas in the scene's filter and look; the map is drawn at the scene's level, or at
/// `level` where that is finer. Returns the files that it wrote. Errors: the boundaries lack the
/// level; as PictureMaker::make and save_file.
[[nodiscard]] Result<std::vector<std::string>> write_atlas(PictureMaker& maker, const Scene& scene,
                                                           Level level,
                                                           const AtlasOptions& options);

/// "3W_Gao-Menaka_A4_20170630.pdf".
[[nodiscard]] std::string atlas_file_name(const std::string& category, const std::string& unit,
                                          const std::string& paper, Date date, PageFormat format);

}  // namespace malimap
