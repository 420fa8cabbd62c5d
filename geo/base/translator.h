#pragma once
// French and English texts. The msgid in the code is the English text; assets/translations/fr.po
// holds the French.

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace malimap {

enum class Language { French, English };

/// "fr" or "en".
[[nodiscard]] std::string_view code_of(Language language);

/// Marks a text for translation where no Translator is at hand; it is translated later by the one
/// who shows it.
constexpr const char* N_(const char* msgid) {
  return msgid;
}

/// Looks texts up in one language. A small value: pass it by const reference. A msgid that has no
/// translation comes back as it is.
class Translator {
 public:
  explicit Translator(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }

  /// The text in this language, NUL-terminated, valid for the life of the program when msgid is a
  /// literal.
  const char* operator()(const char* msgid) const;

  /// The singular or plural form for n (French: 0 and 1 are singular).
  const char* plural(const char* one, const char* many, long long n) const;

 private:
  Language language_;
};

/// Translates and fills {0}, {1}, ... in. A pattern that does not fit its arguments comes back
/// unfilled instead of throwing.
template <class... Args>
[[nodiscard]] std::string trf(const Translator& tr, const char* msgid, const Args&... args) {
  try {
    return fmt::format(fmt::runtime(tr(msgid)), args...);
  } catch (const fmt::format_error&) {
    return tr(msgid);
  }
}

/// As trf, with the form that the number n asks for.
template <class... Args>
[[nodiscard]] std::string trn(const Translator& tr, const char* one, const char* many, long long n,
                              const Args&... args) {
  try {
    return fmt::format(fmt::runtime(tr.plural(one, many, n)), args...);
  } catch (const fmt::format_error&) {
    return tr.plural(one, many, n);
  }
}

}  // namespace malimap
