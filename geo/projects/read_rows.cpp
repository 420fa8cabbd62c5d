#include "geo/projects/read_rows.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "geo/base/text.h"
#include "geo/projects/cell_reports.h"
#include "geo/projects/list_checks.h"
#include "geo/projects/read_counts.h"
#include "geo/projects/reporter.h"
#include "geo/projects/rows_of_list.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

constexpr std::int64_t kMostProjectsPerRow = 1'000'000;
constexpr std::size_t kRowsBetweenLooks = 4096;

/// What a cell means, kept by the cell: lists repeat themselves.
template <class Meaning>
class Remembered {
 public:
  template <class Make>
  const Meaning& get(std::string_view cell, Make make) {
    const auto found = known_.find(cell);
    return found != known_.end() ? found->second : known_.emplace(cell, make()).first->second;
  }

 private:
  std::unordered_map<std::string_view, Meaning> known_;  // views into the table
};

/// A cell of several values as codes of its column's dictionary, with their shares where typed.
struct CodedList {
  std::vector<Code> codes;
  std::vector<double> shares;  // one a code, or empty
};

}  // namespace

class StretchReader::Rows {
 public:
  explicit Rows(const ListContext& context)
      : context_(context),
        table_(context.table),
        columns_(context.columns),
        projects_(out_.projects),
        reporter_(context.table, out_.problems),
        matcher_(context.places, context.columns, projects_.places, reporter_) {
    name_list();
  }

  /// What was read since the last time. Places keep their numbers; codes begin again.
  RowsRead take() {
    RowsRead taken = std::move(out_);
    out_ = {};
    projects_.places = taken.projects.places;
    funds_ = statuses_ = {};
    sectors_ = donors_ = partners_ = {};
    any_sector_shares_ = false;
    name_list();
    return taken;
  }

  /// Rows of the whole list.
  [[nodiscard]] std::size_t all() const { return table_.size(); }

  void read(std::size_t row) {
    ++out_.counts.read;
    reporter_.row(table_.number(row));
    const auto money = money_of(row);
    if (const auto why = not_a_project(table_, columns_, row, context_.rows_of_list)) {
      reporter_.report({why->reason, Severity::Note, why->msgid, {}, first_filled(table_, row)});
      skip(money);
      return;
    }
    const auto count = count_of(row);
    if (!count) {
      skip(money);
      return;
    }
    add(row, *count, money);
  }

 private:
  struct Amount {
    Cents amount;
    std::string currency;
  };

  void name_list() {
    projects_.source = std::filesystem::path(table_.file).filename().string();
    projects_.has_budgets = columns_.has(Role::Budget);
  }

  [[nodiscard]] std::string_view text(std::size_t row, Role role) const {
    return table_.text(row, columns_.at(role));
  }

  void skip(const std::optional<Amount>& money) {
    ++out_.counts.skipped;
    if (money) {
      auto& amounts = amounts_of(money->currency);
      amounts.read += money->amount;
      amounts.skipped += money->amount;
    }
  }

  ReadAmounts& amounts_of(const std::string& currency) { return out_.counts.amounts[currency]; }

  void add(std::size_t row, std::int32_t count, const std::optional<Amount>& money) {
    projects_.count.push_back(count);
    projects_.id.push(text(row, Role::Id));
    projects_.title.push(text(row, Role::Title));
    add_notes(row);
    add_place_text(row);
    projects_.row.push_back(table_.number(row));
    projects_.fund.codes.push_back(
        code_of(projects_.fund, funds_, text(row, Role::Fund), normalised_fund));
    projects_.status.codes.push_back(
        code_of(projects_.status, statuses_, text(row, Role::Status), normalised_status));
    add_sectors(row);
    add_list(projects_.donor, donors_, Role::Donor, row);
    add_list(projects_.partner, partners_, Role::Partner, row);
    add_dates(row);
    add_amount(money);
    add_place(row, money);
    check_project(projects_, projects_.size() - 1, columns_, reporter_);
  }

  using Codes = Remembered<Code>;
  static Code code_of(DictionaryColumn& column, Codes& known, std::string_view cell,
                      std::string (*meaning)(std::string_view)) {
    if (cell.empty())
      return kMissing;
    return known.get(cell, [&] { return column.dictionary.add(meaning(cell)); });
  }

  void add_place(std::size_t row, const std::optional<Amount>& money) {
    const Placed placed = matcher_.place(place_cells(table_, columns_, row));
    projects_.scope.push_back(placed.scope);
    projects_.locations.append(placed.locations);
    projects_.location_offsets.push_back(static_cast<std::uint32_t>(projects_.locations.size()));
    ReadAmounts none;
    ReadAmounts& amounts = money ? amounts_of(money->currency) : none;
    const Cents amount = money ? money->amount : Cents{};
    amounts.read += amount;
    part_of(amounts, placed.scope) += amount;
    ++rows_of(out_.counts, placed.scope);
  }

  /// Of several columns one behind the other; a list without any has none.
  void add_notes(std::size_t row) {
    const auto& columns = columns_.all(Role::Notes);
    if (columns.empty())
      return;
    if (columns.size() == 1)
      return projects_.notes.push(table_.text(row, columns.front()));
    notes_.clear();
    for (const int column : columns)
      if (const auto part = table_.text(row, column); !part.empty())
        notes_.append(notes_.empty() ? "" : " · ").append(part);
    projects_.notes.push(notes_);
  }

  /// The finest place as typed, with what holds it.
  void add_place_text(std::size_t row) {
    place_text_.clear();
    const auto append = [&](std::string_view part) {
      if (part.empty())
        return;
      if (!place_text_.empty())
        place_text_ += ", ";
      place_text_ += part;
    };
    for (const int column : columns_.all(Role::Place))
      append(table_.text(row, column));
    for (Role role : {Role::Commune, Role::Cercle, Role::Region, Role::Country})
      append(text(row, role));
    projects_.place_text.push(place_text_);
  }

  void add_list(MultiDictionaryColumn& to, Remembered<CodedList>& known, Role role,
                std::size_t row) {
    const std::size_t from = to.codes.size();
    for (const int column : columns_.all(role)) {
      const auto cell = table_.text(row, column);
      if (cell.empty())
        continue;
      const auto& list = known.get(cell, [&] {
        CodedList made;
        for (const auto& part : split_list(cell))
          if (!is_missing(part.name))
            made.codes.push_back(to.dictionary.add(part.name));
        return made;
      });
      for (const Code code : list.codes)
        if (std::find(to.codes.begin() + static_cast<std::ptrdiff_t>(from), to.codes.end(), code) ==
            to.codes.end())
          to.codes.push_back(code);
    }
    to.offsets.push_back(static_cast<std::uint32_t>(to.codes.size()));
  }

  void add_sectors(std::size_t row) {
    auto& to = projects_.sector;
    const std::size_t from = to.codes.size();
    shares_.clear();
    const auto add = [&](Code code, double share) {
      for (std::size_t i = from; i < to.codes.size(); ++i)
        if (to.codes[i] == code) {
          shares_[i - from] += share;
          return;
        }
      to.codes.push_back(code);
      shares_.push_back(share);
    };
    const bool by_name = columns_.has(Role::Sector);
    for (const int column : columns_.all(by_name ? Role::Sector : Role::SectorCode)) {
      const auto cell = table_.text(row, column);
      if (cell.empty())
        continue;
      const auto& list = sectors_.get(cell, [&] { return coded_sectors(cell); });
      for (std::size_t i = 0; i < list.codes.size(); ++i)
        add(list.codes[i], list.shares.empty() ? 0 : list.shares[i]);
    }
    share_out(shares_);
    add_shares();
    to.offsets.push_back(static_cast<std::uint32_t>(to.codes.size()));
  }

  /// Shares that nobody gave are no news: they are held from the first row on that gives some, with
  /// those of the rows before it.
  void add_shares() {
    if (!any_sector_shares_)
      return;
    auto& all = projects_.sector_share;
    const RowOffsets& offsets = projects_.sector.offsets;
    if (all.empty())
      for (std::size_t row = 0; row + 1 < offsets.size(); ++row)
        all.insert(all.end(), offsets.count(row), 1.0 / offsets.count(row));
    all.insert(all.end(), shares_.begin(), shares_.end());
  }

  CodedList coded_sectors(std::string_view cell) {
    CodedList made;
    bool shares = false;
    for (const auto& part : sectors_in(cell)) {
      if (is_missing(part.name))
        continue;
      made.codes.push_back(projects_.sector.dictionary.add(part.name));
      made.shares.push_back(part.share.value_or(0));
      shares = shares || part.share.has_value();
    }
    any_sector_shares_ = any_sector_shares_ || shares;
    if (!shares)
      made.shares.clear();
    return made;
  }

  /// Shares that the row gives, as parts of one; without any, equal ones.
  static void share_out(std::span<double> shares) {
    double sum = 0;
    for (const double share : shares)
      sum += share;
    for (double& share : shares)
      share = sum > 0 ? share / sum : 1.0 / static_cast<double>(shares.size());
  }

  std::optional<std::int32_t> count_of(std::size_t row) {
    const auto cell = text(row, Role::Count);
    if (cell.empty())
      return 1;
    const auto number = decimal_number(cell);
    if (number && *number == 0) {
      reporter_.report({"count-zero",
                        Severity::Lost,
                        N_("the row stands for no project and was passed over"),
                        {},
                        cell},
                       columns_.at(Role::Count));
      return {};
    }
    if (number && *number >= 1 && *number <= static_cast<double>(kMostProjectsPerRow) &&
        *number == static_cast<double>(static_cast<std::int32_t>(*number)))
      return static_cast<std::int32_t>(*number);
    reporter_.report({"count-unreadable",
                      Severity::Doubtful,
                      N_("this is no number of projects; the row counts as one project"),
                      {},
                      cell},
                     columns_.at(Role::Count));
    return 1;
  }

  /// The cell's own currency, else the currency column's, the header's, the user's, the other
  /// amounts'.
  [[nodiscard]] std::string named_currency(const Money& money, std::size_t row) {
    if (!money.currency.empty())
      return money.currency;
    if (const auto cell = text(row, Role::Currency); !cell.empty())
      return currencies_.get(cell, [&] {
        const std::string known = currency_in(cell);
        return known.empty() ? std::string(cell) : known;
      });
    for (const auto* named :
         {&context_.notations.header_currency, &context_.options.default_currency,
          &context_.notations.column_currency})
      if (!named->empty())
        return *named;
    return {};
  }

  [[nodiscard]] std::string currency_of(const Money& money, std::size_t row) {
    std::string named = named_currency(money, row);
    out_.currency_named = out_.currency_named || !named.empty();
    return named.empty() ? "USD" : named;
  }

  std::optional<Amount> money_of(std::size_t row) {
    const auto cell = text(row, Role::Budget);
    if (cell.empty())
      return {};
    const auto money = parse_money(cell, context_.notations.amounts);
    if (!money) {
      report_no_amount(cell, columns_.at(Role::Budget), reporter_);
      return {};
    }
    return Amount{money->amount, currency_of(*money, row)};
  }

  void add_amount(const std::optional<Amount>& money) {
    std::optional<Cents> amount, dollars;
    std::string_view currency;
    if (money) {
      amount = money->amount;
      currency = money->currency;
      dollars = currency == "USD"
                    ? amount
                    : context_.options.rates.to_usd(*amount, currency,
                                                    projects_.start.at(projects_.start.size() - 1));
    }
    projects_.push_money(dollars, amount);
    projects_.currency.push(currency);
  }

  std::optional<Date> checked(const TypedDate& typed, std::string_view cell, Role role) {
    return date_or_report(typed, cell, columns_.at(role), reporter_);
  }

  std::optional<Date> date_of(std::size_t row, Role role, DateRole end, DateNotation notation) {
    const auto cell = text(row, role);
    if (cell.empty())
      return {};
    return checked(parse_date(cell, end, notation), cell, role);
  }

  void add_dates(std::size_t row) {
    auto start = date_of(row, Role::Start, DateRole::Start, context_.notations.start);
    auto end = date_of(row, Role::End, DateRole::End, context_.notations.end);
    if (const auto cell = text(row, Role::Period); !cell.empty()) {
      const Period period = parse_period(cell, context_.notations.period);
      const bool understood = period.start.understood || period.end.understood || period.understood;
      if (!understood)
        (void)checked({}, cell, Role::Period);
      for (const auto& side : {period.start, period.end})
        if (side.understood && !side.date)
          (void)checked(side, cell, Role::Period);
      start = start ? start : period.start.date;
      end = end ? end : period.end.date;
    }
    projects_.start.push(start);
    projects_.end.push(end);
  }

  const ListContext& context_;
  const Table& table_;
  const ColumnMap& columns_;
  RowsRead out_;
  Projects& projects_;
  Reporter reporter_;
  PlaceMatcher matcher_;
  Codes funds_, statuses_;
  Remembered<CodedList> sectors_, donors_, partners_;
  Remembered<std::string> currencies_;
  std::string place_text_, notes_;
  std::vector<double> shares_;  // of the row's sectors
  bool any_sector_shares_ = false;
};

StretchReader::StretchReader(const ListContext& context) : rows_(std::make_unique<Rows>(context)) {}
StretchReader::~StretchReader() = default;

RowsRead StretchReader::read(std::size_t first, std::size_t last, Progress* progress,
                             std::atomic<std::size_t>& done) {
  for (std::size_t row = first; row < last; ++row) {
    rows_->read(row);
    if (progress == nullptr || (row - first + 1) % kRowsBetweenLooks != 0)
      continue;
    if (progress->cancelled())
      break;
    progress->set(static_cast<double>(done += kRowsBetweenLooks) /
                  static_cast<double>(rows_->all()));
  }
  return rows_->take();
}

}  // namespace malimap
