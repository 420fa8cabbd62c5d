"""Import: the report leads to rows and takes answers, columns can be changed, rows counted, a long read cancelled."""
import functools
import http.server
import json
import pathlib
import tempfile
import threading

from driver import check, equal, main
from dropping import TWO_SQUARES, drop_file, drop_path

# Two names that are near a region but not near enough to be taken without a question.
MISSPELT = """id;titre;fonds;region;budget
1;Forage;TF;Mopti;12000
2;Puits;TF;Kayse;8000
3;École;TF;Atlantide;5000
"""

TWO_AMOUNTS = """id;titre;region;Coût total;Dépensé
1;Forage;Mopti;12000;100
2;Puits;Gao;8000;50
"""

ACTIONS = """code projet;titre;region;budget
A1;Route;Mopti;1000
A1;Route;Gao;2000
B2;Pont;Mopti;4000
"""


def open_report(viewer):
    viewer.press_widget("problems")
    viewer.wait_for(lambda p: p["panels"]["problems"], "the report")


def memory(viewer):
    path = viewer.data / "malimap" / "memory.json"
    return json.loads(path.read_text()) if path.exists() else {}


def a_yes_locates_the_row(viewer):
    drop_file(viewer, "liste.csv", MISSPELT)
    before = viewer.wait_for(lambda p: p["import"]["read"] == 3, "the list")
    equal((before["import"]["used"], before["import"]["unlocated"]), (1, 2), "used and unlocated")
    equal(before["import"]["to_review"], 2, "rows to review")
    open_report(viewer)
    viewer.press_widget("import.group.unknown-region")
    viewer.press_widget("import.yes.3")
    after = viewer.wait_for(lambda p: p["import"]["used"] == 2, "the row is located")
    equal(after["import"]["unlocated"], 1, "unlocated after the yes")
    equal(viewer.coverage()["ML01"]["projects"], 1, "the project in Kayes")
    viewer.wait_for(lambda p: p["jobs"] == 0, "the end of the jobs")
    said = [alias for alias in memory(viewer)["aliases"] if alias["typed"] == "Kayse"]
    equal([alias["code"] for alias in said], ["ML01"], "what is remembered")


def a_row_leads_to_its_project(viewer):
    drop_file(viewer, "liste.csv", MISSPELT.replace("12000", "-5"))
    viewer.wait_for(lambda p: "budget-negative" in p["import"]["reasons"], "the list")
    open_report(viewer)
    viewer.press_widget("import.group.budget-negative")
    viewer.press_widget("import.row.2")
    probe = viewer.wait_for(lambda p: p["selection"]["row"] == 2, "the row")
    equal((probe["selection"]["unit"], probe["selection"]["projects"]), ("ML05", 1), "unit and project of the row")


def a_column_is_changed_and_remembered(viewer):
    drop_file(viewer, "liste.csv", TWO_AMOUNTS)
    viewer.wait_for(lambda p: p["total"]["budget_usd"] == 20000, "the list")
    viewer.key("F4")
    viewer.press_widget("import.columns")
    probe = viewer.wait_for(lambda p: p["columns"]["ready"], "the columns")
    equal(probe["columns"]["roles"]["Coût total"], "budget", "what is recognised")
    viewer.press_widget("mapping.combo.Dépensé")
    viewer.settle()  # the menu has found its place
    viewer.press_widget("mapping.role.budget")
    probe = viewer.wait_for(lambda p: p["columns"]["roles"]["Dépensé"] == "budget", "the new preview")
    equal(probe["columns"]["roles"]["Coût total"], None, "one column of budgets")
    viewer.press_widget("mapping.ok")
    viewer.wait_for(lambda p: p["columns"] is None and p["total"]["budget_usd"] == 150, "the other amounts")
    viewer.wait_for(lambda p: p["jobs"] == 0, "the end of the jobs")
    equal([m.get("budget") for m in memory(viewer)["mappings"].values()] if isinstance(memory(viewer)["mappings"], dict)
          else len(memory(viewer)["mappings"]), [["Dépensé"]], "what is remembered")


def a_list_without_known_columns_asks(viewer):
    drop_file(viewer, "liste.csv", "aa;bb\nxx;yy\nzz;ww\n")
    probe = viewer.wait_for(lambda p: p["columns"] and p["columns"]["ready"], "the dialog")
    check(probe["columns"]["path"].endswith("liste.csv"), "the dialog is about the dropped list")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["columns"] is None, "closed")
    equal(viewer.now["total"]["projects"], 422, "the figures stay")


def rows_or_projects_are_counted(viewer):
    drop_file(viewer, "actions.csv", ACTIONS)
    viewer.wait_for(lambda p: p["total"]["projects"] == 2, "two projects")
    viewer.press_widget("count.rows")
    viewer.wait_for(lambda p: p["total"]["projects"] == 3 and p["import"]["rows_are_projects"], "three rows")
    viewer.press_widget("count.projects")
    probe = viewer.wait_for(lambda p: p["total"]["projects"] == 2, "two projects again")
    equal(probe["total"]["budget_usd"], 7000, "the budget is the same")


def a_long_read_is_cancelled(viewer):
    before = viewer.now
    path = pathlib.Path(viewer.folder.name) / "longue.csv"
    rows = "".join(f"Forage de puits numero {i};TF;Mopty{i};12000\n" for i in range(1_000_000))
    path.write_text("titre;fonds;region;budget\n" + rows, encoding="utf-8")
    drop_path(viewer, path)
    viewer.wait_for(lambda p: p["jobs"] == 1 and "job.cancel" in p["widgets"], "the job")
    viewer.key("Tab")
    viewer.wait_for(lambda p: p["selection"]["unit"], "a selected unit: the window lives")
    equal(viewer.now["jobs"], 1, "jobs while the window is used")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["jobs"] == 0, "no job")
    viewer.settle()
    after = viewer.now
    equal(after["coverage"], before["coverage"], "the figures stay")
    equal(after["import"]["read"], before["import"]["read"], "nothing of it arrived")
    check(after["message"] and "longue.csv" not in after["message"], "it is said that nothing was read")


def an_address_is_asked_about(viewer):
    url = "https://user:secret@maps.example.invalid/limites.geojson?key=secret"
    drop_path(viewer, url)  # as from a browser
    viewer.wait_for(lambda p: p["asks_address"] and "address.yes" in p["widgets"], "the question")
    viewer.press_widget("address.no")
    viewer.wait_for(lambda p: not p["asks_address"], "no question")
    equal(viewer.now["jobs"], 0, "nothing is fetched")


def boundaries_come_from_an_address(viewer):
    folder = tempfile.mkdtemp(dir=viewer.folder.name)
    (pathlib.Path(folder) / "limites.geojson").write_text(TWO_SQUARES, encoding="utf-8")
    handler = functools.partial(QuietHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        drop_path(viewer, f"http://127.0.0.1:{server.server_port}/limites.geojson")
        viewer.press_widget("address.yes")
        viewer.wait_for(lambda p: sorted(p["units"]) == ["ML05", "ML07"], "two units")
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


main(a_yes_locates_the_row, a_row_leads_to_its_project, a_column_is_changed_and_remembered, a_list_without_known_columns_asks,
     rows_or_projects_are_counted, a_long_read_is_cancelled, an_address_is_asked_about, boundaries_come_from_an_address)
