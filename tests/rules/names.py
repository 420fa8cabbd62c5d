#!/usr/bin/env python3
"""One type, one name: two types of one name in one namespace link silently, and each destroys the other's objects (the one
definition rule). Types inside functions, other types and anonymous namespaces are not looked at."""
import collections
import pathlib
import re
import sys

TYPE = re.compile(r"^(?:class|struct|enum(?: class)?|union) (?:\[\[\w+\]\] )?(\w+)(?: final)?(?: : [^;]*)?\s*\{")
OPENED = re.compile(r"^(?:inline )?namespace\s*([\w:]*)\s*\{")
CLOSED = re.compile(r"^\}\s*// (?:anonymous )?namespace")


def types_of(text):
    """The types that a file defines, each with its namespace; formatting puts those of a namespace at the line's beginning."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        if opened := OPENED.match(line):
            spaces.append(opened.group(1))
        elif CLOSED.match(line) and spaces:
            spaces.pop()
        elif (found := TYPE.match(line)) and "" not in spaces:
            yield number, "::".join([*spaces, found.group(1)])


def main(root):
    places = collections.defaultdict(list)
    for part in ("geo", "app"):
        for file in sorted((root / part).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                for number, name in types_of(file.read_text()):
                    places[name].append(f"{file.relative_to(root).as_posix()}:{number}")
    twice = {name: where for name, where in places.items() if len(where) > 1}
    print(f"{len(places)} types")
    for name, where in twice.items():
        print(f"{name} is defined in {' and in '.join(where)}")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
