#pragma once
// What the map is about: a list of projects, and with the embedded bulletin also its aggregates.
// Where there are aggregates they alone give the figures; the individual projects are already
// inside them and are shown as places only, never added.

#include <map>
#include <string>

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/snapshot.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/aggregates.h"
#include "geo/projects/aliases.h"
#include "geo/projects/columns.h"
#include "geo/projects/gazetteer.h"
#include "geo/projects/projects.h"
#include "geo/projects/rates.h"

namespace malimap {

struct Dataset {
  Snapshot<Aggregates> aggregates;  // null for a user's list
  Snapshot<Projects> projects;      // never null
  // Every row counts as a project, even where several rows name one (Projects::project_of_row).
  bool rows_are_projects = false;
  std::map<std::string, std::int64_t>
      population;  // per P-code of the boundaries in use; absent is unknown
  std::string population_source;
  ReadCounts counts;
};

/// The June 2017 bulletin on these boundaries (its zones mapped by the crosswalk).
[[nodiscard]] Dataset embedded_dataset(const Boundaries& boundaries);

/// What holds for one list alone.
struct ListChoice {
  std::string sheet;  // empty: as ReadOptions says
  Mapping mapping;    // under ReadOptions::mapping
  bool operator==(const ListChoice&) const = default;
};

/// What the user says about a list, or about all lists.
struct ReadOptions {
  std::map<std::string, ListChoice> lists;    // by absolute path, as a workspace keeps them
  std::string sheet;                          // empty: the one that looks like the list
  Mapping mapping;                            // role -> headers, over what is recognised
  std::map<std::string, Mapping> remembered;  // of earlier files, by header_signature()
  std::string default_currency;  // of amounts that name none; empty: US dollars, with a note
  Rates rates;
  Aliases aliases;
  // Where rates and gazetteer were read from, for whoever writes that down; empty: from nowhere.
  std::string rates_file, gazetteer_file;
  Snapshot<Gazetteer> gazetteer;  // the user's own, beside the towns that ship; may be null
  std::string crosswalk;          // file of the user's own crosswalk; empty: the one that ships
  Language language = Language::French;  // wished of titles in several languages (IATI)
  bool rows_are_projects = false;        // rows with the same id count one by one
};

/// The options with what they say about this list put in.
[[nodiscard]] ReadOptions for_list(const ReadOptions& options, const std::string& path);

/// Reads one project list (CSV, IATI XML, and what GDAL's allowed drivers open, also "PG:...") and
/// matches its places to the boundaries. Every row is used, national, outside, unlocated or
/// skipped, and what is doubtful is reported. Errors: no such file, directory, empty, no header.
[[nodiscard]] Result<Dataset> read_projects(const std::string& path, const Boundaries& boundaries,
                                            const ReadOptions& options, Problems& problems,
                                            Progress* progress = nullptr);

/// Several lists as one; each keeps its rows' order.
[[nodiscard]] Dataset concatenate(std::vector<Dataset> lists);

}  // namespace malimap
