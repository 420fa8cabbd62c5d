#pragma once
// What differs between two states of one project.

#include <array>

#include "geo/coverage/coverage.h"
#include "geo/coverage/list_changes.h"
#include "geo/coverage/list_pairs.h"

namespace malimap {

/// Compares projects of two lists field by field. A field that only one of the lists gives at all
/// is not compared: everything would seem changed.
class FieldComparison {
 public:
  FieldComparison(const ListedProjects& before, const ListedProjects& after, const Translator& tr);

  [[nodiscard]] std::vector<FieldChange> changes(std::size_t before, std::size_t after);
  /// msgids of the fields that are not compared.
  [[nodiscard]] std::vector<const char*> left_out() const;

 private:
  enum Field { Title, Fund, Status, Sector, Donor, Partner, Budget, Count, Start, End, Place };
  static constexpr std::size_t kFields = 11;
  using Given = std::array<bool, kFields>;
  using CodeMap = std::vector<Code>;  // codes of the later list by those of the earlier; kMissing

  static Given given_by(const Projects& list);
  [[nodiscard]] bool compared(Field field) const { return before_has_[field] && after_has_[field]; }
  void add(std::vector<FieldChange>& changes, Field field, std::string before,
           std::string after) const;
  template <class Column>
  void compare_values(std::vector<FieldChange>& changes, Field field, Dimension dimension,
                      const Column& before, const Column& after, const CodeMap& map);
  void compare_places(std::vector<FieldChange>& changes) const;
  void compare_dates(std::vector<FieldChange>& changes) const;

  const ListedProjects& before_;
  const ListedProjects& after_;
  const Translator& tr_;
  Given before_has_, after_has_;
  std::array<CodeMap, 5> maps_;                        // fund, status, sector, donor, partner
  std::span<const ProjectIndex> old_rows_, new_rows_;  // of the projects being compared
  std::vector<Code> old_codes_, new_codes_;            // kept for their room
};

/// The first day of its rows; nothing where none has one.
[[nodiscard]] std::optional<Date> first_start(const Projects& list,
                                              std::span<const ProjectIndex> rows);
/// The last end; nothing where a row has none, since that goes on.
[[nodiscard]] std::optional<Date> last_end(const Projects& list,
                                           std::span<const ProjectIndex> rows);

}  // namespace malimap
