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

/// One text a row that seldom repeats: titles, ids. All bytes in one buffer.
class TextColumn {
 public:
  void push(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
  }
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    const std::size_t from = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(bytes_).substr(from, ends_[row] - from);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] bool empty() const { return ends_.empty(); }
  void append(const TextColumn& other) {
    const std::size_t before = bytes_.size();
    bytes_.append(other.bytes_);
    ends_.reserve(ends_.size() + other.ends_.size());
    for (const std::size_t end : other.ends_)
      ends_.push_back(before + end);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// One text a row, as codes.
struct DictionaryColumn {
  Dictionary dictionary;
  std::vector<Code> codes;
  void push(std::string_view text) {
    codes.push_back(text.empty() ? kMissing : dictionary.add(text));
  }
  [[nodiscard]] std::string_view at(std::size_t row) const {
    return codes[row] == kMissing ? std::string_view{}
                                  : std::string_view{dictionary.text(codes[row])};
  }
};

/// Several texts a row (the sectors of a project): row r owns codes[offsets[r]] to codes[offsets[r
/// + 1]].
struct MultiDictionaryColumn {
  Dictionary dictionary;
  std::vector<std::uint32_t> offsets{0};
  std::vector<Code> codes;
  void push(std::span<const std::string> texts) {
    for (const auto& text : texts)
      codes.push_back(dictionary.add(text));
    offsets.push_back(static_cast<std::uint32_t>(codes.size()));
  }
  [[nodiscard]] std::span<const Code> at(std::size_t row) const {
    return std::span(codes).subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

/// One value a row, missing ones masked.
template <class T>
struct Column {
  std::vector<T> values;
  std::vector<bool> present;
  void push(const std::optional<T>& value) {
    values.push_back(value.value_or(T{}));
    present.push_back(value.has_value());
  }
  [[nodiscard]] std::optional<T> at(std::size_t row) const {
    return present[row] ? std::optional<T>(values[row]) : std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return values.size(); }
};

}  // namespace malimap
