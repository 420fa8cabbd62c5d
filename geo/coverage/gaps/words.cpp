#include "geo/coverage/gaps/words.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/base/numbers.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

/// What a column counts, as far as its name tells.
enum class Counted { People, PeopleInNeed, Other };

std::string column_of(const NeedSource& need) {
  return need.table && !need.table->column.empty() ? need.table->column : need.choice.column;
}

Counted counted_in(const NeedSource& need) {
  const std::string column = fold(column_of(need));
  const auto has = [&](const char* word) { return column.find(word) != std::string::npos; };
  if (has("in need") || has("inneed") || has("besoin") || column == "pin")
    return Counted::PeopleInNeed;
  return has("popul") || column == "t tl" ? Counted::People : Counted::Other;
}

/// The column, or where the file has one alone the file.
std::string quoted_name(const NeedSource& need) {
  const std::string column = column_of(need);
  return column.empty() ? std::filesystem::path(need.choice.path).filename().string() : column;
}

/// The phrase that fits the need; {0} is filled with `value`, {1} with the name of the column.
struct NeedPhrases {
  const char *population, *area, *people_in_need, *other;  // msgids
};
std::string phrase(const NeedPhrases& phrases, const NeedSource& need, const std::string& sector,
                   const std::string& value, const Translator& tr) {
  const NeedKind kind = need.choice.kind;
  const Counted counted = kind == NeedKind::File ? counted_in(need) : Counted::People;
  std::string text;
  if (kind == NeedKind::Area)
    text = trf(tr, phrases.area, value);
  else if (counted == Counted::People)
    text = trf(tr, phrases.population, value);
  else if (counted == Counted::PeopleInNeed)
    text = trf(tr, phrases.people_in_need, value);
  else
    text = trf(tr, phrases.other, value, quoted_name(need));
  if (sector.empty())
    return text;
  return trf(tr, N_("{0} ({1})"), text, label_of(Dimension::Sector, sector, tr));
}

/// "people", "km²", "people in need (water)": what need is counted in.
std::string plain_need(const NeedSource& need, const std::string& sector, const Translator& tr) {
  return phrase({N_("people"), N_("km²"), N_("people in need"), N_("“{1}”")}, need, sector, {}, tr);
}

}  // namespace

std::string sector_of_need(const NeedSource& need, const Filter& filter) {
  if (need.choice.kind != NeedKind::File || !need.table || filter.sector.size() != 1)
    return {};
  const auto& sectors = need.table->sectors;
  const std::string& wanted = *filter.sector.begin();
  return std::find(sectors.begin(), sectors.end(), wanted) == sectors.end() ? "" : wanted;
}

double per_so_many(NeedKind need) {
  return need == NeedKind::Population ? 1e5 : 1e3;
}

std::string title_of(Aid aid, const Translator& tr) {
  switch (aid) {
    case Aid::Budget:
      return tr(N_("Budget (USD)"));
    case Aid::Partners:
      return tr(N_("Organisations"));
    case Aid::Projects:
      break;
  }
  return tr(N_("Projects"));
}

std::string of_aid(Aid aid, const Translator& tr) {
  switch (aid) {
    case Aid::Budget:
      return tr(N_("of the budget"));
    case Aid::Partners:
      return tr(N_("of the organisations"));
    case Aid::Projects:
      break;
  }
  return tr(N_("of the projects"));
}

std::string of_need(const NeedSource& need, const std::string& sector, const Translator& tr) {
  return phrase(
      {N_("of the population"), N_("of the area"), N_("of the people in need"), N_("of “{1}”")},
      need, sector, {}, tr);
}

std::string need_words(double value, const NeedSource& need, const std::string& sector,
                       const Translator& tr) {
  return phrase({N_("{0} people"), N_("{0} km²"), N_("{0} people in need"), N_("{0} of “{1}”")},
                need, sector, format_integer(std::llround(value), tr.language()), tr);
}

std::string per_words(const NeedSource& need, Aid aid, const std::string& sector,
                      const Translator& tr) {
  const std::string of = need_words(per_so_many(need.choice.kind), need, sector, tr);
  return trf(tr, N_("{0} per {1}"), title_of(aid, tr), of);
}

std::string title_of(Measure measure, const NeedSource& need, Aid aid, const std::string& sector,
                     const Translator& tr) {
  switch (measure) {
    case Measure::Need:
      return tr(N_("Need")) + std::string(tr(N_(": "))) + plain_need(need, sector, tr);
    case Measure::PerNeed:
      return per_words(need, aid, sector, tr);
    case Measure::SmoothedRate:
      return trf(tr, N_("{0}, smoothed"), per_words(need, aid, sector, tr));
    case Measure::LocationQuotient:
      return trf(tr, N_("Location quotient: share {0} / share {1}"), of_aid(aid, tr),
                 of_need(need, sector, tr));
    case Measure::ShareGap:
      return trf(tr, N_("Share {0} minus share {1}"), of_aid(aid, tr), of_need(need, sector, tr));
    case Measure::Shortfall:
      return trf(tr, N_("{0}: difference from the share {1}"), title_of(aid, tr),
                 of_need(need, sector, tr));
    default:
      return title_of(measure, tr);
  }
}

std::string format_value(Measure measure, double value, Aid aid, Language language) {
  const bool amount = measure == Measure::Shortfall || measure == Measure::PerNeed;
  if (aid != Aid::Budget || !amount)
    return format_value(measure, value, language);
  const std::string money = format_money_compact(cents_of_dollars(std::abs(value)), language);
  if (measure == Measure::PerNeed || value == 0)
    return money;
  return (value < 0 ? "−" : "+") + money;
}

Universe universe_of(const Coverage& coverage) {
  Universe universe;
  for (const CoverageZone& zone : coverage.zones) {
    if (zone.gap.aid) {
      ++universe.zones;
      universe.aid += *zone.gap.aid;
      universe.need += zone.gap.need.value_or(0);
      universe.names.push_back(zone.name);
    } else if (zone.filtered_out) {
      ++universe.outside;
    } else if (!zone.figures.reported()) {
      ++universe.not_reported;
    } else if (zone.gap.need) {
      ++universe.aid_unknown;
    } else {
      ++universe.without_need;
    }
  }
  return universe;
}

}  // namespace malimap
