#pragma once
// What writing and reading of scenes share: the names of switches, and fields of a JSON object that
// know what was asked for. For geo/map/scene_*.cpp alone.

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "geo/map/scene.h"

namespace malimap::scene_fields {

using Json = nlohmann::ordered_json;

/// What is wrong with a field, found on the way down; does not leave this file.
struct WrongField {
  std::string name;
};

// ---------------------------------------------------------------------------------- switches

template <class Owner>
struct Switch {
  const char* field;
  bool Owner::*value;
};
inline constexpr std::array kLayers{
    Switch<LayerSwitches>{"neighbours", &LayerSwitches::neighbours},
    Switch<LayerSwitches>{"rivers", &LayerSwitches::rivers},
    Switch<LayerSwitches>{"towns", &LayerSwitches::towns},
    Switch<LayerSwitches>{"labels", &LayerSwitches::labels},
    Switch<LayerSwitches>{"markers", &LayerSwitches::markers},
};
inline constexpr std::array kPageSwitches{
    Switch<PageSettings>{"legend", &PageSettings::legend},
    Switch<PageSettings>{"scale_bar", &PageSettings::scale_bar},
    Switch<PageSettings>{"north_arrow", &PageSettings::north_arrow},
    Switch<PageSettings>{"locator", &PageSettings::locator},
    Switch<PageSettings>{"key_figures", &PageSettings::key_figures},
    Switch<PageSettings>{"sources", &PageSettings::sources},
    Switch<PageSettings>{"table", &PageSettings::table},
};
struct PageText {
  const char* field;
  std::string PageSettings::*value;
};
inline constexpr std::array kPageTexts{
    PageText{"format", &PageSettings::format}, PageText{"subtitle", &PageSettings::subtitle},
    PageText{"disclaimer", &PageSettings::disclaimer}, PageText{"notes", &PageSettings::notes}};

// ------------------------------------------------------------------------------------- words

inline constexpr std::array<std::string_view, 3> kCompareWords{"off", "side-by-side", "swipe"};
inline constexpr std::array<std::string_view, 3> kNeedWords{"population", "area", "file"};
[[nodiscard]] inline std::string_view word_of(CompareHow how) {
  return kCompareWords.at(static_cast<std::size_t>(how));
}
[[nodiscard]] inline std::string_view word_of(NeedKind kind) {
  return kNeedWords.at(static_cast<std::size_t>(kind));
}
/// The value whose word it is, among those counted from 0.
template <class T>
[[nodiscard]] std::optional<T> among(const std::array<std::string_view, 3>& words,
                                     std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word)
      return static_cast<T>(i);
  return std::nullopt;
}

/// One JSON object while it is read: knows which fields were asked for, so that the rest is kept.
class Fields {
 public:
  Fields(const Json& json, std::string name) : json_(json), name_(std::move(name)) {
    if (!json.is_object())
      throw WrongField{name_};
    rest_ = json;
  }

  const Json* find(const char* field) {
    rest_.erase(field);
    const auto found = json_.find(field);
    return found == json_.end() ? nullptr : &*found;
  }
  void read(const char* field, std::string& target) {
    if (const Json* value = checked(field, &Json::is_string))
      target = value->get<std::string>();
  }
  void read(const char* field, bool& target) {
    if (const Json* value = checked(field, &Json::is_boolean))
      target = value->get<bool>();
  }
  std::optional<double> number(const char* field) {
    const Json* value = checked(field, &Json::is_number);
    if (value == nullptr)
      return std::nullopt;
    const double number = value->get<double>();
    if (!std::isfinite(number))
      throw WrongField{path_of(field)};
    return number;
  }
  void read(const char* field, std::set<std::string>& target) {
    const Json* value = checked(field, &Json::is_array);
    if (value == nullptr)
      return;
    for (const Json& item : *value) {
      if (!item.is_string())
        throw WrongField{path_of(field)};
      target.insert(item.get<std::string>());
    }
  }
  const Json* object(const char* field) { return checked(field, &Json::is_object); }
  const Json* list(const char* field) { return checked(field, &Json::is_array); }

  [[nodiscard]] std::string path_of(const char* field) const {
    return name_.empty() ? field : name_ + "/" + field;
  }
  /// Fields nobody asked for; `keep` adds one that was.
  [[nodiscard]] Json& rest() { return rest_; }
  void keep(const char* field, Json value) {
    if (!value.empty())
      rest_[field] = std::move(value);
  }

 private:
  const Json* checked(const char* field, auto is) {
    const Json* value = find(field);
    if (value != nullptr && !(value->*is)())
      throw WrongField{path_of(field)};
    return value;
  }
  const Json& json_;
  Json rest_;
  std::string name_;
};

}  // namespace malimap::scene_fields
