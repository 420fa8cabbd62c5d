// Reading of scenes.

#include <algorithm>
#include <filesystem>

#include "geo/map/scene_fields.h"
#include "geo/map/scene_json.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

using namespace scene_fields;

class Reader {
 public:
  Reader(const std::string& folder, Problems& problems) : folder_(folder), problems_(problems) {}

  SavedScene read(const Json& json) {
    SavedScene saved;
    Scene& scene = saved.scene;
    Fields in(json, {});
    in.read("name", scene.name);
    in.read("title", scene.title);
    read_words(in, scene);
    scene.middle = in.number("middle");
    if (const Json* filter = in.object("filter"))
      in.keep("filter", read_filter(*filter, scene.filter, "filter"));
    in.read("within", scene.within);
    if (const Json* compare = in.object("compare"))
      in.keep("compare", read_comparison(*compare, scene.compare));
    if (const Json* gaps = in.object("gaps"))
      in.keep("gaps", read_gaps(*gaps, scene.gaps));
    if (const Json* classes = in.object("classes"))
      in.keep("classes", read_classing(*classes, scene.classing));
    if (const Json* camera = in.object("camera"))
      in.keep("camera", read_camera(*camera, scene.camera));
    in.read("palette", scene.palette);
    in.read("projection", scene.projection);
    if (const Json* layers = in.object("layers"))
      in.keep("layers", read_layers(*layers, scene.layers));
    if (const Json* context = in.list("context"))
      for (const Json& file : *context)
        scene.context.push_back(context_file(file));
    in.read("outside_programme", scene.outside_programme);
    if (const Json* page = in.object("page"))
      in.keep("page", read_page(*page, scene.page));
    if (!in.rest().empty())
      saved.other = in.rest().dump();
    return saved;
  }

 private:
  /// A word that is not known is noted and kept beside the scene.
  template <class T>
  void word(Fields& in, const char* field, T& target, auto known) {
    std::string typed;
    in.read(field, typed);
    if (typed.empty())
      return;
    if (const std::optional<T> value = known(typed)) {
      target = *value;
      return;
    }
    in.rest()[field] = typed;
    problems_.report({"scene-unknown-word",
                      Severity::Note,
                      {{N_("the field “{0}” says “{1}”, which this version does not know"),
                        {in.path_of(field), typed}},
                       {},
                       {}},
                      {},
                      {}});
  }

  void read_words(Fields& in, Scene& scene) {
    const auto theme = [](std::string_view word) -> std::optional<ThemeName> {
      if (word != "light" && word != "dark")
        return std::nullopt;
      return word == "dark" ? ThemeName::Dark : ThemeName::Light;
    };
    word(in, "type", scene.type, map_type_of);
    word(in, "measure", scene.measure, measure_of);
    word(in, "second", scene.second, measure_of);
    word(in, "level", scene.level, level_of);
    word(in, "by", scene.by, dimension_of);
    word(in, "theme", scene.theme, theme);
  }

  static Json read_filter(const Json& json, Filter& filter, const std::string& name) {
    Fields in(json, name);
    for (const Dimension dimension : kAllDimensions)
      in.read(dimension_word(dimension).data(), values_of(filter, dimension));
    if (const Json* except = in.object("except"))
      in.keep("except", read_except(*except, filter, in.path_of("except")));
    in.read("units", filter.units);
    in.read("text", filter.text);
    if (const Json* budget = in.object("budget")) {
      Fields range(*budget, in.path_of("budget"));
      filter.budget = {cents(range, "from"), cents(range, "to")};
      in.keep("budget", range.rest());
    }
    read_days(in, "start", filter.start);
    read_days(in, "active", filter.active);
    return in.rest();
  }
  static Json read_except(const Json& json, Filter& filter, const std::string& name) {
    Fields in(json, name);
    for (const Dimension dimension : kAllDimensions) {
      std::set<std::string> values;
      in.read(dimension_word(dimension).data(), values);
      if (!values.empty())
        filter.except[dimension] = std::move(values);
    }
    return in.rest();
  }
  static void read_days(Fields& in, const char* field, DateRange& days) {
    const Json* const json = in.object(field);
    if (json == nullptr)
      return;
    Fields range(*json, in.path_of(field));
    days = {day(range, "from"), day(range, "to")};
    in.keep(field, range.rest());
  }

  Json read_comparison(const Json& json, Comparison& compare) {
    Fields in(json, "compare");
    word(in, "how", compare.how,
         [](std::string_view typed) { return among<CompareHow>(kCompareWords, typed); });
    if (const Json* other = in.object("other"))
      in.keep("other", read_filter(*other, compare.other.emplace(), "compare/other"));
    in.read("previous_list", compare.previous_list);
    if (const auto divider = in.number("divider"))
      compare.divider = std::clamp(*divider, 0.0, 1.0);
    return in.rest();
  }

  Json read_gaps(const Json& json, GapSettings& gaps) {
    Fields in(json, "gaps");
    if (const Json* need = in.object("need"))
      in.keep("need", read_need_choice(*need, gaps.need));
    word(in, "aid", gaps.aid, aid_of);
    word(in, "order", gaps.order, gap_order_of);
    in.read("by_sector", gaps.by_sector);
    in.read("unreported_as_zero", gaps.unreported_as_zero);
    if (const auto kilometres = in.number("beyond_km")) {
      if (!(*kilometres > 0))
        throw WrongField{in.path_of("beyond_km")};
      gaps.beyond_km = *kilometres;
    }
    if (const Json* planned = in.list("planned"))
      for (const Json& one : *planned)
        gaps.planned.push_back(planned_project(one));
    return in.rest();
  }
  Json read_need_choice(const Json& json, NeedChoice& need) {
    Fields in(json, "gaps/need");
    word(in, "kind", need.kind,
         [](std::string_view typed) { return among<NeedKind>(kNeedWords, typed); });
    in.read("path", need.path);
    if (!need.path.empty())
      need.path = absolute_path(folder_, need.path);
    in.read("column", need.column);
    return in.rest();
  }
  static PlannedProject planned_project(const Json& json) {
    constexpr double kMost = 1e6;
    PlannedProject planned;
    Fields in(json, "gaps/planned");
    in.read("unit", planned.pcode);
    if (planned.pcode.empty())
      throw WrongField{in.path_of("unit")};
    in.read("sector", planned.sector);
    in.read("fund", planned.fund);
    if (const auto count = in.number("count"))
      planned.count = std::llround(std::clamp(*count, 1.0, kMost));
    planned.budget = cents(in, "budget").value_or(Cents{});
    return planned;
  }

  static std::optional<Cents> cents(Fields& in, const char* field) {
    constexpr double kMost = 9e15;  // cents that a double still counts one by one
    const auto dollars = in.number(field);
    if (!dollars)
      return std::nullopt;
    if (std::abs(*dollars * 100) > kMost)
      throw WrongField{in.path_of(field)};
    return Cents{std::llround(*dollars * 100)};
  }
  static std::optional<Date> day(Fields& in, const char* field) {
    std::string text;
    in.read(field, text);
    if (text.empty())
      return std::nullopt;
    const auto day = parse_iso_date(text);
    if (!day)
      throw WrongField{in.path_of(field)};
    return day;
  }

  Json read_classing(const Json& json, Classing& classing) {
    Fields in(json, "classes");
    word(in, "method", classing.method, class_method_of);
    if (const auto count = in.number("count"))
      classing.count = static_cast<int>(std::clamp<double>(*count, kFewestClasses, kMostClasses));
    if (const Json* breaks = in.list("breaks"))
      for (const Json& value : *breaks) {
        if (!value.is_number() || !std::isfinite(value.get<double>()))
          throw WrongField{in.path_of("breaks")};
        classing.breaks.push_back(value.get<double>());
      }
    std::sort(classing.breaks.begin(), classing.breaks.end());
    in.read("keep", classing.keep);
    return in.rest();
  }

  static Json read_camera(const Json& json, std::optional<Camera>& camera) {
    Fields in(json, "camera");
    const auto x = in.number("x"), y = in.number("y"), scale = in.number("metres_per_dp");
    if (!x || !y || !scale || !(*scale > 0))
      throw WrongField{"camera"};
    camera = Camera{{*x, *y}, *scale};
    return in.rest();
  }

  static Json read_layers(const Json& json, LayerSwitches& layers) {
    Fields in(json, "layers");
    for (const auto& one : kLayers)
      in.read(one.field, layers.*one.value);
    return in.rest();
  }

  static Json read_page(const Json& json, PageSettings& page) {
    Fields in(json, "page");
    for (const PageText& text : kPageTexts)
      in.read(text.field, page.*text.value);
    for (const auto& one : kPageSwitches)
      in.read(one.field, page.*one.value);
    return in.rest();
  }

  ContextFile context_file(const Json& json) const {
    ContextFile file;
    Fields in(json, "context");
    in.read("path", file.path);
    if (file.path.empty())
      throw WrongField{in.path_of("path")};
    file.path = absolute_path(folder_, file.path);
    in.read("layer", file.layer);
    in.read("colour", file.colour);
    if (const auto width = in.number("width"))
      file.width_dp = *width;
    return file;
  }

  const std::string& folder_;
  Problems& problems_;
};

}  // namespace

Result<SavedScene> parse_scene(std::string_view text, const std::string& folder,
                               Problems& problems) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object())
      return failure({N_("is no scene"), {}});
    return Reader(folder, problems).read(json);
  } catch (const Json::exception&) {
    return failure({N_("is no scene"), {}});
  } catch (const WrongField& wrong) {
    return failure({N_("the field “{0}” is missing or not what it should be"), {wrong.name}});
  }
}

Result<WorkspaceScenes> scenes_of(const Workspace& workspace, const std::string& path,
                                  Problems& problems) {
  const std::string folder = std::filesystem::absolute(path).parent_path().string();
  WorkspaceScenes found;
  const auto read = [&](const std::string& text, const std::string& what) -> Result<SavedScene> {
    Problems noted;
    auto scene = parse_scene(text, folder, noted);
    for (Problem problem : noted.all()) {
      problem.error.where.file = path;
      problems.report(std::move(problem));
    }
    if (!scene)
      return failure({N_("{0}: the field “{1}” is missing or not what it should be"),
                      {what, scene.error().what.args.empty() ? "" : scene.error().what.args[0]}},
                     {path, {}, {}, {}});
    return scene;
  };
  for (std::size_t i = 0; i < workspace.scenes.size(); ++i) {
    auto scene = read(workspace.scenes[i], "scenes/" + std::to_string(i + 1));
    if (!scene)
      return tl::make_unexpected(scene.error());
    found.scenes.push_back(std::move(*scene));
  }
  if (!workspace.view.empty()) {
    auto view = read(workspace.view, "view");
    if (!view)
      return tl::make_unexpected(view.error());
    found.view = std::move(*view);
  }
  return found;
}

}  // namespace malimap
