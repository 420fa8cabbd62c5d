#!/usr/bin/env python3
"""Wrong use and broken input: one clear line on stderr, status 2, nothing on stdout, no file left behind, no window."""
import os
import struct
import sys
import unittest

import support

REGIONS = support.ROOT / "assets/boundaries/mali_regions.geojson"


def shapefile_without_table():
    """A square as .shp alone (ESRI Shapefile Technical Description, 1998)."""
    points = [(-4, 14), (-4, 15), (-3, 15), (-3, 14), (-4, 14)]
    box = struct.pack("<4d", -4, 14, -3, 15)
    record = struct.pack("<i", 5) + box + struct.pack("<3i", 1, 5, 0) + b"".join(struct.pack("<2d", *p) for p in points)
    size = (100 + 8 + len(record)) // 2
    header = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, size) + struct.pack("<2i", 1000, 5) + box + struct.pack("<4d", 0, 0, 0, 0)
    return header + struct.pack(">2i", 1, len(record) // 2) + record


class Refusals(support.Case):
    def refuse(self, *arguments, **extra):
        outcome = self.run_program(*arguments, **extra)
        self.assertEqual(outcome.status, 2, f"{arguments}: {outcome}")
        self.assertEqual(outcome.out, "", arguments)
        self.assertEqual(outcome.err.count("\n"), 1, f"{arguments}: {outcome.err!r}")
        self.assertTrue(outcome.err.endswith("\n") and outcome.err.startswith("malimap"), outcome.err)
        self.assertLess(len(outcome.err), 600, outcome.err)
        return outcome.err

    def everywhere(self, *arguments, named=None):
        """By every verb and by the call without one, in both languages."""
        for verb, language in ((["render", "-o", "out.png"], "fr"), (["summarize"], "en"), (["check"], "fr"), ([], "en")):
            with self.subTest(verb=verb, arguments=arguments, language=language):
                line = self.refuse(*verb, *arguments, "--lang", language)
                if named:
                    self.assertIn(named, line)
                self.assertFalse((self.folder / "out.png").exists())
                self.assertFalse((self.folder / "malimap.png").exists())

    def for_files(self, path, named=None):
        named = named or os.path.basename(path)
        self.everywhere(path, named=named)
        self.everywhere("--projects", path, named=named)
        self.everywhere("--boundaries", path, named=named)


class BadInput(Refusals):
    def test_a_file_that_does_not_exist(self):
        self.for_files("nowhere.geojson")
        self.for_files("nowhere.csv")

    def test_an_empty_file(self):
        for name in ("empty.csv", "empty.geojson", "empty.xlsx", "empty"):
            self.for_files(self.write(name, ""))

    def test_a_directory(self):
        (self.folder / "folder").mkdir()
        self.for_files("folder")

    def test_a_truncated_geojson(self):
        whole = REGIONS.read_bytes()
        for part in (0.02, 0.5, 0.999):
            self.for_files(self.write("cut.geojson", whole[:int(len(whole) * part)]))

    def test_a_shapefile_without_its_table(self):
        self.for_files(self.write("units.shp", shapefile_without_table()))

    def test_a_real_shapefile_without_its_table(self):
        for path in sorted(self.shared("data/nasty/shp_without_dbf").glob("*.shp")):
            self.for_files(path)

    def test_something_that_is_no_data(self):
        self.for_files(self.write("photo.geojson", bytes(range(256)) * 20))
        self.for_files(self.write("page.html", "<!doctype html><title>404</title>"), named="page.html")

    def test_a_file_that_may_not_be_read(self):
        path = self.write("secret.csv", "fund,region\nQIP,Gao\n")
        path.chmod(0)
        if os.access(path, os.R_OK):
            print("SKIPPED: this user may read everything", file=sys.stderr)
            self.skipTest("this user may read everything")
        self.for_files(path)

    def test_a_project_list_as_boundaries(self):
        self.everywhere("--boundaries", self.write("list.csv", "fund,region\nQIP,Gao\n"), named="list.csv")

    def test_two_files_of_boundaries(self):
        self.everywhere(REGIONS, "--boundaries", REGIONS, named="mali_regions")

    def test_an_address_is_no_file(self):
        for address in ("http://127.0.0.1:9/list.csv", "/vsicurl/http://127.0.0.1:9/list.csv", "PG:dbname=x"):
            self.for_files(address, named=address[:4])


class WrongUse(Refusals):
    def test_unknown_options(self):
        self.everywhere("--nosuch", named="--nosuch")
        self.everywhere("--nosuch=1", named="--nosuch")
        self.everywhere("-q", named="-q")

    def test_a_near_miss_is_told(self):
        self.everywhere("--filtre", "fund=QIP", named="--filter")
        self.everywhere("--boundary", "x", named="--boundaries")
        self.assertIn("summarize", self.refuse("sumarize"))

    def test_a_fund_that_does_not_exist(self):
        self.everywhere("--filter", "fund=XYZ", named="XYZ")

    def test_filters_that_say_nothing(self):
        for expression in ("fund", "fund=", "=QIP", "colour=red", "budget=many", "budget=9..1", "start=2017-02-30.."):
            self.everywhere("--filter", expression)

    def test_levels(self):
        self.everywhere("--level", "village", named="village")
        self.everywhere("--level", "commune", named="commune")

    def test_looks(self):
        for verb in (["render", "-o", "out.png"], []):
            for option, value in (("--measure", "happiness"), ("--palette", "mauve-ish"), ("--classes", "abc"),
                                  ("--classes", "1"), ("--classes", "99"), ("--theme", "grey")):
                self.assertIn(value, self.refuse(*verb, option, value))

    def test_languages(self):
        self.assertIn("de", self.refuse("check", "--lang", "de"))

    def test_values_that_are_missing(self):
        for option in ("--filter", "--boundaries", "--lang", "--level"):
            self.assertIn(option, self.refuse("check", option))
            self.assertIn(option, self.refuse("check", option, "--format", "csv"))

    def test_render_needs_a_place_to_write(self):
        self.assertIn("-o", self.refuse("render"))
        self.assertIn("map.gif", self.refuse("render", "-o", "map.gif"))
        self.assertIn("map", self.refuse("render", "-o", "map"))

    def test_sizes(self):
        for size in ("0x0", "wide", "100", "-5x100", "99999999x2", "1600x", "1e3x1e3", ""):
            self.refuse("render", "-o", "out.png", "--size", size)
            self.refuse("--size", size)
        self.refuse("render", "-o", "out.pdf", "--page", "A99")
        self.refuse("render", "-o", "out.pdf", "--page", "A4", "--size", "10x10")
        self.refuse("render", "-o", "out.pdf", "--page", "A4", "--dpi", "0")
        self.refuse("render", "-o", "out.pdf", "--page", "A4", "--dpi", "many")

    def test_tables(self):
        self.assertIn("xml", self.refuse("summarize", "--format", "xml"))
        self.assertIn("colour", self.refuse("summarize", "--by", "colour"))
        self.refuse("summarize", "--by", "")

    def test_places_where_nothing_can_be_written(self):
        (self.folder / "folder.png").mkdir()
        for path in ("nowhere/out.png", "folder.png", "/proc/out.png"):
            self.assertIn(path, self.refuse("render", "-o", path))
        for path in ("nowhere/out.csv", "folder.png"):
            self.assertIn(path, self.refuse("summarize", "-o", path))

    def test_an_argument_with_a_line_break_stays_one_line(self):
        self.refuse("check", "a\nb\rc.csv")
        self.refuse("check", "--filter", "fund=A\nB")
        self.refuse("--no\nsuch")

    def test_an_argument_that_is_not_utf8(self):
        self.refuse("check", os.fsdecode(b"caf\xe9.csv"))

    def test_a_window_without_a_display(self):
        self.refuse("--screenshot", "shot.png")
        self.refuse("--bench-pan", "10")


if __name__ == "__main__":
    support.main()
