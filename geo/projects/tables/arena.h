#pragma once
// Memory for the texts of a table: big blocks that never move, so that cells can be views into it.

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace malimap {

class TextArena {
 public:
  /// A copy of the text that lives as long as the arena.
  std::string_view keep(std::string_view text) {
    if (text.empty())
      return {};
    if (text.size() > kBlock / 4)
      return copy(text, add_block(text.size()));
    if (left_ < text.size()) {
      next_ = add_block(kBlock);
      left_ = kBlock;
    }
    char* to = next_;
    next_ += text.size();
    left_ -= text.size();
    return copy(text, to);
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;

  static std::string_view copy(std::string_view text, char* to) {
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }
  char* add_block(std::size_t size) {
    blocks_.push_back(std::make_unique<char[]>(size));
    return blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace malimap
