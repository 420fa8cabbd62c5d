#include "app/cli/planned.h"

#include <array>

#include "app/cli/checks.h"
#include "app/cli/programme.h"
#include "geo/base/text.h"
#include "geo/coverage/coverage.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

/// The value as the data has it, in any language; of sectors also those that the data lacks.
Result<std::string> value_in(const Dataset& dataset, const Boundaries& boundaries,
                             const std::string& part, bool sector) {
  const std::string typed(trim(part.substr(part.find('=') + 1)));
  Filter filter;
  if (const Status status = add_to_filter(filter, part, dataset, boundaries); !status) {
    if (sector && is_known_sector(typed))
      return normalised_sector(typed);
    Error error = status.error();
    error.where.file = "--plan";
    return tl::make_unexpected(std::move(error));
  }
  const auto& values = sector ? filter.sector : filter.fund;
  return values.empty() ? typed : *values.begin();
}

Status read_part(const std::string& part, const Dataset& dataset, const Boundaries& boundaries,
                 PlannedProject& planned) {
  const std::string word(trim(part.substr(0, part.find('='))));
  const std::string typed(trim(part.substr(part.find('=') + 1)));
  if (word == "sector" || word == "fund") {
    auto value = value_in(dataset, boundaries, part, word == "sector");
    if (!value)
      return tl::make_unexpected(value.error());
    (word == "sector" ? planned.sector : planned.fund) = std::move(*value);
    return {};
  }
  if (word == "budget") {
    const auto amount = parse_money(typed);
    if (!amount || amount->amount.value < 0 ||
        (!amount->currency.empty() && amount->currency != "USD"))
      return wrong_option("--plan", {N_("\"{0}\" is no amount of US dollars"), {typed}});
    planned.budget = amount->amount;
    return {};
  }
  if (word == "count")
    return number<std::int64_t>("--plan", Typed(typed), planned.count, 1, 1'000'000);
  static const std::vector<std::string> kWords{"sector", "fund", "budget", "count"};
  return wrong_option("--plan", {N_("unknown value \"{0}\""), {word}}, suggestion(word, kWords));
}

Result<PlannedProject> planned_project(const std::string& typed, const Dataset& dataset,
                                       const Boundaries& boundaries) {
  const auto parts = split(typed, ",");
  if (parts.empty())
    return wrong_option("--plan", {N_("its value is missing"), {}});
  PlannedProject planned;
  const std::array<std::string, 1> unit{parts.front()};
  const auto codes = units_named(unit, boundaries);
  if (!codes) {
    Error error = codes.error();
    error.where.file = "--plan";
    return tl::make_unexpected(std::move(error));
  }
  if (codes->size() != 1)
    return wrong_option("--plan", {N_("\"{0}\" names several units"), {parts.front()}},
                        {N_("Give the P-code."), {}});
  planned.pcode = *codes->begin();
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (Status status = read_part(parts[i], dataset, boundaries, planned); !status)
      return tl::make_unexpected(status.error());
  return planned;
}

}  // namespace

Result<std::vector<PlannedProject>> planned_projects(std::span<const std::string> typed,
                                                     const Dataset& dataset,
                                                     const Boundaries& boundaries) {
  std::vector<PlannedProject> all;
  for (const std::string& one : typed) {
    auto planned = planned_project(one, dataset, boundaries);
    if (!planned)
      return tl::make_unexpected(planned.error());
    all.push_back(std::move(*planned));
  }
  return all;
}

}  // namespace malimap
