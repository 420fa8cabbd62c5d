#include "app/session/row_of_list.h"

#include <algorithm>

#include "geo/boundaries/locate.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The number of the list among those that are open; -1: it is none of them.
int list_of(const Sources& sources, const std::string& file) {
  const auto& paths = sources.project_paths;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (paths[i] == file || file_name(paths[i]) == file_name(file))
      return static_cast<int>(i);
  return -1;
}

UnitIndex in_layer(const UnitTree& tree, int layer, const std::string& pcode) {
  for (int from = tree.layer_count() - 1; from >= 0; --from) {
    const UnitIndex unit = tree.find(from, pcode);
    if (unit == kNoUnit)
      continue;
    if (from >= layer)
      return tree.ancestor(from, unit, layer);
    const auto inside = tree.units_in(layer, from, unit);
    return inside.empty() ? kNoUnit : inside.front();
  }
  return kNoUnit;
}

}  // namespace

std::vector<ProjectIndex> projects_of_row(const Sources& sources, const std::string& file,
                                          std::int64_t row) {
  const auto& rows = sources.dataset->projects->row;
  const int wanted = sources.project_paths.size() > 1 ? list_of(sources, file) : 0;
  std::vector<ProjectIndex> found;
  int list = 0;  // rows begin anew with each list
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0 && rows[i] < rows[i - 1])
      ++list;
    if (list == wanted && rows[i] == row)
      found.push_back(static_cast<ProjectIndex>(i));
  }
  return found;
}

UnitIndex unit_of_project(const Sources& sources, const AdminLayer& layer, ProjectIndex project) {
  const Projects& list = *sources.dataset->projects;
  const UnitTree tree(*sources.boundaries);
  const int index = tree.layer_of(layer.level);
  for (const Location& location : list.locations_of(static_cast<std::size_t>(project))) {
    if (location.scope != Scope::Located)
      continue;
    if (location.place < 0) {
      if (location.point)
        return UnitLocator(layer, 1).locate(*location.point);
      continue;
    }
    for (const auto& pcode : list.places[static_cast<std::size_t>(location.place)].pcodes)
      if (const UnitIndex unit = in_layer(tree, index, pcode); unit != kNoUnit)
        return unit;
  }
  return kNoUnit;
}

}  // namespace malimap
