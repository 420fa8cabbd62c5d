#include <algorithm>
#include <filesystem>
#include <set>

#include "geo/base/numbers.h"
#include "geo/base/save.h"
#include "geo/base/text.h"
#include "geo/output/atlas.h"
#include "geo/output/atlas/atlas_page.h"
#include "geo/output/document.h"

namespace malimap {
namespace {

std::string extension_of(PageFormat format) {
  switch (format) {
    case PageFormat::Png:
      return "png";
    case PageFormat::Svg:
      return "svg";
    case PageFormat::Pptx:
      return "pptx";
    case PageFormat::Pdf:
      break;
  }
  return "pdf";
}

/// "Gao / Ménaka" -> "Gao-Menaka": letters and digits alone, so that every system takes the name.
std::string short_name(const std::string& name) {
  std::string out;
  bool begins = true;
  for (const char c : fold(name)) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (!letter && !digit) {
      begins = true;
      continue;
    }
    if (begins && !out.empty())
      out += '-';
    out += begins && letter ? static_cast<char>(c - 'a' + 'A') : c;
    begins = false;
  }
  return out.empty() ? "unit" : out;
}

/// "A4-portrait" -> "A4", "16:9" -> "16x9".
std::string paper_word(std::string format) {
  for (const char* suffix : {"-portrait", "-landscape"})
    if (format.ends_with(suffix))
      format.erase(format.size() - std::string(suffix).size());
  std::replace(format.begin(), format.end(), ':', 'x');
  std::erase_if(format, [](char c) { return c == '/' || c == '_' || c == ' '; });
  return format.empty() ? "A4" : format;
}

/// The P-code of the unit of a coarser level that holds the unit.
std::string ancestor(const Boundaries& boundaries, const AdminLayer& layer, std::size_t unit,
                     Level level) {
  const AdminLayer* at = &layer;
  auto index = static_cast<UnitIndex>(unit);
  while (at != nullptr && index != kNoUnit && at->level != level) {
    const std::string& parent = at->units[static_cast<std::size_t>(index)].parent_pcode;
    const AdminLayer* above = nullptr;
    for (const AdminLayer& candidate : boundaries.layers)
      if (candidate.level < at->level && (above == nullptr || candidate.level > above->level))
        above = &candidate;
    index = above != nullptr ? above->find(parent) : kNoUnit;
    at = above;
  }
  return at != nullptr && index != kNoUnit ? at->units[static_cast<std::size_t>(index)].pcode
                                           : std::string{};
}

std::vector<UnitIndex> members_of(const Boundaries& boundaries, const AdminLayer& drawn,
                                  Level level, const std::string& code) {
  std::vector<UnitIndex> members;
  for (std::size_t i = 0; i < drawn.units.size(); ++i)
    if (ancestor(boundaries, drawn, i, level) == code)
      members.push_back(static_cast<UnitIndex>(i));
  return members;
}

/// Writes pages into one document, or each into a file of its own.
class Pages {
 public:
  Pages(const AtlasOptions& options, PageFormat format, bool together, const DocumentInfo& info)
      : options_(options), format_(format), together_(together), info_(info) {}

  Status add(const AtlasPage& page, const std::string& name, const std::string& file) {
    if (!document_)
      document_ = make_document(format_,
                                together_ ? info_ : DocumentInfo{name, info_.language, info_.date});
    page.paint(document_->begin_page(options_.size, {name, {}}));
    document_->end_page();
    return together_ ? Status{} : finish((std::filesystem::path(options_.output) / file).string());
  }
  Status finish(const std::string& path) {
    if (!document_)
      return {};
    const auto bytes = document_->finish();
    if (!bytes)
      return tl::make_unexpected(bytes.error());
    document_.reset();
    if (Status saved = save_file(path, *bytes); !saved)
      return saved;
    written_.push_back(path);
    return {};
  }
  [[nodiscard]] std::vector<std::string> written() && { return std::move(written_); }

 private:
  const AtlasOptions& options_;
  PageFormat format_;
  bool together_;
  DocumentInfo info_;
  std::unique_ptr<Document> document_;
  std::vector<std::string> written_;
};

/// Names that several units share get their P-code as well.
std::set<std::string> shared_names(const std::vector<AtlasUnit>& units) {
  std::set<std::string> seen, shared;
  for (const AtlasUnit& unit : units)
    if (!seen.insert(short_name(unit.name)).second)
      shared.insert(short_name(unit.name));
  return shared;
}

Status make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error || std::filesystem::is_directory(path))
    return {};
  return failure({N_("the folder cannot be made: {0}"), {error.message()}}, {path, {}, {}, {}},
                 {N_("Choose a folder that you may write to."), {}});
}

}  // namespace

std::string atlas_file_name(const std::string& category, const std::string& unit,
                            const std::string& paper, Date date, PageFormat format) {
  std::string day = iso(date);
  std::erase(day, '-');
  std::string sort = category;  // its capitals are the user's
  std::erase_if(sort, [](char c) { return c == '/' || c == '_' || c == ' ' || c == '.'; });
  return (sort.empty() ? std::string{} : sort + "_") + short_name(unit) + "_" + paper_word(paper) +
         "_" + day + "." + extension_of(format);
}

Result<std::vector<std::string>> write_atlas(PictureMaker& maker, const Scene& scene, Level level,
                                             const AtlasOptions& options) {
  const Boundaries& boundaries = *maker.data().boundaries;
  if (boundaries.layer(level) == nullptr)
    return failure({N_("the boundaries ({0}) do not have the level \"{1}\""),
                    {boundaries.source, std::string(word_of(level))}},
                   {"--atlas", {}, {}, {}});
  const auto whole = page_format_of(options.output);
  const bool together = whole && (*whole == PageFormat::Pdf || *whole == PageFormat::Pptx);
  if (!together)
    if (Status made = make_folder(options.output); !made)
      return tl::make_unexpected(made.error());
  const Translator tr(maker.language());
  Scene shown = scene;
  shown.theme = ThemeName::Light;
  if (boundaries.layer(shown.level) == nullptr || shown.level < level)
    shown.level = level;
  const auto picture = maker.make(shown);
  if (!picture)
    return tl::make_unexpected(picture.error());
  const auto units = atlas_units(maker.cube(level), boundaries, shown.filter, tr);
  const auto shared = shared_names(units);
  Pages pages(options, together ? *whole : options.format, together,
              {picture->picture->title, maker.language(), options.date});
  for (const AtlasUnit& unit : units) {
    const AtlasPage page(*picture, *maker.data().dataset, unit,
                         members_of(boundaries, *boundaries.layer(shown.level), level, unit.code),
                         maker.language(), options.size);
    const std::string name =
        shared.contains(short_name(unit.name)) ? unit.name + " " + unit.code : unit.name;
    if (Status added = pages.add(page, unit.name,
                                 atlas_file_name(options.category, name, scene.page.format,
                                                 options.date, options.format));
        !added)
      return tl::make_unexpected(added.error());
  }
  if (together)
    if (Status saved = pages.finish(options.output); !saved)
      return tl::make_unexpected(saved.error());
  return std::move(pages).written();
}

}  // namespace malimap
