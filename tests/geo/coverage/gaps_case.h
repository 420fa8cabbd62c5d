#pragma once
// A study of gaps and what it is made from, so that a test reads like the rule it holds.

#include <cmath>

#include "geo/boundaries/read.h"
#include "geo/coverage/gaps/gaps.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

namespace malimap::testing {

inline const Translator kEnglish(Language::English);

inline bool near(const std::optional<double>& a, double b, double within = 1e-9) {
  return a && std::abs(*a - b) <= within;
}

/// A study's input that keeps what it points to.
struct Case {
  Boundaries boundaries;
  Dataset data;
  CoverageCube cube;
  GapInput input;

  Case(Boundaries units, Dataset dataset, Level level = Level::Region)
      : boundaries(std::move(units)), data(std::move(dataset)), cube(data, boundaries, level) {
    input.cube = &cube;
    input.boundaries = &boundaries;
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  [[nodiscard]] GapStudy study() const {
    auto result = study_gaps(input);
    REQUIRE(result.has_value());
    return std::move(*result);
  }
  [[nodiscard]] std::string error() const {
    const auto result = study_gaps(input);
    return result ? "" : sentence(result.error(), kEnglish);
  }
};

/// The quick-impact projects of the embedded bulletin.
struct QipBulletin : Case {
  QipBulletin() : Case(embedded_boundaries(), embedded_dataset(embedded_boundaries())) {
    input.filter.fund = {"QIP"};
  }
};

inline bool says(const std::vector<Message>& notes, const std::string& words) {
  for (const Message& note : notes)
    if (text_of(note, kEnglish).find(words) != std::string::npos)
      return true;
  return false;
}

}  // namespace malimap::testing
