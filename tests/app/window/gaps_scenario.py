"""Gaps: indices with their universe, the ranked list, a planned project that moves it, maps and needs of the user's own."""
import pathlib

from driver import check, equal, main, near
from dropping import drop_file

LIST = """titre;région;secteur;budget
Puits;Mopti;Eau;1000
Forage;Gao;Eau;3000
Centre;Gao;Santé;5000
École;Kayes;Éducation;4000
Route;Kayes;Routes;4000
"""
NEEDS = """code;nom;besoin
ML01;Kayes;1000
ML05;Mopti;5000
ML03;Sikasso;2000
"""


def opened(viewer):
    viewer.key("ctrl+4")
    return viewer.wait_for(lambda p: p["bottom"] == "gaps" and "gini" in p["gaps"], "the gaps")["gaps"]


def every_index_names_its_universe(viewer):
    viewer.press_widget("filter.fund.QIP")
    gaps = opened(viewer)
    gaps = viewer.wait_for(lambda p: p["total"]["projects"] == 324 and p["gaps"]["gini"], "the study of QIP")["gaps"]
    check(near(gaps["gini"], 0.437, 0.0006), f"Gini {gaps['gini']}")
    check(near(gaps["hoover"], 0.392, 0.0006), f"Hoover {gaps['hoover']}")
    check(near(gaps["theil"], 0.457, 0.0006), f"Theil {gaps['theil']}")
    check(near(gaps["gini_as_zero"], 0.801, 0.0006), f"with zeros {gaps['gini_as_zero']}")
    check("5" in gaps["universe"] and "4" in gaps["universe"], f"the universe: {gaps['universe']}")
    equal(len(gaps["lorenz"]), 5, "steps of the curve, each with its unit")
    equal(sorted(gaps["not_reported"]), ["ML01", "ML02", "ML03", "ML04"], "unknown, not gaps")
    check(not set(gaps["not_reported"]) & {rank["zone"] for rank in gaps["ranked"]}, "an unknown unit has a rank")
    viewer.wait_for(lambda p: "gaps.gini" in p["widgets"] and "gaps.unknown" in p["widgets"], "both are shown")


def a_planned_project_moves_the_ranks(viewer):
    drop_file(viewer, "liste.csv", LIST)
    viewer.wait_for(lambda p: p["total"]["projects"] == 5, "the list")
    first = opened(viewer)["ranked"][0]
    viewer.press_widget("gaps.plan." + first["zone"])
    after = viewer.wait_for(lambda p: p["gaps"]["planned"] == 1 and p["gaps"]["ranked"][0]["zone"] != first["zone"],
                            "another unit at the top")["gaps"]
    moved = {rank["zone"]: rank["moved"] for rank in after["ranked"]}
    check(moved.get(first["zone"], -1) < 0, f"it fell: {moved}")
    viewer.press_widget("gaps.planned.0.remove")
    viewer.wait_for(lambda p: p["gaps"]["planned"] == 0 and p["gaps"]["ranked"][0]["zone"] == first["zone"], "as before")


def a_press_goes_there(viewer):
    first = opened(viewer)["ranked"][0]
    viewer.press_widget("gaps.rank." + first["zone"])
    viewer.wait_for(lambda p: p["selection"]["unit"] is not None and not p["scene"]["fitted"], "the unit, near")


def settings_change_the_study(viewer):
    before = opened(viewer)
    viewer.press_widget("gaps.need")
    viewer.press_widget("gaps.need.area")
    viewer.wait_for(lambda p: p["gaps"]["need"] == "area" and p["gaps"]["gini"] != before["gini"], "by area")
    viewer.press_widget("gaps.km.more")
    viewer.wait_for(lambda p: p["gaps"]["beyond_km"] == 30, "30 km")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["gaps"]["beyond_km"] == 25, "undone")
    viewer.press_widget("gaps.by-sector")
    why = viewer.wait_for(lambda p: p["gaps"]["problem"], "sectors by region are not published")["gaps"]["problem"]
    check("publié" in why, why)


def a_link_maps_it(viewer):
    opened(viewer)
    viewer.scroll_to("gaps.map.quotient", *viewer.widget("gaps.by-sector"))
    viewer.press_widget("gaps.map.quotient")
    viewer.wait_for(lambda p: p["scene"]["measure"] == "location-quotient" and p["scene"]["type"] == "diverging", "the map")


def needs_come_from_a_file(viewer):
    drop_file(viewer, "liste.csv", LIST)
    viewer.wait_for(lambda p: p["total"]["projects"] == 5, "the list")
    opened(viewer)
    path = pathlib.Path(viewer.folder.name) / "besoins.csv"
    path.write_text(NEEDS, encoding="utf-8")
    viewer.press_widget("gaps.need")
    viewer.press_widget("gaps.need.file")
    viewer.press_widget("gaps.path")
    viewer.settle()
    viewer.type(str(path))
    viewer.key("Return")
    gaps = viewer.wait_for(lambda p: p["gaps"]["need"].startswith(str(path)) and p["gaps"].get("ranked"), "the needs")["gaps"]
    equal(gaps["ranked"][0]["zone"], "ML05", "Mopti needs most and has one project of three")


main(every_index_names_its_universe, a_planned_project_moves_the_ranks, a_press_goes_there, settings_change_the_study,
     a_link_maps_it, needs_come_from_a_file)
