// PlaceReader: all the names of one cell, also in running text.

#include <algorithm>
#include <numeric>

#include "geo/base/text.h"
#include "geo/projects/places/reader.h"

namespace malimap {
namespace {

std::vector<int> layers_from(int first, int end) {
  std::vector<int> layers;
  for (int layer = std::max(first, 0); layer < end; ++layer)
    layers.push_back(layer);
  return layers;
}

}  // namespace

/// "Gao (Ansongo)" and "Konna (Mopti)": which one holds the other is what the units say.
void PlaceReader::settle_brackets(std::vector<TextPlace>& places, int first_layer) const {
  const auto spots_of_name = [&](const TextPlace& place) {
    std::vector<Spot> spots;
    for (int layer = first_layer; layer < names_.layer_count(); ++layer)
      if (!place.level || names_.level_of(layer) == *place.level)
        for (auto& spot : names_.own(layer, place.name))
          spots.push_back(std::move(spot));
    return spots;
  };
  const auto lies_in = [&](const std::vector<Spot>& inner, const std::vector<Spot>& outer) {
    return std::any_of(inner.begin(), inner.end(), [&](const Spot& i) {
      return std::any_of(outer.begin(), outer.end(),
                         [&](const Spot& o) { return i.layer > o.layer && names_.within(i, o); });
    });
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto& place = places[i];
    if (!place.bracketed || place.parents.size() != 1)
      continue;
    auto& owner = places[static_cast<std::size_t>(place.parents[0])];
    const auto outer = spots_of_name(owner), inner = spots_of_name(place);
    if (inner.empty() || lies_in(inner, outer) || (!outer.empty() && !lies_in(outer, inner)))
      continue;
    place.parents = owner.bracketed ? std::vector<int>{} : owner.parents;
    owner.parents = {static_cast<int>(i)};
  }
}

PlaceReader::Question PlaceReader::question_of(const TextPlace& place, std::optional<Level> level,
                                               Role role, std::vector<Spot> within,
                                               bool nested) const {
  Question question;
  question.name = place.name;
  question.role = role;
  const int count = names_.layer_count();
  const auto asked = place.level ? place.level : nested ? std::nullopt : level;
  int coarsest = 0;  // what lies in others is finer than they are
  if (!within.empty())
    coarsest = 1 + std::min_element(within.begin(), within.end(), [](const Spot& a, const Spot& b) {
                     return a.layer < b.layer;
                   })->layer;
  question.says_level = asked.has_value();
  // The names of a row's villages are often those of units, and nearly those of others.
  question.may_be_misspelt = !place.is_village && (asked.has_value() || within.empty() || nested);
  if (!asked) {
    question.layers = layers_from(coarsest, count);
    if (question.layers.empty() && coarsest == count)
      question.layers = {count - 1};
  } else if (const int layer = names_.layer_of(*asked); layer >= 0) {
    question.layers = {layer};
    for (int other : layers_from(coarsest, count))
      if (other != layer)
        question.others.push_back(other);
  } else {
    question.missing = asked;
    // A cercle or commune that bears its region's name lies in that region.
    question.others = layers_from(within.empty() ? 0 : coarsest, count);
    // "Mopti" for a region is no commune of that name.
    std::erase_if(question.others, [&](int other) { return names_.level_of(other) > *asked; });
    std::reverse(question.others.begin(), question.others.end());
    question.may_be_town = names_.level_of(0) < *asked;
  }
  question.within = std::move(within);
  return question;
}

void PlaceReader::add_once(std::vector<PlacePart>& parts, PlacePart part) {
  for (auto& known : parts) {
    const bool same = known.scope == part.scope && part.scope == Scope::Located &&
                      known.spot == part.spot && known.town == part.town;
    if (!same)
      continue;
    if (known.share >= 0 && part.share >= 0)
      known.share += part.share;
    return;
  }
  parts.push_back(std::move(part));
}

void PlaceReader::add(const Answer& answer, const TextPlace& place, const Question& question,
                      Named& named) {
  PlacePart part;
  part.share = place.share;
  switch (answer.kind) {
    case Answer::Town:
    case Answer::Unit:
      part.spot = answer.spot;
      part.town = answer.town;
      reading_.has_towns = reading_.has_towns || answer.kind == Answer::Town;
      add_once(named.parts, std::move(part));
      return;
    case Answer::Foreign:
      named.foreign = true;
      part.scope = Scope::Outside;
      break;
    case Answer::National:
      named.national = true;
      return;
    case Answer::Group:
      named.group = true;
      return;
    case Answer::Nothing:
      named.unknown.push_back(
          {place.name, question.layers.empty() ? -1 : question.layers[0], answer.proposal});
      part.scope = Scope::Unlocated;
      break;
    default:
      named.reported = true;
      part.scope = Scope::Unlocated;
      break;
  }
  named.parts.push_back(std::move(part));
}

std::vector<TextPlace> PlaceReader::places_of(std::string_view cell,
                                              std::optional<Level> level) const {
  const int own_layer = level ? names_.layer_of(*level) : -1;
  auto places = places_in_text(cell, [&](std::string_view text) {
    for (int layer = 0; layer < names_.layer_count(); ++layer)
      if ((own_layer < 0 || layer == own_layer) && !names_.named(layer, text).empty())
        return true;
    return parts_.words.is_national(text) || parts_.words.is_foreign(text) ||
           parts_.words.is_group_with_home(text);
  });
  if (places.empty()) {
    places.emplace_back();
    places.back().name = trim(cell);
  }
  settle_brackets(places, std::max(own_layer, 0));
  return places;
}

/// The coarsest level that has the name; the finest one for none.
Level PlaceReader::coarsest_of(std::string_view name) const {
  for (int layer = 0; layer < names_.layer_count(); ++layer)
    if (!names_.own(layer, name).empty())
      return names_.level_of(layer);
  return Level::Commune;
}

PlaceReader::Named PlaceReader::names_in(std::string_view cell, std::optional<Level> level,
                                         Role role, const std::vector<Spot>& within) {
  Named named;
  if (cell.empty())
    return named;
  const auto places = places_of(cell, level);

  // Coarser names first: they decide what the finer ones mean. What holds a name comes before it.
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<Level> levels;
  for (const auto& place : places)
    levels.push_back(place.level ? *place.level : level ? *level : coarsest_of(place.name));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return levels[a] < levels[b]; });
  struct Understood {
    bool done = false;
    Answer answer;
    Question question;
  };
  std::vector<Understood> all(places.size());
  std::vector<Spot> context;
  const auto is_ready = [&](std::size_t i) {
    return !all[i].done &&
           std::all_of(places[i].parents.begin(), places[i].parents.end(),
                       [&](int parent) { return all[static_cast<std::size_t>(parent)].done; });
  };
  for (std::size_t round = 0; round < places.size(); ++round)
    for (std::size_t i : order) {
      if (!is_ready(i))
        continue;
      std::vector<Spot> outer;
      for (int parent : places[i].parents)
        if (const auto& answer = all[static_cast<std::size_t>(parent)].answer;
            answer.kind == Answer::Unit || answer.kind == Answer::Town)
          outer.push_back(answer.spot);
      const bool nested = !outer.empty();
      Question question =
          question_of(places[i], level, role, nested ? std::move(outer) : within, nested);
      question.context = context;
      all[i] = {true, resolve(question), question};
      if (all[i].answer.kind == Answer::Unit)
        context.push_back(all[i].answer.spot);
    }
  for (std::size_t i = 0; i < places.size(); ++i)
    add(all[i].answer, places[i], all[i].question, named);
  named.parts = merged(std::move(named.parts), {});
  return named;
}

}  // namespace malimap
