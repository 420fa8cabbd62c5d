#pragma once
// Several scenes of the same data: pages of one document, or numbered pictures.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/map/picture_maker.h"
#include "geo/output/page.h"

namespace malimap {

/// The size of a scene's own page.
[[nodiscard]] Result<PageSize> page_size_of(const Scene& scene, double dpi);

struct DeckOptions {
  std::optional<PageSize> size;  // nothing: each scene's own
  double dpi = 300;              // of the scenes' own pages
};

/// One picture or document of one scene. Errors: as PictureMaker::make, write_page.
[[nodiscard]] Status write_scene(PictureMaker& maker, const Scene& scene, const std::string& path,
                                 const DeckOptions& options);

/// Every scene a page of a .pdf or .pptx; of .png and .svg a file each, "map-%02d.png" with its
/// number, which is put before the extension where the name holds no "%". Returns the files
/// written. Errors: no scenes; as PictureMaker::make (naming the scene), save_file.
[[nodiscard]] Result<std::vector<std::string>> write_deck(PictureMaker& maker,
                                                          std::span<const Scene> scenes,
                                                          const std::string& path,
                                                          const DeckOptions& options);

/// "map-%02d.png" and 3: "map-03.png". Nothing where the name holds another "%" than one "%d" or
/// "%02d".
[[nodiscard]] std::optional<std::string> numbered_name(const std::string& pattern, int number);

}  // namespace malimap
