#!/usr/bin/env python3
"""Libraries that are opened by the first call into them: none where nothing needs them, all they do where something does."""
import json
import unittest

import support

SQUARE = {"type": "FeatureCollection", "features": [{
    "type": "Feature", "properties": {"adm1_name": "Gao", "adm1_pcode": "ML07"},
    "geometry": {"type": "Polygon", "coordinates": [[[0, 16], [1, 16], [1, 17], [0, 17], [0, 16]]]}}]}
# What an id is for, only GDAL knows.
WITH_ID = {"type": "FeatureCollection", "features": [dict(SQUARE["features"][0], id=7)]}


class OnDemand(support.Case):
    def opened(self, *arguments):
        """The libraries that a run opens, as the loader says."""
        self.succeed(*arguments, environment={"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(self.folder / "loader")})
        said = ""
        for file in self.folder.glob("loader.*"):
            said += file.read_text(errors="replace")
            file.unlink()
        return {name for name in ("gdal", "proj", "curl") if f"/lib{name}.so" in said}

    def test_what_needs_no_library_opens_none(self):
        self.assertEqual(self.opened("--version"), set())
        self.assertNotIn("gdal", self.opened("summarize"))

    def test_a_file_that_gdal_reads_opens_it(self):
        file = self.write("gao.geojson", json.dumps(WITH_ID))
        self.assertIn("gdal", self.opened("summarize", "--boundaries", file))

    def test_plain_boundaries_need_no_gdal(self):
        file = self.write("gao.geojson", json.dumps(SQUARE))
        for arguments in (("--boundaries", file), (file,)):
            self.assertNotIn("gdal", self.opened("summarize", *arguments))
        (self.folder / "id").mkdir()
        other = self.write("id/gao.geojson", json.dumps(WITH_ID))
        self.assertEqual(self.succeed("summarize", file), self.succeed("summarize", other))

    def test_the_second_time_it_is_prepared(self):
        file = self.write("gao.geojson", json.dumps(WITH_ID))
        first = self.succeed("summarize", file)
        self.assertNotIn("gdal", self.opened("summarize", file))
        self.assertEqual(self.succeed("summarize", file), first)

    def test_a_map_opens_proj(self):
        self.assertIn("proj", self.opened("render", "-o", self.folder / "map.png"))
        self.assertGreater((self.folder / "map.png").stat().st_size, 0)


if __name__ == "__main__":
    support.main()
