#include "tests/geo/output/sample_sheet.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace malimap::testing {
namespace {

void add_square(Path& path, double x, double y, double side) {
  path.move_to({x, y});
  path.line_to({x + side, y});
  path.line_to({x + side, y + side});
  path.line_to({x, y + side});
  path.close();
}

void draw_units(Canvas& canvas) {
  canvas.begin_group({"units", "Régions"});
  Path around;
  add_square(around, 50, 40, 200);
  add_square(around, 120, 100, 60);  // runs the same way: only even-odd makes it a hole
  canvas.shape(around, {Colour{200, 80, 60}, {}, {}}, {"ML05", "Mopti"});
  Path inside;
  add_square(inside, 130, 110, 40);
  canvas.shape(inside, {Colour{60, 80, 200}, {}, {}}, {"ML09", "Bamako"});
  Path beyond;
  add_square(beyond, 300, -60, 900);
  canvas.shape(beyond,
               {Colour{240, 240, 240}, Hatch{{150, 150, 150}, 6, 1, 2}, Stroke{{0, 0, 0}, 2, {}}},
               {"ML01", "Kayes & <\"l'ouest\">"});
  canvas.end_group();
  canvas.begin_group({"empty", "Rien"});
  canvas.end_group();
}

void draw_labels(Canvas& canvas) {
  canvas.begin_group({"labels", "Noms"});
  Label label;
  label.text = "Tombouctou\nTaoudénit";
  label.size_dp = 16;
  label.bold = true;
  label.colour = {20, 20, 20};
  label.halo = {255, 255, 255};
  label.box = {90, 250, 0, 0};
  put_label(canvas, label, 1);
  label.text = "CACHÉ";
  label.box = {-300, 250, 0, 0};
  put_label(canvas, label, 1);
  canvas.end_group();
}

void draw_table(Canvas& canvas) {
  PlacedTable table;
  table.columns = {{"Région", 120, false}, {"Projets", 60, true}};
  table.rows = {{"Mopti", "128"}, {"Gao / Ménaka", "98"}, {"Total", "422"}};
  table.total_rows = 1;
  table.at = {560, 80};
  table.row_height = 22;
  canvas.begin_group({"figures", "Chiffres"});
  canvas.table(table, {"table", "Chiffres par région"});
  canvas.end_group();
}

}  // namespace

void draw_sheet(Canvas& canvas) {
  canvas.begin_group({"map", "Carte"});
  canvas.begin_frame({40, 60, 500, 360});
  draw_units(canvas);
  Path river;
  river.move_to({-100, 320});
  river.line_to({900, 320});
  canvas.shape(river, {{}, {}, Stroke{{20, 60, 160}, 4, {8, 4}}}, {"river", "Niger"});
  canvas.circle({490, 50}, 30, {Colour{255, 200, 0}, {}, Stroke{{0, 0, 0}, 1, {}}}, {"s1", ""});
  canvas.circle({400, 180}, 20, {Colour{0, 150, 90, 128}, {}, {}}, {"s2", ""});
  draw_labels(canvas);
  canvas.end_frame();
  canvas.rectangle({40, 60, 500, 360}, {{}, {}, Stroke{{120, 120, 120}, 1, {}}});
  canvas.end_group();
  put_text(canvas, "Projets par région & <suite>\x01", {TextRole::Title, 28, true}, {40, 15},
           {20, 20, 20}, {"title", "Titre"});
  TextStyle note{TextRole::Note, 11};
  note.width_px = 200;
  put_text(canvas, "Les frontières et les noms indiqués n'impliquent aucune reconnaissance.", note,
           {560, 320}, {90, 90, 90}, {"2 notes", ""});
  draw_table(canvas);
}

DocumentInfo sheet_info() {
  using namespace std::chrono;
  return {"Démo & suite", Language::French, year(2017) / 6 / 30};
}

std::string fresh_folder(const std::string& name) {
  const auto path = std::filesystem::temp_directory_path() / ("malimap-" + name);
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path.string() + "/";
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool installed(const std::string& program) {
  if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0)
    return true;
  std::cerr << "SKIPPED: " << program << " is not installed here\n";
  return false;
}

bool runs(const std::string& command) {
  const int status = std::system(("timeout 120 " + command + " >/dev/null 2>&1").c_str());
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace malimap::testing
