#!/usr/bin/env python3
"""Writes the workbooks and dBASE files of this folder, so that a reviewer sees what is in them.

    tests/data/tables/make_tables.py      (standard library only; the files come out the same)
"""
import struct
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_zip(name, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(HERE / name, "w", method) as archive:
        for path, text in entries:
            info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, text)


def column_letters(index):
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


STYLES = ["General", "dd/mm/yyyy", "0.0%", '#,##0\\ "FCFA"', "hh:mm", "[h]:mm", "dd/mm/yyyy hh:mm", "[$USD] #,##0.00"]


def styles_xml():
    formats = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
                      for i, code in enumerate(STYLES))
    cells = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(STYLES)))
    return f"<styleSheet {MAIN}><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>"


def cell_xml(reference, value):
    """A text, a number, (number, style), or a tuple ("b" | "e" | "str" | "d", value)."""
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if isinstance(value, tuple) and isinstance(value[0], str):
        return f'<c r="{reference}" t="{value[0]}"><v>{escape(str(value[1]))}</v></c>'
    number, style = value if isinstance(value, tuple) else (value, 0)
    return f'<c r="{reference}" s="{style}"><v>{number}</v></c>'


def sheet_xml(rows, merges=(), first=1):
    lines = []
    for number, row in enumerate(rows, first):
        cells = "".join(cell_xml(f"{column_letters(c)}{number}", v) for c, v in enumerate(row) if v is not None)
        lines.append(f'<row r="{number}">{cells}</row>')
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    return f"<worksheet {MAIN}><sheetData>{''.join(lines)}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"


def xlsx(name, sheets, extra=(), book_attributes=""):
    """sheets: (name, xml, state)"""
    entries = [("xl/workbook.xml",
                f'<workbook {MAIN} xmlns:r="{RELS}"><workbookPr {book_attributes}/><sheets>' + "".join(
                    f'<sheet name="{escape(s[0])}" sheetId="{i}" state="{s[2]}" r:id="rId{i}"/>'
                    for i, s in enumerate(sheets, 1)) + "</sheets></workbook>"),
               ("xl/_rels/workbook.xml.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
                    f'<Relationship Id="rId{i}" Type="{RELS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                    for i in range(1, len(sheets) + 1)) + "</Relationships>"),
               ("xl/styles.xml", styles_xml())]
    entries += [(f"xl/worksheets/sheet{i}.xml", s[1]) for i, s in enumerate(sheets, 1)]
    write_zip(name, entries + list(extra))


def kinds():
    rows = [["Titre", "Début", "Part", "Coût", "Heure", "Durée", "Vu le", "Montant", "Actif", "Bailleur", "Formule"],
            ["Puits", (45363, 1), (0.125, 2), (25000000, 3), (0.354166666666667, 4), (1.5, 5), (45363.75, 6),
             (45.317, 7), ("b", 1), ("e", "#N/A"), ("str", "Mopti")],
            ["École", (59, 1), (0.3, 2), ("2.5E7"), (0.5, 4), (0.25, 5), (45363, 6), ("0.30000000000000004"),
             ("b", 0), "n/d", ("e", "#REF!")]]
    rows[2][3] = (2.5e7, 0)
    text = sheet_xml(rows).replace('t="inlineStr"><is><t>0.30000000000000004</t></is>', '><v>0.30000000000000004</v>')
    xlsx("kinds.xlsx", [("Données", text, "visible")])


def typed():
    """Title lines, a header of two rows, merged cells, a repeated header, phantom rows, a total."""
    header = ["N°", "Titre du projet", "Localisation", None, "Budget", None]
    inner = [None, None, "Région", "Cercle", "Prévu (USD)", "Dépensé (USD)"]
    rows = [["Liste des projets", None, None, "Date : 12/03/2024"], [], header, inner,
            [1, "Forage", "Mopti", "Bankass", 12000, 500], [2, "Maraîchage", None, "Koro", 9000, None],
            [3, "École", None, "Djenné", None, 100], [], header, inner,
            [4, "Route", "Gao", "Ansongo", 45000, 45000], ["Total", None, None, None, 66000]]
    merges = ["C3:D3", "E3:F3", "A3:A4", "B3:B4", "C5:C7", "E6:E7"]
    xml = sheet_xml(rows, merges).replace("</sheetData>", '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>')
    xlsx("typed.xlsx", [("Projets", xml, "visible")])


def sheets():
    lists = sheet_xml([["Région", "Cercle", "Commune"]] + [["Mopti", "Bankass", f"C{i}"] for i in range(20)])
    projects = sheet_xml([["Titre du projet", "Région", "Secteur", "Budget"], ["Forage", "Mopti", "Eau", 10]])
    pivot = sheet_xml([["Étiquettes de lignes", "Budget", "Statut"], ["Mopti", 10, 1]])
    xlsx("sheets.xlsx", [("Lisez-moi", sheet_xml([["Ce classeur contient la liste."]]), "visible"),
                         ("TCD", pivot, "visible"), ("Vieux", projects, "hidden"), ("Listes", lists, "visible"),
                         ("Projets 2024", projects, "visible")])


def bad():
    empty = sheet_xml([["Titre"]])
    laughs = "<!DOCTYPE sst [<!ENTITY a 'lol'>" + "".join(
        f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)) + "]>"
    xlsx("laughs.xlsx", [("S", empty, "visible")],
         [("xl/sharedStrings.xml", f"{laughs}<sst {MAIN}><si><t>&j;</t></si></sst>")])
    # The directory says 4 GB of the size; nothing of it is there, which is what a reader must not find out late.
    xlsx("bomb.xlsx", [("S", empty, "visible")])
    data = bytearray((HERE / "bomb.xlsx").read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24:at + 28] = struct.pack("<I", 4_000_000_000)
    (HERE / "bomb.xlsx").write_bytes(data)
    whole = (HERE / "kinds.xlsx").read_bytes()
    (HERE / "cut.xlsx").write_bytes(whole[:len(whole) * 2 // 3])
    (HERE / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    (HERE / "password.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    write_zip("csv.zip", [("liste.csv", "Titre,Budget\nForage,1\n")])


def ods():
    names = {k: f"urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"
             for k, v in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()}
    names["calcext"] = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    def cell(value, kind=None, extra=""):
        if value is None:
            return f"<table:table-cell{extra}/>"
        kinds_of = {"float": f'office:value="{value}"', "percentage": f'office:value="{value}"',
                    "currency": f'office:value="{value}" office:currency="XOF"',
                    "date": f'office:date-value="{value}"', "boolean": f'office:boolean-value="{value}"',
                    "error": 'calcext:value-type="error"'}
        kind_text = "string" if kind in (None, "error") else kind
        return (f'<table:table-cell office:value-type="{kind_text}" {kinds_of.get(kind, "")}{extra}>'
                f"<text:p>{escape(str(value))}</text:p></table:table-cell>")

    header = "".join(cell(v) for v in ["Titre", "Région", "Budget", "Part", "Début", "Fini", "Bailleur"])
    rows = ('<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
            f"<table:table-row>{header}</table:table-row>"
            "<table:table-row>" + cell("Puits") + cell("Mopti", None, ' table:number-rows-spanned="2"') +
            cell(25000000, "currency") + cell(0.25, "percentage") + cell("2024-03-12", "date") +
            cell("true", "boolean") + cell("#N/A", "error") + "</table:table-row>"
            "<table:table-row>" + cell("École") + "<table:covered-table-cell/>" + cell(1200.5, "float") +
            cell(1, "percentage") + cell("2024-03-12T08:30:00", "date") + cell("false", "boolean") +
            '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation>'
            "<text:p>AFD<text:s/>et</text:p><text:p>UE</text:p></table:table-cell></table:table-row>"
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
            "</table:table-row>")
    spaces = " ".join(f'xmlns:{k}="{v}"' for k, v in names.items())
    write_zip("list.ods", [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), (
        "content.xml",
        f'<office:document-content {spaces}><office:automatic-styles><style:style style:name="ta1">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>'
        f'<office:spreadsheet><table:table table:name="Caché" table:style-name="ta1">'
        f"<table:table-row>{header}</table:table-row></table:table>"
        f'<table:table table:name="Projets">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>")])


def dbf(name, language, texts, cpg=None):
    """One text field NOM of 6 bytes; `texts` as bytes."""
    head = struct.pack("<BBBBIHH16xBB2x", 3, 124, 1, 1, len(texts), 32 + 32 + 1, 7, 0, language)
    field = b"NOM".ljust(11, b"\0") + b"C" + bytes(4) + bytes([6, 0]) + bytes(14)
    (HERE / name).write_bytes(head + field + b"\r" + b"".join(b" " + t.ljust(6) for t in texts) + b"\x1a")
    if cpg:
        (HERE / name).with_suffix(".cpg").write_text(cpg)


if __name__ == "__main__":
    kinds()
    typed()
    sheets()
    bad()
    ods()
    dbf("latin.dbf", 0, ["Diré".encode("latin-1"), "Ségoué".encode("cp1252")])
    dbf("ansi.dbf", 0x57, ["Cœur".encode("cp1252")])
    dbf("dos437.dbf", 0x01, ["Diré".encode("cp437")])
    dbf("dos850.dbf", 0x02, ["Mopté".encode("cp850"), "ÀÈ".encode("cp850")])
    dbf("utf8.dbf", 0x57, ["Diré".encode(), "éééé".encode()[:6]])
    dbf("named.dbf", 0, ["Diré".encode("cp850")], "CP850")
