// Workspaces as JSON text.

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "geo/base/text.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int kVersion = 1;
constexpr std::array<std::string_view, 14> kFields{
    "malimap", "sources", "boundaries", "scenes",    "view",      "language",         "mappings",
    "aliases", "rates",   "rates_file", "gazetteer", "crosswalk", "default_currency", "count"};
constexpr std::array<std::string_view, 3> kSourceFields{"path", "sheet", "mapping"};

bool is_local(std::string_view path) {
  return !path.empty() && !path.starts_with("PG:") && path.find("://") == std::string_view::npos;
}

template <std::size_t N>
std::string unknown_fields(const Json& object, const std::array<std::string_view, N>& known) {
  Json other = Json::object();
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      other[key] = value;
  return other.empty() ? std::string{} : other.dump();
}

void add_fields(Json& object, const std::string& other) {
  const Json fields = Json::parse(other, nullptr, false);
  if (fields.is_object())
    for (const auto& [key, value] : fields.items())
      object[key] = value;
}

void add_object(Json& list, const std::string& text) {
  if (Json object = Json::parse(text, nullptr, false); object.is_object())
    list.push_back(std::move(object));
}

/// What is wrong with a field, found on the way down.
struct WrongField {
  std::string name;
};

class Reader {
 public:
  Reader(std::string file, Problems& problems)
      : file_(std::move(file)),
        folder_(fs::absolute(fs::path(file_)).parent_path().string()),
        problems_(problems) {}

  /// Throws WrongField, which does not leave this file.
  Workspace read(const Json& json) {
    Workspace workspace;
    workspace.version = json.at("malimap").get<int>();
    if (workspace.version > kVersion)
      note("workspace-newer",
           {N_("was written by a later version; what this one does not know is kept"), {}});
    for (const auto& item : list(json, "sources"))
      workspace.sources.push_back(source(item));
    for (const auto& item : list(json, "boundaries")) {
      expect(item.is_string(), "boundaries");
      workspace.boundaries.push_back(absolute_path(folder_, item.get<std::string>()));
    }
    for (const auto& item : list(json, "scenes")) {
      expect(item.is_object(), "scenes");
      workspace.scenes.push_back(item.dump());
    }
    if (json.contains("view")) {
      expect(json["view"].is_object(), "view");
      workspace.view = json["view"].dump();
    }
    workspace.language = text(json, "language");
    if (json.contains("mappings")) {
      expect(json["mappings"].is_object(), "mappings");
      for (const auto& [signature, mapping_json] : json["mappings"].items())
        workspace.mappings[signature] = mapping(mapping_json, "mappings/" + signature);
    }
    for (const auto& item : list(json, "aliases"))
      workspace.aliases.add(
          {text(item, "typed", true), text(item, "within"), text(item, "code", true)});
    for (const auto& item : list(json, "rates"))
      workspace.rates.push_back(rate(item));
    workspace.rates_file = path(json, "rates_file");
    workspace.gazetteer = path(json, "gazetteer");
    workspace.crosswalk = path(json, "crosswalk");
    workspace.default_currency = text(json, "default_currency");
    workspace.rows_are_projects = text(json, "count") == "rows";
    workspace.other = unknown_fields(json, kFields);
    return workspace;
  }

 private:
  static void expect(bool right, std::string_view field) {
    if (!right)
      throw WrongField{std::string(field)};
  }

  static const Json& list(const Json& json, const char* field) {
    static const Json kNone = Json::array();
    if (!json.contains(field))
      return kNone;
    expect(json[field].is_array(), field);
    return json[field];
  }

  static std::string text(const Json& json, const char* field, bool required = false) {
    expect(json.is_object(), field);
    if (!json.contains(field)) {
      expect(!required, field);
      return {};
    }
    expect(json[field].is_string(), field);
    return json[field].get<std::string>();
  }

  [[nodiscard]] std::string path(const Json& json, const char* field) const {
    const std::string written = text(json, field);
    return written.empty() ? written : absolute_path(folder_, written);
  }

  WorkspaceSource source(const Json& json) {
    WorkspaceSource source;
    source.path = absolute_path(folder_, text(json, "path", true));
    source.sheet = text(json, "sheet");
    if (json.contains("mapping"))
      source.mapping = mapping(json["mapping"], "mapping");
    source.other = unknown_fields(json, kSourceFields);
    return source;
  }

  Mapping mapping(const Json& json, const std::string& field) {
    expect(json.is_object(), field);
    Mapping mapping;
    for (const auto& [word, headers] : json.items()) {
      const auto role = role_of(word);
      expect(headers.is_array(), word);
      if (!role) {
        note("workspace-unknown-role",
             {N_("names the role “{0}”, which this version does not know"), {word}});
        continue;
      }
      auto& all = mapping[*role];
      for (const auto& header : headers) {
        expect(header.is_string(), word);
        all.push_back(header.get<std::string>());
      }
    }
    return mapping;
  }

  static WorkspaceRate rate(const Json& json) {
    WorkspaceRate rate;
    rate.currency = text(json, "currency", true);
    expect(json.contains("usd") && json["usd"].is_number(), "usd");
    rate.dollars = json["usd"].get<double>();
    expect(rate.dollars > 0, "usd");
    if (const std::string day = text(json, "from"); !day.empty()) {
      rate.from = parse_iso_date(day);
      expect(rate.from.has_value(), "from");
    }
    return rate;
  }

  void note(const char* reason, Message what) {
    problems_.report({reason, Severity::Note, {std::move(what), {file_, {}, {}, {}}, {}}, {}, {}});
  }

  std::string file_;
  std::string folder_;
  Problems& problems_;
};

Json json_of(const Mapping& mapping) {
  Json json = Json::object();
  for (const auto& [role, headers] : mapping)
    json[std::string(word_of(role))] = headers;
  return json;
}

Json json_of(const WorkspaceSource& source, const std::string& folder) {
  Json json = {{"path", relative_path(folder, source.path)}};
  if (!source.sheet.empty())
    json["sheet"] = source.sheet;
  if (!source.mapping.empty())
    json["mapping"] = json_of(source.mapping);
  add_fields(json, source.other);
  return json;
}

Json json_of(const WorkspaceRate& rate) {
  Json json = {{"currency", rate.currency}, {"usd", rate.dollars}};
  if (rate.from)
    json["from"] = iso(*rate.from);
  return json;
}

/// Line and column, from 1, of a byte of the text.
std::pair<std::size_t, std::size_t> position_of(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const auto start = before.rfind('\n');
  return {line + 1, before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1};
}

}  // namespace

std::string relative_path(const std::string& folder, const std::string& path) {
  if (!is_local(path))
    return without_password(path);
  if (folder.empty())
    return path;
  const fs::path relative = fs::path(path).lexically_proximate(folder);
  return relative.empty() ? path : relative.generic_string();
}

std::string absolute_path(const std::string& folder, const std::string& path) {
  if (!is_local(path))
    return without_password(path);
  return folder.empty() ? path : (fs::path(folder) / path).lexically_normal().string();
}

std::string text_of(const Workspace& workspace, const std::string& folder) {
  Json json = {{"malimap", std::max(workspace.version, kVersion)}};
  for (const auto& source : workspace.sources)
    json["sources"].push_back(json_of(source, folder));
  for (const auto& path : workspace.boundaries)
    json["boundaries"].push_back(relative_path(folder, path));
  for (const auto& scene : workspace.scenes)
    add_object(json["scenes"], scene);
  if (!workspace.view.empty())
    if (Json view = Json::parse(workspace.view, nullptr, false); view.is_object())
      json["view"] = std::move(view);
  if (!workspace.language.empty())
    json["language"] = workspace.language;
  for (const auto& [signature, mapping] : workspace.mappings)
    json["mappings"][signature] = json_of(mapping);
  for (const auto& alias : workspace.aliases.all()) {
    Json entry = {{"typed", alias.typed}};
    if (!alias.within.empty())
      entry["within"] = alias.within;
    entry["code"] = alias.code;
    json["aliases"].push_back(entry);
  }
  for (const auto& rate : workspace.rates)
    json["rates"].push_back(json_of(rate));
  for (const auto& [field, path] : {std::pair{"rates_file", &workspace.rates_file},
                                    {"gazetteer", &workspace.gazetteer},
                                    {"crosswalk", &workspace.crosswalk}})
    if (!path->empty())
      json[field] = relative_path(folder, *path);
  if (!workspace.default_currency.empty())
    json["default_currency"] = workspace.default_currency;
  if (workspace.rows_are_projects)
    json["count"] = "rows";
  add_fields(json, workspace.other);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Workspace> parse_workspace(std::string_view text, const std::string& path,
                                  Problems& problems) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object() || !json.contains("malimap") || !json["malimap"].is_number_integer())
      return failure({N_("is no workspace"), {}}, {path, {}, {}, {}});
    return Reader(path, problems).read(json);
  } catch (const Json::parse_error& error) {
    const auto [line, column] = position_of(text, error.byte);
    return failure({N_("cannot be read as JSON: something is wrong at line {0}, character {1}"),
                    {std::to_string(line), std::to_string(column)}},
                   {path, {}, {}, {}});
  } catch (const Json::exception&) {
    return failure({N_("is no workspace"), {}}, {path, {}, {}, {}});
  } catch (const WrongField& wrong) {
    return failure({N_("the field “{0}” is missing or not what it should be"), {wrong.name}},
                   {path, {}, {}, {}});
  }
}

bool is_workspace_text(std::string_view start) {
  // Read up to the first field that tells; the text may be cut off behind it.
  struct Keys : nlohmann::json_sax<Json> {
    int depth = 0;
    bool found = false, marked = false;
    bool null() override { return leave(false); }
    bool boolean(bool) override { return leave(false); }
    bool number_integer(number_integer_t) override { return leave(true); }
    bool number_unsigned(number_unsigned_t) override { return leave(true); }
    bool number_float(number_float_t, const string_t&) override { return leave(false); }
    bool string(string_t&) override { return leave(false); }
    bool binary(binary_t&) override { return leave(false); }
    bool start_object(std::size_t) override { return leave(false) && ++depth < 100; }
    bool end_object() override { return --depth > 0; }
    bool start_array(std::size_t) override { return leave(false) && depth > 0 && ++depth < 100; }
    bool end_array() override { return --depth > 0; }
    bool key(string_t& name) override {
      marked = depth == 1 && name == "malimap";
      return depth != 1 || (name != "type" && name != "features");
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
      return false;
    }
    bool leave(bool number) {
      found |= marked && number;
      return !marked;
    }
  } keys;
  Json::sax_parse(start.begin(), start.end(), &keys);
  return keys.found;
}

}  // namespace malimap
