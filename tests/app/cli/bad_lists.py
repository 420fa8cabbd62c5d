#!/usr/bin/env python3
"""Lists that are broken, hostile or no lists: a clear line or a report within seconds, in bounded memory, and never a crash."""
import json
import os
import resource
import socket
import subprocess
import sys
import threading
import time
import zipfile

import support

sys.path.insert(0, str(support.ROOT / "tests/data/tables"))
sys.dont_write_bytecode = True
from make_tables import MAIN, column_letters, sheet_xml, xlsx  # noqa: E402
import make_tables  # noqa: E402

SECONDS = 15
ADDRESS_SPACE = 3 << 30  # the program may ask for this much, threads' stacks and mapped files included
MEMORY = 1536 << 20      # and may fill this much
HEADER = "code,titre,région,budget USD\n"


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class BadLists(support.Case):
    # A program built with AddressSanitizer reserves terabytes of addresses.
    bounded = {} if os.environ.get("ASAN_OPTIONS") else {"preexec_fn": limited}

    def try_it(self, path, *options, within=SECONDS):
        """Its outcome; fails when it took too long or filled too much memory."""
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"))
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        with open(self.folder / "stdout", "w+b") as out, open(self.folder / "stderr", "w+b") as err:
            started = time.monotonic()
            child = subprocess.Popen([support.PROGRAM, "check", str(path), "--format", "json", "--lang", "en", *options],
                                     cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err, **self.bounded)
            alarm = threading.Timer(4 * within, child.kill)
            alarm.start()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            alarm.cancel()
            seconds = time.monotonic() - started
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read().decode("utf-8"))
        outcome = support.Outcome(child.returncode, *texts)
        self.assertLess(seconds, within, f"too slow: {outcome.err[:300]}")
        self.assertLess(usage.ru_maxrss * 1024, MEMORY, f"too much memory: {outcome.err[:300]}")
        self.assertNotIn("bad_alloc", outcome.err)
        return outcome

    def refused(self, path, *options, words="", **extra):
        outcome = self.try_it(path, *options, **extra)
        self.assertEqual(outcome.status, 2, outcome)
        self.assertEqual(outcome.out, "")
        self.assertEqual(outcome.err.count("\n"), 1, outcome.err)
        self.assertTrue(outcome.err.startswith("malimap: "), outcome.err)
        self.assertLess(len(outcome.err), 600)
        self.assertIn(words, outcome.err)
        return outcome.err

    def reported(self, path, *options, **extra):
        outcome = self.try_it(path, *options, **extra)
        self.assertIn(outcome.status, (0, 1), outcome.err[:600])
        report = json.loads(outcome.out)
        self.assertEqual(sum(report[key] for key in ("used", "national", "outside", "unlocated", "skipped")), report["read"])
        return report

    def refused_or_reported(self, path, *options, **extra):
        outcome = self.try_it(path, *options, **extra)
        self.assertIn(outcome.status, (0, 1, 2), outcome.err[:600])
        if outcome.status == 2:
            self.assertEqual(outcome.err.count("\n"), 1, outcome.err)
        else:
            json.loads(outcome.out)

    def workbook(self, name, xml, extra=()):
        make_tables.HERE = self.folder
        xlsx(name, [("Liste", xml, "visible")], extra)
        return self.folder / name


class Workbooks(BadLists):
    rows = [["Titre", "Région", "Budget USD"]] + [[f"Projet {i}", "Mopti", i] for i in range(1, 400)]

    def test_cut_off_anywhere(self):
        whole = self.workbook("whole.xlsx", sheet_xml(self.rows)).read_bytes()
        for part in (0.01, 0.2, 0.5, 0.8, 0.95, 0.999):
            with self.subTest(part=part):
                self.refused(self.write("cut.xlsx", whole[:int(len(whole) * part)]), words="cut.xlsx")

    def test_a_sheet_that_fills_five_gigabytes(self):
        path = self.folder / "bomb.xlsx"
        self.workbook("bomb.xlsx", "")
        with zipfile.ZipFile(path) as archive:
            kept = [(name, archive.read(name)) for name in archive.namelist() if "sheet1" not in name]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, text in kept:
                archive.writestr(name, text)
            block = b'<row><c t="n"><v>1</v></c></row>' * (1 << 18)
            with archive.open(zipfile.ZipInfo("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
                sheet.write(f"<worksheet {MAIN}><sheetData>".encode())
                for _ in range(5 * (1 << 30) // len(block)):
                    sheet.write(block)
        self.refused(path, words="bomb.xlsx")

    def test_a_billion_laughs(self):
        laughs = "<!DOCTYPE sst [<!ENTITY a 'lol'>" + "".join(
            f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)) + "]>"
        path = self.workbook("laughs.xlsx", sheet_xml(self.rows), [("xl/sharedStrings.xml", f"{laughs}<sst {MAIN}><si><t>&j;</t></si></sst>")])
        self.refused_or_reported(path)
        iati = laughs.replace("sst", "iati-activities") + "<iati-activities><iati-activity><title>&j;</title></iati-activity></iati-activities>"
        self.refused_or_reported(self.write("laughs.xml", iati))

    def test_phantom_rows_to_the_last(self):
        rows = sheet_xml(self.rows).split("</sheetData>")[0]
        phantoms = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(len(self.rows) + 1, 1048577))
        report = self.reported(self.workbook("phantom.xlsx", f"{rows}{phantoms}</sheetData></worksheet>"))
        self.assertEqual((report["read"], report["used"]), (399, 399))

    def test_five_thousand_columns(self):
        header = self.rows[0] + [f"Colonne {i}" for i in range(5000)]
        report = self.reported(self.workbook("wide.xlsx", sheet_xml([header] + [row + [1] * 5000 for row in self.rows[1:20]])))
        self.assertEqual(report["used"], 19)
        self.assertEqual(column_letters(5002), "GJK")

    def test_an_old_workbook(self):
        self.refused(self.write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)), words=".xlsx")

    def test_cells_at_impossible_places(self):
        xml = sheet_xml(self.rows[:3]).replace("</sheetData>", '<row r="4294967296"><c r="ZZZZZZ99999999999"><v>1</v></c></row></sheetData>')
        self.refused_or_reported(self.workbook("places.xlsx", xml))


class Texts(BadLists):
    def test_a_line_of_two_gigabytes(self):
        path = self.write("line.csv", HEADER + "A1,")
        os.truncate(path, 2 << 30)  # holes: nothing is stored
        self.refused_or_reported(path)

    def test_a_line_of_letters(self):
        path = self.folder / "letters.csv"
        with open(path, "wb") as file:
            file.write(HEADER.encode())
            for _ in range(200):
                file.write(b"x" * (1 << 20))
        self.refused_or_reported(path)

    def test_zero_bytes(self):
        self.refused_or_reported(self.write("nul.csv", (HEADER + "A1,Pu\0its,Mopti,10\n\0\0\0\nA2,x,Gao,5\n").encode()))
        self.refused_or_reported(self.write("only.csv", bytes(100000)))

    def test_wrong_encodings(self):
        text = HEADER + "A1,Forage à Diré,Ségou,10\n"
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "cp437", "utf-7", "mac-roman"):
            with self.subTest(encoding=encoding):
                self.refused_or_reported(self.write("encoded.csv", text.encode(encoding)))
        mixed = HEADER.encode() + "A1,Diré,Ségou,10\n".encode() + "A2,Diré,Ségou,20\n".encode("cp1252")
        self.assertEqual(self.reported(self.write("mixed.csv", mixed))["read"], 2)

    def test_only_quotes(self):
        for text in ('"' * 100001, '""""\n' * 20000, '"\n' * 20001, '",' * 50000):
            self.refused_or_reported(self.write("quotes.csv", text))

    def test_a_cell_of_a_hundred_thousand_letters(self):
        report = self.reported(self.write("long.csv", HEADER + f"A1,{'x' * 100000},Mopti,10\nA2,y,{'Gao ' * 25000},5\n"))
        self.assertEqual(report["read"], 2)

    def test_places_that_never_end(self):
        cells = ["Gao; " * 20000, "(" * 50000, "Mopti (" * 20000, "cercle de " * 10000, "Mopti, " * 10000 + "et Gao", ": " * 30000]
        text = "code;titre;zone d'intervention;budget USD\n" + "".join(f'A{i};x;"{cell}";10\n' for i, cell in enumerate(cells))
        self.assertEqual(self.reported(self.write("places.csv", text))["read"], len(cells))

    def test_a_header_of_five_thousand(self):
        text = ",".join(["région", "budget USD", *(f"c{i}" for i in range(5000))]) + "\n" + "Mopti,5" + ",1" * 5000 + "\n"
        self.refused(self.write("wide.csv", text), words="5002 columns")

    def test_numbers_beyond_all_bounds(self):
        values = ["1e308", "-1e308", "9" * 400, "NaN", "inf", "1e-400", "0x10", "1" + ",000" * 200]
        text = "id;région;budget USD;lon;lat\n" + "".join(f"A{i};Gao;{v};{v};{v}\n" for i, v in enumerate(values))
        self.assertEqual(self.reported(self.write("numbers.csv", text))["read"], len(values))

    def test_dates_beyond_all_bounds(self):
        values = ["99999-01-01", "0000-00-00", "2016-13-45", "-1", "9" * 50, "31/12/" + "9" * 30]
        text = "id,région,budget USD,date début\n" + "".join(f"A{i},Gao,1,{v}\n" for i, v in enumerate(values))
        self.assertEqual(self.reported(self.write("dates.csv", text))["read"], len(values))


class Trees(BadLists):
    def test_nested_xml(self):
        deep = "<iati-activities><iati-activity>" + "<a>" * 100000 + "</a>" * 100000 + "</iati-activity></iati-activities>"
        self.refused_or_reported(self.write("deep.xml", deep))
        self.refused_or_reported(self.write("open.xml", "<iati-activities>" + "<a>" * 100000))
        path = self.workbook("deep.xlsx", f"<worksheet {MAIN}><sheetData>" + "<row>" * 100000)
        self.refused_or_reported(path)

    def test_nested_kml(self):
        self.refused_or_reported(self.write("deep.kml", '<kml xmlns="http://www.opengis.net/kml/2.2">' + "<Folder>" * 100000))

    def test_nested_geojson(self):
        for text in ("[" * 100000, '{"type":"FeatureCollection","features":' + "[" * 100000,
                     '{"type":"Feature","properties":{"a":' + '{"a":' * 100000):
            self.refused_or_reported(self.write("deep.geojson", text))

    def test_iati_without_end(self):
        whole = "<iati-activities version='2.03'>" + "<iati-activity><iati-identifier>A</iati-identifier></iati-activity>" * 50
        self.refused(self.write("cut.xml", whole), words="cut.xml")


class Elsewhere(BadLists):
    def test_a_directory(self):
        (self.folder / "folder").mkdir()
        self.refused("folder", words="directory")

    def test_a_pipe_and_a_device(self):
        os.mkfifo(self.folder / "pipe.csv")
        self.refused("pipe.csv")
        self.refused("/dev/zero")

    def test_an_address(self):
        for address in ("http://127.0.0.1:9/list.csv", "https://127.0.0.1:9/list.csv", "/vsicurl/http://127.0.0.1:9/list.csv",
                        "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/b.csv"):
            with self.subTest(address=address):
                self.refused(address)

    def test_a_server_that_does_not_answer(self):
        server = socket.create_server(("127.0.0.1", 0))
        held = []

        def accept():
            try:
                while True:
                    held.append(server.accept()[0])
            except OSError:
                pass

        threading.Thread(target=accept, daemon=True).start()
        self.addCleanup(lambda: [one.close() for one in held])
        self.addCleanup(server.close)
        line = self.refused(f"PG:host=127.0.0.1 port={server.getsockname()[1]} dbname=x user=y password=geheim tables=t")
        self.assertNotIn("geheim", line)

    def test_nobody_listens(self):
        line = self.refused("PG:host=127.0.0.1 port=9 dbname=x user=y password=geheim")
        self.assertNotIn("geheim", line)


if __name__ == "__main__":
    support.main()
