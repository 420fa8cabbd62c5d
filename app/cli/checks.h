#pragma once
// Checks of what was typed, each with the option's name in its error.

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "app/cli/arguments.h"
#include "app/cli/suggest.h"

namespace malimap {

[[nodiscard]] inline tl::unexpected<Error> wrong_option(const char* option, Message what,
                                                        Message remedy = {}) {
  return failure(std::move(what), {.file = option, .sheet = {}, .row = {}, .column = {}},
                 std::move(remedy));
}

/// An option whose value is one of some words.
template <class T>
[[nodiscard]] Status choose(const char* option, const Typed& typed, auto& target,
                            std::span<const T> values, auto word) {
  if (!typed)
    return {};
  std::vector<std::string> words;
  for (const T& value : values) {
    words.emplace_back(word(value));
    if (words.back() == *typed) {
      target = value;
      return {};
    }
  }
  return wrong_option(option, {N_("unknown value \"{0}\""), {*typed}}, suggestion(*typed, words));
}

/// A number and nothing else, finite.
template <class T>
[[nodiscard]] std::optional<T> number_in(std::string_view text) {
  T value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end)
    return std::nullopt;
  if constexpr (std::is_floating_point_v<T>)
    if (!std::isfinite(value))
      return std::nullopt;
  return value;
}

/// An option whose value is a number within bounds (both included).
template <class T>
[[nodiscard]] Status number(const char* option, const Typed& typed, auto& target, T low, T high) {
  if (!typed)
    return {};
  if (const auto value = number_in<T>(*typed); value && *value >= low && *value <= high) {
    target = *value;
    return {};
  }
  return wrong_option(option, {N_("\"{0}\" is not a number from {1} to {2}"),
                               {*typed, fmt::format("{}", low), fmt::format("{}", high)}});
}

/// The first error of several checks, in the order in which they were made.
class Checks {
 public:
  void operator()(Status status) {
    if (first_ && !status)
      first_ = std::move(status);
  }
  [[nodiscard]] Status result() && { return std::move(first_); }

 private:
  Status first_;
};

}  // namespace malimap
