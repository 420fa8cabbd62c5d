#pragma once
// What is wrong with the input but does not stop the work. The reporter is passed as a parameter.

#include <cstddef>
#include <string>
#include <vector>

#include "geo/base/error.h"

namespace malimap {

enum class Severity {
  Note,      // worth knowing
  Doubtful,  // used, but look at it
  Lost,      // the row or value could not be used
};

struct Problem {
  std::string reason;  // a stable slug for scripts, "point-outside", "unknown-region", ...
  Severity severity = Severity::Doubtful;
  Error error;           // the sentence, with its place
  std::string value;     // as typed
  std::string proposal;  // what the program proposes instead; may be empty
};

class Problems {
 public:
  void report(Problem problem) { all_.push_back(std::move(problem)); }
  [[nodiscard]] const std::vector<Problem>& all() const { return all_; }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }

 private:
  std::vector<Problem> all_;
};

}  // namespace malimap
