"""The same at twice the scale: every length doubles, everything is where it is drawn."""
from driver import equal, main, near, check


def lengths_double(viewer):
    probe = viewer.now
    equal(probe["window"]["scale"], 2, "the scale")
    left, top, width, height = probe["map"]
    equal((left, top), (560, 96), "280 and 48 dp")
    equal(width, 1900 - 560, "what the panel leaves: there is no room for two")
    x, y, row_width, row_height = probe["widgets"]["filter.fund.QIP"]
    check(near(row_height, 60, 1), f"a row of 30 dp is {row_height} px high")


def a_press_hits_what_it_shows(viewer):
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP")
    viewer.press_unit("ML06")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML06", "Tombouctou")
    viewer.wait_for(lambda p: "unit.close" in p["widgets"] and "filter.fund.QIP" not in p["widgets"], "its figures on the left")
    viewer.move(*viewer.unit("ML05"))
    viewer.wait_for(lambda p: p["hover"]["unit"] == "ML05", "Mopti under the pointer")


main(lengths_double, a_press_hits_what_it_shows, arguments=("--scale", "2"), size="1900x1060")
