"""The matrix of units by sectors or funds: opened by key and mouse, sorted, filtered by a cell, explained, and honest about what is not published."""
from driver import check, equal, main
from dropping import drop_file

LIST = """titre;région;secteur;partenaire;budget
Puits;Mopti;Eau;ACTED;1000
Forage;Mopti;Eau;Acted;3000
Latrines;Gao;Eau;OIM;2000
Centre;Gao;Santé;UNICEF;5000
École;Mopti;Éducation;UNICEF;4000
"""


def opened(viewer):
    viewer.key("ctrl+2")
    return viewer.wait_for(lambda p: p["bottom"] == "matrix" and p["matrix"], "the matrix")["matrix"]


def margins_are_not_multiplied(viewer):
    matrix = opened(viewer)
    equal(matrix["by"], "sector", "columns at first")
    equal(matrix["published"], False, "sectors by region are not published")
    check("publié" in matrix["note"], f"the note says so: {matrix['note']}")
    viewer.wait_for(lambda p: "matrix.not-published" in p["widgets"], "the note over the cells")
    check(all(cell[0] is None for row in matrix["cells"].values() for cell in row), "a cell has a figure")
    viewer.press_widget("matrix.by")
    viewer.press_widget("matrix.by.fund")
    funds = viewer.wait_for(lambda p: p["matrix"]["by"] == "fund", "funds")["matrix"]
    equal(funds["published"], True, "funds by region")
    equal(funds["columns"][0], "QIP", "the first fund")
    equal(funds["cells"]["ML05"][0][0], 65, "QIPs of Mopti")


def a_cell_filters_and_takes_it_back(viewer):
    opened(viewer)
    viewer.press_widget("matrix.by")
    viewer.press_widget("matrix.by.fund")
    viewer.wait_for(lambda p: p["matrix"]["by"] == "fund", "funds")
    viewer.press_widget("matrix.cell.ML05.QIP")
    probe = viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "the filter of the cell")
    equal(probe["scene"]["filter"]["units"], ["ML05"], "the unit of the cell")
    equal(probe["history"]["undo"], 1, "one step of undo")
    viewer.press_widget("matrix.cell.ML05.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == [] and p["scene"]["filter"]["units"] == [], "no filter")


def it_is_sorted_by_name_and_total(viewer):
    opened(viewer)
    by_name = viewer.now["matrix"]["rows"]
    viewer.press_widget("matrix.sort.total")
    by_total = viewer.wait_for(lambda p: p["matrix"]["rows"] != by_name, "another order")["matrix"]["rows"]
    projects = {code: zone["projects"] for code, zone in viewer.coverage().items()}
    known = [projects[code] for code in by_total if projects[code] is not None]
    equal(known, sorted(known, reverse=True), "falling totals")
    check(projects[by_total[-1]] is None, "the unreported come last")
    viewer.press_widget("matrix.sort.name")
    viewer.wait_for(lambda p: p["matrix"]["rows"] == by_name, "by name again")


def a_cell_explains_itself(viewer):
    opened(viewer)
    viewer.press_widget("matrix.by")
    viewer.press_widget("matrix.by.fund")
    viewer.wait_for(lambda p: p["matrix"]["by"] == "fund", "funds")
    viewer.right_press_widget("matrix.cell.ML05.QIP")
    told = viewer.wait_for(lambda p: p["bottom"] == "figure" and p["explanation"], "the explanation")["explanation"]
    check("Mopti" in told["title"] and "65" in told["value"], f"what is explained: {told}")


def the_tabs_open_and_close(viewer):
    opened(viewer)
    viewer.press_widget("bottom.gaps")
    viewer.wait_for(lambda p: p["bottom"] == "gaps", "the gaps")
    viewer.press_widget("bottom.gaps")
    viewer.wait_for(lambda p: p["bottom"] == "none", "nothing below")
    opened(viewer)
    viewer.press_widget("bottom.close")
    viewer.wait_for(lambda p: p["bottom"] == "none", "nothing below")


def a_list_counts_organisations(viewer):
    drop_file(viewer, "liste.csv", LIST)
    viewer.wait_for(lambda p: p["total"]["projects"] == 5, "the list")
    matrix = opened(viewer)
    equal(matrix["published"], True, "a list can be crossed")
    cells = dict(zip(matrix["columns"], matrix["cells"]["ML05"]))
    counts = sorted(cell[0] for cell in cells.values())
    equal(counts[-2:], [1, 2], "Mopti has two projects in one sector and one in another")
    most = max(cells.values(), key=lambda cell: cell[0])
    equal(most[1], 1, "ACTED and Acted are one organisation")
    empty = next(cell for cell in matrix["cells"]["ML01"] if cell[0] is not None)
    equal(empty[0], 0, "nobody in Kayes is zero, not unknown")
    viewer.press_widget("matrix.show.partners")
    viewer.wait_for(lambda p: p["matrix"]["show"] == "partners", "organisations")


main(margins_are_not_multiplied, a_cell_filters_and_takes_it_back, it_is_sorted_by_name_and_total,
     a_cell_explains_itself, the_tabs_open_and_close, a_list_counts_organisations)
