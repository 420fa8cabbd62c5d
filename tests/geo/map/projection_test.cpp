#include "geo/map/projection.h"

#include <proj.h>

#include <cmath>

#include "geo/map/scale_bar.h"
#include "geo/map/shapes.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

Shapes shapes_on(const std::string& wanted) {
  const Boundaries boundaries = grid_boundaries();
  return make_shapes(boundaries, Level::Region, grid_context(), projection_of(wanted, boundaries))
      .value();
}

}  // namespace

TEST_CASE("A scene's projection: own words, codes, strings") {
  const Boundaries boundaries = grid_boundaries();  // 10 to 4 degrees west
  CHECK(projection_of("", boundaries) == default_projection(boundaries));
  CHECK(projection_of("utm", boundaries) == "EPSG:32629");
  CHECK(projection_of("web-mercator", boundaries) == "EPSG:3857");
  CHECK(projection_of("32630", boundaries) == "EPSG:32630");
  CHECK(projection_of("+proj=eqc +units=m", boundaries) == "+proj=eqc +units=m");
  CHECK(utm_zone_of({-4, 17.5}) == "EPSG:32630");
  CHECK(utm_zone_of({-4, -17.5}) == "EPSG:32730");
  CHECK(utm_zone_of({179.9, 1}) == "EPSG:32660");
  CHECK(utm_zone_of({180, 1}) == "EPSG:32601");
}

TEST_CASE("Planes carry the name that they have, and units and axes as the map needs them") {
  CHECK(resolve_plane("EPSG:32630")->name == "WGS 84 / UTM zone 30N");
  CHECK(resolve_plane("EPSG:3857")->name == "WGS 84 / Pseudo-Mercator");
  CHECK(shapes_on("utm").projection_name == "WGS 84 / UTM zone 29N");
  CHECK(shapes_on("").projection_name == "Lambert azimuthal equal-area");
  const auto utm = Projection::create("EPSG:32630").value().forward({-3, 0});
  CHECK(utm->x == Approx(500000));
  CHECK(utm->y == Approx(0).margin(1e-6));
  // EPSG:3035 gives northing first; EPSG:2263 is in US survey feet.
  const auto europe = Projection::create("EPSG:3035").value().forward({10, 52});
  CHECK(europe->x == Approx(4321000));
  CHECK(europe->y == Approx(3210000));
  const auto york = Projection::create("EPSG:2263").value();
  const auto low = york.forward({-74, 40.7}), high = york.forward({-74, 40.71});
  CHECK(high->y - low->y == Approx(geodesic_distance({-74, 40.7}, {-74, 40.71})).epsilon(1e-3));
}

TEST_CASE("Projections are those of PROJ with its database") {
  for (const char* definition :
       {"+proj=laea +lat_0=17.5 +lon_0=-4 +x_0=0 +y_0=0 +ellps=WGS84 +units=m",
        "+proj=utm +zone=30 +ellps=WGS84", "+proj=merc +R=6378137 +units=m",
        "+proj=lcc +lat_1=12 +lat_2=22 +lon_0=-4 +ellps=intl", "+proj=eqc +units=m",
        "+proj=tmerc +lon_0=-3 +k=0.9996 +x_0=500000 +datum=WGS84",
        "+proj=utm +zone=30 +datum=NAD27", "EPSG:32630", "EPSG:3857", "EPSG:2391", "EPSG:26730"}) {
    INFO(definition);
    const auto plane = Projection::create(definition);
    REQUIRE(plane);
    const std::string resolved = resolve_plane(definition)->definition;
    const std::string operation =
        resolved.starts_with("+proj=pipeline")
            ? resolved
            : "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + resolved;
    PJ_CONTEXT* context = proj_context_create();
    PJ* known = proj_create(context, operation.c_str());
    REQUIRE(known != nullptr);
    for (double lon = -12; lon < 5; lon += 2.3)
      for (double lat = 10; lat < 25; lat += 3.1) {
        const PJ_COORD expected = proj_trans(known, PJ_FWD, proj_coord(lon, lat, 0, 0));
        const auto point = plane->forward({lon, lat});
        REQUIRE(point);
        CHECK(point->x == expected.xy.x);
        CHECK(point->y == expected.xy.y);
      }
    proj_destroy(known);
    proj_context_destroy(context);
  }
}

TEST_CASE("What is no plane for a map is refused with the words that were given") {
  for (const char* wanted :
       {"EPSG:4326", "EPSG:4978", "EPSG:999999", "EPSG:2046", "nonsense", "+proj=nonsense",
        "+proj=longlat +ellps=WGS84", "+proj=utm +zone=30 +units=us-ft",
        "+proj=utm +zone=30 +nadgrids=/etc/hostname", "+proj=pipeline +step +proj=noop", ""}) {
    INFO(wanted);
    const auto plane = resolve_plane(wanted);
    REQUIRE_FALSE(plane);
    CHECK(plane.error().what.args.at(0) == wanted);
    CHECK_FALSE(make_shapes(grid_boundaries(), Level::Region, {}, wanted));
  }
}

TEST_CASE("The scale bar is true at the picture's middle under any projection") {
  for (const char* wanted : {"", "utm", "web-mercator", "EPSG:32633", "+proj=eqc +lat_ts=10"}) {
    INFO(wanted);
    const Shapes shapes = shapes_on(wanted);
    View view{1000, 800, 1, fit(shapes.box, 1000, 800, 1, {})};
    const ScaleBar bar = make_scale_bar(view, shapes.projection, 150, Language::English);
    REQUIRE(bar.length_px > 0);
    const double half = bar.length_px / 2 * view.metres_per_pixel();
    const auto plane = Projection::create(shapes.projection).value();
    const PlanePoint middle = view.camera.centre;
    const double metres = geodesic_distance(*plane.inverse({middle.x - half, middle.y}),
                                            *plane.inverse({middle.x + half, middle.y}));
    CHECK(std::to_string(std::llround(metres / 1000)) + "\u00A0km" == bar.text);
  }
}

TEST_CASE("North is up where the projection's meridian is, and turns beside it") {
  const std::string laea = default_projection(grid_boundaries());
  CHECK(north_angle(laea, {0, 0}) == Approx(0).margin(1e-9));
  CHECK(north_angle(resolve_plane("EPSG:3857")->definition, {-500000, 2000000}) ==
        Approx(0).margin(1e-9));
  // UTM: tan(convergence) = tan(longitude from the meridian) * sin(latitude).
  const std::string utm = resolve_plane("EPSG:32630")->definition;
  const auto east = Projection::create(utm)->forward({2, 20});
  const double degree = 3.14159265358979 / 180;
  const double convergence = std::atan(std::tan(5 * degree) * std::sin(20 * degree));
  CHECK(north_angle(utm, *east) == Approx(-convergence).epsilon(1e-2));
}

TEST_CASE("Far from a projection's middle nothing is endless") {
  for (const char* wanted : {"EPSG:32650", "+proj=gnom +lat_0=17 +lon_0=75", "EPSG:3031"}) {
    const Boundaries boundaries = grid_boundaries();
    const auto made = make_shapes(boundaries, Level::Region, grid_context(), wanted);
    INFO(wanted);
    if (!made)
      continue;
    const double reach = 2.01 * std::max(made->box.width(), made->box.height());
    for (const NeighbourShape& neighbour : made->neighbours)
      for (const PlaneRing& ring : neighbour.rings)
        for (PlanePoint p : ring) {
          CHECK(std::abs(p.x - made->box.middle().x) < reach + made->box.width());
          CHECK(std::abs(p.y - made->box.middle().y) < reach + made->box.height());
        }
  }
}
