"""Scenes are kept, ordered and renamed; presented one after another by keys; blanked, drawn on, ended."""
from driver import check, equal, main


def keep_two_scenes(viewer):
    viewer.key("ctrl+shift+a")
    viewer.wait_for(lambda p: len(p["workspace"]["scenes"]) == 1 and "scene.0" in p["widgets"], "the first scene in its strip")
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP")
    viewer.key("ctrl+shift+a")
    viewer.wait_for(lambda p: len(p["workspace"]["scenes"]) == 2 and "scene.1" in p["widgets"], "the second scene")
    viewer.settle()


def a_press_shows_a_scene(viewer):
    keep_two_scenes(viewer)
    check(viewer.now["panels"]["scenes"], "the strip opened by itself")
    viewer.press_widget("scene.0")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == [] and p["workspace"]["current"] == 0, "the first scene")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "undo brings the view back")


def dragging_orders_scenes(viewer):
    keep_two_scenes(viewer)
    before = viewer.now["workspace"]["scenes"]
    first, second = viewer.widget("scene.0"), viewer.widget("scene.1")
    viewer.drag(first, (second[0] + 60, second[1]), steps=12)
    viewer.wait_for(lambda p: p["workspace"]["scenes"] == before[::-1], "the other order")


def the_menu_duplicates_renames_and_removes(viewer):
    keep_two_scenes(viewer)
    viewer.press_widget("scene.1.menu")
    viewer.press_widget("scene.menu.rename")
    viewer.wait_for(lambda p: "scene.name" in p["widgets"], "the field for the name")
    viewer.settle()
    viewer.type("nord")
    viewer.hold("Return")
    viewer.wait_for(lambda p: p["workspace"]["scenes"][1] == "nord", "the new name")
    viewer.press_widget("scene.1.menu")
    viewer.press_widget("scene.menu.duplicate")
    viewer.wait_for(lambda p: len(p["workspace"]["scenes"]) == 3, "three scenes")
    viewer.settle()
    viewer.press_widget("scene.1.menu")
    viewer.press_widget("scene.menu.remove")
    viewer.wait_for(lambda p: len(p["workspace"]["scenes"]) == 2, "two scenes")


def keys_present_the_scenes(viewer):
    keep_two_scenes(viewer)
    viewer.key("F5")
    shown = viewer.wait_for(lambda p: p["presentation"] and p["presentation"]["scene"] == 0, "the first scene")
    check("filter.fund.QIP" not in viewer.settle()["widgets"], "no panels")
    equal(shown["scene"]["filter"]["fund"], [], "the first scene's filter")
    viewer.key("Next")
    viewer.wait_for(lambda p: p["presentation"]["scene"] == 1 and p["scene"]["filter"]["fund"] == ["QIP"], "the second scene")
    viewer.key("space")
    viewer.settle()
    equal(viewer.now["presentation"]["scene"], 1, "the last scene stays")
    viewer.key("b")
    viewer.wait_for(lambda p: p["presentation"]["blank"] == "black", "a black screen")
    viewer.key("BackSpace")
    viewer.wait_for(lambda p: p["presentation"]["scene"] == 0 and p["presentation"]["blank"] == "no", "back to the first")
    viewer.key("w")
    viewer.wait_for(lambda p: p["presentation"]["blank"] == "white", "a white screen")
    viewer.key("w")
    viewer.key("Escape")
    viewer.wait_for(lambda p: p["presentation"] is None and "filter.fund.QIP" in p["widgets"], "the window again")


def the_pen_draws_on_the_map(viewer):
    keep_two_scenes(viewer)
    viewer.key("F5")
    viewer.wait_for(lambda p: p["presentation"], "the presentation")
    viewer.settle()
    viewer.key("p")
    viewer.wait_for(lambda p: p["presentation"]["tool"] == "pen", "the pen")
    viewer.drag((400, 400), (700, 500))
    viewer.wait_for(lambda p: p["presentation"]["strokes"] == 1, "a line")
    equal(viewer.now["presentation"]["scene"], 0, "a line is no click")
    viewer.key("e")
    viewer.wait_for(lambda p: p["presentation"]["strokes"] == 0, "no line")
    viewer.key("l")
    viewer.wait_for(lambda p: p["presentation"]["tool"] == "pointer", "the pointer")
    viewer.press(500, 400)
    viewer.wait_for(lambda p: p["presentation"]["scene"] == 1, "a press goes on")
    viewer.settle()


main(a_press_shows_a_scene, dragging_orders_scenes, the_menu_duplicates_renames_and_removes, keys_present_the_scenes,
     the_pen_draws_on_the_map)
