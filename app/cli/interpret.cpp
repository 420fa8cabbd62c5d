#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <functional>

#include "app/cli/arguments.h"
#include "app/cli/suggest.h"
#include "geo/base/text.h"
#include "geo/coverage/measure.h"
#include "geo/map/palettes.h"

namespace malimap {
namespace {

Status fail(const char* option, Message what, Message remedy = {}) {
  return failure(std::move(what), {.file = option, .sheet = {}, .row = {}, .column = {}},
                 std::move(remedy));
}

/// An option whose value is one of some words.
template <class T>
Status choose(const char* option, const Typed& typed, T& target, std::span<const T> values,
              auto word) {
  if (!typed)
    return {};
  std::vector<std::string> words;
  for (const T& value : values) {
    words.emplace_back(word(value));
    if (words.back() == *typed) {
      target = value;
      return {};
    }
  }
  return fail(option, {N_("unknown value \"{0}\""), {*typed}}, suggestion(*typed, words));
}

/// An option whose value is a number within bounds (both included).
template <class T>
Status number(const char* option, const Typed& typed, T& target, T low, T high) {
  if (!typed)
    return {};
  T value{};
  const char* end = typed->data() + typed->size();
  const auto [stop, error] = std::from_chars(typed->data(), end, value);
  if (error == std::errc{} && stop == end && value >= low && value <= high) {
    target = value;
    return {};
  }
  return fail(option, {N_("\"{0}\" is not a number from {1} to {2}"),
                       {*typed, fmt::format("{}", low), fmt::format("{}", high)}});
}

/// The first error of several checks, in the order in which they were made.
class Checks {
 public:
  void operator()(Status status) {
    if (first_ && !status)
      first_ = std::move(status);
  }
  [[nodiscard]] Status result() && { return std::move(first_); }

 private:
  Status first_;
};

void take(const Typed& typed, std::string& target) {
  if (typed)
    target = *typed;
}

Status interpret_language(const Arguments& arguments) {
  constexpr std::array kLanguages{Language::French, Language::English};
  Language ignored = Language::French;  // language_of() has already decided
  return choose<Language>("--lang", arguments.language, ignored, kLanguages, code_of);
}

Status interpret_data(const Arguments& arguments, Options& options) {
  options.files = arguments.files;
  options.boundaries = arguments.boundaries;
  options.projects = arguments.projects;
  options.filters = arguments.filters;
  take(arguments.pcode_column, options.boundary.pcode_column);
  take(arguments.name_column, options.boundary.name_column);
  take(arguments.parent_column, options.boundary.parent_column);
  take(arguments.layer, options.boundary.layer);
  if (!arguments.level)
    return {};
  constexpr std::array kLevels{Level::Region, Level::Cercle, Level::Commune};
  Level level = Level::Region;
  Status status = choose<Level>("--level", arguments.level, level, kLevels,
                                static_cast<std::string_view (*)(Level)>(word_of));
  if (status)
    options.level = level;
  return status;
}

Status interpret_list(const Arguments& arguments, ListOptions& list) {
  take(arguments.sheet, list.sheet);
  take(arguments.currency, list.currency);
  take(arguments.rates, list.rates);
  take(arguments.gazetteer, list.gazetteer);
  take(arguments.crosswalk, list.crosswalk);
  take(arguments.workspace, list.workspace);
  for (char& c : list.currency)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  Checks check;
  for (const auto& expression : arguments.maps)
    check(add_to_mapping(list.mapping, expression));
  constexpr std::array kCounts{false, true};
  check(choose<bool>("--count", arguments.count, list.count_rows, kCounts,
                     [](bool rows) { return rows ? "rows" : "projects"; }));
  return std::move(check).result();
}

Status interpret_look(const Arguments& arguments, Scene& scene) {
  constexpr std::array kThemes{ThemeName::Light, ThemeName::Dark};
  auto theme_word = [](ThemeName theme) { return theme == ThemeName::Light ? "light" : "dark"; };
  take(arguments.title, scene.title);
  Checks check;
  check(choose<Measure>("--measure", arguments.measure, scene.measure, all_measures(),
                        static_cast<std::string_view (*)(Measure)>(word_of)));
  std::vector<std::string> palettes;
  for (const auto& palette : palette_names())
    palettes.push_back(palette.name);
  check(choose<std::string>("--palette", arguments.palette, scene.palette, palettes,
                            std::identity{}));
  check(number("--classes", arguments.classes, scene.classing.count, kFewestClasses, kMostClasses));
  check(choose<ThemeName>("--theme", arguments.theme, scene.theme, kThemes, theme_word));
  return std::move(check).result();
}

Status interpret_format(const Arguments& arguments, TextFormat& format) {
  constexpr std::array kFormats{TextFormat::Table, TextFormat::Csv, TextFormat::Json};
  constexpr std::array<const char*, 3> kWords{"table", "csv", "json"};
  return choose<TextFormat>("--format", arguments.format, format, kFormats, [&](TextFormat value) {
    return kWords[static_cast<std::size_t>(value)];
  });
}

Status interpret_page(const Arguments& arguments, RenderOptions& render) {
  if (!arguments.output || arguments.output->empty())
    return fail("render", {N_("nowhere to write"), {}}, {N_("Add -o map.png, .svg or .pdf."), {}});
  render.output = *arguments.output;
  if (auto format = page_format_of(render.output); !format)
    return tl::make_unexpected(format.error());
  if (arguments.size && arguments.page)
    return fail("--page", {N_("not together with --size"), {}}, {N_("Give one of the two."), {}});
  double dpi = arguments.page ? 300 : 96;
  if (Status status = number("--dpi", arguments.dpi, dpi, 30.0, 1200.0); !status)
    return status;
  const std::string typed = arguments.page.value_or(arguments.size.value_or("1600x1000"));
  auto size = parse_page_size(typed, dpi);
  if (!size)
    return tl::make_unexpected(size.error());
  render.size = *size;
  return {};
}

Status interpret_window_size(const Arguments& arguments, WindowOptions& window) {
  if (!arguments.size)
    return {};
  const std::vector<std::string> sides = split(*arguments.size, "x");
  const bool two = sides.size() == 2;
  if (two && number("--size", sides[0], window.width, 320, 16384) &&
      number("--size", sides[1], window.height, 240, 16384))
    return {};
  return fail("--size", {N_("\"{0}\" is not a size such as 1280x800"), {*arguments.size}});
}

Status interpret_window(const Arguments& arguments, WindowOptions& window) {
  take(arguments.screenshot, window.screenshot);
  take(arguments.probe, window.probe);
  window.timing = arguments.timing;
  Checks check;
  check(interpret_window_size(arguments, window));
  double scale = 1;
  check(number("--scale", arguments.scale, scale, 0.5, 8.0));
  if (arguments.scale)
    window.scale = scale;
  check(number("--bench-pan", arguments.bench, window.bench_pan_frames, 1, 100000));
  return std::move(check).result();
}

Status interpret_summary(const Arguments& arguments, Options& options) {
  take(arguments.output, options.summarize.output);
  const std::string level(word_of(options.level.value_or(Level::Region)));
  auto by = parse_group_by(split(arguments.by.value_or(level + ",fund"), ","));
  if (!by)
    return tl::make_unexpected(by.error());
  options.summarize.by = std::move(*by);
  return interpret_format(arguments, options.summarize.format);
}

Status interpret_verb(const Arguments& arguments, Options& options) {
  switch (options.verb) {
    case Verb::Viewer:
      return interpret_window(arguments, options.window);
    case Verb::Render:
      return interpret_page(arguments, options.render);
    case Verb::Summarize:
      return interpret_summary(arguments, options);
    case Verb::Check:
      options.check.all_rows = arguments.all_rows;
      take(arguments.key_figures, options.check.key_figures);
      return interpret_format(arguments, options.check.format);
  }
  return {};
}

}  // namespace

Result<Options> interpret(const Arguments& arguments, Language language) {
  Options options;
  options.verb = arguments.verb;
  options.language = language;
  Checks check;
  check(interpret_language(arguments));
  check(interpret_data(arguments, options));
  check(interpret_list(arguments, options.list));
  check(interpret_look(arguments, options.scene));
  check(interpret_verb(arguments, options));
  if (Status status = std::move(check).result(); !status)
    return tl::make_unexpected(status.error());
  return options;
}

}  // namespace malimap
