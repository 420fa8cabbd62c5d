#!/usr/bin/env python3
"""`render`: the three formats are what they say, and show the same classes."""
import re
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import support

SIZE = (560, 350)
SIZE_TEXT = "560x350"


def near(areas, colour):
    """Pixels of about this colour: each painter rounds in its own way."""
    return sum(n for other, n in areas.items() if max(abs(a - b) for a, b in zip(other, colour)) <= 2)


class Drawing(support.Case):
    def draw(self, name, *arguments):
        self.succeed("render", "-o", name, *arguments)
        return self.folder / name

    def text_of_pdf(self, path):
        return subprocess.run([self.tool("pdftotext"), path, "-"], capture_output=True, check=True).stdout.decode()

    def rasterised(self, path):
        """Any of the three as a picture of the same size."""
        if path.suffix == ".svg":
            png = path.with_suffix(".svg.png")
            subprocess.run([self.tool("rsvg-convert"), "-w", str(SIZE[0]), "-h", str(SIZE[1]), "-o", png, path], check=True)
            return support.Picture(png)
        if path.suffix == ".pdf":
            stem = path.with_suffix(".pdf")
            subprocess.run([self.tool("pdftocairo"), "-png", "-singlefile", "-scale-to-x", str(SIZE[0]), "-scale-to-y",
                            str(SIZE[1]), path, stem], check=True)
            return support.Picture(f"{stem}.png")
        return support.Picture(path)


class Render(Drawing):
    def test_a_png_of_the_size_asked_for(self):
        for size in ((1600, 1000), (640, 400), (301, 777)):
            picture = support.Picture(self.draw("map.png", "--size", f"{size[0]}x{size[1]}"))
            self.assertEqual((picture.width, picture.height), size)

    def test_a_page_in_dots_per_inch(self):
        picture = support.Picture(self.draw("map.png", "--page", "A4", "--dpi", "100"))
        self.assertEqual((picture.width, picture.height), (1169, 827))

    def test_a_pdf_page_is_the_paper(self):
        path = self.draw("map.pdf", "--page", "A4")
        told = subprocess.run([self.tool("pdfinfo"), path], capture_output=True, check=True).stdout.decode()
        width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
        self.assertAlmostEqual(width, 841.89, delta=1)
        self.assertAlmostEqual(height, 595.28, delta=1)
        self.assertRegex(told, r"Pages:\s+1\b")

    def test_the_text_of_a_pdf_is_text(self):
        text = self.text_of_pdf(self.draw("map.pdf"))
        for word in ("Kidal", "Mopti", "Tombouctou", "Natural Earth"):
            self.assertIn(word, text)
        self.assertNotIn("\ufffd", text)

    def test_the_page_speaks_the_language(self):
        french, english = (self.text_of_pdf(self.draw(f"{code}.pdf", "--lang", code)) for code in ("fr", "en"))
        self.assertIn("Organisation des Nations Unies", " ".join(french.split()))
        self.assertIn("the United Nations", " ".join(english.split()))
        self.assertNotIn("United Nations", french)

    def test_a_title_of_ones_own(self):
        self.assertIn("Réunion du 5 juillet", self.text_of_pdf(self.draw("map.pdf", "--title", "Réunion du 5 juillet")))

    def test_an_svg_is_well_formed(self):
        root = ElementTree.parse(self.draw("map.svg")).getroot()
        self.assertTrue(root.tag.endswith("svg"))

    def test_the_same_command_gives_the_same_bytes(self):
        for name in ("map.png", "map.svg"):
            once = self.draw(name).read_bytes()
            self.assertEqual(once, self.draw(name).read_bytes(), name)

    def test_the_three_formats_show_the_same_classes(self):
        """Every colour that covers much of one picture covers as much of the others."""
        for arguments in (["--filter", "fund=QIP"], ["--filter", "fund=QIP", "--measure", "budget-per-head"]):
            with self.subTest(arguments=arguments):
                areas = [self.rasterised(self.draw(f"map.{kind}", "--size", SIZE_TEXT, *arguments)).areas()
                                  for kind in ("png", "svg", "pdf")]
                first, *others = areas
                # Greys are paper, context and the hatch of "no data", which every painter smooths in its own way.
                large = [colour for colour, n in first.items()
                         if n > 0.003 * SIZE[0] * SIZE[1] and max(colour) - min(colour) > 12]
                self.assertGreater(len(large), 2)
                for other in others:
                    for colour in large:
                        self.assertAlmostEqual(near(other, colour) / near(first, colour), 1, delta=0.1, msg=f"{colour}")

    def test_a_filter_changes_the_picture(self):
        pictures = {fund: self.draw(f"{fund}.png", "--size", SIZE_TEXT, "--filter", f"fund={fund}").read_bytes()
                    for fund in ("QIP", "TF", "PBF")}
        self.assertEqual(len(set(pictures.values())), 3)

    def test_every_measure_palette_and_theme(self):
        for measure in ("projects", "budget", "projects-per-100k", "budget-per-head", "budget-per-project",
                        "projects-per-1000km2", "budget-per-km2", "share-of-projects"):
            self.draw("map.svg", "--measure", measure)
        for arguments in (["--palette", "blues"], ["--classes", "3"], ["--classes", "9"], ["--theme", "dark"]):
            self.draw("map.svg", *arguments)


class Levels(Drawing):
    def test_fifty_cercles(self):
        cercles = self.shared("data/boundaries/mli_adm2_ocha.geojson")
        listed = self.write("liste.csv", "fund,cercle\nQIP,Bandiagara\n")
        common = ["--boundaries", cercles, "--level", "cercle", "--projects", listed]
        text = self.text_of_pdf(self.draw("map.pdf", "--page", "A3", *common))
        for cercle in ("Bourem", "Goundam", "Tessalit", "Gourma-Rharous"):
            self.assertIn(cercle, text)
        rows = self.summary("--by", "cercle", *common)["rows"]
        self.assertEqual(len({row["cercle"] for row in rows}), 50)
        self.assertEqual([row["cercle_name"] for row in rows if row["projects"]], ["Bandiagara"])

    def test_the_bulletin_on_cercles_is_not_split(self):
        """Its figures are known for regions: 500 region mentions stay 500, on however many units."""
        cercles = self.shared("data/boundaries/mli_adm2_ocha.geojson")
        summary = self.summary("--boundaries", cercles, "--level", "cercle", "--by", "cercle")
        self.assertEqual(summary["total"]["projects"], 422)
        self.assertEqual(sum(row["projects"] or 0 for row in summary["rows"]), 500)

    def test_a_file_of_boundaries_is_recognised(self):
        cercles = self.shared("data/boundaries/mli_adm2_ocha.geojson")
        self.assertEqual(self.draw("a.svg", cercles).read_bytes(),
                         self.draw("b.svg", "--boundaries", cercles).read_bytes())


if __name__ == "__main__":
    support.main()
