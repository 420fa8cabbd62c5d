#pragma once
// Connection strings of PostgreSQL ("PG:host=... dbname=..." or "PG:postgresql://..."): checked,
// completed, and what of them may be shown.

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"

namespace malimap {

struct Connection {
  std::string text;   // for GDAL, with a time limit and a read-only session: never to be shown
  std::string shown;  // the same as the user gave it, without what is secret
  std::vector<std::string> secrets;  // that no message may hold
  bool lists_tables = false;         // "tables=" names what is to be read
};

/// Adds connect_timeout (5 s) where absent, and where the user gives no options a session that
/// cannot write and ends statements after a minute. Errors: what is no connection string; a
/// parameter that neither libpq nor GDAL knows. They repeat no part of the text, which may be a
/// password's.
[[nodiscard]] Result<Connection> read_connection(const std::string& text);

/// The message without the connection's secrets.
[[nodiscard]] std::string without_secrets(std::string message, const Connection& connection);

}  // namespace malimap
