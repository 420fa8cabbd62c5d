#include "geo/boundaries/read.h"

#include <filesystem>

#include "geo/boundaries/asset_features.h"
#include "geo/boundaries/layers.h"
#include "geo/boundaries/ogr_features.h"
#include "geo/boundaries/plain_geojson.h"

namespace malimap {
namespace {

/// Where a CSV may keep its shapes as text, and that dates are to stay as the file writes them;
/// other drivers do not know these options.
std::vector<std::string> open_options(const std::string& path) {
  if (path.ends_with(".csv"))
    return {"GEOM_POSSIBLE_NAMES=WKT,wkt,geometry,geom,the_geom", "KEEP_GEOM_COLUMNS=NO"};
  if (path.ends_with(".geojson") || path.ends_with(".json"))
    return {"DATE_AS_STRING=YES"};
  return {};
}

struct ReadFile {
  Features features;
  std::string path;  // fit to be shown
};

Result<ReadFile> read_file(const std::string& path, const BoundaryOptions& options,
                           Problems& problems, Progress* progress) {
  if (auto plain = plain_geojson(path, options))
    return ReadFile{std::move(*plain), path};
  const auto file = is_database(path)
                        ? open_database(path, FileContent::Shapes)
                        : open_vector_file(path, FileContent::Shapes, open_options(path));
  if (!file)
    return tl::make_unexpected(file.error());
  auto features = read_features(*file, options, problems, progress);
  if (!features)
    return tl::make_unexpected(features.error());
  return ReadFile{std::move(*features), file->path()};
}

tl::unexpected<Error> nothing_to_draw(const Features& features, const std::string& path) {
  bool off_globe = false;
  for (const ShapeResult& shape : features.shapes)
    off_globe |= shape.off_globe;
  const Place place{.file = path, .sheet = {}, .row = {}, .column = {}};
  if (off_globe)
    return failure({N_("the coordinates are not degrees, and the file states no projection"), {}},
                   place, {N_("save it in WGS 84 (EPSG:4326), or add its .prj file"), {}});
  return failure({N_("the file holds no areas"), {}}, place,
                 {N_("boundaries are polygons; points and tables are project lists"), {}});
}

bool has_areas(const Features& features) {
  for (const ShapeResult& shape : features.shapes)
    if (!shape.polygons.empty())
      return true;
  return false;
}

Result<Boundaries> build(Features features, const BoundaryOptions& options, const std::string& path,
                         Problems& problems) {
  const Place place{.file = path, .sheet = {}, .row = {}, .column = {}};
  const std::string file =
      is_database(path) ? std::string{} : std::filesystem::path(path).filename().string();
  const std::string hint = file + " " + features.layer;
  auto plan = recognise_columns(features.table, options, hint, place);
  if (!plan)
    return tl::make_unexpected(plan.error());
  return build_layers(std::move(features), std::move(*plan), RegionNames::embedded(), path,
                      problems);
}

}  // namespace

Result<Boundaries> read_boundaries(const std::string& path, const BoundaryOptions& options,
                                   Problems& problems, Progress* progress) {
  auto read = read_file(path, options, problems, progress);
  if (!read)
    return tl::make_unexpected(read.error());
  Features& features = read->features;
  leave_out_other_countries(features, read->path, problems);
  if (!has_areas(features))
    return nothing_to_draw(features, read->path);
  if (progress)
    progress->set(0.5);
  const std::string table = is_database(path) ? features.layer : std::string{};
  auto result = build(std::move(features), options, read->path, problems);
  if (result && is_database(path))
    result->source = table;
  if (progress)
    progress->set(1);
  return result;
}

Boundaries embedded_boundaries() {
  const char* path = "boundaries/mali_regions.geojson";
  Features features;
  for (AssetFeature& feature : asset_features(path)) {
    features.table.fields.clear();
    features.table.rows.emplace_back();
    for (auto& [field, value] : feature.properties) {
      features.table.fields.push_back(field);
      features.table.rows.back().push_back(std::move(value));
    }
    features.shapes.push_back({false, std::move(feature.polygons), {}});
    features.numbers.push_back(static_cast<std::int64_t>(features.shapes.size()));
  }
  Problems problems;
  auto result = build(std::move(features), {}, path, problems);
  if (!result)
    return {};
  result->source = kEmbeddedSource;
  return std::move(*result);
}

}  // namespace malimap
