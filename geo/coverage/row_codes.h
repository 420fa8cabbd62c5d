#pragma once
// The values of one row in one dimension, as codes of its dictionary.

#include <algorithm>
#include <span>
#include <vector>

#include "geo/coverage/filter.h"
#include "geo/projects/projects.h"

namespace malimap {

/// The column of a dimension that rows have several values in; nullptr where they have one.
[[nodiscard]] inline const MultiDictionaryColumn* several_of(const Projects& projects,
                                                             Dimension dimension) {
  switch (dimension) {
    case Dimension::Sector:
      return &projects.sector;
    case Dimension::Donor:
      return &projects.donor;
    case Dimension::Partner:
      return &projects.partner;
    case Dimension::Fund:
    case Dimension::Status:
      break;
  }
  return nullptr;
}

/// Each code of a row once; {kMissing} where it has none.
class RowCodes {
 public:
  RowCodes(const Projects& projects, Dimension dimension)
      : several_(several_of(projects, dimension)),
        one_(dimension == Dimension::Fund ? &projects.fund : &projects.status) {}

  [[nodiscard]] const Dictionary& dictionary() const {
    return several_ ? several_->dictionary : one_->dictionary;
  }
  /// Valid until the next row is asked for.
  [[nodiscard]] std::span<const Code> of(std::size_t row) {
    codes_.clear();
    if (several_)
      codes_.assign(several_->at(row).begin(), several_->at(row).end());
    else
      codes_.push_back(one_->codes[row]);
    std::sort(codes_.begin(), codes_.end());
    codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
    if (codes_.empty())
      codes_.push_back(kMissing);
    return codes_;
  }

 private:
  const MultiDictionaryColumn* several_;
  const DictionaryColumn* one_;
  std::vector<Code> codes_;
};

}  // namespace malimap
