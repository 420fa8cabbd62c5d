"""Linked filters by mouse and keys: alone and all but, search, brushes, typed ranges, areas, lasso, chips; undo for each."""
import pathlib
import tempfile

from driver import check, equal, main

LIST = pathlib.Path(tempfile.mkdtemp()) / "projets.csv"
REGIONS = ["Kayes", "Koulikoro", "Sikasso", "Ségou", "Mopti", "Tombouctou", "Gao", "Kidal", "Bamako"]


def write_list():
    """Projects of which all is known: 40 partners, budgets of 1,000 to 90,000, three years."""
    lines = ["Titre,Fonds,Secteur,Région,Budget USD,Début,Fin,Partenaire"]
    for i in range(180):
        lines.append(f"Projet {i},{['QIP', 'TF', 'PBF'][i % 3]},{['Eau', 'Santé'][i % 2]},{REGIONS[i % 9]},{1000 + 500 * i},"
                     f"{2015 + i % 3}-0{1 + i % 9}-01,{2018 + i % 2}-06-30,Partenaire {i % 40:02d}")
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")


def scroll_to(viewer, widget):
    """The left panel, until the widget is in it."""
    viewer.scroll_to(widget, 140, 500)


def total(viewer):
    return viewer.settle()["total"]["projects"]


def only_and_except(viewer):
    equal(total(viewer), 180, "all projects")
    x, y = viewer.widget("filter.fund.TF")
    viewer.move(x, y)
    viewer.press_widget("filter.fund.TF.except")
    viewer.wait_for(lambda p: p["scene"]["filter"]["except"] == {"fund": ["TF"]}, "all but TF")
    equal(total(viewer), 120, "all but TF")
    check("chip.fund.except.TF" in viewer.now["widgets"], "the chip of what is excluded")
    viewer.press_widget("filter.fund.QIP.only" if "filter.fund.QIP.only" in viewer.now["widgets"] else "filter.fund.QIP")
    viewer.settle()
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["filter"]["except"] == {"fund": ["TF"]} and not p["scene"]["filter"]["fund"], "undo")
    viewer.press_widget("chip.fund.except.TF")
    viewer.wait_for(lambda p: p["scene"]["filter"]["except"] == {}, "the chip takes it away")
    equal(total(viewer), 180, "all projects again")


def a_long_list_is_searched(viewer):
    equal(viewer.settle()["lists"]["partner"], 40, "partners")
    scroll_to(viewer, "filter.partner.search")
    viewer.press_widget("filter.partner.search")
    viewer.type("partenaire 3")
    scroll_to(viewer, "filter.partner.Partenaire 31")
    probe = viewer.settle()
    shown = [name for name in probe["widgets"] if name.startswith("filter.partner.Partenaire") and name.count(".") == 2]
    check(all(name.startswith("filter.partner.Partenaire 3") for name in shown) and shown, f"found: {shown}")
    viewer.press_widget("filter.partner.Partenaire 31")
    viewer.wait_for(lambda p: p["scene"]["filter"]["partner"] == ["Partenaire 31"], "the partner")
    equal(total(viewer), 4, "projects of the partner")  # 31, 71, 111, 151


def a_budget_is_brushed_and_typed(viewer):
    scroll_to(viewer, "budget.high")
    undo = viewer.settle()["history"]["undo"]
    x, y, width, height = viewer.now["widgets"]["budget.brush"]
    viewer.drag((x + width * 0.55, y + height / 2), (x + width * 0.8, y + height / 2))
    probe = viewer.wait_for(lambda p: p["scene"]["filter"]["budget"] != [None, None], "a range of budgets")
    viewer.settle()
    probe = viewer.now
    low, high = probe["scene"]["filter"]["budget"]
    equal(probe["history"]["undo"], undo + 1, "a brush is one step of undo")
    wanted = sum(1 for i in range(180) if low <= 1000 + 500 * i <= high)
    equal(probe["total"]["projects"], wanted, "projects in the range")
    check("chip.budget" in probe["widgets"], "the chip of the range")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["filter"]["budget"] == [None, None], "undo")
    viewer.press_widget("budget.low")
    viewer.type("50000")
    viewer.key("Return")
    viewer.wait_for(lambda p: p["scene"]["filter"]["budget"] == [50000, None], "the typed range")
    equal(total(viewer), 82, "projects of 50,000 and more")
    viewer.press_widget("chip.budget")
    viewer.wait_for(lambda p: p["scene"]["filter"]["budget"] == [None, None], "no range")


def a_year_is_typed(viewer):
    scroll_to(viewer, "start.high")
    viewer.press_widget("start.low")
    viewer.type("2016")
    viewer.key("Return")
    viewer.wait_for(lambda p: p["scene"]["filter"]["start"][0] == "2016-01-01", "from 2016")
    viewer.press_widget("start.high")
    viewer.type("2016")
    viewer.key("Return")
    viewer.wait_for(lambda p: p["scene"]["filter"]["start"] == ["2016-01-01", "2016-12-31"], "the year 2016")
    equal(total(viewer), 60, "projects begun in 2016")


def areas_join(viewer):
    scroll_to(viewer, "area.north")
    viewer.press_widget("area.north")
    probe = viewer.wait_for(lambda p: p["scene"]["filter"]["units"], "the north")
    north = set(probe["scene"]["filter"]["units"])
    check({"ML06", "ML07", "ML08"} <= north, f"the north is {north}")
    equal(total(viewer), 60, "projects of the north")
    check(next(z for z in viewer.now["coverage"] if z["code"] == "ML01")["filtered_out"], "Kayes is context")
    viewer.press_widget("area.centre")
    viewer.wait_for(lambda p: len(p["scene"]["filter"]["units"]) > len(north), "the centre as well")
    viewer.press_widget("chip.area.north")
    probe = viewer.wait_for(lambda p: not north & set(p["scene"]["filter"]["units"]), "without the north")
    check("ML05" in probe["scene"]["filter"]["units"], "the centre stays")


def units_by_ctrl_and_by_lasso(viewer):
    import subprocess
    x, y = viewer.unit("ML05")
    viewer.move(x, y)
    viewer.settle()
    subprocess.run(["xdotool", "keydown", "ctrl", "click", "1", "keyup", "ctrl"], check=True)
    viewer.wait_for(lambda p: p["scene"]["filter"]["units"] == ["ML05"] and p["selection"]["unit"] is None, "Mopti by Ctrl")
    equal(total(viewer), 20, "projects of Mopti")
    viewer.press_widget("chip.unit.ML05")
    viewer.wait_for(lambda p: p["scene"]["filter"]["units"] == [], "no units")
    viewer.key("l")
    viewer.wait_for(lambda p: p["tool"] == "lasso", "the lasso")
    camera = viewer.settle()["scene"]["camera"]
    kx, ky = viewer.unit("ML08")  # Kidal
    corners = [(kx - 25, ky - 25), (kx + 25, ky - 25), (kx + 25, ky + 25), (kx - 25, ky + 25)]
    viewer.move(*corners[0])
    viewer.settle()
    subprocess.run(["xdotool", "mousedown", "1"], check=True)
    for corner in corners[1:]:
        viewer.move(*corner)
        viewer.settle()
    subprocess.run(["xdotool", "mouseup", "1"], check=True)
    probe = viewer.wait_for(lambda p: p["scene"]["filter"]["units"] == ["ML08"], "Kidal in the lasso")
    equal(probe["scene"]["camera"], camera, "the map stays")
    viewer.wait_for(lambda p: p["tool"] == "hand", "the hand again")


def clear_all_takes_everything(viewer):
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP")
    scroll_to(viewer, "area.north")
    viewer.press_widget("area.north")
    viewer.wait_for(lambda p: len(p["chips"]) == 2, "two chips")
    viewer.press_widget("chip.all")
    viewer.wait_for(lambda p: p["chips"] == [] and p["scene"]["filter"]["units"] == [], "nothing filtered")
    equal(total(viewer), 180, "all projects")


write_list()
main(only_and_except, a_long_list_is_searched, a_budget_is_brushed_and_typed, a_year_is_typed, areas_join,
     units_by_ctrl_and_by_lasso, clear_all_takes_everything, arguments=(str(LIST),))
