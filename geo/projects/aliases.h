#pragma once
// What the user said a name means: answers to proposals, kept in the workspace.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

struct Alias {
  std::string typed;   // as in the list
  std::string within;  // P-code of the unit that the row names above it; empty: anywhere
  std::string code;    // what it means: a P-code, a zone's id; "" : no place (asked and refused)
  bool operator==(const Alias&) const = default;
};

/// Looked up by place_key() of the typed name, the narrower `within` first.
class Aliases {
 public:
  Aliases() = default;
  explicit Aliases(std::vector<Alias> all);
  /// The last answer counts.
  void add(Alias alias);
  [[nodiscard]] const std::vector<Alias>& all() const { return all_; }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const Alias* find(std::string_view typed, std::string_view within) const;
  bool operator==(const Aliases& other) const { return all_ == other.all_; }

 private:
  std::vector<Alias> all_;
  std::multimap<std::string, std::size_t> by_key_;  // place_key() -> all_
};

}  // namespace malimap
