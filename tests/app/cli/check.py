#!/usr/bin/env python3
"""`check`: the bulletin against itself, and a list of one's own row by row."""
import csv
import io
import json
import unittest

import support

GOOD = "code,titre,fonds,secteur,région,budget,statut\nA1,Puits,QIP,Eau,Mopti,1000,achevé\n"
BAD = GOOD + "A2,École,QIP,Éducation,Atlantide,2000,achevé\nA3,Route,TF,Transport,Gao,beaucoup,en cours\n"


class Bulletin(support.Case):
    """What does not add up in the bulletin of June 2017, and nothing else."""

    def report(self, *arguments):
        outcome = self.run_program("check", *arguments)
        self.assertEqual(outcome.status, 1, outcome.err)
        self.assertEqual(outcome.err, "")
        return outcome.out

    def test_it_names_the_traps(self):
        for language in ("fr", "en"):
            with self.subTest(language=language):
                text = self.report("--lang", language, "--format", "csv")
                for trap in ("30 février 2017", "QIP-2017-06-4", "24,9"):
                    self.assertIn(trap, text)

    def test_json_holds_the_same(self):
        problems = json.loads(self.report("--format", "json"))["problems"]
        self.assertTrue(all(problem["reason"] and problem["count"] >= 1 for problem in problems))
        text = json.dumps(problems, ensure_ascii=False)
        for trap in ("30 février 2017", "QIP-2017-06-4", "24,9"):
            self.assertIn(trap, text)

    def test_it_names_nothing_else(self):
        """The bulletin's project of Ber under the wrong fund, its day that does not exist, its wrong rounding and its mixed
        notations; notes explain what only looks wrong."""
        problems = json.loads(self.report("--format", "json"))["problems"]
        faults = {problem["reason"]: problem["count"] for problem in problems if problem["severity"] != "note"}
        self.assertEqual(faults, {"fund-differs": 1, "no-such-date": 1, "rounded-wrong": 2, "mixed-notations": 1})

    def test_sums_that_add_up_are_not_reported(self):
        text = self.report("--format", "csv")
        for fine in ("222 + 102", "44 + 49", "51 + 77"):
            self.assertNotIn(fine, text)

    def test_both_languages_find_the_same(self):
        counts = [[(p["reason"], p["count"]) for p in json.loads(self.report("--format", "json", "--lang", code))["problems"]]
                  for code in ("fr", "en")]
        self.assertEqual(*counts)


class List(support.Case):
    def test_a_clean_list(self):
        path = self.write("propre.csv", GOOD)
        outcome = self.run_program("check", path, "--format", "json")
        self.assertEqual(outcome.status, 0, outcome)
        report = json.loads(outcome.out)
        self.assertEqual((report["read"], report["used"]), (1, 1))
        self.assertEqual([problem["reason"] for problem in report["problems"]], ["currency-assumed"])
        named = self.run_program("check", path, "--format", "json", "--currency", "XOF")
        self.assertEqual([problem["reason"] for problem in json.loads(named.out)["problems"]],
                         ["other-currency", "other-currency-sum"])

    def test_a_list_with_problems(self):
        path = self.write("liste.csv", BAD)
        outcome = self.run_program("check", path, "--format", "json", "--rows")
        self.assertEqual(outcome.status, 1, outcome)
        report = json.loads(outcome.out)
        self.assertEqual(report["read"], 3)
        self.assertEqual(sum(report[key] for key in ("used", "national", "outside", "unlocated", "skipped")), 3)
        examples = [(example["row"], example["value"]) for problem in report["problems"] for example in problem["examples"]]
        self.assertIn((3, "Atlantide"), examples)
        self.assertIn((4, "beaucoup"), examples)

    def test_every_form_names_row_and_value(self):
        path = self.write("liste.csv", BAD)
        for form in ("table", "csv", "json"):
            with self.subTest(form=form):
                text = self.run_program("check", path, "--format", form).out
                self.assertIn("Atlantide", text)
                self.assertIn("beaucoup", text)

    def test_csv_is_a_table(self):
        path = self.write("liste.csv", BAD)
        rows = list(csv.reader(io.StringIO(self.run_program("check", path, "--format", "csv", "--rows").out)))
        self.assertGreater(len(rows), 2)
        self.assertEqual(len({len(row) for row in rows}), 1)

    def test_rows_lists_every_row_and_without_it_examples(self):
        many = GOOD + "".join(f"B{i},x,QIP,Eau,Atlantide{i},1,achevé\n" for i in range(60))
        path = self.write("longue.csv", many)
        counts = []
        for extra in ([], ["--rows"]):
            report = json.loads(self.run_program("check", path, "--format", "json", *extra).out)
            counts.append(sum(len(problem["examples"]) for problem in report["problems"]))
            self.assertEqual(max(problem["count"] for problem in report["problems"]), 60)
        self.assertLess(counts[0], 60)
        self.assertGreaterEqual(counts[1], 60)

    def test_other_verbs_say_one_line(self):
        path = self.write("liste.csv", BAD)
        for language, words in (("fr", "lignes à vérifier"), ("en", "rows to look at")):
            outcome = self.succeed("summarize", path, "--lang", language)
            self.assertEqual(outcome.err.count("\n"), 1)
            self.assertIn(words, outcome.err.replace("\u00a0", " "))
            self.assertIn("malimap check", outcome.err)


if __name__ == "__main__":
    support.main()
