#!/usr/bin/env python3
"""French unless English is asked for; help and version."""
import re
import unittest

import support


class Language(support.Case):
    def test_french_is_the_default_whatever_the_locale(self):
        for locale in ("en_GB.UTF-8", "C", "fr_FR.UTF-8"):
            outcome = self.run_program("check", "absent.csv", environment={"LC_ALL": locale, "LANG": locale})
            self.assertTrue(outcome.err.startswith("malimap\u00a0: "), outcome.err)

    def test_english_when_asked_for(self):
        for words in (["--lang", "en"], ["--lang=en"]):
            self.assertTrue(self.run_program("check", "absent.csv", *words).err.startswith("malimap: "))
        self.assertTrue(self.run_program(*words, "check", "absent.csv").err.startswith("malimap: "))

    def test_the_last_one_counts(self):
        self.assertTrue(self.run_program("check", "absent.csv", "--lang", "fr", "--lang", "en").err.startswith("malimap: "))

    def test_errors_are_french(self):
        for arguments, words in ((["--filtre", "x"], "Vouliez-vous dire --filter\u00a0?"),
                                 (["--level", "village"], "valeur inconnue «\u00a0village\u00a0»"),
                                 (["render"], "-o")):
            self.assertIn(words, self.run_program(*arguments).err)


class Help(support.Case):
    def test_help_of_every_verb_in_both_languages(self):
        texts = {}
        for verb in ([], ["render"], ["summarize"], ["check"]):
            for language in ("fr", "en"):
                outcome = self.succeed(*verb, "--help", "--lang", language)
                self.assertEqual(outcome.err, "")
                self.assertIn("--filter", outcome.out)
                self.assertLessEqual(max(map(len, outcome.out.splitlines())), 100, outcome.out)
                texts[tuple(verb), language] = outcome.out
        self.assertEqual(len(set(texts.values())), 8)
        for (verb, language), text in texts.items():
            self.assertIn("Exemples" if language == "fr" else "Examples", text)

    def test_help_names_the_verbs(self):
        text = self.succeed("--help").out
        for verb in ("render", "summarize", "check"):
            self.assertRegex(text, rf"(?m)^  {verb} ")

    def test_short_help(self):
        self.assertEqual(self.succeed("-h").out, self.succeed("--help").out)

    def test_version(self):
        self.assertRegex(self.succeed("--version").out, r"^malimap \d+\.\d+\.\d+\n$")

    def test_the_documentation_names_every_option(self):
        told = (support.ROOT / "docs/command-line.md").read_text()
        for verb in ([], ["render"], ["summarize"], ["check"]):
            for option in set(re.findall(r"--[a-z][a-z-]+", self.succeed(*verb, "--help", "--lang", "en").out)):
                self.assertIn(option, told)


if __name__ == "__main__":
    support.main()
