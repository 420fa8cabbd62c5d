"""Rings, rounding and GeoJSON, shared by the scripts that prepare the context layers.

Everything here is deterministic: points are rounded before they are compared, features are sorted by the caller,
and numbers are written with a fixed number of decimals, so that the same packages give the same bytes.
"""

import json
from pathlib import Path


def rounded(points, decimals):
    """The points as tuples, rounded, without repeats in a row."""
    out = []
    for x, y in points:
        p = (round(x, decimals) + 0.0, round(y, decimals) + 0.0)
        if not out or out[-1] != p:
            out.append(p)
    return out


def polygons_of(geometry, decimals):
    """An OGR (multi)polygon as a list of polygons: lists of closed rings of (lon, lat)."""
    parts = [geometry] if geometry.GetGeometryName() == "POLYGON" else list(geometry)
    polygons = []
    for part in parts:
        if part.GetGeometryName() != "POLYGON":
            continue
        rings = [rounded([p[:2] for p in ring.GetPoints()], decimals) for ring in part]
        rings = [r for r in rings if len(r) >= 4]
        if rings:
            polygons.append(rings)
    return polygons


def signed_area(ring):
    """Twice the signed area in square degrees; positive when counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def oriented(ring, counter_clockwise):
    """The ring turned as RFC 7946 asks, starting at its smallest vertex."""
    if (signed_area(ring) > 0) != counter_clockwise:
        ring = ring[::-1]
    start = ring.index(min(ring))
    return ring[start:-1] + ring[: start + 1]


def normalised(polygons):
    """Polygons with exterior rings counter-clockwise, holes clockwise, in a fixed order."""
    out = []
    for rings in polygons:
        holes = sorted(oriented(r, False) for r in rings[1:])
        out.append([oriented(rings[0], True)] + holes)
    return sorted(out)


def segments(polygons):
    """All undirected segments of the polygons' rings."""
    for rings in polygons:
        for ring in rings:
            for a, b in zip(ring, ring[1:]):
                yield (a, b) if a < b else (b, a)


def _position(p, decimals):
    return f"[{p[0]:.{decimals}f},{p[1]:.{decimals}f}]"


def _line(points, decimals):
    return "[" + ",".join(_position(p, decimals) for p in points) + "]"


def polygon_geometry(polygons, decimals):
    """GeoJSON text of a Polygon or, with several parts, a MultiPolygon."""
    parts = ["[" + ",".join(_line(r, decimals) for r in rings) + "]" for rings in normalised(polygons)]
    if len(parts) == 1:
        return f'{{"type":"Polygon","coordinates":{parts[0]}}}'
    return f'{{"type":"MultiPolygon","coordinates":[{",".join(parts)}]}}'


def line_geometry(points, decimals):
    """GeoJSON text of a LineString."""
    return f'{{"type":"LineString","coordinates":{_line(points, decimals)}}}'


def _feature(properties, geometry):
    text = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    return f'{{"type":"Feature","properties":{text},"geometry":{geometry}}}'


def write_collection(path, members, features):
    """Writes a FeatureCollection, one feature a line. `features` are (properties, geometry text) pairs."""
    lines = ['{"type":"FeatureCollection"']
    lines += [f'{json.dumps(k)}:{json.dumps(v, ensure_ascii=False)}' for k, v in members.items()]
    head = ",\n".join(lines)
    body = ",\n".join(_feature(properties, geometry) for properties, geometry in features)
    Path(path).write_text(f'{head},\n"features":[\n{body}\n]}}\n', encoding="utf-8")
