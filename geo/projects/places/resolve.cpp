// PlaceReader: what one name means. In this order: what the user answered, the units of its level,
// units of other levels, words for the whole country and other countries, misspelt names, towns.

#include <algorithm>
#include <set>

#include "geo/base/text.h"
#include "geo/projects/places/reader.h"

namespace malimap {
namespace {

constexpr std::size_t kMostRemembered = 100'000;
constexpr std::size_t kMostListed = 4;

std::vector<Spot> in_context(const std::vector<Spot>& spots, const std::vector<Spot>& context,
                             const UnitNames& names) {
  std::vector<Spot> kept;
  for (const auto& spot : spots)
    if (std::any_of(context.begin(), context.end(), [&](const Spot& outer) {
          return outer.layer < spot.layer && names.within(spot, outer);
        }))
      kept.push_back(spot);
  return kept;
}

}  // namespace

PlaceReader::Answer PlaceReader::resolve(const Question& question) {
  if (auto answer = by_alias(question))
    return *answer;
  if (auto answer = by_name(question))
    return *answer;
  if (auto answer = by_spelling(question); answer && answer->kind == Answer::Unit)
    return *answer;
  if (auto answer = by_gazetteer(question))
    return *answer;
  return by_spelling(question).value_or(Answer{});
}

std::optional<PlaceReader::Answer> PlaceReader::by_alias(const Question& question) {
  const Aliases& aliases = parts_.options.aliases;
  if (aliases.empty())
    return {};
  const Alias* alias = nullptr;
  for (const auto& outer : question.within) {
    alias = aliases.find(question.name, outer.code);
    for (int layer = outer.layer - 1; layer >= 0 && (alias == nullptr || alias->within.empty());
         --layer)
      if (const UnitIndex above = names_.ancestor(outer.layer, outer.units[0], layer);
          above != kNoUnit)
        alias = aliases.find(question.name, names_.unit(layer, above).pcode);
    if (alias != nullptr && !alias->within.empty())
      break;
  }
  if (alias == nullptr)
    alias = aliases.find(question.name, {});
  if (alias == nullptr)
    return {};
  if (alias->code.empty()) {
    remark({"place-left",
            Severity::Note,
            N_("left without a place, as was answered before"),
            {},
            std::string(question.name)},
           question.role);
    return Answer{Answer::Left};
  }
  if (auto spot = names_.coded(alias->code))
    return Answer{Answer::Unit, std::move(*spot)};
  return {};  // answered on other boundaries
}

std::optional<PlaceReader::Answer> PlaceReader::by_words(const Question& question) const {
  if (parts_.words.is_national(question.name))
    return Answer{Answer::National};
  if (parts_.words.is_foreign(question.name))
    return Answer{Answer::Foreign};
  if (parts_.words.is_group_with_home(question.name))
    return Answer{Answer::Group};
  return {};
}

std::vector<Spot> PlaceReader::fitting(int layer, const Question& question) const {
  auto spots = names_.named(layer, question.name);
  std::erase_if(spots, [&](const Spot& spot) {
    // A town's name is not the newer region that is called after it.
    return (spot.vague && question.role != Role::Region) ||
           !names_.within_any(spot, question.within);
  });
  return spots;
}

std::optional<PlaceReader::Answer> PlaceReader::by_name(const Question& question) {
  bool is_elsewhere = false;
  // Without a level a commune's own name comes before a newer cercle called after it.
  if (!question.says_level)
    for (int layer : question.layers) {
      auto spots = names_.own(layer, question.name);
      std::erase_if(spots,
                    [&](const Spot& spot) { return !names_.within_any(spot, question.within); });
      if (spots.size() == 1)
        return Answer{Answer::Unit, spots[0]};
      if (!spots.empty())
        break;
    }
  for (int layer : question.layers) {
    auto spots = fitting(layer, question);
    if (spots.size() > 1)
      if (auto kept = in_context(spots, question.context, names_); kept.size() == 1)
        spots = std::move(kept);
    if (spots.size() == 1)
      return Answer{Answer::Unit, spots[0]};
    if (spots.size() > 1) {
      report_ambiguous(question, spots);
      return Answer{Answer::Ambiguous};
    }
    is_elsewhere = is_elsewhere || !names_.named(layer, question.name).empty();
  }
  if (question.missing)
    if (const Spot* spot = names_.crossed(*question.missing, question.name);
        spot != nullptr && !spot->vague && names_.within_any(*spot, question.within))
      return Answer{Answer::Unit, *spot};
  // ISO 3166-2's codes ("ML-5") say by themselves what they are.
  if (const auto place = names_.crosswalk().find_code(question.name, {}))
    if (auto spot = names_.spot_of(*place); spot && names_.within_any(*spot, question.within))
      return Answer{Answer::Unit, *spot};
  if (auto answer = by_words(question))
    return answer;
  for (int layer : question.others) {
    const auto spots = fitting(layer, question);
    if (spots.size() != 1)
      continue;
    // "Tao" for a cercle is rather "Gao" than the commune of that name.
    if (question.within.empty() && !question.layers.empty() && question.may_be_misspelt)
      if (const auto& candidates = near(question.layers[0], question);
          !candidates.empty() && candidates[0].slips <= 1)
        continue;
    if (question.says_level && !question.layers.empty())
      remark({"other-level",
              Severity::Note,
              N_("“{0}” is no unit of this level; it was read as the {1}"),
              {std::string(question.name), std::string(word_of(names_.level_of(layer)))},
              std::string(question.name),
              spots[0].name,
              spots[0].code},
             question.role);
    return Answer{Answer::Unit, spots[0]};
  }
  if (!is_elsewhere || question.within.empty())
    return {};
  Remark conflict{"place-conflict",
                  Severity::Doubtful,
                  N_("“{0}” is not in “{1}”; the coarser name was kept"),
                  {std::string(question.name), question.within[0].name},
                  std::string(question.name)};
  if (const auto& candidates = near(question.layers[0], question);
      !candidates.empty() && question.may_be_misspelt) {
    conflict.proposal = candidates[0].known;
    conflict.proposal_code = candidates[0].spot.code;
    conflict.score = candidates[0].score;
  }
  remark(std::move(conflict), question.role);
  return Answer{Answer::Reported};
}

void PlaceReader::report_ambiguous(const Question& question, const std::vector<Spot>& spots) {
  std::string all;
  for (std::size_t i = 0; i < spots.size() && i < kMostListed; ++i) {
    const auto& spot = spots[i];
    const UnitIndex above =
        spot.layer == 0 ? kNoUnit : names_.ancestor(spot.layer, spot.units[0], spot.layer - 1);
    all += (i == 0 ? "" : "; ") + spot.name +
           (above == kNoUnit ? "" : " (" + names_.unit(spot.layer - 1, above).name + ")");
  }
  remark({"ambiguous-place",
          Severity::Doubtful,
          N_("several units are called so; the row does not say which one"),
          {},
          std::string(question.name),
          all},
         question.role);
}

const std::vector<Candidate>& PlaceReader::near(int layer, const Question& question) {
  std::string key = std::to_string(layer);
  for (const auto& outer : question.within)
    key.append("|").append(outer.code);
  key.append("\n").append(question.name);
  if (near_.size() >= kMostRemembered)
    near_.clear();
  const auto [found, is_new] = near_.try_emplace(std::move(key));
  if (is_new)
    found->second = names_.near(layer, question.name, question.within);
  return found->second;
}

std::optional<PlaceReader::Answer> PlaceReader::by_spelling(const Question& question) {
  const Candidate* meant = nullptr;
  const Candidate* proposed = nullptr;
  for (int layer : question.layers) {
    const auto& candidates = near(layer, question);
    if (candidates.empty())
      continue;
    if (proposed == nullptr || candidates[0].slips < proposed->slips)
      proposed = &candidates[0];
    const Candidate* certain =
        question.may_be_misspelt ? names_.certain(layer, question.name, question.within, candidates)
                                 : nullptr;
    if (certain != nullptr && (meant == nullptr || certain->slips < meant->slips))
      meant = certain;
  }
  if (meant != nullptr && meant->slips <= proposed->slips) {
    remark({"misspelt-place",
            Severity::Note,
            N_("read as “{0}”"),
            {meant->known},
            std::string(question.name),
            meant->known,
            meant->spot.code,
            meant->score},
           question.role);
    return Answer{Answer::Unit, meant->spot};
  }
  for (int layer : question.others)
    if (const auto& candidates = near(layer, question);
        !candidates.empty() && (proposed == nullptr || candidates[0].slips < proposed->slips))
      proposed = &candidates[0];
  if (proposed == nullptr || !question.may_be_misspelt)
    return {};
  Answer answer;
  answer.proposal = *proposed;
  return answer;
}

std::optional<PlaceReader::Answer> PlaceReader::by_gazetteer(const Question& question) {
  if (!use_gazetteer_ || !question.may_be_town)
    return {};
  const int finest = names_.layer_count() - 1;
  std::set<UnitIndex> units;
  std::vector<const GazetteerPlace*> towns;
  const auto look_in = [&](const Gazetteer& gazetteer) {
    for (const auto* town : gazetteer.named(question.name)) {
      const UnitIndex unit =
          parts_.locators[static_cast<std::size_t>(finest)].locate(town->position);
      if (unit == kNoUnit || !names_.within_any(names_.spot(finest, unit), question.within))
        continue;
      units.insert(unit);
      towns.push_back(town);
    }
  };
  if (parts_.options.gazetteer)
    look_in(*parts_.options.gazetteer);
  if (towns.empty())
    look_in(embedded_gazetteer());
  if (towns.empty())
    return {};
  const Spot first = names_.spot(finest, *units.begin());
  if (units.size() > 1) {
    remark({"ambiguous-town",
            question.within.empty() ? Severity::Doubtful : Severity::Note,
            N_("several towns or villages are called so; the row does not say which one"),
            {},
            std::string(question.name),
            first.name,
            first.code},
           question.role);
    return Answer{question.within.empty() ? Answer::Ambiguous : Answer::Reported};
  }
  Remark placed{"placed-by-gazetteer",
                Severity::Note,
                N_("a town or village, placed in “{0}” by its position"),
                {first.name},
                std::string(question.name),
                first.name,
                first.code};
  placed.without_point = true;
  remark(std::move(placed), question.role);
  Answer answer{Answer::Town, first};
  if (towns.size() == 1)
    answer.town = towns[0]->position;
  return answer;
}

}  // namespace malimap
