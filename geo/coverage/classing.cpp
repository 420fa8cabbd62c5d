#include "geo/coverage/classing.h"

#include <algorithm>
#include <array>

namespace malimap {
namespace {

struct MethodName {
  ClassMethod method;
  std::string_view word;
  const char* title;  // msgid
};
constexpr std::array<MethodName, 7> kNames = {{
    {ClassMethod::Natural, "natural", N_("Natural breaks (Jenks)")},
    {ClassMethod::EqualInterval, "equal", N_("Equal intervals")},
    {ClassMethod::Quantile, "quantile", N_("Quantiles (as many units in each)")},
    {ClassMethod::Pretty, "pretty", N_("Round steps")},
    {ClassMethod::HeadTail, "head-tail", N_("Head/tail (few large values)")},
    {ClassMethod::StandardDeviation, "std-dev", N_("Standard deviations")},
    {ClassMethod::Manual, "manual", N_("Breaks of your own")},
}};

constexpr auto kMethods = [] {
  std::array<ClassMethod, kNames.size()> methods{};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    methods[i] = kNames[i].method;
  return methods;
}();

const MethodName& name_of(ClassMethod method) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const MethodName& name) { return name.method == method; });
  return found == kNames.end() ? kNames.front() : *found;
}

}  // namespace

std::span<const ClassMethod> all_class_methods() {
  return kMethods;
}

std::string_view word_of(ClassMethod method) {
  return name_of(method).word;
}

std::optional<ClassMethod> class_method_of(std::string_view word) {
  for (const MethodName& name : kNames)
    if (name.word == word)
      return name.method;
  return std::nullopt;
}

std::string title_of(ClassMethod method, const Translator& tr) {
  return tr(name_of(method).title);
}

std::string explanation_of(ClassMethod method, const Translator& tr) {
  switch (method) {
    case ClassMethod::Natural:
      return tr("Values that lie close together share a class: least squared deviation (Jenks).");
    case ClassMethod::EqualInterval:
      return tr(
          "Classes of equal width: easy to read, though a single high value can leave "
          "classes empty.");
    case ClassMethod::Quantile:
      return tr("As many units in each class: shows ranks, and hides how far values lie apart.");
    case ClassMethod::Pretty:
      return tr("Breaks at round numbers, equally far apart.");
    case ClassMethod::HeadTail:
      return tr(
          "Cut at the mean, then again at the mean of what lies above it: for many small and "
          "few large values.");
    case ClassMethod::StandardDeviation:
      return tr("Around the mean, in steps of the standard deviation: who stands out.");
    case ClassMethod::Manual:
      break;
  }
  return tr("Breaks that you type or drag in the legend; they stay while filters change.");
}

}  // namespace malimap
