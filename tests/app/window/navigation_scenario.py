"""The map under mouse and keys: drag, wheel, keys, double click, fit; and which of them undo takes back."""
import math

from driver import check, equal, main, near, xdotool


def plane_at(probe, x, y):
    """The point of the plane under a pixel of the window."""
    left, top, width, height = probe["map"]
    camera, scale = probe["scene"]["camera"], probe["window"]["scale"]
    metres = camera["metres_per_dp"] / scale
    return (camera["x"] + (x - left - width / 2) * metres, camera["y"] - (y - top - height / 2) * metres)


def wheel_keeps_the_point_under_the_pointer(viewer):
    before = viewer.now
    x, y = map(round, viewer.unit("ML08"))
    held = plane_at(before, x, y)
    viewer.wheel(x, y, up=True, notches=3)
    after = viewer.wait_for(
        lambda p: near(p["scene"]["camera"]["metres_per_dp"], before["scene"]["camera"]["metres_per_dp"] / 1.25**3, 0.01),
        "three notches nearer")
    there = plane_at(after, x, y)
    metres = after["scene"]["camera"]["metres_per_dp"] / after["window"]["scale"]
    check(math.dist(held, there) < metres, f"the point under the pointer moved by {math.dist(held, there) / metres:.1f} px")
    equal(after["render"]["geometry_uploads"] - before["render"]["geometry_uploads"] <= 1, True, "at most a finer level is uploaded")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["fitted"], "three notches are one step of undo")


def drag_moves_the_map_and_does_not_select(viewer):
    before = viewer.now
    x, y = map(round, viewer.unit("ML06"))
    held = plane_at(before, x, y)
    viewer.drag((x, y), (x + 120, y + 60))
    viewer.wait_for(lambda p: not p["scene"]["fitted"], "the map moved")
    after = viewer.settle()
    metres = after["scene"]["camera"]["metres_per_dp"] / after["window"]["scale"]
    check(math.dist(held, plane_at(after, x + 120, y + 60)) < 1.5 * metres, "the point did not stay under the pointer")
    equal(after["selection"]["unit"], None, "selection after a drag")
    equal(after["history"]["undo"], 1, "steps of undo after one drag")
    equal(after["render"]["geometry_uploads"], before["render"]["geometry_uploads"], "geometry uploads of a drag")
    equal(after["render"]["colour_uploads"], before["render"]["colour_uploads"], "colour uploads of a drag")


def f_and_home_fit_the_country(viewer):
    fitted = viewer.now["scene"]["camera"]
    for key in ("f", "Home"):
        viewer.key("plus", "Left")
        viewer.wait_for(lambda p: not p["scene"]["fitted"], "a moved camera")
        viewer.settle()
        viewer.key(key)
        after = viewer.wait_for(lambda p: p["scene"]["fitted"], f"fitted by {key}")
        equal(after["scene"]["camera"], fitted, "the fitted camera")


def keys_zoom_and_move(viewer):
    start = viewer.now["scene"]["camera"]
    viewer.key("plus")
    nearer = viewer.wait_for(lambda p: p["scene"]["camera"]["metres_per_dp"] < start["metres_per_dp"], "+ is nearer")
    equal([nearer["scene"]["camera"][k] for k in "xy"], [start[k] for k in "xy"], "the middle stays")
    viewer.key("minus")
    viewer.wait_for(lambda p: near(p["scene"]["camera"]["metres_per_dp"], start["metres_per_dp"], 1e-6), "- is back")
    for key, axis, sign in (("Right", "x", 1), ("Left", "x", -1), ("Up", "y", 1), ("Down", "y", -1)):
        before = viewer.settle()["scene"]["camera"][axis]
        viewer.key(key)
        viewer.wait_for(lambda p: (p["scene"]["camera"][axis] - before) * sign > 1000, f"{key} moves the camera")


def double_click_zooms_there(viewer):
    before = viewer.now
    x, y = map(round, viewer.unit("ML05"))
    viewer.move(x, y)
    viewer.settle()
    xdotool("click", "--repeat", 2, "--delay", 60, 1)
    after = viewer.wait_for(
        lambda p: near(p["scene"]["camera"]["metres_per_dp"], before["scene"]["camera"]["metres_per_dp"] / 2, 0.01), "twice as near")
    metres = after["scene"]["camera"]["metres_per_dp"]
    check(math.dist(plane_at(before, x, y), plane_at(after, x, y)) < metres, "not at the pointer")


def fit_button(viewer):
    viewer.key("plus")
    viewer.wait_for(lambda p: not p["scene"]["fitted"], "a nearer map")
    viewer.press_widget("fit")
    viewer.wait_for(lambda p: p["scene"]["fitted"], "the whole country")


main(wheel_keeps_the_point_under_the_pointer, drag_moves_the_map_and_does_not_select, f_and_home_fit_the_country,
     keys_zoom_and_move, double_click_zooms_there, fit_button)
