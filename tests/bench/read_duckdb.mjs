// A CSV read by DuckDB into a table, as a peer of bench_read. Prints {"ms": median of RUNS, "rows": ..., "version": ...} as JSON.
//
//   node read_duckdb.mjs LIST.csv RUNS
import { DuckDBInstance, version } from "@duckdb/node-api";

const [, , path, runs] = process.argv;
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const times = [];
for (let run = 0; run < Number(runs); ++run) {
  const start = performance.now();
  await connection.run(`CREATE OR REPLACE TABLE list AS SELECT * FROM read_csv('${path}')`);
  times.push(performance.now() - start);
}
const [[rows]] = (await connection.runAndReadAll("SELECT count(*) FROM list")).getRows();
const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
console.log(JSON.stringify({ ms: median, rows: Number(rows), version: version() }));
