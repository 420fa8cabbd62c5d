#include "geo/base/translator.h"

#include <cstdint>
#include <cstring>
#include <unordered_map>

#include "geo/base/embedded.h"

namespace malimap {
namespace {

/// Reads the catalogue that msgfmt wrote (GNU gettext manual, "The Format of GNU MO Files"). The C
/// library's own gettext() is not used: it follows the system's installed locales, and office
/// laptops often have none but C.
class Catalogue {
 public:
  explicit Catalogue(std::string_view bytes) : bytes_(bytes) {
    constexpr std::uint32_t kMagic = 0x950412de;
    if (bytes.size() < 28 || word(0) != kMagic)
      return;
    const std::uint32_t count = word(8), originals = word(12), translations = word(16);
    texts_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i)
      texts_.emplace(string_at(originals + 8 * i), string_at(translations + 8 * i));
  }

  /// Singular and plural forms are joined by NUL in the file; the key of a plural text is its
  /// singular.
  [[nodiscard]] const char* find(std::string_view msgid, int form) const {
    const auto found = texts_.find(msgid);
    if (found == texts_.end() || found->second.empty())
      return nullptr;
    std::string_view text = found->second;
    for (; form > 0; --form) {
      const auto end = text.find('\0');
      if (end == std::string_view::npos)
        break;
      text.remove_prefix(end + 1);
    }
    return text.data();
  }

 private:
  [[nodiscard]] std::uint32_t word(std::size_t offset) const {
    std::uint32_t value = 0;
    if (offset + sizeof value <= bytes_.size())
      std::memcpy(&value, bytes_.data() + offset, sizeof value);
    return value;
  }
  [[nodiscard]] std::string_view string_at(std::size_t entry) const {
    const std::size_t length = word(entry), offset = word(entry + 4);
    return offset + length <= bytes_.size() ? bytes_.substr(offset, length) : std::string_view{};
  }

  /// msgid and msgid_plural are joined by NUL in the key; only the first part is looked up.
  struct FirstPartHash {
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text.substr(0, text.find('\0')));
    }
  };
  struct FirstPartEqual {
    bool operator()(std::string_view a, std::string_view b) const {
      return a.substr(0, a.find('\0')) == b.substr(0, b.find('\0'));
    }
  };

  std::string_view bytes_;
  std::unordered_map<std::string_view, std::string_view, FirstPartHash, FirstPartEqual> texts_;
};

const Catalogue& french() {
  static const Catalogue catalogue(asset("fr.mo").value_or(std::string_view{}));
  return catalogue;
}

}  // namespace

std::string_view code_of(Language language) {
  return language == Language::French ? "fr" : "en";
}

const char* Translator::operator()(const char* msgid) const {
  // The empty msgid is the catalogue's header.
  if (language_ == Language::English || *msgid == '\0')
    return msgid;
  const char* found = french().find(msgid, 0);
  return found ? found : msgid;
}

const char* Translator::plural(const char* one, const char* many, long long n) const {
  if (language_ == Language::English)
    return n == 1 ? one : many;
  const bool singular = n > -2 && n < 2;
  const char* found = french().find(one, singular ? 0 : 1);
  return found ? found : (singular ? one : many);
}

}  // namespace malimap
