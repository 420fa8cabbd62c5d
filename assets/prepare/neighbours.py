"""The countries around Mali, clipped to the picture, from Natural Earth's countries.

usage: neighbours.py world_map.gpkg mali_regions.geojson OUT.geojson

Borders are simplified as arcs that both neighbours share (Douglas-Peucker 1973), so no sliver opens between them;
Mali's own border is left as it is, point for point. The coast is where the countries end.
"""

import sys
from collections import defaultdict
from math import hypot

from osgeo import gdal, ogr

from common import polygon_geometry, polygons_of, segments, write_collection

ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # every shape is checked below

DECIMALS = 5
TOLERANCE = 0.01  # degrees, away from Mali
WEST, SOUTH, EAST, NORTH = -24.0, 1.0, 21.0, 34.0
SMALLEST = 1e-3  # square degrees, some 11 km2: lesser islands are left out

NAMES = {
    "BF": ("Burkina Faso", "Burkina Faso"),
    "BJ": ("Bénin", "Benin"),
    "CD": ("RD Congo", "DR Congo"),
    "CF": ("Centrafrique", "Central African Republic"),
    "CG": ("Congo", "Congo"),
    "CI": ("Côte d’Ivoire", "Côte d’Ivoire"),
    "CM": ("Cameroun", "Cameroon"),
    "CV": ("Cap-Vert", "Cabo Verde"),
    "DZ": ("Algérie", "Algeria"),
    "EH": ("Sahara occidental", "Western Sahara"),
    "ES": ("Espagne", "Spain"),
    "GA": ("Gabon", "Gabon"),
    "GH": ("Ghana", "Ghana"),
    "GM": ("Gambie", "Gambia"),
    "GN": ("Guinée", "Guinea"),
    "GQ": ("Guinée équatoriale", "Equatorial Guinea"),
    "GW": ("Guinée-Bissau", "Guinea-Bissau"),
    "LR": ("Libéria", "Liberia"),
    "LY": ("Libye", "Libya"),
    "MA": ("Maroc", "Morocco"),
    "MR": ("Mauritanie", "Mauritania"),
    "NE": ("Niger", "Niger"),
    "NG": ("Nigéria", "Nigeria"),
    "PT": ("Portugal", "Portugal"),
    "SL": ("Sierra Leone", "Sierra Leone"),
    "SN": ("Sénégal", "Senegal"),
    "ST": ("Sao Tomé-et-Principe", "São Tomé and Príncipe"),
    "TD": ("Tchad", "Chad"),
    "TG": ("Togo", "Togo"),
    "TN": ("Tunisie", "Tunisia"),
}


def box(west, south, east, north):
    return ogr.CreateGeometryFromWkt(
        f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
    )


def geometry_of(polygons):
    return ogr.CreateGeometryFromJson(polygon_geometry(polygons, DECIMALS))


def read_countries(path):
    """ISO code -> polygons of all countries that touch the picture, Mali left out."""
    source = ogr.Open(path)
    layer = source.GetLayer("countries")
    picture = box(WEST, SOUTH, EAST, NORTH)
    shapes = {}
    for feature in layer:
        code, shape = feature["iso_a2"], feature.geometry().Clone()
        if code == "ML" or not shape.Intersects(picture):
            continue
        if code not in NAMES:
            raise SystemExit(f"neighbours.py: unexpected country {code} {feature['NAME']}")
        shapes[code] = shape
    western_sahara(shapes)
    return {code: near_polygons(shape) for code, shape in shapes.items()}


def western_sahara(shapes):
    """Natural Earth draws who holds the land; the United Nations' list has Western Sahara up to 27°40' N whole."""
    top = shapes["EH"].GetEnvelope()[3]
    south = box(WEST, SOUTH, EAST, top)
    shapes["EH"] = shapes["EH"].Union(shapes["MA"].Intersection(south))
    shapes["MA"] = shapes["MA"].Difference(south)


def near_polygons(shape):
    """The parts near the picture, so that far islands and departments cost nothing."""
    picture = box(WEST - 1, SOUTH - 1, EAST + 1, NORTH + 1)
    return [rings for rings in polygons_of(shape, DECIMALS) if geometry_of([rings]).Intersects(picture)]


def simplified_arc(points, tolerance):
    """Douglas-Peucker; a closed arc is cut at its far point first."""
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(len(points)), key=lambda i: (hypot(points[i][0] - points[0][0], points[i][1] - points[0][1]), i))
        return simplified_arc(points[: far + 1], tolerance)[:-1] + simplified_arc(points[far:], tolerance)
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = hypot(bx - ax, by - ay) or 1e-12
        worst, where = tolerance, None
        for i in range(first + 1, last):
            px, py = points[i]
            off = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length
            if off > worst:
                worst, where = off, i
        if where is not None:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [points[i] for i in sorted(keep)]


def simplified(countries, mali, tolerances):
    """All rings rebuilt from arcs that are simplified once, by the finest tolerance of those who use them."""
    degree = defaultdict(set)
    users = defaultdict(set)
    for code, polygons in countries.items():
        for a, b in segments(polygons):
            degree[a].add(b)
            degree[b].add(a)
            users[(a, b)].add(code)

    def frozen(a, b):
        return ((a, b) if a < b else (b, a)) in mali

    def is_node(p):
        sides = [(p, q) for q in degree[p]]
        if len(sides) != 2:
            return True
        owners = {frozenset(users[(a, b) if a < b else (b, a)]) for a, b in sides}
        return len(owners) > 1 or any(frozen(a, b) for a, b in sides)

    def tolerance_of(a, b):
        return min(tolerances[code] for code in users[(a, b) if a < b else (b, a)])

    def rebuild(ring):
        nodes = [i for i, p in enumerate(ring[:-1]) if is_node(p)]
        if not nodes:
            start = ring.index(min(ring))
            return simplified_arc(ring[start:-1] + ring[: start + 1], tolerance_of(ring[0], ring[1]))
        turned = ring[nodes[0]:-1] + ring[: nodes[0] + 1]
        cuts = [i for i, p in enumerate(turned) if is_node(p)]
        out = [turned[0]]
        for a, b in zip(cuts, cuts[1:]):
            arc = turned[a:b + 1]
            if len(arc) > 2:  # walked in one direction only, so that both users get the same points
                fine = tolerance_of(arc[0], arc[1])
                arc = simplified_arc(arc, fine) if arc <= arc[::-1] else simplified_arc(arc[::-1], fine)[::-1]
            out += arc[1:]
        return out

    out = {}
    for code, polygons in countries.items():
        rebuilt = [[r for r in map(rebuild, rings) if len(r) >= 4] for rings in polygons]
        out[code] = [rings for rings in rebuilt if rings]
    return out


def simplified_validly(countries, mali):
    """Halves the tolerance of a country until its simplified shape is valid."""
    tolerances = dict.fromkeys(countries, TOLERANCE)
    while True:
        result = simplified(countries, mali, tolerances)
        invalid = [code for code in sorted(result) if not geometry_of(result[code]).IsValid()]
        if not invalid:
            return result
        for code in invalid:
            tolerances[code] /= 2
            if tolerances[code] < TOLERANCE / 1000:
                raise SystemExit(f"neighbours.py: {code} is not valid")


def clipped(countries):
    picture = box(WEST, SOUTH, EAST, NORTH)
    out = {}
    for code, polygons in countries.items():
        parts = polygons_of(geometry_of(polygons).Intersection(picture), DECIMALS)
        parts = [rings for rings in parts if geometry_of([rings]).Area() > SMALLEST]
        if parts:
            out[code] = parts
    return out


def verify(countries, mali):
    """Mali's border is there segment for segment; nothing overlaps."""
    used = defaultdict(set)
    for code, polygons in countries.items():
        for s in segments(polygons):
            used[s].add(code)
    missing = [s for s in mali if len(used.get(s, ())) != 1]
    shapes = {code: geometry_of(p) for code, p in countries.items()}
    codes = sorted(shapes)
    overlaps = [
        (a, b) for i, a in enumerate(codes) for b in codes[i + 1:] if shapes[a].Intersection(shapes[b]).Area() > 1e-6
    ]
    invalid = [c for c in codes if not shapes[c].IsValid()]
    if missing or overlaps or invalid:
        raise SystemExit(f"neighbours.py: border {missing[:5]}, overlaps {overlaps}, invalid {invalid}")
    points = sum(len(r) for p in countries.values() for rings in p for r in rings)
    print(f"neighbours: {len(codes)} countries, {points} points, Mali's {len(mali)} border segments met")


def main(world_map, regions, out):
    source = ogr.Open(regions)
    users = defaultdict(int)
    for feature in source.GetLayer(0):
        for s in segments(polygons_of(feature.geometry(), DECIMALS)):
            users[s] += 1
    mali = {s for s, n in users.items() if n == 1}
    countries = clipped(simplified_validly(read_countries(world_map), mali))
    verify(countries, mali)
    features = []
    for code in sorted(countries):
        name_fr, name_en = NAMES[code]
        features.append(({"iso_a2": code, "name_fr": name_fr, "name_en": name_en}, polygon_geometry(countries[code], DECIMALS)))
    write_collection(
        out, {"name": "neighbours", "attribution": "Made with Natural Earth", "rights": "public domain"}, features
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
