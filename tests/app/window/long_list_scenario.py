"""A long list: what takes longer than a frame is prepared beside the window, and nothing that was done meanwhile is lost."""
import json
import pathlib
import subprocess
import tempfile

from driver import check, equal, main
from dropping import drop_file

FOLDER = pathlib.Path(tempfile.mkdtemp())
BOUNDARIES, LIST = FOLDER / "unites.geojson", FOLDER / "projets.csv"
REGIONS = (("Ouestia", -6), ("Estia", -2))
ROWS = 60_000  # enough for filters to be answered from strata


def square(x, y, size):
    return [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]


def fund(i):
    return "QIP" if i % 4 < 2 else "TF"


def budget(i):
    return 100 + i % 900


def rows(count):
    lines = ["Titre,Fonds,Région,Cercle,Budget USD,Latitude,Longitude"]
    for i in range(count):
        region, left = REGIONS[i % 2]
        part = i // 2 % 4
        lines.append(f"Puits {i},{fund(i)},{region},{region} {part + 1},{budget(i)},"
                     f"{14.1 + 2 * (part // 2) + i % 179 / 100},{left + 0.1 + 2 * (part % 2) + i % 181 / 101}")
    return "\n".join(lines) + "\n"


def write_files():
    features = []
    for number, (region, left) in enumerate(REGIONS, 1):
        for k in range(4):
            features.append({"type": "Feature", "geometry": {"type": "Polygon",
                             "coordinates": square(left + 2 * (k % 2), 14 + 2 * (k // 2), 2)},
                             "properties": {"admin2Pcode": f"ZZ0{number}0{k + 1}", "admin2Name": f"{region} {k + 1}",
                                            "admin1Pcode": f"ZZ0{number}", "admin1Name": region}})
    BOUNDARIES.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    LIST.write_text(rows(ROWS), encoding="utf-8")


def a_level_and_what_follows_at_once(viewer):
    """The keys come while the other level is prepared: they are carried out after it, in their order."""
    probe = viewer.settle()
    equal(probe["total"]["projects"], ROWS, "projects")
    other = "region" if probe["scene"]["level"] == "cercle" else "cercle"
    viewer.move(*viewer.widget(f"level.{other}"))
    viewer.settle()
    subprocess.run(["xdotool", "click", "1", "key", "--clearmodifiers", "ctrl+4"], check=True)
    probe = viewer.wait_for(lambda p: p["scene"]["level"] == other and p["bottom"] == "gaps", "both")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["level"] != other, "the level before")
    probe = viewer.settle()
    equal(probe["jobs"], 0, "jobs under way")
    equal(sum(zone["projects"] for zone in probe["coverage"]), ROWS, "the parts add up")


def another_projection_and_back(viewer):
    viewer.press_widget("tab.map")
    viewer.scroll_to("map.projection", 140, 500)
    for wanted, choice in (("utm", "utm"), ("", "equal-area")):
        viewer.press_widget("map.projection")
        viewer.press_widget(f"map.projection.{choice}")
        viewer.wait_for(lambda p: p["scene"]["projection"] == wanted, choice)
        equal(viewer.settle()["total"]["projects"], ROWS, "projects")


def funds_and_budgets_are_counted_at_every_step(viewer):
    viewer.settle()
    for _ in range(2):  # read from the rows, then from what was summed meanwhile
        viewer.press_widget("filter.fund.QIP")
        viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "the fund")
        equal(viewer.settle()["total"]["projects"], sum(fund(i) == "QIP" for i in range(ROWS)), "QIPs")
        viewer.press_widget("filter.fund.QIP")
        viewer.wait_for(lambda p: not p["scene"]["filter"]["fund"], "all funds")
    viewer.press_widget("filter.fund.TF")
    viewer.scroll_to("budget.brush", 140, 500)
    x, y, width, height = viewer.now["widgets"]["budget.brush"]
    for part in (0.5, 0.7):
        viewer.drag((x + 0.2 * width, y + height / 2), (x + part * width, y + height / 2))
        low, high = viewer.settle()["scene"]["filter"]["budget"]
        within = [i for i in range(ROWS) if fund(i) == "TF" and low <= budget(i) <= (high or 1e9)]
        equal(viewer.now["total"], {"projects": len(within), "budget_usd": sum(map(budget, within))}, f"from {low} to {high}")


def another_list_replaces_it(viewer):
    drop_file(viewer, "autre.csv", rows(ROWS // 2))
    viewer.wait_for(lambda p: p["total"]["projects"] == ROWS // 2, "the other list")
    probe = viewer.settle()
    check("autre.csv" in probe["message"], probe["message"])


write_files()
main(a_level_and_what_follows_at_once, another_projection_and_back, funds_and_budgets_are_counted_at_every_step, another_list_replaces_it,
     arguments=("--boundaries", str(BOUNDARIES), str(LIST)))
