// "fund=QIP,TF" or "fund!=PBF" into a Filter. Every word is checked against the data, so that a
// typing error is told and does not empty the map.

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/base/text.h"
#include "geo/coverage/cube.h"
#include "geo/coverage/unit_words.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

struct DimensionWord {
  std::string_view word;
  Dimension dimension;
  const char* unknown;  // msgid
};
constexpr std::array<DimensionWord, 5> kDimensions = {{
    {"fund", Dimension::Fund, N_("There is no fund \"{0}\".")},
    {"sector", Dimension::Sector, N_("There is no sector \"{0}\".")},
    {"status", Dimension::Status, N_("There is no status \"{0}\".")},
    {"donor", Dimension::Donor, N_("There is no donor \"{0}\".")},
    {"partner", Dimension::Partner, N_("There is no partner \"{0}\".")},
}};
constexpr std::string_view kAllWords =
    "fund, sector, status, donor, partner, unit, area, budget, start, active, text";

/// Values of one dimension by everything that the user may call them, folded.
class KnownValues {
 public:
  KnownValues(const Dataset& dataset, Dimension dimension) : dimension_(dimension) {
    for (const auto& facet : facets(dataset, dimension, Filter{}))
      values_.push_back(facet.value);
    for (const auto& value : values_) {
      remember(value, value);
      for (const Language language : {Language::French, Language::English})
        remember(label_of(dimension, value, Translator(language)), value);
    }
  }
  /// By its names, else by what the reader of lists would take the word for ("EHA", "PIR").
  [[nodiscard]] const std::string* find(std::string_view typed) const {
    const std::string* const named = find_name(typed);
    return named != nullptr ? named : find_name(as_read(typed));
  }
  /// For an error: the first ones, so that a long list stays one line.
  [[nodiscard]] std::string listed() const {
    constexpr std::size_t kMost = 15;
    std::string all;
    for (std::size_t i = 0; i < std::min(values_.size(), kMost); ++i)
      all += (i == 0 ? "" : ", ") + values_[i];
    return values_.size() > kMost ? all + ", …" : all;
  }
  [[nodiscard]] bool empty() const { return values_.empty(); }

 private:
  [[nodiscard]] const std::string* find_name(std::string_view typed) const {
    const auto key = fold(typed);
    const auto found = std::find_if(by_name_.begin(), by_name_.end(),
                                    [&](const auto& entry) { return entry.first == key; });
    return found == by_name_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] std::string as_read(std::string_view typed) const {
    switch (dimension_) {
      case Dimension::Fund:
        return normalised_fund(typed);
      case Dimension::Sector:
        return normalised_sector(typed);
      case Dimension::Status:
        return normalised_status(typed);
      default:
        return std::string(typed);
    }
  }
  void remember(const std::string& name, const std::string& value) {
    by_name_.emplace_back(fold(name), value);
  }
  Dimension dimension_;
  std::vector<std::string> values_;
  std::vector<std::pair<std::string, std::string>> by_name_;
};

Status add_values(Filter& filter, const DimensionWord& word, std::string_view text, bool refused,
                  const Dataset& dataset) {
  const KnownValues known(dataset, word.dimension);
  const std::vector<std::string> pieces = split(text, ",");
  std::set<std::string> chosen;
  for (std::size_t i = 0; i < pieces.size();) {
    // A value may hold commas itself: the longest run of pieces that is a value counts.
    std::size_t end = pieces.size();
    const std::string* value = nullptr;
    for (; end > i && !value; --end) {
      std::string run = pieces[i];
      for (std::size_t j = i + 1; j < end; ++j)
        run += ", " + pieces[j];
      value = known.find(run);
    }
    if (!value)
      return failure({word.unknown, {pieces[i]}}, {},
                     known.empty() ? Message{N_("The data has no such values."), {}}
                                   : Message{N_("There are: {0}."), {known.listed()}});
    chosen.insert(*value);
    i = end + 1;
  }
  (refused ? filter.except[word.dimension] : values_of(filter, word.dimension)).merge(chosen);
  return {};
}

struct Ends {
  std::string_view low, high;
};

/// "a..b", "a..", "..b" or "a", which is both ends.
Ends ends_of(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos)
    return {trim(text), trim(text)};
  return {trim(text.substr(0, dots)), trim(text.substr(dots + 2))};
}

/// US dollars, digits with up to two decimals behind a point: what scripts write. "50.000" is
/// refused: it could be either.
std::optional<Cents> parse_dollars(std::string_view text) {
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string cents(point == std::string_view::npos ? "" : text.substr(point + 1));
  const auto digits = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole.size() > 15 || !digits(whole) || !digits(cents) || cents.size() > 2 ||
      (point != std::string_view::npos && cents.empty()))
    return std::nullopt;
  cents.resize(2, '0');
  Cents amount;
  const std::string all = std::string(whole) + cents;
  std::from_chars(all.data(), all.data() + all.size(), amount.value);
  return amount;
}

Status set_budget(Filter& filter, std::string_view text) {
  const Message form{N_("A budget range reads 10000..50000, 10000.. or ..50000, in US dollars."),
                     {}};
  const Error error{{N_("\"{0}\" is no budget range."), {std::string(text)}}, {}, form};
  const Ends ends = ends_of(text);
  CentsRange range;
  if (!ends.low.empty() && !(range.low = parse_dollars(ends.low)))
    return tl::make_unexpected(error);
  if (!ends.high.empty() && !(range.high = parse_dollars(ends.high)))
    return tl::make_unexpected(error);
  if ((!range.low && !range.high) || (range.low && range.high && *range.low > *range.high))
    return tl::make_unexpected(error);
  filter.budget = range;
  return {};
}

/// The first and the last day of what is written as a year, a month or a day.
std::optional<std::pair<Date, Date>> parse_period(std::string_view text) {
  using std::chrono::last;
  const std::string typed(text);
  if (typed.size() == 10) {
    const auto day = parse_iso_date(typed);
    return day ? std::optional(std::pair(*day, *day)) : std::nullopt;
  }
  const bool is_year = typed.size() == 4;
  const auto first = parse_iso_date(is_year ? typed + "-01-01" : typed + "-01");
  if (!first || (!is_year && typed.size() != 7))
    return std::nullopt;
  const auto month = is_year ? std::chrono::December : first->month();
  return std::pair(*first, Date(first->year() / month / last));
}

Status set_period(DateRange& period, std::string_view text) {
  const Message form{N_("A period reads 2016..2017, 2016-05.. or ..2017-06-30."), {}};
  const Error error{{N_("\"{0}\" is no period."), {std::string(text)}}, {}, form};
  const Ends ends = ends_of(text);
  const auto low = parse_period(ends.low), high = parse_period(ends.high);
  if ((!ends.low.empty() && !low) || (!ends.high.empty() && !high) || (!low && !high) ||
      (low && high && low->first > high->second))
    return tl::make_unexpected(error);
  period = {};
  if (low)
    period.first = low->first;
  if (high)
    period.last = high->second;
  return {};
}

Status add_units(Filter& filter, Result<std::set<std::string>> units) {
  if (!units)
    return tl::make_unexpected(units.error());
  filter.units.merge(*units);
  return {};
}

/// What is no dimension; nothing where there is no such filter.
std::optional<Status> add_other(Filter& filter, std::string_view name, std::string_view value,
                                const Boundaries& boundaries) {
  if (name == "budget")
    return set_budget(filter, value);
  if (name == "start")
    return set_period(filter.start, value);
  if (name == "active")
    return set_period(filter.active, value);
  if (name == "unit")
    return add_units(filter, parse_units(value, boundaries));
  if (name == "area")
    return add_units(filter, parse_areas(value, boundaries));
  if (name != "text")
    return std::nullopt;
  filter.text = value;
  return Status{};
}

}  // namespace

Status add_to_filter(Filter& filter, std::string_view expression, const Dataset& dataset,
                     const Boundaries& boundaries) {
  const auto equals = expression.find('=');
  const Message words{N_("Filters are: {0}."), {std::string(kAllWords)}};
  if (equals == std::string_view::npos)
    return failure({N_("A filter reads NAME=VALUE, not \"{0}\"."), {std::string(expression)}}, {},
                   words);
  const bool refused = equals > 0 && expression[equals - 1] == '!';
  const std::string_view typed = trim(expression.substr(0, refused ? equals - 1 : equals));
  const std::string name = fold(typed);
  const std::string_view value = trim(expression.substr(equals + 1));
  const bool has_value = !split(value, ",").empty();
  const Error no_value{{N_("The filter \"{0}\" has no value."), {name}}, {}, {}};
  const auto word = std::find_if(kDimensions.begin(), kDimensions.end(),
                                 [&](const DimensionWord& known) { return known.word == name; });
  if (word != kDimensions.end())
    return has_value ? add_values(filter, *word, value, refused, dataset)
                     : Status(tl::make_unexpected(no_value));
  Filter changed = filter;
  const auto added = add_other(changed, name, value, boundaries);
  if (!added)
    return failure({N_("There is no filter \"{0}\"."), {std::string(typed)}}, {}, words);
  if (!has_value)
    return tl::make_unexpected(no_value);
  if (refused)
    return failure({N_("Of \"{0}\" nothing can be excluded."), {name}}, {},
                   {N_("\"!=\" goes with: {0}."), {"fund, sector, status, donor, partner"}});
  if (*added)
    filter = std::move(changed);
  return *added;
}

}  // namespace malimap
