#!/usr/bin/env python3
"""Writes made-up boundaries as GeoJSON, the same for the same seed: what the drawing benchmarks draw.

  make_units.py OUT.geojson [UNITS] [VERTICES] [SEED]

About UNITS (4,556) polygons with about VERTICES (408,000) vertices in all, the closing ones too, fill Mali's box: the cells of a grid whose
corners were moved, with edges as wiggly as rivers (midpoint displacement). Neighbours share the vertices of their edge. The columns
are those of OCHA's files: names and P-codes of communes, of their cercles and of their regions, which are blocks of the grid.
"""
import json
import math
import random
import sys

WEST, SOUTH, EAST, NORTH = -12.24, 10.14, 4.27, 25.0
CORNER = 0.15  # how far a corner moves, of a cell's side
WIGGLE = 0.08  # how far a midpoint moves, of its edge's length; more would let edges cross


def sizes(units):
    """Rows and columns of the grid."""
    rows = max(1, round(math.sqrt(units)))
    return rows, max(1, round(units / rows))


def wiggly(a, b, segments, chance):
    """The vertices from a to before b."""
    if segments < 2:
        return [a]
    first = segments // 2
    along, aside = first / segments, chance.uniform(-WIGGLE, WIGGLE)
    (ax, ay), (bx, by) = a, b
    middle = (ax + along * (bx - ax) - aside * (by - ay), ay + along * (by - ay) + aside * (bx - ax))
    return wiggly(a, middle, first, chance) + wiggly(middle, b, segments - first, chance)


class Grid:
    def __init__(self, units, vertices, seed):
        self.rows, self.columns = sizes(units)
        self.seed = seed
        self.segments = (vertices / (self.rows * self.columns) - 1) / 4
        self.edges = {}

    def corner(self, row, column):
        chance = random.Random(f"{self.seed} corner {row} {column}")
        x, y = (n + chance.uniform(-CORNER, CORNER) for n in (column, row))
        return WEST + x / self.columns * (EAST - WEST), SOUTH + y / self.rows * (NORTH - SOUTH)

    def edge(self, begin, end):
        """All vertices from one corner to the next, both included. The other way round they are the same ones."""
        if begin > end:
            return self.edge(end, begin)[::-1]
        if (begin, end) not in self.edges:
            chance = random.Random(f"{self.seed} edge {begin} {end}")
            segments = max(1, math.floor(self.segments + chance.random()))
            a, b = self.corner(*begin), self.corner(*end)
            self.edges[begin, end] = [[round(x, 7), round(y, 7)] for x, y in (*wiggly(a, b, segments, chance), b)]
        return self.edges[begin, end]

    def ring(self, row, column):
        corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column), (row, column)]
        ring = [vertex for begin, end in zip(corners, corners[1:]) for vertex in self.edge(begin, end)[:-1]]
        return ring + ring[:1]

    def features(self):
        communes = {}
        for row in range(self.rows):
            for column in range(self.columns):
                region = f"{1 + row * 3 // self.rows * 3 + column * 3 // self.columns:02}"
                cercle = f"{region}{1 + row * 21 // self.rows % 7 * 7 + column * 21 // self.columns % 7:02}"
                number = communes[cercle] = communes.get(cercle, 0) + 1
                yield {"type": "Feature", "properties": {
                    "country": "Mali", "country_pcode": "ML", "adm1": f"Région {region}", "adm1_pcode": f"ML{region}",
                    "adm2": f"Cercle {cercle}", "adm2_pcode": f"ML{cercle}",
                    "adm3": f"Commune {cercle}{number:02}", "adm3_pcode": f"ML{cercle}{number:02}",
                }, "geometry": {"type": "Polygon", "coordinates": [self.ring(row, column)]}}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    units, vertices, seed = (int(word) for word in (sys.argv[2:] + ["4556", "408000", "1"][len(sys.argv) - 2:])[:3])
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        features = Grid(units, vertices, seed).features()
        out.write('{"type": "FeatureCollection", "features": [\n')
        out.write(",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features))
        out.write("\n]}\n")


main()
