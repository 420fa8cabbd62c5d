#include "geo/output/slides/package.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace malimap {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

tl::unexpected<Error> not_packed(zip_error_t* error) {
  return failure({N_("the file could not be packed: {0}"), {zip_error_strerror(error)}});
}

/// Days as FAT file systems count them, from 1980 on.
zip_uint16_t dos_date(Date date) {
  const int year = std::clamp(static_cast<int>(date.year()), 1980, 2107);
  return static_cast<zip_uint16_t>((year - 1980) << 9 |
                                   static_cast<int>(static_cast<unsigned>(date.month())) << 5 |
                                   static_cast<int>(static_cast<unsigned>(date.day())));
}

bool add(zip_t* archive, const PackagePart& part, Date date) {
  zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (source == nullptr)
    return false;
  const zip_int64_t index = zip_file_add(archive, part.path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  return zip_file_set_dostime(archive, at, 0, dos_date(date), 0) == 0 &&
         zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) == 0;
}

Result<std::string> read_all(zip_source_t* source) {
  if (zip_source_open(source) < 0)
    return not_packed(zip_source_error(source));
  std::string bytes;
  char buffer[1 << 16];
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, buffer, sizeof buffer)) > 0)
    bytes.append(buffer, static_cast<std::size_t>(got));
  zip_source_close(source);
  if (got < 0)
    return not_packed(zip_source_error(source));
  return bytes;
}

}  // namespace

Result<std::string> zip_package(const std::vector<PackagePart>& parts, Date date) {
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target)
    return not_packed(&error);
  zip_source_keep(target.get());  // the archive frees its own share
  zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    zip_source_free(target.get());
    return not_packed(&error);
  }
  for (const PackagePart& part : parts)
    if (!add(archive, part, date)) {
      const auto why = not_packed(zip_get_error(archive));
      zip_discard(archive);
      return why;
    }
  if (zip_close(archive) < 0) {
    const auto why = not_packed(zip_get_error(archive));
    zip_discard(archive);
    return why;
  }
  return read_all(target.get());
}

}  // namespace malimap
