#include "app/cli/options.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/cli/arguments.h"
#include "app/cli/help.h"
#include "app/cli/suggest.h"

namespace malimap {
namespace {

Error wrong_use(std::string what_typed, Message what, Message remedy = {}) {
  return {std::move(what),
          {.file = std::move(what_typed), .sheet = {}, .row = {}, .column = {}},
          std::move(remedy)};
}

/// The app of the verb that was called, or the whole program.
const CLI::App& called(const CLI::App& app) {
  const auto subcommands = app.get_subcommands();
  return subcommands.empty() ? app : *subcommands.front();
}

/// What no option took: "--filtre=x" without its value.
std::optional<Error> unknown_option(const CLI::App& app) {
  for (const CLI::App* place : {&app, &called(app)}) {
    const auto known = long_options(*place);
    for (const std::string& extra : place->remaining()) {
      const std::string name = extra.substr(0, extra.find('='));
      Message remedy{N_("malimap --help lists the options."), {}};
      if (auto near = nearest(name, known))
        remedy = {N_("Did you mean {0}?"), {*near}};
      return wrong_use(name, {N_("unknown option"), {}}, std::move(remedy));
    }
  }
  return std::nullopt;
}

/// "malimap sumarize" would otherwise be a file that is not there.
std::optional<Error> mistyped_verb(const Arguments& arguments) {
  if (arguments.verb != Verb::Viewer || arguments.files.empty())
    return std::nullopt;
  const std::string& word = arguments.files.front();
  std::error_code ignored;
  const auto near = nearest(word, verb_words());
  if (!near || std::filesystem::exists(word, ignored))
    return std::nullopt;
  return wrong_use(word, {N_("neither a verb nor a file"), {}}, {N_("Did you mean {0}?"), {*near}});
}

/// CLI11 takes the word behind an option as its value whatever it looks like.
std::optional<Error> option_as_value(int argc, const char* const* argv, const CLI::App& app) {
  const auto known = long_options(called(app));
  auto is_known = [&](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  };
  for (int i = 1; i + 1 < argc; ++i) {
    if (!is_known(argv[i]) || !is_known(argv[i + 1]))
      continue;
    const CLI::Option* option = called(app).get_option_no_throw(argv[i]);
    if (option != nullptr && option->get_items_expected_max() > 0)
      return wrong_use(argv[i], {N_("its value is missing"), {}});
  }
  return std::nullopt;
}

/// With our declarations CLI11 itself complains of one thing only: an option at the end without its
/// value.
Error translated(const CLI::ParseError& error) {
  const std::string text = error.what();
  std::string option = text.substr(0, text.find(':'));
  if (const auto comma = option.rfind(','); comma != std::string::npos)
    option = option.substr(comma + 1);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return wrong_use(option, {N_("its value is missing"), {}});
  return wrong_use(option, {N_("not understood"), {}},
                   {N_("malimap --help lists the options."), {}});
}

}  // namespace

std::string_view word_of(Verb verb) {
  switch (verb) {
    case Verb::Render:
      return "render";
    case Verb::Summarize:
      return "summarize";
    case Verb::Check:
      return "check";
    case Verb::Gaps:
      return "gaps";
    case Verb::Viewer:
      break;
  }
  return "";
}

Language language_of(int argc, const char* const* argv) {
  Language language = Language::French;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view value;
    if (word == "--lang" && i + 1 < argc)
      value = argv[i + 1];
    else if (word.starts_with("--lang="))
      value = word.substr(std::string_view("--lang=").size());
    if (value == "en")
      language = Language::English;
    else if (value == "fr")
      language = Language::French;
  }
  return language;
}

Result<Options> parse_options(int argc, const char* const* argv) {
  const Language language = language_of(argc, argv);
  const Translator tr(language);
  Arguments arguments;
  CLI::App app;
  declare(app, arguments, tr);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tl::make_unexpected(translated(error));
  }
  if (arguments.help || arguments.version) {
    Options options;
    options.language = language;
    options.answer = arguments.help ? help_of(called(app), arguments.verb, tr) : version_text();
    return options;
  }
  if (auto error = option_as_value(argc, argv, app))
    return tl::make_unexpected(std::move(*error));
  if (auto error = unknown_option(app))
    return tl::make_unexpected(std::move(*error));
  if (auto error = mistyped_verb(arguments))
    return tl::make_unexpected(std::move(*error));
  return interpret(arguments, language);
}

}  // namespace malimap
