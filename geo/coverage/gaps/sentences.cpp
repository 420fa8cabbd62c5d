// One sentence for each rank and universe, made from their figures.

#include <cmath>

#include "geo/base/numbers.h"
#include "geo/coverage/gaps/words.h"

namespace malimap {
namespace {

constexpr double kLeastShare = 0.0005;  // below it the percentage would be shown as 0.0

std::string count_words(double value, Language language) {
  return format_integer(std::llround(value), language);
}

bool need_has_sectors(const GapStudy& study) {
  return study.need.choice.kind == NeedKind::File && study.need.table &&
         !study.need.table->sectors.empty();
}

/// "Bankass", or with a sector that the need does not tell apart "Bankass (water)".
std::string subject_words(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  const std::string& name = study.coverage.zones[static_cast<std::size_t>(rank.zone)].name;
  if (rank.sector.empty() || need_has_sectors(study))
    return name;
  return trf(tr, N_("{0} ({1})"), name, label_of(Dimension::Sector, rank.sector, tr));
}

/// The sector that the line's need is of; "" where need is not told by sectors.
const std::string& sector_of_line(const GapRank& rank, const GapStudy& study) {
  return need_has_sectors(study) && !rank.sector.empty() ? rank.sector : study.need_sector;
}

/// "5.2% of the people in need (water)".
std::string share_words(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  const bool small = rank.need_share < kLeastShare;
  std::string share = format_percent(small ? 0.001 : rank.need_share, 1, tr.language());
  if (small)
    share = trf(tr, N_("less than {0}"), share);
  return share + " " + of_need(study.need, sector_of_line(rank, study), tr);
}

std::string nothing_words(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  if (rank.reason == GapReason::NoProject && !rank.sector.empty())
    return tr(N_("no project of any sector"));
  switch (study.settings.aid) {
    case Aid::Budget:
      return tr(N_("no budget"));
    case Aid::Partners:
      return tr(N_("no organisation"));
    case Aid::Projects:
      break;
  }
  return tr(N_("no project"));
}

/// "1 project of 88": of mentions and presences where one counts in several units.
std::string aid_words(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  if (rank.aid == 0)
    return nothing_words(rank, study, tr);
  const Language language = tr.language();
  const auto money = [&](double value) {
    return format_money_compact(cents_of_dollars(value), language);
  };
  const std::string here = count_words(rank.aid, language);
  const std::string all = count_words(rank.aid_of_all, language);
  const auto n = std::llround(rank.aid);
  const Coverage& coverage = study.coverage;
  switch (study.settings.aid) {
    case Aid::Budget:
      return trf(tr, N_("{0} of {1}"), money(rank.aid), money(rank.aid_of_all));
    case Aid::Partners:
      return trn(tr, "{0} organisation of {1} presences", "{0} organisations of {1} presences", n,
                 here, all);
    case Aid::Projects:
      break;
  }
  if (coverage.total.projects && coverage.mentions > *coverage.total.projects)
    return trn(tr, "{0} project of {1} mentions", "{0} projects of {1} mentions", n, here, all);
  return trn(tr, "{0} project of {1}", "{0} projects of {1}", n, here, all);
}

/// What the share of need would be of the aid: whole where that says enough.
std::string expected_words(const GapRank& rank, Aid aid, Language language) {
  if (aid == Aid::Budget)
    return format_money_compact(cents_of_dollars(rank.expected), language);
  const bool whole = rank.expected >= 1 && std::llround(rank.expected) != std::llround(rank.aid);
  return whole ? count_words(rank.expected, language) : format_short(rank.expected, language);
}

/// "1 organisation", "no project".
std::string count_of_aid(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  if (rank.aid == 0)
    return nothing_words(rank, study, tr);
  const auto n = std::llround(rank.aid);
  const std::string number = format_integer(n, tr.language());
  return study.settings.aid == Aid::Partners
             ? trn(tr, "{0} organisation", "{0} organisations", n, number)
             : trn(tr, "{0} project", "{0} projects", n, number);
}

/// Where the list goes by load: how many need, how few are there, and how many each has elsewhere.
std::string load_sentence(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  const std::string subject = subject_words(rank, study, tr);
  const std::string need = need_words(rank.need, study.need, sector_of_line(rank, study), tr);
  const std::string aid = count_of_aid(rank, study, tr);
  if (!(rank.aid_of_all > 0))
    return trf(tr, N_("{0}: {1}, but {2}, as everywhere."), subject, need, aid);
  const std::string mean = count_words(rank.need_of_all / rank.aid_of_all, tr.language());
  const bool partners = study.settings.aid == Aid::Partners;
  if (rank.aid > 1)
    return trf(tr,
               partners
                   ? N_("{0}: {1}, but {2}: {3} for each organisation, against {4} on average.")
                   : N_("{0}: {1}, but {2}: {3} for each project, against {4} on average."),
               subject, need, aid, count_words(rank.need / rank.aid, tr.language()), mean);
  return trf(tr,
             partners ? N_("{0}: {1}, but {2}; on average there is one organisation for {3}.")
                      : N_("{0}: {1}, but {2}; on average there is one project for {3}."),
             subject, need, aid, mean);
}

std::string main_sentence(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  if (order_of(study.settings) == GapOrder::Load)
    return load_sentence(rank, study, tr);
  const std::string subject = subject_words(rank, study, tr);
  const std::string share = share_words(rank, study, tr);
  const std::string aid = aid_words(rank, study, tr);
  if (!(rank.aid_of_all > 0))
    return trf(tr, N_("{0}: {1}, but {2}, as everywhere."), subject, share, aid);
  // Where not even one would be its share, a fraction of a project says nothing.
  if (study.settings.aid != Aid::Budget && rank.expected < 1 && !(rank.aid > 0))
    return trf(tr, N_("{0}: {1}, but {2}."), subject, share, aid);
  const char* pattern = study.settings.aid == Aid::Budget
                            ? N_("{0}: {1}, but {2}; an equal share would be {3} in all.")
                            : N_("{0}: {1}, but {2}; with an equal share there would be {3}.");
  return trf(tr, pattern, subject, share, aid,
             expected_words(rank, study.settings.aid, tr.language()));
}

std::string distance_sentence(const GapRank& rank, const Translator& tr) {
  const std::string km = count_words(*rank.distance_km, tr.language());
  return trf(tr,
             rank.sector.empty() ? N_("The nearest project is {0} km away.")
                                 : N_("The nearest project of this sector is {0} km away."),
             km);
}

}  // namespace

std::string sentence_of(const GapRank& rank, const GapStudy& study, const Translator& tr) {
  std::string text = main_sentence(rank, study, tr);
  if (rank.reason == GapReason::SectorMissing)
    text += " " + trn(tr, "{0} of the {1} other units of similar need has this sector.",
                      "{0} of the {1} other units of similar need have this sector.",
                      rank.others_with, format_integer(rank.others_with, tr.language()),
                      format_integer(rank.others, tr.language()));
  if (rank.distance_km && *rank.distance_km >= 1)
    text += " " + distance_sentence(rank, tr);
  return text;
}

std::string sentence_of(const Universe& universe, const Translator& tr) {
  const bool as_zero = universe.unreported_as_zero && universe.not_reported > 0;
  std::string text = as_zero ? counted(tr, "{0} unit", "{0} units", universe.zones)
                             : counted(tr, "{0} unit that the source reports on",
                                       "{0} units that the source reports on", universe.zones);
  const auto add = [&](std::int64_t count, const std::string& words) {
    if (count > 0)
      text += tr(N_("; ")) + words;
  };
  add(universe.not_reported,
      as_zero ? counted(tr, "{0} of them that it does not report on is put in as zero",
                        "{0} of them that it does not report on are put in as zero",
                        universe.not_reported)
              : counted(tr, "{0} that it does not report on is left out",
                        "{0} that it does not report on are left out", universe.not_reported));
  add(universe.aid_unknown,
      counted(tr, "{0} whose figure is unknown is left out",
              "{0} whose figures are unknown are left out", universe.aid_unknown));
  add(universe.without_need,
      counted(tr, "{0} without a known need is left out", "{0} without a known need are left out",
              universe.without_need));
  add(universe.outside,
      counted(tr, "{0} outside the programme or the filter is left out",
              "{0} outside the programme or the filter are left out", universe.outside));
  return text;
}

}  // namespace malimap
