#!/usr/bin/python3
"""One A4 page of a boundary file by QGIS's layout export, as a peer of bench_page.

  QT_QPA_PLATFORM=offscreen /usr/bin/python3 tests/bench/qgis_page.py BOUNDARIES [N]

Needs the package python3-qgis. The page has what ours has: units in five graduated colours by area, their names, title, legend,
scale bar and a footer, in the same equal-area projection. Prints the medians of N exports (PDF; PNG at 300 dpi), without start-up.
"""
import os
import statistics
import sys
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    QgsApplication, QgsClassificationJenks, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGraduatedSymbolRenderer, QgsLayoutExporter,
    QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsLayoutPoint, QgsLayoutSize,
    QgsPalLayerSettings, QgsPrintLayout, QgsProject, QgsStyle, QgsUnitTypes, QgsVectorLayer,
    QgsVectorLayerSimpleLabeling)

EQUAL_AREA = "+proj=laea +lat_0=17.5 +lon_0=-4 +ellps=WGS84 +units=m"
MM = QgsUnitTypes.LayoutMillimeters


def styled_layer(path):
    layer = QgsVectorLayer(path, "units", "ogr")
    assert layer.isValid(), path
    layer.dataProvider()
    renderer = QgsGraduatedSymbolRenderer("$area")
    renderer.setClassificationMethod(QgsClassificationJenks())
    renderer.updateClasses(layer, 5)
    renderer.updateColorRamp(QgsStyle.defaultStyle().colorRamp("Blues"))
    layer.setRenderer(renderer)
    names = [f.name() for f in layer.fields() if "name" in f.name().lower() or "fr" in f.name().lower()]
    settings = QgsPalLayerSettings()
    names.sort(key=lambda name: "2" not in name)  # cercles before their regions
    settings.fieldName = names[0] if names else layer.fields()[0].name()
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def page(project, layer):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()  # A4 lying

    def add(item, x, y, width, height):
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x, y, MM))
        item.attemptResize(QgsLayoutSize(width, height, MM))
        return item

    map_item = add(QgsLayoutItemMap(layout), 10, 25, 205, 165)
    map_item.setCrs(QgsCoordinateReferenceSystem.fromProj(EQUAL_AREA))
    map_item.setLayers([layer])
    map_item.setExtent(extent_on_plane(layer, map_item.crs()))
    for text, y in (("Title of the map", 10), ("Source, projection, disclaimer", 195)):
        label = QgsLayoutItemLabel(layout)
        label.setText(text)
        add(label, 10, y, 200, 10)
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(map_item)
    add(legend, 220, 25, 65, 100)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(map_item)
    bar.applyDefaultSize()
    add(bar, 160, 180, 50, 10)
    map_item.refresh()
    return layout


def extent_on_plane(layer, crs):
    assert crs.isValid()
    return QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance()).transformBoundingBox(layer.extent())


def median_ms(n, work):
    work()  # once to warm up
    times = []
    for _ in range(n):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def main():
    path, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    layer = styled_layer(path)
    project.addMapLayer(layer)
    layout = page(project, layer)  # kept: the exporter does not
    exporter = QgsLayoutExporter(layout)
    folder = tempfile.mkdtemp()
    pdf = QgsLayoutExporter.PdfExportSettings()
    pdf.forceVectorOutput = True
    png = QgsLayoutExporter.ImageExportSettings()
    png.dpi = 300

    def export(write, name, settings):
        assert write(f"{folder}/{name}", settings) == QgsLayoutExporter.Success, name

    print(f"QGIS PDF {median_ms(n, lambda: export(exporter.exportToPdf, 'page.pdf', pdf)):.1f} ms")
    print(f"QGIS PNG {median_ms(n, lambda: export(exporter.exportToImage, 'page.png', png)):.1f} ms")
    print(f"written: {os.path.getsize(folder + '/page.pdf')} and {os.path.getsize(folder + '/page.png')} bytes in {folder}")
    os._exit(0)  # QGIS without a window may not end by itself


main()
