#pragma once
// Values to bytes and back, for files that this machine writes for itself. One function lists the
// members of a type for both ways:
//   template <class Packing> void pack(Packing& to, Town& town) { to(town.name, town.at); }
// Bytes that were not written so are told by Unpacker::whole(), and cost no more memory than they
// are long.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace malimap {

/// Also true for a type without gaps between its members that says so.
template <class T>
inline constexpr bool kPackedAsBytes = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Packer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(T& value) {
    if constexpr (kPackedAsBytes<T>)
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    else
      pack(*this, value);
  }
  void put_count(std::uint64_t count) { put(count); }
  void put(std::string& text) {
    put_count(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(std::optional<T>& value) {
    bool there = value.has_value();
    put(there);
    if (there)
      put(*value);
  }
  template <class T>
  void put(std::vector<T>& values) {
    put_count(values.size());
    if constexpr (kPackedAsBytes<T>)
      bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    else
      for (T& value : values)
        put(value);
  }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  /// Whether everything was there, and nothing more.
  [[nodiscard]] bool whole() const { return good_ && rest_.empty(); }

 private:
  std::string_view next(std::uint64_t size) {
    good_ = good_ && size <= rest_.size();
    if (!good_)
      return {};
    const std::string_view bytes = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    return bytes;
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = 0;
      get(byte);
      value = byte != 0;
    } else if constexpr (kPackedAsBytes<T>) {
      if (const std::string_view bytes = next(sizeof value); good_)
        std::memcpy(&value, bytes.data(), sizeof value);
    } else {
      pack(*this, value);
    }
  }
  /// Each has a byte or more.
  std::size_t get_count() {
    std::uint64_t count = 0;
    get(count);
    good_ = good_ && count <= rest_.size();
    return good_ ? static_cast<std::size_t>(count) : 0;
  }
  void get(std::string& text) { text = next(get_count()); }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (there)
      get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t count = get_count();
    values.clear();
    if constexpr (kPackedAsBytes<T>) {
      const std::string_view bytes = next(std::uint64_t{count} * sizeof(T));
      values.resize(bytes.size() / sizeof(T));
      if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    } else {
      for (std::size_t i = 0; i < count && good_; ++i)
        get(values.emplace_back());
    }
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace malimap
