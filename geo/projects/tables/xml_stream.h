#pragma once
// XML of a stranger, read as a stream (expat): nothing is kept, entities of the document are
// refused.

#include <string_view>

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/projects/tables/zip.h"

namespace malimap {

/// The attributes of an element; names without their prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// "" when there is none of that name; the first one counts.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// With its prefix, as written.
  [[nodiscard]] std::string_view exact(std::string_view name) const;

 private:
  const char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// Names come without their prefix ("row" for "x:row").
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
  /// True when the rest of the document does not matter any more.
  [[nodiscard]] virtual bool enough() const { return false; }
};

/// Errors: damaged, not XML, with a document type that declares entities, cancelled.
[[nodiscard]] Status parse_xml(ZipFile& zip, const ZipEntry& entry, XmlHandler& handler,
                               Progress* progress = nullptr);

}  // namespace malimap
