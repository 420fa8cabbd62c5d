#pragma once
// One text a row.

#include "geo/base/int_column.h"
#include "geo/base/text_list.h"
#include "geo/base/text_pool.h"

namespace malimap {

/// Texts that repeat (places, titles made from a few words) are held once, each row having the
/// number of its own; what seldom repeats (ids) is held one behind the other. Which it is shows as
/// rows come: at first texts are held once; when that has not paid, each row has its own, for good.
class TextColumn {
 public:
  void push(std::string_view text);
  /// Valid until the next change.
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    return repeats_ ? pool_[id(row)] : texts_[row];
  }
  [[nodiscard]] std::size_t size() const { return repeats_ ? ids_.size() : texts_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  void append(const TextColumn& other);

  /// The texts if each is held once, so that work on texts need not be done again for each row;
  /// null: each row has its own.
  [[nodiscard]] const TextPool* distinct() const { return repeats_ ? &pool_ : nullptr; }
  /// Which of distinct() is the row's.
  [[nodiscard]] TextId id(std::size_t row) const { return static_cast<TextId>(ids_[row]); }
  /// The texts of a column without distinct().
  [[nodiscard]] const TextList& texts() const { return texts_; }

  /// No more rows are expected.
  void shrink_to_fit();
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr std::size_t kTrial = 1U << 14U;  // rows before the first look
  [[nodiscard]] bool pays() const;
  void look_whether_it_pays();

  bool repeats_ = true;
  std::uint64_t letters_ = 0;       // of all rows, while texts are held once
  std::size_t next_look_ = kTrial;  // at so many rows
  TextPool pool_;
  IntColumn ids_;
  TextList texts_;
};

}  // namespace malimap
