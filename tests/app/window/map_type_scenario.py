"""The page "map" of the left panel: kind of map, classes, breaks typed and dragged, alternatives of the legend, the programme."""
from driver import check, equal, main


def each_kind_of_map_is_shown(viewer):
    viewer.press_widget("tab.map")
    for kind in ("diverging", "dominant", "bivariate", "symbols", "pies", "bars", "dots", "places", "choropleth"):
        viewer.press_widget(f"map.type.{kind}")
        probe = viewer.wait_for(lambda p: p["scene"]["type"] == kind, kind)
        probe = viewer.settle()
        equal("map.second" in probe["widgets"], kind == "bivariate", f"the second measure beside {kind}")
        equal("map.by.fund" in probe["widgets"], kind in ("dominant", "pies", "bars", "dots"), f"the division beside {kind}")
        equal("map.method" in probe["widgets"], kind in ("choropleth", "diverging"), f"classes beside {kind}")


def breaks_are_typed_and_kept(viewer):
    viewer.press_widget("tab.map")
    viewer.press_widget("map.breaks")
    viewer.settle()
    viewer.type("10; 50,5")
    viewer.hold("Return")
    probe = viewer.wait_for(lambda p: p["scene"]["breaks"] == [10, 50.5], "the breaks typed by hand")
    equal(probe["scene"]["method"], "manual", "the method")
    viewer.press_widget("map.keep")
    viewer.wait_for(lambda p: p["scene"]["keep_breaks"], "breaks that stay")
    classes = [e["text"] for e in viewer.settle()["legend"]["entries"] if e["class"] >= 0]
    viewer.press_widget("tab.data")
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP")
    after = viewer.settle()
    equal(after["scene"]["breaks"], [10, 50.5], "the breaks under another filter")
    equal(len([e for e in after["legend"]["entries"] if e["class"] >= 0]), len(classes), "the number of classes")


def a_break_is_dragged_in_the_legend(viewer):
    viewer.press_widget("measure")  # enough values for a histogram
    viewer.press_widget("measure.population")
    viewer.wait_for(lambda p: p["scene"]["measure"] == "population" and "legend.break.0" in p["widgets"], "a histogram with handles")
    before = viewer.settle()
    check("legend.break.0" in before["widgets"], f"no handles: {before['legend']['breaks']}")
    x, y = viewer.widget("legend.break.0")
    camera = before["scene"]["camera"]
    viewer.drag((x, y), (x + 14, y))
    after = viewer.wait_for(lambda p: p["scene"]["method"] == "manual" and p["scene"]["breaks"], "breaks by hand")
    check(after["scene"]["breaks"][0] > before["legend"]["breaks"][0], "the first break moved up")
    equal(after["scene"]["breaks"][1:], before["legend"]["breaks"][1:], "the other breaks")
    equal(after["scene"]["camera"], camera, "the map stays where it is")
    viewer.settle()
    equal(viewer.now["history"]["undo"], before["history"]["undo"] + 1, "a drag is one step of undo")


def the_legend_offers_another_map(viewer):
    check(viewer.settle()["legend"]["alternatives"], "nothing is offered beside a map of totals")
    viewer.press_widget("legend.alternative.0")
    viewer.wait_for(lambda p: p["scene"]["type"] != "choropleth" or p["scene"]["measure"] != "projects", "the alternative")


def a_unit_leaves_the_programme(viewer):
    viewer.press_unit("ML01")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML01", "Kayes")
    viewer.press_widget("unit.programme")
    viewer.wait_for(lambda p: p["scene"]["outside_programme"] == ["ML01"], "Kayes outside")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["outside_programme"] == [], "undo")


main(each_kind_of_map_is_shown, breaks_are_typed_and_kept, a_break_is_dragged_in_the_legend, the_legend_offers_another_map,
     a_unit_leaves_the_programme)
