"""Drives the real program in a real window: starts it, reads what it shows from its probe file, acts with mouse and keys (xdotool).

A scenario is a list of functions that take a Viewer; main() runs each on a window of its own. Nothing sleeps for a fixed time:
wait_for() polls the probe until a condition holds, and fails with what was there instead.
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PATIENCE = 20.0  # seconds; a machine under sanitizers is slow


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def near(a, b, tolerance):
    return abs(a - b) <= tolerance


class Failed(AssertionError):
    pass


class Viewer:
    """One running window. `at`, `press`, ... act on it; `now` is the latest probe."""

    def __init__(self, program, *arguments, size="1280x800"):
        self.folder = tempfile.TemporaryDirectory()
        self.probe_path = pathlib.Path(self.folder.name) / "probe.json"
        # The pointer waits in a corner, so that nothing is hovered by accident.
        xdotool("mousemove", 1919, 1079)
        # What the user has said to earlier runs is neither read nor written.
        self.data = pathlib.Path(self.folder.name) / "data"
        environment = dict(os.environ, XDG_DATA_HOME=str(self.data), XDG_CACHE_HOME=str(pathlib.Path(self.folder.name) / "cache"))
        self.process = subprocess.Popen([program, "--probe", str(self.probe_path), "--size", size, *arguments],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.wait_for(lambda p: True, "the first frame")
        self.settle()

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    @property
    def now(self):
        return json.loads(self.probe_path.read_text())

    def wait_for(self, condition, what):
        end = time.monotonic() + PATIENCE
        probe = None
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"the program ended ({self.process.returncode}): {self.process.stderr.read()}")
            if self.probe_path.exists():
                probe = self.now
                try:
                    if condition(probe):
                        return probe
                except (KeyError, IndexError):
                    pass  # not there yet
            time.sleep(0.02)
        raise Failed(f"waited in vain for {what}; scene {probe and probe['scene']}, message {probe and probe['message']!r}, "
                     f"selection {probe and probe['selection']}, hover {probe and probe['hover']}")

    def settle(self):
        """Until no frame is drawn any more."""
        frames, since = -1, time.monotonic()
        end = since + PATIENCE
        while time.monotonic() < end:
            drawn = self.now["frames"]
            if drawn != frames:
                frames, since = drawn, time.monotonic()
            elif time.monotonic() - since > 0.25:
                return self.now
            time.sleep(0.03)
        raise Failed("frames are drawn without end")

    def screen(self, x, y):
        window = self.now["window"]
        return round(window["x"] + x), round(window["y"] + y)

    def move(self, x, y):
        xdotool("mousemove", "--sync", *self.screen(x, y)) if self._is_elsewhere(x, y) else None

    def _is_elsewhere(self, x, y):
        place = subprocess.run(["xdotool", "getmouselocation", "--shell"], check=True, capture_output=True, text=True).stdout
        values = dict(line.split("=") for line in place.split())
        return (int(values["X"]), int(values["Y"])) != self.screen(x, y)

    def press(self, x, y):
        self.move(x, y)
        self.settle()
        xdotool("click", 1)

    def widget(self, name):
        probe = self.wait_for(lambda p: name in p["widgets"], f"the widget {name}")
        x, y, width, height = probe["widgets"][name]
        return x + width / 2, y + height / 2

    def press_widget(self, name):
        """Where it stands when nothing moves any more: a menu takes a frame or two to find its place."""
        place = self.widget(name)
        while True:
            self.move(*place)
            self.settle()
            here = self.widget(name)
            if here == place:
                break
            place = here
        xdotool("click", 1)

    def right_press_widget(self, name):
        self.move(*self.widget(name))
        self.settle()
        xdotool("click", 3)

    def unit(self, pcode):
        return tuple(self.now["units"][pcode]["at"])

    def press_unit(self, pcode):
        self.press(*self.unit(pcode))

    def key(self, *keys):
        for key in keys:
            xdotool("key", "--clearmodifiers", key)

    def hold(self, *keys):
        """Pressed together until the window has seen it: a text field misses a key that is down for less than a frame."""
        xdotool("keydown", *keys)
        self.settle()
        xdotool("keyup", *keys[::-1])
        self.settle()

    def type(self, text):
        """In place of what the field with the focus holds."""
        self.hold("ctrl", "a")
        xdotool("type", "--delay", "12", text)
        self.settle()

    def wheel(self, x, y, up, notches=1):
        self.move(x, y)
        self.settle()
        for _ in range(notches):
            xdotool("click", 4 if up else 5)

    def scroll_to(self, name, x, y):
        """Turns the wheel over (x, y) until the widget is in sight there."""
        for _ in range(60):
            if name in self.settle()["widgets"]:
                return
            self.wheel(x, y, up=False)
        raise Failed(f"{name} is not below")

    def drag(self, start, end, steps=6):
        self.move(*start)
        self.settle()
        xdotool("mousedown", 1)
        for i in range(1, steps + 1):
            part = i / steps
            self.move(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            time.sleep(0.03)
        xdotool("mouseup", 1)

    def coverage(self):
        return {zone["code"]: zone for zone in self.now["coverage"]}


def check(condition, what):
    if not condition:
        raise Failed(what)


def equal(got, wanted, what):
    check(got == wanted, f"{what}: got {got!r}, wanted {wanted!r}")


def main_in_folders(*scenarios):
    """Runs each scenario with the program and an empty folder; the exit status says whether all held."""
    failures = 0
    for scenario in scenarios:
        with tempfile.TemporaryDirectory() as name:
            try:
                scenario(sys.argv[1], pathlib.Path(name))
                print(f"ok      {scenario.__name__}")
            except Exception as error:  # a scenario that breaks must not hide the next one
                failures += 1
                print(f"FAILED  {scenario.__name__}: {error}")
    sys.exit(1 if failures or not scenarios else 0)


def main(*scenarios, arguments=(), size="1280x800"):
    """Runs each scenario on a window of its own; the exit status says whether all held."""
    program = sys.argv[1]
    check(os.environ.get("DISPLAY"), "no DISPLAY: run under xvfb-run")
    failures = 0
    for scenario in scenarios:
        viewer = None
        try:
            viewer = Viewer(program, *arguments, size=size)
            scenario(viewer)
            print(f"ok      {scenario.__name__}")
        except Exception:  # a scenario that breaks must not hide the next one
            failures += 1
            print(f"FAILED  {scenario.__name__}")
            traceback.print_exc(file=sys.stdout)
        finally:
            if viewer:
                viewer.close()
    sys.exit(1 if failures or not scenarios else 0)
