#include "geo/coverage/gaps/explain_gaps.h"

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/coverage/explain_parts.h"
#include "geo/coverage/gaps/words.h"

namespace malimap {
namespace {

using Gap = FigureRef::Gap;

/// "65", "1.2 M USD".
std::string aid_text(double value, Aid aid, const Translator& tr) {
  return aid == Aid::Budget ? format_money_compact(cents_of_dollars(value), tr.language())
                            : format_integer(std::llround(value), tr.language());
}

/// What stands behind one figure of a study.
class GapExplainer {
 public:
  GapExplainer(const GapStudy& study, const CoverageCube& cube, const Filter& filter,
               const FigureRef& ref, const Translator& tr)
      : study_(study), cube_(cube), filter_(filter), ref_(ref), tr_(tr) {}

  [[nodiscard]] Explanation explain() {
    if (ref_.gap == Gap::Rank)
      explain_rank();
    else
      explain_index();
    return std::move(told_);
  }

 private:
  [[nodiscard]] const CoverageZone& zone(std::size_t index) const {
    return study_.coverage.zones[index];
  }
  [[nodiscard]] Aid aid() const { return study_.settings.aid; }
  [[nodiscard]] std::string need_name() const { return name_of(study_.need, cube_.dataset(), tr_); }
  [[nodiscard]] std::string percent(double share) const {
    return format_percent(share, 1, tr_.language());
  }

  void explain_index();
  void add_units();
  [[nodiscard]] std::string unit_text(double aid_share, double need_share) const;
  void explain_rank();
  void add_rank_parts(const GapRank& rank);
  void add_rows(const FigureRef& of, const std::vector<int>& zones);
  void add_sources(const FigureRows& rows, const std::vector<std::int64_t>& need_rows);
  [[nodiscard]] std::vector<std::int64_t> rows_of_need(const GapRank& rank) const;

  const GapStudy& study_;
  const CoverageCube& cube_;
  const Filter& filter_;
  const FigureRef& ref_;
  const Translator& tr_;
  Explanation told_;
};

void GapExplainer::explain_index() {
  const Inequality& all = study_.inequality;
  const bool gini = ref_.gap == Gap::Gini, hoover = ref_.gap == Gap::Hoover;
  const auto& value = gini ? all.gini : hoover ? all.hoover : all.theil;
  told_.title = std::string(gini     ? "Gini"
                            : hoover ? "Hoover"
                                     : "Theil") +
                " · " + trf(tr_, N_("{0} held against: {1}"), title_of(aid(), tr_), need_name());
  told_.value = value ? format_decimal(*value, 3, tr_.language()) : tr_(N_("no data"));
  told_.parts.push_back({title_of(aid(), tr_), aid_text(all.universe.aid, aid(), tr_)});
  told_.parts.push_back({title_of(Measure::Need, study_.need, aid(), study_.need_sector, tr_),
                         format_integer(std::llround(all.universe.need), tr_.language())});
  add_units();
  told_.rules.emplace_back(
      gini
          ? tr_(N_("Units by rising aid per need, their shares added up: one minus the sum of each "
                   "step's share of the need times the aid shares at both its ends (Lorenz 1905, "
                   "Brown 1994)."))
      : hoover
          ? tr_(N_("Half the sum of what each unit's share of the aid and its share of the need "
                   "differ by (Hoover 1936)."))
          : tr_(N_("The sum over the units of the share of the aid times the logarithm of that "
                   "share over the share of the need; a unit without aid adds nothing (Theil "
                   "1967).")));
  told_.rules.push_back(trf(tr_, N_("Over {0}."), sentence_of(all.universe, tr_)));
  if (!filter_.empty())
    told_.rules.emplace_back(tr_(N_("Only rows that pass the filter count.")));
  for (const Message& note : study_.notes)
    told_.rules.push_back(text_of(note, tr_));
  FigureRef of;
  of.where = FigureRef::Where::Zones;
  std::vector<int> zones;
  for (std::size_t i = 0; i < study_.coverage.zones.size(); ++i)
    if (zone(i).gap.aid)
      zones.push_back(static_cast<int>(i));
  add_rows(of, zones);
}

/// Of each unit what the index is made of, in the order of the Lorenz curve.
void GapExplainer::add_units() {
  struct Line {
    const CoverageZone* zone;
    double aid, need;
  };
  std::vector<Line> lines;
  const Universe& universe = study_.inequality.universe;
  for (const CoverageZone& one : study_.coverage.zones) {
    const bool as_zero = universe.unreported_as_zero && !one.figures.reported() && one.gap.need;
    if (one.gap.aid || as_zero)
      lines.push_back({&one, one.gap.aid.value_or(0), one.gap.need.value_or(0)});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.aid * b.need < b.aid * a.need; });
  if (!(universe.aid > 0) || !(universe.need > 0))
    return;
  told_.parts.push_back({tr_(N_("Each unit")), ref_.gap == Gap::Theil
                                                   ? tr_(N_("adds"))
                                                   : tr_(N_("share of aid, of need"))});
  for (const Line& line : lines)
    told_.parts.push_back(
        {line.zone->name, unit_text(line.aid / universe.aid, line.need / universe.need)});
}

std::string GapExplainer::unit_text(double aid_share, double need_share) const {
  if (ref_.gap == Gap::Theil)
    return format_decimal(aid_share > 0 ? aid_share * std::log(aid_share / need_share) : 0, 3,
                          tr_.language());
  return percent(aid_share) + " · " + percent(need_share);
}

void GapExplainer::explain_rank() {
  const std::string sector = ref_.value ? ref_.value->second : std::string{};
  const auto& ranks = study_.ranked;
  const auto found = std::find_if(ranks.begin(), ranks.end(), [&](const GapRank& rank) {
    return zone(static_cast<std::size_t>(rank.zone)).code == ref_.zone && rank.sector == sector;
  });
  told_.title = tr_(N_("Where next"));
  if (found == ranks.end()) {
    told_.title += " · " + ref_.zone;
    told_.value = tr_(N_("no data"));
    told_.rules.emplace_back(tr_(N_("No longer in the list: it has its share under this filter.")));
    return;
  }
  const GapRank& rank = *found;
  told_.title += " · " + zone(static_cast<std::size_t>(rank.zone)).name;
  if (!sector.empty())
    told_.title += " · " + label_of(Dimension::Sector, sector, tr_);
  const bool load = order_of(study_.settings) == GapOrder::Load;
  told_.value = trf(tr_, N_("Rank {0}"), found - ranks.begin() + 1);
  add_rank_parts(rank);
  told_.rules.push_back(sentence_of(rank, study_, tr_));
  told_.rules.emplace_back(
      load ? tr_(N_(
                 "The list goes by need divided by what is there and one more; only what has less "
                 "than its share is in it."))
           : tr_(N_("The list goes by share of the need minus share of the aid; only what has less "
                    "than its share is in it.")));
  if (!sector.empty() && !load)
    told_.rules.emplace_back(
        tr_(N_("In sectors the difference is weighted by the sector's share of all need.")));
  FigureRef of;
  of.where = FigureRef::Where::Zone;
  of.zone = ref_.zone;
  of.value = ref_.value;
  of.partners = aid() == Aid::Partners;
  add_rows(of, {rank.zone});
}

void GapExplainer::add_rank_parts(const GapRank& rank) {
  const auto add = [&](const std::string& label, const std::string& value) {
    told_.parts.push_back({label, value});
  };
  const std::string sector = rank.sector.empty() ? study_.need_sector : rank.sector;
  const bool told_by_sector = study_.need.table && !study_.need.table->sectors.empty();
  add(title_of(Measure::Need, study_.need, aid(), told_by_sector ? sector : "", tr_),
      format_integer(std::llround(rank.need), tr_.language()));
  add(tr_(N_("Share of the need")), percent(rank.need_share));
  add(title_of(aid(), tr_), aid_text(rank.aid, aid(), tr_));
  if (rank.aid_of_all > 0)
    add(tr_(N_("Share of the aid")), percent(rank.aid / rank.aid_of_all));
  if (aid() == Aid::Budget)
    add(tr_(N_("Equal share")), aid_text(rank.expected, aid(), tr_));
  else
    add(tr_(N_("Equal share")), format_short(rank.expected, tr_.language()));
  if (aid() != Aid::Budget)
    add(tr_(N_("Need for each, with one more")),
        format_integer(std::llround(rank.load), tr_.language()));
  if (rank.distance_km)
    add(tr_(N_("Nearest project (km)")),
        format_integer(std::llround(*rank.distance_km), tr_.language()));
}

/// The rows of the list behind it; of published sums there are none.
void GapExplainer::add_rows(const FigureRef& of, const std::vector<int>& zones) {
  FigureRows rows = rows_behind(cube_, filter_, of, zones);
  std::vector<std::int64_t> need_rows;
  if (ref_.gap == Gap::Rank)
    for (const GapRank& rank : study_.ranked)
      if (rank.zone == zones.front() &&
          rank.sector == (ref_.value ? ref_.value->second : std::string{}))
        need_rows = rows_of_need(rank);
  add_sources(rows, need_rows);
  told_.rows = std::move(rows.rows);
  told_.projects = rows.figures.projects.value_or(0);
  told_.budget = rows.figures.budget.value_or(Cents{});
}

/// Of the file of need: the rows that give this line's figure itself, or its parts'.
std::vector<std::int64_t> GapExplainer::rows_of_need(const GapRank& rank) const {
  std::vector<std::int64_t> rows;
  if (!study_.need.table)
    return rows;
  const bool by_sector = !study_.need.table->sectors.empty();
  const std::string& sector =
      by_sector ? (rank.sector.empty() ? study_.need_sector : rank.sector) : std::string{};
  const CoverageZone& of = zone(static_cast<std::size_t>(rank.zone));
  for (const NeedEntry& entry : study_.need.table->entries)
    if (entry.sector == sector && entry.code == of.code)
      rows.push_back(entry.row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

void GapExplainer::add_sources(const FigureRows& rows, const std::vector<std::int64_t>& need_rows) {
  const FigureRef total;
  FigureAsked asked{cube_, study_.coverage, filter_, total, tr_};
  asked.rows.rows = rows.rows;
  asked.place.figures = study_.coverage.total;
  told_.sources = cube_.dataset().aggregates ? sources_of_published(asked) : sources_of_list(asked);
  std::string need = need_name();
  for (std::size_t i = 0; i < need_rows.size(); ++i)
    need += (i == 0 ? " · " + std::string(trn(tr_, "Row {0}", "Rows {0}",
                                              static_cast<long long>(need_rows.size()),
                                              std::to_string(need_rows[0])))
                    : ", " + std::to_string(need_rows[i]));
  told_.sources.push_back(tr_(N_("Need")) + std::string(tr_(N_(": "))) + need);
}

}  // namespace

Explanation explain_gap(const GapStudy& study, const CoverageCube& cube, const Filter& filter,
                        const FigureRef& ref, const Translator& tr) {
  return GapExplainer(study, cube, filter, ref, tr).explain();
}

}  // namespace malimap
