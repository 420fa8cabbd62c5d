#include "geo/coverage/reconcile_list.h"

#include <cstdlib>

#include "geo/base/numbers.h"
#include "geo/coverage/cube.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

/// The data's own word for what was typed; as typed where the data has none, which then counts 0.
std::string in_the_data(const Dataset& dataset, Dimension dimension, const std::string& typed) {
  const std::string key = words_key(typed);
  for (const FacetValue& facet : facets(dataset, dimension, Filter{})) {
    if (words_key(facet.value) == key)
      return facet.value;
    for (const Language language : {Language::French, Language::English})
      if (words_key(label_of(dimension, facet.value, Translator(language))) == key)
        return facet.value;
  }
  if (dimension == Dimension::Fund)
    return normalised_fund(typed);
  return dimension == Dimension::Status ? normalised_status(typed) : typed;
}

Filter filter_of(const UserFigure& figure, const Dataset& dataset) {
  Filter filter;
  const auto add = [&](Dimension dimension, const std::string& typed) {
    if (!typed.empty())
      values_of(filter, dimension).insert(in_the_data(dataset, dimension, typed));
  };
  add(Dimension::Fund, figure.fund);
  add(Dimension::Sector, figure.sector);
  add(Dimension::Status, figure.status);
  return filter;
}

/// "QIP, Gao, eau"; "*" for the whole list.
std::string subject(const UserFigure& figure) {
  std::string text;
  for (const std::string* part :
       {&figure.fund, &figure.sector, &figure.status, &figure.region, &figure.cercle})
    if (!part->empty())
      text += (text.empty() ? "" : ", ") + *part;
  return text.empty() ? "*" : text;
}

/// Signed, so that the direction is seen.
template <class Format>
std::string difference(std::int64_t ours, std::int64_t theirs, Format format) {
  return (ours < theirs ? "−" : "+") + format(std::abs(ours - theirs));
}

class Reconciler {
 public:
  Reconciler(const Dataset& dataset, const Boundaries& boundaries, Problems& problems)
      : dataset_(dataset), boundaries_(boundaries), problems_(problems) {}

  void check(const UserFigure& figure) {
    const auto ours = counted(figure);
    if (!ours) {
      const std::string& place = figure.cercle.empty() ? figure.region : figure.cercle;
      report(figure, "", "figure-place-unknown",
             {N_("the boundaries have no unit \"{0}\" to hold this key figure against"), {place}},
             place, "");
      return;
    }
    if (figure.projects)
      compare(figure, figure.projects_column, *figure.projects, 0, ours->projects,
              [](std::int64_t n) { return format_integer(n, Language::French); });
    if (figure.budget)
      compare(figure, figure.budget_column, figure.budget->value, figure.rounding.value,
              ours->budget ? std::optional(ours->budget->value) : std::nullopt,
              [](std::int64_t n) { return format_money(Cents{n}, Language::French); });
  }

  void report_agreement(const std::string& file) {
    if (agreeing_ == 0)
      return;
    Problem problem;
    problem.reason = "sums-agree";
    problem.severity = Severity::Note;
    problem.error.what = {N_("{0} key figures agree with the list ({1})"),
                          {std::to_string(agreeing_), dataset_.projects->source}};
    problem.error.where.file = file;
    problems_.report(problem);
  }

 private:
  /// The list's figures of what the key figure counts; nothing for a place that is not there.
  std::optional<Figures> counted(const UserFigure& figure) {
    const bool is_cercle = !figure.cercle.empty();
    const Level level = is_cercle ? Level::Cercle : Level::Region;
    const std::string& place = is_cercle ? figure.cercle : figure.region;
    auto& cube = is_cercle ? cercles_ : regions_;
    if (!cube)
      cube.emplace(dataset_, boundaries_, level);
    const Coverage coverage = cover(*cube, filter_of(figure, dataset_));
    if (place.empty())
      return coverage.total;
    if (coverage.level != level)
      return std::nullopt;
    for (const CoverageZone& zone : coverage.zones)
      if (zone.code == place || words_key(zone.name) == words_key(place))
        return zone.figures;
    return std::nullopt;
  }

  template <class Format>
  void compare(const UserFigure& figure, const std::string& column, std::int64_t theirs,
               std::int64_t rounding, std::optional<std::int64_t> ours, Format format) {
    if (ours && std::abs(*ours - theirs) <= rounding) {
      ++agreeing_;
      return;
    }
    const std::string& list = dataset_.projects->source;
    const std::string source = figure.source.empty() ? figure.place.file : figure.source;
    if (!ours) {
      report(figure, column, "sum-differs",
             {N_("{0}: the key figure is {1} ({2}), the list ({3}) gives none"),
              {subject(figure), format(theirs), source, list}},
             format(theirs), "");
      return;
    }
    report(figure, column, "sum-differs",
           {N_("{0}: the key figure is {1} ({2}), the list ({3}) comes to {4}: {5}"),
            {subject(figure), format(theirs), source, list, format(*ours),
             difference(*ours, theirs, format)}},
           format(theirs), format(*ours));
  }

  void report(const UserFigure& figure, const std::string& column, const char* reason,
              Message message, std::string value, std::string proposal) {
    Problem problem;
    problem.reason = reason;
    problem.error = {std::move(message), figure.place, {}};
    problem.error.where.column = column;
    problem.value = std::move(value);
    problem.proposal = std::move(proposal);
    problems_.report(problem);
  }

  const Dataset& dataset_;
  const Boundaries& boundaries_;
  Problems& problems_;
  std::optional<CoverageCube> regions_, cercles_;  // built when asked for
  std::int64_t agreeing_ = 0;
};

}  // namespace

void reconcile_list(std::span<const UserFigure> figures, const Dataset& dataset,
                    const Boundaries& boundaries, Problems& problems) {
  Reconciler reconciler(dataset, boundaries, problems);
  for (const UserFigure& figure : figures)
    reconciler.check(figure);
  if (!figures.empty())
    reconciler.report_agreement(figures.front().place.file);
}

}  // namespace malimap
