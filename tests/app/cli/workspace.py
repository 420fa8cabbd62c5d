#!/usr/bin/env python3
"""A workspace among the files: opened with its lists, columns and scenes; the same picture every time."""
import json
import subprocess
import unittest

import support

LIST = "Fonds;R\u00e9gion;Prix;Budget\nQIP;Mopti;10;77\nQIP;Gao;5;77\nTF;Gao;20;77\n"
SCENES = [
    {"name": "Un", "type": "choropleth", "measure": "budget", "level": "region", "filter": {"fund": ["QIP"]},
     "page": {"format": "640x400"}},
    {"name": "Deux", "type": "pies", "measure": "projects", "level": "region", "page": {"format": "640x400"}},
]


class WorkspaceFile(support.Case):
    def workspace(self, **more):
        (self.folder / "lists").mkdir(exist_ok=True)
        self.write("lists/l.csv", LIST)
        content = {"malimap": 1, "language": "en", "scenes": SCENES,
                   "sources": [{"path": "lists/l.csv", "mapping": {"budget": ["Prix"]}}],
                   "view": {"measure": "budget-per-head", "theme": "dark", "page": {"format": "640x400"}}}
        return self.write("w.json", json.dumps({**content, **more}))

    def picture(self, name, *arguments):
        self.succeed("render", *arguments, "-o", name)
        return (self.folder / name).read_bytes()

    def test_the_same_picture_every_time(self):
        path = self.workspace()
        first = self.picture("a.png", path)
        self.assertEqual(first, self.picture("b.png", path))
        # Its view said by options, on the list that it names with the columns that it names.
        said = ("--projects", "lists/l.csv", "--map", "budget=Prix", "--lang", "en", "--size", "640x400")
        self.assertEqual(first, self.picture("c.png", *said, "--measure", "budget-per-head", "--theme", "dark"))
        self.assertEqual(self.picture("d.png", path, "--scene", "Un"),
                         self.picture("e.png", *said, "--measure", "budget", "--filter", "fund=QIP"))
        self.assertEqual(self.picture("f.png", "--workspace", path, "--scene", "Deux"),
                         self.picture("g.png", *said, "--map-type", "pies"))

    def test_options_win_over_the_view(self):
        path = self.workspace()
        pictures = {self.picture("a.png", path), self.picture("b.png", path, "--measure", "budget"),
                    self.picture("c.png", path, "--lang", "fr"), self.picture("d.png", path, "--hide", "legend"),
                    self.picture("e.png", path, "--filter", "fund=TF"), self.picture("f.png", path, "--size", "641x400")}
        self.assertEqual(len(pictures), 6)

    def test_its_list_is_read_with_its_columns(self):
        path = self.workspace()
        total = self.summary(path)["total"]
        self.assertEqual((total["projects"], support.cents(total["budget_usd"])), (3, 3500))

    def test_all_scenes(self):
        path = self.workspace()
        self.succeed("render", path, "--all-scenes", "-o", "deck.pdf")
        info = subprocess.run([self.tool("pdfinfo"), self.folder / "deck.pdf"], capture_output=True, check=True).stdout
        self.assertRegex(info.decode(), r"Pages: +2\n")
        self.succeed("render", path, "--all-scenes", "-o", "deck.pptx")
        self.assertEqual((self.folder / "deck.pptx").read_bytes()[:2], b"PK")
        self.succeed("render", path, "--all-scenes", "-o", "v%02d.png")
        self.assertEqual((self.folder / "v01.png").read_bytes(), self.picture("a.png", path, "--scene", "Un"))
        self.succeed("render", path, "--all-scenes", "-o", "v.svg")
        self.assertTrue((self.folder / "v-02.svg").exists())
        self.refused("%02d", "render", path, "--all-scenes", "-o", "v%s.png")

    def refused(self, expected, *arguments):
        outcome = self.run_program(*arguments, "--lang", "en")
        self.assertEqual(outcome.status, 2, outcome.err)
        self.assertEqual(outcome.err.count("\n"), 1, outcome.err)
        self.assertIn(expected, outcome.err)

    def test_what_cannot_be_is_one_sentence(self):
        path = self.workspace()
        self.refused("Did you mean Deux?", "render", path, "--scene", "Deus", "-o", "a.png")
        self.refused("no workspace", "render", "--all-scenes", "-o", "a.pdf")
        self.refused("only one workspace", "render", path, self.write("v.json", '{"malimap": 1}'), "-o", "a.png")
        self.refused("Did you mean Gao?", "render", "--outside-programme", "ML05,Gaoo", "-o", "a.png")
        self.refused("no palette for the map type", "render", "--palette", "blues", "--map-type", "diverging", "-o", "a.png")
        self.refused("Add --breaks", "render", "--method", "manual", "-o", "a.png")
        gone = self.workspace(sources=[{"path": "lists/gone.csv"}])
        self.refused("gone.csv: there is no such file", "render", gone, "-o", "a.png")
        self.refused("scenes/1", "render", self.workspace(scenes=[{"page": {"legend": 1}}]), "-o", "a.png")
        self.assertFalse((self.folder / "a.png").exists())


if __name__ == "__main__":
    support.main()
