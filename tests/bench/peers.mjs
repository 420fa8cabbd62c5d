// The peers' side of tests/bench/filters: DuckDB and crossfilter2 over ROWS.csv. Prints JSON as bench_filters does, whose
// output CASES.json is: the same filters, asked for in the same way.
//
//   node peers.mjs ROWS.csv CASES.json RUNS [duckdb,crossfilter]
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import crossfilter from "crossfilter2";

const [, , path, casesPath, runsGiven, engines = "duckdb,crossfilter"] = process.argv;
const runs = Number(runsGiven);
const cases = Object.entries(JSON.parse(readFileSync(casesPath, "utf8")).cases);
const rounds = (steps) => (steps ? 1 : runs); // a brush has steps enough
// What a brush updates: the coverage of the units and four views beside it.
const band = 500000; // cents
const views = { pcode: "pcode::VARCHAR", fund: "fund::VARCHAR", status: "status::VARCHAR", band: `cents // ${band}`, year: "last // 365" };
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function duckdb() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`CREATE TABLE list AS SELECT pcode::VARCHAR AS pcode, fund::VARCHAR AS fund, sector::VARCHAR AS sector, status::VARCHAR AS status,
    cents::BIGINT AS cents, first::INTEGER AS first, last::INTEGER AS last FROM read_csv('${path}')`);
  // As one would keep it for filtering: texts as enumerations.
  for (const column of ["pcode", "fund", "sector", "status"]) {
    await connection.run(`CREATE TYPE ${column}_of AS ENUM (SELECT DISTINCT ${column} FROM list WHERE ${column} IS NOT NULL ORDER BY 1)`);
    await connection.run(`ALTER TABLE list ALTER ${column} TYPE ${column}_of`);
  }
  const result = {};
  for (const [name, { filters, steps }] of cases) {
    const times = [];
    let rows;
    for (let run = 0; run < rounds(steps); ++run)
      for (const filter of filters) {
        const parts = Object.entries(filter).map(([column, value]) => column === "cents" || column === "first"
          ? `${column} BETWEEN ${value[0]} AND ${value[1]}` : `${column} IN (${value.map((text) => `'${text}'`)})`);
        const where = parts.length ? "WHERE " + parts.join(" AND ") : "";
        const start = performance.now();
        for (const view of steps ? Object.values(views).reverse() : [views.pcode]) // the coverage last: its rows are compared
          rows = (await connection.runAndReadAll(`SELECT ${view}, count(*), sum(cents)::BIGINT FROM list ${where} GROUP BY 1`)).getRows();
        times.push(performance.now() - start);
      }
    result[name] = { ms: median(times), counts: Object.fromEntries(rows.map(([code, n, sum]) => [code ?? "", [Number(n), Number(sum)]])) };
  }
  return result;
}

function crossfilters() {
  const rows = readFileSync(path, "utf8").trimEnd().split("\n").slice(1).map((line) => {
    const [pcode, fund, sector, status, cents, first, last] = line.split(",");
    return { pcode, fund, sector, status, cents: Number(cents), first: Number(first), last: Number(last) };
  });
  const filters = crossfilter(rows);
  const by = Object.fromEntries(["fund", "sector", "status", "cents", "first"].map((column) => [column, filters.dimension((row) => row[column])]));
  const add = (sums, row) => (++sums.n, (sums.cents += row.cents), sums);
  const remove = (sums, row) => (--sums.n, (sums.cents -= row.cents), sums);
  const sums = (dimension) => dimension.group().reduce(add, remove, () => ({ n: 0, cents: 0 }));
  const units = sums(filters.dimension((row) => row.pcode));
  const set = (filter) => {
    for (const [column, dimension] of Object.entries(by)) {
      const value = filter[column];
      if (!value) dimension.filterAll();
      else if (column === "cents" || column === "first") dimension.filterRange([value[0], value[1] + 1]);
      else if (value.length === 1) dimension.filterExact(value[0]);
      else dimension.filterFunction((text) => value.includes(text));
    }
  };
  let beside = [];
  const result = {};
  for (const [name, { filters: asked, steps }] of cases) {
    if (steps && !beside.length) // crossfilter2 pays for every view at every filter: only where they are asked for
      beside = [sums(by.fund), sums(by.status), sums(filters.dimension((row) => Math.floor(row.cents / band))),
        sums(filters.dimension((row) => Math.floor(row.last / 365)))];
    const times = [];
    for (let run = 0; run < rounds(steps); ++run) {
      if (steps) set({ ...asked[0], first: undefined });
      for (const filter of asked) {
        if (!steps) set({});
        const start = performance.now();
        set(filter);
        for (const view of [units, ...(steps ? beside : [])]) view.all();
        times.push(performance.now() - start);
      }
    }
    result[name] = { ms: median(times), counts: Object.fromEntries(units.all().filter(({ value }) => value.n > 0).map(({ key, value }) => [key, [value.n, value.cents]])) };
  }
  return result;
}

const result = {};
for (const engine of engines.split(",")) result[engine] = await { duckdb, crossfilter: crossfilters }[engine]();
console.log(JSON.stringify(result));
