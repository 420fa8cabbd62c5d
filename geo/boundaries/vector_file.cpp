#include "geo/boundaries/vector_file.h"

#include <cpl_error.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>

namespace malimap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostMessages = 20;             // a broken file repeats itself
constexpr std::uintmax_t kMostBytes = 8'000'000'000;  // what a laptop can still hold is far below

// LIBKML before KML, which drops the columns (ExtendedData).
constexpr std::array kShapeDrivers = {"GeoJSON",    "TopoJSON",   "GPKG", "ESRI Shapefile",
                                      "FlatGeobuf", "LIBKML",     "KML",  "MapInfo File",
                                      "CSV",        "OpenFileGDB"};
constexpr std::array kTableDrivers = {"XLSX", "ODS"};

Place in(const std::string& path) {
  return {.file = path, .sheet = {}, .row = {}, .column = {}};
}

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

bool has_sibling(const fs::path& path, const std::string& extension) {
  std::string upper = extension;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::error_code ignored;
  fs::path lower_case = path, upper_case = path;
  return fs::exists(lower_case.replace_extension(extension), ignored) ||
         fs::exists(upper_case.replace_extension(upper), ignored);
}

bool is_address(const std::string& path) {
  return path.find("://") != std::string::npos || path.starts_with("/vsi");
}

/// A shapefile is three files, and people send only the first one.
Status check_parts(const std::string& path) {
  const std::string extension = lower_extension(path);
  if (extension == ".shp") {
    for (const char* part : {".dbf", ".shx"})
      if (!has_sibling(path, part))
        return failure({N_("the shapefile is incomplete: its {0} file is missing"), {part}},
                       in(path), {N_("put the .shp, .shx and .dbf files side by side"), {}});
  }
  if (extension == ".shx" || extension == ".prj" || extension == ".cpg" || extension == ".sbn" ||
      extension == ".sbx")
    return failure({N_("this is a side file of a shapefile"), {}}, in(path),
                   {N_("open the .shp file beside it"), {}});
  return {};
}

Status check_file(const std::string& path) {
  if (is_address(path))
    return failure({N_("addresses are not opened, only files"), {}}, in(path),
                   {N_("download the file first"), {}});
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (!fs::exists(status))
    return failure({problem && problem != std::errc::no_such_file_or_directory
                        ? N_("the file cannot be reached")
                        : N_("there is no such file"),
                    {}},
                   in(path));
  if (fs::is_directory(status)) {
    if (lower_extension(path) == ".gdb")
      return {};
    return failure({N_("this is a directory, not a file"), {}}, in(path));
  }
  if (!fs::is_regular_file(status))
    return failure({N_("this is not a regular file"), {}}, in(path));
  const auto size = fs::file_size(path, problem);
  if (!problem && size == 0)
    return failure({N_("the file is empty"), {}}, in(path));
  if (!problem && size > kMostBytes)
    return failure({N_("the file is too large"), {}}, in(path));
  return check_parts(path);
}

std::vector<const char*> drivers_for(FileContent content) {
  std::vector<const char*> names(kShapeDrivers.begin(), kShapeDrivers.end());
  if (content == FileContent::Tables)
    names.insert(names.end(), kTableDrivers.begin(), kTableDrivers.end());
  names.push_back(nullptr);
  return names;
}

std::vector<const char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts)
    pointers.push_back(text.c_str());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    OSRSetPROJEnableNetwork(0);
    RegisterOGRGeoJSON();
    RegisterOGRTopoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    RegisterOGRFlatGeobuf();
    RegisterOGRLIBKML();  // the order of registration is the order of trial
    RegisterOGRKML();
    RegisterOGRTAB();
    RegisterOGRCSV();
    RegisterOGROpenFileGDB();
    RegisterOGRXLSX();
    RegisterOGRODS();
    RegisterOGRPG();  // for open_database() alone
  });
}

Result<VectorFile> open_vector_file(const std::string& path, FileContent content,
                                    const std::vector<std::string>& options) {
  if (auto usable = check_file(path); !usable)
    return tl::make_unexpected(usable.error());
  prepare_gdal();
  // An absolute path cannot be taken for a connection string such as "CSV:..." or an inline
  // document.
  std::error_code ignored;
  const std::string absolute = fs::absolute(path, ignored).lexically_normal().string();
  if (is_address(absolute))
    return failure({N_("addresses are not opened, only files"), {}}, in(path));
  GdalMessages messages;
  GDALDatasetUniquePtr dataset(
      GDALDataset::Open(absolute.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                        drivers_for(content).data(), pointers_to(options).data(), nullptr));
  if (!dataset)
    return failure({N_("the file cannot be read: {0}"), {messages.first_failure()}}, in(path),
                   {N_("is it whole, and of a format that this program reads?"), {}});
  return VectorFile(path, std::move(dataset));
}

std::string VectorFile::driver() const {
  const GDALDriver* driver = dataset_->GetDriver();
  return driver ? driver->GetDescription() : "";
}

std::vector<std::string> VectorFile::layer_names() const {
  std::vector<std::string> names;
  for (int i = 0; i < dataset_->GetLayerCount(); ++i)
    if (const OGRLayer* layer = dataset_->GetLayer(i))
      names.emplace_back(const_cast<OGRLayer*>(layer)->GetName());
  return names;
}

OGRLayer* VectorFile::layer(const std::string& name) const {
  return dataset_->GetLayerByName(name.c_str());
}

GdalMessages::GdalMessages() : kept_(std::make_unique<Kept>()) {
  CPLErrorReset();
  CPLPushErrorHandlerEx(&GdalMessages::keep, kept_.get());
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

std::string GdalMessages::first_failure() const {
  return kept_->failures.empty() ? std::string{} : kept_->failures.front();
}

void CPL_STDCALL GdalMessages::keep(CPLErr kind, CPLErrorNum, const char* text) {
  auto* kept = static_cast<Kept*>(CPLGetErrorHandlerUserData());
  if (!kept || !text || kind == CE_Debug || kind == CE_None)
    return;
  try {  // GDAL's C code must not see an exception
    auto& list = kind == CE_Warning ? kept->warnings : kept->failures;
    if (list.size() < kMostMessages)
      list.emplace_back(text);
  } catch (...) {
  }
}

}  // namespace malimap
