"""What leaves the window: a page as a file, the preview, the table and the picture on the clipboard, the workspace."""
import json
import pathlib
import subprocess

from driver import Viewer, check, equal, main
import sys


def type_path(viewer, path):
    viewer.wait_for(lambda p: p["exporting"] and "export.path" in p["widgets"], "the dialog with a suggested path")
    viewer.settle()
    viewer.type(str(path))
    viewer.wait_for(lambda p: p["exporting"] == str(path), "the typed path")


def a_page_is_exported(viewer):
    for ending, head in (("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")):
        path = pathlib.Path(viewer.folder.name) / f"p.{ending}"
        viewer.key("ctrl+e")
        type_path(viewer, path)
        viewer.hold("Return")
        viewer.wait_for(lambda p: p["exporting"] is None and p["message"].endswith(str(path)), f"the message about {path}")
        check(path.read_bytes().startswith(head), f"{path} is no {ending}")


def a_path_that_cannot_be_written_is_said(viewer):
    viewer.key("ctrl+e")
    type_path(viewer, "/no/such/folder/p.pdf")
    viewer.hold("Return")
    viewer.wait_for(lambda p: "/no/such/folder" in p["message"], "the reason")


def the_preview_is_a_page(viewer):
    viewer.key("ctrl+p")
    lying = viewer.wait_for(lambda p: p["preview"] and "page.picture" in p["widgets"], "the page")["widgets"]["page.picture"]
    check(1.3 < lying[2] / lying[3] < 1.5, f"A4 lying: {lying}")
    viewer.press_widget("page.format")
    viewer.press_widget("page.format.A4-portrait")
    viewer.wait_for(lambda p: p["widgets"]["page.picture"][2] < p["widgets"]["page.picture"][3], "A4 standing")
    viewer.press_widget("page.legend")
    viewer.key("Escape")
    viewer.wait_for(lambda p: not p["preview"] and "page.picture" not in p["widgets"], "the map")


def the_table_is_copied(viewer):
    viewer.key("ctrl+c")
    viewer.wait_for(lambda p: p["message"], "the message")
    text = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True, timeout=20).stdout
    rows = [line.split("\t") for line in text.splitlines()]
    check(any("Mopti" in row for row in rows), text)
    equal(rows[-1][2], "422", "the total")


def the_picture_is_copied(viewer):
    viewer.key("ctrl+shift+c")
    viewer.wait_for(lambda p: p["message"] and p["jobs"] == 0, "the message")
    data = subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-o"], capture_output=True, timeout=20).stdout
    check(data.startswith(b"\x89PNG"), f"{len(data)} bytes that are no PNG; {viewer.now['message']}")


def a_workspace_comes_back(viewer):
    path = pathlib.Path(viewer.folder.name) / "w.json"
    viewer.press_widget("filter.fund.TF")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["TF"], "TF")
    viewer.key("ctrl+shift+a")
    viewer.wait_for(lambda p: p["workspace"]["unsaved"], "something to save")
    viewer.key("ctrl+s")
    type_path(viewer, path)
    viewer.hold("Return")
    viewer.wait_for(lambda p: p["workspace"]["path"] == str(path) and not p["workspace"]["unsaved"], "the saved workspace")
    saved = json.loads(path.read_text())
    equal(len(saved["scenes"]), 1, "scenes in the file")
    again = Viewer(sys.argv[1], str(path))
    try:
        again.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["TF"] and len(p["workspace"]["scenes"]) == 1, "the same view")
    finally:
        again.close()


def closing_asks_about_unsaved_scenes(viewer):
    viewer.key("ctrl+shift+a")
    viewer.wait_for(lambda p: p["workspace"]["unsaved"], "something to save")
    window = subprocess.run(["xdotool", "search", "--name", "^Malimap$"], capture_output=True, text=True).stdout.split()[-1]
    close = ["python3", "-c", f"""
import ctypes
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XInternAtom.restype = ctypes.c_ulong
d = x.XOpenDisplay(None)
class Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("pad", ctypes.c_long * 16)]
m = Message(33, 0, 1, d, {window}, x.XInternAtom(d, b"WM_PROTOCOLS", 0), 32)
m.data[0] = x.XInternAtom(d, b"WM_DELETE_WINDOW", 0)
x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x.XSendEvent(d, {window}, 0, 0, ctypes.byref(m))
x.XFlush.argtypes = [ctypes.c_void_p]
x.XFlush(d)
"""]
    subprocess.run(close, check=True)
    viewer.wait_for(lambda p: p["closing"] and "closing.cancel" in p["widgets"], "the question")
    viewer.press_widget("closing.cancel")
    viewer.wait_for(lambda p: not p["closing"], "the window stays")
    subprocess.run(close, check=True)
    viewer.wait_for(lambda p: p["closing"], "the question again")
    x, y = viewer.widget("closing.discard")
    viewer.move(x, y)
    viewer.settle()
    subprocess.run(["xdotool", "click", "1"], check=True)
    equal(viewer.process.wait(20), 0, "the exit status")


main(a_page_is_exported, a_path_that_cannot_be_written_is_said, the_preview_is_a_page, the_table_is_copied, the_picture_is_copied,
     a_workspace_comes_back, closing_asks_about_unsaved_scenes)
