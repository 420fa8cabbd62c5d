"""Select and hover units, by mouse and keys; the right panel follows."""
from driver import check, equal, main


def press_selects_and_escape_clears(viewer):
    check("unit.close" not in viewer.now["widgets"], "a unit is selected at the start")
    viewer.press_unit("ML05")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML05" and "unit.close" in p["widgets"], "Mopti and its panel")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["selection"]["unit"] is None and "unit.close" not in p["widgets"], "no selection")


def press_beside_the_country_clears(viewer):
    viewer.press_unit("ML03")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML03", "Sikasso")
    left, top, width, height = viewer.now["map"]
    viewer.press(left + width - 40, top + 40)  # Algeria
    viewer.wait_for(lambda p: p["selection"]["unit"] is None, "no selection")


def hover_follows_the_pointer(viewer):
    equal(viewer.now["hover"]["unit"], None, "hover at the start")
    for code in ("ML08", "ML06"):
        viewer.move(*viewer.unit(code))
        viewer.wait_for(lambda p: p["hover"]["unit"] == code, f"hover over {code}")
    viewer.move(*viewer.widget("filter.fund.QIP"))
    viewer.wait_for(lambda p: p["hover"]["unit"] is None, "no hover over a panel")


def tab_walks_through_the_units(viewer):
    seen = []
    for _ in range(len(viewer.now["coverage"])):
        before = viewer.now["selection"]["unit"]
        viewer.key("Tab")
        seen.append(viewer.wait_for(lambda p: p["selection"]["unit"] != before, "the next unit")["selection"]["unit"])
    equal(len(set(seen)), len(seen), "different units")
    viewer.key("shift+Tab")
    viewer.wait_for(lambda p: p["selection"]["unit"] == seen[-2], "the unit before")


def ranking_selects(viewer):
    viewer.press_widget("unit.ML08")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML08", "Kidal from the list")
    viewer.press_widget("unit.close")
    viewer.wait_for(lambda p: p["selection"]["unit"] is None, "back to the country")


main(press_selects_and_escape_clears, press_beside_the_country_clears, hover_follows_the_pointer, tab_walks_through_the_units,
     ranking_selects)
