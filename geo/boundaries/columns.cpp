#include "geo/boundaries/columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "geo/base/text.h"
#include "geo/boundaries/names.h"

namespace malimap {
namespace {

enum class Role { None, Pcode, Id, Name, Country };

/// What a column's name says; `level` is empty where it says none. Of several names for one role
/// the highest rank wins.
struct Reading {
  Role role = Role::None;
  std::optional<int> level;
  int rank = 0;
};

/// Lower case letters and digits alone: "ADM1_PCODE", "adm1_pcode" and "Adm1 Pcode" are one.
std::string bare(std::string_view field) {
  std::string result;
  for (const char c : fold(field))
    if (c != ' ' && c != '.' && c != ':')
      result += c;
  return result;
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// What follows "adm1" or "admin1": "pcode", "pcod" (ten letters of a shapefile), "fr", "namefr",
/// "en", ...
Reading read_suffix(std::string_view rest, int level) {
  if (level == 0 && one_of(rest, {"pcode", "pcod", "a3", "iso", "code"}))
    return {Role::Country, {}, 3};
  if (one_of(rest, {"pcode", "pcod", "pcd", "pc"}))
    return {Role::Pcode, level, 3};
  if (one_of(rest, {"code", "cod", "id"}))
    return {Role::Id, level, 1};
  if (one_of(rest, {"fr", "namefr", "nomfr", "nmfr"}))
    return {Role::Name, level, 9};
  if (one_of(rest, {"", "name", "nam", "nm", "nom"}))
    return {Role::Name, level, 8};
  if (one_of(rest, {"en", "nameen", "nmen"}))
    return {Role::Name, level, 6};
  if (one_of(rest, {"refname", "refn", "ref"}))
    return {Role::Name, level, 4};
  return {};
}

Reading read_french(const std::string& name) {
  static const std::array<std::pair<std::string_view, int>, 6> words = {
      {{"region", 1}, {"reg", 1}, {"cercle", 2}, {"cer", 2}, {"commune", 3}, {"com", 3}}};
  for (const auto& [word, level] : words) {
    const std::string stem(word);
    if (one_of(name, {"pcode" + stem, stem + "pcode"}))
      return {Role::Pcode, level, 3};
    if (one_of(name, {"code" + stem, stem + "code", "id" + stem}))
      return {Role::Id, level, 1};
    if (one_of(name, {"nom" + stem, stem + "nom", stem + "name", "name" + stem, stem + "fr"}) ||
        (name == stem && stem.size() > 3))
      return {Role::Name, level, 7};
  }
  return {};
}

Reading read_plain(const std::string& name) {
  static const std::map<std::string, Reading> known = {
      {"pcode", {Role::Pcode, {}, 3}},         {"admpcode", {Role::Pcode, {}, 3}},
      {"shapeid", {Role::Id, {}, 2}},          {"iso31662", {Role::Id, {}, 3}},
      {"hascmaj", {Role::Id, {}, 1}},          {"code", {Role::Id, {}, 1}},
      {"shapename", {Role::Name, {}, 5}},      {"namefr", {Role::Name, {}, 9}},
      {"nomfr", {Role::Name, {}, 9}},          {"nom", {Role::Name, {}, 8}},
      {"name", {Role::Name, {}, 7}},           {"libelle", {Role::Name, {}, 6}},
      {"nameen", {Role::Name, {}, 4}},         {"shapegroup", {Role::Country, {}, 2}},
      {"isoa2", {Role::Country, {}, 3}},       {"adm0a3", {Role::Country, {}, 2}},
      {"isoa3", {Role::Country, {}, 2}},       {"countrypcode", {Role::Country, {}, 4}},
      {"countrycode", {Role::Country, {}, 3}}, {"country", {Role::Country, {}, 1}},
      {"admin", {Role::Country, {}, 1}},       {"pays", {Role::Country, {}, 1}},
      {"gid0", {Role::Country, {}, 3}}};
  const auto found = known.find(name);
  return found == known.end() ? Reading{} : found->second;
}

Reading read_name(const std::string& field) {
  const std::string name = bare(field);
  if (const Reading plain = read_plain(name); plain.role != Role::None)
    return plain;
  for (const std::string_view stem : {"admin", "adm"})
    if (name.starts_with(stem) && name.size() > stem.size() && name[stem.size()] >= '0' &&
        name[stem.size()] <= '3')
      return read_suffix(std::string_view(name).substr(stem.size() + 1), name[stem.size()] - '0');
  for (const auto& [stem, role] : {std::pair{"name", Role::Name}, std::pair{"gid", Role::Id}})
    if (name.starts_with(stem) && name.size() == std::string_view(stem).size() + 1 &&
        name.back() >= '0' && name.back() <= '3')  // GADM
      return {role, name.back() - '0', 7};
  return read_french(name);
}

/// What a column's values say.
struct Content {
  double filled = 0, pcodes = 0, letters = 0;  // shares of the rows
  std::size_t distinct = 0;
  bool unique = false;  // every row filled and different
};

Content content_of(const AttributeTable& table, std::size_t column) {
  Content content;
  std::set<std::string_view> seen;
  for (const auto& row : table.rows) {
    const std::string& value = row[column];
    if (value.empty())
      continue;
    content.filled += 1;
    content.pcodes += looks_like_pcode(value);
    const auto digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    content.letters += std::none_of(value.begin(), value.end(), digit);
    seen.insert(value);
  }
  const double rows = std::max<double>(1, static_cast<double>(table.rows.size()));
  content.distinct = seen.size();
  content.unique = seen.size() == table.rows.size() && content.filled == rows;
  content.filled /= rows;
  content.pcodes /= rows;
  content.letters /= rows;
  return content;
}

std::string list_of(const std::vector<std::string>& fields) {
  std::string list;
  for (const std::string& field : fields)
    list += (list.empty() ? "" : ", ") + field;
  return list;
}

/// Builds the plan; one instance a file.
class Recogniser {
 public:
  Recogniser(const AttributeTable& table, const BoundaryOptions& options, const std::string& hint)
      : table_(table), options_(options), hint_(hint) {
    for (std::size_t c = 0; c < table.fields.size(); ++c) {
      readings_.push_back(read_name(table.fields[c]));
      contents_.push_back(content_of(table, c));
    }
  }

  [[nodiscard]] int column(const std::string& field) const {
    for (std::size_t c = 0; c < table_.fields.size(); ++c)
      if (table_.fields[c] == field)
        return static_cast<int>(c);
    for (std::size_t c = 0; c < table_.fields.size(); ++c)
      if (bare(table_.fields[c]) == bare(field))
        return static_cast<int>(c);
    return kNoColumn;
  }

  [[nodiscard]] int country() const { return best(Role::Country, std::nullopt, 0.5); }

  [[nodiscard]] ColumnPlan plan() const {
    ColumnPlan plan;
    plan.levels = named_levels();
    if (plan.levels.empty())
      plan.levels = plain_levels();
    apply_options(plan);
    return plan;
  }

 private:
  [[nodiscard]] const Content& content(int column) const {
    return contents_[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] int best(Role role, std::optional<int> level, double filled) const {
    int found = kNoColumn;
    for (std::size_t c = 0; c < readings_.size(); ++c) {
      const Reading& reading = readings_[c];
      if (reading.role != role || reading.level != level || contents_[c].filled < filled)
        continue;
      if (found == kNoColumn || reading.rank > readings_[static_cast<std::size_t>(found)].rank)
        found = static_cast<int>(c);
    }
    return found;
  }

  /// Levels that the columns' names number. The units' level is the deepest whose columns differ
  /// between the features.
  [[nodiscard]] std::vector<LevelColumns> named_levels() const {
    std::vector<LevelColumns> levels;
    std::size_t deepest = 0;
    for (int level = 1; level <= 3; ++level) {
      LevelColumns columns{static_cast<Level>(level), best(Role::Pcode, level, 0.9),
                           best(Role::Id, level, 0.9), best(Role::Name, level, 0.9)};
      if (columns.id != kNoColumn && columns.pcode == kNoColumn && content(columns.id).pcodes > 0.9)
        columns.pcode = columns.id;
      if (columns.name == kNoColumn && columns.pcode == kNoColumn)
        continue;  // an id alone (Natural Earth's adm1_code) is no level
      levels.push_back(columns);
      for (const int column : {columns.pcode, columns.name})
        if (column != kNoColumn && (content(column).distinct > 1 || table_.rows.size() == 1))
          deepest = levels.size();
    }
    levels.resize(deepest);
    return levels;
  }

  /// A file of one level without numbered columns.
  [[nodiscard]] std::vector<LevelColumns> plain_levels() const {
    LevelColumns units;
    units.name = best(Role::Name, std::nullopt, 0.5);
    units.id = best(Role::Id, std::nullopt, 0.9);
    if (units.id != kNoColumn && !content(units.id).unique)
      units.id = kNoColumn;
    units.pcode = best_pcode();
    units.guessed = units.pcode != kNoColumn &&
                    readings_[static_cast<std::size_t>(units.pcode)].role != Role::Pcode;
    if (units.name == kNoColumn)
      units.name = only_texts();
    units.level = plain_level(units);
    std::vector<LevelColumns> levels;
    if (const int parent = parent_pcode(units.pcode);
        parent != kNoColumn && units.level > Level::Region)
      levels.push_back(
          {static_cast<Level>(static_cast<int>(units.level) - 1), parent, kNoColumn, kNoColumn});
    levels.push_back(units);
    return levels;
  }

  [[nodiscard]] int best_pcode() const {
    if (const int named = best(Role::Pcode, std::nullopt, 0.9); named != kNoColumn)
      return named;
    for (std::size_t c = 0; c < contents_.size(); ++c)
      if (contents_[c].pcodes > 0.9 && contents_[c].unique)
        return static_cast<int>(c);
    return kNoColumn;
  }

  /// The column whose P-codes begin the units' P-codes; of several the longest.
  [[nodiscard]] int parent_pcode(int pcode) const {
    int found = kNoColumn;
    std::size_t longest = 0;
    for (std::size_t c = 0; pcode != kNoColumn && c < contents_.size(); ++c) {
      if (static_cast<int>(c) == pcode || contents_[c].pcodes < 0.9)
        continue;
      const bool begins = std::all_of(table_.rows.begin(), table_.rows.end(), [&](const auto& row) {
        const std::string& code = row[static_cast<std::size_t>(pcode)];
        return !row[c].empty() && code.size() > row[c].size() && code.starts_with(row[c]);
      });
      if (begins && table_.rows.front()[c].size() > longest) {
        longest = table_.rows.front()[c].size();
        found = static_cast<int>(c);
      }
    }
    return found;
  }

  /// The one column that can only be names: all filled, without digits, mostly different.
  [[nodiscard]] int only_texts() const {
    int found = kNoColumn;
    for (std::size_t c = 0; c < contents_.size(); ++c) {
      const Content& here = contents_[c];
      if (here.filled < 0.99 || here.letters < 0.99 || readings_[c].role == Role::Country ||
          here.distinct * 10 < table_.rows.size() * 9)
        continue;
      if (found != kNoColumn)
        return kNoColumn;
      found = static_cast<int>(c);
    }
    return found;
  }

  [[nodiscard]] Level plain_level(const LevelColumns& units) const {
    if (options_.level)
      return *options_.level;
    if (const int type = column("shapeType"); type != kNoColumn)
      if (const auto level = level_in(table_.rows.front()[static_cast<std::size_t>(type)]))
        return *level;
    if (units.pcode != kNoColumn)
      if (const auto level =
              level_of_pcode(table_.rows.front()[static_cast<std::size_t>(units.pcode)]))
        return *level;
    if (const auto level = level_in(hint_))
      return *level;
    if (units.name != kNoColumn && are_regions(units.name))
      return Level::Region;
    const std::size_t count = table_.rows.size();
    return count <= 30 ? Level::Region : count <= 120 ? Level::Cercle : Level::Commune;
  }

  /// Two digits a level in OCHA's codes for Mali.
  [[nodiscard]] static std::optional<Level> level_of_pcode(const std::string& code) {
    const auto digits =
        std::count_if(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!code.starts_with("ML") || digits % 2 != 0 || digits < 2 || digits > 6)
      return std::nullopt;
    return static_cast<Level>(digits / 2);
  }

  [[nodiscard]] static std::optional<Level> level_in(const std::string& text) {
    const std::string name = bare(text);
    for (const std::string_view stem : {"adm", "admin", "admbnda_adm", "level"})
      for (int level = 0; level <= 3; ++level)
        if (name.find(std::string(stem) + std::to_string(level)) != std::string::npos)
          return static_cast<Level>(level);
    for (const Level level : {Level::Commune, Level::Cercle, Level::Region})
      if (name.find(word_of(level)) != std::string::npos)
        return level;
    return std::nullopt;
  }

  [[nodiscard]] bool are_regions(int name) const {
    std::set<std::string> names;
    for (const auto& row : table_.rows)
      names.insert(row[static_cast<std::size_t>(name)]);
    const std::vector<std::string> list(names.begin(), names.end());
    return !RegionNames::embedded().vintage_of(list).empty();
  }

  void apply_options(ColumnPlan& plan) const {
    LevelColumns& units = plan.levels.back();
    if (!options_.pcode_column.empty()) {
      units.pcode = column(options_.pcode_column);
      units.guessed = false;
    }
    if (!options_.name_column.empty())
      units.name = column(options_.name_column);
    if (options_.parent_column.empty())
      return;
    const int parent = column(options_.parent_column);
    const bool code = content(parent).pcodes > 0.9;
    if (plan.levels.size() < 2)
      plan.levels.insert(plan.levels.begin(),
                         {static_cast<Level>(std::max(0, static_cast<int>(units.level) - 1)),
                          kNoColumn, kNoColumn, kNoColumn});
    LevelColumns& above = plan.levels[plan.levels.size() - 2];
    (code ? above.pcode : above.name) = parent;
  }

  const AttributeTable& table_;
  BoundaryOptions options_;
  std::string hint_;
  std::vector<Reading> readings_;
  std::vector<Content> contents_;
};

}  // namespace

bool looks_like_pcode(std::string_view text) {
  const auto letters =
      std::find_if_not(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto prefix = letters - text.begin(), digits = text.end() - letters;
  return prefix >= 2 && prefix <= 3 && digits >= 2 && digits <= 10 &&
         std::all_of(letters, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int country_column(const AttributeTable& table) {
  return Recogniser(table, {}, {}).country();
}

Result<ColumnPlan> recognise_columns(const AttributeTable& table, const BoundaryOptions& options,
                                     const std::string& hint, const Place& place) {
  if (table.fields.empty())
    return failure({N_("the units have no names: the file has no columns at all"), {}}, place);
  const Recogniser recogniser(table, options, hint);
  for (const std::string& wanted :
       {options.pcode_column, options.name_column, options.parent_column})
    if (!wanted.empty() && recogniser.column(wanted) == kNoColumn)
      return failure(
          {N_("there is no column {0}; the columns are: {1}"), {wanted, list_of(table.fields)}},
          place);
  ColumnPlan plan = recogniser.plan();
  if (plan.levels.back().name == kNoColumn)
    return failure({N_("no column with the units' names was recognised; the columns are: {0}"),
                    {list_of(table.fields)}},
                   place, {N_("name it with --name-column"), {}});
  return plan;
}

}  // namespace malimap
