#!/usr/bin/python3
"""One map of 1920x1080 by Mapnik, as a peer of `malimap --bench-pan`.

  /usr/bin/python3 tests/bench/mapnik_draw.py BOUNDARIES [RUNS] [--image F.png]

Needs the packages python3-mapnik and python3-gdal. The units are held in memory and drawn in five classes by area, with outlines, without
labels, panels or a projection, into an image in memory. Prints {"ms": median of RUNS, "version": ...} as JSON.
"""
import argparse
import bisect
import json
import statistics
import time

import mapnik
from osgeo import ogr

COLOURS = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"]


def units_of(path):
    """Each unit's geometry as GeoJSON, and its class: a fifth of the units in each."""
    file = ogr.Open(path)
    shapes = [feature.geometry().Clone() for feature in file[0]]
    areas = [shape.GetArea() for shape in shapes]
    breaks = sorted(areas)[len(areas) // 5::len(areas) // 5 or 1][:4]
    return [(shape.ExportToJson(), bisect.bisect_right(breaks, area)) for shape, area in zip(shapes, areas)]


def in_memory(units):
    source, context = mapnik.MemoryDatasource(), mapnik.Context()
    context.push("class")
    for number, (geometry, kind) in enumerate(units):
        feature = {"type": "Feature", "id": number + 1, "geometry": json.loads(geometry), "properties": {"class": kind}}
        source.add_feature(mapnik.Feature.from_geojson(json.dumps(feature), context))
    return source


def five_classes():
    style = mapnik.Style()
    for kind, colour in enumerate(COLOURS):
        rule = mapnik.Rule()
        rule.filter = mapnik.Expression(f"[class] = {kind}")
        fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
        fill.fill = mapnik.Color(colour)
        line.stroke, line.stroke_width = mapnik.Color("white"), 1.0
        rule.symbols.append(fill)
        rule.symbols.append(line)
        style.rules.append(rule)
    return style


def map_of(path):
    layer = mapnik.Layer("units")
    layer.datasource = in_memory(units_of(path))
    layer.styles.append("classes")
    drawn = mapnik.Map(1920, 1080)
    drawn.background = mapnik.Color("#f2f0eb")
    drawn.append_style("classes", five_classes())
    drawn.layers.append(layer)
    drawn.zoom_all()
    return drawn


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("boundaries")
    asked.add_argument("runs", type=int, nargs="?", default=15)
    asked.add_argument("--image", help="write the map here, to look at")
    given = asked.parse_args()
    drawn, times = map_of(given.boundaries), []
    for _ in range(given.runs + 1):  # once to warm up
        image = mapnik.Image(drawn.width, drawn.height)
        begin = time.perf_counter()
        mapnik.render(drawn, image)
        times.append(1000 * (time.perf_counter() - begin))
    if given.image:
        image.save(given.image, "png")
    print(json.dumps({"ms": statistics.median(times[1:]), "version": mapnik.mapnik_version_string()}))


main()
