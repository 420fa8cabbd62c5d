#include "geo/output/profile_table.h"

#include "geo/base/save.h"

namespace malimap {
namespace {

WorkbookCell number(const std::optional<double>& value) {
  return value ? WorkbookCell(DecimalCell{*value, 2}) : WorkbookCell();
}
WorkbookCell count(const std::optional<std::int64_t>& value) {
  return value ? WorkbookCell(*value) : WorkbookCell();
}
WorkbookCell amount(const std::optional<Cents>& value) {
  return value ? WorkbookCell(*value) : WorkbookCell();
}

WorkbookSheet measures_sheet(const Profile& profile, const CoverageZone& zone,
                             const Translator& tr) {
  WorkbookSheet sheet;
  sheet.name = zone.name;
  sheet.columns = {{tr("Measure"), 0},           {zone.name, 0},  {tr("Neighbours"), 0},
                   {tr("Mean of the units"), 0}, {tr("Rank"), 0}, {tr("of"), 0}};
  for (const ProfileMeasure& line : profile.measures)
    sheet.rows.push_back({title_of(line.measure, tr), number(line.value), number(line.neighbours),
                          number(line.country),
                          line.rank > 0 ? WorkbookCell(std::int64_t{line.rank}) : WorkbookCell(),
                          std::int64_t{line.of}});
  sheet.rows.push_back({std::string(tr("Population")), count(zone.population)});
  sheet.rows.push_back({std::string(tr("Area (km²)")), DecimalCell{zone.area_km2, 0}});
  return sheet;
}

WorkbookSheet lines_sheet(const Profile& profile, const Translator& tr) {
  WorkbookSheet sheet;
  sheet.name = tr("By fund, sector, status");
  sheet.columns = {{tr("By"), 0}, {tr("Value"), 0}, {tr("Projects"), 0}, {tr("Budget (USD)"), 0}};
  const auto add = [&](const char* by, Dimension dimension, const std::vector<ProfileLine>& lines) {
    for (const ProfileLine& line : lines)
      sheet.rows.push_back(
          {std::string(by),
           line.value ? label_of(dimension, *line.value, tr) : std::string(tr("not said")),
           count(line.figures.projects), amount(line.figures.budget)});
  };
  add(tr("Fund"), Dimension::Fund, profile.by_fund);
  add(tr("Sector"), Dimension::Sector, profile.by_sector);
  add(tr("Status"), Dimension::Status, profile.by_status);
  return sheet;
}

}  // namespace

std::vector<WorkbookSheet> profile_sheets(const Profile& profile, const Coverage& coverage,
                                          const Projects& projects, const Translator& tr) {
  if (profile.zone < 0 || static_cast<std::size_t>(profile.zone) >= coverage.zones.size())
    return {};
  const CoverageZone& zone = coverage.zones[static_cast<std::size_t>(profile.zone)];
  std::vector<WorkbookSheet> sheets{measures_sheet(profile, zone, tr), lines_sheet(profile, tr)};
  if (!profile.projects.empty())
    sheets.push_back(projects_sheet(projects, profile.projects, tr));
  return sheets;
}

std::vector<WorkbookSheet> explanation_sheets(const Explanation& explanation,
                                              const Projects& projects, const Translator& tr) {
  WorkbookSheet sheet;
  sheet.name = tr("Figure");
  sheet.columns = {{explanation.title, 0}, {explanation.value, 0}};
  for (const ExplainedPart& part : explanation.parts)
    sheet.rows.push_back({part.label, part.value});
  for (const std::string& rule : explanation.rules)
    sheet.rows.push_back({rule});
  for (const std::string& source : explanation.sources)
    sheet.rows.push_back({source});
  std::vector<WorkbookSheet> sheets{std::move(sheet)};
  if (!explanation.rows.empty())
    sheets.push_back(projects_sheet(projects, explanation.rows, tr));
  return sheets;
}

std::string sheets_text(const std::vector<WorkbookSheet>& sheets, SheetText format,
                        Language language) {
  if (sheets.size() == 1)
    return sheet_text(sheets.front(), format, language);
  std::string text;
  for (const WorkbookSheet& sheet : sheets) {
    if (!text.empty())
      text += format == SheetText::Csv ? "\r\n" : "\n";
    text += sheet_text(sheet, format, language);
  }
  return text;
}

Status write_sheets(const std::string& path, const std::vector<WorkbookSheet>& sheets,
                    Language language, Date made) {
  if (!path.ends_with(".xlsx"))
    return save_file(path, sheets_text(sheets, SheetText::Csv, language));
  const auto bytes = xlsx_bytes(sheets, made);
  return bytes ? save_file(path, *bytes) : Status(tl::make_unexpected(bytes.error()));
}

}  // namespace malimap
