#include "geo/output/bulletin/bulletin_page.h"

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/output/bulletin/charts.h"
#include "geo/output/sheet.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kDesignWidth = 794;  // A4 upright at 96 px an inch
constexpr double kMargin = 36, kGap = 18;
constexpr double kCardHeight = 74;
constexpr double kRowHeight = kSheetRowHeight;
constexpr std::size_t kMostBars = 12;

std::string name_or_no_data(const std::optional<std::int64_t>& value, const Translator& tr) {
  return format_or_no_data(value, tr);
}

}  // namespace

BulletinPage::BulletinPage(const ScenePicture& picture, const BulletinFigures& figures,
                           Language language, const PageSize& size)
    : picture_(picture),
      figures_(figures),
      tr_(language),
      size_(size),
      scale_(std::min(size.width_px / kDesignWidth, size.height_px / (kDesignWidth * 1.4142))),
      measure_(page_measure()) {}

double BulletinPage::dp(double value) const {
  return value * scale_;
}

double BulletinPage::heading(Canvas& canvas, PixelPoint at, double width) const {
  canvas.begin_group({"title", tr_(N_("Title"))});
  TextStyle title{TextRole::Title, dp(24), true};
  title.width_px = width;
  const std::string& wanted = picture_.scene->title;
  double y =
      at.y + put_text(canvas,
                      wanted.empty() ? std::string(tr_(N_("Projects by region and fund"))) : wanted,
                      title, at, theme().text)
                 .height;
  TextStyle line{TextRole::Subtitle, dp(12)};
  line.width_px = width;
  const std::string& own = picture_.scene->page.subtitle;
  for (const std::string& text :
       {picture_.picture->totals, own.empty() ? picture_.picture->subtitle : own})
    if (!text.empty())
      y += dp(2) + put_text(canvas, text, line, {at.x, y + dp(2)}, theme().text_muted).height;
  canvas.end_group();
  return y - at.y;
}

/// One card a fund: its number of projects, how many are over, what they cost.
double BulletinPage::cards(Canvas& canvas, PixelPoint at, double width) const {
  const std::size_t count = std::min<std::size_t>(figures_.funds.size(), 4);
  const double gap = dp(12),
               each = (width - gap * static_cast<double>(count - 1)) / static_cast<double>(count);
  canvas.begin_group({"key-figures", tr_(N_("Key figures"))});
  for (std::size_t i = 0; i < count; ++i)
    card(canvas, figures_.funds[i], {at.x + (each + gap) * static_cast<double>(i), at.y}, each);
  canvas.end_group();
  return dp(kCardHeight);
}

void BulletinPage::card(Canvas& canvas, const BulletinFund& fund, PixelPoint at,
                        double width) const {
  canvas.rectangle({at.x, at.y, dp(5), dp(kCardHeight)}, {fund.colour, {}, {}});
  const double x = at.x + dp(14), inner = width - dp(14);
  const PixelBox number =
      put_text(canvas, name_or_no_data(fund.total.projects, tr_), {TextRole::Title, dp(26), true},
               {x, at.y - dp(4)}, theme().text);
  put_text(canvas, fund.label, {TextRole::LegendTitle, dp(13), true},
           {x + number.width + dp(8), at.y + dp(10)}, theme().text);
  std::string state;
  if (fund.completed)
    state = trn(tr_, "{0} project completed", "{0} projects completed", *fund.completed,
                format_integer(*fund.completed, tr_.language()));
  if (fund.ongoing)
    state += (state.empty() ? "" : " · ") +
             trf(tr_, N_("{0} ongoing"), format_integer(*fund.ongoing, tr_.language()));
  TextStyle line{TextRole::Legend, dp(11)};
  line.width_px = inner;
  double y = at.y + dp(31);
  for (const std::string& text :
       {state, fund.total.budget ? format_money(*fund.total.budget, tr_.language())
                                 : std::string(tr_(N_("budget not reported")))})
    if (!text.empty())
      y += put_text(canvas, text, line, {x, y}, theme().text_muted).height;
}

void BulletinPage::map(Canvas& canvas, const PixelBox& box) const {
  ComposeInput input;
  input.picture = picture_.picture.get();
  input.shapes = picture_.shapes;
  input.scene = picture_.scene.get();
  input.language = tr_.language();
  input.view = {box.width, box.height, scale_, {}};
  const double around = dp(16);
  input.view.camera = picture_.scene->camera ? *picture_.scene->camera
                                             : fit(picture_.shapes->box, box.width, box.height,
                                                   scale_, {around, around, around, around});
  NullCanvas nowhere;
  const auto furnished = [&input] {
    Composition composition = compose(input);
    composition.furniture.legend.corner = Corner::TopLeft;
    composition.furniture.legend.alternatives.clear();
    return composition;
  };
  // Without a measure no label is placed: these come second, around the furniture.
  input.keep_clear = paint_furniture(nowhere, furnished());
  input.measure_text = measure_;
  const Composition composition = furnished();
  canvas.begin_group({"map", tr_(N_("Map"))});
  canvas.begin_frame(box);
  paint_map(canvas, composition);
  paint_furniture(canvas, composition);
  canvas.end_frame();
  canvas.rectangle(box, {{}, {}, Stroke{theme().panel_line, dp(0.75), {}}});
  canvas.end_group();
}

/// Zones by fund. The last row counts distinct projects, which is not the sum where a project lies
/// in several zones.
PlacedTable BulletinPage::zones_table(PixelPoint at, double width) const {
  PlacedTable table = sheet_table(at, scale_);
  const double number = std::min(width * 0.6 / static_cast<double>(figures_.funds.size()), dp(110));
  table.columns.push_back(
      {tr_(N_("Projects")), width - number * static_cast<double>(figures_.funds.size()), false});
  for (const BulletinFund& fund : figures_.funds)
    table.columns.push_back({fund.label, number, true});
  for (const BulletinZone& zone : figures_.zones) {
    std::vector<std::string> row{zone.name};
    for (const auto& projects : zone.projects)
      row.push_back(format_or_no_data(projects, tr_));
    table.rows.push_back(std::move(row));
  }
  std::vector<std::string> total{tr_(N_("Whole country (distinct projects)"))};
  for (const BulletinFund& fund : figures_.funds)
    total.push_back(format_or_no_data(fund.total.projects, tr_));
  table.rows.push_back(std::move(total));
  table.total_rows = 1;
  return table;
}

double BulletinPage::notes(Canvas& canvas, PixelPoint at, double width) const {
  TextStyle style{TextRole::Note, dp(10)};
  style.width_px = width;
  std::string text;
  for (const BulletinFund& fund : figures_.funds)
    if (figures_.funds.size() > 1 && fund.total.projects && fund.mentions > *fund.total.projects)
      text += (text.empty() ? "" : " ") + trf(tr_, N_("{0}: {1} projects, {2} mentions by region."),
                                              fund.label,
                                              format_integer(*fund.total.projects, tr_.language()),
                                              format_integer(fund.mentions, tr_.language()));
  for (const std::string& note : picture_.picture->legend.notes)
    text += (text.empty() ? "" : " ") + note;
  return text.empty() ? 0 : put_text(canvas, text, style, at, theme().text_muted).height;
}

void BulletinPage::overview(Canvas& canvas) const {
  NullCanvas nowhere;
  const double margin = dp(kMargin), width = size_.width_px - 2 * margin, gap = dp(kGap);
  double y = margin * 0.85;
  y += heading(canvas, {margin, y}, width) + gap;
  y += cards(canvas, {margin, y}, width) + gap * 0.6;
  const double foot = draw_sheet_footer(nowhere, picture_, tr_, scale_, {}, width);
  const double bottom = size_.height_px - margin * 0.75 - foot;
  draw_sheet_footer(canvas, picture_, tr_, scale_, {margin, bottom}, width);
  const double notes_height = notes(nowhere, {}, width);
  const double notes_top = bottom - gap * 0.5 - notes_height;
  notes(canvas, {margin, notes_top}, width);
  PlacedTable table = zones_table({margin, 0}, width);
  // The map keeps half of the page: a long table is cut, and says so.
  const double most = std::max((notes_top - y) * 0.45, dp(kRowHeight * 4));
  const auto fits = static_cast<std::size_t>(most / table.row_height) - 1;
  if (table.rows.size() > fits) {
    const auto hidden = static_cast<long long>(table.rows.size() - fits + 1);
    const auto total = table.rows.back();
    table.rows.resize(fits - 2);
    table.rows.push_back({trn(tr_, "{0} more region", "{0} more regions", hidden,
                              format_integer(hidden, tr_.language()))});
    table.rows.back().resize(table.columns.size());
    table.rows.push_back(total);
  }
  const double table_height = table.row_height * static_cast<double>(table.rows.size() + 1);
  table.at.y = notes_top - gap * 0.5 - table_height;
  map(canvas, {margin, y, width, table.at.y - gap * 0.6 - y});
  canvas.table(table, {"figures", tr_(N_("Figures"))});
}

PlacedTable BulletinPage::projects_table(PixelPoint at, double width, std::size_t most) const {
  PlacedTable table = sheet_table(at, scale_);
  table.columns = {
      {tr_(N_("Project")), width * 0.37, false}, {tr_(N_("Fund")), width * 0.07, false},
      {tr_(N_("Place")), width * 0.18, false},   {tr_(N_("Status")), width * 0.11, false},
      {tr_(N_("Start")), width * 0.16, false},   {tr_(N_("Budget")), width * 0.11, true}};
  for (const BulletinProject& project : figures_.projects) {
    if (table.rows.size() == most)
      break;
    table.rows.push_back({fitted(project.title, table, 0), project.fund,
                          fitted(project.place, table, 2), fitted(project.status, table, 3),
                          fitted(project.start, table, 4), project.budget});
  }
  return table;
}

void BulletinPage::details(Canvas& canvas) const {
  NullCanvas nowhere;
  const double margin = dp(kMargin), width = size_.width_px - 2 * margin, gap = dp(kGap);
  double y = margin * 0.85;
  y += heading(canvas, {margin, y}, width) + gap * 1.2;
  const double column = (width - dp(28)) / 2;
  const ChartStyle style{&theme(), scale_, tr_.language()};
  const double left = draw_chart(canvas, style, tr_(N_("Budget by sector")), figures_.by_sector,
                                 figures_.funds, {margin, y}, column, kMostBars);
  const double right = draw_chart(canvas, style, tr_(N_("Budget by region")), figures_.by_zone,
                                  figures_.funds, {margin + column + dp(28), y}, column, kMostBars);
  y += std::max(left, right) + gap;
  const double bottom = size_.height_px - margin * 0.75 -
                        draw_sheet_footer(nowhere, picture_, tr_, scale_, {}, width);
  draw_sheet_footer(canvas, picture_, tr_, scale_, {margin, bottom}, width);
  const double room = bottom - gap - y - dp(44);
  if (figures_.projects.empty() || room < dp(kRowHeight * 3))
    return;
  TextStyle title{TextRole::LegendTitle, dp(14), true};
  y += put_text(canvas, tr_(N_("Projects listed one by one")), title, {margin, y}, theme().text)
           .height +
       dp(4);
  const auto most = static_cast<std::size_t>(room / dp(kRowHeight)) - 1;
  const PlacedTable table = projects_table({margin, y}, width, most);
  canvas.table(table, {"projects", tr_(N_("Projects"))});
  const auto hidden = static_cast<long long>(figures_.projects.size() - table.rows.size()) +
                      static_cast<long long>(figures_.more_projects);
  y += table.row_height * static_cast<double>(table.rows.size() + 1) + dp(4);
  if (hidden > 0)
    put_text(canvas,
             trn(tr_, "{0} more project is in the list.", "{0} more projects are in the list.",
                 hidden, format_integer(hidden, tr_.language())),
             {TextRole::Note, dp(10)}, {margin, y}, theme().text_muted);
}

}  // namespace malimap
