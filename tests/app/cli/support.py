"""What the command line's tests share: running the program, real files beside the repository, pictures read without libraries."""
import collections
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
PROGRAM = None

Outcome = collections.namedtuple("Outcome", "status out err")


def main():
    """For the foot of each file: the program's path is the first argument."""
    global PROGRAM
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(module="__main__", verbosity=2)


class Case(unittest.TestCase):
    """A test with a folder of its own, in which the program is started, without a display."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="malimap-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_program(self, *arguments, **extra):
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment["SOURCE_DATE_EPOCH"] = "1500000000"  # 14 July 2017, so that pages are the same every day
        environment.update(extra.pop("environment", {}))
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=environment, timeout=120,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **extra)
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def succeed(self, *arguments, **extra):
        outcome = self.run_program(*arguments, **extra)
        self.assertEqual(outcome.status, 0, f"{arguments}: {outcome.err}")
        return outcome

    def summary(self, *arguments):
        return json.loads(self.succeed("summarize", "--format", "json", *arguments).out)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def shared(self, name):
        """A real file beside the repository; where it is absent the test is skipped, and says so."""
        path = SHARED / name
        if not path.exists():
            print(f"SKIPPED: ../shared/{name} is absent here", file=sys.stderr)
            self.skipTest(f"../shared/{name} is absent here")
        return path

    def tool(self, name):
        path = shutil.which(name)
        if path is None:
            print(f"SKIPPED: {name} is not installed", file=sys.stderr)
            self.skipTest(f"{name} is not installed")
        return path


def cents(dollars):
    """A JSON amount in whole cents."""
    return round(dollars * 100)


def numbers_in(value):
    """Every number anywhere in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from numbers_in(item)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


class Picture:
    """An 8-bit PNG without interlacing: width, height and rows of (r, g, b)."""

    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
        at, packed = 8, b""
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
                assert depth == 8 and colour in (2, 6) and not interlaced, "a kind of PNG not read here"
                channels = 3 if colour == 2 else 4
            elif kind == b"IDAT":
                packed += body
            at += 12 + length
        self.rows = self._unfilter(zlib.decompress(packed), channels)

    def _unfilter(self, raw, n):
        rows, stride, last = [], self.width * n, bytearray(self.width * n)
        for y in range(self.height):
            start = y * (stride + 1)
            kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
            if kind == 1:
                for i in range(n, stride):
                    line[i] = (line[i] + line[i - n]) & 255
            elif kind == 2:
                line = bytearray((a + b) & 255 for a, b in zip(line, last))
            elif kind == 3:
                for i in range(stride):
                    line[i] = (line[i] + ((line[i - n] if i >= n else 0) + last[i]) // 2) & 255
            elif kind == 4:
                for i in range(stride):
                    a, b, c = (line[i - n] if i >= n else 0), last[i], (last[i - n] if i >= n else 0)
                    p = a + b - c
                    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                    line[i] = (line[i] + (a if pa <= pb and pa <= pc else b if pb <= pc else c)) & 255
            rows.append([tuple(line[i:i + 3]) for i in range(0, stride, n)])
            last = line
        return rows

    def at(self, x, y):
        return self.rows[y][x]

    def areas(self):
        """How many pixels each colour covers."""
        return collections.Counter(pixel for row in self.rows for pixel in row)
