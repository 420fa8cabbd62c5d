// The two views of a comparison in words.

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/map/difference.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

using std::chrono::last;

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty())
      text += (text.empty() ? "" : between) + part;
  return text;
}

struct DimensionWords {
  Dimension dimension;
  std::set<std::string> Filter::*values;
  const char* all;     // msgid
  const char* except;  // msgid
};
constexpr DimensionWords kDimensions[] = {
    {Dimension::Fund, &Filter::fund, N_("all funds"), N_("all funds except {0}")},
    {Dimension::Sector, &Filter::sector, N_("all sectors"), N_("all sectors except {0}")},
    {Dimension::Status, &Filter::status, N_("all statuses"), N_("all statuses except {0}")},
    {Dimension::Donor, &Filter::donor, N_("all donors"), N_("all donors except {0}")},
    {Dimension::Partner, &Filter::partner, N_("all partners"), N_("all partners except {0}")},
};

std::set<std::string> excluded(const Filter& filter, Dimension dimension) {
  const auto found = filter.except.find(dimension);
  return found == filter.except.end() ? std::set<std::string>{} : found->second;
}

std::string labels(Dimension dimension, const std::set<std::string>& values, const Translator& tr) {
  std::vector<std::string> parts;
  for (const std::string& value : values)
    parts.push_back(label_of(dimension, value, tr));
  return joined(parts);
}

/// Of this filter, where the two are not alike; else empty.
std::string dimension_part(const DimensionWords& words, const Filter& filter, const Filter& other,
                           const Translator& tr) {
  const auto& values = filter.*words.values;
  const auto except = excluded(filter, words.dimension);
  if (values == other.*words.values && except == excluded(other, words.dimension))
    return {};
  if (!values.empty())
    return labels(words.dimension, values, tr);
  if (!except.empty())
    return trf(tr, words.except, labels(words.dimension, except, tr));
  return tr(words.all);
}

std::string money_part(const CentsRange& range, const Translator& tr) {
  const auto money = [&](Cents amount) { return format_money_compact(amount, tr.language()); };
  if (range.low && range.high)
    return trf(tr, N_("budget {0} to {1}"), money(*range.low), money(*range.high));
  if (range.low)
    return trf(tr, N_("budget from {0}"), money(*range.low));
  return range.high ? trf(tr, N_("budget up to {0}"), money(*range.high))
                    : std::string(tr(N_("all budgets")));
}

std::string units_part(const std::set<std::string>& units, const Translator& tr) {
  return units.empty() ? std::string(tr(N_("the whole country")))
                       : joined({units.begin(), units.end()});
}

bool first_of_month(Date date) {
  return date.day() == std::chrono::day{1};
}
bool last_of_month(Date date) {
  return Date(date.year() / date.month() / last) == date;
}

std::string minus_words(const PictureInput& input, const Translator& tr) {
  std::string other = view_words(*input.scene, true, tr);
  if (input.previous && !input.previous->projects->source.empty())
    other = trf(tr, N_("{0} ({1})"), other, input.previous->projects->source);
  return trf(tr, N_("{0} minus {1}"), view_words(*input.scene, false, tr), other);
}

/// Distinct projects, or the budget where that is shown; nothing where it is not reported.
struct Totals {
  std::optional<double> one, other;
  Measure measure;
};

Totals totals_of(const PictureInput& input) {
  Totals totals{std::nullopt, std::nullopt, total_behind(input.scene->measure)};
  const auto value = [&](const Coverage& coverage) -> std::optional<double> {
    if (totals.measure == Measure::Budget)
      return coverage.total.budget ? std::optional(coverage.total.budget->dollars()) : std::nullopt;
    return coverage.total.projects ? std::optional(static_cast<double>(*coverage.total.projects))
                                   : std::nullopt;
  };
  if (totals.measure == Measure::Population)
    return totals;
  totals.one = value(*input.coverage);
  if (input.other)
    totals.other = value(*input.other);
  return totals;
}

}  // namespace

std::string period_words(const DateRange& range, const Translator& tr) {
  if (range.empty())
    return tr(N_("all dates"));
  const bool months =
      (!range.first || first_of_month(*range.first)) && (!range.last || last_of_month(*range.last));
  const auto words = [&](Date date) {
    return months ? format_month(date, tr.language()) : format_date(date, tr.language());
  };
  if (!range.last)
    return trf(tr, N_("since {0}"), words(*range.first));
  if (!range.first)
    return trf(tr, N_("until {0}"), words(*range.last));
  if (months && range.first->year() == range.last->year()) {
    if (range.first->month() == range.last->month())
      return words(*range.first);
    if (range.first->month() == std::chrono::January &&
        range.last->month() == std::chrono::December)
      return std::to_string(static_cast<int>(range.first->year()));
  }
  if (*range.first == *range.last)
    return words(*range.first);
  return trf(tr, N_("{0} to {1}"), words(*range.first), words(*range.last));
}

std::string view_words(const Scene& scene, bool other, const Translator& tr) {
  const Filter here = filter_of(scene), there = other_filter_of(scene);
  const Filter& filter = other ? there : here;
  const Filter& against = other ? here : there;
  std::vector<std::string> parts;
  if (scene.compare.previous_list)
    parts.emplace_back(tr(other ? N_("earlier list") : N_("current list")));
  for (const DimensionWords& words : kDimensions)
    parts.push_back(dimension_part(words, filter, against, tr));
  if (filter.active != against.active)
    parts.push_back(period_words(filter.active, tr));
  if (filter.start != against.start)
    parts.push_back(trf(tr, N_("begun: {0}"), period_words(filter.start, tr)));
  if (filter.budget != against.budget)
    parts.push_back(money_part(filter.budget, tr));
  if (filter.units != against.units)
    parts.push_back(units_part(filter.units, tr));
  if (filter.text != against.text)
    parts.push_back(filter.text.empty() ? std::string(tr(N_("all texts")))
                                        : trf(tr, N_("text “{0}”"), filter.text));
  const std::string text = joined(parts);
  return text.empty() ? std::string(tr(N_("this view"))) : text;
}

Filter common_filter(const Scene& scene) {
  Filter common = filter_of(scene);
  const Filter other = other_filter_of(scene);
  for (const DimensionWords& words : kDimensions) {
    if (common.*words.values != other.*words.values)
      (common.*words.values).clear();
    if (excluded(common, words.dimension) != excluded(other, words.dimension))
      common.except.erase(words.dimension);
  }
  if (common.active != other.active)
    common.active = {};
  if (common.start != other.start)
    common.start = {};
  if (common.budget != other.budget)
    common.budget = {};
  if (common.units != other.units)
    common.units.clear();
  if (common.text != other.text)
    common.text.clear();
  return common;
}

std::string format_difference(Measure measure, double value, Language language) {
  const Translator tr(language);
  std::string text = format_value(measure, std::abs(value), language);
  if (measure == Measure::ShareOfProjects || measure == Measure::ShareGap) {
    const double points = std::abs(value) * 100;
    text = trf(tr, N_("{0} points"), format_short(points, language));
  }
  if (text.starts_with('+'))  // of a surplus: the sign here is that of the difference
    text.erase(0, 1);
  // What rounds to nothing has no sign.
  if (value == 0 || text.find_first_of("123456789") == std::string::npos)
    return text;
  return (value < 0 ? "−" : "+") + text;
}

std::string difference_title(const PictureInput& input, const Translator& tr) {
  const Scene& scene = *input.scene;
  std::string measure = title_of(scene.measure, tr);
  if (const auto open = measure.rfind(" ("); open != std::string::npos && measure.ends_with(')'))
    measure.erase(open);
  std::string subject =
      trf(tr, N_("{0} by {1}"), measure, level_words(level_of_figures(*input.coverage), tr));
  if (const auto funds = common_filter(scene).fund; !funds.empty())
    subject = trf(tr, N_("{0} ({1})"), subject, labels(Dimension::Fund, funds, tr));
  return trf(tr, N_("{0}: {1}"), subject, minus_words(input, tr));
}

std::string difference_legend_title(const PictureInput& input, const Translator& tr) {
  return trf(tr, N_("{0}, difference: {1}"), title_of(input.scene->measure, tr),
             minus_words(input, tr));
}

std::vector<Headline> difference_headlines(const PictureInput& input, const Translator& tr) {
  const Totals totals = totals_of(input);
  const auto shown = [&](const std::optional<double>& value) {
    return value ? format_value(totals.measure, *value, tr.language()) : std::string(tr("no data"));
  };
  if (totals.measure == Measure::Population)
    return {};
  std::vector<Headline> headlines{{shown(totals.one), view_words(*input.scene, false, tr)},
                                  {shown(totals.other), view_words(*input.scene, true, tr)}};
  if (totals.one && totals.other)
    headlines.push_back(
        {format_difference(totals.measure, *totals.one - *totals.other, tr.language()),
         tr(N_("difference"))});
  return headlines;
}

std::string difference_totals(const PictureInput& input, const Translator& tr) {
  const Totals totals = totals_of(input);
  const auto words = [&](const std::optional<double>& value) -> std::string {
    if (!value)
      return tr("no data");
    if (totals.measure == Measure::Budget)
      return format_value(totals.measure, *value, tr.language());
    const auto count = static_cast<long long>(*value);
    return trn(tr, "{0} project", "{0} projects", count, format_integer(count, tr.language()));
  };
  if (totals.measure == Measure::Population)
    return {};
  std::vector<std::string> parts{
      trf(tr, N_("{0}: {1}"), view_words(*input.scene, false, tr), words(totals.one)),
      trf(tr, N_("{0}: {1}"), view_words(*input.scene, true, tr), words(totals.other))};
  if (totals.one && totals.other)
    parts.push_back(
        trf(tr, N_("difference {0}"),
            format_difference(totals.measure, *totals.one - *totals.other, tr.language())));
  return joined(parts, " · ");
}

}  // namespace malimap
