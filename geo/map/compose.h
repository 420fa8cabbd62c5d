#pragma once
#include <functional>

#include "geo/coverage/cube.h"
#include "geo/coverage/gaps/distance.h"
#include "geo/coverage/list_changes.h"
#include "geo/map/composition.h"
#include "geo/projects/need_table.h"

namespace malimap {

/// Width and height in px of a text set in one size (px per dp given). Passed in, so that placement
/// needs no text library.
using MeasureText = std::function<PixelBox(const std::string& text, TextRole role, double size_dp,
                                           bool bold, bool italic, double scale)>;

class MarkerIndex;   // marker_index.h
class PlaceMarkers;  // place_markers.h

/// What is the same for every camera: paint, markers, legend. Changes with data, filter and
/// measure.
struct Picture {
  Snapshot<Coverage> coverage;
  Classes classes;                      // of the zones' values
  std::vector<UnitPaint> paint;         // per unit
  Snapshot<Bands> bands;                // of Distance, as Composition::bands
  std::vector<std::string> zone_words;  // of Distance, per zone: what labels say under the name
  std::vector<Colour> band_colours;
  std::vector<std::string> unit_names;  // per unit
  // Of a map of differences, per zone: what labels say in place of the measure. Else empty.
  std::vector<std::optional<double>> difference;
  std::vector<Symbol> symbols;  // of Symbols, Pies and Bars
  std::vector<Dot> dots;
  double dot_radius_dp = 1.4;
  Snapshot<PlaceMarkers> places;  // of projects; compose() selects for its view. Null: none
  std::vector<Marker> markers;    // shown one by one: of changes, of distances
  Legend legend;
  std::string title, subtitle;
  std::vector<Headline> headlines;
  std::string totals;  // the country's figures in one line
  std::vector<std::string> footer;
};

struct PictureInput {
  Snapshot<Dataset> dataset;
  Snapshot<Boundaries> boundaries;
  Snapshot<Shapes> shapes;
  Snapshot<Coverage> coverage;
  // One coverage per value of Scene::by under the filter; null unless needs_groups(scene->type).
  Snapshot<std::vector<CoverageGroup>> groups;
  // facets() of the fund, where they are at hand; null: found when needed.
  Snapshot<std::vector<FacetValue>> funds;
  Snapshot<CoverageCube> cube;  // of the coverage; null: made when needed
  // Of the dataset, on the shapes' projection; null: made when needed.
  Snapshot<MarkerIndex> marker_index;
  // What the filter leaves of them, where it is known.
  std::optional<Snapshot<PlaceMarkers>> places;
  Snapshot<Coverage> other;  // of the other view; null unless the type is Difference
  // What differs from the earlier list, and that list: their projects are shown as markers. Null
  // unless Scene::compare is of it.
  Snapshot<ListChanges> changes;
  Snapshot<Dataset> previous;
  Snapshot<DistanceStudy> distances;  // null unless needs_distances(*scene), or not known yet
  // make_bands() of `distances` and `shapes`, where it was made beforehand; null: made when needed.
  Snapshot<Bands> bands;
  Snapshot<NeedTable> need;  // of the file that Scene::gaps names; null: not read
  const Scene* scene = nullptr;
  Language language = Language::French;
};

/// Whether a scene shows distances: the surface, or the measure.
[[nodiscard]] bool needs_distances(const Scene& scene);

/// Whether a map type divides figures by Scene::by.
[[nodiscard]] bool needs_groups(MapType type);

/// Whether a scene shows the places of projects, but for what a comparison of lists puts there.
[[nodiscard]] bool shows_places(const Scene& scene);

[[nodiscard]] Picture make_picture(const PictureInput& input);

struct ComposeInput {
  const Picture* picture = nullptr;
  Snapshot<Shapes> shapes;
  const Scene* scene = nullptr;
  View view;
  Language language = Language::French;
  std::vector<UnitIndex> selected, hovered;
  std::vector<PixelBox> keep_clear;  // of labels: where furniture stands
  MeasureText measure_text;
  bool names_alone = false;  // labels give no figures: none is known yet
};

/// Of a composition what paint_ground() draws: known before anything is placed.
[[nodiscard]] Composition compose_ground(const ComposeInput& input);

/// Places labels and scale bar for a view and puts everything together. Deterministic.
[[nodiscard]] Composition compose(const ComposeInput& input);

/// What is under a position: a marker before a unit, a zone's symbol before the units under it.
/// Exact and headless.
struct Hit {
  UnitIndex unit = kNoUnit;
  int marker = -1;  // index into markers
};
[[nodiscard]] Hit hit_test(const Composition& composition, PixelPoint position);

}  // namespace malimap
