#include "geo/coverage/match.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

std::vector<std::uint8_t> allowed_codes(const Dictionary& dictionary,
                                        const std::set<std::string>& values) {
  if (values.empty())
    return {};
  // One more than the codes, so that a filtered dimension never has an empty table.
  std::vector<std::uint8_t> allowed(dictionary.size() + 1, 0);
  for (const auto& value : values)
    if (const Code code = dictionary.find(value); code != kMissing)
      allowed[static_cast<std::size_t>(code)] = 1;
  return allowed;
}

bool passes(const std::vector<std::uint8_t>& allowed, Code code) {
  return allowed.empty() || (code != kMissing && allowed[static_cast<std::size_t>(code)] != 0);
}

bool passes(const std::vector<std::uint8_t>& allowed, std::span<const Code> codes) {
  return allowed.empty() || std::any_of(codes.begin(), codes.end(), [&](Code code) {
           return allowed[static_cast<std::size_t>(code)] != 0;
         });
}

template <class Range, class Value>
bool inside(const Range& low, const Range& high, const std::optional<Value>& value) {
  if (!low && !high)
    return true;
  return value && (!low || *value >= *low) && (!high || *value <= *high);
}

}  // namespace

Matcher::Matcher(const Projects& projects, const Filter& filter, std::optional<Dimension> except)
    : projects_(&projects), budget_(filter.budget), start_(filter.start), text_(fold(filter.text)) {
  const auto table = [&](Dimension dimension, const Dictionary& dictionary) {
    return except == dimension ? Allowed{}
                               : allowed_codes(dictionary, values_of(filter, dimension));
  };
  fund_ = table(Dimension::Fund, projects.fund.dictionary);
  status_ = table(Dimension::Status, projects.status.dictionary);
  sector_ = table(Dimension::Sector, projects.sector.dictionary);
  donor_ = table(Dimension::Donor, projects.donor.dictionary);
  partner_ = table(Dimension::Partner, projects.partner.dictionary);
}

bool Matcher::operator()(std::size_t project) const {
  const Projects& list = *projects_;
  return passes(fund_, list.fund.codes[project]) && passes(status_, list.status.codes[project]) &&
         passes(sector_, list.sector.at(project)) && passes(donor_, list.donor.at(project)) &&
         passes(partner_, list.partner.at(project)) &&
         inside(budget_.low, budget_.high, list.budget.at(project)) &&
         inside(start_.first, start_.last, list.start.at(project)) && matches_text(project);
}

bool Matcher::matches_text(std::size_t project) const {
  if (text_.empty())
    return true;
  const auto holds = [&](std::string_view text) {
    return fold(text).find(text_) != std::string::npos;
  };
  return holds(projects_->title[project]) || holds(projects_->id[project]) ||
         holds(projects_->place_text[project]);
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

}  // namespace malimap
