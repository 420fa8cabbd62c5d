"""Mali's 8 regions and the district of Bamako, from Natural Earth's first-order divisions.

usage: regions.py world_map.gpkg OUT.geojson
"""

import sys
from collections import defaultdict

from osgeo import ogr

from common import polygon_geometry, polygons_of, segments, write_collection

ogr.UseExceptions()

DECIMALS = 5  # about a metre

# Natural Earth's name -> (P-code, French name, ISO 3166-2)
UNITS = {
    "Kayes": ("ML01", "Kayes", "ML-1"),
    "Koulikoro": ("ML02", "Koulikoro", "ML-2"),
    "Sikasso": ("ML03", "Sikasso", "ML-3"),
    "Ségou": ("ML04", "Ségou", "ML-4"),
    "Mopti": ("ML05", "Mopti", "ML-5"),
    "Timbuktu": ("ML06", "Tombouctou", "ML-6"),
    "Gao": ("ML07", "Gao", "ML-7"),
    "Kidal": ("ML08", "Kidal", "ML-8"),
    "Bamako": ("ML09", "Bamako", "ML-BKO"),
}


def read_units(path):
    """P-code -> polygons, rounded."""
    source = ogr.Open(path)
    layer = source.GetLayer("states_provinces")
    layer.SetAttributeFilter("adm0_a3 = 'MLI'")
    units = {UNITS[f["name"]][0]: polygons_of(f.geometry(), DECIMALS) for f in layer}
    if len(units) != len(UNITS):
        raise SystemExit(f"regions.py: expected {len(UNITS)} units, found {sorted(units)}")
    return units


def geometry_of(polygons):
    return ogr.CreateGeometryFromJson(polygon_geometry(polygons, DECIMALS))


def verify(units):
    """A coverage: every segment used once (outline) or by exactly two units, valid, no overlap, no gap."""
    users = defaultdict(list)
    for pcode, polygons in units.items():
        for s in segments(polygons):
            users[s].append(pcode)
    crowded = [s for s, u in users.items() if len(u) > 2 or len(set(u)) != len(u)]
    shapes = {pcode: geometry_of(p) for pcode, p in units.items()}
    union = None
    for shape in shapes.values():
        union = shape if union is None else union.Union(shape)
    overlap = sum(s.Area() for s in shapes.values()) - union.Area()
    outline = {s for s, u in users.items() if len(u) == 1}
    whole = set(segments(polygons_of(union, DECIMALS)))
    checks = {
        "a segment belongs to more than two units": crowded,
        "invalid shape": [p for p, s in shapes.items() if not s.IsValid()],
        "units overlap": abs(overlap) > 1e-9,
        "gap between units": union.GetGeometryName() != "POLYGON" or union.GetGeometryCount() != 1,
        "a shared edge is not identical": outline != whole,
    }
    for message, failed in checks.items():
        if failed:
            raise SystemExit(f"regions.py: {message}: {failed}")
    print(f"regions: {len(outline)} outline segments, {len(users) - len(outline)} shared by two units")


def main(world_map, out):
    units = read_units(world_map)
    verify(units)
    features = []
    for pcode, name, iso in sorted(UNITS.values()):
        properties = {
            "adm1_pcode": pcode,
            "adm1_fr": name,
            "adm1_iso": iso,
            "adm0_pcode": "ML",
            "adm0_fr": "Mali",
            "vintage": "2012",
        }
        features.append((properties, polygon_geometry(units[pcode], DECIMALS)))
    write_collection(
        out,
        {"name": "mali_regions", "attribution": "Made with Natural Earth", "rights": "public domain"},
        features,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
