#include "geo/projects/aggregates.h"

namespace malimap {

std::string_view word_of(Basis basis) {
  switch (basis) {
    case Basis::Records:
      return "records";
    case Basis::Published:
      return "published";
    case Basis::Inferred:
      return "inferred";
  }
  return "inferred";
}

}  // namespace malimap
