#include "geo/output/gaps_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/coverage/areas.h"
#include "geo/coverage/gaps/words.h"
#include "geo/output/gaps_json.h"

namespace malimap {
namespace {

using Row = std::vector<WorkbookCell>;

/// "0,437": an index always with three decimals.
std::string index_words(const std::optional<double>& index, const Translator& tr) {
  return index ? format_decimal(*index, 3, tr.language()) : tr(N_("no data"));
}

std::string aid_words(double value, Aid aid, Language language) {
  if (aid == Aid::Budget)
    return format_money_compact(cents_of_dollars(value), language);
  const bool whole = value == std::floor(value);
  return whole ? format_integer(std::llround(value), language) : format_short(value, language);
}

const char* unit_heading(Level level) {
  return level == Level::Region   ? N_("Region")
         : level == Level::Cercle ? N_("Cercle")
                                  : N_("Commune");
}

const char* reason_words(GapReason reason) {
  switch (reason) {
    case GapReason::NoProject:
      return N_("no project");
    case GapReason::SectorMissing:
      return N_("sector missing");
    case GapReason::Low:
      break;
  }
  return N_("less than its share");
}

/// What a report is made of, in the order of its columns; the same for CSV and workbook.
class Report {
 public:
  Report(const GapsReport& given, const Translator& tr)
      : report_(given), study_(*given.study), tr_(tr) {}

  [[nodiscard]] std::string need_name() const {
    return name_of(study_.need, *report_.dataset, tr_);
  }
  [[nodiscard]] std::size_t ranks() const {
    return report_.top == 0 ? study_.ranked.size() : std::min(report_.top, study_.ranked.size());
  }
  [[nodiscard]] const CoverageZone& zone_of(const GapRank& rank) const {
    return study_.coverage.zones[static_cast<std::size_t>(rank.zone)];
  }
  [[nodiscard]] std::string sector_of(const GapRank& rank) const {
    return rank.sector.empty() ? std::string{} : label_of(Dimension::Sector, rank.sector, tr_);
  }
  [[nodiscard]] bool has_sectors() const { return study_.settings.by_sector; }
  [[nodiscard]] bool planned() const { return !study_.settings.planned.empty(); }
  [[nodiscard]] bool measured() const { return report_.distances != nullptr; }
  [[nodiscard]] bool by_load() const { return order_of(study_.settings) == GapOrder::Load; }
  [[nodiscard]] std::string load_name() const {
    return tr_(aid() == Aid::Partners ? N_("Need per organisation") : N_("Need per project"));
  }
  [[nodiscard]] Aid aid() const { return study_.settings.aid; }
  [[nodiscard]] std::string aid_name() const { return title_of(aid(), tr_); }
  [[nodiscard]] std::string unit_name() const { return tr_(unit_heading(study_.coverage.level)); }
  /// Of a zone whose need is unknown the projects are known all the same.
  [[nodiscard]] std::optional<double> aid_of(const CoverageZone& zone) const {
    if (zone.gap.aid || aid() == Aid::Partners)
      return zone.gap.aid;
    if (aid() == Aid::Budget)
      return zone.figures.budget ? std::optional(zone.figures.budget->dollars()) : std::nullopt;
    return zone.figures.projects ? std::optional(static_cast<double>(*zone.figures.projects))
                                 : std::nullopt;
  }
  [[nodiscard]] WorkbookCell aid_cell(const std::optional<double>& value) const {
    if (!value)
      return {};
    if (aid() == Aid::Budget)
      return cents_of_dollars(*value);
    return DecimalCell{*value, *value == std::floor(*value) ? 0 : 1};
  }

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string csv() const;
  [[nodiscard]] std::vector<WorkbookSheet> sheets() const;

 private:
  [[nodiscard]] std::string indices_text() const;
  [[nodiscard]] std::string ranked_text() const;
  [[nodiscard]] std::string units_text() const;
  [[nodiscard]] std::string lists_text() const;
  [[nodiscard]] std::vector<std::string> notes() const;
  [[nodiscard]] WorkbookSheet ranked_sheet() const;
  [[nodiscard]] WorkbookSheet units_sheet() const;
  [[nodiscard]] WorkbookSheet indices_sheet() const;
  [[nodiscard]] const ZoneDistance* distance_of(std::size_t zone) const {
    return measured() && zone < report_.distances->zones.size() ? &report_.distances->zones[zone]
                                                                : nullptr;
  }

  const GapsReport& report_;
  const GapStudy& study_;
  const Translator& tr_;
};

std::vector<std::string> Report::notes() const {
  std::vector<std::string> lines;
  if (!report_.unanswered.empty())
    lines.push_back(text_of(report_.unanswered, tr_));
  for (const Message& note : study_.notes)
    lines.push_back(text_of(note, tr_));
  if (const DistanceStudy* distances = report_.distances) {
    if (distances->points == 0)
      lines.emplace_back(tr_(N_("No project has a place that distances could be measured to.")));
    else
      lines.push_back(
          trf(tr_,
              N_("Distances: geodesic, from the seat of each unit to the nearest of {0} "
                 "places ({1} projects by the town of their unit, {2} without a place "
                 "left out)."),
              format_integer(distances->points, tr_.language()),
              format_integer(distances->by_town, tr_.language()),
              format_integer(distances->left_out, tr_.language())));
  }
  return lines;
}

/// "Gini 0.437 · Hoover 0.392 · Theil 0.457 - 5 zones ...": never an index without its universe.
std::string Report::indices_text() const {
  const auto line = [&](const Inequality& inequality) {
    return fmt::format("Gini {}, Hoover {}, Theil {}{}{}\n", index_words(inequality.gini, tr_),
                       index_words(inequality.hoover, tr_), index_words(inequality.theil, tr_),
                       std::string(tr_(N_(": "))), sentence_of(inequality.universe, tr_));
  };
  std::string text = line(study_.inequality);
  const bool as_zero = study_.inequality.universe.unreported_as_zero;
  if (!as_zero && study_.inequality.universe.not_reported > 0)
    text += line(study_.unreported_as_zero);
  if (const auto& parts = study_.inequality.parts; parts && parts->groups.size() > 1) {
    text += trf(tr_, N_("Theil: {0} between the areas"), index_words(parts->between, tr_));
    for (const TheilGroup& group : parts->groups)
      if (group.group >= 0 && group.group < static_cast<int>(kAreas.size()))
        text += ", " + trf(tr_, N_("{0} within: {1}"), index_words(group.contribution, tr_),
                           name_of(kAreas[static_cast<std::size_t>(group.group)], tr_));
    text += "\n";
  }
  return text;
}

std::string Report::ranked_text() const {
  if (study_.ranked.empty())
    return {};
  TextTable table;
  table.columns = {{"", Align::Right}, {unit_name(), Align::Left}};
  if (has_sectors())
    table.columns.push_back({tr_(N_("Sector")), Align::Left});
  table.columns.push_back({tr_(N_("Need")), Align::Right});
  table.columns.push_back({aid_name(), Align::Right});
  table.columns.push_back({by_load() ? load_name() : tr_(N_("Equal share")), Align::Right});
  if (measured())
    table.columns.push_back({"km", Align::Right});
  if (planned())
    table.columns.push_back({tr_(N_("Ranks")), Align::Right});
  std::string sentences;
  const Language language = tr_.language();
  for (std::size_t i = 0; i < ranks(); ++i) {
    const GapRank& rank = study_.ranked[i];
    std::vector<std::string> cells{std::to_string(i + 1), zone_of(rank).name};
    if (has_sectors())
      cells.push_back(sector_of(rank));
    cells.push_back(format_integer(std::llround(rank.need), language));
    cells.push_back(aid_words(rank.aid, aid(), language));
    if (by_load())
      cells.push_back(rank.aid > 0 ? format_integer(std::llround(rank.need / rank.aid), language)
                                   : std::string("–"));
    else
      cells.push_back(aid_words(std::round(rank.expected * 10) / 10, aid(), language));
    if (measured())
      cells.push_back(rank.distance_km ? format_integer(std::llround(*rank.distance_km), language)
                                       : "");
    if (planned())
      cells.push_back(rank.moved == 0 ? "" : fmt::format("{:+d}", rank.moved));
    table.rows.push_back(std::move(cells));
    sentences += fmt::format("{}. {}\n", i + 1, one_line(sentence_of(rank, study_, tr_)));
  }
  std::string text = std::string("\n") + tr_(N_("Where next")) + "\n" + aligned(table);
  if (ranks() < study_.ranked.size())
    text +=
        trf(tr_, N_("… {0} more lines (--top)"),
            format_integer(static_cast<std::int64_t>(study_.ranked.size() - ranks()), language)) +
        "\n";
  return text + "\n" + sentences;
}

std::string Report::units_text() const {
  TextTable table;
  table.columns = {{unit_name(), Align::Left},
                   {tr_(N_("Need")), Align::Right},
                   {aid_name(), Align::Right},
                   {tr_(N_("Location quotient")), Align::Right}};
  if (measured())
    table.columns.push_back({"km", Align::Right});
  if (measured())
    table.columns.push_back(
        {trf(tr_, N_("beyond {0} km"), format_short(report_.distances->beyond_km, tr_.language())),
         Align::Right});
  for (std::size_t i = 0; i < study_.coverage.zones.size(); ++i) {
    const CoverageZone& zone = study_.coverage.zones[i];
    if (zone.filtered_out)
      continue;
    const auto shown = [&](const std::optional<double>& value, auto words) {
      return value ? std::string(words(*value)) : std::string(tr_(N_("no data")));
    };
    const Language language = tr_.language();
    std::vector<std::string> cells{
        zone.name,
        shown(zone.gap.need, [&](double v) { return format_integer(std::llround(v), language); }),
        shown(aid_of(zone), [&](double v) { return aid_words(v, aid(), language); }),
        shown(zone.gap.location_quotient,
              [&](double v) { return format_decimal(v, 2, language); })};
    if (const ZoneDistance* distance = distance_of(i)) {
      cells.push_back(distance->km ? format_integer(std::llround(*distance->km), language) : "");
      cells.push_back(distance->share_beyond ? format_percent(*distance->share_beyond, 0, language)
                                             : "");
    }
    cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  }
  return "\n" + aligned(table);
}

std::string Report::lists_text() const {
  const auto names = [&](const std::vector<int>& zones) {
    std::string text;
    for (const int zone : zones)
      text +=
          (text.empty() ? "" : ", ") + study_.coverage.zones[static_cast<std::size_t>(zone)].name;
    return one_line(text);
  };
  std::string text;
  if (!study_.without_any.empty())
    text += trf(tr_, N_("Without any project under this filter: {0}."), names(study_.without_any)) +
            "\n";
  if (!study_.not_reported.empty())
    text +=
        trf(tr_, N_("Not reported, which is not a gap: {0}."), names(study_.not_reported)) + "\n";
  for (const std::string& note : notes())
    text += one_line(note) + "\n";
  return text.empty() ? text : "\n" + text;
}

std::string Report::text() const {
  if (!report_.unanswered.empty()) {
    std::string text;
    for (const std::string& note : notes())
      text += one_line(note) + "\n";
    return text;
  }
  std::string text = trf(tr_, N_("{0} held against: {1}"), aid_name(), need_name()) + "\n" +
                     indices_text() + ranked_text();
  if (!has_sectors())
    text += units_text();
  return text + lists_text();
}

std::string Report::csv() const {
  const auto plain = [](const std::optional<double>& value) {
    return value ? fmt::format("{}", std::round(*value * 1e6) / 1e6) : std::string{};
  };
  std::string text = csv_record({"part", "rank", "code", "name", "sector", "reported", "need",
                                 "aid", "expected", "score", "location_quotient", "share_gap",
                                 "distance_km", "reason", "sentence", "load"});
  for (std::size_t i = 0; i < ranks(); ++i) {
    const GapRank& rank = study_.ranked[i];
    text += csv_record({"ranked", std::to_string(i + 1), safe_cell(zone_of(rank).code),
                        safe_cell(zone_of(rank).name), safe_cell(rank.sector), "true",
                        plain(rank.need), plain(rank.aid), plain(rank.expected), plain(rank.score),
                        "", "", plain(rank.distance_km), std::string(word_of(rank.reason)),
                        safe_cell(sentence_of(rank, study_, tr_)), plain(rank.load)});
  }
  for (const CoverageZone& zone : study_.coverage.zones)
    text += csv_record({"unit", "", safe_cell(zone.code), safe_cell(zone.name), "",
                        zone.figures.reported() ? "true" : "false", plain(zone.gap.need),
                        plain(aid_of(zone)), "", "", plain(zone.gap.location_quotient),
                        plain(zone.gap.share_gap), plain(zone.gap.distance_km), "", "", ""});
  return text;
}

WorkbookSheet Report::ranked_sheet() const {
  WorkbookSheet sheet{tr_(N_("Where next")), {{"N°"}, {tr_(N_("P-code"))}, {unit_name()}}, {}, {}};
  if (has_sectors())
    sheet.columns.push_back({tr_(N_("Sector"))});
  sheet.columns.push_back({need_name()});
  sheet.columns.push_back({aid_name()});
  sheet.columns.push_back({tr_(N_("Equal share"))});
  if (by_load())
    sheet.columns.push_back({load_name()});
  sheet.columns.push_back({tr_(N_("Reason"))});
  sheet.columns.push_back({"km"});
  if (planned())
    sheet.columns.push_back({tr_(N_("Ranks"))});
  sheet.columns.push_back({tr_(N_("Why")), 90});
  for (std::size_t i = 0; i < ranks(); ++i) {
    const GapRank& rank = study_.ranked[i];
    Row row{static_cast<std::int64_t>(i + 1), zone_of(rank).code, zone_of(rank).name};
    if (has_sectors())
      row.emplace_back(sector_of(rank));
    row.emplace_back(DecimalCell{rank.need, 0});
    row.push_back(aid_cell(rank.aid));
    row.push_back(aid_cell(rank.expected));
    if (by_load())
      row.push_back(rank.aid > 0 ? WorkbookCell(DecimalCell{rank.need / rank.aid, 0})
                                 : WorkbookCell());
    row.emplace_back(std::string(tr_(reason_words(rank.reason))));
    row.push_back(rank.distance_km ? WorkbookCell(DecimalCell{*rank.distance_km, 0})
                                   : WorkbookCell());
    if (planned())
      row.emplace_back(static_cast<std::int64_t>(rank.moved));
    row.emplace_back(sentence_of(rank, study_, tr_));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

WorkbookSheet Report::units_sheet() const {
  const NeedSource& need = study_.need;
  const auto title = [&](Measure measure) {
    return title_of(measure, need, aid(), study_.need_sector, tr_);
  };
  WorkbookSheet sheet{unit_name(),
                      {{tr_(N_("P-code"))},
                       {unit_name()},
                       {need_name()},
                       {aid_name()},
                       {title(Measure::PerNeed), 22},
                       {title(Measure::LocationQuotient), 22},
                       {title(Measure::ShareGap), 22},
                       {title(Measure::Shortfall), 22}},
                      {},
                      {}};
  if (measured()) {
    sheet.columns.push_back({tr_(N_("Nearest project (km)")), 14});
    sheet.columns.push_back(
        {trf(tr_, N_("beyond {0} km"), format_short(report_.distances->beyond_km, tr_.language())),
         14});
  }
  const auto decimal = [](const std::optional<double>& value, int digits) {
    return value ? WorkbookCell(DecimalCell{*value, digits}) : WorkbookCell();
  };
  for (std::size_t i = 0; i < study_.coverage.zones.size(); ++i) {
    const CoverageZone& zone = study_.coverage.zones[i];
    if (zone.filtered_out)
      continue;
    Row row{zone.code,
            zone.name,
            decimal(zone.gap.need, 0),
            aid_cell(aid_of(zone)),
            decimal(zone.gap.per_need, 2),
            decimal(zone.gap.location_quotient, 2),
            zone.gap.share_gap ? WorkbookCell(PercentCell{*zone.gap.share_gap, 1}) : WorkbookCell(),
            decimal(zone.gap.shortfall, aid() == Aid::Budget ? 0 : 1)};
    if (const ZoneDistance* distance = distance_of(i)) {
      row.push_back(decimal(distance->km, 0));
      row.push_back(distance->share_beyond ? WorkbookCell(PercentCell{*distance->share_beyond, 0})
                                           : WorkbookCell());
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

WorkbookSheet Report::indices_sheet() const {
  WorkbookSheet sheet{
      tr_(N_("Indices")), {{tr_(N_("Index"))}, {tr_(N_("Value"))}, {tr_(N_("Over")), 90}}, {}, {}};
  const auto add = [&](const Inequality& inequality) {
    const std::string universe = sentence_of(inequality.universe, tr_);
    const auto line = [&](const char* name, const std::optional<double>& value) {
      sheet.rows.push_back({std::string(name),
                            value ? WorkbookCell(DecimalCell{*value, 3}) : WorkbookCell(),
                            universe});
    };
    line("Gini", inequality.gini);
    line("Hoover", inequality.hoover);
    line("Theil", inequality.theil);
  };
  if (report_.unanswered.empty()) {
    add(study_.inequality);
    if (!study_.inequality.universe.unreported_as_zero &&
        study_.inequality.universe.not_reported > 0)
      add(study_.unreported_as_zero);
  }
  for (const std::string& note : notes())
    sheet.rows.push_back({std::string(tr_(N_("Note"))), {}, note});
  return sheet;
}

std::vector<WorkbookSheet> Report::sheets() const {
  return {ranked_sheet(), units_sheet(), indices_sheet()};
}

}  // namespace

std::string gaps_report(const GapsReport& report, TextFormat format) {
  const Translator tr(report.language);
  switch (format) {
    case TextFormat::Json:
      return gaps_json(report, tr);
    case TextFormat::Csv:
      return Report(report, tr).csv();
    case TextFormat::Table:
      break;
  }
  return Report(report, tr).text();
}

std::vector<WorkbookSheet> gaps_sheets(const GapsReport& report) {
  const Translator tr(report.language);
  return Report(report, tr).sheets();
}

}  // namespace malimap
