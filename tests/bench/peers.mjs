// The peers' side of tests/bench/filters: DuckDB and crossfilter2 over ROWS.csv. Prints JSON as bench_filters does.
//
//   node peers.mjs ROWS.csv RUNS
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import crossfilter from "crossfilter2";

const [, , path, runsGiven] = process.argv;
const runs = Number(runsGiven);
const day = (year, month, date) => Date.UTC(year, month - 1, date) / 86400000;
// The same filters as in bench_filters.cpp: cents and days, both ends included.
const cases = {
  all: {},
  fund: { fund: "TF" },
  status: { status: "ongoing" },
  "fund-status": { fund: "TF", status: "ongoing" },
  budget: { cents: [500000, 2000000] },
  start: { first: [day(2016, 1, 1), day(2018, 12, 31)] },
  "all-parts": { fund: "TF", status: "ongoing", cents: [100000, 3000000], first: [day(2013, 1, 1), day(2020, 12, 31)] },
};
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function duckdb() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`CREATE TABLE list AS SELECT pcode::VARCHAR AS pcode, fund::VARCHAR AS fund, status::VARCHAR AS status,
    cents::BIGINT AS cents, first::INTEGER AS first, last::INTEGER AS last FROM read_csv('${path}')`);
  // As one would keep it for filtering: texts as enumerations.
  for (const column of ["pcode", "fund", "status"]) {
    await connection.run(`CREATE TYPE ${column}_of AS ENUM (SELECT DISTINCT ${column} FROM list WHERE ${column} IS NOT NULL ORDER BY 1)`);
    await connection.run(`ALTER TABLE list ALTER ${column} TYPE ${column}_of`);
  }
  const result = {};
  for (const [name, filter] of Object.entries(cases)) {
    const where = Object.entries(filter).map(([column, value]) =>
      Array.isArray(value) ? `${column} BETWEEN ${value[0]} AND ${value[1]}` : `${column} = '${value}'`);
    const query = `SELECT pcode::VARCHAR, count(*), sum(cents)::BIGINT FROM list ${where.length ? "WHERE " + where.join(" AND ") : ""} GROUP BY 1`;
    const times = [];
    let rows;
    for (let run = 0; run < runs; ++run) {
      const start = performance.now();
      rows = (await connection.runAndReadAll(query)).getRows();
      times.push(performance.now() - start);
    }
    result[name] = { ms: median(times), counts: Object.fromEntries(rows.map(([code, n, sum]) => [code ?? "", [Number(n), Number(sum)]])) };
  }
  return result;
}

function crossfilters() {
  const rows = readFileSync(path, "utf8").trimEnd().split("\n").slice(1).map((line) => {
    const [pcode, fund, status, cents, first] = line.split(",");
    return { pcode, fund, status, cents: Number(cents), first: Number(first) };
  });
  const filters = crossfilter(rows);
  const by = Object.fromEntries(["fund", "status", "cents", "first"].map((column) => [column, filters.dimension((row) => row[column])]));
  const units = filters.dimension((row) => row.pcode);
  const add = (sums, row) => (++sums.n, (sums.cents += row.cents), sums);
  const remove = (sums, row) => (--sums.n, (sums.cents -= row.cents), sums);
  const group = units.group().reduce(add, remove, () => ({ n: 0, cents: 0 }));
  const result = {};
  for (const [name, filter] of Object.entries(cases)) {
    const times = [];
    for (let run = 0; run < runs; ++run) {
      for (const dimension of Object.values(by)) dimension.filterAll();
      const start = performance.now();
      for (const [column, value] of Object.entries(filter))
        Array.isArray(value) ? by[column].filterRange([value[0], value[1] + 1]) : by[column].filterExact(value);
      group.all();
      times.push(performance.now() - start);
    }
    result[name] = { ms: median(times), counts: Object.fromEntries(group.all().filter(({ value }) => value.n > 0).map(({ key, value }) => [key, [value.n, value.cents]])) };
  }
  return result;
}

console.log(JSON.stringify({ duckdb: await duckdb(), crossfilter: crossfilters() }));
