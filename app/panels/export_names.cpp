#include "app/panels/export_names.h"

#include <glib.h>

#include <filesystem>

#include "geo/output/atlas.h"

namespace malimap {
namespace {

constexpr const char* kCategory = "3W";  // who does what where

PageFormat format_of(ExportWhat what) {
  return what == ExportWhat::Map ? PageFormat::Png : PageFormat::Pdf;
}

}  // namespace

std::string documents_folder() {
  const char* documents = g_get_user_special_dir(G_USER_DIRECTORY_DOCUMENTS);
  std::error_code none;
  if (documents && std::filesystem::is_directory(documents, none))
    return documents;
  const char* home = g_get_home_dir();
  return home ? home : ".";
}

std::string suggested_path(const State& state, const std::string& title, ExportWhat what,
                           Date date) {
  const std::string folder = documents_folder() + "/";
  if (what == ExportWhat::Workspace)
    return folder + "malimap.json";
  const std::string name =
      atlas_file_name(kCategory, title, state.scene.page.format, date, format_of(what));
  const bool table = what == ExportWhat::Table || what == ExportWhat::Projects ||
                     what == ExportWhat::Profile || what == ExportWhat::Figure;
  return folder + (table ? with_extension(name, "csv") : name);
}

std::string with_extension(const std::string& path, const std::string& extension) {
  if (extension.empty())
    return path;
  return std::filesystem::path(path).replace_extension(extension).string();
}

std::string expanded(const std::string& path) {
  const char* home = g_get_home_dir();
  return home && path.starts_with("~/") ? home + path.substr(1) : path;
}

}  // namespace malimap
