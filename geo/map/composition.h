#pragma once
// The one picture that two painters draw (Cairo on paper, GL on the screen): everything decided,
// nothing left to choose. Lengths are in pixels of the target unless named otherwise; `View::scale`
// is pixels per dp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/snapshot.h"
#include "geo/coverage/classes.h"
#include "geo/coverage/coverage.h"
#include "geo/map/bands.h"
#include "geo/map/scene.h"
#include "geo/map/shapes.h"

namespace malimap {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  auto operator<=>(const Colour&) const = default;
};

struct PixelPoint {
  double x = 0, y = 0;
};
struct PixelBox {
  double x = 0, y = 0, width = 0, height = 0;
  [[nodiscard]] bool contains(PixelPoint p) const {
    return p.x >= x && p.y >= y && p.x < x + width && p.y < y + height;
  }
};

/// How the plane maps to the picture. y grows downward in pixels, upward on the plane.
struct View {
  double width = 0, height = 0;  // px
  double scale = 1;              // px per dp
  Camera camera;
  [[nodiscard]] double metres_per_pixel() const { return camera.metres_per_dp / scale; }
  [[nodiscard]] PixelPoint to_pixel(PlanePoint p) const;
  [[nodiscard]] PlanePoint to_plane(PixelPoint p) const;
};

/// The camera that shows the whole box inside the margins (px: left, top, right, bottom).
struct Margins {
  double left = 0, top = 0, right = 0, bottom = 0;
};
[[nodiscard]] Camera fit(const PlaneBox& box, double width, double height, double scale,
                         const Margins& margins);

/// Colours of everything that is not data.
struct Theme {
  Colour paper, sea, neighbour_fill, neighbour_line, neighbour_text, river, no_data_fill,
      no_data_hatch, unit_gap, national_line, region_line, cercle_line, text, text_muted, halo,
      town, marker_fill, marker_line, selection, panel, panel_line, accent;
};
[[nodiscard]] const Theme& theme_of(ThemeName name);

/// Fill of one unit. class_index says which legend entry it belongs to: kNoClass is "not reported"
/// and hatched (style::is_hatched), kOutsideClass "outside the programme", kFilteredClass "outside
/// the filter's units".
struct UnitPaint {
  Colour fill;
  int class_index = kNoClass;
};
inline constexpr int kOutsideClass = -2;
inline constexpr int kCategoryClass = -3;  // of a legend entry that colours symbols, not units
inline constexpr int kFilteredClass = -4;

/// What became of a project since an earlier list. Ended: also those that are no longer listed.
enum class MarkerChange : std::uint8_t { None, New, Changed, Ended };

/// A circle for one or several projects at one position, or for a cluster of positions that would
/// overlap at this scale.
struct Marker {
  PlanePoint position;  // of a cluster: the mean of its projects' positions
  double radius_dp = 4;
  // Those it stands for; of a cluster the first kClusterProjects, `count` being exact. Empty only
  // where none of them is in the list any more.
  std::vector<ProjectIndex> projects;
  std::int64_t count = 1;  // distinct projects
  bool contested = false;  // far from where its rows say: drawn hollow
  int places = 1;          // > 1: a cluster, drawn with its count
  MarkerChange change = MarkerChange::None;
};

inline constexpr std::size_t kClusterProjects = 50;

/// A figure's symbol over its zone.
enum class SymbolKind : std::uint8_t { Circle, Pie, Bar };
struct SymbolPart {
  Colour colour;
  double share = 0;  // of the whole, 0 to 1; the parts add up to 1
  int category = 0;  // of the legend's categories
};
struct Symbol {
  SymbolKind kind = SymbolKind::Circle;
  PlanePoint position;                 // circles and pies: the middle; bars: the middle of the foot
  double radius_dp = 0;                // circles and pies
  double width_dp = 0, height_dp = 0;  // bars, which stand upright
  std::vector<SymbolPart>
      parts;                 // one for circles; from twelve o'clock clockwise, from the foot up
  UnitIndex unit = kNoUnit;  // where it stands
  int zone = -1;
  bool inferred = false;  // its outline is dashed
};

/// One of a dot map's dots.
struct Dot {
  PlanePoint position;
  Colour colour;
};

/// From a callout to the unit that it names: a thin line with a small circle at `to`.
struct Leader {
  PixelPoint from, to;
  Colour colour, halo;
};

enum class TextRole {
  UnitName,
  UnitValue,
  NeighbourName,
  RiverName,
  TownName,
  Title,
  Subtitle,
  Legend,
  LegendTitle,
  Note
};

/// A text whose place is decided. Boxes of shown labels do not overlap.
struct Label {
  std::string text;  // may hold one line break
  TextRole role = TextRole::UnitName;
  PixelBox box;  // where the text's layout goes
  Colour colour, halo;
  double size_dp = 12;
  bool bold = false, italic = false;
  int unit = kNoUnit;  // of a unit's name
};

enum class EntryKind : std::uint8_t {
  Class,             // of values, or of a category
  Zero,              // nothing there, and that is known
  NotReported,       // hatched
  OutsideProgramme,  // plain
  OutsideFilter,     // plain: the filter names other units, nothing is said about these
  Larger,            // known for a larger area only
};
struct LegendEntry {
  Colour fill;
  bool hatched = false;
  std::string text;
  int members = 0;  // units in it
  int class_index = kNoClass;
  EntryKind kind = EntryKind::Class;
  std::optional<std::string> amount = {};  // shown in place of the members' number
};

/// The distribution of the values beside the classes, with the breaks that can be dragged.
struct LegendHistogram {
  double low = 0, high = 0;     // of the axis
  std::vector<int> bins;        // equally wide
  std::vector<double> breaks;   // inner ones; dragged in the window
  std::vector<Colour> colours;  // one a class: a bin has the colour of the class of its middle
  std::string low_text, high_text;
};

/// The key of a bivariate map: three by three. Rows rise with `second`, columns with `measure`.
struct LegendGrid {
  std::vector<Colour> colours;                  // nine: row by row from the lowest, left to right
  std::vector<int> members;                     // units in each
  std::string x_title, y_title;                 // the measure, the second measure
  std::vector<std::string> x_breaks, y_breaks;  // two each
};

/// Symbols of some sizes with what they stand for.
struct LegendSize {
  double radius_dp = 0, height_dp = 0;  // of circles and pies; of bars
  std::string text;
};
struct LegendSizes {
  SymbolKind kind = SymbolKind::Circle;
  std::string title;
  double width_dp = 0;            // of bars
  std::vector<LegendSize> sizes;  // small to large
};

/// What can be done with one click about raw totals as colour.
struct LegendAlternative {
  std::string text;  // "Afficher : projets pour 100 000 habitants"
  std::optional<Measure> measure;
  std::optional<MapType> type;
};

/// A circle of the markers' key with what it stands for.
struct LegendMarker {
  double radius_dp = 0;
  std::string text;
};

/// A circle as changed projects have it (style::look_of), with what it means.
struct LegendChange {
  MarkerChange change = MarkerChange::None;
  std::string text;
};

/// Where the legend's card stands on the screen.
enum class Corner : std::uint8_t { BottomLeft, TopLeft, TopRight };

struct Legend {
  std::string title;                 // the measure with its unit
  std::vector<LegendEntry> entries;  // classes or categories, then zero, not reported, outside
  std::optional<LegendHistogram> histogram;
  std::optional<LegendGrid> grid;
  std::optional<LegendSizes> sizes;
  std::string dots;                             // "1 point = 2 projets"; empty: no dots
  std::string inferred;                         // "* chiffre déduit"; empty: none is shown
  std::vector<LegendAlternative> alternatives;  // beside a map of raw totals
  std::vector<std::string>
      notes;  // rules and both numbers where they differ, "inferred", a raw count's hint
  bool marker_key = false;  // whether to explain the markers' size
  std::int64_t marker_largest = 1;
  std::string marker_title;                // "Projects at one place"
  std::vector<LegendMarker> marker_sizes;  // small to large
  std::string marker_contested;            // what a hollow circle means; empty: there is none
  std::vector<LegendChange> marker_changes;
  std::string members_title;  // "regions": heading of the entries' members
  Corner corner = Corner::BottomLeft;
  double inset_dp = 0;  // more room above a card at the top, for what the window puts there
};

struct ScaleBar {
  double length_px = 0;  // 0: none
  std::string text;      // "200 km"; true at the middle of the picture (geodesic)
};

/// A number that a page shows large: "422", "projets".
struct Headline {
  std::string value, text;
};

struct Furniture {
  std::string title, subtitle;
  std::vector<Headline> headlines;
  std::string totals;  // the country's figures in one line
  Legend legend;
  ScaleBar scale_bar;
  std::vector<std::string> footer;  // sources, projection, dates, disclaimer
};

struct Composition {
  Snapshot<Shapes> shapes;
  View view;
  Theme theme;
  LayerSwitches layers;
  std::vector<UnitPaint> paint;  // per unit of the layer
  // A surface over the units whose class_index is not negative; the others lie above it. Its
  // colours from near to far, the first being the units' own.
  Snapshot<Bands> bands;
  std::vector<Colour> band_colours;
  std::vector<UnitIndex> selected, hovered;  // outlined
  std::vector<Symbol> symbols;               // large ones first: small ones lie on top
  std::vector<Dot> dots;
  double dot_radius_dp = 1.4;
  std::vector<Marker> markers;
  std::vector<Label> labels;    // placed for this view
  std::vector<Leader> leaders;  // of the labels that stand apart
  std::vector<int> towns;       // indices into shapes->towns: those that get a dot in this view
  Furniture furniture;
};

}  // namespace malimap
