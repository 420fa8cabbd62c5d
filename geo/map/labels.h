#pragma once
// Where texts go on the map. By rank: figures first (units), then towns, neighbours, rivers; what
// finds no free place shrinks or stays away. Deterministic: the same view gives the same labels.

#include <optional>
#include <string>
#include <vector>

#include "geo/map/collision_grid.h"
#include "geo/map/compose.h"

namespace malimap {

/// The two sizes of text on a map, dp.
inline constexpr double kTextSize = 12;
inline constexpr double kSmallSize = 10;

/// A unit whose inner circle is smaller (dp) is labelled beside.
inline constexpr double kSpeckRadius = 11;

/// A zone's name and its figure as the map shows them: "Mopti", "65" or "n. d.".
[[nodiscard]] std::vector<std::string> figure_lines(const CoverageZone& zone,
                                                    const Coverage& coverage, Measure measure,
                                                    Language language);

/// What is being filled while labels are placed.
class LabelPlacer {
 public:
  LabelPlacer(const ComposeInput& input, Composition& out);

  void place_units();
  void place_parts();  // names of the units that share a figure
  void place_towns();
  void place_neighbours();
  void place_rivers();

 private:
  struct Style {
    TextRole role = TextRole::UnitName;
    double size_dp = kTextSize;
    bool bold = false, italic = false;
  };
  /// One or two lines that stand together, centred.
  struct Block {
    std::vector<std::string> lines;
    std::vector<Style> styles;
    std::vector<PixelBox> sizes;
    double width = 0, height = 0;
  };
  enum class Overlap { Nothing, Dots };  // what a text may cover
  struct Ink {
    Colour text, halo;
  };

  [[nodiscard]] double dp(double value) const { return value * input_.view.scale; }
  [[nodiscard]] PixelBox measure(const std::string& text, const Style& style) const;
  [[nodiscard]] Block block_of(std::vector<std::string> lines, std::vector<Style> styles) const;
  [[nodiscard]] bool in_view(const PixelBox& box) const;
  [[nodiscard]] bool is_free(const PixelBox& box) const;   // in view and no text there
  [[nodiscard]] bool is_clear(const PixelBox& box) const;  // nor a dot or circle
  void add_block(const Block& block, PixelPoint centre, Ink ink, UnitIndex unit);
  void add_label(const std::string& text, const Style& style, const PixelBox& box, Ink ink,
                 UnitIndex unit);

  // Units (unit_labels.cpp).
  struct Host {
    UnitIndex unit = kNoUnit;
    PixelPoint centre;
    double radius = 0;  // px, of the largest circle inside the visible part
    const std::vector<UnitIndex>* together =
        nullptr;  // units of the same zone: a text may reach into them
  };
  [[nodiscard]] Host host_of(UnitIndex unit) const;
  [[nodiscard]] Host host_of(const CoverageZone& zone) const;
  [[nodiscard]] bool fits(const PixelBox& box, const Host& host) const;
  [[nodiscard]] bool is_speck(const Host& host) const;
  [[nodiscard]] Ink ink_on(UnitIndex unit) const;
  [[nodiscard]] Ink ink_at(PixelPoint at) const;
  [[nodiscard]] Ink ink_apart() const;
  bool place_inside(const Block& block, const Host& host, Overlap overlap);
  bool place_over(const Block& block, const Host& host);
  bool place_beside(const Block& block, const Host& host);
  void place_zone(const CoverageZone& zone, const Host& host);

  // Context (context_labels.cpp).
  [[nodiscard]] bool shows_town(const Town& town) const;
  [[nodiscard]] bool names_unit_nearby(const std::string& name, PixelPoint position,
                                       double reach_dp) const;
  [[nodiscard]] bool is_on_speck(PlanePoint position) const;
  void place_town(int index);
  void place_neighbour(const NeighbourShape& neighbour);
  void place_river(const std::string& name, const std::vector<PixelPoint>& course);

  const ComposeInput& input_;
  Composition& out_;
  const DetailLevel& detail_;
  CollisionGrid texts_, dots_;
};

}  // namespace malimap
