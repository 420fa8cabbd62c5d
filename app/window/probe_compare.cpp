#include "app/window/probe_compare.h"

#include "geo/map/difference.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

const char* word_of(CompareHow how) {
  switch (how) {
    case CompareHow::SideBySide:
      return "beside";
    case CompareHow::Swipe:
      return "swipe";
    case CompareHow::Off:
      break;
  }
  return "off";
}

Json funds_of(const std::optional<Filter>& filter) {
  return filter ? Json{{"fund", filter->fund}, {"sector", filter->sector}} : Json();
}

}  // namespace

Json compare_json(const PanelContext& ctx) {
  const Scene& scene = ctx.state.scene;
  const PixelBox& box = ctx.layout.other;
  Json json;
  json["how"] = word_of(scene.compare.how);
  json["other"] = funds_of(scene.compare.other);
  json["previous_list"] = scene.compare.previous_list;
  json["divider"] = scene.compare.divider;
  json["box"] = {box.x, box.y, box.width, box.height};
  json["captions"] = {view_words(scene, false, ctx.tr), view_words(scene, true, ctx.tr)};
  json["shown"] = ctx.derived.other_picture != nullptr;
  Json values = Json::object();
  if (ctx.derived.other_coverage)
    for (const CoverageZone& zone : ctx.derived.other_coverage->zones)
      values[zone.code] = zone.figures.projects ? Json(*zone.figures.projects) : Json();
  json["values"] = values;
  return json;
}

}  // namespace malimap
