#include "geo/projects/reconcile.h"

#include <cmath>
#include <map>
#include <optional>

#include "geo/base/date.h"
#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/projects/notation.h"
#include "geo/projects/reporter.h"
#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

std::string shown(Cents amount) {
  std::string text = format_money(amount, Language::French);
  const auto unit = text.rfind("USD");
  return std::string(trim(std::string_view(text).substr(0, unit)));
}

/// Looks up what statements refer to.
class References {
 public:
  explicit References(const BulletinTables& bulletin) : bulletin_(bulletin) {}

  /// "FUND.column" of the key figures, or "PROJECT.column"; "" when missing.
  [[nodiscard]] std::string text(std::string_view reference) const {
    const auto dot = reference.rfind('.');
    if (dot == std::string_view::npos)
      return {};
    const auto subject = trim(reference.substr(0, dot)), column = trim(reference.substr(dot + 1));
    for (std::size_t row = 0; row < bulletin_.key_figures.size(); ++row)
      if (bulletin_.key_figures.text(row, "fund") == subject &&
          bulletin_.key_figures.text(row, "as_of") == bulletin_.as_of)
        return std::string(bulletin_.key_figures.text(row, column));
    for (std::size_t row = 0; row < bulletin_.projects.size(); ++row)
      if (bulletin_.projects.text(row, "id") == subject)
        return std::string(bulletin_.projects.text(row, column));
    return {};
  }
  [[nodiscard]] std::optional<Cents> number(std::string_view reference) const {
    return parse_amount(text(reference), DecimalSign::Point);
  }

 private:
  const BulletinTables& bulletin_;
};

class Checker {
 public:
  explicit Checker(const BulletinTables& bulletin)
      : bulletin_(bulletin), references_(bulletin), reporter_(bulletin.statements, problems_) {}

  std::vector<Problem> run() {
    for (std::size_t row = 0; row < bulletin_.statements.size(); ++row)
      check(row);
    check_notations();
    for (std::size_t row = 0; row < bulletin_.key_figures.size(); ++row)
      if (bulletin_.key_figures.text(row, "as_of") == bulletin_.as_of)
        check_region_counts(std::string(bulletin_.key_figures.text(row, "fund")), row);
    check_share_table(bulletin_.region_budgets);
    check_share_table(bulletin_.sector_budgets);
    return problems_.all();
  }

 private:
  struct Statement {
    std::string kind, page, printed, refers_to;
    std::optional<Cents> number;  // as_number; in hundredths of its unit
  };

  void check(std::size_t row) {
    const auto text = [&](std::string_view column) {
      return std::string(bulletin_.statements.text(row, column));
    };
    const Statement s{text("kind"), text("page"), text("printed"), text("refers_to"),
                      parse_amount(text("as_number"), DecimalSign::Point)};
    reporter_.row(bulletin_.statements.number(row));
    if (s.kind == "date")
      check_date(s);
    else if (s.kind == "fund")
      check_fund(s);
    else if (s.kind == "count" || s.kind == "amount")
      check_exact(s);
    else if (s.kind == "rounded_amount")
      check_rounded(s);
    else if (s.kind == "share")
      check_share(s);
    else if (s.kind == "sum" || s.kind == "shares")
      check_parts(s);
    else if (s.kind == "cap")
      check_cap(s);
    else
      unreadable(s);
  }

  void report(const char* reason, Severity severity, const char* msgid,
              std::vector<std::string> args, std::string value, std::string proposal = {}) {
    reporter_.report(
        {reason, severity, msgid, std::move(args), std::move(value), std::move(proposal)},
        bulletin_.statements.column("printed"));
  }
  void unreadable(const Statement& s) {
    report("statement-unreadable", Severity::Note,
           N_("page {0}: this statement could not be checked"), {s.page}, s.printed);
  }

  void check_date(const Statement& s) {
    auto typed = parse_date(s.printed);
    if (!typed.understood)  // no year printed: the issue's own
      typed = parse_date(s.printed + " " + bulletin_.as_of.substr(0, 4));
    if (!typed.understood)
      return unreadable(s);
    if (!typed.date)
      return report("no-such-date", Severity::Doubtful,
                    N_("page {0}: there is no such day in the calendar"), {s.page}, s.printed,
                    s.refers_to == "as_of" ? bulletin_.as_of : references_.text(s.refers_to));
    if (s.refers_to.empty())
      return;
    const std::string wanted =
        s.refers_to == "as_of" ? bulletin_.as_of : references_.text(s.refers_to);
    if (iso(*typed.date) != wanted)
      report("date-differs", Severity::Doubtful, N_("page {0}: the figures say {1}"),
             {s.page, wanted}, s.printed, wanted);
  }

  void check_fund(const Statement& s) {
    const std::string fund = references_.text(s.refers_to);
    if (fund.empty())
      return unreadable(s);
    if (normalised_fund(s.printed) != fund)
      report("fund-differs", Severity::Doubtful,
             N_("page {0}: the project {1} is headed {2}, but it is one of the fund {3}"),
             {s.page, s.refers_to.substr(0, s.refers_to.rfind('.')), s.printed, fund}, s.printed,
             fund);
  }

  void check_exact(const Statement& s) {
    const auto printed = parse_amount(s.printed);
    const auto wanted = references_.number(s.refers_to);
    if (!printed || !wanted)
      return unreadable(s);
    if (*printed != *wanted)
      report(s.kind == "count" ? "count-differs" : "amount-differs", Severity::Doubtful,
             N_("page {0}: the figures say {1}"), {s.page, shown(*wanted)}, s.printed,
             shown(*wanted));
  }

  void check_rounded(const Statement& s) {
    const auto wanted = references_.number(s.refers_to);
    const auto notation = notation_of(s.printed, s.number);
    if (!wanted || !s.number || !notation)
      return unreadable(s);
    const double scale = std::pow(10.0, notation->decimals);
    const auto rounded =
        std::llround(round_half_away(wanted->dollars() / 1e6, notation->decimals) * scale);
    const auto printed = std::llround(s.number->dollars() * scale);
    if (rounded != printed)
      report("rounded-wrong", Severity::Doubtful, N_("page {0}: {1} rounds to {2}, not to {3}"),
             {s.page, shown(*wanted), rewritten(s.printed, rounded, notation->decimals), s.printed},
             s.printed, rewritten(s.printed, rounded, notation->decimals));
  }

  void check_share(const Statement& s) {
    const auto slash = s.refers_to.find(" / ");
    if (slash == std::string::npos || !s.number)
      return unreadable(s);
    const auto part = references_.number(s.refers_to.substr(0, slash));
    const auto whole = references_.number(s.refers_to.substr(slash + 3));
    const auto notation = notation_of(s.printed, s.number);
    if (!part || !whole || whole->value == 0 || !notation)
      return unreadable(s);
    const double wanted =
        round_half_away(100 * part->dollars() / whole->dollars(), notation->decimals);
    if (std::abs(wanted - s.number->dollars()) > 1e-9)
      report("share-differs", Severity::Doubtful, N_("page {0}: it is {1} % by the figures"),
             {s.page, format_decimal(wanted, notation->decimals, Language::French)}, s.printed);
  }

  void check_parts(const Statement& s) {
    Cents sum;
    for (const auto& part : split(s.printed, "+")) {
      const auto number = parse_amount(part);
      if (!number)
        return unreadable(s);
      sum += *number;
    }
    const auto wanted = s.refers_to.empty() ? s.number : references_.number(s.refers_to);
    if (!wanted)
      return unreadable(s);
    if (sum == *wanted && (!s.number || sum == *s.number))
      return;
    if (s.kind == "shares")
      report("shares-not-100", Severity::Doubtful,
             N_("page {0}: the shares add up to {1}, not to 100"), {s.page, shown(sum)}, s.printed);
    else
      report("sum-differs", Severity::Doubtful, N_("page {0}: the parts add up to {1}, not to {2}"),
             {s.page, shown(sum), shown(sum == *wanted ? s.number.value_or(sum) : *wanted)},
             s.printed, shown(sum));
  }

  void check_cap(const Statement& s) {
    const auto dot = s.refers_to.rfind('.');
    const auto cap = parse_amount(s.printed);
    if (dot == std::string::npos || !cap)
      return unreadable(s);
    constexpr std::string_view kEach = "_per_project";
    const std::string fund = s.refers_to.substr(0, dot);
    std::string column = s.refers_to.substr(dot + 1);
    const bool each = column.ends_with(kEach);
    if (each)
      column.resize(column.size() - kEach.size());
    const Table& projects = bulletin_.projects;
    for (std::size_t row = 0; row < projects.size(); ++row) {
      const auto amount = parse_amount(projects.text(row, column), DecimalSign::Point);
      if (projects.text(row, "fund") != fund || !amount || amount->value <= cap->value)
        continue;
      const auto count = parse_amount(projects.text(row, "project_count"));
      const std::int64_t projects_of_row =
          each && count && count->value >= 100 ? count->value / 100 : 1;
      const std::string id(projects.text(row, "id"));
      if (amount->value <= cap->value * projects_of_row)
        report("cap-explained", Severity::Note,
               N_("page {0}: {1} has {2} against a ceiling of {3}, but stands for {4} projects: "
                  "each is under it"),
               {s.page, id, shown(*amount), shown(*cap), std::to_string(projects_of_row)},
               std::string(projects.text(row, column)));
      else
        report("over-cap", Severity::Doubtful,
               N_("page {0}: {1} has {2} for {4} projects, above the ceiling of {3} each"),
               {s.page, id, shown(*amount), shown(*cap), std::to_string(projects_of_row)},
               std::string(projects.text(row, column)));
    }
  }

  void check_notations() {
    std::map<std::string, std::string> ways;  // a way of writing -> its first example
    bool mixed = false;
    Notations seen;
    for (std::size_t row = 0; row < bulletin_.statements.size(); ++row) {
      const auto kind = bulletin_.statements.text(row, "kind");
      if (kind != "count" && kind != "amount" && kind != "rounded_amount" && kind != "cap")
        continue;
      const std::string printed(bulletin_.statements.text(row, "printed"));
      const auto notation = notation_of(
          printed, parse_amount(bulletin_.statements.text(row, "as_number"), DecimalSign::Point));
      if (!notation || notation->plain())
        continue;
      mixed = seen.add(*notation) || mixed;
      ways.emplace(notation->word(), printed);
    }
    if (!mixed)
      return;
    std::string examples;
    for (const auto& [way, example] : ways)
      examples += (examples.empty() ? "" : "; ") + example;
    reporter_.report_list({"mixed-notations",
                           Severity::Doubtful,
                           N_("numbers are written in {0} ways side by side"),
                           {std::to_string(ways.size())},
                           examples},
                          bulletin_.statements.column("printed"));
  }

  void check_region_counts(const std::string& fund, std::size_t key_row) {
    const auto total = parse_amount(bulletin_.key_figures.text(key_row, "projects_total"));
    Reporter reporter(bulletin_.region_counts, problems_);
    const int column = bulletin_.region_counts.column("projects");
    std::int64_t sum = 0;
    bool any = false;
    for (std::size_t row = 0; row < bulletin_.region_counts.size(); ++row) {
      const auto count = parse_amount(bulletin_.region_counts.text(row, "projects"));
      if (bulletin_.region_counts.text(row, "fund") != fund || !count || !total)
        continue;
      any = true;
      sum += count->value / 100;
      reporter.row(bulletin_.region_counts.number(row));
      if (count->value > total->value)
        reporter.report(
            {"counts-above-total",
             Severity::Doubtful,
             N_("{0}: one region counts {1} projects, the fund has {2}"),
             {fund, std::to_string(count->value / 100), std::to_string(total->value / 100)},
             std::to_string(count->value / 100)},
            column);
    }
    if (!any || sum == total->value / 100)
      return;
    const std::vector<std::string> args{fund, std::to_string(sum),
                                        std::to_string(total->value / 100)};
    if (sum > total->value / 100)
      reporter.report_list({"several-regions", Severity::Note,
                            N_("{0}: {1} region mentions for {2} projects: projects in several "
                               "regions count in each of them"),
                            args, std::to_string(sum)},
                           column);
    else
      reporter.report_list({"counts-below-total", Severity::Doubtful,
                            N_("{0}: the regions count {1} projects, the fund has {2}: some are in "
                               "no region of the map"),
                            args, std::to_string(sum)},
                           column);
  }

  /// The shares of each fund in a table of budgets.
  void check_share_table(const Table& table) {
    std::map<std::string, Cents> sums;
    for (std::size_t row = 0; row < table.size(); ++row)
      if (const auto share = parse_amount(table.text(row, "share_percent"), DecimalSign::Point))
        sums[std::string(table.text(row, "fund"))] += *share;
    for (const auto& [fund, sum] : sums)
      if (sum != Cents{10000})
        Reporter(table, problems_)
            .report_list({"shares-not-100",
                          Severity::Doubtful,
                          N_("{0}: the shares add up to {1}, not to 100"),
                          {fund, shown(sum)},
                          shown(sum)},
                         table.column("share_percent"));
  }

  const BulletinTables& bulletin_;
  References references_;
  Problems problems_;
  Reporter reporter_;
};

}  // namespace

BulletinTables embedded_bulletin() {
  BulletinTables bulletin;
  bulletin.statements = embedded_table("bulletin/statements.csv");
  bulletin.key_figures = embedded_table("bulletin/key_figures.csv");
  bulletin.region_counts = embedded_table("bulletin/region_counts.csv");
  bulletin.region_budgets = embedded_table("bulletin/region_budgets.csv");
  bulletin.sector_budgets = embedded_table("bulletin/sector_budgets.csv");
  bulletin.projects = embedded_table("bulletin/projects.csv");
  if (bulletin.region_counts.size() > 0)
    bulletin.as_of = bulletin.region_counts.text(0, "as_of");
  return bulletin;
}

std::vector<Problem> reconcile(const BulletinTables& bulletin) {
  return Checker(bulletin).run();
}

}  // namespace malimap
