#!/usr/bin/env python3
"""`summarize`, `gaps` and `check` say the same of the same list: totals, units, budgets, under any filter."""
import itertools
import json
import unittest

import support

LISTS = ("plain", "several_places", "shares", "sectors", "money", "currencies", "national", "outside", "unlocated",
         "ids_repeat", "double_ids", "places", "points", "dates", "cercles")
FILTERED = ("plain", "several_places", "shares", "sectors", "currencies", "national", "outside", "ids_repeat", "places",
            "cercles")
FILTERS = ((), ("fund=QIP",), ("fund!=QIP", "status=completed"), ("unit=ML05",), ("area=north",), ("budget=50..50000",),
           ("budget=1000..", "area=north,centre"), ("text=a", "start=2016.."))
APART = ("national", "unlocated", "outside", "coarser")


def parts(summary):
    return summary["rows"] + [summary[key] for key in APART if key in summary]


def budget(figures):
    return support.cents(figures["budget_usd"] or 0)


class OneTruth(support.Case):
    def list(self, name):
        return support.ROOT / "tests" / "data" / "projects" / f"{name}.csv"

    def filtered(self):
        """Lists under every filter whose values they have: the arguments, and the summary by region."""
        for name, expressions in itertools.product(FILTERED, FILTERS):
            arguments = [self.list(name)]
            for expression in expressions:
                arguments += ["--filter", expression]
            outcome = self.run_program("summarize", "--by", "region", "--format", "json", *arguments)
            if outcome.status == 0:
                yield arguments, json.loads(outcome.out)
            else:  # a value that this list has not
                self.assertEqual((outcome.status, outcome.out), (2, ""), (name, expressions, outcome.err))

    def test_gaps_and_summary_say_the_same_of_each_unit(self):
        cases = list(self.filtered())
        self.assertGreater(len(cases), 50)
        for (arguments, summary), (aid, key) in itertools.product(
                cases, (("projects", "projects"), ("budget", "budget_usd"))):
            with self.subTest(arguments=[getattr(a, "stem", a) for a in arguments], aid=aid):
                self.check_parts(summary)
                outcome = self.run_program("gaps", "--aid", aid, "--format", "json", *arguments)
                if outcome.status == 0:
                    self.check_study(json.loads(outcome.out), summary, key)
                else:  # no unit has a figure to hold against its need
                    self.assertEqual((outcome.status, outcome.out), (2, ""), outcome.err)
                    self.assertEqual({row[key] for row in summary["rows"]}, {None}, outcome.err)

    def check_parts(self, summary):
        self.assertEqual(sum(map(budget, parts(summary))), budget(summary["total"]))
        self.assertGreaterEqual(sum(part["projects"] or 0 for part in parts(summary)), summary["total"]["projects"])

    def check_study(self, study, summary, key):
        rows = {row["region"]: row for row in summary["rows"]}
        self.assertEqual(study["filter"], summary["filter"])
        self.assertEqual({unit["code"] for unit in study["units"]}, set(rows))
        counted = [unit for unit in study["units"] if unit["aid"] is not None]
        for unit in counted:
            self.assertAlmostEqual(unit["aid"], rows[unit["code"]][key], 2, unit["code"])
        if key == "projects":  # of a list every unit inside the filter is known
            known = {code for code, row in rows.items() if row["projects"] is not None}
            self.assertEqual({unit["code"] for unit in counted}, known)
        if study["universe"]:
            self.assertAlmostEqual(study["universe"]["aid"], sum(unit["aid"] for unit in counted), 2)
            self.assertEqual(study["universe"]["units"], len(study["universe"]["names"]))
        for line in study["ranked"]:
            self.assertAlmostEqual(line["aid"], rows[line["code"]][key], 2)
        for unit in study["without_any"]:
            self.assertEqual(rows[unit["code"]]["projects"], 0)

    def test_check_and_summary_say_the_same_of_the_whole_list(self):
        for name in LISTS:
            with self.subTest(list=name):
                report = json.loads(self.run_program("check", "--format", "json", self.list(name)).out)
                summary = self.summary("--by", "region", self.list(name))
                self.assertEqual(sum(report[key] for key in ("used", "national", "outside", "unlocated", "skipped")),
                                 report["read"])
                placed = report["read"] - report["skipped"]
                self.assertEqual(summary["total"]["projects"], report.get("projects", placed))
                dollars = report["amounts"].get("USD")
                if dollars:
                    self.assertEqual(budget(summary["total"]),
                                     support.cents(dollars["read"]) - support.cents(dollars["skipped"]))

    def test_a_dimension_divides_the_total(self):
        """A row has one fund and one status: these divide projects and budgets, whichever is asked."""
        for name, word in itertools.product(("plain", "sectors", "places", "dates"), ("fund", "status")):
            with self.subTest(list=name, by=word):
                whole = self.summary("--by", "region", self.list(name))
                divided = self.summary("--by", word, self.list(name))
                self.assertEqual(sum(row["projects"] for row in divided["rows"]), whole["total"]["projects"])
                self.assertEqual(sum(map(budget, divided["rows"])), budget(whole["total"]))
                for row in divided["rows"]:
                    if row[word] is not None:
                        only = self.summary("--by", "region", "--filter", f"{word}={row[word]}", self.list(name))
                        self.assertEqual((only["total"]["projects"], budget(only["total"])),
                                         (row["projects"], budget(row)))


if __name__ == "__main__":
    support.main()
