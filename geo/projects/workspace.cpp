#include "geo/projects/workspace.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/base/save.h"
#include "geo/base/text.h"

namespace malimap {

[[nodiscard]] bool is_workspace_text(std::string_view start);  // workspace_json.cpp

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = 64U << 20U;
constexpr std::size_t kStart = 1U << 20U;

Result<std::string> bytes_of(const std::string& path) {
  std::error_code ignored;
  const Place place{path, {}, {}, {}};
  const auto status = fs::status(path, ignored);
  if (!fs::exists(status))
    return failure({N_("there is no such file"), {}}, place);
  if (fs::is_directory(status))
    return failure({N_("this is a directory, not a file"), {}}, place);
  if (fs::is_regular_file(status) && fs::file_size(path, ignored) > kLargest)
    return failure({N_("is too large for a workspace"), {}}, place);
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  if (in)
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (!in)
    return failure({N_("the file cannot be read"), {}}, place);
  return bytes;
}

/// Where the value of "key=value" ends: values may stand in quotes, with \ before signs.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  const bool quoted = at < text.size() && text[at] == '\'';
  for (std::size_t i = at + (quoted ? 1 : 0); i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (quoted ? text[i] == '\'' : text[i] == ' ' || text[i] == '&')
      return i + (quoted ? 1 : 0);
  }
  return text.size();
}

void strip_values(std::string& text, std::string_view key) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); };
  for (auto from = text.begin();;) {
    const auto found = std::search(from, text.end(), key.begin(), key.end(), same);
    if (found == text.end())
      return;
    auto start = static_cast<std::size_t>(found - text.begin());
    std::size_t value = start + key.size();
    while (value < text.size() && text[value] == ' ')
      ++value;
    if (value >= text.size() || text[value] != '=') {
      from = found + 1;
      continue;
    }
    ++value;
    while (value < text.size() && text[value] == ' ')
      ++value;
    const std::size_t end = end_of_value(text, value);
    while (start > 0 && text[start - 1] == ' ')
      --start;
    text.erase(start, end - start);
    from = text.begin() + static_cast<std::ptrdiff_t>(start);
  }
}

Status change(const std::string& file, const auto& edit) {
  Problems problems;
  if (file.empty()) {
    Workspace memory = load_memory(problems);
    edit(memory);
    return save_memory(memory);
  }
  auto workspace = read_workspace(file, problems);
  if (!workspace)
    return tl::make_unexpected(workspace.error());
  edit(*workspace);
  return save_workspace(*workspace, file);
}

}  // namespace

bool is_workspace(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    return false;
  std::ifstream in(path, std::ios::binary);
  std::string start(kStart, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  const std::string_view text = trim(start);
  return text.starts_with('{') && is_workspace_text(text);
}

Result<Workspace> read_workspace(const std::string& path, Problems& problems) {
  const auto bytes = bytes_of(path);
  if (!bytes)
    return tl::make_unexpected(bytes.error());
  return parse_workspace(*bytes, path, problems);
}

Status save_workspace(const Workspace& workspace, const std::string& path) {
  std::error_code ignored;
  const fs::path folder = fs::absolute(path, ignored).lexically_normal().parent_path();
  return save_file(path, text_of(workspace, folder.string()));
}

std::string memory_path() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && *data == '/')
    return std::string(data) + "/malimap/memory.json";
  // NOLINTNEXTLINE(concurrency-mt-unsafe)
  const char* home = std::getenv("HOME");
  return home != nullptr && *home != '\0' ? std::string(home) + "/.local/share/malimap/memory.json"
                                          : std::string{};
}

Workspace load_memory(Problems& problems) {
  const std::string path = memory_path();
  std::error_code failed;
  if (path.empty() || !fs::exists(path, failed))
    return {};
  auto memory = read_workspace(path, problems);
  if (memory)
    return std::move(*memory);
  const std::string aside = path + ".broken";
  fs::rename(path, aside, failed);
  Error error = memory.error();
  if (!failed)
    error.remedy = {N_("it was set aside as {0}; what was remembered is not used"), {aside}};
  problems.report({"memory-broken", Severity::Doubtful, std::move(error), {}, {}});
  return {};
}

Status save_memory(const Workspace& memory) {
  const std::string path = memory_path();
  if (path.empty())
    return failure({N_("there is no folder to keep mappings and answers in"), {}}, {},
                   {N_("set HOME or XDG_DATA_HOME"), {}});
  std::error_code ignored;  // saving says what is wrong with the folder
  fs::create_directories(fs::path(path).parent_path(), ignored);
  return save_workspace(memory, path);
}

Status remember_mapping(const std::string& file, const std::string& signature,
                        const Mapping& mapping) {
  return change(file, [&](Workspace& workspace) { workspace.mappings[signature] = mapping; });
}

Status remember_aliases(const std::string& file, std::span<const Alias> aliases) {
  return change(file, [&](Workspace& workspace) {
    for (const auto& alias : aliases)
      workspace.aliases.add(alias);
  });
}

void apply(const Workspace& workspace, ReadOptions& options, const std::string& signature) {
  if (const auto known = workspace.mappings.find(signature); known != workspace.mappings.end())
    for (const auto& [role, headers] : known->second)
      options.mapping.try_emplace(role, headers);
  Aliases aliases = workspace.aliases;
  for (const auto& alias : options.aliases.all())
    aliases.add(alias);
  options.aliases = std::move(aliases);
  if (options.rates.empty())
    for (const auto& rate : workspace.rates)
      options.rates.set(rate.currency, rate.dollars, rate.from);
  if (options.default_currency.empty())
    options.default_currency = workspace.default_currency;
  if (options.crosswalk.empty())
    options.crosswalk = workspace.crosswalk;
  options.rows_are_projects |= workspace.rows_are_projects;
  for (const auto& source : workspace.sources)
    if (!source.sheet.empty() || !source.mapping.empty())
      options.lists.try_emplace(source.path, ListChoice{source.sheet, source.mapping});
}

Status load_files(const Workspace& workspace, ReadOptions& options, Problems& problems) {
  if (!workspace.rates_file.empty() && options.rates.empty()) {
    auto rates = read_rates(workspace.rates_file, problems);
    if (!rates)
      return tl::make_unexpected(rates.error());
    options.rates = std::move(*rates);
    options.rates_file = workspace.rates_file;
    for (const auto& rate : workspace.rates)
      options.rates.set(rate.currency, rate.dollars, rate.from);
  }
  if (!workspace.gazetteer.empty() && options.gazetteer == nullptr) {
    auto gazetteer = read_gazetteer(workspace.gazetteer, problems);
    if (!gazetteer)
      return tl::make_unexpected(gazetteer.error());
    options.gazetteer = snapshot(std::move(*gazetteer));
    options.gazetteer_file = workspace.gazetteer;
  }
  return {};
}

Status files_are_there(const Workspace& workspace, const std::string& path) {
  std::vector<std::string> files = workspace.boundaries;
  for (const auto& source : workspace.sources)
    files.push_back(source.path);
  for (const auto& file : files) {
    const bool elsewhere = file.starts_with("PG:") || file.find("://") != std::string::npos;
    std::error_code ignored;
    if (!elsewhere && !fs::exists(file, ignored))
      return failure({N_("there is no such file, which the workspace {0} names"), {path}},
                     {file, {}, {}, {}});
  }
  return {};
}

std::string without_password(std::string_view source) {
  std::string text(source);
  if (const auto scheme = text.find("://"); scheme != std::string::npos) {
    const auto host = text.find_first_of("/?#", scheme + 3);
    const auto at = text.rfind('@', host);
    const auto colon = text.find(':', scheme + 3);
    if (at != std::string::npos && at > scheme && colon != std::string::npos && colon < at)
      text.erase(colon, at - colon);
  }
  if (text.starts_with("PG:") || text.find("://") != std::string::npos)
    for (std::string_view key : {"sslpassword", "password"})
      strip_values(text, key);
  return text;
}

}  // namespace malimap
