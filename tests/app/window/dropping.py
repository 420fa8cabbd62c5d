"""Files dropped onto the map of a window."""
import pathlib
import subprocess
import tempfile

from driver import check
from xdnd import drop


def drop_file(viewer, name, content):
    folder = pathlib.Path(tempfile.mkdtemp(dir=viewer.folder.name))
    path = folder / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    drop_path(viewer, path)


def drop_path(viewer, path):
    window = int(subprocess.run(["xdotool", "search", "--class", "malimap"], check=True, capture_output=True,
                                text=True).stdout.split()[-1])
    left, top, width, height = viewer.now["map"]
    check(drop(window, [path], *viewer.screen(left + width / 2, top + height / 2)), "the window did not take the drop")
