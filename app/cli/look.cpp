#include "app/cli/look.h"

#include <algorithm>
#include <array>
#include <functional>

#include "app/cli/checks.h"
#include "geo/base/text.h"
#include "geo/map/palettes.h"
#include "geo/map/scene_json.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

template <class T>
struct Hideable {
  const char* word;
  bool T::*shown;
};
constexpr std::array kOnPage{
    Hideable<PageSettings>{"legend", &PageSettings::legend},
    Hideable<PageSettings>{"scale-bar", &PageSettings::scale_bar},
    Hideable<PageSettings>{"north-arrow", &PageSettings::north_arrow},
    Hideable<PageSettings>{"locator", &PageSettings::locator},
    Hideable<PageSettings>{"key-figures", &PageSettings::key_figures},
    Hideable<PageSettings>{"sources", &PageSettings::sources},
};
constexpr std::array kOnMap{
    Hideable<LayerSwitches>{"neighbours", &LayerSwitches::neighbours},
    Hideable<LayerSwitches>{"rivers", &LayerSwitches::rivers},
    Hideable<LayerSwitches>{"towns", &LayerSwitches::towns},
    Hideable<LayerSwitches>{"labels", &LayerSwitches::labels},
    Hideable<LayerSwitches>{"markers", &LayerSwitches::markers},
};

constexpr std::array kDimensions{Dimension::Fund, Dimension::Sector, Dimension::Status,
                                 Dimension::Donor, Dimension::Partner};
constexpr std::array kThemes{ThemeName::Light, ThemeName::Dark};
constexpr std::array kPaletteKinds{PaletteKind::Sequential, PaletteKind::Diverging,
                                   PaletteKind::Categorical, PaletteKind::Bivariate};

template <class T>
auto words() {
  return static_cast<std::string_view (*)(T)>(word_of);
}

std::vector<std::string> palettes_of(PaletteKind kind) {
  std::vector<std::string> names;
  for (const auto& palette : palette_names(kind))
    names.push_back(palette.name);
  return names;
}

Status read_words(const Arguments& arguments, Look& look) {
  std::vector<std::string> palettes;
  for (const PaletteKind kind : kPaletteKinds)
    for (auto& name : palettes_of(kind))
      palettes.push_back(std::move(name));
  Checks check;
  check(choose<MapType>("--map-type", arguments.map_type, look.type, all_map_types(),
                        words<MapType>()));
  check(choose<Measure>("--measure", arguments.measure, look.measure, all_measures(),
                        words<Measure>()));
  check(
      choose<Measure>("--second", arguments.second, look.second, all_measures(), words<Measure>()));
  if (arguments.verb != Verb::Summarize)  // there --by is a list of its own
    check(choose<Dimension>("--by", arguments.by, look.by, kDimensions, dimension_word));
  check(choose<ClassMethod>("--method", arguments.method, look.method, all_class_methods(),
                            words<ClassMethod>()));
  check(
      choose<std::string>("--palette", arguments.palette, look.palette, palettes, std::identity{}));
  check(choose<ThemeName>("--theme", arguments.theme, look.theme, kThemes,
                          [](ThemeName t) { return t == ThemeName::Light ? "light" : "dark"; }));
  return std::move(check).result();
}

Status read_breaks(const Typed& typed, Look& look) {
  if (!typed)
    return {};
  std::vector<double> breaks;
  std::vector<std::string> texts = split(*typed, ",");
  if (texts.empty())
    texts.emplace_back();
  for (const std::string& text : texts) {
    const auto value = number_in<double>(trim(text));
    if (!value || (!breaks.empty() && *value <= breaks.back()))
      return wrong_option(
          "--breaks", {N_("\"{0}\" is no list of ascending numbers"), {*typed}},
          {N_("Write them like 10,20,30: where a class ends and the next begins."), {}});
    breaks.push_back(*value);
  }
  if (breaks.size() >= static_cast<std::size_t>(kMostClasses))
    return wrong_option("--breaks",
                        {N_("{0} breaks make more than {1} classes"),
                         {std::to_string(breaks.size()), std::to_string(kMostClasses)}});
  if (look.method && *look.method != ClassMethod::Manual)
    return wrong_option(
        "--breaks", {N_("not together with --method {0}"), {std::string(word_of(*look.method))}},
        {N_("Give one of the two."), {}});
  look.breaks = std::move(breaks);
  return {};
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

/// "roads.gpkg,#aa5500,2": file, colour, width; file names may hold commas themselves.
Result<ContextFile> read_context(const std::string& typed) {
  ContextFile file;
  file.path = typed;
  const auto last_part = [&]() -> std::string {
    const auto comma = file.path.rfind(',');
    return comma == std::string::npos ? "" : std::string(trim(file.path.substr(comma + 1)));
  };
  const auto cut = [&] { file.path.erase(file.path.rfind(',')); };
  if (const auto width = number_in<double>(last_part())) {
    if (!(*width > 0 && *width <= 50))
      return wrong_option(
          "--context", {N_("\"{0}\" is not a number from {1} to {2}"), {last_part(), "0", "50"}});
    file.width_dp = *width;
    cut();
  }
  if (const std::string colour = last_part(); colour.starts_with('#')) {
    if (!is_colour(colour))
      return wrong_option("--context", {N_("\"{0}\" is no colour such as #aa5500"), {colour}});
    file.colour = colour;
    cut();
  }
  if (file.path.empty())
    return wrong_option("--context", {N_("its value is missing"), {}});
  return file;
}

Status read_hidden(const Arguments& arguments, Look& look) {
  const auto known = hideable();
  for (const std::string& typed : arguments.hide)
    for (const std::string& part : split(typed, ",")) {
      const std::string word(trim(part));
      if (std::find(known.begin(), known.end(), word) == known.end())
        return wrong_option("--hide", {N_("unknown value \"{0}\""), {word}},
                            suggestion(word, known));
      look.hidden.push_back(word);
    }
  return {};
}

Status read_page(const Arguments& arguments, Look& look) {
  if (!arguments.page)
    return {};
  if (auto size = parse_page_size(*arguments.page, 96); !size) {
    Error error = size.error();
    error.where.file = "--page";
    return tl::make_unexpected(std::move(error));
  }
  look.page = *arguments.page;
  return {};
}

void hide(const std::string& word, Scene& scene) {
  for (const auto& one : kOnPage)
    if (one.word == word)
      scene.page.*one.shown = false;
  for (const auto& one : kOnMap)
    if (one.word == word)
      scene.layers.*one.shown = false;
}

void put(const auto& said, auto& target) {
  if (said)
    target = *said;
}

}  // namespace

std::vector<std::string> hideable() {
  std::vector<std::string> words;
  for (const auto& one : kOnPage)
    words.emplace_back(one.word);
  for (const auto& one : kOnMap)
    words.emplace_back(one.word);
  return words;
}

Result<Look> read_look(const Arguments& arguments) {
  Look look;
  look.title = arguments.title;
  look.subtitle = arguments.subtitle;
  look.disclaimer = arguments.disclaimer;
  look.projection = arguments.projection;
  look.table = arguments.table;
  Checks check;
  check(read_words(arguments, look));
  if (arguments.need)
    look.need = parse_need(*arguments.need);
  constexpr std::array kAids{Aid::Projects, Aid::Budget, Aid::Partners};
  check(choose<Aid>("--aid", arguments.aid, look.aid, kAids, words<Aid>()));
  check(number("--beyond", arguments.beyond, look.beyond_km, 0.1, 5000.0));
  check(number("--middle", arguments.middle, look.middle, -1e15, 1e15));
  check(number("--classes", arguments.classes, look.classes, kFewestClasses, kMostClasses));
  check(read_breaks(arguments.breaks, look));
  for (const std::string& typed : arguments.context) {
    auto file = read_context(typed);
    if (!file)
      return tl::make_unexpected(file.error());
    look.context.push_back(std::move(*file));
  }
  check(read_hidden(arguments, look));
  check(read_page(arguments, look));
  if (Status status = std::move(check).result(); !status)
    return tl::make_unexpected(status.error());
  return look;
}

void apply_look(const Look& look, Scene& scene) {
  const auto kind = palette_kind_of(scene.type);
  put(look.type, scene.type);
  if (palette_kind_of(scene.type) != kind)
    scene.palette.clear();
  put(look.measure, scene.measure);
  put(look.second, scene.second);
  put(look.by, scene.by);
  if (look.middle)
    scene.middle = look.middle;
  if (look.method || look.classes)
    scene.classing.keep = false;
  put(look.method, scene.classing.method);
  put(look.classes, scene.classing.count);
  if (look.breaks) {
    scene.classing.method = ClassMethod::Manual;
    scene.classing.breaks = *look.breaks;
    scene.classing.count = static_cast<int>(
        std::clamp<std::size_t>(look.breaks->size() + 1, kFewestClasses, kMostClasses));
  }
  put(look.palette, scene.palette);
  if (look.projection && *look.projection != scene.projection) {
    scene.projection = *look.projection;
    scene.camera.reset();  // it means another plane
  }
  put(look.theme, scene.theme);
  put(look.title, scene.title);
  put(look.subtitle, scene.page.subtitle);
  put(look.disclaimer, scene.page.disclaimer);
  put(look.page, scene.page.format);
  scene.context.insert(scene.context.end(), look.context.begin(), look.context.end());
  for (const std::string& word : look.hidden)
    hide(word, scene);
  scene.page.table |= look.table;
  put(look.need, scene.gaps.need);
  put(look.aid, scene.gaps.aid);
  put(look.beyond_km, scene.gaps.beyond_km);
}

Status check_look(const Look& look, const Scene& scene) {
  const auto palettes = palettes_of(palette_kind_of(scene.type));
  if (look.palette && std::find(palettes.begin(), palettes.end(), scene.palette) == palettes.end())
    return wrong_option("--palette",
                        {N_("\"{0}\" is no palette for the map type \"{1}\""),
                         {scene.palette, std::string(word_of(scene.type))}},
                        suggestion(scene.palette, palettes));
  if (look.method == ClassMethod::Manual && scene.classing.breaks.empty())
    return wrong_option("--method", {N_("\"manual\" needs breaks"), {}},
                        {N_("Add --breaks 10,20,30."), {}});
  return {};
}

}  // namespace malimap
