"""Time and changes: a window dragged over the months filters, clears and plays; two dates are compared; two lists too."""
import pathlib
import subprocess
import tempfile

from driver import check, equal, main

HEADER = "id,titre,region,longitude,latitude,date_debut,date_fin\n"
# Active in 2016, in 2017, in both, and one without dates.
LATER = """P1,Puits,Mopti,-4.2,14.5,2016-01-01,2016-12-31
P2,Ecole,Gao,0,16.3,2017-01-01,2017-12-31
P3,Marche,Kidal,1.4,18.4,2016-07-01,2017-06-30
P4,Route,Kayes,-11.4,14.4,,
"""
EARLIER = """P1,Puits,Mopti,-4.2,14.5,2016-01-01,2016-12-31
P3,Marche,Gao,0,16.4,2016-07-01,2017-06-30
P9,Pont,Segou,-6.2,13.4,2016-01-01,2016-12-31
"""

folder = tempfile.TemporaryDirectory()
later = pathlib.Path(folder.name) / "later.csv"
earlier = pathlib.Path(folder.name) / "earlier.csv"
later.write_text(HEADER + LATER)
earlier.write_text(HEADER + EARLIER)


def active(probe):
    """The window's ends; nothing without one."""
    ends = dict(zip(("first", "last"), probe["scene"]["filter"]["active"]))
    return {name: day for name, day in ends.items() if day}


def open_tab(viewer, number, widget):
    viewer.hold("ctrl", str(number))
    viewer.wait_for(lambda p: widget in p["widgets"], f"the panel with {widget}")
    viewer.settle()


def drag(viewer, start, end):
    """Waits where ImGui must have seen the pointer: what happens within one frame is one place to it."""
    viewer.move(*start)
    viewer.settle()
    subprocess.run(["xdotool", "mousedown", "1"], check=True)
    viewer.settle()
    for part in (0.4, 1):
        viewer.move(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        viewer.settle()
    subprocess.run(["xdotool", "mouseup", "1"], check=True)


def at_month(viewer, month):
    """Over a month of the timeline, counted from January 2016; it ends with December 2017."""
    x, y, width, height = viewer.now["widgets"]["time.plot"]
    return x + width * (month + 0.5) / 24, y + height * 0.7


def a_window_is_dragged_open_moved_and_cleared(viewer):
    open_tab(viewer, 3, "time.plot")
    drag(viewer, at_month(viewer, 0), at_month(viewer, 5))
    probe = viewer.wait_for(lambda p: active(p).get("last") == "2016-06-30", "a window to June 2016")
    equal(active(probe)["first"], "2016-01-01", "where the window begins")
    equal(probe["total"]["projects"], 1, "projects active in the first half of 2016")
    drag(viewer, at_month(viewer, 3), at_month(viewer, 15))
    probe = viewer.wait_for(lambda p: active(p).get("last") == "2017-06-30", "the window a year later")
    equal(probe["total"]["projects"], 2, "projects active in the first half of 2017")
    x, y = viewer.widget("time.left")
    drag(viewer, (x, y), (at_month(viewer, 6)[0], y))
    viewer.wait_for(lambda p: active(p).get("first") == "2016-07-01", "its left end earlier")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: active(p).get("first") == "2017-01-01", "the drag taken back in one step")
    viewer.press_widget("time.clear")
    probe = viewer.wait_for(lambda p: not active(p), "no window")
    equal(probe["total"]["projects"], 4, "all projects")


def it_plays_to_the_end(viewer):
    open_tab(viewer, 3, "time.plot")
    drag(viewer, at_month(viewer, 18), at_month(viewer, 20))
    viewer.wait_for(lambda p: active(p).get("last") == "2017-09-30", "a window to September 2017")
    viewer.press_widget("time.play")
    viewer.wait_for(lambda p: active(p).get("last") == "2017-12-31", "the window at the end")
    viewer.settle()  # it stops by itself


def two_dates_are_compared(viewer):
    open_tab(viewer, 3, "time.plot")
    drag(viewer, at_month(viewer, 12), at_month(viewer, 23))
    viewer.wait_for(lambda p: active(p).get("first") == "2017-01-01", "the window on 2017")
    viewer.press_widget("time.compare")
    viewer.press_widget("time.difference")
    probe = viewer.wait_for(lambda p: "2016" in p["legend"]["title"], "the map of the difference")
    check("2017" in probe["legend"]["title"], "the legend names both years")
    viewer.press_widget("time.stop")
    viewer.wait_for(lambda p: "2016" not in p["legend"]["title"], "the map as before")


def two_lists_are_compared(viewer):
    open_tab(viewer, 5, "changes.path")
    viewer.press_widget("changes.path")
    viewer.type(str(earlier))
    viewer.press_widget("changes.open")
    viewer.wait_for(lambda p: "changes.row.0" in p["widgets"], "the changes")
    viewer.settle()
    rows = [name for name in viewer.now["widgets"] if name.startswith("changes.row.")]
    equal(len(rows), 4, "two new, one gone, one changed")  # P2 and P4; P9; P3 moved
    viewer.press_widget("changes.gone")
    viewer.wait_for(lambda p: [n for n in p["widgets"] if n.startswith("changes.row.")] == ["changes.row.2"], "the one that is gone")
    viewer.press_widget("changes.gone")
    viewer.press_widget("changes.difference")
    viewer.wait_for(lambda p: "earlier" in p["legend"]["title"], "the map of the difference")
    viewer.press_widget("changes.row.0")
    viewer.wait_for(lambda p: p["selection"]["projects"], "the project that was clicked")


main(a_window_is_dragged_open_moved_and_cleared, it_plays_to_the_end, two_dates_are_compared, two_lists_are_compared,
     arguments=[str(later), "--lang", "en"])
