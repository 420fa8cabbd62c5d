#!/usr/bin/env python3
"""Lists of one's own: distinct counts, shared budgets to the cent, nothing dropped; and a real one."""
import csv
import io
import json
import unittest

import support
from support import cents

HEADER = "code,titre,fonds,secteur,région,budget,statut,lon,lat\n"
ROWS = """A1,Puits,QIP,Eau,Mopti,1000.01,achevé,,
A2,Routes,TF,Transport,Mopti; Gao; Kidal,100.00,en cours,,
A3,Radio,TF,Culture,Tout le pays,500.25,en cours,,
A4,École,QIP,Éducation,,250,achevé,,
A5,Paris,QIP,Culture,,70.5,achevé,2.35,48.85
A6,Sans budget,QIP,Eau,Mopti,,planifié,,
A7,Barrage,TF,Eau,Kidal,20000,approuvé,,
"""


class OwnList(support.Case):
    def setUp(self):
        super().setUp()
        self.list = self.write("liste.csv", HEADER + ROWS)

    def read(self, *arguments):
        return self.summary("--projects", self.list, *arguments)

    def rows(self, *arguments):
        return {row["region"]: row for row in self.read("--by", "region", *arguments)["rows"]}

    def test_a_project_in_three_regions_is_one_project(self):
        summary = self.read("--by", "region")
        self.assertEqual(summary["total"]["projects"], 7)
        rows = {row["region"]: row["projects"] for row in summary["rows"]}
        self.assertEqual((rows["ML05"], rows["ML07"], rows["ML08"]), (3, 1, 2))

    def test_a_shared_budget_adds_up_to_the_cent(self):
        rows = self.rows("--filter", "text=routes")
        shares = sorted(cents(rows[code]["budget_usd"]) for code in ("ML05", "ML07", "ML08"))
        self.assertEqual(shares, [3333, 3333, 3334])

    def test_everything_is_somewhere(self):
        for arguments in ([], ["--filter", "fund=QIP"], ["--filter", "sector=Eau"], ["--filter", "status=completed"]):
            with self.subTest(arguments=arguments):
                summary = self.read("--by", "region", *arguments)
                parts = sum(cents(row["budget_usd"] or 0) for row in summary["rows"])
                parts += sum(cents(summary[key]["budget_usd"] or 0) for key in ("national", "unlocated", "outside"))
                self.assertEqual(parts, cents(summary["total"]["budget_usd"] or 0))

    def test_national_unlocated_and_outside_are_told_apart(self):
        summary = self.read("--by", "region")
        self.assertEqual([(key, summary[key]["projects"], cents(summary[key]["budget_usd"]))
                          for key in ("national", "unlocated", "outside")],
                         [("national", 1, 50025), ("unlocated", 1, 25000), ("outside", 1, 7050)])

    def test_records_are_records(self):
        self.assertEqual({row["basis"] for row in self.read("--by", "region")["rows"] if row["projects"]}, {"records"})

    def test_a_file_alone_is_recognised_as_a_list(self):
        self.assertEqual(self.summary(self.list), self.read())

    def test_two_lists_are_added(self):
        self.assertEqual(self.summary(self.list, self.list)["total"]["projects"], 14)
        self.assertEqual(self.summary("--projects", self.list, "--projects", self.list), self.summary(self.list, self.list))

    def test_options_before_and_behind_the_verb_both_count(self):
        both = self.succeed("--projects", self.list, "summarize", "--projects", self.list, "--format", "json").out
        self.assertEqual(json.loads(both)["total"]["projects"], 14)

    def test_other_sums_of_the_same_projects(self):
        by_sector = self.read("--by", "sector")["rows"]
        self.assertEqual({row["sector"]: row["projects"] for row in by_sector},
                         {"Eau et assainissement": 3, "Transport": 1, "Culture et sport": 2, "Éducation": 1})

    def test_a_csv_for_a_spreadsheet_holds_no_formulas(self):
        path = self.write("formula.csv", HEADER + 'B1,x,"=1+2",@cmd,Mopti,5,achevé,,\n')
        text = self.succeed("summarize", "--projects", path, "--by", "fund,sector", "--format", "csv").out
        for row in csv.reader(io.StringIO(text)):
            for cell in row:
                self.assertFalse(cell.startswith(("=", "@", "+")), cell)

    def test_a_map_of_it(self):
        self.succeed("render", "--projects", self.list, "-o", "map.svg")


class RealList(support.Case):
    """230 located actions of nine development projects, with two impossible points."""

    def setUp(self):
        super().setUp()
        self.list = self.shared("data/afd/afd_projets_mali_2019.geojson")

    def summary_quiet(self, *arguments):
        return json.loads(self.succeed("summarize", "--format", "json", "--projects", self.list, *arguments).out)

    def test_nine_projects_230_actions_none_lost(self):
        summary = self.summary_quiet("--by", "region")
        self.assertEqual((summary["total"]["projects"], summary["total"]["rows"]), (9, 230))
        by_row = self.summary_quiet("--by", "region", "--count", "rows")
        self.assertEqual(by_row["total"]["projects"], 230)
        self.assertEqual(sum(row["projects"] for row in by_row["rows"]), 230)
        rows = {row["region_name"]: row["projects"] or 0 for row in summary["rows"]}
        self.assertGreater(rows["Mopti"], 0)
        self.assertGreater(rows["Tombouctou"], 0)
        self.assertEqual(rows["Sikasso"], 0)

    def test_messages_are_few(self):
        outcome = self.succeed("summarize", "--projects", self.list)
        self.assertEqual(outcome.err.count("\n"), 1, outcome.err)
        self.assertIn("malimap check", outcome.err)

    def test_the_two_impossible_points_are_reported(self):
        outcome = self.run_program("check", self.list, "--format", "json", "--rows")
        self.assertEqual(outcome.status, 1)
        report = json.loads(outcome.out)
        self.assertEqual(report["read"], 230)
        self.assertEqual(sum(report[key] for key in ("used", "national", "outside", "unlocated", "skipped")), 230)
        points = [p for p in report["problems"] if p["reason"] == "point-impossible"]
        self.assertEqual(sum(p["count"] for p in points), 2, report["problems"])

    def test_its_sectors_filter(self):
        sectors = [row["sector"] for row in self.summary_quiet("--by", "sector")["rows"] if row["sector"]]
        self.assertGreater(len(sectors), 3)
        for sector in sectors[:5]:
            with self.subTest(sector=sector):
                total = self.summary_quiet("--filter", f"sector={sector}", "--count", "rows")["total"]["projects"]
                self.assertTrue(0 < total < 230)

    def test_a_map_of_it(self):
        self.succeed("render", "--projects", self.list, "-o", "map.png", "--size", "800x500")


if __name__ == "__main__":
    support.main()
