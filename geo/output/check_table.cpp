#include "geo/output/check_table.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <set>

#include "geo/base/numbers.h"
#include "geo/output/check_groups.h"

namespace malimap {
namespace {

constexpr std::size_t kRanges = 6;
constexpr std::size_t kValues = 5;
constexpr std::size_t kMessages = 8;
constexpr std::size_t kCurrencies = 4;  // a terminal is 80 to 120 columns wide
constexpr std::int32_t kLongestValue = 64;
constexpr int kCountWidth = 9;

std::string integer(std::size_t n, const Translator& tr) {
  return format_integer(static_cast<std::int64_t>(n), tr.language());
}

/// Running text in a cell would push the rest off the screen.
std::string shortened(std::string_view text) {
  std::string line = one_line(text);
  const auto size = static_cast<std::int32_t>(line.size());
  std::int32_t end = 0;
  U8_FWD_N(line.data(), end, size, kLongestValue);
  if (end >= size)
    return line;
  line.resize(static_cast<std::size_t>(end));
  return line + "…";
}

std::string right(const std::string& text, int width) {
  const int blanks = std::max(0, width - display_width(text));
  return std::string(static_cast<std::size_t>(blanks), ' ') + text;
}

// --- where the rows and amounts went -----------------------------------------------------------

struct Destination {
  const char* label;
  std::int64_t ReadCounts::*rows;
  Cents ReadAmounts::*amount;
};

constexpr std::array<Destination, 5> kDestinations = {{
    {N_("located"), &ReadCounts::used, &ReadAmounts::used},
    {N_("whole country"), &ReadCounts::national, &ReadAmounts::national},
    {N_("outside the country"), &ReadCounts::outside, &ReadAmounts::outside},
    {N_("not located"), &ReadCounts::unlocated, &ReadAmounts::unlocated},
    {N_("passed over"), &ReadCounts::skipped, &ReadAmounts::skipped},
}};

/// The currencies of the head: US dollars, then those that most is read of.
std::vector<std::string> currencies_of(const ReadCounts& counts) {
  std::vector<std::string> currencies;
  for (const auto& [currency, amounts] : counts.amounts)
    currencies.push_back(currency);
  std::stable_sort(currencies.begin(), currencies.end(), [&](const auto& a, const auto& b) {
    if ((a == "USD") != (b == "USD"))
      return a == "USD";
    return counts.amounts.at(a).read.value > counts.amounts.at(b).read.value;
  });
  return currencies;
}

std::string whole(Cents amount, const Translator& tr) {
  return format_integer(static_cast<std::int64_t>(round_half_away(amount.dollars(), 0)),
                        tr.language());
}

std::vector<std::string> head_line(const char* label, std::int64_t rows, Cents ReadAmounts::*amount,
                                   const ReadCounts& counts,
                                   const std::vector<std::string>& currencies,
                                   const Translator& tr) {
  std::vector<std::string> cells = {
      tr(label), format_integer(rows, tr.language()),
      format_percent(static_cast<double>(rows) / static_cast<double>(counts.read), 1,
                     tr.language())};
  for (const std::string& currency : currencies)
    cells.push_back(whole(counts.amounts.at(currency).*amount, tr));
  return cells;
}

std::string head(const ReadCounts& counts, const Translator& tr) {
  auto currencies = currencies_of(counts);
  const std::size_t more = currencies.size() - std::min(currencies.size(), kCurrencies);
  currencies.resize(currencies.size() - more);
  TextTable table;
  table.columns = {{tr(N_("Where the rows went")), Align::Left},
                   {tr(N_("Rows")), Align::Right},
                   {tr(N_("Share")), Align::Right}};
  for (const std::string& currency : currencies)
    table.columns.push_back({currency, Align::Right});
  for (const Destination& to : kDestinations)
    if (counts.*to.rows > 0)
      table.rows.push_back(head_line(to.label, counts.*to.rows, to.amount, counts, currencies, tr));
  table.totals.push_back(
      head_line(N_("read"), counts.read, &ReadAmounts::read, counts, currencies, tr));
  std::string text = aligned(table);
  if (more > 0)
    text += trn(tr, "… and {0} more currency (--format json lists all)",
                "… and {0} more currencies (--format json lists all)", static_cast<long long>(more),
                integer(more, tr)) +
            "\n";
  return text;
}

std::string sheet_text(const SheetInfo& sheet, const Translator& tr) {
  return trf(tr, N_("\"{0}\" ({1} rows)"), one_line(sheet.name),
             format_integer(sheet.rows, tr.language()));
}

/// Which sheet was read and which others there are.
std::string sheets_text(const std::vector<FileSheets>& files, const Translator& tr) {
  std::string text;
  for (const FileSheets& file : files) {
    std::string chosen, others;
    for (const SheetInfo& sheet : file.sheets) {
      std::string& list = sheet.chosen ? chosen : others;
      list += (list.empty() ? "" : ", ") + sheet_text(sheet, tr);
    }
    if (others.empty())
      continue;
    text += trf(tr, N_("Sheet read: {0}. Others: {1}"), chosen, others) + "\n";
  }
  return text;
}

// --- the groups --------------------------------------------------------------------------------

const char* section_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return N_("Notes: worth knowing, no fault");
    case Severity::Doubtful:
      return N_("Doubtful: used, but look at it");
    case Severity::Lost:
      break;
  }
  return N_("Lost: could not be used");
}

std::string indented(const std::string& text) {
  return std::string(kCountWidth + 2, ' ') + text + "\n";
}

/// "unknown-region · list.csv, column region · rows 12–480, 502 and 3 more"
std::string where_text(const ProblemGroup& group, bool name_file, const Translator& tr) {
  std::string text = group.reason;
  const std::string place =
      text_of(Place{name_file ? group.file : "", group.sheet, {}, one_line(group.column)}, tr);
  if (!place.empty())
    text += " · " + place;
  const auto ranges = row_ranges(group);
  if (ranges.empty())
    return text;
  std::size_t rows = 0, shown = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const std::size_t here = ranges[i].last - ranges[i].first + 1;
    rows += here;
    shown += i < kRanges ? here : 0;
  }
  text += " · " + trf(tr, rows == 1 ? N_("row {0}") : N_("rows {0}"), text_of(ranges, kRanges));
  if (rows > shown)
    text += " " + trf(tr, N_("and {0} more"), integer(rows - shown, tr));
  return text;
}

std::string values_text(const Problems& problems, const ProblemGroup& group, const Translator& tr) {
  auto values = distinct_values(problems, group);
  std::erase_if(values, [](const auto& v) { return v.value.empty() && v.proposal.empty(); });
  std::string text;
  for (std::size_t i = 0; i < std::min(values.size(), kValues); ++i) {
    std::string line = shortened(values[i].value);
    if (!values[i].proposal.empty())
      line += " → " + shortened(values[i].proposal);
    if (values[i].score > 0)
      line += " (" + format_percent(values[i].score, 0, tr.language()) + ")";
    text += right(integer(values[i].count, tr), kCountWidth + 6) + " × " + line + "\n";
  }
  if (values.size() > kValues) {
    const std::size_t more = values.size() - kValues;
    text += std::string(kCountWidth + 7, ' ') +
            trn(tr, "… and {0} more value", "… and {0} more values", static_cast<long long>(more),
                integer(more, tr)) +
            "\n";
  }
  return text;
}

/// Of problems that are about no row each says something of its own.
std::string messages_text(const Problems& problems, const ProblemGroup& group,
                          const Translator& tr) {
  const bool about_rows = group.occurrences.front().row != 0;
  if (about_rows || group.size() == 1)
    return common_message(problems, group, tr) + "\n";
  std::string text;
  for (std::size_t i = 0; i < std::min(group.size(), kMessages); ++i) {
    const std::string message = message_of(problems.at(group, i), tr) + "\n";
    text += i == 0 ? message : std::string(kCountWidth + 2, ' ') + message;
  }
  if (group.size() > kMessages)
    text += indented("… " + trf(tr, N_("and {0} more"), integer(group.size() - kMessages, tr)));
  return text;
}

std::string rows_text(const Problems& problems, const ProblemGroup& group, const Translator& tr) {
  TextTable table;
  table.columns = {{tr(N_("Row")), Align::Right},
                   {tr(N_("Value")), Align::Left},
                   {tr(N_("Proposal")), Align::Left},
                   {tr(N_("Message")), Align::Left}};
  for (std::size_t i = 0; i < group.size(); ++i) {
    const Problem problem = problems.at(group, i);
    const auto& row = problem.error.where.row;
    table.rows.push_back({row ? std::to_string(*row) : "", problem.value, problem.proposal,
                          message_of(problem, tr)});
  }
  return aligned(table);
}

std::string group_text(const Problems& problems, const ProblemGroup& group, bool name_file,
                       CheckDetail detail, const Translator& tr) {
  std::string text = right(integer(group.size(), tr), kCountWidth) + "  " +
                     messages_text(problems, group, tr) +
                     indented(where_text(group, name_file, tr));
  if (detail == CheckDetail::AllRows)
    return text + rows_text(problems, group, tr) + "\n";
  // A single value usually stands in the message already.
  return text + values_text(problems, group, tr);
}

/// How many there are of each kind, where there are any.
std::string problem_counts(const Problems& problems, const Translator& tr) {
  const auto number = [&](Severity severity) { return integer(problems.count(severity), tr); };
  return trf(tr, N_("Lost: {0} · doubtful: {1} · notes: {2}"), number(Severity::Lost),
             number(Severity::Doubtful), number(Severity::Note)) +
         "\n";
}

bool several_files(const Problems& problems) {
  std::set<std::string_view> files;
  for (const ProblemGroup& group : problems.groups())
    files.insert(group.file);
  return files.size() > 1;
}

}  // namespace

std::string check_table(const Checked& checked, CheckDetail detail, const Translator& tr) {
  const Problems& problems = checked.problems;
  // Without a list, as for the bulletin's own figures, there are no rows to count.
  std::string text;
  if (checked.counts.read > 0)
    text += head(checked.counts, tr);
  if (checked.projects)
    text += trf(tr, N_("Projects: {0}, in one or several rows each"),
                format_integer(*checked.projects, tr.language())) +
            "\n";
  text += sheets_text(checked.sheets, tr);
  if (problems.empty())
    return text + tr(N_("No problems found.")) + "\n";
  text += (text.empty() ? "" : "\n") + problem_counts(problems, tr);
  const bool name_file = several_files(problems);
  std::optional<Severity> section;
  for (const ProblemGroup* group : in_order(problems)) {
    if (section != group->severity)
      text += "\n" + std::string(tr(section_of(group->severity))) + "\n";
    section = group->severity;
    text += group_text(problems, *group, name_file, detail, tr);
  }
  return text;
}

}  // namespace malimap
