// Reads one project list: table -> columns -> values and places.

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "geo/base/parallel.h"
#include "geo/boundaries/vector_file.h"
#include "geo/projects/columns.h"
#include "geo/projects/concatenate.h"
#include "geo/projects/dataset.h"
#include "geo/projects/iati/activity.h"
#include "geo/projects/iati/read_iati.h"
#include "geo/projects/list_checks.h"
#include "geo/projects/places.h"
#include "geo/projects/population.h"
#include "geo/projects/read_rows.h"
#include "geo/projects/reporter.h"
#include "geo/projects/table.h"

namespace malimap {
namespace {

constexpr std::size_t kSmallestStretch = 4096;  // rows; a thread is not worth less
constexpr std::size_t kLongestStretch = 65536;

Place in(const Table& table) {
  return {table.file, table.sheet, {}, {}};
}

Result<ColumnMap> columns_of(const Table& table, const PlaceIndex& places,
                             const ReadOptions& options) {
  const auto remembered = options.remembered.find(header_signature(table));
  Mapping mapping = remembered == options.remembered.end() ? Mapping{} : remembered->second;
  for (const auto& [role, headers] : options.mapping)
    mapping[role] = headers;
  auto columns = choose_columns(table, propose_columns(table, places.home_names()), mapping);
  if (columns && columns->empty() && !table.has_points())
    return failure({N_("no column of the list was recognised"), {}}, in(table),
                   {N_("give the columns headers such as region, fund, sector, budget, status, "
                       "longitude, latitude"),
                    {}});
  return columns;
}

/// Puts stretches together in the order of their rows, whoever has read them.
class Joiner {
 public:
  /// Waits until the stretches before this one are there.
  void add(std::size_t stretch, RowsRead read) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return next_ == stretch; });
    append(all_.projects, std::move(read.projects));
    all_.problems.append(read.problems);
    all_.counts += read.counts;
    all_.currency_named = all_.currency_named || read.currency_named;
    ++next_;
    turn_.notify_all();
  }
  [[nodiscard]] RowsRead take() { return std::move(all_); }

 private:
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_ = 0;
  RowsRead all_;
};

/// All rows, stretch by stretch, so that no more than a stretch a thread is held twice.
RowsRead read_all(const ListContext& context, Progress* progress) {
  const std::size_t rows = context.table.size();
  const std::size_t threads = std::clamp<std::size_t>(rows / kSmallestStretch, 1, worker_count());
  const std::size_t length = std::clamp<std::size_t>(rows / threads + 1, 1, kLongestStretch);
  std::atomic<std::size_t> done{0}, next{0};
  Joiner joiner;
  in_parallel(threads, [&](std::size_t) {
    StretchReader reader(context);
    for (std::size_t stretch = next++; stretch * length < std::max<std::size_t>(rows, 1);
         stretch = next++) {
      const std::size_t first = stretch * length;
      joiner.add(stretch, reader.read(first, std::min(first + length, rows), progress, done));
    }
  });
  return joiner.take();
}

}  // namespace

ReadOptions for_list(const ReadOptions& options, const std::string& path) {
  ReadOptions own = options;
  auto said = options.lists.find(path);
  if (said == options.lists.end() && !options.lists.empty() && !is_database(path)) {
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(path, ignored).lexically_normal();
    said = options.lists.find(absolute.string());
  }
  if (said != options.lists.end()) {
    if (own.sheet.empty())
      own.sheet = said->second.sheet;
    for (const auto& [role, headers] : said->second.mapping)
      own.mapping.try_emplace(role, headers);
  }
  return own;
}

Result<Dataset> read_projects(const std::string& path, const Boundaries& boundaries,
                              const ReadOptions& all_lists, Problems& problems,
                              Progress* progress) {
  const ReadOptions options = for_list(all_lists, path);
  if (!is_database(path) && iati::is_iati(path))
    return iati::read_iati(path, boundaries, options, problems, progress);
  auto table = read_table(path, options.sheet, problems, progress);
  if (!table)
    return tl::make_unexpected(table.error());
  PlaceIndex places(boundaries, options, problems);
  const auto columns = columns_of(*table, places, options);
  if (!columns)
    return tl::make_unexpected(columns.error());
  places.survey(*table, *columns, problems);
  Reporter reporter(*table, problems);
  const NotationsOfList notations =
      notations_of_list(*table, *columns, options.default_currency, reporter);
  const RowsOfList rows_of_list = survey_rows(*table, *columns, notations.amounts);
  RowsRead all = read_all({*table, *columns, notations, places, options, rows_of_list}, progress);
  if (progress != nullptr && progress->cancelled())
    return failure({N_("reading was cancelled"), {}}, in(*table));
  if (Status same = still_the_same(*table); !same)
    return tl::make_unexpected(same.error());
  problems.append(all.problems);
  all.problems = {};
  all.projects.shrink_to_fit();  // before the checks, which take memory of their own
  check_list(all.projects, all.counts, *table, *columns, options,
             all.currency_named ? CurrencyNamed::Yes : CurrencyNamed::No, reporter);
  all.projects.shrink_to_fit();
  Dataset dataset;
  dataset.counts = std::move(all.counts);
  dataset.projects = snapshot(std::move(all.projects));
  dataset.rows_are_projects = options.rows_are_projects;
  add_population(dataset, Crosswalk(boundaries), boundaries);
  return dataset;
}

}  // namespace malimap
