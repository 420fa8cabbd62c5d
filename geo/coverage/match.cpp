#include "geo/coverage/match.h"

#include <algorithm>

#include "geo/coverage/cube.h"
#include "geo/coverage/folded_texts.h"
#include "geo/coverage/inside_units.h"

namespace malimap {
namespace {

template <class Range, class Value>
bool inside(const Range& low, const Range& high, const Column<Value>& column, std::size_t row) {
  if (!low && !high)
    return true;
  if (!column.present[row])
    return false;
  const Value& value = column.values[row];
  return (!low || value >= *low) && (!high || value <= *high);
}

bool is_active(const Projects& list, std::size_t row, const DateRange& window) {
  if (window.empty())
    return true;
  return list.start.present[row] && (!window.last || list.start.values[row] <= *window.last) &&
         (!window.first || !list.end.present[row] || list.end.values[row] >= *window.first);
}

bool more_than_one(FilterBits bits) {
  return (bits & (bits - 1)) != 0;
}

}  // namespace

Matcher::Values Matcher::values_of_filter(const Dictionary& dictionary, const Filter& filter,
                                          Dimension dimension) {
  Values values;
  const auto& wanted = values_of(filter, dimension);
  const auto& refused = refused_values(filter, dimension);
  values.open = wanted.empty() && refused.empty();
  values.any_passes = wanted.empty();
  if (values.open)
    return values;
  values.passes.assign(dictionary.size(), wanted.empty() ? 1 : 0);
  values.refused.assign(dictionary.size(), 0);
  for (const auto& value : wanted)
    if (const Code code = dictionary.find(value); code != kMissing)
      values.passes[static_cast<std::size_t>(code)] = 1;
  for (const auto& value : refused)
    if (const Code code = dictionary.find(value); code != kMissing)
      values.refused[static_cast<std::size_t>(code)] = 1;
  return values;
}

bool Matcher::passes(const Values& values, const CodeRange& of_row) {
  bool passes = values.any_passes;
  for (const Code code : of_row) {
    if (code == kMissing)
      continue;
    if (values.refused[static_cast<std::size_t>(code)] != 0)
      return false;
    passes = passes || values.passes[static_cast<std::size_t>(code)] != 0;
  }
  return passes;
}

Matcher::Matcher(const Projects& projects, const Filter& filter, std::optional<Dimension> except)
    : projects_(&projects), budget_(filter.budget), start_(filter.start), active_(filter.active) {
  const std::array<const Dictionary*, kAllDimensions.size()> dictionaries{
      &projects.fund.dictionary, &projects.sector.dictionary, &projects.status.dictionary,
      &projects.donor.dictionary, &projects.partner.dictionary};
  for (const Dimension dimension : kAllDimensions)
    if (dimension != except)
      values_[static_cast<std::size_t>(dimension)] =
          values_of_filter(*dictionaries[static_cast<std::size_t>(dimension)], filter, dimension);
  if (!filter.text.empty())
    with_text_ = *FoldedTexts(projects).rows_with(filter.text);
}

Matcher::Matcher(const CoverageCube& cube, const Filter& filter, std::optional<Dimension> except)
    : Matcher(*cube.dataset().projects, without(filter, bit_of(FilterPart::Text)), except) {
  if (!filter.text.empty())
    with_text_ = *cube.texts().rows_with(filter.text);
  if (!filter.units.empty())
    units_ = snapshot(InsideUnits(cube.placement(), filter.units));
}

FilterBits Matcher::fails(std::size_t project) const {
  const Projects& list = *projects_;
  // What no other view looks past comes first.
  if (with_text_ && (*with_text_)[project] == 0)
    return bit_of(FilterPart::Text);
  FilterBits failed = 0;
  const auto check = [&](bool passes, FilterBits bit) {
    failed |= passes ? 0 : bit;
    return !more_than_one(failed);
  };
  const auto dimension = [&](Dimension which, const auto& codes_of_row) {
    const Values& values = values_[static_cast<std::size_t>(which)];
    return values.open || check(passes(values, codes_of_row()), bit_of(which));
  };
  const auto single = [&](const DictionaryColumn& column) {
    return [&] { return column.codes.range(project, 1); };
  };
  const auto multi = [&](const MultiDictionaryColumn& column) {
    return [&] { return column.at(project); };
  };
  (void)(dimension(Dimension::Fund, single(list.fund)) &&
         dimension(Dimension::Status, single(list.status)) &&
         dimension(Dimension::Sector, multi(list.sector)) &&
         dimension(Dimension::Donor, multi(list.donor)) &&
         dimension(Dimension::Partner, multi(list.partner)) &&
         check(inside(budget_.low, budget_.high, list.budget, project),
               bit_of(FilterPart::Budget)) &&
         check(inside(start_.first, start_.last, list.start, project), bit_of(FilterPart::Start)) &&
         check(is_active(list, project, active_), bit_of(FilterPart::Active)) &&
         check(!units_ || units_->row(project), bit_of(FilterPart::Units)));
  return failed;
}

Filter without(Filter filter, FilterBits parts) {
  const auto left_out = [&](auto part) { return (parts & bit_of(part)) != 0; };
  for (const Dimension dimension : kAllDimensions)
    if (left_out(dimension)) {
      values_of(filter, dimension).clear();
      filter.except.erase(dimension);
    }
  if (left_out(FilterPart::Budget))
    filter.budget = {};
  if (left_out(FilterPart::Start))
    filter.start = {};
  if (left_out(FilterPart::Active))
    filter.active = {};
  if (left_out(FilterPart::Text))
    filter.text.clear();
  if (left_out(FilterPart::Units))
    filter.units.clear();
  return filter;
}

std::vector<bool> matching_projects(const Projects& projects, const Filter& filter) {
  const Matcher matches(projects, filter);
  std::vector<bool> result(projects.size());
  for (std::size_t p = 0; p < projects.size(); ++p)
    result[p] = matches(p);
  return result;
}

const std::set<std::string>& values_of(const Filter& filter, Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return filter.fund;
    case Dimension::Sector:
      return filter.sector;
    case Dimension::Status:
      return filter.status;
    case Dimension::Donor:
      return filter.donor;
    case Dimension::Partner:
      break;
  }
  return filter.partner;
}

std::set<std::string>& values_of(Filter& filter, Dimension dimension) {
  return const_cast<std::set<std::string>&>(values_of(std::as_const(filter), dimension));
}

const std::set<std::string>& refused_values(const Filter& filter, Dimension dimension) {
  static const std::set<std::string> kNone;
  const auto found = filter.except.find(dimension);
  return found == filter.except.end() ? kNone : found->second;
}

bool allows(const Filter& filter, Dimension dimension, const std::string& value) {
  const auto& wanted = values_of(filter, dimension);
  return (wanted.empty() || wanted.contains(value)) &&
         !refused_values(filter, dimension).contains(value);
}

bool narrows(const Filter& filter, Dimension dimension) {
  return !values_of(filter, dimension).empty() || !refused_values(filter, dimension).empty();
}

}  // namespace malimap
