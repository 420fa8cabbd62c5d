"""Filters over the same rows: ours, DuckDB and crossfilter2, in turn."""
import json
import statistics

from programs import HERE, NODE, Unmeasured, answer, node_modules, run

AT_HAND = 0.01  # ms: no filter changed, crossfilter2 has the answer already


def same_counts(ours, peers):
    """A wrong answer has no speed: the count and the sum of every unit."""
    for name, case in ours.items():
        for peer, cases in peers.items():
            if name not in cases:
                continue
            cases[name]["counts"].pop("", None)  # rows in no zone
            if cases[name]["counts"] != case["counts"]:
                raise Unmeasured(f"{name}: {peer} counts otherwise")


def filter_times(build, listed, boundaries, rows, rounds, engines="duckdb,crossfilter"):
    """{case: {engine: ms}}, medians of the rounds. The rows that ours matched are written to `rows`, for the peers."""
    node_modules()
    runs = []
    for _ in range(rounds):
        said = run(build / "tests/bench/bench_filters", listed, boundaries, 9, rows)
        cases = rows.with_suffix(".json")
        cases.write_text(said, encoding="utf-8")
        ours = json.loads(said)["cases"]
        peers = answer(*NODE, HERE / "peers.mjs", rows, cases, 9, engines)
        same_counts(ours, peers)
        runs.append({"ours": ours, **peers})
    return {name: {engine: statistics.median(one[engine][name]["ms"] for one in runs) for engine in runs[0] if name in runs[0][engine]}
            for name in runs[0]["ours"]}
