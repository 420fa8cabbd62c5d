#pragma once
// A scene: all that a saved view keeps and undo restores. A value.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/coverage/classing.h"
#include "geo/coverage/filter.h"
#include "geo/coverage/gaps/settings.h"
#include "geo/coverage/match.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// Where the map looks: the middle of the picture and its scale. Independent of the window's size
/// in pixels except for the scale.
struct Camera {
  PlanePoint centre;            // metres on the plane
  double metres_per_dp = 1000;  // dp: device-independent pixel, 1/96 inch
  bool operator==(const Camera&) const = default;
};

/// How figures become a picture.
enum class MapType : std::uint8_t {
  Choropleth,  // "choropleth": classes, light to dark
  Diverging,   // "diverging": classes to both sides of Scene::middle
  Dominant,    // "dominant": the value of Scene::by that has most, as a category
  Bivariate,   // "bivariate": measure against Scene::second, three classes each
  Symbols,     // "symbols": circles whose area is the measure
  Pies,        // "pies": circles whose area is the measure, divided by Scene::by
  Bars,        // "bars": stacked bars whose length is the measure, divided by Scene::by
  Dots,        // "dots": one dot for so many, at random places inside the unit
  Places,      // "places": projects at their places, in clusters that split when zooming
  Difference,  // "difference": this view minus the other one of Scene::compare, to both sides of
               // zero
  Distance,    // "distance": a surface of kilometres to the nearest project
};
[[nodiscard]] std::span<const MapType> all_map_types();
[[nodiscard]] std::string_view word_of(MapType type);
[[nodiscard]] std::optional<MapType> map_type_of(std::string_view word);
/// "Symboles proportionnels": to choose from.
[[nodiscard]] std::string title_of(MapType type, const Translator& tr);
/// What it shows and what it is for, in one sentence.
[[nodiscard]] std::string explanation_of(MapType type, const Translator& tr);

struct LayerSwitches {
  bool neighbours = true, rivers = true, towns = true, labels = true, markers = true;
  bool operator==(const LayerSwitches&) const = default;
};

enum class ThemeName { Light, Dark };

/// A layer of the user's own under the figures: roads, camps, floods.
struct ContextFile {
  std::string path;   // a file that GDAL reads
  std::string layer;  // of it; empty: the first
  std::string colour = "#6b5b95";
  double width_dp = 1.2;  // of lines and outlines; points are circles of three times that
  bool operator==(const ContextFile&) const = default;
};

/// What stands on a page around the map.
struct PageSettings {
  std::string format = "A4";         // as parse_page_size() reads it
  std::string subtitle, disclaimer;  // empty: made by the program
  std::string notes;                 // of the speaker; only on slides
  bool legend = true, scale_bar = true, north_arrow = true, locator = true, key_figures = true,
       sources = true, table = false;
  bool operator==(const PageSettings&) const = default;
};

/// A second view of the same data: under another filter (two funds, two dates), or of an earlier
/// list.
enum class CompareHow : std::uint8_t { Off, SideBySide, Swipe };
struct Comparison {
  CompareHow how = CompareHow::Off;  // of the screen; a map of differences needs none
  std::optional<Filter> other;       // nothing: the same filter
  bool previous_list = false;        // of the earlier list instead of the one at hand
  double divider = 0.5;              // of the swipe: part of the map's width that is this view's
  bool operator==(const Comparison&) const = default;
  /// Whether there is something to compare with.
  [[nodiscard]] bool any() const { return other || previous_list; }
};

struct Scene {
  std::string name;   // in the strip of scenes; empty: not saved, or the title
  std::string title;  // empty: made from measure and filter
  Filter filter;
  MapType type = MapType::Choropleth;
  Measure measure = Measure::Projects;
  Measure second = Measure::PopulationDensity;  // of a bivariate map
  Dimension by = Dimension::Fund;               // of pies, bars, dominant and dots
  std::optional<double> middle;                 // of a diverging map; nothing: the country's value
  Classing classing;
  Level level = Level::Region;
  std::string within;  // drilled down into: P-code of a unit of a coarser level; empty: the country
  Comparison compare;
  GapSettings gaps;
  std::optional<Camera> camera;  // nothing: fitted to the boundaries
  std::string palette;           // empty: the map type's own
  std::string projection;        // "", "EPSG:32630", "utm", "web-mercator": see projection.h
  LayerSwitches layers;
  std::vector<ContextFile> context;
  // P-codes of units where the programme does not work; those inside them are meant as well.
  std::set<std::string> outside_programme;
  ThemeName theme = ThemeName::Light;
  PageSettings page;
  bool operator==(const Scene&) const = default;
};

/// What a scene's figures are under: its filter, and inside the unit that was drilled into where
/// the filter names no units.
[[nodiscard]] Filter filter_of(const Scene& scene);
/// The same for the other view of its comparison.
[[nodiscard]] Filter other_filter_of(const Scene& scene);

}  // namespace malimap
