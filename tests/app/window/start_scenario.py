"""The window's first picture, which stands before there is OpenGL, and what becomes of it."""
import os
import re
import struct
import subprocess
import time

from driver import PATIENCE, Failed, main_in_folders

SIZE = (1280, 800)


def screen():
    """What the display shows at its top left corner: rows of (blue, green, red) (xwd's format: X11/XWDFile.h)."""
    data = subprocess.run(["xwd", "-root", "-silent"], check=True, capture_output=True).stdout
    header = struct.unpack(">25I", data[:100])
    start, bits, row, colours = header[0] + 12 * header[19], header[11], header[12], header[14:17]
    assert bits in (24, 32) and colours == (0xFF0000, 0xFF00, 0xFF), header
    size = bits // 8
    line = lambda at: zip(*(data[at + part:at + size * SIZE[0]:size] for part in range(3)))
    return [list(line(start + y * row)) for y in range(SIZE[1])]


def apart(one, other):
    """The part of the pixels in which a colour differs by more than 48."""
    far = sum(max(map(abs, map(int.__sub__, a, b))) > 48 for left, right in zip(one, other) for a, b in zip(left, right) if a != b)
    return far / (SIZE[0] * SIZE[1])


class Viewer:
    def __init__(self, program, folder, *words, **environment):
        self.probe = folder / "probe.json"
        subprocess.run(["xdotool", "mousemove", "1919", "1079"], check=True)
        home = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE")}
        self.process = subprocess.Popen([program, "--size", f"{SIZE[0]}x{SIZE[1]}", "--probe", str(self.probe), *words],
                                        stderr=subprocess.PIPE, text=True, env=dict(os.environ, **home, **environment))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def wait_for(self, condition, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            if self.process.poll() is not None:
                raise Failed(f"the program ended before {what}: {self.process.stderr.read()}")
            time.sleep(0.02)
        raise Failed(f"waited in vain for {what}")


def settled():
    """The screen when it shows a window and stays as it is for a moment; None before."""
    before = screen()
    time.sleep(0.3)
    return before if before == screen() and before[SIZE[1] // 2][4] == (255, 255, 255) else None


def first_picture_is_the_windows(program, folder):
    # A driver that nobody writes: whoever opens it waits, so the first picture stays.
    drivers = folder / "drivers"
    drivers.mkdir()
    os.mkfifo(drivers / "swrast_dri.so")
    with Viewer(program, folder, LIBGL_ALWAYS_SOFTWARE="1", LIBGL_DRIVERS_PATH=str(drivers)) as viewer:
        first = viewer.wait_for(settled, "the first picture")
        assert not viewer.probe.exists(), "there is OpenGL: nothing was tested"
    with Viewer(program, folder, LIBGL_ALWAYS_SOFTWARE="1") as viewer:
        viewer.wait_for(viewer.probe.exists, "the first frame")
        drawn = viewer.wait_for(settled, "a window at rest")
    assert len({colour for row in first for colour in row}) > 300, "hardly anything is in the first picture"
    part = apart(first, drawn)
    assert part < 0.001, f"{100 * part:.2f} % of the first picture look otherwise than OpenGL's"


def write_long_list(folder):
    rows = folder / "long.csv"
    with rows.open("w") as file:
        file.write("id,title,region,budget\n")
        for start in range(0, 1_200_000, 1000):
            file.write("".join(f"{i},Forage {i},{('Mopti', 'Gao', 'Kidal')[i % 3]},{1000 + i % 977}\n" for i in range(start, start + 1000)))
    return rows


def national_border(shown):
    """Where the border's dark line crosses a row of the map without letters: its first and last column."""
    dark = [x for x, colour in enumerate(shown[215]) if 280 <= x < 960 and max(colour) < 130]
    return (dark[0], dark[-1]) if dark else None


def a_long_list_is_read_in_sight(program, folder):
    rows = write_long_list(folder)

    def bare_map():
        shown = screen()
        white, card, border = (255, 255, 255), shown[100][320], national_border(shown)
        panels = all(shown[y][x] == white for x, y in ((100, 20), (100, 400), (1100, 400), (640, 790)))
        return shown if panels and card == white and shown[600][300] not in (white, (0, 0, 0)) and border else None
    with Viewer(program, folder, "--projects", str(rows)) as viewer:
        bare = viewer.wait_for(bare_map, "the boundaries and the name of what is read")
        assert not viewer.probe.exists(), "the list was there before"
        viewer.wait_for(viewer.probe.exists, "the first frame")
        drawn = viewer.wait_for(settled, "a window at rest")
    apart_by = [abs(one - other) for one, other in zip(national_border(bare), national_border(drawn))]
    assert max(apart_by) <= 2, f"the map has moved by {apart_by} pixels"


def both_times_are_told(program, folder):
    with Viewer(program, folder, "--timing") as viewer:
        viewer.wait_for(viewer.probe.exists, "the first frame")
        viewer.process.terminate()
        said = viewer.process.stderr.read()
    times = re.fullmatch(r"first complete map after (\d+) ms\nready after (\d+) ms\n", said)
    assert times, said
    assert 0 < int(times[1]) <= int(times[2]), said


def no_opengl_is_an_error_of_one_line(program, folder):
    drivers = folder / "none"
    drivers.mkdir()
    with Viewer(program, folder, LIBGL_ALWAYS_SOFTWARE="1", LIBGL_DRIVERS_PATH=str(drivers)) as viewer:
        said = viewer.process.stderr.read()
        code = viewer.process.wait(PATIENCE)
    lines = [line for line in said.splitlines() if not line.startswith("libGL")]
    assert code == 2 and len(lines) == 1 and "OpenGL 3.3" in lines[0], (code, said)


main_in_folders(first_picture_is_the_windows, a_long_list_is_read_in_sight, both_times_are_told, no_opengl_is_an_error_of_one_line)
