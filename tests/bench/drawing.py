"""What a map on the screen costs: frames while panning, the start, and standing still; and the peers' drawing of the same files."""
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from programs import BINDINGS, HERE, Unmeasured, answer, run

BY_AREA = ["--measure", "need", "--need", "area", "--method", "quantile", "--classes", "5", "--hide", "markers"]


class Viewer:
    """Our window, at 1920x1080."""

    def __init__(self, build, screen):
        self.command = [build / "app/malimap", "--size", "1920x1080"]
        self.environment = screen.environment

    def frame(self, frames, *words):
        """The median and the 95 % of the milliseconds of a frame while panning."""
        said = run(*self.command, *words, "--bench-pan", frames, env=self.environment)
        return [float(n) for n in re.search(r"median ([0-9.]+) p95 ([0-9.]+)", said).groups()]

    def start(self, *words, cache, first=False):
        """[milliseconds from the start of the process to the first complete map, and until the window answers].

        `cache`: the folder of what earlier starts prepared, Mesa's shaders too; `first`: as if these boundaries were not among it."""
        if first:
            shutil.rmtree(cache / "malimap", ignore_errors=True)
        with tempfile.TemporaryDirectory() as folder:
            command = [*map(str, (*self.command, *words)), "--timing", "--screenshot", f"{folder}/window.png"]
            environment = dict(self.environment, XDG_CACHE_HOME=str(cache))
            said = subprocess.run(command, env=environment, text=True, capture_output=True, check=False).stderr
        found = re.search(r"first complete map after ([0-9]+) ms\nready after ([0-9]+) ms", said)
        if not found:
            raise Unmeasured(f"malimap: {(said.strip() or 'no picture').splitlines()[-1]}")
        return [float(n) for n in found.groups()]

    def idle(self, *words, settle=5, watched=3):
        """Milliseconds of processor time that the window uses in `watched` seconds while nobody touches it."""
        with tempfile.NamedTemporaryFile(suffix=".json") as probe:  # who is watched is not shown around
            shown = subprocess.Popen([*map(str, (*self.command, *words)), "--probe", probe.name], env=self.environment,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                time.sleep(settle)
                before = processor_ms(shown.pid)
                time.sleep(watched)
                if shown.poll() is not None:
                    raise Unmeasured("malimap: ended by itself")
                return processor_ms(shown.pid) - before
            finally:
                shown.kill()
                shown.wait()


def processor_ms(process):
    """Of all its threads. The clock that clock_getcpuclockid names, since /proc/PID/stat counts in hundredths of a second."""
    return 1000 * time.clock_gettime(~process << 3 | 2)


def mapnik(boundaries, runs):
    return answer(BINDINGS, HERE / "mapnik_draw.py", boundaries, runs)["ms"]


def qgis(boundaries, runs, points=None):
    """{"QGIS": ms, "QGIS's canvas": ms}."""
    said = answer(BINDINGS, HERE / "qgis_draw.py", boundaries, runs, *(["--points", points] if points else []))
    return {"QGIS": said["ms"], "QGIS's canvas": said["canvas_ms"]}


def qgis_start(boundaries):
    return answer(BINDINGS, HERE / "qgis_draw.py", boundaries, "--start")["ms"]


class Maps:
    """The files of a benchmark's folder: made-up units, and points spread over the box of a file's units, each made once."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder

    def units(self, count):
        path = self.folder / f"units-{count}.geojson"
        if not path.exists():
            run("python3", HERE / "make_units.py", path, count, round(408000 / 4556 * count))
        return path

    def points(self, count, boundaries):
        path = self.folder / f"points-{count}-in-{boundaries.stem}.csv"
        if not path.exists():
            run(self.build / "tests/bench/make_points", count, path, boundaries, self.folder / "wkt.csv")
        return path

    def coloured(self, boundaries, level):
        """The options of a map of the units in five classes by area. A few projects per unit make each unit a zone of its own."""
        return ["--boundaries", boundaries, "--level", level, "--projects", self.points(20000, boundaries), *BY_AREA]

    def dotted(self, boundaries, level, count):
        """The options of a map of so many projects at their places."""
        return ["--boundaries", boundaries, "--level", level, "--projects", self.points(count, boundaries), "--map-type", "places"]


def starts(rounds, *starters):
    """The medians of what each says, in turn; of each of its numbers."""
    said = [[start() for start in starters] for _ in range(rounds)]
    median = lambda of: [statistics.median(part) for part in zip(*of)] if isinstance(of[0], list) else statistics.median(of)
    return [median(of) for of in zip(*said)]
