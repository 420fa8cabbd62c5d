#!/usr/bin/env python3
"""`malimap gaps`: the published figures held against the census, and nothing that is not published."""
import csv
import io
import json
import unittest
import zipfile

import support


class Bulletin(support.Case):
    def gaps(self, *arguments):
        return json.loads(self.succeed("gaps", "--format", "json", *arguments).out)

    def test_the_projects_of_quick_impact_against_the_census(self):
        study = self.gaps("--filter", "fund=QIP")
        self.assertEqual([round(study[key], 3) for key in ("gini", "hoover", "theil")], [0.437, 0.392, 0.457])
        self.assertEqual((study["universe"]["units"], study["universe"]["not_reported"]), (5, 4))
        self.assertEqual(round(study["unreported_as_zero"]["gini"], 3), 0.801)
        self.assertEqual(study["unreported_as_zero"]["universe"]["units"], 9)

    def test_what_is_not_reported_is_no_gap(self):
        study = self.gaps("--filter", "fund=QIP")
        unknown = {unit["code"] for unit in study["not_reported"]}
        self.assertEqual(unknown, {"ML01", "ML02", "ML03", "ML04"})
        self.assertFalse(unknown & {line["code"] for line in study["ranked"]})
        for unit in study["units"]:
            self.assertEqual(unit["aid"] is None, unit["code"] in unknown)

    def test_parts_of_theil_add_up(self):
        study = self.gaps("--filter", "fund=QIP")
        parts = study["theil_parts"]
        self.assertAlmostEqual(parts["between"] + sum(g["contribution"] for g in parts["groups"]), study["theil"], 5)

    def test_margins_are_not_multiplied(self):
        for language, words in (("en", "Not published by sector and region."), ("fr", "Non publié")):
            outcome = self.succeed("gaps", "--filter", "sector=water", "--lang", language)
            self.assertIn(words, outcome.out)
        study = self.gaps("--filter", "sector=water", "--lang", "en")
        self.assertIsNone(study["gini"])
        self.assertIsNone(study["universe"])
        self.assertEqual(study["ranked"], [])
        self.assertTrue(all(unit["aid"] is None for unit in study["units"]))
        self.assertIn("Not published by sector and region.", study["notes"])

    def test_an_index_never_stands_without_its_universe(self):
        lines = self.succeed("gaps", "--filter", "fund=QIP", "--lang", "en").out.splitlines()
        told = [line for line in lines if "Gini" in line]
        self.assertEqual(len(told), 2)
        self.assertIn("0.437", told[0])
        self.assertIn("5 units", told[0])
        self.assertIn("0.801", told[1])
        self.assertIn("9 units", told[1])

    def test_a_planned_project_moves_ranks(self):
        study = self.gaps("--filter", "fund=QIP", "--plan", "Mopti,fund=QIP,count=200")
        self.assertNotIn("ML05", [line["code"] for line in study["ranked"]])
        first = self.gaps("--filter", "fund=QIP")["ranked"][0]
        self.assertEqual(first["code"], "ML05")
        self.assertNotIn("moved", first)

    def test_csv_and_top(self):
        rows = list(csv.DictReader(io.StringIO(self.succeed("gaps", "--format", "csv", "--top", "1").out)))
        self.assertEqual([row["part"] for row in rows], ["ranked"] + ["unit"] * 9)

    def test_a_workbook(self):
        out = self.folder / "gaps.xlsx"
        self.succeed("gaps", "-o", out)
        with zipfile.ZipFile(out) as package:
            self.assertEqual(sum(name.startswith("xl/worksheets/") for name in package.namelist()), 3)
        self.succeed("summarize", "--format", "xlsx", "-o", self.folder / "table.xlsx")
        outcome = self.run_program("gaps", "--format", "xlsx")
        self.assertEqual((outcome.status, outcome.out), (2, ""))


class Lists(support.Case):
    def test_a_need_of_the_users_own(self):
        self.write("list.csv", "region,secteur,organisation\nMopti,Eau,A\nGao,Eau,A\nGao,Eau,B\nKidal,Santé,A\n")
        self.write("need.csv", "région;secteur;personnes dans le besoin\nMopti;EHA;9 000\nGao;EHA;1 000\nKidal;Santé;500\n")
        study = json.loads(self.succeed("gaps", "list.csv", "--need", "need.csv", "--aid", "partners", "--by-sector",
                                        "--format", "json").out)
        self.assertEqual(study["need"]["column"], "personnes dans le besoin")
        self.assertEqual((study["ranked"][0]["code"], study["ranked"][0]["need"], study["ranked"][0]["aid"]),
                         ("ML05", 9000, 1))

    def test_wrong_use(self):
        for arguments in (["--aid", "money"], ["--top", "0"], ["--plan", "Atlantis"], ["--plan", "Mopti,budget=x"],
                          ["--need", "nothing.csv"], ["--beyond", "far"], ["--order", "size"]):
            with self.subTest(arguments=arguments):
                outcome = self.run_program("gaps", *arguments)
                self.assertEqual(outcome.status, 2)
                self.assertEqual(outcome.out, "")
                self.assertEqual(len(outcome.err.strip().splitlines()), 1)

    def test_population_of_cercles_is_not_known(self):
        boundaries = self.shared("data/boundaries/mli_adm2_ocha.geojson")
        projects = self.shared("data/afd/afd_projets_mali_2019.geojson")
        outcome = self.succeed("gaps", projects, "--boundaries", boundaries, "--level", "cercle", "--lang", "en")
        self.assertIn("--need FILE:COLUMN", outcome.err)


class TheRealPair(support.Case):
    def test_cercles_and_sectors(self):
        study = json.loads(self.succeed(
            "gaps", self.shared("data/ocha/mali_3w_2023-12.xlsx"), "--boundaries",
            self.shared("data/boundaries/mli_adm2_ocha.geojson"), "--level", "cercle", "--need",
            f"{self.shared('data/ocha/mli_humanitarian_needs.csv')}:In Need", "--aid", "partners", "--by-sector",
            "--format", "json").out)
        lines = {(line["name"], line["sector"]): line for line in study["ranked"]}
        # Counted by hand in the two files.
        for name, sector, need, organisations in (("Bamako", "Nutrition", 341148, 3), ("Segou", "Nutrition", 213984, 1),
                                                  ("Kolokani", "Abris", 135939, 0), ("Koro", "Éducation", 226774, 7),
                                                  ("Nioro", "Eau et assainissement", 121478, 0)):
            line = lines[(name, sector)]
            self.assertEqual((line["need"], line["aid"]), (need, organisations), (name, sector))
        # Many in need, few or no organisations: the first ten, most loaded first.
        first = [(line["name"], line["sector"], line["need"], line["aid"]) for line in study["ranked"][:4]]
        self.assertEqual(first, [("Kolokani", "Abris", 135939, 0), ("Nioro", "Eau et assainissement", 121478, 0),
                                 ("Segou", "Nutrition", 213984, 1), ("Bamako", "Nutrition", 341148, 3)])
        loads = [line["need"] / (line["aid"] + 1) for line in study["ranked"]]
        self.assertEqual(loads, sorted(loads, reverse=True))
        self.assertTrue(any("Protection" in note and "Sécurité alimentaire" in note for note in study["notes"]), study["notes"])
        # A total is not added to its parts, and parts that the list does not tell apart are not ranked.
        self.assertFalse({line["sector"] for line in study["ranked"]} & {"Lutte antimines", "Protection de l'enfance"})


if __name__ == "__main__":
    support.main()
