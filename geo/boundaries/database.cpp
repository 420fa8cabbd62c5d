// open_database(): PostgreSQL through GDAL, for shapes and for tables.

#include <algorithm>

#include "geo/boundaries/connection.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

constexpr int kMostTables = 1000;

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Place in(const Connection& connection) {
  return {.file = connection.shown, .sheet = {}, .row = {}, .column = {}};
}

/// What the server or libpq says, in our words where we know it.
tl::unexpected<Error> explain(const Connection& connection, const std::string& message) {
  if (says(message, "timeout expired"))
    return failure({N_("the database does not answer"), {}}, in(connection),
                   {N_("try again later"), {}});
  if (says(message, "definition of service"))
    return failure({N_("there is no database service of that name"), {}}, in(connection),
                   {N_("services stand in .pg_service.conf in your home folder"), {}});
  if (says(message, "password authentication failed") || says(message, "no password supplied"))
    return failure({N_("the database refuses the user or the password"), {}}, in(connection),
                   {N_("the password can stand in .pgpass in your home folder"), {}});
  if (says(message, "Connection refused") || says(message, "could not translate host name") ||
      says(message, "No route to host") || says(message, "Is the server running"))
    return failure({N_("the database cannot be reached"), {}}, in(connection),
                   {N_("are host and port right, and is the server running?"), {}});
  if (says(message, "connection info string") || says(message, "connection option") ||
      says(message, "URI"))  // these repeat pieces of the text
    return failure({N_("the connection string is not understood"), {}}, in(connection));
  return failure({N_("the database cannot be read: {0}"), {without_secrets(message, connection)}},
                 in(connection));
}

}  // namespace

bool is_database(std::string_view path) {
  return path.size() > 3 && (path[0] == 'P' || path[0] == 'p') &&
         (path[1] == 'G' || path[1] == 'g') && path[2] == ':';
}

Result<VectorFile> open_database(const std::string& connection_string, FileContent content) {
  const auto connection = read_connection(connection_string);
  if (!connection)
    return tl::make_unexpected(connection.error());
  prepare_gdal();
  const char* const drivers[] = {"PostgreSQL", nullptr};
  // Tables without shapes are lists; the user may name what is to be read.
  const bool all = content == FileContent::Tables && !connection->lists_tables;
  const char* const options[] = {all ? "LIST_ALL_TABLES=YES" : "LIST_ALL_TABLES=NO", nullptr};
  const GdalMessages messages;
  GDALDatasetUniquePtr dataset(GDALDataset::Open(
      connection->text.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
      options, nullptr));
  if (!dataset)
    return explain(*connection, messages.first_failure());
  if (dataset->GetLayerCount() == 0)
    return failure({N_("the database shows no tables with shapes"), {}}, in(*connection),
                   {N_("name them: tables=schema.table"), {}});
  if (dataset->GetLayerCount() > kMostTables)
    return failure({N_("the database has more than {0} tables"), {std::to_string(kMostTables)}},
                   in(*connection), {N_("name them: tables=schema.table"), {}});
  return VectorFile(connection->shown, std::move(dataset));
}

}  // namespace malimap
