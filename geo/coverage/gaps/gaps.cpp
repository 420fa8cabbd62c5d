#include "geo/coverage/gaps/gaps.h"

#include <algorithm>
#include <array>

#include "geo/coverage/gaps/cases.h"
#include "geo/coverage/gaps/planned.h"
#include "geo/coverage/gaps/rank.h"
#include "geo/coverage/gaps/words.h"

namespace malimap {
namespace {

struct ReasonWord {
  GapReason reason;
  std::string_view word;
};
constexpr std::array kReasons = {
    ReasonWord{GapReason::NoProject, "no-project"},
    ReasonWord{GapReason::SectorMissing, "sector-missing"},
    ReasonWord{GapReason::Low, "low"},
};

using Layers = std::vector<CaseLayer>;

bool asks_for_sectors(const GapInput& input) {
  return input.settings.by_sector || !input.filter.sector.empty() ||
         input.filter.except.contains(Dimension::Sector);
}

/// Of aggregates: what no zone has a figure for was not published under this filter.
std::optional<Error> unpublished(const GapInput& input, const Coverage& coverage) {
  const auto reported = [](const CoverageZone& zone) { return zone.figures.reported(); };
  if (!input.cube->dataset().aggregates)
    return std::nullopt;
  const Message remedy{N_("a list of projects, one a row, can answer this"), {}};
  if (asks_for_sectors(input))
    return Error{{N_("Not published by sector and region."), {}}, {}, remedy};
  if (input.settings.aid == Aid::Partners)
    return Error{{N_("Not published: organisations by region."), {}}, {}, remedy};
  if (std::none_of(coverage.zones.begin(), coverage.zones.end(), reported))
    return Error{{N_("Not published by region under this filter."), {}}, {}, remedy};
  return std::nullopt;
}

std::optional<Error> unread_need(const GapInput& input) {
  if (input.need.choice.kind != NeedKind::File || input.need.table)
    return std::nullopt;
  return Error{
      {N_("The file of needs was not read."), {}}, {input.need.choice.path, {}, {}, {}}, {}};
}

bool has_counted(const CaseLayer& layer) {
  return std::any_of(layer.zones.begin(), layer.zones.end(),
                     [](const ZoneCase& zone) { return zone.standing == Standing::Counted; });
}

/// Why no zone can be held against its need.
Error nothing_counted(const CaseLayer& whole, const GapInput& input) {
  const auto is = [&](Standing standing) {
    return std::any_of(whole.zones.begin(), whole.zones.end(),
                       [&](const ZoneCase& zone) { return zone.standing == standing; });
  };
  Place where;
  if (input.need.choice.kind == NeedKind::File)
    where.file = input.need.choice.path;
  if (is(Standing::AidUnknown))
    return input.settings.aid == Aid::Partners
               ? Error{{N_("The list names no organisations."), {}}, {}, {}}
               : Error{{N_("No budget of any unit is known."), {}}, {}, {}};
  if (is(Standing::WithoutNeed))
    return {{N_("No need is known for any unit of these boundaries."), {}}, where, {}};
  return {{N_("No unit is left under this filter."), {}}, {}, {}};
}

std::string names_of(const std::vector<GapRank>& ranks, const Coverage& coverage) {
  std::string names;
  for (const GapRank& rank : ranks) {
    names += (names.empty() ? "" : ", ") + coverage.zones[static_cast<std::size_t>(rank.zone)].name;
    if (!rank.sector.empty())
      names += " (" + rank.sector + ")";
  }
  return names;
}

void note_sums(const GapInput& input, const Coverage& coverage, const CaseLayer& whole,
               std::vector<Message>& notes) {
  const CaseSums sums = sums_of(whole);
  if (sums.aid == 0)
    notes.push_back({N_("Nothing under this filter: the list goes by need alone."), {}});
  if (input.settings.aid == Aid::Partners)
    notes.push_back(
        {N_("An organisation counts once in each unit where it works: sums over units are "
            "presences, not organisations."),
         {}});
  else if (input.settings.aid == Aid::Projects && coverage.total.projects &&
           coverage.mentions > *coverage.total.projects)
    notes.push_back({N_("A project in several units counts once in each: sums over units are "
                        "mentions, not projects."),
                     {}});
  if (input.filter.sector.size() > 0 && input.need.choice.kind == NeedKind::File &&
      input.need.table && !input.need.table->sectors.empty() && !input.settings.by_sector &&
      sector_of_need(input.need, input.filter).empty())
    notes.push_back({N_("The need is that of all sectors together."), {}});
}

/// The lists of zones that stand apart, and what is known of each in the figures.
void fill_zones(GapStudy& study, const CaseLayer& whole) {
  for (std::size_t i = 0; i < whole.zones.size(); ++i) {
    const CoverageZone& zone = study.coverage.zones[i];
    const Standing standing = whole.zones[i].standing;
    if (standing == Standing::NotReported)
      study.not_reported.push_back(static_cast<int>(i));
    const bool inside = standing == Standing::Counted || standing == Standing::AidUnknown;
    if (inside && whole.zones[i].need > 0 && zone.figures.projects == 0)
      study.without_any.push_back(static_cast<int>(i));
  }
}

void put_distances(Coverage& coverage, const GapInput& input) {
  for (std::size_t i = 0; i < coverage.zones.size() && i < input.distance_km.size(); ++i)
    coverage.zones[i].gap.distance_km = input.distance_km[i];
}

/// Ranks before and after the planned projects.
void rank_with_planned(GapStudy& study, Layers layers, const std::vector<PlacedProject>& planned,
                       const Coverage& before) {
  const GapOrder order = order_of(study.settings);
  const auto old = planned.empty() ? std::vector<GapRank>{} : rank_gaps(layers, before, order);
  for (CaseLayer& layer : layers)
    add_planned(layer, planned, study.settings.aid);
  study.ranked = rank_gaps(layers, study.coverage, order);
  if (planned.empty())
    return;
  const auto gone = compare_ranks(study.ranked, old);
  if (!gone.empty())
    study.notes.push_back(
        {N_("No longer in the list with what is planned: {0}."), {names_of(gone, study.coverage)}});
}

}  // namespace

std::string_view word_of(GapReason reason) {
  return std::find_if(kReasons.begin(), kReasons.end(),
                      [&](const ReasonWord& entry) { return entry.reason == reason; })
      ->word;
}

void take_distances(GapInput& input, const DistanceStudy& study) {
  input.distance_km.clear();
  for (const ZoneDistance& zone : study.zones)
    input.distance_km.push_back(zone.km);
  input.sector_distances = study.sectors;
}

Result<GapStudy> study_gaps(const GapInput& input) {
  if (auto error = unread_need(input))
    return tl::make_unexpected(*error);
  Coverage before = cover(*input.cube, input.filter);
  if (auto error = unpublished(input, before))
    return tl::make_unexpected(*error);
  put_distances(before, input);
  GapStudy study;
  study.coverage = before;
  study.settings = input.settings;
  study.need = input.need;
  study.need_sector = sector_of_need(input.need, input.filter);

  CaseLayer whole = whole_layer(input, before);
  Layers layers{whole};
  if (input.settings.by_sector) {
    auto by_sector = sector_layers(input, before, study.notes);
    if (!by_sector)
      return tl::make_unexpected(by_sector.error());
    layers = std::move(*by_sector);
  }
  if (!has_counted(whole) && std::none_of(layers.begin(), layers.end(), has_counted))
    return tl::make_unexpected(nothing_counted(whole, input));

  const auto planned = place_planned(input, before, study.notes);
  add_planned(study.coverage, planned);
  rank_with_planned(study, std::move(layers), planned, before);
  add_planned(whole, planned, input.settings.aid);
  put_in(study.coverage, whole, input.need.choice.kind, input.settings.aid);
  const Boundaries& boundaries = *input.boundaries;
  study.unreported_as_zero = inequality_of(whole, study.coverage, boundaries, true);
  study.inequality = input.settings.unreported_as_zero
                         ? study.unreported_as_zero
                         : inequality_of(whole, study.coverage, boundaries, false);
  fill_zones(study, whole);
  note_sums(input, study.coverage, whole, study.notes);
  return study;
}

void add_gaps(Coverage& coverage, const GapInput& input) {
  put_distances(coverage, input);
  put_in(coverage, whole_layer(input, coverage), input.need.choice.kind, input.settings.aid);
}

}  // namespace malimap
