#pragma once
// One activity of an IATI file, as published: https://iatistandard.org, versions 1.0x and 2.0x.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/base/result.h"
#include "geo/base/translator.h"
#include "geo/base/units.h"

namespace malimap::iati {

/// A part of the activity by a code: a sector, a country, a region of the world.
struct Part {
  std::string vocabulary, code, name;
  std::optional<double> percent;  // 0 to 100
};

struct Administrative {
  std::string vocabulary, level, code, name;
};

struct ActivityLocation {
  std::string name;
  std::optional<LonLat> point;
  std::vector<Administrative> codes;  // location-id and administrative elements
};

/// An amount as typed, with what is said about it.
struct Value {
  std::string amount, currency, date;  // the currency falls back on the activity's
};

struct Budget {
  bool revised = false;
  std::string period_start, period_end;
  Value value;
};

enum class TransactionKind { OutgoingCommitment, IncomingCommitment, Other };

struct Transaction {
  TransactionKind kind = TransactionKind::Other;
  Value value;
  std::vector<Part> sectors, countries, regions;
};

struct Activity {
  std::string identifier, title, description, status;  // status: code or text, as published
  std::vector<std::string> funding, implementing;      // organisations
  std::string planned_start, actual_start, planned_end, actual_end;  // ISO dates as published
  std::vector<Part> sectors, countries, regions;
  std::vector<ActivityLocation> locations;
  std::vector<Budget> budgets;
  std::vector<Transaction> transactions;
  std::vector<std::string> parents;  // identifiers of the activities that hold this one
  std::int64_t number = 0;           // its place in the file, from 1
};

/// Whether the file is XML with IATI activities, by its first bytes.
[[nodiscard]] bool is_iati(const std::string& path);

/// All activities of the file. Texts are taken in the wished language, else in the activity's own,
/// else in the first there is. Entities that a document defines are not expanded. Errors: as
/// read_bytes; XML that is not well formed, with its line; no activity in it.
[[nodiscard]] Result<std::vector<Activity>> read_activities(const std::string& path,
                                                            Language language);

}  // namespace malimap::iati
