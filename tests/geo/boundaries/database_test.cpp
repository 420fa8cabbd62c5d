// PostgreSQL: read from a real server; silence, refusal and nonsense end soon and give no password
// away.

#include <chrono>
#include <cstdlib>

#include "geo/boundaries/connection.h"
#include "geo/boundaries/vector_file.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/geo/boundaries/pg_cluster.h"
#include "tests/geo/boundaries/tiny_server.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string words(const Error& error) {
  return sentence(error, Translator(Language::English));
}

std::string error_of(const std::string& connection) {
  const auto database = open_database(connection, FileContent::Tables);
  return database ? "" : words(database.error());
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("A connection string is shown without its password") {
  const auto shown = [](const std::string& text) {
    const auto connection = read_connection(text);
    return connection ? connection->shown : words(connection.error());
  };
  CHECK(shown("PG:host=a password=geheim dbname=b") == "PG:host=a password=*** dbname=b");
  CHECK(shown("PG:password = 'ge \\'heim' sslpassword=x host=a") ==
        "PG:password = *** sslpassword=*** host=a");
  CHECK(shown("pg:postgresql://planner:ge@heim@a:5432/b?sslpassword=x") ==
        "PG:postgresql://planner:***@a:5432/b");
  // Half of a password with a blank must not come back in the error.
  for (const char* text : {"PG:password=ge heim", "PG:password=ge heim=x", "PG:password='geheim",
                           "PG:", "PG:host", "PG:postgresql://a b:geheim@c/d"}) {
    CAPTURE(text);
    REQUIRE_FALSE(read_connection(text));
    CHECK_FALSE(says(shown(text), "heim"));
  }
}

TEST_CASE("A time limit and a session without writing are added, unless the user says otherwise") {
  const auto text = [](const std::string& given) { return read_connection(given)->text; };
  CHECK(says(text("PG:host=a"), " connect_timeout=5"));
  CHECK(says(text("PG:host=a"), "default_transaction_read_only=on"));
  CHECK_FALSE(says(text("PG:host=a connect_timeout=9"), "connect_timeout=5"));
  CHECK(says(text("PG:postgresql://a/b"), "?connect_timeout=5&options="));
  CHECK(says(text("PG:postgresql://a/b?sslmode=require"), "?sslmode=require&connect_timeout=5"));
  CHECK(read_connection("PG:host=a tables=x,y")->lists_tables);
  CHECK(without_secrets("so geheim!", *read_connection("PG:password=geheim")) == "so ***!");
}

TEST_CASE("A database that accepts and says nothing is given up after some seconds") {
  const TinyServer silent([](const std::string&) { return std::string{}; });
  const auto start = std::chrono::steady_clock::now();
  const std::string error = error_of("PG:host=127.0.0.1 port=" + std::to_string(silent.port()) +
                                     " user=planner password=geheim dbname=x");
  CHECK(says(error, "does not answer"));
  CHECK_FALSE(says(error, "geheim"));
  CHECK(seconds_since(start) < 8);  // 5 s, and what a busy machine adds
  Problems problems;
  const auto read =
      read_boundaries("PG:postgresql://planner:geheim@127.0.0.1:" + std::to_string(silent.port()) +
                          "/x?connect_timeout=2",
                      {}, problems);
  REQUIRE_FALSE(read);
  CHECK(says(words(read.error()), "does not answer"));
  CHECK_FALSE(says(words(read.error()), "geheim"));
}

TEST_CASE("Where there is no server, no service, no such string") {
  int closed_port = 0;
  {
    const TinyServer gone([](const std::string&) { return std::string{}; });
    closed_port = gone.port();
  }
  CHECK(says(error_of("PG:host=127.0.0.1 dbname=x port=" + std::to_string(closed_port)),
             "cannot be reached"));
  CHECK(says(error_of("PG:host=/nowhere dbname=x"), "cannot be reached"));
  CHECK(says(error_of("PG:service=malimap_no_such_service"), "no database service"));
  CHECK(says(error_of("PG:nonsense"), "not understood"));
  CHECK(says(error_of("PG:sslmode=nonsense host=127.0.0.1"), "sslmode"));
  CHECK(is_database("pg:x"));
  CHECK_FALSE(is_database("PGDUMP:x"));
  CHECK_FALSE(is_database("/tmp/PG:x"));
}

TEST_CASE("Boundaries and lists from a real PostgreSQL server") {
  const PgCluster cluster;
  if (!cluster.ready()) {
    WARN("skipped: PostgreSQL's server is not installed");
    return;
  }
  REQUIRE(
      cluster.sql("create table projects (id text, region text, budget numeric);"
                  "insert into projects values ('P1', 'Mopti', 45317.39), ('P2', 'Gao', null);"
                  "create role planner login password 'right';"
                  "grant select on projects to planner;"));
  const std::string port = std::to_string(cluster.port());

  SECTION("A table of projects") {
    const auto database = open_database("PG:" + cluster.local(), FileContent::Tables);
    REQUIRE(database);
    CHECK(database->driver() == "PostgreSQL");
    OGRLayer* layer = database->layer("projects");
    REQUIRE(layer);
    CHECK(layer->GetFeatureCount() == 2);
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    REQUIRE(first);
    CHECK(std::string(first->GetFieldAsString("region")) == "Mopti");
    CHECK(first->GetFieldAsDouble("budget") == Approx(45317.39));
  }
  SECTION("A wrong password, and a right one") {
    const std::string start = "PG:host=127.0.0.1 port=" + port + " user=planner dbname=postgres ";
    const std::string error = error_of(start + "password=geheim");
    CHECK(says(error, "refuses the user or the password"));
    CHECK_FALSE(says(error, "geheim"));
    CHECK(error_of(start + "password=right tables=projects") == "");
    CHECK(says(error_of(start + "dbname=none password=right"), "none"));
    CHECK(error_of("PG:postgresql://planner:right@127.0.0.1:" + port + "/postgres") == "");
  }
  SECTION("A service name") {
    const TempDir folder;
    const std::string file =
        folder.write("services.conf", "[coordination]\nhost=127.0.0.1\nport=" + port +
                                          "\nuser=planner\npassword=right\ndbname=postgres\n");
    setenv("PGSERVICEFILE", file.c_str(), 1);
    CHECK(error_of("PG:service=coordination tables=projects") == "");
    unsetenv("PGSERVICEFILE");
  }
  SECTION("Nothing can be written") {
    const auto database = open_database("PG:" + cluster.local(), FileContent::Tables);
    REQUIRE(database);
    const GdalMessages messages;
    database->dataset().ReleaseResultSet(
        database->dataset().ExecuteSQL("delete from projects", nullptr, nullptr));
    CHECK(messages.failed());
    CHECK(cluster.ask("select count(*) from projects") == "2");
  }
  SECTION("Boundaries of PostGIS, in their projection") {
    if (!cluster.sql("create extension postgis")) {
      WARN("skipped: PostGIS is not installed");
      return;
    }
    const auto area = [](const char* west, const char* east) {
      return std::string("st_transform(st_setsrid(st_makeenvelope(") + west + ",14," + east +
             ",15), 4326), 32630)";
    };
    REQUIRE(cluster.sql(
        "create table adm1 (adm1_fr text, adm1_pcode text, geom geometry(Polygon, 32630));"
        "insert into adm1 values ('Mopti', 'ML05', " +
        area("-4", "-3") + "), ('Gao', 'ML07', " + area("-3", "-2") + ");" +
        "create table towns (name text, geom geometry(Point, 4326));"));
    for (const char* more : {"", " tables=public.adm1"}) {
      Problems problems;
      const auto read = read_boundaries("PG:" + cluster.local() + more, {}, problems);
      REQUIRE(read);
      CHECK(problems.empty());
      CHECK(says(read->source, "adm1"));
      REQUIRE(read->finest().units.size() == 2);
      const AdminUnit& gao = read->finest().units[1];
      CHECK(gao.pcode == "ML07");
      CHECK(gao.name == "Gao");
      CHECK(read->finest().level == Level::Region);
      CHECK(gao.area_km2 == Approx(11900).epsilon(0.02));
      for (const LonLat& p : gao.polygons.at(0).outer)
        CHECK(p.lon == Approx(p.lon < -2.5 ? -3 : -2).margin(1e-6));
    }
    Problems problems;
    CHECK_FALSE(read_boundaries("PG:" + cluster.local() + " tables=none", {}, problems));
  }
}
