#!/usr/bin/env python3
"""Every list of tests/data/lists against what must come out of it, to the cent and to the row.

Beside each list stands LIST.expected.json, written by hand:
  about     what the list is there for
  options   of both verbs; "@x" is the file x of the folder
  counts    read, used, national, outside, unlocated, skipped; what is absent is 0
  amounts   per currency where they went; a text alone means that all was used
  projects  how many there are in all (else the rows without those skipped), usd: what they cost
  regions, cercles, sectors, funds, statuses: {value: [projects, dollars]}; what is absent has no projects
  filters   {expression: projects}
  problems  {reason: [rows]} or {reason: [[row, value, proposal]]}; row null: about no single row. Nothing else may be reported
  says      words of the program that stand in a message of the report
  known     why this fails for now; printed, and it fails once it is right
"""
import json
import sys
import unittest

import support
from support import cents

LISTS = support.ROOT / "tests/data/lists"
ENDS = ("used", "national", "outside", "unlocated", "skipped")
TABLES = {"regions": "region", "cercles": "cercle", "sectors": "sector", "funds": "fund", "statuses": "status"}


def in_cents(text):
    return None if text is None else round(float(text) * 100)


def problems_of(report, with_values):
    """{reason: sorted rows, or rows with values where the expectation has them}"""
    found = {}
    for problem in report["problems"]:
        all_of = found.setdefault(problem["reason"], [])
        for example in problem["examples"]:
            told = [example["row"], example["value"], example["proposal"]]
            all_of.append(told[:with_values[problem["reason"]]] if problem["reason"] in with_values else told[0])
    return {reason: sorted(rows, key=str) for reason, rows in found.items()}


class Corpus(support.Case):
    def setUp(self):
        super().setUp()
        self.differences = []

    def same(self, what, found, expected):
        if found != expected:
            self.differences.append(f"  {what}:\n    found    {found}\n    expected {expected}")

    @staticmethod
    def in_folder(words):
        return [str(LISTS / word[1:]) if word.startswith("@") else word for word in words]

    def tell(self, arguments):
        outcome = self.run_program(*arguments, "--format", "json", "--lang", "en",
                                   environment={"XDG_DATA_HOME": str(self.folder / "data"), "HOME": str(self.folder)})
        if outcome.status not in (0, 1):
            raise AssertionError(f"status {outcome.status}: {outcome.err}")
        return json.loads(outcome.out)

    def check_report(self, expected, path, options):
        report = self.tell(["check", path, "--rows", *options, *self.in_folder(expected.get("check", []))])
        counts = {key: report[key] for key in ("read", *ENDS) if report[key]}
        self.same("counts", counts, {key: n for key, n in expected["counts"].items() if n})
        self.same("rows add up", sum(report[key] for key in ENDS), report["read"])
        amounts = {}
        for currency, sums in report["amounts"].items():
            self.same(f"{currency} adds up", sum(cents(sums[key]) for key in ENDS), cents(sums["read"]))
            amounts[currency] = {key: cents(sum_) for key, sum_ in sums.items() if sum_}
        wanted = {currency: {"read": in_cents(sums), "used": in_cents(sums)} if isinstance(sums, str) else
                  {key: in_cents(sum_) for key, sum_ in sums.items()}
                  for currency, sums in expected.get("amounts", {}).items()}
        self.same("amounts", {c: a for c, a in amounts.items() if a}, wanted)
        problems = expected.get("problems", {})
        with_values = {reason: len(rows[0]) for reason, rows in problems.items() if rows and isinstance(rows[0], list)}
        self.same("problems", problems_of(report, with_values),
                  {reason: sorted(rows, key=str) for reason, rows in problems.items()})
        text = " ".join(problem["message"] for problem in report["problems"])
        for words in expected.get("says", []):
            if words not in text:
                self.differences.append(f"  not said: {words!r} in {text!r}")

    def check_summary(self, expected, path, options):
        for table, by in TABLES.items():
            if table not in expected and table != "regions":
                continue
            summary = self.tell(["summarize", path, "--by", by, *options])
            total = summary["total"]
            counts = expected["counts"]
            self.same("projects", total["projects"], expected.get("projects", counts["read"] - counts.get("skipped", 0)))
            if "usd" in expected:
                self.same("dollars", None if total["budget_usd"] is None else cents(total["budget_usd"]), in_cents(expected["usd"]))
            if by in ("region", "cercle"):
                parts = sum(cents(row["budget_usd"] or 0) for row in summary["rows"])
                parts += sum(cents((summary.get(key) or {}).get("budget_usd") or 0)
                             for key in ("national", "unlocated", "outside", "coarser"))
                self.same(f"{table} and the rest add up", parts, cents(total["budget_usd"] or 0))
            if table in expected:
                found = {row[by] or "": [row["projects"], None if row["budget_usd"] is None else cents(row["budget_usd"])]
                         for row in summary["rows"] if row["projects"]}
                self.same(table, found, {key: [n, in_cents(sum_)] for key, (n, sum_) in expected[table].items()})

    def check_filters(self, expected, path, options):
        for expression, projects in expected.get("filters", {}).items():
            summary = self.tell(["summarize", path, "--by", "region", "--filter", expression, *options])
            self.same(f"--filter {expression}", summary["total"]["projects"], projects)

    def one(self, wish):
        expected = json.loads(wish.read_text(encoding="utf-8"))
        path = LISTS / wish.name.removesuffix(".expected.json")
        options = self.in_folder(expected.get("options", []))
        steps = [self.check_report] if expected.get("check_only") else [self.check_report, self.check_summary, self.check_filters]
        for step in steps:
            try:
                step(expected, path, options)
            except (AssertionError, KeyError, ValueError) as fault:
                self.differences.append(f"  {step.__name__}: {fault}")
        text = f"{path.name}: {expected['about']}\n" + "\n".join(self.differences)
        if "known" in expected:
            self.assertTrue(self.differences, f"{path.name} is right now: take out \"known\" ({expected['known']})")
            print(f"KNOWN: {expected['known']}\n{text}", file=sys.stderr)
        else:
            self.assertFalse(self.differences, "\n" + text)


def case_of(wish):
    return lambda self: self.one(wish)


class Whole(unittest.TestCase):
    def test_every_list_has_its_expectation(self):
        told = {path.name.removesuffix(".expected.json") for path in LISTS.glob("*.expected.json")}
        self.assertGreaterEqual(len(told), 40)
        self.assertEqual({name for name in told if not (LISTS / name).exists()}, set())


for expectation in sorted(LISTS.glob("*.expected.json")):
    setattr(Corpus, "test_" + expectation.name.split(".")[0], case_of(expectation))

if __name__ == "__main__":
    support.main()
