#include "geo/coverage/list_fields.h"

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/coverage/notes.h"

namespace malimap {
namespace {

constexpr std::array kNames{N_("Title"), N_("Fund"),    N_("Status"), N_("Sector"),
                            N_("Donor"), N_("Partner"), N_("Budget"), N_("Number of projects"),
                            N_("Start"), N_("End"),     N_("Place")};

std::size_t at(ProjectIndex row) {
  return static_cast<std::size_t>(row);
}

std::vector<Code> map_of(const Dictionary& before, const Dictionary& after) {
  std::vector<Code> map;
  for (const std::string& text : before.texts())
    map.push_back(after.find(text));
  return map;
}

void collect(const DictionaryColumn& column, std::span<const ProjectIndex> rows,
             std::vector<Code>& codes) {
  for (const ProjectIndex row : rows)
    if (column.codes[at(row)] != kMissing)
      codes.push_back(column.codes[at(row)]);
}

void collect(const MultiDictionaryColumn& column, std::span<const ProjectIndex> rows,
             std::vector<Code>& codes) {
  for (const ProjectIndex row : rows)
    for (const Code code : column.at(at(row)))
      codes.push_back(code);
}

void make_set(std::vector<Code>& codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string words(Dimension dimension, const Dictionary& dictionary, const std::vector<Code>& codes,
                  const Translator& tr) {
  std::vector<std::string> parts;
  for (const Code code : codes)
    parts.push_back(label_of(dimension, dictionary.text(code), tr));
  return joined(parts);
}

std::string_view title_of_rows(const Projects& list, std::span<const ProjectIndex> rows) {
  for (const ProjectIndex row : rows)
    if (!list.title[at(row)].empty())
      return list.title[at(row)];
  return {};
}

/// In US dollars where all is known in them, else as given where it is in one currency.
struct Money {
  std::optional<Cents> budget, amount;
  std::string_view currency;
  bool operator==(const Money&) const = default;
};

Money money_of(const Projects& list, std::span<const ProjectIndex> rows) {
  Money money;
  bool one_currency = true;
  for (const ProjectIndex row : rows) {
    if (const auto budget = list.budget.at(at(row)))
      money.budget = money.budget.value_or(Cents{}) + *budget;
    const auto amount = list.amount_of(at(row));
    if (!amount)
      continue;
    const auto currency = list.currency.at(at(row));
    one_currency = one_currency && (!money.amount || money.currency == currency);
    money.currency = currency;
    money.amount = money.amount.value_or(Cents{}) + *amount;
  }
  if (!one_currency || money.budget) {
    money.amount.reset();
    money.currency = {};
  }
  return money;
}

std::string words(const Money& money, const Translator& tr) {
  if (money.budget)
    return format_money(*money.budget, tr.language());
  return money.amount ? amount_words(std::string(money.currency), *money.amount) : std::string{};
}

/// Where a project is, one key a place.
struct PlaceKey {
  std::string key, name;
};

std::vector<PlaceKey> places_of(const Projects& list, std::span<const ProjectIndex> rows,
                                const Translator& tr) {
  std::vector<PlaceKey> places;
  for (const ProjectIndex row : rows) {
    if (list.scope[at(row)] == Scope::National)
      places.push_back({"national", tr(N_("whole country"))});
    else if (list.locations_of(at(row)).empty())
      places.push_back({fold(list.place_text[at(row)]), std::string(list.place_text[at(row)])});
    for (const Location& location : list.locations_of(at(row))) {
      if (location.place >= 0) {
        const PlaceName& place = list.places[static_cast<std::size_t>(location.place)];
        places.push_back({place.code, place.name});
      } else if (location.point) {
        // Three digits: some hundred metres, what positions are typed to.
        const std::string text = format_decimal(location.point->lat, 3, tr.language()) + "° " +
                                 format_decimal(location.point->lon, 3, tr.language()) + "°";
        places.push_back({text, text});
      }
    }
  }
  std::sort(places.begin(), places.end(),
            [](const PlaceKey& a, const PlaceKey& b) { return a.key < b.key; });
  places.erase(std::unique(places.begin(), places.end(),
                           [](const PlaceKey& a, const PlaceKey& b) { return a.key == b.key; }),
               places.end());
  return places;
}

std::string words(const std::vector<PlaceKey>& places) {
  std::vector<std::string> names;
  for (const PlaceKey& place : places)
    names.push_back(place.name);
  return joined(names);
}

template <class T>
bool any_present(const Column<T>& column) {
  return std::find(column.present.begin(), column.present.end(), true) != column.present.end();
}

std::int64_t count_of(const ListedProjects& projects, std::span<const ProjectIndex> rows) {
  std::int32_t most = 0;
  for (const ProjectIndex row : rows)
    most = std::max(most, projects.list().count[at(row)]);
  return most;
}

}  // namespace

std::optional<Date> first_start(const Projects& list, std::span<const ProjectIndex> rows) {
  std::optional<Date> first;
  for (const ProjectIndex row : rows)
    if (const auto start = list.start.at(at(row)); start && (!first || *start < *first))
      first = start;
  return first;
}

std::optional<Date> last_end(const Projects& list, std::span<const ProjectIndex> rows) {
  std::optional<Date> last;
  for (const ProjectIndex row : rows) {
    const auto end = list.end.at(at(row));
    if (!end)
      return std::nullopt;
    if (!last || *end > *last)
      last = end;
  }
  return last;
}

FieldComparison::FieldComparison(const ListedProjects& before, const ListedProjects& after,
                                 const Translator& tr)
    : before_(before),
      after_(after),
      tr_(tr),
      before_has_(given_by(before.list())),
      after_has_(given_by(after.list())) {
  const Projects &a = before.list(), &b = after.list();
  maps_ = {map_of(a.fund.dictionary, b.fund.dictionary),
           map_of(a.status.dictionary, b.status.dictionary),
           map_of(a.sector.dictionary, b.sector.dictionary),
           map_of(a.donor.dictionary, b.donor.dictionary),
           map_of(a.partner.dictionary, b.partner.dictionary)};
}

FieldComparison::Given FieldComparison::given_by(const Projects& list) {
  Given given{};
  given[Fund] = list.fund.dictionary.size() > 0;
  given[Status] = list.status.dictionary.size() > 0;
  given[Sector] = list.sector.dictionary.size() > 0;
  given[Donor] = list.donor.dictionary.size() > 0;
  given[Partner] = list.partner.dictionary.size() > 0;
  given[Budget] = any_present(list.budget);
  given[Count] = true;  // one where nothing is said
  given[Start] = any_present(list.start);
  given[End] = any_present(list.end);
  for (std::size_t row = 0; row < list.size(); ++row) {
    given[Budget] = given[Budget] || list.amount_of(row);
    given[Title] = given[Title] || !list.title[row].empty();
    given[Place] = given[Place] || list.scope[row] != Scope::Unlocated;
  }
  return given;
}

std::vector<const char*> FieldComparison::left_out() const {
  std::vector<const char*> names;
  for (std::size_t field = 0; field < kFields; ++field)
    if (before_has_[field] != after_has_[field])
      names.push_back(kNames[field]);
  return names;
}

void FieldComparison::add(std::vector<FieldChange>& changes, Field field, std::string before,
                          std::string after) const {
  const auto shown = [&](std::string& text) {
    return text.empty() ? std::string(tr_(N_("not given"))) : std::move(text);
  };
  changes.push_back({kNames[field], shown(before), shown(after)});
}

template <class Column>
void FieldComparison::compare_values(std::vector<FieldChange>& changes, Field field,
                                     Dimension dimension, const Column& before, const Column& after,
                                     const CodeMap& map) {
  if (!compared(field))
    return;
  old_codes_.clear();
  new_codes_.clear();
  collect(before, old_rows_, old_codes_);
  collect(after, new_rows_, new_codes_);
  make_set(old_codes_);
  make_set(new_codes_);
  const auto is_there = [&](Code code) {
    return std::binary_search(new_codes_.begin(), new_codes_.end(),
                              map[static_cast<std::size_t>(code)]);
  };
  if (old_codes_.size() == new_codes_.size() &&
      std::all_of(old_codes_.begin(), old_codes_.end(), is_there))
    return;
  add(changes, field, words(dimension, before.dictionary, old_codes_, tr_),
      words(dimension, after.dictionary, new_codes_, tr_));
}

void FieldComparison::compare_places(std::vector<FieldChange>& changes) const {
  if (!compared(Place))
    return;
  const auto before = places_of(before_.list(), old_rows_, tr_);
  const auto after = places_of(after_.list(), new_rows_, tr_);
  if (!std::equal(before.begin(), before.end(), after.begin(), after.end(),
                  [](const PlaceKey& a, const PlaceKey& b) { return a.key == b.key; }))
    add(changes, Place, words(before), words(after));
}

void FieldComparison::compare_dates(std::vector<FieldChange>& changes) const {
  const auto compare = [&](Field field, std::optional<Date> before, std::optional<Date> after) {
    const auto shown = [&](const std::optional<Date>& date) {
      return date ? format_date(*date, tr_.language()) : std::string{};
    };
    if (compared(field) && before != after)
      add(changes, field, shown(before), shown(after));
  };
  compare(Start, first_start(before_.list(), old_rows_), first_start(after_.list(), new_rows_));
  compare(End, last_end(before_.list(), old_rows_), last_end(after_.list(), new_rows_));
}

std::vector<FieldChange> FieldComparison::changes(std::size_t before, std::size_t after) {
  std::vector<FieldChange> changes;
  const Projects &a = before_.list(), &b = after_.list();
  old_rows_ = before_.rows(before);
  new_rows_ = after_.rows(after);
  const auto old_title = title_of_rows(a, old_rows_), new_title = title_of_rows(b, new_rows_);
  if (compared(Title) && old_title != new_title && fold(old_title) != fold(new_title))
    add(changes, Title, std::string(old_title), std::string(new_title));
  compare_values(changes, Fund, Dimension::Fund, a.fund, b.fund, maps_[0]);
  compare_values(changes, Status, Dimension::Status, a.status, b.status, maps_[1]);
  compare_values(changes, Sector, Dimension::Sector, a.sector, b.sector, maps_[2]);
  compare_values(changes, Donor, Dimension::Donor, a.donor, b.donor, maps_[3]);
  compare_values(changes, Partner, Dimension::Partner, a.partner, b.partner, maps_[4]);
  if (compared(Budget)) {
    const Money old_money = money_of(a, old_rows_), new_money = money_of(b, new_rows_);
    if (old_money != new_money)
      add(changes, Budget, words(old_money, tr_), words(new_money, tr_));
  }
  const auto old_count = count_of(before_, old_rows_), new_count = count_of(after_, new_rows_);
  if (old_count != new_count)
    add(changes, Count, format_integer(old_count, tr_.language()),
        format_integer(new_count, tr_.language()));
  compare_dates(changes);
  compare_places(changes);
  return changes;
}

}  // namespace malimap
