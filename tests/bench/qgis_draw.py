#!/usr/bin/python3
"""One map of 1920x1080 by QGIS, as a peer of `malimap --bench-pan` and of the start of the window.

  /usr/bin/python3 tests/bench/qgis_draw.py BOUNDARIES [RUNS] [--points POINTS.csv] [--image F.png]
  /usr/bin/python3 tests/bench/qgis_draw.py BOUNDARIES --start

Needs the package python3-qgis. Units, and points of a file with the columns lon and lat, are held in memory. The units are drawn in five
classes by area, with outlines, the points as dots, without labels, panels or a projection, as the canvas of QGIS draws: geometry
simplified to the scale. Prints JSON: {"ms": median of RUNS, "canvas_ms": the same as the canvas draws, in threads of their own, which are waited
for, "version": ...}. --start reads the file as it is, draws once, and prints as "ms" the time from the start of the process to the finished map.
"""
import argparse
import csv
import json
import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage, QPainter  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsClassificationQuantile, QgsFeature, QgsFillSymbol, QgsGeometry, QgsGraduatedSymbolRenderer,
    QgsMapRendererCustomPainterJob, QgsMapRendererParallelJob, QgsMapSettings, QgsMarkerSymbol, QgsPointXY, QgsSingleSymbolRenderer,
    QgsStyle, QgsVectorLayer)


def process_age_ms():
    with open("/proc/self/stat", encoding="utf-8") as stat:
        begun = int(stat.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    return 1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - begun)


def layer_in_memory(kind, name, features):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=area:double", name, "memory")
    layer.dataProvider().addFeatures(list(features))
    layer.updateExtents()
    return layer


def in_classes(layer, by):
    renderer = QgsGraduatedSymbolRenderer(by)
    renderer.setSourceSymbol(QgsFillSymbol.createSimple({"outline_color": "white", "outline_width": "1", "outline_width_unit": "Pixel"}))
    renderer.setClassificationMethod(QgsClassificationQuantile())
    renderer.updateClasses(layer, 5)
    renderer.updateColorRamp(QgsStyle.defaultStyle().colorRamp("Blues"))
    layer.setRenderer(renderer)
    return layer


def units_of(path):
    def features():
        for read in QgsVectorLayer(path, "file", "ogr").getFeatures():
            unit = QgsFeature()
            unit.setGeometry(read.geometry())
            unit.setAttributes([read.geometry().area()])
            yield unit

    return in_classes(layer_in_memory("MultiPolygon", "units", features()), "area")


def points_of(path):
    def features():
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                point = QgsFeature()
                point.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float(row["lon"]), float(row["lat"]))))
                yield point

    layer = layer_in_memory("Point", "points", features())
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"name": "circle", "color": "#b5481f", "size": "1.5"})))
    return layer


def settings_of(layers, extent):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(1920, 1080))
    settings.setExtent(extent)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setBackgroundColor(QColor("#f2f0eb"))
    settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)
    return settings


def as_the_canvas(settings):
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def at_once(settings):
    image = QImage(settings.outputSize(), QImage.Format_ARGB32_Premultiplied)
    image.fill(settings.backgroundColor())
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return image


def median_ms(runs, draw, settings):
    draw(settings)  # once to warm up
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        draw(settings)
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("boundaries")
    asked.add_argument("runs", type=int, nargs="?", default=15)
    asked.add_argument("--points")
    asked.add_argument("--start", action="store_true")
    asked.add_argument("--image", help="write the map here, to look at")
    given = asked.parse_args()
    app = QgsApplication([], False)
    app.initQgis()
    result = {"version": Qgis.QGIS_VERSION.split("-")[0]}
    if given.start:
        units = in_classes(QgsVectorLayer(given.boundaries, "units", "ogr"), "area($geometry)")
        settings = settings_of([units], units.extent())
        image = at_once(settings)
        result["ms"] = process_age_ms()
    else:
        units = units_of(given.boundaries)
        points = points_of(given.points) if given.points else None
        settings = settings_of([points, units] if points else [units], units.extent())
        result["ms"] = median_ms(given.runs, at_once, settings)
        result["canvas_ms"] = median_ms(given.runs, as_the_canvas, settings)
        image = at_once(settings)
    if given.image:
        image.save(given.image)
    print(json.dumps(result), flush=True)
    os._exit(0)  # QGIS without a window may not end by itself


main()
