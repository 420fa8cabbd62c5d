#include "app/window/probe.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/window/probe_compare.h"
#include "app/window/probe_filter.h"
#include "app/window/probe_gaps.h"
#include "geo/output/projects_table.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

Json box_json(const PixelBox& box) {
  return {box.x, box.y, box.width, box.height};
}

Json figures_json(const Figures& figures) {
  Json json;
  json["projects"] = figures.projects ? Json(*figures.projects) : Json();
  json["budget_usd"] = figures.budget ? Json(figures.budget->dollars()) : Json();
  return json;
}

Json scene_json(const State& state, const View& view) {
  const Scene& scene = state.scene;
  Json json;
  json["filter"] = filter_json(scene.filter);
  json["measure"] = word_of(scene.measure);
  json["level"] = word_of(scene.level);
  json["within"] = scene.within;
  json["palette"] = scene.palette;
  json["class_count"] = scene.classing.count;
  json["type"] = word_of(scene.type);
  json["second"] = word_of(scene.second);
  json["by"] = scene.by == Dimension::Fund     ? "fund"
               : scene.by == Dimension::Sector ? "sector"
                                               : "status";
  json["method"] = word_of(scene.classing.method);
  json["breaks"] = scene.classing.breaks;
  json["keep_breaks"] = scene.classing.keep;
  json["projection"] = scene.projection;
  json["title"] = scene.title;
  json["outside_programme"] = scene.outside_programme;
  json["theme"] = scene.theme == ThemeName::Dark ? "dark" : "light";
  json["fitted"] = !scene.camera.has_value();
  json["layers"] = {{"neighbours", scene.layers.neighbours},
                    {"rivers", scene.layers.rivers},
                    {"towns", scene.layers.towns},
                    {"labels", scene.layers.labels},
                    {"markers", scene.layers.markers}};
  json["camera"] = {{"x", view.camera.centre.x},
                    {"y", view.camera.centre.y},
                    {"metres_per_dp", view.camera.metres_per_dp}};
  return json;
}

std::string hex(Colour colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.r, colour.g, colour.b);
  return text;
}

Json coverage_json(const Derived& derived) {
  Json zones = Json::array();
  for (const CoverageZone& zone : derived.coverage->zones) {
    Json json = figures_json(zone.figures);
    json["code"] = zone.code;
    json["name"] = zone.name;
    json["filtered_out"] = zone.filtered_out;
    json["class"] =
        derived.picture->paint[static_cast<std::size_t>(zone.units.front())].class_index;
    zones.push_back(std::move(json));
  }
  return zones;
}

Json legend_json(const Legend& legend) {
  Json entries = Json::array();
  for (const LegendEntry& entry : legend.entries)
    entries.push_back({{"text", entry.text},
                       {"colour", hex(entry.fill)},
                       {"hatched", entry.hatched},
                       {"members", entry.members},
                       {"class", entry.class_index}});
  Json breaks = Json::array();
  if (legend.histogram)
    breaks = legend.histogram->breaks;
  Json alternatives = Json::array();
  for (const LegendAlternative& one : legend.alternatives)
    alternatives.push_back(one.text);
  return {{"breaks", breaks},
          {"alternatives", alternatives},
          {"title", legend.title},
          {"entries", entries},
          {"notes", legend.notes}};
}

// Where each unit's label point is in the window, and what its fill is.
Json units_json(const ProbeInput& input) {
  const Derived& derived = input.panels.derived;
  const PixelBox& map = input.panels.layout.map;
  Json units = Json::object();
  for (std::size_t i = 0; i < derived.layer->units.size(); ++i) {
    const PixelPoint at = input.view.to_pixel(derived.shapes->units[i].label);
    units[derived.layer->units[i].pcode] = {{"at", {map.x + at.x, map.y + at.y}},
                                            {"fill", hex(derived.picture->paint[i].fill)}};
  }
  return units;
}

// Where each marker is in the window, and how many projects are listed under it.
Json markers_json(const ProbeInput& input) {
  const PixelBox& map = input.panels.layout.map;
  Json markers = Json::array();
  for (const Marker& marker : input.panels.composition.markers) {
    const PixelPoint at = input.view.to_pixel(marker.position);
    markers.push_back({map.x + at.x, map.y + at.y, marker.projects.size()});
  }
  return markers;
}

Json pcode_json(const Derived& derived, UnitIndex unit) {
  if (unit < 0 || static_cast<std::size_t>(unit) >= derived.layer->units.size())
    return nullptr;
  return derived.layer->units[static_cast<std::size_t>(unit)].pcode;
}

Json import_json(const PanelContext& ctx) {
  const State& state = ctx.state;
  const ReadCounts& counts = state.sources.dataset->counts;
  Json reasons = Json::object();
  for (const ProblemGroup& group : state.sources.problems->groups())
    reasons[group.reason] = reasons.value(group.reason, std::size_t{0}) + group.occurrences.size();
  return {{"read", counts.read},
          {"used", counts.used},
          {"national", counts.national},
          {"outside", counts.outside},
          {"unlocated", counts.unlocated},
          {"skipped", counts.skipped},
          {"to_review", ctx.text.report.to_review()},
          {"reasons", reasons},
          {"rows_are_projects", state.sources.dataset->rows_are_projects}};
}

// The dialog of columns: what each holds, as the words of the command line; null when closed.
Json columns_json(const State& state) {
  if (!state.columns)
    return nullptr;
  Json json = {{"path", state.columns->path},
               {"failed", state.columns->failed},
               {"keep", state.columns->keep},
               {"ready", state.columns->preview != nullptr}};
  Json roles = Json::object();
  Json read = Json::object();
  if (state.columns->preview) {
    json["sheet"] = state.columns->preview->sheet;
    for (const PreviewColumn& column : state.columns->preview->columns) {
      roles[column.header] = column.chosen ? Json(word_of(*column.chosen)) : Json();
      read[column.header] = column.read;
    }
  }
  json["roles"] = roles;
  json["would_read"] = read;
  return json;
}

Json workspace_json(const State& state) {
  Json names = Json::array();
  for (const SavedScene& saved : state.workspace.scenes)
    names.push_back(saved.scene.name);
  return {{"path", state.workspace.path},
          {"scenes", names},
          {"current", state.workspace.current},
          {"unsaved", state.workspace.unsaved}};
}

// Null while nothing is presented.
Json presentation_json(const State& state) {
  if (!state.presentation)
    return nullptr;
  const Presentation& shown = *state.presentation;
  constexpr const char* kBlanks[] = {"no", "black", "white"};
  constexpr const char* kTools[] = {"none", "pointer", "pen"};
  return {{"scene", shown.scene},
          {"blank", kBlanks[static_cast<std::size_t>(shown.blank)]},
          {"tool", kTools[static_cast<std::size_t>(shown.tool)]},
          {"strokes", shown.strokes.size()}};
}

// The selected unit's profile; null with none selected.
Json profile_json(const Derived& derived) {
  if (!derived.profile || derived.profile->zone < 0)
    return nullptr;
  const Profile& profile = *derived.profile;
  const auto& zones = derived.coverage->zones;
  Json measures = Json::object();
  for (const ProfileMeasure& line : profile.measures)
    measures[std::string(word_of(line.measure))] = {
        {"value", line.value ? Json(*line.value) : Json()},
        {"country", line.country ? Json(*line.country) : Json()},
        {"neighbours", line.neighbours ? Json(*line.neighbours) : Json()},
        {"rank", line.rank},
        {"of", line.of}};
  Json neighbours = Json::array();
  for (const int zone : profile.neighbours)
    neighbours.push_back(zones[static_cast<std::size_t>(zone)].code);
  const auto lines = [](const std::vector<ProfileLine>& all) {
    Json json = Json::object();
    for (const ProfileLine& line : all)
      json[line.value.value_or("")] = figures_json(line.figures);
    return json;
  };
  return {{"zone", zones[static_cast<std::size_t>(profile.zone)].code},
          {"measures", measures},
          {"neighbours", neighbours},
          {"by_fund", lines(profile.by_fund)},
          {"by_sector", lines(profile.by_sector)},
          {"by_status", lines(profile.by_status)},
          {"published", profile.crossing_published},
          {"projects", profile.projects.size()}};
}

// The rows of the tab Projects: how many, the first ones, and by what they are sorted.
Json table_json(const State& state, const Derived& derived) {
  if (!derived.table)
    return nullptr;
  constexpr std::size_t kFirst = 5;
  const auto& rows = *derived.table;
  Json first = Json::array();
  for (std::size_t i = 0; i < std::min(kFirst, rows.size()); ++i)
    first.push_back(
        {{"index", rows[i]},
         {"title", state.sources.dataset->projects->title[static_cast<std::size_t>(rows[i])]}});
  return {{"rows", rows.size()},
          {"first", first},
          {"sort", word_of(state.sort.column)},
          {"falling", state.sort.falling}};
}

Json explanation_json(const Derived& derived) {
  if (!derived.explanation)
    return nullptr;
  const Explanation& told = *derived.explanation;
  Json parts = Json::object();
  for (const ExplainedPart& part : told.parts)
    parts[part.label] = part.value;
  return {{"title", told.title},
          {"value", told.value},
          {"parts", parts},
          {"rules", told.rules},
          {"sources", told.sources},
          {"rows", told.rows.size()},
          {"projects", told.projects},
          {"budget_usd", told.budget.dollars()}};
}

Json render_json(const RenderStats& stats) {
  return {{"frames", stats.frames},
          {"draw_calls", stats.draw_calls},
          {"uploads", stats.uploads},
          {"geometry_uploads", stats.geometry_uploads},
          {"colour_uploads", stats.colour_uploads},
          {"marker_uploads", stats.marker_uploads},
          {"label_uploads", stats.label_uploads},
          {"furniture_uploads", stats.furniture_uploads}};
}

}  // namespace

std::string probe_json(const ProbeInput& input) {
  const PanelContext& ctx = input.panels;
  const State& state = ctx.state;
  Json json;
  json["frames"] = input.frames;
  json["render"] = render_json(input.render);
  json["window"] = {{"x", input.window_x},
                    {"y", input.window_y},
                    {"width", input.window_width},
                    {"height", input.window_height},
                    {"scale", ctx.style.scale}};
  json["map"] = box_json(ctx.layout.map);
  json["language"] = code_of(state.language);
  json["scene"] = scene_json(state, input.view);
  json["history"] = {{"undo", state.undo.size()}, {"redo", state.redo.size()}};
  json["panels"] = {{"filters", state.panels.filters},
                    {"details", state.panels.details},
                    {"help", state.panels.help},
                    {"problems", state.panels.problems},
                    {"scenes", state.panels.scenes}};
  json["workspace"] = workspace_json(state);
  json["presentation"] = presentation_json(state);
  json["profile"] = profile_json(ctx.derived);
  json["table"] = table_json(state, ctx.derived);
  json["explanation"] = explanation_json(ctx.derived);
  json["bottom"] = word_of(state.panels.bottom);
  json["tool"] = state.tool == MapTool::Lasso ? "lasso" : "hand";
  json["chips"] = chips_json(state, ctx.tr);
  json["lists"] = lists_json(ctx.derived);
  json["matrix"] = matrix_json(ctx);
  json["gaps"] = gaps_json(ctx);
  json["compare"] = compare_json(ctx);
  json["tour"] = state.tour;
  json["preview"] = state.preview;
  json["exporting"] = state.exporting ? Json(ctx.text.exporting.path) : Json();
  json["closing"] = ctx.text.closing;
  json["selection"] = {{"unit", pcode_json(ctx.derived, state.selection.unit)},
                       {"projects", state.selection.projects.size()},
                       {"row", state.selection.row}};
  json["hover"] = {{"unit", pcode_json(ctx.derived, ctx.hover.hit.unit)},
                   {"marker", ctx.hover.hit.marker}};
  json["title"] = ctx.derived.picture->title;
  json["message"] = state.message;
  json["jobs"] = ctx.jobs.size();
  json["problems"] = state.sources.problems->size();
  json["import"] = import_json(ctx);
  json["columns"] = columns_json(state);
  json["asks_address"] = !state.address.empty();
  json["coverage"] = coverage_json(ctx.derived);
  json["total"] = figures_json(ctx.derived.coverage->total);
  json["legend"] = legend_json(ctx.derived.picture->legend);
  json["markers"] = ctx.composition.markers.size();
  json["marker_places"] = markers_json(input);
  json["labels"] = ctx.composition.labels.size();
  json["units"] = units_json(input);
  Json widgets = Json::object();
  for (const auto& [id, box] : ctx.widgets.boxes)
    widgets[id] = box_json(box);
  json["widgets"] = std::move(widgets);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status write_probe(const std::string& path, const std::string& json) {
  const std::string aside = path + ".part";
  {
    std::ofstream file(aside, std::ios::binary);
    file << json;
    if (!file.flush())
      return failure({N_("The file cannot be written."), {}}, {aside, {}, {}, {}});
  }
  if (std::rename(aside.c_str(), path.c_str()) != 0)
    return failure({N_("The file cannot be written."), {}}, {path, {}, {}, {}});
  return {};
}

}  // namespace malimap
