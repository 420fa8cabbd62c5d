#pragma once
// Opens a vector or table file of a stranger safely through GDAL: only the drivers of an explicit
// list, only files on disk (no network, no VRT), and every message of GDAL goes into the Error
// instead of onto the terminal. A database is opened only where the user names one.

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"

namespace malimap {

/// What the caller expects in the file; chooses the drivers that may open it.
enum class FileContent {
  Shapes,  // GeoJSON, TopoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, MapInfo, file geodatabase,
           // CSV with WKT
  Tables,  // all of these, and CSV, XLSX, ODS
};

/// An open file or database. Move-only; closes it when it dies. One thread at a time.
class VectorFile {
 public:
  VectorFile(std::string path, GDALDatasetUniquePtr dataset)
      : path_(std::move(path)), dataset_(std::move(dataset)) {}

  /// Fit to be shown: a database's connection string stands here without its password.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] GDALDataset& dataset() const { return *dataset_; }
  /// "GeoJSON", "ESRI Shapefile", "CSV", ...
  [[nodiscard]] std::string driver() const;
  [[nodiscard]] std::vector<std::string> layer_names() const;
  /// The layer, owned by this file; nullptr when there is none of that name.
  [[nodiscard]] OGRLayer* layer(const std::string& name) const;

 private:
  std::string path_;
  GDALDatasetUniquePtr dataset_;
};

/// Opens the file for reading. Errors (place.file is the path): no such file, a directory, empty,
/// an address instead of a file, a format that no allowed driver reads, truncated, a shapefile
/// without its .dbf or .shx. `options`: GDAL's open options, "NAME=VALUE".
[[nodiscard]] Result<VectorFile> open_vector_file(const std::string& path, FileContent content,
                                                  const std::vector<std::string>& options = {});

/// True for "PG:...".
[[nodiscard]] bool is_database(std::string_view path);

/// Opens a PostgreSQL or PostGIS database ("PG:dbname=... tables=...", "PG:service=...",
/// "PG:postgresql://...") for reading, in a session that cannot write; only the PostgreSQL driver
/// is allowed. The layers are the tables that the string names, else those with shapes (for Tables
/// all, up to 1000). A server that does not answer is given up after connect_timeout, 5 s unless
/// the string says otherwise. Errors (place.file is the string without its secrets): not a
/// connection string, no such service, cannot be reached, no answer, refused, no tables. None
/// repeats a password.
[[nodiscard]] Result<VectorFile> open_database(const std::string& connection_string,
                                               FileContent content);

/// Registers the allowed drivers and silences GDAL on the terminal; once, cheap to repeat.
/// open_vector_file() calls it; code that uses GDAL without a file (transformations, GEOS) calls it
/// itself.
void prepare_gdal();

/// Collects what GDAL complains about on this thread while it lives: failures (and warnings,
/// apart). Scopes nest.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  [[nodiscard]] bool failed() const { return !kept_->failures.empty(); }
  /// The first failure; it is the cause, the later ones follow from it. "" when there is none.
  [[nodiscard]] std::string first_failure() const;
  [[nodiscard]] const std::vector<std::string>& failures() const { return kept_->failures; }
  [[nodiscard]] const std::vector<std::string>& warnings() const { return kept_->warnings; }

 private:
  struct Kept {
    std::vector<std::string> failures;
    std::vector<std::string> warnings;
  };
  static void CPL_STDCALL keep(CPLErr kind, CPLErrorNum number, const char* text);
  std::unique_ptr<Kept> kept_;
};

}  // namespace malimap
