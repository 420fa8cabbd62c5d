#include "app/cli/reading.h"

#include "geo/projects/values.h"

namespace malimap {
namespace {

Status read_files(const ListOptions& list, ReadOptions& reading, Problems& problems) {
  if (!list.rates.empty()) {
    auto rates = read_rates(list.rates, problems);
    if (!rates)
      return tl::make_unexpected(rates.error());
    reading.rates = std::move(*rates);
    reading.rates_file = list.rates;
  }
  if (!list.gazetteer.empty()) {
    auto gazetteer = read_gazetteer(list.gazetteer, problems);
    if (!gazetteer)
      return tl::make_unexpected(gazetteer.error());
    reading.gazetteer = snapshot(std::move(*gazetteer));
    reading.gazetteer_file = list.gazetteer;
  }
  return {};
}

}  // namespace

Result<ReadOptions> reading_of(const Options& options, const Workspace* opened,
                               Problems& problems) {
  const ListOptions& list = options.list;
  ReadOptions reading;
  reading.sheet = list.sheet;
  reading.mapping = list.mapping;
  reading.default_currency = list.currency;
  reading.crosswalk = list.crosswalk;
  reading.language = options.language;
  reading.rows_are_projects = list.count_rows;
  if (!list.currency.empty() && currency_in(list.currency) != list.currency)
    return failure({N_("unknown currency \"{0}\""), {list.currency}},
                   {.file = "--currency", .sheet = {}, .row = {}, .column = {}},
                   {N_("Give its code of three letters, such as XOF."), {}});
  if (Status status = read_files(list, reading, problems); !status)
    return tl::make_unexpected(status.error());
  auto known = opened != nullptr        ? Result<Workspace>(*opened)
               : list.workspace.empty() ? Result<Workspace>(load_memory(problems))
                                        : read_workspace(list.workspace, problems);
  if (!known)
    return tl::make_unexpected(known.error());
  if (Status status = load_files(*known, reading, problems); !status)
    return tl::make_unexpected(status.error());
  apply(*known, reading, {});
  reading.remembered = known->mappings;
  return reading;
}

}  // namespace malimap
