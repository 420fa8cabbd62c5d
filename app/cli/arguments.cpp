#include "app/cli/arguments.h"

#include <CLI/CLI.hpp>

namespace malimap {
namespace {

/// Options are declared on one app after the other (the call without a verb, and each verb), all
/// filling the same arguments.
class Declarer {
 public:
  Declarer(CLI::App& app, const Translator& tr) : app_(app), tr_(tr) {}

  void group(const char* msgid) { group_ = tr_(msgid); }

  void value(const char* names, Typed& target, const char* type, const char* msgid) {
    app_.add_option(names, target, tr_(msgid))->type_name(tr_(type))->take_last()->group(group_);
  }

  void values(const char* names, std::vector<std::string>& target, const char* type,
              const char* msgid) {
    // Appended, so that an option before the verb and one behind it both count.
    auto append = [&target](const std::vector<std::string>& texts) {
      target.insert(target.end(), texts.begin(), texts.end());
    };
    app_.add_option_function<std::vector<std::string>>(names, append, tr_(msgid))
        ->type_name(tr_(type))
        ->allow_extra_args(names[0] != '-')
        ->group(group_);
  }

  void flag(const char* names, bool& target, const char* msgid) {
    auto set = [&target](std::int64_t) { target = true; };
    app_.add_flag_function(names, set, tr_(msgid))->group(group_);
  }

 private:
  CLI::App& app_;
  const Translator& tr_;
  std::string group_;
};

void declare_sources(Declarer& add, Arguments& arguments) {
  add.group(N_("Data"));
  add.values("files", arguments.files, N_("FILE"),
             N_("boundaries, project lists or a workspace, recognised by their content"));
  add.values(
      "--boundaries", arguments.boundaries, N_("FILE"),
      N_("boundaries, in any vector format that GDAL reads, or their https address (repeated "
         "for files of different levels)"));
  add.values("--projects", arguments.projects, N_("FILE"), N_("a project list (may be repeated)"));
  add.value("--level", arguments.level, N_("LEVEL"), N_("region, cercle or commune"));
  add.values(
      "--filter", arguments.filters, N_("EXPRESSION"),
      N_("fund=QIP,TF, sector=..., status=..., budget=10000..50000, start=2016..2017, text=... "
         "(may be repeated)"));
  add.group(N_("Project lists"));
  add.value("--sheet", arguments.sheet, N_("NAME"), N_("sheet of a workbook, table of a database"));
  add.values("--map", arguments.maps, N_("ROLE=COLUMN"),
             N_("which column holds what: budget=\"Coût total\"; \"budget=\" for none (may be "
                "repeated)"));
  add.value("--currency", arguments.currency, N_("CODE"),
            N_("currency of amounts that name none (USD)"));
  add.value("--rates", arguments.rates, N_("FILE"),
            N_("rates: a table of currency and US dollars for one unit"));
  add.value("--gazetteer", arguments.gazetteer, N_("FILE"),
            N_("towns and villages with their positions (GeoNames, or a table)"));
  add.value("--crosswalk", arguments.crosswalk, N_("FILE"),
            N_("units of other divisions of the country, beside those that ship"));
  add.value("--workspace", arguments.workspace, N_("FILE"),
            N_("file that keeps columns, answers and rates"));
  add.value("--count", arguments.count, N_("WHAT"),
            N_("projects (default) or rows, where several rows share a project's code"));
  add.group(N_("Columns of the boundary file"));
  add.value("--pcode-column", arguments.pcode_column, N_("NAME"), N_("column of the P-codes"));
  add.value("--name-column", arguments.name_column, N_("NAME"), N_("column of the names"));
  add.value("--parent-column", arguments.parent_column, N_("NAME"),
            N_("column of the P-codes of the level above"));
  add.value("--layer", arguments.layer, N_("NAME"), N_("layer of a file that holds several"));
}

/// What the measures of gaps hold against what.
void declare_need(Declarer& add, Arguments& arguments) {
  add.group(N_("Coverage against need"));
  add.value("--need", arguments.need, N_("NEED"),
            N_("what coverage is held against: population (default), area, or FILE:COLUMN of your "
               "own, joined by P-code or name"));
  add.value("--aid", arguments.aid, N_("WHAT"),
            N_("what counts as coverage: projects (default), budget or partners"));
  add.value("--beyond", arguments.beyond, N_("KM"), N_("how far from any project is far (25)"));
}

void declare_look(Declarer& add, Arguments& arguments) {
  add.group(N_("Map"));
  add.value("--scene", arguments.scene, N_("NAME"), N_("a scene of the workspace"));
  add.value("--map-type", arguments.map_type, N_("TYPE"),
            N_("choropleth (default), diverging, dominant, bivariate, symbols, pies, bars, dots or "
               "places"));
  add.value("--measure", arguments.measure, N_("NAME"),
            N_("what the map shows: projects, budget, projects-per-100k, budget-per-head, ..."));
  add.value("--by", arguments.by, N_("DIMENSION"),
            N_("what pies, bars, dots and colours of categories divide: fund (default), sector, "
               "status, donor or partner"));
  add.value("--second", arguments.second, N_("NAME"),
            N_("the second measure of a bivariate map (population-density)"));
  add.value("--middle", arguments.middle, N_("NUMBER"),
            N_("middle of a diverging map; without it the country's value"));
  add.value(
      "--method", arguments.method, N_("NAME"),
      N_("classes: natural (default), equal, quantile, pretty, head-tail, std-dev or manual"));
  add.value("--breaks", arguments.breaks, N_("LIST"),
            N_("classes by hand: 10,20,30 are where they meet"));
  add.value("--classes", arguments.classes, N_("N"), N_("number of classes, 3 to 9"));
  add.value("--palette", arguments.palette, N_("NAME"), N_("colours of the classes"));
  add.value("--theme", arguments.theme, N_("NAME"), N_("light or dark"));
  add.value("--projection", arguments.projection, N_("NAME"),
            N_("utm, web-mercator or EPSG:32630; without it equal areas"));
  add.values("--context", arguments.context, N_("FILE[,COLOUR[,WIDTH]]"),
             N_("a layer of your own under the figures: roads.gpkg,#aa5500,2 (may be repeated)"));
  add.values("--outside-programme", arguments.outside_programme, N_("LIST"),
             N_("units where the programme does not work, by code or name (may be repeated)"));
  declare_need(add, arguments);
  add.group(N_("Page"));
  add.value("--page", arguments.page, N_("FORMAT"),
            N_("paper instead of pixels: A4, A4-portrait, A3, 16:9, 200x150mm"));
  add.value("--title", arguments.title, N_("TEXT"), N_("title of the map"));
  add.value("--subtitle", arguments.subtitle, N_("TEXT"), N_("line under the title"));
  add.value("--disclaimer", arguments.disclaimer, N_("TEXT"),
            N_("text at the foot, instead of the United Nations' own"));
  add.values(
      "--hide", arguments.hide, N_("LIST"),
      N_("legend, scale-bar, north-arrow, locator, key-figures, sources, neighbours, rivers, "
         "towns, labels, markers (may be repeated)"));
  add.flag("--table", arguments.table, N_("the figures as a table on the page"));
}

void declare_general(Declarer& add, Arguments& arguments) {
  add.group(N_("General"));
  add.value("--lang", arguments.language, N_("LANGUAGE"), N_("language: fr (default) or en"));
  add.flag("-h,--help", arguments.help, N_("show this help"));
  add.flag("--version", arguments.version, N_("show the version"));
}

void declare_viewer(Declarer& add, Arguments& arguments) {
  add.group(N_("Window"));
  add.value("--size", arguments.size, N_("WIDTHxHEIGHT"),
            N_("size of the window in pixels (1280x800)"));
  add.value("--scale", arguments.scale, N_("FACTOR"),
            N_("size of text and lines; without it the screen's"));
  add.value("--screenshot", arguments.screenshot, N_("FILE"),
            N_("write the first complete picture to this PNG and end"));
  add.value("--probe", arguments.probe, N_("FILE"),
            N_("write the state as JSON whenever it changed (for tests)"));
  add.flag("--timing", arguments.timing, N_("say when the first complete map stood"));
  add.value("--bench-pan", arguments.bench, N_("N"),
            N_("pan for N frames, print their times and end"));
}

void declare_render(Declarer& add, Arguments& arguments) {
  add.group(N_("Output"));
  add.value("-o,--output", arguments.output, N_("FILE"),
            N_("where to write: .png, .svg, .pdf or .pptx; a folder for an atlas"));
  add.value("--size", arguments.size, N_("WIDTHxHEIGHT"),
            N_("size of the picture in pixels (1600x1000)"));
  add.value("--dpi", arguments.dpi, N_("N"), N_("pixels per inch (96; on paper 300)"));
  add.flag("--all-scenes", arguments.all_scenes,
           N_("every scene of the workspace: pages of a .pdf or .pptx, or numbered pictures"));
  add.value("--template", arguments.page_template, N_("NAME"),
            N_("map (default) or bulletin: the overview with figures by region, fund and sector"));
  add.value("--atlas", arguments.atlas, N_("LEVEL"),
            N_("a page for each region, cercle or commune, into a folder"));
  add.value("--format", arguments.format, N_("FORMAT"),
            N_("of an atlas in a folder: pdf (default), png, svg or pptx"));
  add.value("--category", arguments.category, N_("WORD"),
            N_("beginning of an atlas' file names (3W)"));
}

void declare_summarize(Declarer& add, Arguments& arguments) {
  add.group(N_("Table"));
  add.value("--by", arguments.by, N_("LIST"),
            N_("what the rows are: region,fund (default), region, fund, ..."));
  add.value("--format", arguments.format, N_("FORMAT"), N_("table (default), csv, json or xlsx"));
  add.value("-o,--output", arguments.output, N_("FILE"),
            N_("where to write instead of the standard output; .xlsx makes a workbook"));
}

void declare_check(Declarer& add, Arguments& arguments) {
  add.group(N_("Report"));
  add.value("--format", arguments.format, N_("FORMAT"), N_("table (default), csv or json"));
  add.value(
      "--key-figures", arguments.key_figures, N_("FILE"),
      N_("sums that the list should come to: a table of fund, region, ..., projects, budget"));
  add.flag("--rows", arguments.all_rows, N_("every row, not only the first of each kind"));
}

void declare_gaps(Declarer& add, Arguments& arguments) {
  declare_need(add, arguments);
  add.flag("--by-sector", arguments.by_sector,
           N_("each unit in each sector, instead of each unit"));
  add.values("--plan", arguments.planned, N_("UNIT[,sector=S][,fund=F][,budget=B][,count=N]"),
             N_("what if: a project that is not in the list (may be repeated)"));
  add.values("--outside-programme", arguments.outside_programme, N_("LIST"),
             N_("units where the programme does not work, by code or name (may be repeated)"));
  add.group(N_("Report"));
  add.value("--order", arguments.order, N_("WHAT"),
            N_("what \"where next\" goes by: shortfall (share of need minus share of coverage; "
               "default) or load (need for each project or organisation; default for partners)"));
  add.value("--top", arguments.top, N_("N"), N_("lines of the list \"where next\" (all)"));
  add.value("--format", arguments.format, N_("FORMAT"), N_("table (default), csv, json or xlsx"));
  add.value("-o,--output", arguments.output, N_("FILE"),
            N_("where to write instead of the standard output; .xlsx makes a workbook"));
}

CLI::App& add_app(CLI::App& app, Verb verb, Arguments& arguments, const char* about) {
  CLI::App& sub = *app.add_subcommand(std::string(word_of(verb)), about);
  sub.callback([&arguments, verb] { arguments.verb = verb; });
  return sub;
}

void prepare(CLI::App& app) {
  app.set_help_flag();
  app.allow_extras();  // unknown options are our own error, with a suggestion
  app.allow_windows_style_options(false);
}

}  // namespace

void declare(CLI::App& app, Arguments& arguments, const Translator& tr) {
  prepare(app);
  app.require_subcommand(0, 1);
  Declarer root(app, tr);
  declare_sources(root, arguments);
  declare_look(root, arguments);
  declare_viewer(root, arguments);
  declare_general(root, arguments);

  const struct {
    Verb verb;
    const char* about;
    void (*own)(Declarer&, Arguments&);
    bool look;
  } verbs[] = {
      {Verb::Render, N_("draws the map into a file"), declare_render, true},
      {Verb::Summarize, N_("prints the figures as a table"), declare_summarize, false},
      {Verb::Check, N_("lists what is wrong with a project list"), declare_check, false},
      {Verb::Gaps, N_("says where coverage is missing"), declare_gaps, false},
  };
  for (const auto& verb : verbs) {
    CLI::App& sub = add_app(app, verb.verb, arguments, tr(verb.about));
    prepare(sub);
    Declarer add(sub, tr);
    verb.own(add, arguments);
    declare_sources(add, arguments);
    if (verb.look)
      declare_look(add, arguments);
    declare_general(add, arguments);
  }
}

std::vector<std::string> long_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const auto& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> verb_words() {
  return {"render", "summarize", "check", "gaps"};
}

}  // namespace malimap
