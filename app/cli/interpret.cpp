#include <fmt/format.h>

#include <array>
#include <cctype>

#include "app/cli/arguments.h"
#include "app/cli/checks.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

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

Status interpret_look(const Arguments& arguments, Options& options) {
  auto look = read_look(arguments);
  if (!look)
    return tl::make_unexpected(look.error());
  options.look = std::move(*look);
  apply_look(options.look, options.scene);
  take(arguments.scene, options.scene_name);
  for (const std::string& typed : arguments.outside_programme)
    for (std::string& unit : split(typed, ","))
      options.outside_programme.push_back(std::move(unit));
  return {};
}

Status interpret_format(const Arguments& arguments, TextFormat& format) {
  constexpr std::array kFormats{TextFormat::Table, TextFormat::Csv, TextFormat::Json};
  constexpr std::array<const char*, 3> kWords{"table", "csv", "json"};
  return choose<TextFormat>("--format", arguments.format, format, kFormats, [&](TextFormat value) {
    return kWords[static_cast<std::size_t>(value)];
  });
}

/// A workbook is what --format or the file's name asks for, and is no text for a terminal.
Status interpret_table(const Arguments& arguments, TextFormat& format, bool& workbook,
                       std::string& output) {
  take(arguments.output, output);
  workbook = arguments.format ? *arguments.format == "xlsx" : output.ends_with(".xlsx");
  if (workbook && output.empty())
    return wrong_option("--format", {N_("a workbook needs a file to be written to"), {}},
                        {N_("Add -o FILE.xlsx."), {}});
  if (workbook)
    return {};
  constexpr std::array<const char*, 4> kWords{"table", "csv", "json", "xlsx"};
  constexpr std::array kFormats{0, 1, 2, 3};
  int chosen = static_cast<int>(format);
  const Status status = choose<int>("--format", arguments.format, chosen, kFormats, [&](int value) {
    return kWords[static_cast<std::size_t>(value)];
  });
  format = static_cast<TextFormat>(chosen);
  return status;
}

Status interpret_gaps(const Arguments& arguments, GapsOptions& gaps) {
  gaps.by_sector = arguments.by_sector;
  gaps.planned = arguments.planned;
  Checks check;
  constexpr std::array kOrders{GapOrder::Usual, GapOrder::Shortfall, GapOrder::Load};
  check(choose<GapOrder>("--order", arguments.order, gaps.order, kOrders,
                         [](GapOrder order) { return word_of(order); }));
  check(number<std::size_t>("--top", arguments.top, gaps.top, 1, 1'000'000));
  check(interpret_table(arguments, gaps.format, gaps.workbook, gaps.output));
  return std::move(check).result();
}

Status interpret_size(const Arguments& arguments, RenderOptions& render) {
  if (arguments.size && arguments.page)
    return wrong_option("--page", {N_("not together with --size"), {}},
                        {N_("Give one of the two."), {}});
  if (Status status = number("--dpi", arguments.dpi, render.dpi, 30.0, 1200.0); !status)
    return status;
  if (!arguments.size && !arguments.page)
    return {};
  auto size = parse_page_size(arguments.page.value_or(arguments.size.value_or("")),
                              render.dpi.value_or(arguments.page ? 300 : 96));
  if (!size)
    return tl::make_unexpected(size.error());
  render.size = *size;
  return {};
}

/// What does not go together.
Status interpret_pages(const Arguments& arguments, RenderOptions& render) {
  constexpr std::array kTemplates{PageTemplate::Map, PageTemplate::Bulletin};
  constexpr std::array kLevels{Level::Region, Level::Cercle, Level::Commune};
  constexpr std::array kFormats{PageFormat::Pdf, PageFormat::Png, PageFormat::Svg,
                                PageFormat::Pptx};
  constexpr std::array<const char*, 4> kFormatWords{"png", "svg", "pdf", "pptx"};
  Checks check;
  check(choose<PageTemplate>(
      "--template", arguments.page_template, render.page_template, kTemplates,
      [](PageTemplate page) { return page == PageTemplate::Map ? "map" : "bulletin"; }));
  check(choose<Level>("--atlas", arguments.atlas, render.atlas, kLevels,
                      static_cast<std::string_view (*)(Level)>(word_of)));
  check(choose<PageFormat>(
      "--format", arguments.format, render.atlas_format, kFormats,
      [&](PageFormat format) { return kFormatWords[static_cast<std::size_t>(format)]; }));
  take(arguments.category, render.category);
  render.all_scenes = arguments.all_scenes;
  const bool bulletin = render.page_template == PageTemplate::Bulletin;
  if (render.all_scenes && (render.atlas || bulletin || arguments.scene))
    check(wrong_option("--all-scenes",
                       {N_("not together with {0}"),
                        {render.atlas ? "--atlas"
                         : bulletin   ? "--template"
                                      : "--scene"}},
                       {N_("Give one of the two."), {}}));
  if (render.atlas && bulletin)
    check(wrong_option("--atlas", {N_("not together with {0}"), {"--template"}},
                       {N_("Give one of the two."), {}}));
  if (!render.atlas && (arguments.format || arguments.category))
    check(wrong_option(arguments.format ? "--format" : "--category",
                       {N_("only together with --atlas"), {}}));
  return std::move(check).result();
}

/// An atlas goes into a folder unless the name is that of a document.
bool into_folder(const RenderOptions& render) {
  return render.atlas && !render.output.ends_with(".pdf") && !render.output.ends_with(".pptx");
}

Status interpret_render(const Arguments& arguments, RenderOptions& render) {
  if (!arguments.output || arguments.output->empty())
    return wrong_option("render", {N_("nowhere to write"), {}},
                        {N_("Add -o map.png, .svg, .pdf or .pptx."), {}});
  render.output = *arguments.output;
  if (Status status = interpret_pages(arguments, render); !status)
    return status;
  if (!into_folder(render))
    if (auto format = page_format_of(render.output); !format)
      return tl::make_unexpected(format.error());
  return interpret_size(arguments, render);
}

Status interpret_window_size(const Arguments& arguments, WindowOptions& window) {
  if (!arguments.size)
    return {};
  const std::vector<std::string> sides = split(*arguments.size, "x");
  const bool two = sides.size() == 2;
  if (two && number<int>("--size", sides[0], window.width, 320, 16384) &&
      number<int>("--size", sides[1], window.height, 240, 16384))
    return {};
  return wrong_option("--size", {N_("\"{0}\" is not a size such as 1280x800"), {*arguments.size}});
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
  const std::string level(word_of(options.level.value_or(Level::Region)));
  auto by = parse_group_by(split(arguments.by.value_or(level + ",fund"), ","));
  if (!by)
    return tl::make_unexpected(by.error());
  options.summarize.by = std::move(*by);
  return interpret_table(arguments, options.summarize.format, options.summarize.workbook,
                         options.summarize.output);
}

Status interpret_verb(const Arguments& arguments, Options& options) {
  switch (options.verb) {
    case Verb::Viewer:
      return interpret_window(arguments, options.window);
    case Verb::Render:
      return interpret_render(arguments, options.render);
    case Verb::Summarize:
      return interpret_summary(arguments, options);
    case Verb::Gaps:
      return interpret_gaps(arguments, options.gaps);
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
  options.language_given = arguments.language.has_value();
  Checks check;
  check(interpret_language(arguments));
  check(interpret_data(arguments, options));
  check(interpret_list(arguments, options.list));
  check(interpret_look(arguments, options));
  check(interpret_verb(arguments, options));
  if (Status status = std::move(check).result(); !status)
    return tl::make_unexpected(status.error());
  return options;
}

}  // namespace malimap
