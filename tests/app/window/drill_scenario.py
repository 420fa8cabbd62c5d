"""Drilling down: a double click goes into a region, its cercles are shown, the others are context; the breadcrumb, Esc and undo go back."""
import json
import pathlib
import tempfile

from driver import check, equal, main

FOLDER = pathlib.Path(tempfile.mkdtemp())
BOUNDARIES, LIST = FOLDER / "unites.geojson", FOLDER / "projets.csv"


def square(x, y, size):
    return [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]


def write_files():
    """Two made-up regions of four cercles each, side by side; projects by cercle, and one known for its region only."""
    features = []
    for region, left in (("Ouestia", -6), ("Estia", -2)):
        for k in range(4):
            code = f"ZZ0{1 if left == -6 else 2}0{k + 1}"
            features.append({"type": "Feature", "geometry": {"type": "Polygon",
                             "coordinates": square(left + 2 * (k % 2), 14 + 2 * (k // 2), 2)},
                             "properties": {"admin2Pcode": code, "admin2Name": f"{region} {k + 1}",
                                            "admin1Pcode": code[:4], "admin1Name": region}})
    BOUNDARIES.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    lines = ["Titre,Fonds,Région,Cercle,Budget USD"]
    for region in ("Ouestia", "Estia"):
        for k in range(4):
            lines += [f"Puits {region} {k},QIP,{region},{region} {k + 1},1000"] * (k + 1)
    lines.append("Étude,TF,Estia,,5000")
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")


def double_click(viewer, pcode):
    import subprocess
    viewer.move(*viewer.unit(pcode))
    viewer.settle()
    subprocess.run(["xdotool", "click", "--repeat", "2", "--delay", "60", "1"], check=True)


def to_regions(viewer):
    probe = viewer.settle()
    if probe["scene"]["level"] != "region":
        viewer.press_widget("level.region")
        viewer.wait_for(lambda p: p["scene"]["level"] == "region", "regions")
        viewer.settle()


def down_and_up(viewer):
    to_regions(viewer)
    steps = viewer.now["history"]["undo"]
    double_click(viewer, "ZZ02")
    probe = viewer.wait_for(lambda p: p["scene"]["within"] == "ZZ02" and p["scene"]["level"] == "cercle", "inside Estia")
    equal(probe["history"]["undo"], steps + 1, "one step")
    zones = viewer.settle()["coverage"]
    equal(sorted(z["projects"] for z in zones if not z["filtered_out"]), [1, 2, 3, 4], "its cercles")
    equal(sum(z["filtered_out"] for z in zones), 4, "the other region's cercles are context")
    check("crumb.ZZ02" in viewer.now["widgets"] and "crumb.country" in viewer.now["widgets"], "the breadcrumb")
    kinds = [e["text"] for e in viewer.now["legend"]["entries"]]
    check("Hors du filtre" in kinds, f"the legend: {kinds}")
    check(any("ZZ02" in name for name in viewer.now["widgets"]), "widgets")
    viewer.key("Escape")
    viewer.settle()
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["scene"]["within"] == "" and p["scene"]["level"] == "region", "Esc goes up")


def the_breadcrumb_and_undo(viewer):
    to_regions(viewer)
    double_click(viewer, "ZZ01")
    viewer.wait_for(lambda p: p["scene"]["within"] == "ZZ01", "inside Ouestia")
    viewer.press_widget("crumb.country")
    viewer.wait_for(lambda p: p["scene"]["within"] == "", "the country")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["within"] == "ZZ01" and p["scene"]["level"] == "cercle", "undo goes back down")
    viewer.key("ctrl+y")
    viewer.wait_for(lambda p: p["scene"]["within"] == "", "redo")


def a_unit_without_finer_ones_is_zoomed(viewer):
    to_regions(viewer)
    double_click(viewer, "ZZ01")
    viewer.wait_for(lambda p: p["scene"]["within"] == "ZZ01", "inside Ouestia")
    before = viewer.settle()["scene"]["camera"]["metres_per_dp"]
    double_click(viewer, "ZZ0101")
    viewer.wait_for(lambda p: p["scene"]["camera"]["metres_per_dp"] < before * 0.6, "zoomed")
    equal(viewer.now["scene"]["within"], "ZZ01", "still inside Ouestia")


write_files()
main(down_and_up, the_breadcrumb_and_undo, a_unit_without_finer_ones_is_zoomed,
     arguments=("--boundaries", str(BOUNDARIES), str(LIST)))
