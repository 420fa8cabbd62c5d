#!/usr/bin/python3
"""A CSV read by GDAL alone, as a peer of bench_read.

  /usr/bin/python3 tests/bench/read_gdal.py LIST.csv [RUNS]

Needs the package python3-gdal. Every row and every cell is read and thrown away, in GDAL's own loop: it counts the rows that pass a filter which all
pass. Prints {"ms": median of RUNS, "rows": ..., "version": ...} as JSON.
"""
import json
import statistics
import sys
import time

from osgeo import gdal, ogr


def main():
    times = []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
        begin = time.perf_counter()
        file = ogr.Open(sys.argv[1])
        layer = file[0]
        layer.SetAttributeFilter(f'"{layer.GetLayerDefn().GetFieldDefn(0).GetName()}" IS NOT NULL')
        rows = layer.GetFeatureCount()
        times.append(1000 * (time.perf_counter() - begin))
    print(json.dumps({"ms": statistics.median(times), "rows": rows, "version": gdal.__version__}))


main()
