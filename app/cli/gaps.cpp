#include <algorithm>

#include "app/cli/load.h"
#include "app/cli/planned.h"
#include "app/cli/verbs.h"
#include "geo/boundaries/context.h"
#include "geo/coverage/cube.h"
#include "geo/output/gaps_report.h"

namespace malimap {
namespace {

/// What the reader of needs found, in full: a rank is worth what its need is worth.
void say_of_need(const Loaded& loaded, const Translator& tr) {
  for (const ProblemGroup& group : loaded.problems->groups()) {
    if (!loaded.need || group.file != loaded.need->path)
      continue;
    Error error = loaded.problems->first(group).error;
    if (group.size() > 1)
      error.remedy = {N_("({0} such rows)"), {std::to_string(group.size())}};
    say(error, tr);
  }
}

/// A question that published sums do not answer is answered by saying so, as in every table.
bool is_unpublished(const Error& error, const Dataset& dataset) {
  return dataset.aggregates && error.what.msgid.starts_with("Not published");
}

/// What can be done about a need that is not known.
Error with_remedy(Error error, const GapSettings& settings, Level level) {
  if (settings.need.kind == NeedKind::Population && level != Level::Region && error.remedy.empty())
    error.remedy = {
        N_("The population is known for regions alone (census of 2009). Give a table of "
           "your own: --need FILE:COLUMN, or --need area."),
        {}};
  return error;
}

struct Studied {
  GapStudy study;
  std::optional<DistanceStudy> distances;
  Message unanswered;
};

Result<Studied> study(const Loaded& loaded, const GapSettings& settings) {
  const Scene& scene = loaded.scene;
  const CoverageCube cube(*loaded.dataset, *loaded.boundaries, scene.level);
  const Filter filter = filter_of(scene);
  Studied studied;
  GapInput input;
  input.cube = &cube;
  input.boundaries = loaded.boundaries.get();
  input.filter = filter;
  input.settings = settings;
  input.need = {settings.need, loaded.need};
  input.outside_programme = scene.outside_programme;
  const ContextLayers context = embedded_context();
  DistanceStudy distances =
      study_distances(cube, *loaded.boundaries, filter, context.towns, settings.beyond_km);
  if (distances.points > 0) {
    // Of a bulletin that describes a few of its projects nothing is said about the nearest.
    if (!distances.listed_only)
      take_distances(input, distances);
    studied.distances = std::move(distances);
  }
  auto result = study_gaps(input);
  if (result) {
    studied.study = std::move(*result);
    return studied;
  }
  if (!is_unpublished(result.error(), *loaded.dataset))
    return tl::make_unexpected(with_remedy(result.error(), settings, scene.level));
  studied.study.coverage = cover(cube, filter);
  studied.study.settings = settings;
  studied.study.need = input.need;
  studied.unanswered = result.error().what;
  if (!result.error().remedy.empty())
    studied.study.notes.push_back(result.error().remedy);
  return studied;
}

}  // namespace

Exit run_gaps(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  const Translator tr(loaded->language);
  for (const Message& remark : remarks(*loaded))
    say(remark, tr);
  say_of_need(*loaded, tr);
  GapSettings settings = loaded->scene.gaps;
  settings.by_sector = options.gaps.by_sector;
  settings.order = options.gaps.order;
  auto planned = planned_projects(options.gaps.planned, *loaded->dataset, *loaded->boundaries);
  if (!planned)
    return fail(planned.error(), tr);
  settings.planned = std::move(*planned);
  const auto studied = study(*loaded, settings);
  if (!studied)
    return fail(studied.error(), tr);
  if (studied->unanswered.empty() && studied->study.inequality.universe.without_need > 0)
    if (const Message remedy = with_remedy({}, settings, loaded->scene.level).remedy;
        !remedy.empty())
      say(remedy, tr);
  const GapsReport report{.study = &studied->study,
                          .dataset = loaded->dataset.get(),
                          .filter = filter_of(loaded->scene),
                          .distances = studied->distances ? &*studied->distances : nullptr,
                          .top = options.gaps.top,
                          .unanswered = studied->unanswered,
                          .language = loaded->language};
  std::string text;
  if (options.gaps.workbook) {
    auto bytes = xlsx_bytes(gaps_sheets(report), today());
    if (!bytes)
      return fail(bytes.error(), tr);
    text = std::move(*bytes);
  } else {
    text = gaps_report(report, options.gaps.format);
  }
  const Status status = print_or_save(options.gaps.output, text);
  return status ? Exit::Done : fail(status.error(), tr);
}

}  // namespace malimap
