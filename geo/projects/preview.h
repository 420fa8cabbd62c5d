#pragma once
// What the mapping dialog shows of a list: its first rows, which column is taken for what, and what
// would be read from each cell. Slow on long lists (it reads the file): not for the main thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/snapshot.h"
#include "geo/boundaries/boundaries.h"
#include "geo/projects/columns.h"
#include "geo/projects/dataset.h"
#include "geo/projects/table.h"
#include "geo/projects/workspace.h"

namespace malimap {

inline constexpr std::size_t kPreviewRows = 5;

struct PreviewColumn {
  std::string header, hxl;             // as typed; "" where the column has none
  ColumnProposal proposal;             // what is recognised, before any mapping
  std::optional<Role> chosen;          // with the mapping on top
  Evidence evidence = Evidence::None;  // of what is chosen
  std::vector<std::string> samples;    // the first rows as typed
  // What would be read from them as the chosen role: "45 317,39 USD", "14 juin 2017", "Mopti
  // (ML05)"; "—" where it cannot be understood, "" where the cell is empty or the role is not read.
  std::vector<std::string> read;
};

struct ListPreview {
  std::vector<SheetInfo> sheets;
  std::string sheet;
  std::int64_t header_row = 0;             // as a spreadsheet shows it; 0: the format names columns
  std::int64_t rows = 0;                   // of data
  std::vector<std::int64_t> sampled_rows;  // numbers of the rows in PreviewColumn::samples
  std::string signature;                   // header_signature()
  std::vector<PreviewColumn> columns;
  Snapshot<Table> table;  // for preview_table() under another mapping
};

/// Reads the list and previews it. `memory`: mappings remembered from earlier lists, under the
/// mapping of the options; may be null. Errors: as read_table and choose_columns.
[[nodiscard]] Result<ListPreview> preview_list(const std::string& path,
                                               const Boundaries& boundaries,
                                               const ReadOptions& options, Language language,
                                               Problems& problems,
                                               const Workspace* memory = nullptr);

/// The same for a table at hand, when the user changes the mapping; leaves `sheets` empty. Errors:
/// as choose_columns.
[[nodiscard]] Result<ListPreview> preview_table(Snapshot<Table> table, const Boundaries& boundaries,
                                                const ReadOptions& options, Language language,
                                                const Workspace* memory = nullptr);

}  // namespace malimap
