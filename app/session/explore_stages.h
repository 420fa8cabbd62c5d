#pragma once
// The stages behind what is explored: profile, tables, matrix, gaps, explanations. Each works only
// while what shows it is open. Studies that take longer than a frame are asked for
// (Derived::missing_*) and put in when a job has made them.

#include "app/session/derived.h"
#include "app/session/memo.h"

namespace malimap {

class ExploreStages {
 public:
  void put(const DistanceKey& key, DistanceStudy study, Snapshot<Bands> bands);
  void put(const ChangesKey& key, ListChanges changes);
  void put(const RanksKey& key, ColumnRanks ranks);

  /// Puts what the map's measures ask for into the coverage: gaps, distances.
  void measure(Derived& derived, const State& state);
  /// What changed since the earlier list, where there is one.
  void find_changes(Derived& derived, const State& state);
  /// The rest of Derived: what panels show.
  void fill(Derived& derived, const State& state);

  /// The coverage with gaps and distances, where a scene's measures ask for them.
  [[nodiscard]] Snapshot<Coverage> measured(const Snapshot<Coverage>& coverage,
                                            const Snapshot<CoverageCube>& cube,
                                            const Filter& filter,
                                            const Snapshot<DistanceStudy>& distances,
                                            const State& state);

 private:
  struct MeasuredKey {
    Snapshot<Coverage> coverage;
    Snapshot<CoverageCube> cube;
    Snapshot<DistanceStudy> distances;
    Filter filter;
    NeedSource need;
    GapSettings gaps;
    std::set<std::string> outside_programme;
    bool operator==(const MeasuredKey&) const = default;
  };
  struct ProfileKey {
    Snapshot<Coverage> coverage;
    Snapshot<CoverageCube> cube;
    Filter filter;
    int zone = -1;
    bool operator==(const ProfileKey&) const = default;
  };
  struct TableKey {
    Snapshot<Dataset> dataset;
    Filter filter;
    Snapshot<std::vector<ProjectIndex>> rows;  // of a zone; null: all
    ProjectSort sort;
    Snapshot<ColumnRanks> ranks;  // of the whole list; null: few enough to be compared at once
    Language language;
    bool operator==(const TableKey&) const = default;
  };
  struct MatrixKey {
    Snapshot<CoverageCube> cube;
    Filter filter;
    Dimension by;
    bool operator==(const MatrixKey&) const = default;
  };
  struct FigureKey {
    Snapshot<Coverage> coverage;
    Snapshot<CoverageCube> cube;
    Filter filter;
    Snapshot<GapStudy> study;           // of a figure of gaps
    Snapshot<DistanceStudy> distances;  // of how far projects are
    FigureRef figure;
    Language language;
    bool operator==(const FigureKey&) const = default;
  };
  struct GapsMade {
    Snapshot<GapStudy> study;
    std::optional<Error> problem;
  };

  struct DistancesMade {
    Snapshot<DistanceStudy> study;
    Snapshot<Bands> bands;
  };
  DistancesMade distances_of(Derived& derived, const State& state);
  void add_table(Derived& derived, const State& state);
  Snapshot<ColumnRanks> ranks_of(const RanksKey& key);
  void add_gaps_study(Derived& derived, const State& state);
  void add_explanation(Derived& derived, const FigureRef& figure, const State& state);

  Memo<MeasuredKey, Snapshot<Coverage>> measured_{6};
  Memo<ProfileKey, Snapshot<Profile>> profiles_{8};
  Memo<TableKey, Snapshot<std::vector<ProjectIndex>>> tables_{4};
  Memo<RanksKey, Snapshot<ColumnRanks>> ranks_{6};
  ProjectSort shown_sort_;  // the last that needed nothing that was missing
  Memo<MatrixKey, Snapshot<Matrix>> matrices_{8};
  Memo<MeasuredKey, GapsMade> gaps_{4};
  Memo<DistanceKey, DistancesMade> distances_{4};
  Memo<ChangesKey, Snapshot<ListChanges>> changes_{2};
  Memo<FigureKey, Snapshot<Explanation>> explanations_{4};
};

}  // namespace malimap
