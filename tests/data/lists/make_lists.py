#!/usr/bin/env python3
"""Writes the lists of this folder that no text editor can write, so that a reviewer sees what is in them.

    tests/data/lists/make_lists.py      (standard library, and ogr2ogr for the formats of maps)
"""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tables"))
sys.dont_write_bytecode = True
import make_tables  # noqa: E402
from make_tables import sheet_xml, write_zip, xlsx  # noqa: E402

make_tables.HERE = HERE
DAY, PERCENT, FCFA, USD = 1, 2, 3, 7  # places in make_tables.STYLES


def workbooks():
    xlsx("xlsx_title_lines.xlsx", [("Projets", sheet_xml(
        [["Projets de la coordination"], ["Situation au 12/03/2024"], [], ["N°", "Titre", "Région", "Budget (USD)"],
         [1, "Puits", "Mopti", "1 234,50"], [2, "École", "Gao", 50.25], [], ["Total", None, None, 1284.75]]), "visible")])
    xlsx("xlsx_merged_headers.xlsx", [("Projets", sheet_xml(
        [["N°", "Titre du projet", "Localisation", None, "Montants (USD)", None],
         [None, None, "Région", "Localité", "Budget", "Dépensé"],
         [1, "Puits", "Mopti", "Konna", 100, 7], [2, "École", "Gao", "Gao", 200, 8], [3, "Mare", "Kidal", None, 400, 9]],
        ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]), "visible")])
    projects = [["Titre", "Région", "Budget USD"], ["Puits", "Mopti", 10], ["École", "Gao", 20]]
    old = [["Titre", "Région", "Budget USD"], ["Vieux", "Kayes", 1], ["Vieux 2", "Kayes", 2], ["Vieux 3", "Kayes", 3]]
    xlsx("xlsx_hidden_sheet.xlsx", [("Archive", sheet_xml(old), "hidden"), ("Secret", sheet_xml(old), "veryHidden"),
                                    ("Liste", sheet_xml(projects), "visible")])
    several = [("Lisez-moi", sheet_xml([["Ce classeur tient la liste des projets."], ["Questions : coordination"]]), "visible"),
               ("Projets", sheet_xml(projects), "visible"),
               ("2015", sheet_xml(old[:3]), "visible"),
               ("Codes", sheet_xml([["Région", "Code"], ["Mopti", "ML05"], ["Gao", "ML07"]]), "visible")]
    xlsx("xlsx_several_sheets.xlsx", several)
    xlsx("xlsx_named_sheet.xlsx", several)
    # 42374 is 5 January 2016, 42794 28 February 2017, 42735 31 December 2016.
    xlsx("xlsx_dates.xlsx", [("Projets", sheet_xml(
        [["Titre", "Fonds", "Région", "Budget USD", "Date début", "Date fin"],
         ["a", "QIP", "Mopti", 1, (42374, DAY), (42794, DAY)], ["b", "TF", "Gao", 2, 42735, None],
         ["c", "TF", "Gao", 4, ("d", "2016-06-30T00:00:00"), None]]), "visible")])
    # The same days from 1904: 1462 less.
    xlsx("xlsx_dates_1904.xlsx", [("Projets", sheet_xml(
        [["Titre", "Fonds", "Région", "Budget USD", "Date début", "Date fin"],
         ["a", "QIP", "Mopti", 1, (40912, DAY), (41332, DAY)]]), "visible")], book_attributes='date1904="1"')
    xlsx("xlsx_formats.xlsx", [("Projets", sheet_xml(
        [["Titre", "Région", "Part du budget", "Budget"],
         ["a", "Mopti", (1, PERCENT), (655957, FCFA)], ["b", "Gao", (1, PERCENT), (12.5, USD)],
         ["c", "Gao", None, (0.1, USD)]]), "visible")])
    xlsx("xlsx_errors.xlsx", [("Projets", sheet_xml(
        [["Titre", "Région", "Budget USD"], ["a", "Mopti", ("e", "#REF!")], ["b", ("e", "#N/A"), 20],
         ["c", "Gao", ("e", "#DIV/0!")], ["d", ("str", "Kidal"), 40]]), "visible")])
    xlsx("xlsx_merged_data.xlsx", [("Projets", sheet_xml(
        [["Titre", "Région", "Budget USD"], ["a", "Mopti", 10], ["b", None, 20], ["c", None, 40], ["d", "Gao", 80]],
        ["B2:B4"]), "visible")])
    phantom = sheet_xml(projects).replace("</sheetData>", "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="C{n}" s="3"/></row>' for n in range(4, 400)) +
        '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>')
    xlsx("xlsx_phantom_rows.xlsx", [("Projets", phantom, "visible")])


def open_document():
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{k}:1.0"' for k in ("office", "table", "text", "style"))

    def text(value, extra=""):
        return f'<table:table-cell office:value-type="string"{extra}><text:p>{value}</text:p></table:table-cell>'

    def typed(kind, value, shown, more=""):
        name = {"date": "office:date-value"}.get(kind, "office:value")
        return f'<table:table-cell office:value-type="{kind}" {name}="{value}"{more}><text:p>{shown}</text:p></table:table-cell>'

    def row(*cells):
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    rows = [row(text("Liste des projets")), row("<table:table-cell/>"),
            row(*map(text, ["Titre", "Fonds", "Région", "Budget", "Date début", "Date fin"])),
            row(text("Puits"), text("QIP"), text("Mopti", ' table:number-rows-spanned="2"'),
                typed("currency", "1234.5", "1 234,50 €", ' office:currency="EUR"'),
                typed("date", "2016-01-05", "05/01/16"), typed("date", "2017-02-28", "28/02/17")),
            row(text("École"), text("TF"), "<table:covered-table-cell/>",
                typed("currency", "655957", "655 957 FCFA", ' office:currency="XOF"'), typed("date", "2016-06-30", "30 juin")),
            row(text("Route"), text("TF"), text("Gao"), typed("currency", "100", "100,00 €", ' office:currency="EUR"')),
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
            "</table:table-row>"]
    write_zip("ods_list.ods", [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml",
              f"<office:document-content {spaces}><office:body><office:spreadsheet>"
              f'<table:table table:name="Notes">{row(text("Rien ici"))}</table:table>'
              f'<table:table table:name="Projets">{"".join(rows)}</table:table>'
              "</office:spreadsheet></office:body></office:document-content>")])


def maps():
    """One list of points in five formats; dBASE cuts names to ten letters and holds no UTF-8 here."""
    places = [("P1", "Cœur de ville", "Mopti", "Eau", 100.50, -3.2, 15.0), ("P2", "École", "Gao", "Santé", 200, 0.0, 16.3),
              ("P3", "Marché", None, "Santé", 400, -8.0, 12.65), ("P4", "Loin", None, "Eau", 800, 2.35, 48.85)]
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]},
                 "properties": {"code": code, "titre": title, "region": region, "secteur": sector, "budget_usd": budget}}
                for code, title, region, sector, budget, lon, lat in places]
    source = HERE / "geojson_points.geojson"
    source.write_text('{"type": "FeatureCollection", "features": [\n' + ",\n".join(
        json.dumps(f, ensure_ascii=False) for f in features) + "\n]}\n", encoding="utf-8")
    environment = dict(os.environ, OGR_CURRENT_DATE="2024-01-01T00:00:00.000Z")
    for name, arguments in (("gpkg_points.gpkg", ["-f", "GPKG", "-nln", "projets"]),
                            ("fgb_points.fgb", ["-f", "FlatGeobuf"]),
                            ("kml_points.kml", ["-f", "LIBKML", "-dsco", "LIBKML_USE_SCHEMADATA=YES"]),
                            ("shp_points.shp", ["-f", "ESRI Shapefile", "-lco", "ENCODING=CP1252"])):
        (HERE / name).unlink(missing_ok=True)
        done = subprocess.run(["ogr2ogr", *arguments, str(HERE / name), str(source)], env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode and name.endswith("kml"):
            subprocess.run(["ogr2ogr", "-f", "KML", str(HERE / name), str(source)], env=environment, check=True)


if __name__ == "__main__":
    workbooks()
    open_document()
    maps()
