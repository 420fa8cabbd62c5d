#include "geo/output/atlas/atlas_page.h"

#include <algorithm>

#include "geo/base/date.h"
#include "geo/base/numbers.h"
#include "geo/output/furniture.h"
#include "geo/output/sheet.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kLong = 1123, kShort = 794;  // A4 at 96 px an inch
constexpr double kMargin = 36, kGap = 16, kColumn = 318;
constexpr double kLocatorWidth = 112, kLocatorHeight = 96;
constexpr std::size_t kMostProjects = 8;

Ink outlined(Colour colour, double width) {
  return {{}, {}, Stroke{colour, width, {}}};
}

Colour towards_paper(Colour colour, double part) {
  const auto mixed = [&](std::uint8_t channel) {
    return static_cast<std::uint8_t>(channel + (255 - channel) * part);
  };
  return {mixed(colour.r), mixed(colour.g), mixed(colour.b), colour.a};
}

Scene without_words(Scene scene) {
  scene.layers.labels = scene.layers.towns = scene.layers.markers = scene.layers.rivers = false;
  return scene;
}

}  // namespace

AtlasPage::AtlasPage(const ScenePicture& picture, const Dataset& dataset, const AtlasUnit& unit,
                     std::vector<UnitIndex> members, Language language, const PageSize& size)
    : picture_(picture),
      dataset_(dataset),
      unit_(unit),
      members_(std::move(members)),
      tr_(language),
      size_(size),
      upright_(size.height_px > size.width_px),
      scale_(std::min(size.width_px / (upright_ ? kShort : kLong),
                      size.height_px / (upright_ ? kLong : kShort))) {}

/// What lies around the unit keeps its colours, but steps back.
Picture AtlasPage::faded() const {
  constexpr double kFaded = 0.62;
  Picture picture = *picture_.picture;
  for (std::size_t unit = 0; unit < picture.paint.size(); ++unit)
    if (std::find(members_.begin(), members_.end(), static_cast<UnitIndex>(unit)) == members_.end())
      picture.paint[unit].fill = towards_paper(picture.paint[unit].fill, kFaded);
  return picture;
}

double AtlasPage::heading(Canvas& canvas, PixelPoint at, double width) const {
  canvas.begin_group({"title", tr_(N_("Title"))});
  const PixelBox name =
      put_text(canvas, unit_.name, {TextRole::Title, dp(28), true}, at, theme().text);
  std::string about = unit_.code;
  if (!picture_.picture->title.empty())
    about += " · " + picture_.picture->title;
  if (!picture_.picture->subtitle.empty())
    about += " · " + picture_.picture->subtitle;
  TextStyle line{TextRole::Subtitle, dp(12)};
  line.width_px = width;
  const double y = at.y + name.height + dp(1);
  const double height = put_text(canvas, about, line, {at.x, y}, theme().text_muted).height;
  canvas.end_group();
  return y + height - at.y;
}

void AtlasPage::map(Canvas& canvas, const PixelBox& box) const {
  const Picture picture = faded();
  PlaneBox shown;
  for (const UnitIndex unit : members_) {
    const PlaneBox& of_unit = picture_.shapes->units[static_cast<std::size_t>(unit)].box;
    if (of_unit.empty())
      continue;
    shown.add(of_unit.low);
    shown.add(of_unit.high);
  }
  Scene scene = *picture_.scene;
  const double around = dp(34);
  ComposeInput input;
  input.picture = &picture;
  input.shapes = picture_.shapes;
  input.scene = &scene;
  input.language = tr_.language();
  input.selected = members_;
  input.view = {box.width, box.height, scale_, {}};
  input.view.camera = fit(shown, box.width, box.height, scale_, {around, around, around, around});
  scene.camera = input.view.camera;
  // The legend stands beside the map: on it, it would hide the unit that the page is about.
  const Drawing d{&canvas, &theme(), scale_};
  const PixelPoint bar{box.width - dp(12), box.height - dp(12)};
  // Without a measure no label is placed: these come second, around the scale bar.
  input.keep_clear = {scale_bar_box(d, compose(input).furniture.scale_bar, bar)};
  input.measure_text = page_measure();
  const Composition composition = compose(input);
  canvas.begin_group({"map", tr_(N_("Map"))});
  canvas.begin_frame(box);
  paint_map(canvas, composition);
  if (composition.furniture.scale_bar.length_px > 0)
    draw_scale_bar(d, composition.furniture.scale_bar, bar);
  canvas.end_frame();
  canvas.rectangle(box, outlined(theme().panel_line, dp(0.75)));
  canvas.end_group();
}

/// Where the unit lies in the country.
void AtlasPage::locator(Canvas& canvas, const PixelBox& box) const {
  Picture picture = *picture_.picture;
  picture.symbols.clear();
  picture.dots.clear();
  picture.places = nullptr;
  picture.markers.clear();
  for (std::size_t unit = 0; unit < picture.paint.size(); ++unit) {
    const bool inside =
        std::find(members_.begin(), members_.end(), static_cast<UnitIndex>(unit)) != members_.end();
    picture.paint[unit] = {inside ? theme().accent : theme().no_data_fill, 0};
  }
  Scene scene = without_words(*picture_.scene);
  scene.camera.reset();
  ComposeInput input;
  input.picture = &picture;
  input.shapes = picture_.shapes;
  input.scene = &scene;
  input.language = tr_.language();
  const double around = dp(6);
  input.view = {box.width, box.height, scale_ * 0.5, {}};
  input.view.camera = fit(picture_.shapes->box, box.width, box.height, scale_ * 0.5,
                          {around, around, around, around});
  canvas.begin_group({"locator", tr_(N_("Location in the country"))});
  canvas.begin_frame(box);
  // Ids of units stand on the page once, in the map.
  Composition composition = compose(input);
  paint_map(canvas, composition);
  canvas.end_frame();
  canvas.rectangle(box, outlined(theme().panel_line, dp(0.75)));
  canvas.end_group();
}

double AtlasPage::headline(Canvas& canvas, PixelPoint at, double width) const {
  TextStyle caption{TextRole::Legend, dp(11)};
  caption.width_px = width;
  double y = at.y;
  const PixelBox number =
      put_text(canvas, format_or_no_data(unit_.figures.projects, tr_),
               {TextRole::Title, dp(30), true}, {at.x, y - dp(6)}, theme().text);
  y += number.height - dp(6);
  const auto say = [&](const std::string& text) {
    y += put_text(canvas, text, caption, {at.x, y}, theme().text_muted).height;
  };
  std::string projects = tr_(N_("projects"));
  if (unit_.rank > 0)
    projects += " · " + trf(tr_, N_("rank {0} of {1}"), format_integer(unit_.rank, tr_.language()),
                            format_integer(unit_.ranked, tr_.language()));
  say(projects);
  say(unit_.figures.budget ? format_money(*unit_.figures.budget, tr_.language())
                           : std::string(tr_(N_("budget not reported"))));
  if (unit_.population)
    say(trf(tr_, N_("{0} people"), format_integer(*unit_.population, tr_.language())));
  say(trf(tr_, N_("{0} km²"), format_short(unit_.area_km2, tr_.language())));
  if (!unit_.zone_name.empty())
    say(trf(tr_, N_("Figures known for {0} together."), unit_.zone_name));
  return y - at.y;
}

double AtlasPage::figures_table(Canvas& canvas, const std::string& title, const ShapeName& name,
                                const std::vector<AtlasUnit::Part>& parts, PixelPoint at,
                                double width, double room) const {
  PlacedTable table = sheet_table(at, scale_);
  const auto fits = static_cast<std::size_t>(std::max(room / table.row_height - 1, 0.0));
  if (parts.empty() || fits < 2)
    return 0;
  table.columns = {{title, width * 0.5, false},
                   {tr_(N_("Projects")), width * 0.22, true},
                   {tr_(N_("Budget")), width * 0.28, true}};
  for (const AtlasUnit::Part& part : parts) {
    if (table.rows.size() + 1 == fits && parts.size() > fits) {
      const auto hidden = static_cast<long long>(parts.size() - table.rows.size());
      table.rows.push_back(
          {trn(tr_, "{0} other", "{0} others", hidden, format_integer(hidden, tr_.language())), "",
           ""});
      break;
    }
    table.rows.push_back(
        {fitted(part.label, table, 0), format_or_no_data(part.figures.projects, tr_),
         part.figures.budget ? format_money_compact(*part.figures.budget, tr_.language())
                             : format_or_no_data(part.figures.budget, tr_)});
  }
  canvas.table(table, name);
  return table.row_height * static_cast<double>(table.rows.size() + 1) + dp(kGap * 0.8);
}

/// The key of the map, where it fits; returns its height.
double AtlasPage::legend(Canvas& canvas, PixelPoint at, double width, double room) const {
  Legend key = picture_.picture->legend;
  key.alternatives.clear();
  NullCanvas nowhere;
  const double height = draw_legend_key({&nowhere, &theme(), scale_}, key, {}, width);
  if (height > room)
    return 0;
  canvas.begin_group({"legend", tr_(N_("Legend"))});
  draw_legend_key({&canvas, &theme(), scale_}, key, at, width);
  canvas.end_group();
  return height + dp(kGap);
}

/// Where the unit lies, its figures in large, the legend; returns the height.
double AtlasPage::key(Canvas& canvas, const PixelBox& box) const {
  locator(canvas, {box.x, box.y, dp(kLocatorWidth), dp(kLocatorHeight)});
  const double text_left = dp(kLocatorWidth + 14);
  const double told = headline(canvas, {box.x + text_left, box.y}, box.width - text_left);
  const double height = std::max(told, dp(kLocatorHeight)) + dp(kGap);
  return height + legend(canvas, {box.x, box.y + height}, box.width, box.height - height);
}

void AtlasPage::tables(Canvas& canvas, const PixelBox& box) const {
  double y = box.y;
  const double bottom = box.y + box.height;
  y += figures_table(canvas, tr_(N_("Fund")), {"by-fund", tr_(N_("By fund"))}, unit_.by_fund,
                     {box.x, y}, box.width, (bottom - y) * 0.4);
  y += figures_table(canvas, tr_(N_("Sector")), {"by-sector", tr_(N_("By sector"))},
                     unit_.by_sector, {box.x, y}, box.width, (bottom - y) * 0.6);
  std::vector<AtlasUnit::Part> neighbours;
  for (const AtlasNeighbour& neighbour : unit_.neighbours)
    neighbours.push_back({neighbour.name, neighbour.figures});
  figures_table(canvas, tr_(N_("Neighbours")), {"neighbours", tr_(N_("Neighbours"))}, neighbours,
                {box.x, y}, box.width, bottom - y);
}

PlacedTable AtlasPage::projects_table(PixelPoint at, double width, std::size_t most) const {
  const Projects& projects = *dataset_.projects;
  PlacedTable table = sheet_table(at, scale_);
  table.columns = {{tr_(N_("Project")), width * 0.42, false},
                   {tr_(N_("Fund")), width * 0.10, false},
                   {tr_(N_("Sector")), width * 0.22, false},
                   {tr_(N_("Status")), width * 0.12, false},
                   {tr_(N_("Budget")), width * 0.14, true}};
  for (const ProjectIndex index : unit_.projects) {
    if (table.rows.size() == most)
      break;
    const auto row = static_cast<std::size_t>(index);
    const auto word = [&](const DictionaryColumn& column, Dimension dimension) {
      const auto value = column.at(row);
      return value.empty() ? std::string{} : label_of(dimension, std::string(value), tr_);
    };
    std::string sectors;
    for (const Code code : projects.sector.at(row))
      sectors += (sectors.empty() ? "" : ", ") +
                 label_of(Dimension::Sector, projects.sector.dictionary.text(code), tr_);
    const auto budget = projects.budget.at(row);
    table.rows.push_back({fitted(std::string(projects.title[row]), table, 0),
                          fitted(word(projects.fund, Dimension::Fund), table, 1),
                          fitted(sectors, table, 2),
                          fitted(word(projects.status, Dimension::Status), table, 3),
                          budget ? format_money_compact(*budget, tr_.language()) : std::string{}});
  }
  return table;
}

/// The list at the foot of a column; returns where its top is.
double AtlasPage::projects(Canvas& canvas, double left, double bottom, double width) const {
  if (unit_.projects.empty())
    return bottom;
  PlacedTable table = projects_table({left, 0}, width, kMostProjects);
  const auto hidden = static_cast<long long>(unit_.projects.size() - table.rows.size());
  if (hidden > 0)
    table.rows.push_back(
        {trn(tr_, "{0} more project is in the list.", "{0} more projects are in the list.", hidden,
             format_integer(hidden, tr_.language())),
         "", "", "", ""});
  table.at.y = bottom - table.row_height * static_cast<double>(table.rows.size() + 1);
  canvas.table(table, {"projects", tr_(N_("Projects"))});
  return table.at.y - dp(kGap);
}

void AtlasPage::paint(Canvas& canvas) const {
  NullCanvas nowhere;
  const double margin = dp(kMargin), gap = dp(kGap), width = size_.width_px - 2 * margin;
  const double top = margin * 0.8 + heading(canvas, {margin, margin * 0.8}, width) + gap * 0.8;
  const double foot_top = size_.height_px - margin * 0.75 -
                          draw_sheet_footer(nowhere, picture_, tr_, scale_, {}, width);
  draw_sheet_footer(canvas, picture_, tr_, scale_, {margin, foot_top}, width);
  const double bottom = foot_top - gap * 0.6;
  if (upright_) {
    const double list_top = projects(canvas, margin, bottom, width);
    const double map_height = (list_top - top) * 0.5;
    map(canvas, {margin, top, width, map_height});
    const double y = top + map_height + gap, half = (width - gap * 1.5) / 2;
    key(canvas, {margin, y, half, list_top - y});
    tables(canvas, {margin + width - half, y, half, list_top - y});
    return;
  }
  const double side = dp(kColumn), left = width - side - gap;
  const double list_top = projects(canvas, margin, bottom, left);
  map(canvas, {margin, top, left, list_top - top});
  const double x = margin + width - side;
  const double told = key(canvas, {x, top, side, bottom - top});
  tables(canvas, {x, top + told, side, bottom - top - told});
}

}  // namespace malimap
