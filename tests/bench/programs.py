"""What the benchmark commands share: our built programs, the peers' scripts, and a screen that nobody sees."""
import argparse
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
BINDINGS = "/usr/bin/python3"  # the interpreter that Debian's bindings of Mapnik, QGIS and GDAL belong to
NODE = ["node", "--max-old-space-size=16000"]


class Unmeasured(Exception):
    """Why there is no figure."""


def arguments(text):
    asked = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--build", type=pathlib.Path, default=HERE.parents[1] / "build/release", help="the folder of our built programs")
    return asked


def numbers(text):
    return [int(word) for word in text.split(",")]


def run(*words, **options):
    """What it prints; Unmeasured with its last words where it fails."""
    try:
        return subprocess.run([*map(str, words)], check=True, text=True, capture_output=True, cwd=HERE, **options).stdout
    except subprocess.CalledProcessError as failed:
        said = failed.stderr.strip().splitlines() or [f"ended with {failed.returncode}"]
        raise Unmeasured(f"{pathlib.Path(str(words[0])).name}: {said[-1]}") from failed
    except OSError as missing:
        raise Unmeasured(f"{words[0]}: {missing.strerror}") from missing


def answer(*words, **options):
    """The JSON that it prints."""
    return json.loads(run(*words, **options))


def node_modules():
    if not (HERE / "node_modules").is_dir():
        run("npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock")


class Screen:
    """An X server of 1920x1080 of one's own."""

    def __enter__(self):
        try:
            self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-noreset", "-nolisten", "tcp"],
                                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        except OSError as missing:
            raise Unmeasured(f"Xvfb: {missing.strerror}") from missing
        self.environment = {**os.environ, "DISPLAY": f":{self.server.stdout.readline().strip()}"}
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
