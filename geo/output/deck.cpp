#include "geo/output/deck.h"

#include <fmt/format.h>

#include "geo/base/save.h"
#include "geo/output/document.h"

namespace malimap {
namespace {

/// Errors of one scene among several say which.
Error of_scene(Error error, const Scene& scene) {
  if (error.where.file.empty())
    error.where.file = scene.name;
  return error;
}

Result<PageSize> size_of(const Scene& scene, const DeckOptions& options) {
  return options.size ? Result<PageSize>(*options.size) : page_size_of(scene, options.dpi);
}

Status write_document(PictureMaker& maker, std::span<const Scene> scenes, const std::string& path,
                      PageFormat format, const DeckOptions& options) {
  const auto document = make_document(format, {scenes.front().name, maker.language(), today()});
  for (const Scene& scene : scenes) {
    const auto made = maker.make(scene);
    if (!made)
      return tl::make_unexpected(of_scene(made.error(), scene));
    const auto size = size_of(scene, options);
    if (!size)
      return tl::make_unexpected(of_scene(size.error(), scene));
    const std::string& title = scene.name.empty() ? made->picture->title : scene.name;
    Canvas& canvas = document->begin_page(*size, {title, scene.page.notes});
    paint_page(canvas, {made->picture.get(), made->shapes, made->scene.get(), maker.language()},
               *size);
    document->end_page();
  }
  const auto bytes = document->finish();
  if (!bytes)
    return tl::make_unexpected(bytes.error());
  return save_file(path, *bytes);
}

}  // namespace

Result<PageSize> page_size_of(const Scene& scene, double dpi) {
  // Sizes in pixels have no paper.
  const bool pixels = scene.page.format.find('x') != std::string::npos &&
                      scene.page.format.find("mm") == std::string::npos;
  return parse_page_size(scene.page.format, pixels ? 96 : dpi);
}

Status write_scene(PictureMaker& maker, const Scene& scene, const std::string& path,
                   const DeckOptions& options) {
  const auto made = maker.make(scene);
  if (!made)
    return tl::make_unexpected(made.error());
  const auto size = size_of(scene, options);
  if (!size)
    return tl::make_unexpected(size.error());
  return write_page(path, *made->picture, made->shapes, *made->scene, maker.language(), *size);
}

Result<std::vector<std::string>> write_deck(PictureMaker& maker, std::span<const Scene> scenes,
                                            const std::string& path, const DeckOptions& options) {
  if (scenes.empty())
    return failure({N_("there are no scenes"), {}});
  const auto format = page_format_of(path);
  if (!format)
    return tl::make_unexpected(format.error());
  std::vector<std::string> files;
  if (*format == PageFormat::Pdf || *format == PageFormat::Pptx) {
    if (Status status = write_document(maker, scenes, path, *format, options); !status)
      return tl::make_unexpected(status.error());
    files.push_back(path);
    return files;
  }
  for (const Scene& scene : scenes) {
    const auto name = numbered_name(path, static_cast<int>(files.size()) + 1);
    if (!name)
      return failure({N_("the name has no place for a number"), {}}, {path, {}, {}, {}},
                     {N_("Write %02d where the number belongs."), {}});
    if (Status status = write_scene(maker, scene, *name, options); !status)
      return tl::make_unexpected(of_scene(status.error(), scene));
    files.push_back(*name);
  }
  return files;
}

std::optional<std::string> numbered_name(const std::string& pattern, int number) {
  const auto sign = pattern.find('%');
  if (sign == std::string::npos) {
    const auto dot = pattern.rfind('.');
    return pattern.substr(0, dot) + fmt::format("-{:02}", number) + pattern.substr(dot);
  }
  std::size_t end = sign + 1, width = 0;
  if (end + 1 < pattern.size() && pattern[end] == '0' && pattern[end + 1] >= '1' &&
      pattern[end + 1] <= '9') {
    width = static_cast<std::size_t>(pattern[end + 1] - '0');
    end += 2;
  }
  if (end >= pattern.size() || pattern[end] != 'd' || pattern.find('%', end) != std::string::npos)
    return std::nullopt;
  return pattern.substr(0, sign) + fmt::format("{:0{}}", number, width) + pattern.substr(end + 1);
}

}  // namespace malimap
