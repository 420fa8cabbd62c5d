#pragma once
// Where texts go on the map. By rank: figures first (units), then towns, neighbours, rivers; what
// finds no free place shrinks or stays away. Deterministic: the same view gives the same labels.

#include <array>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/map/collision_grid.h"
#include "geo/map/compose.h"
#include "geo/map/unit_grid.h"

namespace malimap {

/// The sizes of text on a map, dp; none is smaller than the last.
inline constexpr double kTextSize = 12;
inline constexpr double kSmallSize = 10;
inline constexpr double kTinySize = 8;

/// A unit whose inner circle is smaller (dp) is labelled beside.
inline constexpr double kSpeckRadius = 11;

/// A zone's name and its figure as the map shows them: "Mopti", "65" or "n. d."; an inferred figure
/// ends in "*".
[[nodiscard]] std::vector<std::string> figure_lines(const CoverageZone& zone,
                                                    const Coverage& coverage, Measure measure,
                                                    Language language);

/// The same of a picture's zone, whose map may be one of differences.
[[nodiscard]] std::vector<std::string> figure_lines(const Picture& picture,
                                                    const CoverageZone& zone, Measure measure,
                                                    Language language);
[[nodiscard]] std::optional<double> labelled_value(const Picture& picture, const CoverageZone& zone,
                                                   Measure measure);

/// The measure whose figures stand under the names: a map of distances tells these.
[[nodiscard]] Measure labelled_measure(const Scene& scene);

/// What is being filled while labels are placed.
class LabelPlacer {
 public:
  LabelPlacer(const ComposeInput& input, Composition& out);

  void place_units();
  void place_parts();    // names of the units that share a figure
  void place_context();  // names of the units outside the filter
  void place_towns();
  void place_neighbours();
  void place_rivers();

 private:
  struct Style {
    TextRole role = TextRole::UnitName;
    double size_dp = kTextSize;
    bool bold = false, italic = false;
  };
  struct Line {
    const std::string* text = nullptr;  // outlives the placing
    Style style;
    PixelBox size = {};
  };
  /// One or two lines that stand together, centred.
  struct Block {
    std::array<Line, 2> lines;
    std::size_t count = 0;
    double width = 0, height = 0;
    [[nodiscard]] std::span<const Line> each() const { return std::span(lines).first(count); }
  };
  enum class Overlap { Nothing, Dots };  // what a text may cover: single markers, never symbols
  struct Ink {
    Colour text, halo;
  };

  [[nodiscard]] double dp(double value) const { return value * input_.view.scale; }
  [[nodiscard]] PixelBox measure(const std::string& text, const Style& style) const;
  [[nodiscard]] Block block_of(std::initializer_list<Line> lines) const;
  [[nodiscard]] bool in_view(const PixelBox& box) const;
  [[nodiscard]] PixelBox snapped(PixelPoint centre, double width, double height) const;
  [[nodiscard]] bool is_free(const PixelBox& box) const;   // in view; no text, symbol or leader
  [[nodiscard]] bool is_clear(const PixelBox& box) const;  // nor a dot or marker
  void add_block(const Block& block, const PixelBox& box, Ink ink, UnitIndex unit);
  void add_label(const std::string& text, const Style& style, const PixelBox& box, Ink ink,
                 UnitIndex unit);

  // Units (unit_labels.cpp).
  struct Host {
    UnitIndex unit = kNoUnit;
    PixelPoint centre;
    double radius = 0;  // px, of the largest circle inside the visible part
    const std::vector<UnitIndex>* together =
        nullptr;                     // units of the same zone: a text may reach into them
    std::optional<PixelBox> symbol;  // that stands for the zone: a text goes around it
  };
  struct Candidate {
    const CoverageZone* zone = nullptr;
    Host host;
    std::vector<std::string> lines;  // name, figure
    bool name_alone = false;
    bool small_among = false;  // much smaller than the other units
    // Of the sizes that were asked for; apart, so that ranking moves little.
    mutable std::unique_ptr<std::array<std::optional<Block>, 3>> blocks;
  };
  [[nodiscard]] Host host_of(UnitIndex unit) const;
  [[nodiscard]] Host host_of(const CoverageZone& zone) const;
  void step_aside(Host& host) const;
  [[nodiscard]] std::vector<Candidate> ranked_candidates() const;
  [[nodiscard]] const UnitGrid& grid() const;  // made when it is first asked
  [[nodiscard]] PixelBox extent_of(const Host& host) const;
  [[nodiscard]] PixelBox part_in_view(const PixelBox& box) const;
  [[nodiscard]] bool only_peeks(const Host& host) const;
  [[nodiscard]] double radius_of(UnitIndex unit) const;
  void take_common_middle(Host& host) const;
  [[nodiscard]] double room_around(PixelPoint place, const Host& host, double most) const;
  [[nodiscard]] bool holds(UnitIndex unit, PixelPoint point) const;
  [[nodiscard]] UnitIndex unit_at(PixelPoint point, const Host& host) const;
  [[nodiscard]] bool fits(const PixelBox& box, const Host& host) const;
  [[nodiscard]] bool may_fit(const Block& block, const Host& host) const;
  [[nodiscard]] bool is_speck(const Host& host) const;
  [[nodiscard]] const Block& block_of(const Candidate& candidate, double size) const;
  [[nodiscard]] Block name_of(const Candidate& candidate, double size) const;

  // Places (label_places.cpp).
  [[nodiscard]] bool can_stand(const PixelBox& box, const Host& host, Overlap overlap) const;
  bool place_inside(const Block& block, const Host& host, Overlap overlap);
  [[nodiscard]] static std::vector<PixelPoint> places_over(const PixelBox& box, int steps,
                                                           PixelPoint nearest);
  bool place_anywhere_inside(const Block& block, const Host& host);
  bool place_over(const Block& block, const Host& host);
  bool place_by_symbol(const Block& block, const Host& host, bool inside_only);
  bool place_in_unit(const Candidate& candidate, double largest);
  bool place_apart(const Candidate& candidate, double largest);
  void place_part(const std::string& name, const Host& host, bool needed);
  void keep_for_leader(const Host& host);
  [[nodiscard]] std::vector<const Candidate*> place_all(const std::vector<Candidate>& candidates,
                                                        double largest);

  // Callouts (callouts.cpp).
  struct Spot {
    PixelBox box;
    Leader leader;
    double cost = 0;
  };
  [[nodiscard]] std::optional<Spot> spot_at(const PixelBox& box, const Host& host, double distance,
                                            double most) const;
  [[nodiscard]] Leader leader_to(const Host& host, const PixelBox& box) const;
  [[nodiscard]] bool leader_is_free(const Leader& leader) const;
  [[nodiscard]] double covered(const PixelBox& box, const Host& host) const;
  [[nodiscard]] std::optional<Spot> nearest_spot(const Block& block, const Host& host,
                                                 double reach) const;
  [[nodiscard]] std::optional<Spot> any_spot(const Block& block, const Host& host) const;
  bool place_callout(const Block& block, const Host& host, double reach_dp);

  // Colours (label_ink.cpp).
  [[nodiscard]] Ink ink_on(UnitIndex unit, const PixelBox& box) const;
  [[nodiscard]] std::optional<Ink> ink_on_bands(const PixelBox& box) const;
  [[nodiscard]] Ink ink_at(PixelPoint at) const;
  [[nodiscard]] Ink ink_apart() const;

  // Context (context_labels.cpp).
  [[nodiscard]] bool shows_town(const Town& town) const;
  [[nodiscard]] bool names_unit_nearby(const std::string& name, PixelPoint position,
                                       double reach_dp) const;
  [[nodiscard]] bool is_on_named_speck(PlanePoint position) const;
  void place_town(int index);
  void place_neighbour(const NeighbourShape& neighbour);
  void place_river(const std::string& name, const std::vector<PixelPoint>& course);

  const ComposeInput& input_;
  Composition& out_;
  const DetailLevel& detail_;
  CollisionGrid texts_, dots_, solids_;  // solids: symbols and clusters, which no text may cover
  std::vector<PixelBox> ends_;           // where leaders will end: no text there
  std::vector<const Symbol*> symbol_of_zone_;  // the lowest; null: none
  mutable std::optional<UnitGrid> units_;      // see grid()
  bool every_ = false;  // every unit must be named, by a callout where there is no other place
};

/// Where a symbol stands in the picture, with its outline.
[[nodiscard]] PixelBox box_of(const Symbol& symbol, const View& view);

}  // namespace malimap
