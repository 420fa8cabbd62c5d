#include "app/cli/help.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/cli/arguments.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 27;  // of the descriptions

/// Columns that a text takes on a terminal: code points, which is right for French and English.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

/// The description behind the name, wrapped at blanks; below it when the name is too long.
std::string entry(const std::string& name, std::string_view description) {
  std::string text = "  " + name;
  std::size_t column = columns(text);
  auto new_line = [&] {
    text += "\n" + std::string(kIndent, ' ');
    column = kIndent;
  };
  if (column + 2 > kIndent)
    new_line();
  text += std::string(kIndent - column, ' ');
  column = kIndent;
  bool first = true;
  for (const std::string& word : split(description, " ")) {
    if (!first && column + 1 + columns(word) > kWidth) {
      new_line();
      first = true;
    }
    text += (first ? "" : " ") + word;
    column += columns(word) + (first ? 0 : 1);
    first = false;
  }
  return text + "\n";
}

std::string option_name(const CLI::Option& option) {
  if (option.nonpositional() == false)
    return option.get_type_name() + "...";
  std::string name;
  for (const auto& letter : option.get_snames())
    name += "-" + letter + ", ";
  for (const auto& word : option.get_lnames())
    name += "--" + word;
  if (option.get_items_expected_max() > 0)
    name += " " + option.get_type_name();
  return name;
}

/// "Options:", without the blank that a text after the colon would want.
std::string heading(std::string_view text, const Translator& tr) {
  std::string line = std::string(text) + tr(": ");
  while (line.ends_with(' '))
    line.pop_back();
  return line + "\n";
}

std::string options_text(const CLI::App& app, const Translator& tr) {
  std::string text, group;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() != group) {
      group = option->get_group();
      text += "\n" + heading(group, tr);
    }
    text += entry(option_name(*option), option->get_description());
  }
  return text;
}

std::string usage_text(Verb verb, const Translator& tr) {
  switch (verb) {
    case Verb::Viewer:
      return tr(
          N_("malimap [OPTIONS] [FILE...]       opens the map in a window\n"
             "malimap VERB [OPTIONS] [FILE...]  works without a window"));
    case Verb::Render:
      return tr(N_("malimap render -o FILE [OPTIONS] [FILE...]"));
    case Verb::Summarize:
      return tr(N_("malimap summarize [OPTIONS] [FILE...]"));
    case Verb::Check:
      return tr(N_("malimap check [OPTIONS] [FILE...]"));
    case Verb::Gaps:
      return tr(N_("malimap gaps [OPTIONS] [FILE...]"));
  }
  return {};
}

const char* examples(Verb verb) {
  switch (verb) {
    case Verb::Viewer:
      return "malimap\n"
             "malimap espace.json --scene Mopti\n"
             "malimap --measure projects-per-100k --filter fund=QIP\n"
             "malimap --boundaries cercles.geojson --level cercle\n"
             "malimap --projects projets.csv";
    case Verb::Render:
      return "malimap render -o mali.png\n"
             "malimap render --filter fund=QIP --page A4 -o mali.pdf\n"
             "malimap render --map-type pies --by fund -o fonds.svg\n"
             "malimap render espace.json --all-scenes -o reunion.pptx\n"
             "malimap render --template bulletin -o apercu.pdf\n"
             "malimap render --atlas region -o atlas";
    case Verb::Summarize:
      return "malimap summarize --by region,fund --format json\n"
             "malimap summarize --projects projets.csv --by cercle --format csv";
    case Verb::Check:
      return "malimap check\n"
             "malimap check projets.csv --format csv --rows";
    case Verb::Gaps:
      return "malimap gaps --filter fund=QIP\n"
             "malimap gaps 3w.xlsx --boundaries cercles.geojson --level cercle\n"
             "  --need \"besoins.csv:In Need\" --aid partners --by-sector -o ou-aller.xlsx\n"
             "malimap gaps projets.csv --plan Bankass,sector=Eau,budget=50000";
  }
  return "";
}

std::string indented(std::string_view lines) {
  std::string text;
  for (const std::string& line : split(lines, "\n"))
    text += "  " + line + "\n";
  return text;
}

}  // namespace

std::string help_of(const CLI::App& app, Verb verb, const Translator& tr) {
  std::string text =
      verb == Verb::Viewer
          ? tr(N_("Malimap shows how many projects each region of Mali has and what they cost."))
          : "malimap " + app.get_name() + tr(": ") + app.get_description();
  text += "\n\n" + heading(tr(N_("Usage")), tr) + indented(usage_text(verb, tr));
  if (verb == Verb::Viewer) {
    text += "\n" + heading(tr(N_("Verbs")), tr);
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
      text += entry(sub->get_name(), sub->get_description());
    text += std::string("  ") + tr(N_("malimap VERB --help shows the options of a verb.")) + "\n";
  }
  text += options_text(app, tr);
  text += "\n" + heading(tr(N_("Examples")), tr) + indented(examples(verb));
  text += std::string("\n") +
          tr(N_("Exit status: 0 done; 1 done, problems found and reported (check); 2 wrong use or\n"
                "unreadable input, with one line on the standard error."));
  return text + "\n";
}

std::string version_text() {
  return "malimap " MALIMAP_VERSION "\n";
}

}  // namespace malimap
