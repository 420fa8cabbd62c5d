#pragma once
// Holds the bulletin's printed statements against its figures. Rules only: change a figure and the
// findings change.

#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/projects/table.h"

namespace malimap {

/// The bulletin's tables as assets/bulletin/README.md describes them.
struct BulletinTables {
  std::string as_of;  // ISO date of the issue
  Table statements, key_figures, region_counts, region_budgets, sector_budgets, projects;
};

/// The tables that ship.
[[nodiscard]] BulletinTables embedded_bulletin();

/// What does not add up, in the order of the statements, then of the figures. Reasons:
///   no-such-date        a printed day is not in the calendar
///   date-differs        a printed day is not the one it refers to
///   fund-differs        a project stands under another fund than its own
///   count-differs, amount-differs, share-differs   a printed number is not what it refers to
///   rounded-wrong       a rounded amount is not the exact one, rounded half up to the digits
///   printed sum-differs         parts do not add up to what they should shares-not-100      shares
///   do not add up to 100 over-cap            a project is above a printed ceiling cap-explained
///   (note) a row is above the ceiling, but stands for several projects that are not
///   counts-above-total  one region counts more projects than the fund has
///   several-regions     (note) the regions' counts add up to more than the fund's projects: some
///   lie in several counts-below-total  the regions' counts add up to fewer mixed-notations numbers
///   are written in more than one way statement-unreadable  a statement could not be checked
[[nodiscard]] std::vector<Problem> reconcile(const BulletinTables& bulletin);

}  // namespace malimap
