#pragma once
#include "geo/output/gaps_report.h"

namespace malimap {

[[nodiscard]] std::string gaps_json(const GapsReport& report, const Translator& tr);

}  // namespace malimap
