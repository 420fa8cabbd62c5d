"""Files dropped onto the map of a window."""
import pathlib
import subprocess
import tempfile

from driver import check
from xdnd import drop

TWO_SQUARES = """{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"adm1_pcode": "ML05", "adm1_fr": "Mopti"},
 "geometry": {"type": "Polygon", "coordinates": [[[-4, 14], [-3, 14], [-3, 15], [-4, 15], [-4, 14]]]}},
{"type": "Feature", "properties": {"adm1_pcode": "ML07", "adm1_fr": "Gao"},
 "geometry": {"type": "Polygon", "coordinates": [[[-3, 14], [-2, 14], [-2, 15], [-3, 15], [-3, 14]]]}}]}
"""


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
