#include "geo/base/save.h"
#include "geo/output/bulletin.h"
#include "geo/output/bulletin/bulletin_page.h"
#include "geo/output/document.h"

namespace malimap {
namespace {

/// The bulletin's map: what each region has of each fund, as shares of a circle, unless the scene
/// asks for something else than colours.
Scene overview_scene(Scene scene, const BulletinFigures& figures) {
  if (scene.type == MapType::Choropleth) {
    scene.type = figures.funds.size() > 1 ? MapType::Pies : MapType::Symbols;
    scene.by = Dimension::Fund;
    scene.palette.clear();
  }
  scene.layers.markers = false;
  scene.theme = ThemeName::Light;
  return scene;
}

/// "overview.png" and 2 -> "overview-2.png".
std::string numbered(const std::string& path, int page) {
  if (page == 1)
    return path;
  const auto dot = path.rfind('.');
  return path.substr(0, dot) + "-" + std::to_string(page) + path.substr(dot);
}

}  // namespace

Status write_bulletin(PictureMaker& maker, const Scene& scene, const std::string& path,
                      const PageSize& size) {
  const auto format = page_format_of(path);
  if (!format)
    return tl::make_unexpected(format.error());
  const Translator tr(maker.language());
  BulletinFigures figures = bulletin_figures(maker.cube(scene.level), scene.filter, tr);
  const auto picture = maker.make(overview_scene(scene, figures));
  if (!picture)
    return tl::make_unexpected(picture.error());
  take_colours(figures, picture->picture->legend);
  const BulletinPage page(*picture, figures, maker.language(), size);
  const std::string title =
      scene.title.empty() ? std::string(tr(N_("Projects by region and fund"))) : scene.title;
  const DocumentInfo info{title, maker.language(), today()};
  const PageInfo pages[] = {{title, scene.page.notes}, {tr(N_("Budgets and projects")), {}}};
  // A picture holds one page: the second goes into a file of its own.
  const bool one_page_each = *format == PageFormat::Png || *format == PageFormat::Svg;
  std::unique_ptr<Document> document;
  for (int number = 1; number <= 2; ++number) {
    if (!document)
      document = make_document(*format, info);
    Canvas& canvas = document->begin_page(size, pages[number - 1]);
    number == 1 ? page.overview(canvas) : page.details(canvas);
    document->end_page();
    if (!one_page_each && number == 1)
      continue;
    const auto bytes = document->finish();
    if (!bytes)
      return tl::make_unexpected(bytes.error());
    if (Status saved = save_file(one_page_each ? numbered(path, number) : path, *bytes); !saved)
      return saved;
    document.reset();
  }
  return {};
}

}  // namespace malimap
