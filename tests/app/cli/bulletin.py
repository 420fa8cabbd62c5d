#!/usr/bin/env python3
"""The embedded bulletin through `summarize`: its published counts, exactly, and nothing that it does not say."""
import csv
import io
import json
import unittest

import support
from support import cents, numbers_in

PUBLISHED = {
    ("ML05", "QIP"): 65, ("ML06", "QIP"): 77, ("ML07", "QIP"): 84, ("ML08", "QIP"): 47, ("ML09", "QIP"): 51,
    ("ML05", "TF"): 21, ("ML06", "TF"): 47, ("ML07", "TF"): 42, ("ML08", "TF"): 32, ("ML09", "TF"): 24,
    ("ML06", "PBF"): 5, ("ML07", "PBF"): 5,
}
UNREPORTED = {"ML01": "Kayes", "ML02": "Koulikoro", "ML03": "Sikasso", "ML04": "Ségou"}
APART = ("national", "unlocated", "outside")


class Counts(support.Case):
    def test_the_twelve_published_counts_and_no_other(self):
        rows = self.summary("--by", "region,fund")["rows"]
        told = {(row["region"], row["fund"]): row["projects"] for row in rows if row["projects"] is not None}
        self.assertEqual(told, PUBLISHED)

    def test_no_row_twice(self):
        rows = self.summary("--by", "region,fund")["rows"]
        keys = [(row["region"], row["fund"]) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))

    def test_the_country_is_422_projects(self):
        for by in ("region", "fund", "region,fund"):
            with self.subTest(by=by):
                self.assertEqual(self.summary("--by", by)["total"]["projects"], 422)

    def test_totals_per_fund(self):
        for fund, projects in (("QIP", 324), ("TF", 93), ("PBF", 5)):
            with self.subTest(fund=fund):
                self.assertEqual(self.summary("--filter", f"fund={fund}")["total"]["projects"], projects)

    def test_by_fund_tells_distinct_projects(self):
        rows = self.summary("--by", "fund")["rows"]
        self.assertEqual({row["fund"]: row["projects"] for row in rows}, {"QIP": 324, "TF": 93, "PBF": 5})

    def test_region_mentions_are_nowhere_a_number_of_projects(self):
        for by in ("region", "fund", "region,fund"):
            for extra in ([], ["--filter", "fund=TF"]):
                with self.subTest(by=by, extra=extra):
                    self.assertNotIn(166, list(numbers_in(self.summary("--by", by, *extra))))

    def test_qip_counts_over_the_regions_are_the_total(self):
        summary = self.summary("--by", "region,fund", "--filter", "fund=QIP")
        self.assertEqual(sum(row["projects"] or 0 for row in summary["rows"]), summary["total"]["projects"])


class NotReported(support.Case):
    def test_four_regions_are_null_and_not_zero(self):
        rows = self.summary("--by", "region")["rows"]
        for code, name in UNREPORTED.items():
            with self.subTest(region=name):
                row = next(row for row in rows if row["region"] == code)
                self.assertEqual(row["region_name"], name)
                self.assertIsNone(row["projects"])
                self.assertIsNone(row["budget_usd"])
                self.assertIs(row["reported"], False)

    def test_all_nine_units_are_there(self):
        rows = self.summary("--by", "region")["rows"]
        self.assertEqual(sorted(row["region"] for row in rows), [f"ML0{n}" for n in range(1, 10)])

    def test_reported_rows_say_so(self):
        for row in self.summary("--by", "region,fund")["rows"]:
            if row["projects"] is not None:
                self.assertIs(row["reported"], True)


class Budgets(support.Case):
    def test_gao_menaka_is_inferred(self):
        rows = self.summary("--by", "region,fund", "--filter", "fund=QIP")["rows"]
        row = next(row for row in rows if row["region"] == "ML07" and row["fund"] == "QIP")
        self.assertEqual(row["region_name"], "Gao / Ménaka")
        self.assertEqual((row["projects"], cents(row["budget_usd"])), (84, 309_400_000))
        self.assertEqual(row["basis"], "inferred")

    def test_qip_budgets_add_up_to_the_total_to_the_cent(self):
        summary = self.summary("--by", "region,fund", "--filter", "fund=QIP")
        parts = sum(cents(row["budget_usd"] or 0) for row in summary["rows"])
        parts += sum(cents(summary[key]["budget_usd"] or 0) for key in APART)
        self.assertEqual(parts, cents(summary["total"]["budget_usd"]))
        self.assertEqual(parts, 1_190_000_000)

    def test_unpublished_budgets_are_null(self):
        for row in self.summary("--by", "region,fund")["rows"]:
            if row["fund"] in ("TF", "PBF"):
                self.assertIsNone(row["budget_usd"], row)

    def test_totals_of_the_key_figures(self):
        for fund, amount in (("QIP", 1_190_000_000), ("TF", 3_133_036_700), ("PBF", 1_210_635_300)):
            with self.subTest(fund=fund):
                total = self.summary("--filter", f"fund={fund}")["total"]
                self.assertEqual(cents(total["budget_usd"]), amount)


class Filters(support.Case):
    def test_the_filter_is_told(self):
        summary = self.summary("--by", "region,fund", "--filter", "fund=QIP,TF")
        self.assertEqual(summary["by"], ["region", "fund"])
        self.assertEqual(sorted(summary["filter"]["fund"]), ["QIP", "TF"])
        self.assertEqual({row["fund"] for row in summary["rows"]} - {None}, {"QIP", "TF"})
        self.assertEqual(summary["total"]["projects"], 324 + 93)

    def test_repeated_filters_and_one_list_are_the_same(self):
        self.assertEqual(self.summary("--filter", "fund=QIP", "--filter", "fund=TF"),
                         self.summary("--filter", "fund=QIP,TF"))

    def test_values_are_understood_however_they_are_typed(self):
        self.assertEqual(self.summary("--filter", "fund=qip"), self.summary("--filter", "fund=QIP"))

    def test_a_sector_is_known_for_the_country_alone(self):
        """Only totals per sector are published: no region may get a figure by multiplying."""
        summary = self.summary("--by", "region", "--filter", "fund=QIP", "--filter", "sector=Santé")
        self.assertTrue(all(row["projects"] is None and row["budget_usd"] is None for row in summary["rows"]))
        self.assertEqual(cents(summary["total"]["budget_usd"]), 83_300_000)

    def test_the_language_changes_the_notes_alone(self):
        english, french = (self.summary("--lang", language) for language in ("en", "fr"))
        self.assertNotEqual(english.pop("notes"), french.pop("notes"))
        self.assertEqual(english, french)


class Formats(support.Case):
    def test_csv_is_a_table_with_the_same_figures(self):
        text = self.succeed("summarize", "--by", "region,fund", "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
        told = {(row["region"], row["fund"]): int(row["projects"]) for row in rows
                if row.get("region") in {code for code, _ in PUBLISHED} and row["projects"]}
        self.assertEqual(told, PUBLISHED)

    def test_csv_rows_are_all_equally_long(self):
        text = self.succeed("summarize", "--format", "csv").out
        self.assertEqual(len({len(row) for row in csv.reader(io.StringIO(text))}), 1)

    def test_the_table_reads_well(self):
        for language, nothing in (("fr", "n.\u00a0d."), ("en", "no data")):
            with self.subTest(language=language):
                text = self.succeed("summarize", "--by", "region", "--lang", language).out
                self.assertIn("Gao / Ménaka", text)
                self.assertIn("422", text)
                self.assertIn(nothing.replace("\u00a0", " "), text.replace("\u00a0", " "))

    def test_a_file_instead_of_the_standard_output(self):
        there = self.succeed("summarize", "--format", "json", "-o", "figures.json")
        self.assertEqual(there.out, "")
        self.assertEqual(json.loads((self.folder / "figures.json").read_text()), self.summary())


if __name__ == "__main__":
    support.main()
