"""Runs that end by themselves: the screenshot, the benchmark, and input that cannot be read."""
import struct
import subprocess
import zlib

from driver import main_in_folders


def png(path):
    """Width, height and a function for the colour at a pixel; PNGs of eight bits without interlacing, any filter."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
    at, packed, header = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    width, height, depth, colour, *_ = header
    assert depth == 8 and colour in (2, 6), header
    size, raw, rows = {2: 3, 6: 4}[colour], zlib.decompress(packed), []
    before = bytearray(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + width * size])
        for i in range(len(line)):
            left = line[i - size] if i >= size else 0
            up, corner = before[i], before[i - size] if i >= size else 0
            if kind == 1:
                line[i] = (line[i] + left) & 255
            elif kind == 2:
                line[i] = (line[i] + up) & 255
            elif kind == 3:
                line[i] = (line[i] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                near = min((left, up, corner), key=lambda v: abs(guess - v))
                line[i] = (line[i] + near) & 255
        rows.append(line)
        before = line
    return width, height, lambda x, y: tuple(rows[y][x * size:x * size + 3])


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120)


def screenshot_shows_the_map(program, folder):
    path = folder / "a.png"
    done = run(program, "--screenshot", str(path), "--size", "900x640", "--timing")
    assert done.returncode == 0, done
    assert done.stdout == "", done.stdout
    assert "ms" in done.stderr, done.stderr
    width, height, colour = png(path)
    assert (width, height) == (900, 640), (width, height)
    assert colour(4, 300) == (255, 255, 255), f"the left panel is {colour(4, 300)}"
    colours = {colour(x, y) for x in range(290, 570, 3) for y in range(60, 600, 3)}
    assert len(colours) > 30, f"{len(colours)} colours where the map should be"


def screenshot_that_cannot_be_written(program, folder):
    done = run(program, "--screenshot", str(folder / "no" / "such" / "a.png"))
    assert done.returncode == 2, done
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def benchmark_prints_frame_times(program, folder):
    done = run(program, "--bench-pan", "10", "--size", "640x480")
    assert done.returncode == 0, done
    words = done.stdout.split()
    assert words[:2] == ["frames", "10"] and "median" in words and "p95" in words and "max" in words, done.stdout
    assert 0 < float(words[words.index("median") + 1]) <= float(words[words.index("max") + 1]), done.stdout


def unreadable_input_opens_no_window(program, folder):
    probe = folder / "probe.json"
    done = run(program, "--boundaries", str(folder / "absent.geojson"), "--probe", str(probe))
    assert done.returncode == 2, done
    assert len(done.stderr.strip().splitlines()) == 1 and "absent.geojson" in done.stderr, done.stderr
    assert not probe.exists(), "a frame was drawn"


main_in_folders(screenshot_shows_the_map, screenshot_that_cannot_be_written, benchmark_prints_frame_times, unreadable_input_opens_no_window)
