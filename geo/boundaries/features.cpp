#include "geo/boundaries/features.h"

#include "geo/base/text.h"

namespace malimap {
namespace {

bool is_mali(const std::string& country) {
  const std::string folded = fold(country);
  return folded == "mali" || folded == "ml" || folded == "mli";
}

}  // namespace

std::string attribute_value(std::string_view text) {
  const std::string_view trimmed = trim(text);
  return is_missing(trimmed) ? std::string{} : std::string(trimmed);
}

void leave_out_other_countries(Features& features, const std::string& path, Problems& problems) {
  const int column = country_column(features.table);
  if (column == kNoColumn)
    return;
  const auto country = [&](std::size_t row) -> const std::string& {
    return features.table.rows[row][static_cast<std::size_t>(column)];
  };
  std::vector<std::size_t> ours;
  for (std::size_t row = 0; row < features.table.rows.size(); ++row)
    if (is_mali(country(row)))
      ours.push_back(row);
  const std::size_t others = features.table.rows.size() - ours.size();
  if (ours.empty() || others == 0)
    return;
  Features kept{{features.table.fields, {}}, {}, {}, features.layer};
  for (const std::size_t row : ours) {
    kept.table.rows.push_back(std::move(features.table.rows[row]));
    kept.shapes.push_back(std::move(features.shapes[row]));
    kept.numbers.push_back(features.numbers[row]);
  }
  features = std::move(kept);
  problems.report({"other-countries",
                   Severity::Note,
                   {{N_("{0} units of other countries were left out"), {std::to_string(others)}},
                    {.file = path, .sheet = {}, .row = {}, .column = {}},
                    {}},
                   {},
                   {}});
}

}  // namespace malimap
