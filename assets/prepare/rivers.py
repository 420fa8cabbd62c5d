"""Rivers and lakes of the Niger and Senegal basins, from GSHHG as `gmt pscoast -M` dumps it.

usage: rivers.py RIVERS LAKES RIVER_LAKES OUT_RIVERS.geojson OUT_LAKES.geojson

GSHHG has no names, cuts its lines at the edges of its tiles and draws wide reaches as two banks. A river is therefore
followed through a graph of all the dumped lines, from way-point to way-point; where it is wide the line keeps to one
bank, at most some 2 km off the middle. The way-points (degrees) are ours.
"""

import heapq
import sys
from collections import defaultdict
from math import hypot

from common import line_geometry, polygon_geometry, rounded, signed_area, write_collection

DECIMALS = 4  # about 11 m
REACH = 0.06  # degrees: the widest gap between two lines of one river
PENALTY = 4.0  # how much longer a bridged gap counts than a drawn line
SMALLEST_LAKE = 0.002  # square degrees, about 24 km2

# name, rank, way-points downstream
RIVERS = [
    ("Niger", 1, [(-10.75, 9.95), (-9.17, 11.40), (-8.00, 12.62), (-6.20, 13.45), (-4.21, 14.50), (-4.00, 15.25),
                  (-4.25, 15.75), (-3.88, 15.98), (-3.03, 16.66), (-0.06, 16.26), (2.10, 13.50), (4.08, 11.36), (4.60, 10.80)]),
    ("Sénégal", 1, [(-10.83, 13.81), (-11.45, 14.45), (-13.45, 16.05)]),
    ("Bani", 2, [(-6.57, 12.62), (-4.95, 13.40), (-4.21, 14.50)]),
    ("Bara Issa", 2, [(-4.00, 15.25), (-4.08, 15.47), (-3.70, 15.86), (-3.47, 16.10)]),
    ("Bafing", 2, [(-11.85, 10.45), (-10.43, 13.15), (-10.83, 13.81)]),
    ("Bakoye", 2, [(-9.25, 12.05), (-9.85, 13.02), (-10.10, 13.55), (-10.83, 13.81)]),
    ("Baoulé", 2, [(-8.83, 12.22), (-8.60, 13.80), (-10.05, 13.58)]),
    ("Falémé", 2, [(-11.05, 12.02), (-11.48, 12.90), (-12.22, 14.73)]),
    ("Baoulé", 2, [(-7.55, 9.80), (-7.60, 11.00), (-7.05, 12.52), (-6.57, 12.62)]),
    ("Bagoé", 2, [(-6.35, 9.80), (-6.55, 11.60), (-6.57, 12.62)]),
    ("Sankarani", 2, [(-8.85, 9.80), (-8.70, 11.00), (-8.35, 12.00)]),
    ("Milo", 2, [(-9.45, 9.80), (-9.27, 11.03)]),
    ("Tinkisso", 2, [(-10.90, 10.85), (-9.22, 11.36)]),
]

# name, a place on its shore or in it (degrees), and how near the shore must come to that place
LAKES = [("Lac Débo", (-4.12, 15.30), 0.08), ("Lac Faguibine", (-4.00, 16.75), 0.08), ("Lac Niangay", (-3.10, 15.83), 0.08)]


def read_dump(path):
    """The dump's lines as lists of (lon, lat)."""
    lines, current = [], []
    for text in open(path, encoding="ascii"):
        if text.startswith((">", "#")):
            lines.append(current)
            current = []
        else:
            lon, lat = text.split()[:2]
            current.append((float(lon), float(lat)))
    lines.append(current)
    return sorted(r for r in (rounded(line, DECIMALS) for line in lines) if len(r) > 1)


class Network:
    """All vertices of all lines; the ends of lines are bridged to what is near."""

    def __init__(self, lines):
        self.links = defaultdict(dict)
        for line in lines:
            for a, b in zip(line, line[1:]):
                self.link(a, b, 1.0)
        cells = defaultdict(list)
        for p in list(self.links):
            cells[self.cell(p)].append(p)
        for line in lines:
            for end in (line[0], line[-1]):
                for near in self.around(cells, end):
                    if near != end and near not in self.links[end] and hypot(near[0] - end[0], near[1] - end[1]) < REACH:
                        self.link(end, near, PENALTY)

    def link(self, a, b, weight):
        length = hypot(a[0] - b[0], a[1] - b[1]) * weight
        self.links[a][b] = self.links[b][a] = length

    @staticmethod
    def cell(p):
        return (int(p[0] // REACH), int(p[1] // REACH))

    def around(self, cells, p):
        cx, cy = self.cell(p)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                yield from cells.get((cx + dx, cy + dy), ())

    def nearest(self, p, among=None):
        return min(among or self.links, key=lambda q: (hypot(p[0] - q[0], p[1] - q[1]), q))

    def path(self, start, goal):
        """The shortest path (Dijkstra 1959)."""
        best, before, queue = {start: 0.0}, {}, [(0.0, start)]
        while queue:
            length, p = heapq.heappop(queue)
            if p == goal:
                break
            if length > best[p]:
                continue
            for q, step in self.links[p].items():
                if length + step < best.get(q, float("inf")):
                    best[q] = length + step
                    before[q] = p
                    heapq.heappush(queue, (length + step, q))
        if goal not in best:
            raise SystemExit(f"rivers.py: no way from {start} to {goal}")
        out = [goal]
        while out[-1] != start:
            out.append(before[out[-1]])
        return out[::-1]


def follow(network, way_points, mouths):
    """The river through its way-points; its last point is taken from the rivers already drawn, if it ends in one."""
    stops = [network.nearest(p) for p in way_points]
    joins = [p for p in mouths if hypot(p[0] - way_points[-1][0], p[1] - way_points[-1][1]) < REACH * 2]
    if joins:
        stops[-1] = network.nearest(way_points[-1], joins)
    line = [stops[0]]
    for a, b in zip(stops, stops[1:]):
        line += network.path(a, b)[1:]
    return without_spurs(line)


def without_spurs(line):
    """Cuts what is walked twice: a way-point that sits on the other bank costs a detour and back."""
    seen, out = {}, []
    for p in line:
        if p in seen:
            for q in out[seen[p] + 1:]:
                del seen[q]
            del out[seen[p] + 1:]
        else:
            seen[p] = len(out)
            out.append(p)
    return out


def closed_rings(lines):
    """Joins lines end to end (within REACH / 20, tile edges are rounded) into closed rings; the rest is dropped."""
    tolerance = REACH / 20
    rings, open_lines = [], [list(l) for l in lines]
    while open_lines:
        ring = open_lines.pop(0)
        while hypot(ring[0][0] - ring[-1][0], ring[0][1] - ring[-1][1]) > tolerance or len(ring) < 4:
            end = ring[-1]
            ends = [(hypot(l[i][0] - end[0], l[i][1] - end[1]), n, i) for n, l in enumerate(open_lines) for i in (0, -1)]
            gap, n, i = min(ends, default=(9, 0, 0))
            if gap > tolerance:
                break
            piece = open_lines.pop(n)
            ring += piece if i == 0 else piece[::-1]
        else:
            rings.append(rounded(ring[:-1] + [ring[0]], DECIMALS))
    return [r for r in rings if len(r) >= 4]


def lake_name(ring):
    for name, (lon, lat), reach in LAKES:
        if min(hypot(p[0] - lon, p[1] - lat) for p in ring) < reach:
            return name
    return ""


def main(rivers_dump, lakes_dump, river_lakes_dump, rivers_out, lakes_out):
    rivers, lakes, wide = (read_dump(p) for p in (rivers_dump, lakes_dump, river_lakes_dump))
    network = Network(rivers + lakes + wide)
    features, drawn = [], []
    for name, rank, way_points in RIVERS:
        line = follow(network, way_points, drawn)
        drawn += line
        features.append(({"name_fr": name, "rank": rank}, line_geometry(line, DECIMALS)))
        print(f"river {name}: {len(line)} points")
    write_collection(rivers_out, {"name": "rivers", "attribution": "GSHHG 2.3.7 (LGPL)"}, features)

    features, named = [], set()
    for kind, lines in (("lake", lakes), ("river", wide)):
        rings = sorted(closed_rings(lines), key=lambda r: (-abs(signed_area(r)), r))
        for ring in rings:
            if kind == "lake" and abs(signed_area(ring)) / 2 < SMALLEST_LAKE:
                continue
            name = lake_name(ring) if kind == "lake" else ""
            name = "" if name in named else name  # the largest one only
            named.add(name)
            features.append(({"name_fr": name, "kind": kind}, polygon_geometry([[ring]], DECIMALS)))
    write_collection(lakes_out, {"name": "lakes", "attribution": "GSHHG 2.3.7 (LGPL)"}, features)
    print(f"lakes: {len(features)}, named {sorted(named - {''})}")


if __name__ == "__main__":
    main(*sys.argv[1:])
