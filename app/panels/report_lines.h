#pragma once
// What the import report shows of the problems, worked out once for each reading: groups in order,
// their sentences, answers that are nearly certain.

#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/snapshot.h"
#include "geo/base/translator.h"
#include "geo/projects/aliases.h"

namespace malimap {

/// From this score on a proposal can be accepted together with others.
inline constexpr double kNearlySure = 0.9;

struct ReportGroup {
  const ProblemGroup* group = nullptr;
  std::string text;         // of the group, without its place
  std::vector<Alias> sure;  // each name once
  bool open = false;
};

class ReportLines {
 public:
  /// Works again only when problems or language are others; groups that stay what they were stay
  /// open.
  void follow(const Snapshot<Problems>& problems, const Translator& tr);

  [[nodiscard]] std::vector<ReportGroup>& groups() { return groups_; }
  /// Rows with something lost or doubtful, and what is said of no single row.
  [[nodiscard]] std::size_t to_review() const { return to_review_; }
  [[nodiscard]] std::size_t notes() const { return notes_; }
  [[nodiscard]] const Snapshot<Problems>& problems() const { return problems_; }

 private:
  Snapshot<Problems> problems_;
  Language language_ = Language::French;
  std::vector<ReportGroup> groups_;
  std::size_t to_review_ = 0, notes_ = 0;
};

}  // namespace malimap
