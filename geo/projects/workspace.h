#pragma once
// What the user has set up and answered, in one JSON file (docs/workspace.md): lists, which column
// holds what, what names mean, rates. Where no workspace is open a memory of the same form keeps
// mappings and answers between runs.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/projects/aliases.h"
#include "geo/projects/columns.h"
#include "geo/projects/dataset.h"

namespace malimap {

struct WorkspaceSource {
  std::string path;  // absolute, or "PG:...", or an address; never with a password
  std::string sheet;
  Mapping mapping;
  std::string other;  // fields that this version does not know, as JSON; "" for none
};

/// US dollars for one unit of the currency, from a day on.
struct WorkspaceRate {
  std::string currency;
  double dollars = 0;
  std::optional<Date> from;
  bool operator==(const WorkspaceRate&) const = default;
};

struct Workspace {
  int version = 1;
  std::vector<WorkspaceSource> sources;
  std::vector<std::string> boundaries;  // absolute paths or addresses; empty: the embedded ones
  // Scenes, each a JSON object as geo/map/scene_json.h reads it; `view`: what was shown last.
  std::vector<std::string> scenes;
  std::string view;                         // "" for none
  std::string language;                     // "fr", "en"; "" where the file says nothing
  std::map<std::string, Mapping> mappings;  // by header_signature()
  Aliases aliases;
  std::vector<WorkspaceRate> rates;
  std::string rates_file, gazetteer, crosswalk;  // absolute paths; empty: none
  std::string default_currency;
  bool rows_are_projects = false;  // rows with the same id count one by one
  std::string other;  // fields that this version does not know, as JSON; kept on saving
};

/// Whether the file is a workspace, by its content.
[[nodiscard]] bool is_workspace(const std::string& path);

/// Paths come back absolute. Noted: a later version, roles that this version does not know. Errors:
/// no such file, larger than 64 MiB, no JSON (with line and column), no workspace, a field of
/// another kind than it should be (naming it).
[[nodiscard]] Result<Workspace> read_workspace(const std::string& path, Problems& problems);

/// Writes paths relative to the file and leaves passwords out. Errors: as save_file.
[[nodiscard]] Status save_workspace(const Workspace& workspace, const std::string& path);

/// The JSON text; `folder`: what paths are written relative to.
[[nodiscard]] std::string text_of(const Workspace& workspace, const std::string& folder);
[[nodiscard]] Result<Workspace> parse_workspace(std::string_view text, const std::string& path,
                                                Problems& problems);

/// $XDG_DATA_HOME/malimap/memory.json, in ~/.local/share where that is not set; "" when there is no
/// home either.
[[nodiscard]] std::string memory_path();

/// Empty when there is no memory yet. A broken one is reported and set aside as
/// "memory.json.broken".
[[nodiscard]] Workspace load_memory(Problems& problems);
[[nodiscard]] Status save_memory(const Workspace& memory);

/// Adds what the user said to the workspace file, or to the memory when `file` is empty. A mapping
/// replaces what was remembered for the same headers.
[[nodiscard]] Status remember_mapping(const std::string& file, const std::string& signature,
                                      const Mapping& mapping);
[[nodiscard]] Status remember_aliases(const std::string& file, std::span<const Alias> aliases);

/// Puts what the workspace knows under what the options already say: the mapping for the headers,
/// role by role (signature "": none), what holds for one list alone, answers, currency, crosswalk,
/// how rows count, and rates where the options have none.
void apply(const Workspace& workspace, ReadOptions& options, const std::string& signature);

/// Reads the files of rates and of places that the workspace names into the options, where they
/// have none. Errors: as read_rates and read_gazetteer.
[[nodiscard]] Status load_files(const Workspace& workspace, ReadOptions& options,
                                Problems& problems);

/// Whether the lists and boundaries that the workspace of this path names are there. Errors: the
/// first that is not. Databases and addresses are not looked up.
[[nodiscard]] Status files_are_there(const Workspace& workspace, const std::string& path);

/// How paths stand in the file: relative to its folder ("": as they are). Addresses and databases
/// stay what they are, without their password.
[[nodiscard]] std::string relative_path(const std::string& folder, const std::string& path);
[[nodiscard]] std::string absolute_path(const std::string& folder, const std::string& path);

/// "PG:dbname=x password=y", "postgresql://user:secret@host/x": the same without the password.
[[nodiscard]] std::string without_password(std::string_view source);

}  // namespace malimap
