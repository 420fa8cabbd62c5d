#!/usr/bin/env python3
"""Includes go upward only: each folder may include itself and those before it in the list, nothing else."""
import pathlib
import re
import sys

ORDER = ["geo/base", "geo/boundaries", "geo/projects", "geo/coverage", "geo/map", "geo/output",
         "app/session", "app/gl", "app/render", "app/panels", "app/window"]
# Beside the order: the command line needs geo alone, GL handles know nothing of sessions, and only these folders may use what is named.
MAY_INCLUDE = {"app/cli": {folder for folder in ORDER if folder.startswith("geo/")} | {"app/cli"},
               "app/gl": {"geo/base", "app/gl"}}
# app/main.cpp joins the command line with the window.
LIBRARIES = {
    "imgui": {"app/panels", "app/window"},
    "GLFW/": {"app/window", "app/render"},
    "glad/": {"app/gl", "app/render", "app/window"},
    "GL/glu": {"geo/boundaries"},
    "gdal": {"geo/boundaries", "geo/projects"},
    "ogr": {"geo/boundaries", "geo/projects"},
    "cairo": {"geo/output", "app/render"},
    "pango": {"geo/output"},
}


def folder_of(path):
    return "/".join(path.split("/")[:2])


def main(root):
    faults = []
    files = [f for part in ("geo", "app") for f in (root / part).rglob("*") if f.suffix in (".h", ".cpp")]
    for file in files:
        name = file.relative_to(root).as_posix()
        folder = folder_of(name)
        if folder == "app/main.cpp":
            continue
        allowed = MAY_INCLUDE.get(folder) or set(ORDER[:ORDER.index(folder) + 1])
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not match:
                continue
            included = match.group(1)
            if included.startswith(("geo/", "app/")):
                if folder_of(included) not in allowed:
                    faults.append(f"{name}:{number}: {folder} may not include {included}")
            else:
                for library, users in LIBRARIES.items():
                    if included.startswith(library) and folder not in users:
                        faults.append(f"{name}:{number}: only {sorted(users)} may include <{included}>")
    print(f"{len(files)} files looked at")
    print("\n".join(faults))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
