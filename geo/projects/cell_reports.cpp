#include "geo/projects/cell_reports.h"

namespace malimap {

std::optional<Date> date_or_report(const TypedDate& typed, std::string_view cell, int column,
                                   Reporter& reporter) {
  if (!typed.date)
    reporter.report(
        {typed.understood ? "no-such-date" : "date-unreadable",
         Severity::Lost,
         typed.understood ? N_("there is no such day in the calendar; the date counts as missing")
                          : N_("this is no date; it counts as missing"),
         {},
         cell},
        column);
  return typed.date;
}

void report_no_amount(std::string_view cell, int column, Reporter& reporter) {
  reporter.report({"budget-unreadable",
                   Severity::Lost,
                   N_("this is no amount; the budget counts as missing"),
                   {},
                   cell},
                  column);
}

}  // namespace malimap
