#pragma once
// What is wrong in a project list by itself, whatever the boundaries.

#include "geo/projects/columns.h"
#include "geo/projects/dataset.h"
#include "geo/projects/projects.h"
#include "geo/projects/reporter.h"

namespace malimap {

/// A Quick Impact Project costs 50,000 USD at most and takes six months at most (bulletin of June
/// 2017, page 4).
inline constexpr Cents kQipCeiling{5'000'000};
inline constexpr int kQipMonths = 6;

/// One project of the list, on the reporter's current row: a budget that is negative or zero or
/// above the QIP ceiling, an end before the start, a QIP that takes too long.
void check_project(const Projects& projects, std::size_t index, const ColumnMap& columns,
                   Reporter& reporter);

/// Whether any cell, header or option names the currency of the amounts.
enum class CurrencyNamed { No, Yes };

/// The list as a whole, once all its rows are read: rows of one project, double ids, budgets that
/// each row of a project repeats, rows that stand twice, amounts without a rate, marks of missing
/// values, no currency, no budgets. Decides Projects::project_of_row; splits repeated budgets
/// (budget and amount), and puts `counts.amounts` right where it does.
void check_list(Projects& projects, ReadCounts& counts, const Table& table,
                const ColumnMap& columns, const ReadOptions& options, CurrencyNamed currency_named,
                Reporter& reporter);

/// Rows with the same id (written with or without blanks) are places or actions of one project
/// where their titles are the same too, or where most rows of the list share their ids; one note.
/// Else the same id under another title is reported as doubtful, and the rows stay apart. Rows
/// without an id, and rows that stand for several projects, are projects of their own.
/// Returns whether each row has an id that no other has.
bool find_rows_of_one_project(Projects& projects, const ColumnMap& columns,
                              const ReadOptions& options, Reporter& reporter);

/// Where in nine of ten projects of several rows each row bears the same amount, that is the whole
/// project's, repeated: it is split over the rows that bear it and so counts once; one note.
void split_repeated_budgets(Projects& projects, ReadCounts& counts, const ColumnMap& columns,
                            const ReadOptions& options, Reporter& reporter);

}  // namespace malimap
