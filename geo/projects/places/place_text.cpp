#include "geo/projects/places/place_text.h"

#include <algorithm>

#include "geo/base/text.h"
#include "geo/projects/places/place_phrases.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

/// What a sign opened: a list nested in a name, or a list that holds what stands before it.
struct Frame {
  enum Kind { Top, Colon, Bracket, In } kind = Top;
  std::vector<int> parents;  // of the names in it
  std::optional<Level> parent_level;
  std::optional<Level> hint;  // of a level word that stands before the whole list
  bool village_hint = false;
  bool is_bare = false;       // the last words named a level only
  bool holds_before = false;  // its names are the parents of `before`
  bool bracketed = false;
  std::vector<int> before;     // names that stand before the sign
  std::vector<int> members;    // names in it
  std::size_t list_start = 0;  // the first member behind the last level word
};

bool is_numeral(std::string_view name) {
  return name.find_first_not_of("IVXivx") == std::string_view::npos ||
         name.find_first_not_of("0123456789") == std::string_view::npos;
}

class Parser {
 public:
  explicit Parser(const IsOneName& is_one_name) : is_one_name_(is_one_name) {
    frames_.emplace_back();
  }

  std::vector<TextPlace> parse(std::string_view text) {
    const auto tokens = place_tokens(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool before_text = i + 1 < tokens.size() && tokens[i + 1].sign == Sign::Text;
      if (tokens[i].sign == Sign::Colon && before_text && take_share(tokens[i + 1].text))
        ++i;
      else
        take(tokens[i]);
    }
    while (frames_.size() > 1)
      close();
    return std::move(places_);
  }

 private:
  /// "Gao: 60 %": a share, and nothing that lies in Gao.
  bool take_share(std::string_view text) {
    const bool percent = text.ends_with('%');
    const auto number = decimal_number(trim(percent ? text.substr(0, text.size() - 1) : text));
    if (!number || *number < 0 || *number > 100 || places_.empty() || places_.back().share >= 0)
      return false;
    places_.back().share = percent || *number > 1 ? *number / 100 : *number;
    return true;
  }

  void take(const PlaceToken& token) {
    switch (token.sign) {
      case Sign::Text:
        take_text(token.text);
        break;
      case Sign::Comma:
        frames_.back().is_bare = false;
        break;
      case Sign::Semicolon:
        frames_.back().is_bare = false;
        close_while([](const Frame& f) { return f.kind == Frame::Colon || f.kind == Frame::In; });
        break;
      case Sign::Colon:
        open(Frame::Colon);
        break;
      case Sign::Open:
        open(Frame::Bracket);
        break;
      case Sign::Close:
        close_while([](const Frame& f) { return f.kind == Frame::Colon || f.kind == Frame::In; });
        if (frames_.back().kind == Frame::Bracket)
          close();
        break;
      case Sign::In:
        open_in();
        break;
    }
  }

  void take_text(std::string_view text) {
    if (is_one_name_(text)) {
      take_piece(text);
      return;
    }
    for (const auto& piece : conjoined(text))
      take_piece(piece);
  }

  void take_piece(std::string_view piece) {
    const PlacePhrase phrase = place_phrase(piece);
    if (phrase.has_word)
      take_level(phrase);
    if (phrase.name.empty()) {
      if (phrase.share >= 0 && !phrase.has_word)
        take_share(phrase.share);
      return;
    }
    Frame& frame = frames_.back();
    TextPlace place;
    place.name = phrase.has_word ? phrase.name : named_in_list(phrase.name);
    if (is_numeral(phrase.name) && (phrase.level || frame.hint))  // "communes I, II et VI"
      place.name =
          std::string(word_of(phrase.level ? *phrase.level : *frame.hint)) + " " + place.name;
    place.level = phrase.has_word ? phrase.level : frame.hint;
    place.is_village = phrase.has_word ? phrase.is_village : frame.village_hint;
    place.parents = frame.parents;
    place.bracketed = frame.bracketed;
    place.share = phrase.share;
    frame.is_bare = false;
    frame.members.push_back(static_cast<int>(places_.size()));
    places_.push_back(std::move(place));
  }

  /// "Régions de Ségou et de Mopti": each name of a list may have its own "de".
  [[nodiscard]] std::string_view named_in_list(std::string_view name) const {
    const Frame& frame = frames_.back();
    if (!frame.hint && !frame.village_hint)
      return name;
    for (const std::string_view word : {"de la ", "de l'", "de ", "du ", "des ", "d'", "d\u2019"})
      if (name.starts_with(word))
        return name.substr(word.size());
    return name;
  }

  /// A level word begins a new list, and ends nested lists that it does not fit into.
  void take_level(const PlacePhrase& phrase) {
    if (phrase.level)
      close_while([&](const Frame& f) {
        return f.kind == Frame::Colon && f.parent_level && *phrase.level <= *f.parent_level;
      });
    Frame& frame = frames_.back();
    const bool is_list = phrase.is_plural || phrase.name.empty();
    frame.hint = is_list ? phrase.level : std::nullopt;
    frame.village_hint = is_list && phrase.is_village;
    frame.is_bare = phrase.name.empty();
    frame.list_start = frame.members.size();
    if (frame.kind == Frame::Bracket && frame.members.empty() && !frame.before.empty())
      place_bracket(frame, phrase);
  }

  /// "(cercle de Mopti)" behind communes holds them; "(cercles de Bankass et Koro)" behind a region
  /// lies in it; behind a name without a level only the map tells.
  void place_bracket(Frame& frame, const PlacePhrase& phrase) {
    const auto& owner = places_[static_cast<std::size_t>(frame.before.back())];
    if (!phrase.level)
      return;
    if (!owner.level && !owner.is_village) {
      frame.bracketed = !phrase.is_plural;
      return;
    }
    frame.bracketed = false;
    frame.holds_before = owner.is_village || *phrase.level < *owner.level;
    if (frame.holds_before)
      frame.parents = owner.parents;
  }

  void take_share(double share) {
    const Frame& frame = frames_.back();
    if (!frame.members.empty())
      places_[static_cast<std::size_t>(frame.members.back())].share = share;
    else if (frame.kind != Frame::Top && !frame.before.empty())
      places_[static_cast<std::size_t>(frame.before.back())].share = share;
  }

  void open(Frame::Kind kind) {
    Frame& outer = frames_.back();
    if (outer.is_bare || outer.members.empty()) {  // "communes (Kondi, Arham)", "Régions: Ségou"
      outer.is_bare = false;
      if (kind == Frame::Colon)
        return;
      Frame inner;
      inner.kind = kind;
      inner.parents = outer.parents;
      inner.hint = outer.hint;
      inner.village_hint = outer.village_hint;
      frames_.push_back(std::move(inner));
      return;
    }
    Frame inner;
    inner.kind = kind;
    inner.before.assign(outer.members.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                    outer.list_start, outer.members.size() - 1)),
                        outer.members.end());
    const int owner = inner.before.back();
    inner.parents = {owner};
    inner.parent_level = places_[static_cast<std::size_t>(owner)].level;
    inner.bracketed = kind == Frame::Bracket;
    if (!outer.hint && !outer.village_hint)
      inner.before = {owner};
    frames_.push_back(std::move(inner));
  }

  void open_in() {
    Frame& outer = frames_.back();
    outer.is_bare = false;
    if (outer.members.empty()) {
      outer.village_hint = false;
      outer.hint = {};
      return;
    }
    Frame inner;
    inner.kind = Frame::In;
    inner.parents = outer.parents;
    inner.holds_before = true;
    inner.before = outer.members;
    frames_.push_back(std::move(inner));
  }

  void close() {
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (!frame.holds_before || frame.members.empty())
      return;
    for (int index : frame.before)
      places_[static_cast<std::size_t>(index)].parents = frame.members;
  }

  template <class Which>
  void close_while(Which which) {
    while (frames_.size() > 1 && which(frames_.back()))
      close();
  }

  const IsOneName& is_one_name_;
  std::vector<TextPlace> places_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<TextPlace> places_in_text(std::string_view text, const IsOneName& is_one_name) {
  return Parser(is_one_name).parse(text);
}

}  // namespace malimap
