"""Markers: a press on one shows its projects, Escape goes back."""
from driver import check, equal, main


def marker_places(probe):
    return probe["marker_places"]


def press_on_a_marker_lists_its_projects(viewer):
    places = marker_places(viewer.now)
    check(len(places) >= 2, f"{len(places)} markers")
    x, y, count = places[0]
    viewer.move(x, y)
    viewer.wait_for(lambda p: p["hover"]["marker"] >= 0, "a marker under the pointer")
    viewer.press(x, y)
    viewer.wait_for(lambda p: p["selection"]["projects"] == count and "marker.close" in p["widgets"], "its projects")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["selection"]["projects"] == 0 and "marker.close" not in p["widgets"], "no projects")


def no_markers_when_they_are_off(viewer):
    viewer.press_widget("tab.map")
    x, y, _ = marker_places(viewer.now)[0]
    viewer.wheel(*viewer.widget("map.type.choropleth"), up=False, notches=40)
    viewer.settle()
    viewer.press_widget("layer.markers")
    viewer.wait_for(lambda p: not p["scene"]["layers"]["markers"], "markers off")
    viewer.press(x, y)
    viewer.wait_for(lambda p: p["selection"]["unit"] is not None, "the unit below")
    equal(viewer.now["selection"]["projects"], 0, "projects of a hidden marker")


main(press_on_a_marker_lists_its_projects, no_markers_when_they_are_off)
