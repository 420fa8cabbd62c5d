#pragma once
// What the place cells of a row mean, whatever its point: the same for every row with the same
// cells.

#include <optional>
#include <string>
#include <vector>

#include "geo/projects/projects.h"
#include "geo/projects/reporter.h"
#include "geo/projects/unit_names.h"

namespace malimap {

/// A finding that outlives the cells that it is about, to be reported on every row with them.
struct Remark {
  const char* reason;
  Severity severity = Severity::Doubtful;
  const char* msgid;
  std::vector<std::string> args = {};
  std::string value = {}, proposal = {}, proposal_code = {};
  double score = 0;
  int column = -1;
  bool without_point = false;  // only where no point places the row

  void report_to(Reporter& reporter) const {
    reporter.report({reason, severity, msgid, args, value, proposal, proposal_code, score}, column);
  }
};

/// One of the places of a row.
struct PlacePart {
  Scope scope = Scope::Located;
  Spot spot = {};                   // where it is located
  double share = -1;                // as given, 0 to 1; negative: none
  std::optional<LonLat> town = {};  // it is a town of the gazetteer, here
};

struct PlaceReading {
  Scope scope = Scope::Unlocated;
  std::vector<PlacePart> parts;   // shares add up to 1
  std::vector<PlacePart> coarse;  // without the gazetteer's towns, for rows with a point
  std::vector<Remark> remarks;
  bool has_towns = false;
};

}  // namespace malimap
