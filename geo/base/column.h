#pragma once
// Columns: one value a row, missing ones marked. Texts that repeat are held as codes into a
// dictionary.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/int_column.h"
#include "geo/base/row_offsets.h"
#include "geo/base/text_column.h"

namespace malimap {

/// A code into a Dictionary. kMissing marks an absent value.
using Code = std::int32_t;
inline constexpr Code kMissing = -1;

/// Distinct texts in order of first appearance.
class Dictionary {
 public:
  /// The code of the text, added when new.
  Code add(std::string_view text) {
    if (auto found = codes_.find(text); found != codes_.end())
      return found->second;
    const auto code = static_cast<Code>(texts_.size());
    texts_.emplace_back(text);
    codes_.emplace(texts_.back(), code);
    return code;
  }
  /// The code of the text, or kMissing.
  [[nodiscard]] Code find(std::string_view text) const {
    auto found = codes_.find(text);
    return found == codes_.end() ? kMissing : found->second;
  }
  [[nodiscard]] const std::string& text(Code code) const {
    return texts_[static_cast<std::size_t>(code)];
  }
  [[nodiscard]] std::span<const std::string> texts() const { return texts_; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Hash {
    using is_transparent = void;  // looked up by string_view without a copy
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<std::string> texts_;
  std::unordered_map<std::string, Code, Hash, std::equal_to<>> codes_;
};

/// Codes in as few bytes as they need.
using Codes = IntColumn;
/// The codes of one row. The column must outlive it.
using CodeRange = ValueRange<Codes>;

/// One text a row, as codes.
struct DictionaryColumn {
  Dictionary dictionary;
  Codes codes;
  void push(std::string_view text) {
    codes.push_back(text.empty() ? kMissing : dictionary.add(text));
  }
  [[nodiscard]] std::string_view at(std::size_t row) const {
    const Code code = codes[row];
    return code == kMissing ? std::string_view{} : std::string_view{dictionary.text(code)};
  }
};

/// Several texts a row (the sectors of a project): row r owns codes[offsets[r]] to codes[offsets[r
/// + 1]].
struct MultiDictionaryColumn {
  Dictionary dictionary;
  RowOffsets offsets;
  Codes codes;
  void push(std::span<const std::string> texts) {
    for (const auto& text : texts)
      codes.push_back(dictionary.add(text));
    offsets.push_back(static_cast<std::uint32_t>(codes.size()));
  }
  [[nodiscard]] CodeRange at(std::size_t row) const {
    return codes.range(offsets[row], offsets.count(row));
  }
};

/// One value a row, missing ones masked.
template <class T>
struct Column {
  std::vector<T> values;
  std::vector<bool> present;
  void push(const std::optional<T>& value) {
    reserve_one_more(values);
    values.push_back(value.value_or(T{}));
    present.push_back(value.has_value());
  }
  [[nodiscard]] std::optional<T> at(std::size_t row) const {
    return present[row] ? std::optional<T>(values[row]) : std::nullopt;
  }
  void set(std::size_t row, const std::optional<T>& value) {
    values[row] = value.value_or(T{});
    present[row] = value.has_value();
  }
  [[nodiscard]] std::size_t size() const { return values.size(); }
  void shrink_to_fit() {
    values.shrink_to_fit();
    present.shrink_to_fit();
  }
  [[nodiscard]] std::size_t memory() const {
    return values.capacity() * sizeof(T) + present.capacity() / 8;
  }
};

}  // namespace malimap
