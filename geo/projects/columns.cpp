#include "geo/projects/columns.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/tables/column_content.h"
#include "geo/projects/tables/column_hxl.h"
#include "geo/projects/tables/column_words.h"

namespace malimap {
namespace {

// HXL tags beat headers beat content. What one kind of evidence adds never reaches the next kind.
constexpr int kHxlPoints = 2000;
constexpr int kWholeHeader = 240, kBeginsHeader = 140;
// A role that fewer cells fit than this is lost.
constexpr double kLeastFit = 0.5;

struct Candidate {
  int points = 0;
  std::size_t column = 0;
  Role role = Role::Id;
  double confidence = 0;
  Evidence evidence = Evidence::None;
};

constexpr std::array kUnitRoles{Role::Region, Role::Cercle, Role::Commune};

int level_of(Role role) {
  const auto at = std::find(kUnitRoles.begin(), kUnitRoles.end(), role);
  return at == kUnitRoles.end() ? 0 : static_cast<int>(at - kUnitRoles.begin()) + 1;
}

double named_units(const ColumnContent& content, int level) {
  return level == 1 ? content.regions : level == 2 ? content.cercles : content.communes;
}

class Proposer {
 public:
  Proposer(const Table& table, const HomeNames& home) : table_(table), names_(home) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      contents_.push_back(content_of(table, i, names_));
  }

  std::vector<ColumnProposal> propose() {
    for (std::size_t i = 0; i < contents_.size(); ++i)
      if (contents_[i].filled > 0 || table_.size() == 0)
        gather(i);
    drop_regions_beside_countries();
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.points > b.points; });
    std::vector<ColumnProposal> proposals(contents_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      take(i, proposals);
    add_pairs(proposals);
    add_notes(proposals);
    return proposals;
  }

 private:
  [[nodiscard]] bool is_blank_list() const { return table_.size() == 0; }

  void gather(std::size_t column) {
    const auto& content = contents_[column];
    bool header_counts = true;
    if (column < table_.hxl.size()) {
      const HxlMeaning meaning = meaning_of_hxl(table_.hxl[column]);
      header_counts = !meaning.tagged;
      if (meaning.role)
        add_hxl(column, *meaning.role, meaning.rank);
      if (meaning.tagged)
        return;
    }
    if (header_counts)
      for (const auto& match : roles_by_header(table_.columns[column]))
        add_header(column, match);
    if (!is_blank_list() && !speaks_of_something_else(table_.columns[column]))
      add_content(column, content);
  }

  void add_hxl(std::size_t column, Role role, int rank) {
    const auto& content = contents_[column];
    if (role == Role::SectorCode && fit(role, content).value_or(1) < kLeastFit) {
      role = Role::Sector;  // codes of clusters, not of the DAC
      rank += 3;
    }
    const auto fits = is_blank_list() ? std::nullopt : fit(role, content);
    if (fits && *fits < kLeastFit && *fits < 0.2)
      return;
    candidates_.push_back(
        {kHxlPoints - 10 * rank, column, role, fits && *fits < 0.8 ? 0.85 : 0.98, Evidence::Hxl});
  }

  void add_header(std::size_t column, const HeaderMatch& match) {
    const auto& content = contents_[column];
    const auto fits = is_blank_list() ? std::nullopt : fit(match.role, content);
    if (fits && *fits < kLeastFit) {
      if (match.role == Role::SectorCode)
        return;
      if (match.role == Role::Sector || match.role == Role::Country)
        add_sector_codes(column, match.points);
      return;
    }
    if (match.role == Role::Status && !is_blank_list() && content.statuses < 0.5 &&
        header_key(table_.columns[column]) == "state")
      return;  // of a federation
    double confidence = match.points >= kWholeHeader    ? 0.9
                        : match.points >= kBeginsHeader ? 0.8
                                                        : 0.65;
    if (fits)
      confidence += *fits >= 0.8 ? 0.05 : -0.2;
    // Between headers that say the same the fuller column wins, and where a word and the content
    // agree they beat a better word that the content does not bear out.
    const int bonus = static_cast<int>(std::lround(30 * content.fill)) +
                      (fits ? static_cast<int>(std::lround(20 * *fits)) : 10);
    if (const int level = level_of(match.role); level > 0 && names_.knows_units())
      return add_units(column, match, level, confidence, bonus);
    if (match.role == Role::Status && content.statuses >= 0.5)
      confidence += 0.05;
    const int statuses =
        match.role == Role::Status ? static_cast<int>(std::lround(60 * content.statuses)) : 0;
    candidates_.push_back({match.points + bonus + statuses, column, match.role,
                           std::min(confidence, 0.95), Evidence::Header});
  }

  void add_sector_codes(std::size_t column, int points) {
    if (contents_[column].dac_codes >= kLeastFit)
      candidates_.push_back({points, column, Role::SectorCode, 0.75, Evidence::Header});
  }

  /// Which level a column of units is of: its word says it, and where words differ between
  /// countries
  /// ("province"), or the names are those of another level, the names do.
  void add_units(std::size_t column, const HeaderMatch& match, int level, double confidence,
                 int bonus) {
    const auto& content = contents_[column];
    for (int other = 1; other <= 3; ++other) {
      const double named = named_units(content, other);
      int points = match.points + bonus + static_cast<int>(std::lround(60 * named));
      double sure = confidence + (named >= 0.8 ? 0.05 : 0);
      if (other != level) {
        const bool shifted = named >= 0.6 && named_units(content, level) < 0.1;
        if (match.fixed && !shifted)
          continue;
        points -= (shifted ? -40 : 60) * std::abs(other - level);
        sure -= 0.15;
      }
      candidates_.push_back({points, column, kUnitRoles[static_cast<std::size_t>(other - 1)],
                             std::clamp(sure, 0.3, 0.95), Evidence::Header});
    }
  }

  void add_content(std::size_t column, const ColumnContent& content) {
    const auto add = [&](Role role, double share, double least, int points) {
      if (share >= least)
        candidates_.push_back({points, column, role, 0.3 + 0.3 * share, Evidence::Content});
    };
    constexpr std::array kCodes{Role::RegionCode, Role::CercleCode, Role::CommuneCode,
                                Role::PlaceCode};
    if (content.codes >= 0.8 && !(content.unique && content.filled > 20 && content.code_level < 3))
      add(kCodes[static_cast<std::size_t>(content.code_level == 0 ? 3 : content.code_level - 1)],
          content.codes, 0.8, 60);
    add(Role::LonLat, content.pairs, 0.8, 55);
    add(Role::Status, content.statuses, 0.8, 50);
    add(Role::Fund, content.funds, 0.8, 49);
    add_named_units(column, content);
    add(Role::Budget, content.amounts_with_currency, 0.8, 40);
    if (content.distinct >= 2 && content.amounts == content.whole_numbers &&
        content.mean_length >= 5)
      add(Role::SectorCode, content.dac_codes, 0.9, 35);
    const bool unnamed = header_key(table_.columns[column]).empty();
    if (!unnamed)
      return;
    add(Role::Currency, content.currencies, 0.9, 30);
    add(Role::Country, content.countries, 0.8, 25);
    add(Role::Period, content.periods > content.dates ? content.periods : 0, 0.8, 24);
    if (column == 0 && content.unique && content.fill == 1 && content.filled >= 3 &&
        fit(Role::Id, content).value_or(1) > 0)
      add(Role::Id, content.mean_length < 24 ? 0.5 : 0, 0.5, 20);
  }

  /// The coarsest level whose names nearly all cells are. One name in every row tells nothing of
  /// the projects.
  void add_named_units(std::size_t column, const ColumnContent& content) {
    if (content.distinct < 2)
      return;
    for (int level = 1; level <= 3; ++level)
      if (const double named = named_units(content, level); named >= 0.8) {
        candidates_.push_back({45 - level, column, kUnitRoles[static_cast<std::size_t>(level - 1)],
                               0.3 + 0.3 * named, Evidence::Content});
        return;
      }
  }

  /// "Region" beside several countries is a region of the world, unless it names regions at home.
  void drop_regions_beside_countries() {
    const bool several_countries =
        std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
          return c.role == Role::Country && contents_[c.column].different_countries > 1;
        });
    std::erase_if(candidates_, [&](const Candidate& c) {
      if (level_of(c.role) == 0)
        return false;
      const auto& content = contents_[c.column];
      return content.world_regions >= 0.5 ||
             (several_countries && names_.knows_units() && table_.size() > 0 &&
              std::max({content.regions, content.cercles, content.communes}) < 0.02);
    });
  }

  /// Gives the candidate its role when column and role are free, and the same role to the columns
  /// that differ from it by a number alone ("Sector 2").
  void take(std::size_t index, std::vector<ColumnProposal>& proposals) {
    const Candidate& candidate = candidates_[index];
    bool& taken = taken_[static_cast<std::size_t>(candidate.role)];
    if (taken || proposals[candidate.column].role)
      return;
    taken = true;
    double confidence = candidate.confidence;
    for (std::size_t i = index + 1; i < candidates_.size(); ++i) {
      const Candidate& other = candidates_[i];
      if (other.role != candidate.role || other.column == candidate.column ||
          proposals[other.column].role)
        continue;
      if (may_stand_in_several_columns(other.role) && is_sibling(candidate, other))
        proposals[other.column] = {other.role, other.confidence, other.evidence};
      else if (other.points > candidate.points - 25 && candidate.evidence == Evidence::Header)
        confidence = std::min(confidence, candidate.confidence - 0.1);
    }
    proposals[candidate.column] = {candidate.role, confidence, candidate.evidence};
  }

  [[nodiscard]] bool is_sibling(const Candidate& a, const Candidate& b) const {
    if (a.evidence != b.evidence)
      return false;
    if (a.evidence == Evidence::Hxl)
      return a.points == b.points;
    const std::string stem = stem_of_numbered(table_.columns[a.column]);
    return !stem.empty() && stem == stem_of_numbered(table_.columns[b.column]);
  }

  /// Two neighbours without a role that hold coordinates, or days: what one of them is shows beside
  /// the other only.
  void add_pairs(std::vector<ColumnProposal>& proposals) {
    const auto is_free = [&](Role role) { return !taken_[static_cast<std::size_t>(role)]; };
    const auto set = [&](std::size_t column, Role role, double confidence) {
      proposals[column] = {role, confidence, Evidence::Content};
      taken_[static_cast<std::size_t>(role)] = true;
    };
    for (std::size_t i = 0; i + 1 < contents_.size(); ++i) {
      if (proposals[i].role || proposals[i + 1].role)
        continue;
      const auto &a = contents_[i], &b = contents_[i + 1];
      const auto both = [](double x, double y) { return std::min(x, y); };
      if (both(a.decimals, b.decimals) >= 0.9 && both(a.largest, b.largest) > 1 &&
          std::min(a.largest, b.largest) <= 90 && is_free(Role::Lon) && is_free(Role::Lat) &&
          is_free(Role::LonLat) && !table_.has_points()) {
        // People say latitude first; swapped columns are found where points are matched.
        set(i, a.largest > 90 ? Role::Lon : Role::Lat, 0.4);
        set(i + 1, a.largest > 90 ? Role::Lat : Role::Lon, 0.4);
      }
      if (both(a.iso_dates, b.iso_dates) >= 0.9 && is_free(Role::Start) && is_free(Role::End) &&
          in_order(i, i + 1)) {
        set(i, Role::Start, 0.45);
        set(i + 1, Role::End, 0.45);
      }
    }
  }

  /// What is left and says by its header or tag that it describes or remarks. Last, so that a
  /// description is the title where there is no other.
  void add_notes(std::vector<ColumnProposal>& proposals) {
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      const bool described = contents_[i].filled > 0 || is_blank_list();
      if (proposals[i].role || !described || fit(Role::Notes, contents_[i]).value_or(1) < kLeastFit)
        continue;
      const std::string_view tag = i < table_.hxl.size() ? std::string_view(table_.hxl[i]) : "";
      if (meaning_of_hxl(tag).tagged ? is_notes_tag(tag) : is_notes_header(table_.columns[i]))
        proposals[i] = {Role::Notes, meaning_of_hxl(tag).tagged ? 0.9 : 0.8,
                        meaning_of_hxl(tag).tagged ? Evidence::Hxl : Evidence::Header};
    }
  }

  /// Whether the days of the one column are hardly ever after those of the other.
  [[nodiscard]] bool in_order(std::size_t first, std::size_t second) const {
    std::size_t pairs = 0, ordered = 0;
    for (std::size_t row = 0; row < std::min(table_.size(), kSampledRows); ++row) {
      const auto a = table_.cell(row, first), b = table_.cell(row, second);
      if (a.size() < 10 || b.size() < 10)
        continue;
      ++pairs;
      ordered += a.substr(0, 10) <= b.substr(0, 10) ? 1 : 0;  // ISO: the order of the texts
    }
    return pairs > 0 && ordered * 10 >= pairs * 9;
  }

  const Table& table_;
  KnownNames names_;
  std::vector<ColumnContent> contents_;
  std::vector<Candidate> candidates_;
  std::array<bool, kRoleCount> taken_{};
};

}  // namespace

std::vector<ColumnProposal> propose_columns(const Table& table, const HomeNames& home_names) {
  return Proposer(table, home_names).propose();
}

}  // namespace malimap
