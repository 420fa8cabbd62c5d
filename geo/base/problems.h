#pragma once
// What is wrong with the input but does not stop the work. The reporter is passed as a parameter.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/text_pool.h"

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
  // Where the proposal is a place that waits for a yes: its code, and how sure it is (0 to 1, kept
  // to four digits).
  std::string proposal_code = {};
  double score = 0;
};

/// What the problems of a group share. The texts are the caller's.
struct GroupKey {
  std::string_view reason;
  Severity severity = Severity::Doubtful;
  std::string_view msgid;
  std::string_view remedy = {};  // msgid
  std::string_view file = {}, sheet = {}, column = {};
  bool operator==(const GroupKey&) const = default;
};

/// What one problem of a group has of its own. The texts are the caller's.
struct Instance {
  std::int64_t row = 0;  // 0: about no single row
  std::span<const std::string> args = {};
  std::string_view value = {}, proposal = {}, proposal_code = {};
  double score = 0;
};

/// One problem of a group, small: lists of a million rows can have one in each.
struct Occurrence {
  std::uint32_t row = 0;  // 0: about no single row
  TextId value = 0, proposal = 0, proposal_code = 0;
  TextId args = 0;          // of the message, then of the remedy, packed
  std::uint16_t score = 0;  // in ten thousandths
  std::uint8_t arg_count = 0, remedy_arg_count = 0;
};

/// 0 to 1.
[[nodiscard]] double score_of(const Occurrence& occurrence);

struct ProblemGroup {
  std::string reason;
  Severity severity = Severity::Doubtful;
  std::string msgid, remedy;
  std::string file, sheet, column;
  std::vector<Occurrence> occurrences;  // in the order of reporting; rows ascend after append()
  [[nodiscard]] std::size_t size() const { return occurrences.size(); }
};

/// Problems in groups that say the same about the same column. A problem costs 24 bytes, and what
/// its texts take where nobody used them before; sentences are built when asked for.
class Problems {
 public:
  void report(const Problem& problem);
  /// The cheap way, for what is said of many rows.
  void report(const GroupKey& group, const Instance& finding);

  /// What others reported, behind what is here; rows of one group are put in ascending order.
  void append(const Problems& other);

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] std::size_t count(std::string_view reason) const;

  /// In the order in which they were first reported.
  [[nodiscard]] std::span<const ProblemGroup> groups() const { return groups_; }
  /// Valid until the next report.
  [[nodiscard]] std::string_view text(TextId id) const { return texts_[id]; }
  [[nodiscard]] std::vector<std::string> args(const Occurrence& occurrence) const;
  [[nodiscard]] Problem at(const ProblemGroup& group, std::size_t index) const;
  [[nodiscard]] Problem first(const ProblemGroup& group) const { return at(group, 0); }

  /// Counted group by group, less than size(); for lists that show only what is in view.
  [[nodiscard]] Problem nth(std::size_t index) const;

  /// Group by group.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const ProblemGroup& group : groups_)
      for (std::size_t i = 0; i < group.size(); ++i)
        visit(at(group, i));
  }
  /// Every problem in full, group by group: for short lists and tests.
  [[nodiscard]] std::vector<Problem> all() const;

  /// Bytes held.
  [[nodiscard]] std::size_t memory() const;

 private:
  ProblemGroup& group_of(const GroupKey& key);
  TextId packed(std::span<const std::string> args, std::span<const std::string> remedy_args);
  void push(ProblemGroup& group, const Instance& finding, std::span<const std::string> remedy_args);

  std::vector<ProblemGroup> groups_;
  std::unordered_multimap<std::size_t, std::size_t> index_;  // hash of the key -> group
  std::size_t last_ = 0;  // rows of one column report the same again and again
  TextPool texts_;
  std::size_t size_ = 0;
};

}  // namespace malimap
