"""The profile of a unit and the table of projects: opened, sorted, flown from, copied and exported, by mouse and keys."""
import pathlib
import subprocess
import zipfile

from driver import check, equal, main


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True, timeout=20).stdout


def a_unit_has_a_profile(viewer):
    viewer.press_unit("ML05")
    profile = viewer.wait_for(lambda p: p["profile"], "the profile")["profile"]
    equal(profile["zone"], "ML05", "the zone")
    equal(profile["measures"]["projects"]["rank"], 3, "Mopti's rank by projects")
    equal(profile["measures"]["projects"]["of"], 5, "zones with a figure")
    check("ML06" in profile["neighbours"] and "ML08" not in profile["neighbours"], f"neighbours {profile['neighbours']}")
    check(not profile["published"] and not profile["by_sector"], "sectors of a region are not published")
    equal(profile["by_fund"]["QIP"]["projects"], 65, "QIPs of Mopti")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["profile"] is None, "no profile")


def the_table_is_sorted_by_its_heads(viewer):
    viewer.press_unit("ML05")
    viewer.press_widget("unit.projects")
    table = viewer.wait_for(lambda p: p["table"] and "projects.sort.title" in p["widgets"], "the table")["table"]
    check(table["rows"] >= 1, "rows of Mopti")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["selection"]["unit"] is None and p["table"]["rows"] > table["rows"], "all rows")
    viewer.press_widget("projects.sort.title")
    rising = viewer.wait_for(lambda p: p["table"]["sort"] == "title" and not p["table"]["falling"], "by title")["table"]
    viewer.press_widget("projects.sort.title")
    falling = viewer.wait_for(lambda p: p["table"]["falling"], "falling")["table"]
    check(rising["first"][0] != falling["first"][0], "another order")


def a_row_flies_to_its_project(viewer):
    viewer.press_unit("ML05")
    viewer.press_widget("unit.projects")
    first = viewer.wait_for(lambda p: p["table"] and p["table"]["first"], "rows")["table"]["first"][0]["index"]
    before = viewer.settle()["scene"]["camera"]
    viewer.press_widget(f"projects.row.{first}")
    viewer.wait_for(lambda p: p["selection"]["projects"] == 1 and p["scene"]["camera"] != before, "the flight")


def the_table_leaves_as_text_and_as_files(viewer):
    viewer.press_unit("ML05")
    viewer.press_widget("unit.projects")
    rows = viewer.wait_for(lambda p: p["table"], "the table")["table"]["rows"]
    viewer.press_widget("projects.copy")
    viewer.wait_for(lambda p: p["message"], "the message")
    lines = clipboard().splitlines()
    equal(len(lines), rows + 1, "a head and the rows")
    check("\t" in lines[0], "columns between tabs")
    for ending, head in (("csv", None), ("xlsx", b"PK")):
        viewer.press_widget(f"projects.export.{ending}")
        path = pathlib.Path(viewer.folder.name) / f"projets.{ending}"
        viewer.wait_for(lambda p: p["exporting"] and p["exporting"].endswith(ending) and "export.path" in p["widgets"], "the dialog")
        viewer.settle()
        viewer.type(str(path))
        viewer.wait_for(lambda p: p["exporting"] == str(path), "the typed path")
        viewer.hold("Return")
        viewer.wait_for(lambda p: p["exporting"] is None and path.exists() and p["jobs"] == 0, f"{path}")
        data = path.read_bytes()
        if head:
            check(data.startswith(head) and zipfile.ZipFile(path).testzip() is None, "a workbook")
        else:
            equal(len(data.decode("utf-8-sig").splitlines()), rows + 1, "lines of the CSV")


def a_profile_is_copied(viewer):
    viewer.press_unit("ML05")
    viewer.wait_for(lambda p: p["profile"], "the profile")
    x, y = viewer.widget("unit.close")
    viewer.scroll_to("profile.copy", x - 100, y + 300)
    viewer.press_widget("profile.copy")
    viewer.wait_for(lambda p: p["message"], "the message")
    text = clipboard()
    check("Mopti" in text.splitlines()[0] and "QIP" in text, text)


main(a_unit_has_a_profile, the_table_is_sorted_by_its_heads, a_row_flies_to_its_project, the_table_leaves_as_text_and_as_files,
     a_profile_is_copied)
