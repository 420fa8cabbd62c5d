"""The units of points: ours and PostGIS, in turn."""
import statistics

from postgis import Server
from programs import Unmeasured, answer, run

QUERY = "SELECT u.pcode, count(p.id) FROM units u LEFT JOIN points p ON ST_Intersects(u.geom, p.geom) GROUP BY u.pcode"


def load_units(server, path):
    server.sql("DROP TABLE IF EXISTS units", "CREATE TABLE units (pcode text, wkt text)")
    with open(path, encoding="utf-8") as file:
        server.sql("COPY units FROM STDIN CSV HEADER", stdin=file)
    server.sql("ALTER TABLE units ADD geom geometry(MultiPolygon, 4326)", "UPDATE units SET geom = ST_GeomFromText(wkt, 4326)",
               "ALTER TABLE units DROP wkt", "CREATE INDEX ON units USING gist (geom)", "VACUUM ANALYZE units")


def load_points(server, path):
    server.sql("DROP TABLE IF EXISTS points", "CREATE TABLE points (id int, lon float8, lat float8)")
    with open(path, encoding="utf-8") as file:
        server.sql("COPY points FROM STDIN CSV HEADER", stdin=file)
    server.sql("ALTER TABLE points ADD geom geometry(Point, 4326)", "UPDATE points SET geom = ST_SetSRID(ST_MakePoint(lon, lat), 4326)",
               "CREATE INDEX ON points USING gist (geom)", "VACUUM ANALYZE points")


def locate_times(build, boundaries, count, rounds, folder):
    """{"ours", "one_core", "index", "postgis": ms}, medians of the rounds; the counts of every unit are compared first."""
    points, units = folder / "points.csv", folder / "units.csv"
    run(build / "tests/bench/make_points", count, points, boundaries, units)
    ours, theirs = [], []
    with Server() as server:
        load_units(server, units)
        load_points(server, points)
        for _ in range(rounds):
            ours.append(answer(build / "tests/bench/bench_locate", points, boundaries, 5))
            rows, milliseconds = server.timed(QUERY)
            theirs.append(milliseconds)
            if {code: int(n) for code, n in rows} != ours[-1]["counts"]:
                raise Unmeasured(f"{count} points: the counts differ")
    of = {name: statistics.median(run[f"{key}_ms"] for run in ours)
          for name, key in (("ours", "locate"), ("one_core", "one_core"), ("index", "index"))}
    return {**of, "postgis": statistics.median(theirs)}
