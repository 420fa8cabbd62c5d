#include "app/cli/programme.h"

#include "app/cli/suggest.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

const AdminUnit* find_unit(const std::string& word, const Boundaries& boundaries) {
  const std::string key = fold(word);
  for (const AdminLayer& layer : boundaries.layers)
    for (const AdminUnit& unit : layer.units)
      if (fold(unit.pcode) == key || fold(unit.name) == key)
        return &unit;
  return nullptr;
}

/// Names of the coarsest level first: the nearest of all, but only those in a list of the known.
Message remedy(const std::string& word, const Boundaries& boundaries) {
  std::vector<std::string> coarsest, all;
  for (const AdminLayer& layer : boundaries.layers)
    for (const AdminUnit& unit : layer.units) {
      all.push_back(unit.name);
      if (&layer == &boundaries.layers.front())
        coarsest.push_back(unit.name);
    }
  return nearest(word, all) ? suggestion(word, all) : suggestion(word, coarsest);
}

}  // namespace

Result<std::set<std::string>> units_named(std::span<const std::string> words,
                                          const Boundaries& boundaries) {
  std::set<std::string> codes;
  for (const std::string& word : words) {
    const AdminUnit* unit = find_unit(word, boundaries);
    if (unit == nullptr)
      return failure({N_("the boundaries have no unit \"{0}\""), {word}},
                     {.file = "--outside-programme", .sheet = {}, .row = {}, .column = {}},
                     remedy(word, boundaries));
    codes.insert(unit->pcode);
  }
  return codes;
}

}  // namespace malimap
