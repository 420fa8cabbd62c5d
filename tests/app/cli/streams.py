#!/usr/bin/env python3
"""Where the words go: results to stdout, messages to stderr; full disks and readers that leave early."""
import os
import subprocess
import sys
import unittest

import support


class Streams(support.Case):
    def test_results_come_alone(self):
        outcome = self.succeed("summarize", "--format", "csv")
        self.assertEqual(outcome.err, "")
        self.assertNotEqual(outcome.out, "")

    def test_a_full_disk_is_told(self):
        for arguments in (["summarize"], ["check"], ["--help"], ["--version"], ["summarize", "--format", "json"]):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                done = subprocess.run([support.PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=60)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)

    def test_a_closed_standard_output_is_told(self):
        done = subprocess.run(["sh", "-c", '"$0" summarize >&-', support.PROGRAM], stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)

    def test_all_streams_closed(self):
        done = subprocess.run(["sh", "-c", '"$0" summarize <&- >&- 2>&-', support.PROGRAM], timeout=60)
        self.assertEqual(done.returncode, 2)

    def test_nothing_is_written_into_a_file_that_took_the_place_of_a_closed_stream(self):
        listed = self.write("list.csv", "fund,region,budget\nQIP,Gao,100\n")
        before = listed.read_bytes()
        subprocess.run(["sh", "-c", '"$0" summarize --projects "$1" >&- 2>&-', support.PROGRAM, listed], timeout=60)
        self.assertEqual(listed.read_bytes(), before)

    def test_a_reader_that_leaves_is_no_error(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([support.PROGRAM, "summarize", "--format", "json"], stdout=writer, stderr=subprocess.PIPE,
                              timeout=60)
        os.close(writer)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, b"")

    def test_a_link_stays_a_link(self):
        target = self.write("real.csv", "old")
        (self.folder / "link.csv").symlink_to(target)
        self.succeed("summarize", "--format", "csv", "-o", "link.csv")
        self.assertTrue((self.folder / "link.csv").is_symlink())
        self.assertIn("Gao", target.read_text())

    def test_nothing_is_left_beside_the_output(self):
        self.succeed("render", "-o", "map.svg", "--size", "400x300")
        self.succeed("summarize", "-o", "table.txt")
        self.assertEqual(sorted(os.listdir(self.folder)), ["map.svg", "table.txt"])

    def test_without_a_display_the_map_is_drawn(self):
        outcome = self.succeed()
        self.assertEqual(outcome.out, "")
        self.assertIn("malimap.png", outcome.err)
        self.assertEqual(outcome.err.count("\n"), 1)
        self.assertEqual(support.Picture(self.folder / "malimap.png").width, 1600)


if __name__ == "__main__":
    support.main()
